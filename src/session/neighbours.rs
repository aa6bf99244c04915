//! What lies beside a case file on the disk: in its own folder and below it, and nowhere else.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::text::{ReadError, read_file};
use super::{Session, Text};
use crate::case::{Beside, Found, Judged, Unread, World, outside};
use crate::engine::Around;

/// The neighbours of a text.
pub(super) struct Neighbours<'s> {
    session: &'s Session,
    /// The folder of the text; a text of no file has none.
    folder: Option<PathBuf>,
}

impl Session {
    /// Those of a text.
    pub(super) fn neighbours(&self, text: &Text) -> Neighbours<'_> {
        Neighbours { session: self, folder: text.folder().map(Path::to_owned) }
    }
}

impl Neighbours<'_> {
    fn file(&self, name: &str) -> Result<PathBuf, Unread> {
        if let Some(reason) = outside(name) {
            return Err(reason);
        }
        let folder = self.folder.as_ref().ok_or(Unread::Unknown)?;
        let file = folder.join(name);
        if name.is_empty() || !file.exists() {
            return Err(Unread::Missing);
        }
        let (real, home) = (file.canonicalize()?, folder.canonicalize()?);
        match (real.starts_with(home), real.is_file()) {
            (false, _) => Err(Unread::Linked),
            // A folder, or a pipe that would be waited for for ever.
            (true, false) => Err(Unread::Missing),
            (true, true) => Ok(file),
        }
    }
}

impl Beside for Neighbours<'_> {
    fn find(&self, name: &str) -> Result<Found, Unread> {
        let file = self.file(name)?;
        let extension = file.extension().unwrap_or_default().to_ascii_lowercase();
        match extension.to_str() {
            Some("toml") => {
                let source = read_file(&file).map_err(unread)?;
                let text = Text { source, file: Some(file), trace: None };
                match self.session.settings(&text) {
                    Ok(_) => Ok(Found::Text(text.source)),
                    Err(_) => Err(Unread::Settings),
                }
            }
            Some("pdf") => pdf(&file),
            _ => Err(Unread::Form),
        }
    }

    fn judged(&self, name: &str) -> Judged {
        let read = self.file(name).and_then(|file| Text::of_file(&file).map_err(unread));
        let Ok(text) = read else { return Judged::default() };
        let Ok(settings) = self.session.settings(&text) else { return Judged::default() };
        let pictures = |name: &str| self.session.picture_fault(&text, name);
        // Whoever lies beside a neighbour is not asked: two that name each other have no end.
        let world = World::unknown();
        let (checked, _) = settings.judge(&text, Around { pictures: &pictures, world });
        Judged::of(&text.source, &checked.findings)
    }
}

/// Whether a file that is called a PDF begins as one.
fn pdf(file: &Path) -> Result<Found, Unread> {
    let mut head = [0; 5];
    let whole = fs::File::open(file)?.read_exact(&mut head).is_ok();
    if whole && head == *b"%PDF-" { Ok(Found::Pdf) } else { Err(Unread::NoPdf) }
}

fn unread(error: ReadError) -> Unread {
    match error {
        ReadError::Unreadable { source, .. } | ReadError::Stream(source) => Unread::System(source),
        ReadError::TooLarge { limit, .. } => Unread::TooLarge(limit),
        ReadError::NotUtf8 { line, .. } => Unread::NotUtf8(line),
        ReadError::Row { .. } => Unread::Form,
    }
}
