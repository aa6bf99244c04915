//! A file between its first byte and its name.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{WriteError, folder_of, unfinished};

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
    File { file: NamedTempFile, target: PathBuf, replace: bool },
    /// A device or pipe is written through; a rename would put a file in its place.
    Device { bytes: Vec<u8> },
}

impl Pending {
    /// Begins to write what shall have this name. Without `replace` it gets the name only if nobody
    /// else has taken it until then.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub(crate) fn new(path: &Path, replace: bool) -> Result<Self, WriteError> {
        if path.exists() && !path.is_file() {
            return Ok(Self { path: path.to_owned(), kind: Kind::Device { bytes: Vec::new() } });
        }
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        unfinished::sweep(folder_of(&target));
        let file = beside(&target).map_err(|error| WriteError::of(path, error))?;
        unfinished::begun(file.path());
        Ok(Self { path: path.to_owned(), kind: Kind::File { file, target, replace } })
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

    /// The file that is being written, if it is one.
    #[cfg(unix)]
    pub(super) fn file(&self) -> Option<&fs::File> {
        match &self.kind {
            Kind::File { file, .. } => Some(file.as_file()),
            Kind::Device { .. } => None,
        }
    }

    /// Sees to it that everything is on the disk.
    pub(super) fn settle(&mut self) -> Result<(), WriteError> {
        let Kind::File { file, target, .. } = &self.kind else {
            return Ok(());
        };
        file.as_file().sync_all().map_err(|error| WriteError::of(&self.path, error))?;
        // A new file has the rights of any new file here; one that takes the place of another, its.
        if let Ok(meta) = fs::metadata(target) {
            let _ = file.as_file().set_permissions(meta.permissions());
        }
        Ok(())
    }

    /// Gives the file its name.
    pub(super) fn name(self) -> Result<(), WriteError> {
        match self.kind {
            Kind::File { file, target, replace } => {
                let begun = file.path().to_owned();
                let named =
                    if replace { file.persist(&target) } else { file.persist_noclobber(&target) };
                unfinished::ended(&begun);
                named.map(drop).map_err(|error| WriteError::of(&self.path, error.error))
            }
            Kind::Device { bytes } => {
                let device = fs::File::options().write(true).open(&self.path);
                let written = device.and_then(|mut device| device.write_all(&bytes));
                written.map_err(|error| WriteError::of(&self.path, error))
            }
        }
    }
}

/// A file of our own beside a target, locked so that nobody takes it for one that was left behind.
fn beside(target: &Path) -> io::Result<NamedTempFile> {
    loop {
        let mut builder = tempfile::Builder::new();
        builder.prefix(unfinished::PREFIX).rand_bytes(unfinished::RANDOM);
        #[cfg(unix)]
        builder.permissions(rights(target));
        let file = builder.tempfile_in(folder_of(target))?;
        // Where nobody can lock, nobody can sweep either.
        let locked = file.as_file().lock().is_ok();
        // Before it was locked another run may have swept it away.
        if !locked || file.path().exists() {
            return Ok(file);
        }
    }
}

/// The rights to begin with: those of the file that is there, so that a private text is private
/// from its first byte on; else those of any new file, from which the system takes what the user's
/// umask forbids.
#[cfg(unix)]
fn rights(target: &Path) -> Permissions {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(target).map_or_else(|_| Permissions::from_mode(0o666), |meta| meta.permissions())
}

impl Write for Pending {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        match &mut self.kind {
            Kind::Device { bytes } => bytes.write(more),
            Kind::File { file, .. } => file.write(more),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.kind {
            Kind::Device { .. } => Ok(()),
            Kind::File { file, .. } => file.flush(),
        }
    }
}
