//! From what was named to what is judged: paths first, texts when their turn comes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::data::RowDraft;
use super::{ReadError, Session, Text, place, selection, walk};
use crate::sink::folder_of;

/// Something that a caller named.
#[derive(Clone, Debug)]
pub enum Named {
    /// A file, or a folder with everything in it.
    Path(PathBuf),
    /// A text that is at hand already.
    Text(Text),
    /// What could not even be named: it takes its turn among the others.
    Failed(ReadError),
}

/// What is to be judged when its turn comes.
#[derive(Clone, Debug)]
pub struct Candidate {
    origin: Origin,
    /// Which of the things named it came from, by their numbers.
    named: Vec<usize>,
}

#[derive(Clone, Debug)]
pub(super) enum Origin {
    /// A file that was named itself, and so is judged whatever it says.
    File(PathBuf),
    /// A file of a folder, which is judged if it is a draft.
    InFolder(PathBuf),
    Text(Text),
    /// A row of a sheet.
    Row(RowDraft),
    Failed(ReadError),
}

/// Why a file or folder of a folder is not judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its name begins with a full stop.
    Hidden,
    /// A name that drafts and their folders never have.
    NeverADraft,
    /// A link to a folder, which might lead round in a circle.
    LinkedFolder,
    /// The caller left it out.
    ExcludedByCaller,
    /// This configuration leaves it out.
    Excluded(PathBuf),
    /// This `.gitignore` leaves it out.
    Ignored(PathBuf),
    /// It does not say which kind it is.
    NoKind,
}

/// A file or folder that was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    /// Its path, as it was named.
    pub path: PathBuf,
    /// Why.
    pub reason: Reason,
}

/// What was found of all that was named.
#[derive(Debug, Default)]
pub struct Found {
    /// What is to be judged, in the order in which it was named, and within a folder by path. Each
    /// file is there once, however often it was named.
    pub candidates: Vec<Candidate>,
    /// What was passed over on the way.
    pub passed_over: Vec<PassedOver>,
    /// The folders among what was named, with their numbers.
    pub folders: Vec<(usize, PathBuf)>,
    /// Of a sheet, the numbers of rows that are taken although their book hides them.
    pub hidden: Vec<usize>,
}

impl Session {
    /// Finds everything to be judged. Nothing is read yet.
    pub fn find(&self, named: Vec<Named>) -> Found {
        let mut finder = Finder::default();
        for (number, named) in named.into_iter().enumerate() {
            match named {
                Named::Text(text) => finder.add(number, Origin::Text(text)),
                Named::Failed(error) => finder.add(number, Origin::Failed(error)),
                Named::Path(path) if path.is_dir() => {
                    finder.add_folder(number, walk::walk(&path, &self.store));
                    finder.found.folders.push((number, path));
                }
                Named::Path(path) => finder.add_file(number, path, Origin::File),
            }
        }
        finder.found
    }

    /// The text of a candidate; `None` for a file of a folder that turns out to be no draft.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn read(&self, candidate: &Candidate) -> Result<Option<Text>, ReadError> {
        match &candidate.origin {
            Origin::File(path) => Text::of_file(path).map(Some),
            Origin::InFolder(path) => {
                let text = Text::of_file(path)?;
                Ok(selection::is_a_draft(text.source.text()).then_some(text))
            }
            Origin::Text(text) => Ok(Some(text.clone())),
            Origin::Row(row) => row.text().map(Some),
            Origin::Failed(error) => Err(error.clone()),
        }
    }
}

impl Candidate {
    /// What stands under a number among the things named.
    pub(super) fn of(origin: Origin, number: usize) -> Self {
        Self { origin, named: vec![number] }
    }

    /// The number of the row that it begins with, if it is one of a sheet.
    pub fn row(&self) -> Option<usize> {
        match &self.origin {
            Origin::Row(row) => Some(row.row()),
            _ => None,
        }
    }

    /// The file on the disk, if it is one.
    pub fn file(&self) -> Option<&Path> {
        match &self.origin {
            Origin::File(path) | Origin::InFolder(path) => Some(path),
            Origin::Text(_) | Origin::Row(_) | Origin::Failed(_) => None,
        }
    }

    /// The file on the disk that it is read from: its own, or the sheet that it is a row of.
    pub(crate) fn source(&self) -> Option<&Path> {
        match &self.origin {
            Origin::Row(row) => Some(&row.file),
            _ => self.file(),
        }
    }

    /// The name that reports show.
    pub fn name(&self) -> String {
        match &self.origin {
            Origin::File(path) | Origin::InFolder(path) => path.display().to_string(),
            Origin::Text(text) => text.source.name().to_owned(),
            Origin::Row(row) => row.name(),
            Origin::Failed(error) => error.name(),
        }
    }

    /// Whether something stands in its way already.
    pub fn is_lost(&self) -> bool {
        matches!(self.origin, Origin::Failed(_))
    }

    /// That it was passed over since it turned out to be no draft.
    pub fn passed_over(&self) -> Option<PassedOver> {
        Some(PassedOver { path: self.file()?.to_owned(), reason: Reason::NoKind })
    }

    /// Which of the things named it came from, by their numbers.
    pub fn named(&self) -> &[usize] {
        &self.named
    }
}

impl Found {
    /// The folders that settings are asked for: those of every candidate.
    pub(super) fn homes(&self) -> impl Iterator<Item = Option<&Path>> {
        let candidates = self.candidates.iter().filter(|candidate| !candidate.is_lost());
        candidates.map(|candidate| match &candidate.origin {
            Origin::Text(text) => text.folder(),
            Origin::Row(row) => Some(folder_of(&row.file)),
            _ => candidate.file().map(folder_of),
        })
    }
}

#[derive(Default)]
struct Finder {
    found: Found,
    /// Every file that is among the candidates, links resolved, with its place there.
    known: BTreeMap<PathBuf, usize>,
}

impl Finder {
    fn add(&mut self, number: usize, origin: Origin) {
        self.found.candidates.push(Candidate::of(origin, number));
    }

    fn add_folder(&mut self, number: usize, walked: walk::Walked) {
        for (path, error) in walked.found {
            match error {
                Some(error) => self.add(number, Origin::Failed(error)),
                None => self.add_file(number, path, Origin::InFolder),
            }
        }
        self.found.passed_over.extend(walked.passed_over);
    }

    /// A file takes its place where it is first named. Named itself anywhere, it is judged whatever
    /// it says.
    fn add_file(&mut self, number: usize, path: PathBuf, origin: fn(PathBuf) -> Origin) {
        let next = self.found.candidates.len();
        let real = place::real(&path).unwrap_or_else(|| path.clone());
        let at = *self.known.entry(real).or_insert(next);
        let origin = origin(path);
        match self.found.candidates.get_mut(at) {
            Some(known) => {
                known.named.push(number);
                known.insist(&origin);
            }
            None => self.add(number, origin),
        }
    }
}

impl Candidate {
    fn insist(&mut self, origin: &Origin) {
        if let (Origin::InFolder(path), Origin::File(_)) = (&self.origin, origin) {
            self.origin = Origin::File(path.clone());
        }
    }
}
