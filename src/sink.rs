//! Writing files: beside the target under another name, then renamed, so that a full disk or a
//! crash never costs the file that was there before.

mod pending;
mod rewrite;
mod unfinished;

use std::io;
use std::path::{Path, PathBuf};

pub(crate) use pending::Pending;
pub(crate) use rewrite::rewrite;
#[cfg(unix)]
pub(crate) use unfinished::remove_all as remove_unfinished;

/// Why a file is not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WriteError {
    /// The target is a folder.
    #[error("{} is a folder", .0.display())]
    IsFolder(PathBuf),
    /// There is a file of that name already, perhaps only since a moment ago, and it must stay.
    #[error("{} exists", .0.display())]
    Exists(PathBuf),
    /// The folder of the target does not exist.
    #[error("no folder for {}", path.display())]
    NoFolder {
        /// The target.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A text that may only be read was to be rewritten.
    #[error("{} is read-only", .0.display())]
    ReadOnly(PathBuf),
    /// Somebody else wrote into a text since it was read.
    #[error("{} has changed", .0.display())]
    Changed(PathBuf),
    /// The system refuses.
    #[error("cannot write {}", path.display())]
    Refused {
        /// The target.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl WriteError {
    /// Whether the disk takes no more: then it takes nothing else either.
    #[cfg(feature = "render")]
    pub(crate) fn is_full(&self) -> bool {
        let full = [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded];
        matches!(self, Self::Refused { source, .. } if full.contains(&source.kind()))
    }

    fn of(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::AlreadyExists => Self::Exists(path),
            io::ErrorKind::NotFound if !folder_of(&path).is_dir() => {
                Self::NoFolder { path, source }
            }
            _ => Self::Refused { path, source },
        }
    }
}

/// Whether a file may be written, before any work goes into it.
///
/// # Errors
/// When the target is a folder, or exists and must not be replaced.
pub(crate) fn may_write(path: &Path, replace: bool) -> Result<(), WriteError> {
    if path.is_dir() {
        return Err(WriteError::IsFolder(path.to_owned()));
    }
    // What is no plain file (a pipe, /dev/stdout) holds nothing that could be lost.
    if !replace && path.is_file() {
        return Err(WriteError::Exists(path.to_owned()));
    }
    Ok(())
}

/// Writes a file as a whole or not at all.
///
/// # Errors
/// When the target is a folder, exists and must not be replaced, or cannot be written.
pub(crate) fn write_file(path: &Path, bytes: &[u8], replace: bool) -> Result<(), WriteError> {
    write_files(&[(path, bytes)], replace)
}

/// Writes files that belong together: none gets its name before all of them are on the disk.
///
/// # Errors
/// As for one file.
pub(crate) fn write_files(files: &[(&Path, &[u8])], replace: bool) -> Result<(), WriteError> {
    for (path, _) in files {
        may_write(path, replace)?;
    }
    let mut pending = Vec::new();
    for (path, bytes) in files {
        let mut file = Pending::new(path, replace)?;
        file.append(bytes)?;
        pending.push(file);
    }
    commit(pending)
}

/// Gives files that belong together their names, once all of them are on the disk.
///
/// # Errors
/// When one of them cannot be written; those that have no name yet then get none.
pub(crate) fn commit(mut files: Vec<Pending>) -> Result<(), WriteError> {
    files.iter_mut().try_for_each(Pending::settle)?;
    files.into_iter().try_for_each(Pending::name)
}

/// The folder that a file lies in, or will; the working folder for a bare name.
pub(crate) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or_else(|| Path::new("."))
}
