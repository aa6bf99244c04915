//! Texts: drafts and what is read beside them, with a limit and as UTF-8.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::error::Failure;
use crate::error::system;
use crate::sink::folder_of;
use crate::source::SourceFile;

/// The largest text that is read: a table of some 50,000 rows.
const LIMIT: u64 = 32 * 1024 * 1024;

/// A text to judge, wherever it comes from: a file, a pipe, the window of an editor.
#[derive(Clone, Debug)]
pub struct Text {
    /// The text under the name that reports show.
    pub source: SourceFile,
    /// The file that it is in, or would be saved to. It decides which settings hold and where
    /// pictures lie, and need not exist. `None` for a text of no file, which counts as lying in the
    /// folder of the session.
    pub file: Option<PathBuf>,
}

impl Text {
    /// The text of a file on the disk, under the path as it is given.
    ///
    /// # Errors
    /// A file that cannot be read, is larger than 32 MiB, or is no UTF-8.
    pub fn of_file(path: &Path) -> Result<Self, Failure> {
        Ok(Self { source: read_file(path)?, file: Some(path.to_owned()) })
    }

    /// A text as it stands in an editor, with the path that it is or will be saved to.
    pub fn unsaved(path: &Path, text: impl Into<String>) -> Self {
        let source = SourceFile::new(path.display().to_string(), text);
        Self { source, file: Some(path.to_owned()) }
    }

    /// A text from a stream without a file, under a name for reports.
    ///
    /// # Errors
    /// As for a file.
    pub fn of_stream(name: &str, stream: impl Read) -> Result<Self, Failure> {
        let bytes = limited(stream).map_err(|error| {
            let what = format!("masukan standar tidak dapat dibaca{}", system(&error));
            Failure::general(what, "kirim draf melalui pipa")
        })?;
        Ok(Self { source: SourceFile::new(name, decoded(bytes, name)?), file: None })
    }

    /// The same draft with another text.
    #[must_use]
    pub fn with(&self, text: impl Into<String>) -> Self {
        Self { source: SourceFile::new(self.source.name(), text), file: self.file.clone() }
    }

    /// The folder that decides which settings hold.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.file.as_deref().map(folder_of)
    }
}

/// The text of a file, whatever it is for.
pub(crate) fn read_file(path: &Path) -> Result<SourceFile, Failure> {
    let opened = fs::File::open(path).map_err(|error| unreadable(path, &error))?;
    let bytes = limited(opened).map_err(|error| unreadable(path, &error))?;
    let name = path.display().to_string();
    let text = decoded(bytes, &name)?;
    Ok(SourceFile::new(name, text))
}

/// At most one byte more than the limit: a device such as /dev/zero has no length and no end.
fn limited(stream: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn decoded(bytes: Vec<u8>, name: &str) -> Result<String, Failure> {
    if bytes.len() as u64 > LIMIT {
        return Err(too_large(name));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..at).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Failure::new(
            "berkas bukan teks UTF-8",
            format!("{name}:{line}"),
            "simpan ulang berkas dengan pengodean UTF-8 (di Word: Save As, Plain Text, UTF-8)",
        )
    })
}

fn too_large(name: &str) -> Failure {
    Failure::new(
        format!("berkas lebih besar dari {} MiB", LIMIT / 1024 / 1024),
        name,
        "pecah draf menjadi beberapa berkas",
    )
}

/// What stands in the way of reading a file or folder.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let (what, remedy) = match error.kind() {
        io::ErrorKind::NotFound => ("tidak ada", "periksa ejaan nama dan foldernya"),
        io::ErrorKind::NotADirectory => ("bukan folder", "periksa ejaan nama dan foldernya"),
        io::ErrorKind::IsADirectory => ("adalah folder", "sebut berkas di dalamnya"),
        io::ErrorKind::PermissionDenied => ("tidak boleh dibaca", "periksa hak akses berkas"),
        _ => {
            let what = format!("berkas tidak dapat dibaca{}", system(error));
            return Failure::new(what, path.display(), "periksa berkas dan tempat penyimpanannya");
        }
    };
    Failure::new(format!("berkas {what}"), path.display(), remedy)
}
