//! `--record`: what was printed and where it is signed, for electronic signing and for a register.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::error::Failure;
use crate::fingerprint::Fingerprint;
use crate::session::Printed;
use crate::sink;
use crate::words::render;

/// The printed documents, in the order of their drafts.
#[derive(Debug, Default)]
pub(super) struct Record {
    documents: Vec<Json>,
}

impl Record {
    /// Notes a document with its files, which standard output has none of, and their hashes.
    pub(super) fn note(
        &mut self,
        draft: &str,
        printed: &Printed,
        files: &[PathBuf],
        hashes: &[Fingerprint],
    ) {
        let file = |(at, hash): (usize, &Fingerprint)| {
            let path = files.get(at).map(|path| path.display().to_string());
            json!({ "file": path, "hash": hash })
        };
        self.documents.push(json!({
            "draft": draft,
            "files": hashes.iter().enumerate().map(file).collect::<Vec<_>>(),
            "particulars": printed.particulars,
            "signers": printed.rooms,
        }));
    }

    /// Writes it.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub(super) fn write(&self, path: &Path, replace: bool) -> Result<(), Failure> {
        let whole = json!({ "documents": self.documents });
        let text = serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n";
        sink::write_file(path, text.as_bytes(), replace)?;
        Ok(())
    }
}

/// Whether a record can be written there, before anything is printed.
///
/// # Errors
/// A file that is no JSON, and as when it is written.
pub(super) fn may_write(path: &Path, replace: bool) -> Result<(), Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    if !ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        let (what, remedy) = (render::record_form(), render::record_form_fix());
        return Err(Failure::new(what, path.display(), remedy));
    }
    Ok(sink::may_write(path, replace)?)
}
