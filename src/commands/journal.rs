//! The manifest of a run while it runs: a line for each document as soon as it is written, so that a
//! run that is killed leaves what it has done.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::{Failure, system};
use crate::manifest::{Entry, Head, Manifest, ManifestError, line};
use crate::sink;
use crate::words::{manifest, read, write};

/// What earlier runs have made, by the names of the documents.
pub(super) type Earlier = Arc<BTreeMap<String, Entry>>;

/// A manifest that is being written.
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    head: Head,
    /// The names of all documents of this run.
    asked: BTreeSet<String>,
    earlier: Earlier,
    done: BTreeMap<String, Entry>,
}

impl Journal {
    /// Opens a manifest: a new one, or one that is gone on with.
    ///
    /// # Errors
    /// A file that is there already and is no manifest, or may not be replaced, and one that another
    /// run is writing.
    pub(super) fn open(
        path: &Path,
        head: Head,
        asked: BTreeSet<String>,
        resume: bool,
        replace: bool,
    ) -> Result<Self, Failure> {
        if path.is_file() {
            free(path)?;
        }
        let earlier = if resume && path.exists() {
            read_manifest(path)?.entries
        } else {
            sink::may_write(path, replace)?;
            Vec::new()
        };
        let earlier: BTreeMap<String, Entry> =
            earlier.into_iter().map(|entry| (entry.file.clone(), entry)).collect();
        let kept = asked.iter().filter_map(|id| earlier.get(id)).cloned().collect();
        let text = Manifest { head: head.clone(), entries: kept }.text();
        sink::write_file(path, text.as_bytes(), true)?;
        let file =
            OpenOptions::new().append(true).open(path).map_err(|error| refused(path, &error))?;
        held(path, &file)?;
        let (path, done) = (path.to_owned(), BTreeMap::new());
        Ok(Self { path, file, head, asked, earlier: Arc::new(earlier), done })
    }

    /// What earlier runs have made.
    pub(super) fn earlier(&self) -> Earlier {
        Arc::clone(&self.earlier)
    }

    /// The files of documents that were made once and are no longer asked for.
    pub(super) fn orphans(&self) -> Vec<&str> {
        let pages = self.earlier.values().filter(|entry| !self.asked.contains(&entry.file));
        pages.flat_map(|entry| &entry.pages).map(|page| page.file.as_str()).collect()
    }

    /// Notes what became of a document.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub(super) fn note(&mut self, mut entry: Entry) -> Result<(), Failure> {
        // What an earlier run wrote of it still lies there and is ours: once the draft is mended, it may
        // be replaced.
        if !entry.printed
            && let Some(earlier) = self.earlier.get(&entry.file)
        {
            entry.pages.clone_from(&earlier.pages);
        }
        let written = self.file.write_all(line(&entry).as_bytes());
        written.map_err(|error| refused(&self.path, &error))?;
        self.done.insert(entry.file.clone(), entry);
        Ok(())
    }

    /// Notes that a document is as an earlier run made it, perhaps of a row that has moved since.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub(super) fn keep(&mut self, id: &str, draft: &str) -> Result<(), Failure> {
        match self.earlier.get(id) {
            Some(entry) if entry.draft != draft => {
                self.note(Entry { draft: draft.to_owned(), ..entry.clone() })
            }
            _ => Ok(()),
        }
    }

    /// Puts the lines into the order of the files, so that a run that was broken off and gone on with,
    /// and the shares of one, leave the same manifest as a run that was not.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub(super) fn close(self) -> Result<(), Failure> {
        let entry = |id: &String| self.done.get(id).or_else(|| self.earlier.get(id)).cloned();
        let entries = self.asked.iter().filter_map(entry).collect();
        let text = Manifest { head: self.head, entries }.text();
        sink::write_file(&self.path, text.as_bytes(), true)?;
        Ok(())
    }
}

/// Reads a manifest.
///
/// # Errors
/// A file that cannot be read, or is something else.
pub(super) fn read_manifest(path: &Path) -> Result<Manifest, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        Failure::new(read::unreadable(system(&error)), path.display(), read::unreadable_fix())
    })?;
    Manifest::read(&text).map_err(|error| {
        let place = match error {
            ManifestError::Head => path.display().to_string(),
            ManifestError::Line(line) => format!("{}:{line}", path.display()),
        };
        Failure::new(manifest::no_manifest(), place, manifest::no_manifest_fix())
    })
}

/// Whether nobody else writes it.
fn free(path: &Path) -> Result<(), Failure> {
    let file = File::open(path).map_err(|error| refused(path, &error))?;
    held(path, &file)
}

fn held(path: &Path, file: &File) -> Result<(), Failure> {
    match file.try_lock() {
        Err(std::fs::TryLockError::WouldBlock) => {
            Err(Failure::new(manifest::busy(), path.display(), manifest::busy_fix()))
        }
        // Where nobody can lock, nobody can be told apart.
        _ => Ok(()),
    }
}

fn refused(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(write::unwritable(system(error)), path.display(), write::forbidden_fix())
}
