//! Walking a folder for drafts: what `.gitignore` files and configurations leave out is passed over,
//! links to folders are not followed, and a folder that cannot be read costs itself alone.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::gitignore::Gitignore;
use ignore::{DirEntry, Error, WalkBuilder};

use super::selection::{may_be_a_draft, never_has_drafts};
use super::store::Store;
use super::{PassedOver, ReadError, Reason, place};
use crate::config::glob;
use crate::sink::folder_of;

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// Files that may be drafts, and what could not be read, in the order of their paths.
    pub found: Vec<(PathBuf, Option<ReadError>)>,
    /// Files and folders that were passed over, in the order of their paths.
    pub passed_over: Vec<PassedOver>,
}

/// Walks a folder.
pub(super) fn walk(folder: &Path, store: &Arc<Store>) -> Walked {
    let filter = Arc::new(Filter::new(folder, store));
    let asked = Arc::clone(&filter);
    let mut walk = WalkBuilder::new(folder);
    // Its own filters would not tell what they leave out. Those of the machine (a global
    // `.gitignore`, `.git/info/exclude`) have no say: a draft is judged on every machine or on none.
    walk.standard_filters(false).filter_entry(move |entry| asked.lets_in(entry));
    let mut walked = Walked::default();
    for entry in walk.build() {
        match entry {
            Ok(entry) if entry.path().is_file() && may_be_a_draft(entry.path()) => {
                walked.found.push((entry.into_path(), None));
            }
            Ok(_) => {}
            Err(error) => walked.found.extend(failed(folder, error)),
        }
    }
    walked.found.sort_by(|(one, _), (other, _)| one.cmp(other));
    walked.passed_over = filter.passed_over();
    walked
}

fn failed(folder: &Path, error: Error) -> Option<(PathBuf, Option<ReadError>)> {
    let (path, error) = cause(error);
    let path = path.unwrap_or_else(|| folder.to_owned());
    let error = ReadError::unreadable(&path, error?);
    Some((path, Some(error)))
}

/// The path that an error is about, and what the system said. Of a circle of links it says nothing.
pub(super) fn cause(error: Error) -> (Option<PathBuf>, Option<io::Error>) {
    match error {
        Error::WithPath { path, err } => {
            let (inner, error) = cause(*err);
            (inner.or(Some(path)), error)
        }
        Error::WithDepth { err, .. } | Error::WithLineNumber { err, .. } => cause(*err),
        Error::Io(error) => (None, Some(error)),
        Error::Loop { child, .. } => (Some(child), None),
        other => (None, Some(io::Error::other(other))),
    }
}

/// What a walk leaves out.
struct Filter {
    store: Arc<Store>,
    /// The folder as it was named, and with links resolved.
    folder: PathBuf,
    whole: PathBuf,
    /// Where `.gitignore` files begin to count: the root of the repository; outside of one the
    /// folder itself, since a `.gitignore` in somebody's home folder speaks of something else.
    top: PathBuf,
    /// The folder that patterns of the caller count from, with links resolved.
    here: Option<PathBuf>,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    /// The `.gitignore` of each folder; empty where there is none.
    ignores: BTreeMap<PathBuf, Gitignore>,
    passed_over: Vec<PassedOver>,
}

impl Filter {
    fn new(folder: &Path, store: &Arc<Store>) -> Self {
        let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let repository = whole.ancestors().find(|folder| folder.join(".git").exists());
        let top = repository.unwrap_or(&whole).to_owned();
        let here = store.options.folder().canonicalize().ok();
        let (store, folder) = (Arc::clone(store), folder.to_owned());
        Self { store, folder, whole, top, here, seen: Mutex::default() }
    }

    fn lets_in(&self, entry: &DirEntry) -> bool {
        // What was named is what is wanted.
        if entry.depth() == 0 {
            return true;
        }
        let Some(reason) = self.reason(entry) else {
            return true;
        };
        self.note(entry.path(), reason);
        false
    }

    /// Why an entry is passed over, if it is.
    fn reason(&self, entry: &DirEntry) -> Option<Reason> {
        let path = entry.path();
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        let is_link = entry.path_is_symlink() && path.is_dir();
        // Of other files nobody wonders where they are.
        if !is_folder && !is_link && !may_be_a_draft(path) {
            return None;
        }
        if entry.file_name().to_string_lossy().starts_with('.') {
            return Some(Reason::Hidden);
        }
        if is_folder && never_has_drafts(path) {
            return Some(Reason::NeverADraft);
        }
        if is_link {
            return Some(Reason::LinkedFolder);
        }
        self.excluded(path).or_else(|| self.ignored(path, is_folder))
    }

    fn excluded(&self, path: &Path) -> Option<Reason> {
        let patterns = &self.store.options.exclude;
        let place = || place::below(path, self.here.as_deref()?);
        let place = if patterns.is_empty() { None } else { place() };
        if place.is_some_and(|place| patterns.iter().any(|pattern| glob::fits(pattern, &place))) {
            return Some(Reason::ExcludedByCaller);
        }
        // A configuration that cannot be used is said when a draft asks for it.
        let file = self.store.above(folder_of(path))?;
        let configuration = self.store.configuration(&file).ok()?;
        configuration.excludes(path).then_some(Reason::Excluded(file))
    }

    /// Whether a `.gitignore` leaves a path out; the nearest that speaks of it decides.
    fn ignored(&self, path: &Path, is_folder: bool) -> Option<Reason> {
        let whole = self.whole.join(path.strip_prefix(&self.folder).ok()?);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let above = whole.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.top));
        for folder in above {
            let ignore = seen.ignore(folder);
            let decision = ignore.matched(&whole, is_folder);
            if decision.is_whitelist() {
                return None;
            }
            if decision.is_ignore() {
                return Some(Reason::Ignored(folder.join(GITIGNORE)));
            }
        }
        None
    }

    fn note(&self, path: &Path, reason: Reason) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.passed_over.push(PassedOver { path: path.to_owned(), reason });
    }

    fn passed_over(&self) -> Vec<PassedOver> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let mut passed_over = std::mem::take(&mut seen.passed_over);
        passed_over.sort_by(|one, other| one.path.cmp(&other.path));
        passed_over
    }
}

const GITIGNORE: &str = ".gitignore";

/// The `.gitignore` of a folder. A pattern that cannot be read leaves nothing out, as with git.
fn gitignore(folder: &Path) -> Gitignore {
    let file = folder.join(GITIGNORE);
    if file.is_file() { Gitignore::new(file).0 } else { Gitignore::empty() }
}

impl Seen {
    fn ignore(&mut self, folder: &Path) -> &Gitignore {
        self.ignores.entry(folder.to_owned()).or_insert_with(|| gitignore(folder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_with_its_path() {
        let denied = || Box::new(Error::Io(io::ErrorKind::PermissionDenied.into()));
        let error = Error::WithPath { path: "a/b".into(), err: denied() };
        let error = Error::WithDepth { depth: 1, err: Box::new(error) };
        let (path, error) = failed(Path::new("a"), error).unwrap();
        assert_eq!(path, Path::new("a/b"));
        let Some(ReadError::Unreadable { path, source }) = error else { panic!("{error:?}") };
        assert_eq!(path, Path::new("a/b"));
        assert_eq!(source.kind(), io::ErrorKind::PermissionDenied);
        let circle = Error::Loop { ancestor: "a".into(), child: "a/b".into() };
        assert!(failed(Path::new("a"), circle).is_none());
    }
}
