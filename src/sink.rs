//! Writing files: beside the target under another name, then renamed, so that a full disk or a
//! crash never costs the file that was there before.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Why a file is not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WriteError {
    /// The target is a folder.
    #[error("{} is a folder", .0.display())]
    IsFolder(PathBuf),
    /// The target exists and must not be replaced.
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
    fn of(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
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
        let mut file = Pending::new(path)?;
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

/// A file that is being written beside its target and still lacks its name. Dropped, it leaves
/// nothing behind.
#[derive(Debug)]
pub(crate) struct Pending {
    /// The target as it was given.
    path: PathBuf,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// A file, and what will have its name: a link stays a link, what it points to is replaced.
    File { file: NamedTempFile, target: PathBuf },
    /// A device or pipe is written through; a rename would put a file in its place.
    Device { bytes: Vec<u8> },
}

impl Pending {
    /// Begins to write what shall have this name.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub(crate) fn new(path: &Path) -> Result<Self, WriteError> {
        if path.exists() && !path.is_file() {
            return Ok(Self { path: path.to_owned(), kind: Kind::Device { bytes: Vec::new() } });
        }
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let beside = tempfile::Builder::new().prefix(".naskah-").tempfile_in(folder_of(&target));
        let file = beside.map_err(|error| WriteError::of(path, error))?;
        Ok(Self { path: path.to_owned(), kind: Kind::File { file, target } })
    }

    /// Writes on.
    ///
    /// # Errors
    /// When the disk takes no more.
    pub(crate) fn append(&mut self, more: &[u8]) -> Result<(), WriteError> {
        match &mut self.kind {
            Kind::Device { bytes } => {
                bytes.extend_from_slice(more);
                Ok(())
            }
            Kind::File { file, .. } => {
                file.write_all(more).map_err(|error| WriteError::of(&self.path, error))
            }
        }
    }

    /// Sees to it that everything is on the disk.
    fn settle(&mut self) -> Result<(), WriteError> {
        let Kind::File { file, target } = &self.kind else {
            return Ok(());
        };
        file.as_file().sync_all().map_err(|error| WriteError::of(&self.path, error))?;
        permissions(file.as_file(), target);
        Ok(())
    }

    fn name(self) -> Result<(), WriteError> {
        match self.kind {
            Kind::File { file, target } => {
                let renamed = file.persist(&target);
                renamed.map(drop).map_err(|error| WriteError::of(&target, error.error))
            }
            Kind::Device { bytes } => {
                let device = fs::File::options().write(true).open(&self.path);
                let written = device.and_then(|mut device| device.write_all(&bytes));
                written.map_err(|error| WriteError::of(&self.path, error))
            }
        }
    }
}

/// The folder that a file lies in, or will; the working folder for a bare name.
pub(crate) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or_else(|| Path::new("."))
}

/// A temporary file is private; the finished one has the rights of the file it replaces, or of any
/// new file here.
fn permissions(file: &fs::File, target: &Path) {
    if let Ok(meta) = fs::metadata(target) {
        let _ = file.set_permissions(meta.permissions());
        return;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let _ = file.set_permissions(fs::Permissions::from_mode(0o644));
    }
}
