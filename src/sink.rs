//! Writing files: beside the target under another name, then renamed, so that a full disk or a
//! crash never costs the file that was there before.

mod rewrite;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::{Failure, system};

pub(crate) use rewrite::rewrite;

/// Whether a file may be written, before any work goes into it.
///
/// # Errors
/// When the target is a folder, or exists and must not be replaced.
pub(crate) fn may_write(path: &Path, replace: bool) -> Result<(), Failure> {
    if path.is_dir() {
        return Err(Failure::new(
            "tujuan keluaran adalah folder",
            path.display(),
            "sebut nama berkas di dalamnya",
        ));
    }
    // What is no plain file (a pipe, /dev/stdout) holds nothing that could be lost.
    if !replace && path.is_file() {
        return Err(Failure::new(
            "berkas keluaran sudah ada dan tidak ditimpa",
            path.display(),
            "pilih nama lain, atau pakai --force untuk menimpanya",
        ));
    }
    Ok(())
}

/// Writes a file as a whole or not at all.
///
/// # Errors
/// When the target is a folder, exists and must not be replaced, or cannot be written.
pub(crate) fn write_file(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Failure> {
    write_files(&[(path, bytes)], replace)
}

/// Writes files that belong together: none gets its name before all of them are on the disk.
///
/// # Errors
/// As for one file.
pub(crate) fn write_files(files: &[(&Path, &[u8])], replace: bool) -> Result<(), Failure> {
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
pub(crate) fn commit(mut files: Vec<Pending>) -> Result<(), Failure> {
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
    pub(crate) fn new(path: &Path) -> Result<Self, Failure> {
        if path.exists() && !path.is_file() {
            return Ok(Self { path: path.to_owned(), kind: Kind::Device { bytes: Vec::new() } });
        }
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let beside = tempfile::Builder::new().prefix(".naskah-").tempfile_in(folder_of(&target));
        let file = beside.map_err(|error| unwritable(path, &error))?;
        Ok(Self { path: path.to_owned(), kind: Kind::File { file, target } })
    }

    /// Writes on.
    ///
    /// # Errors
    /// When the disk takes no more.
    pub(crate) fn append(&mut self, more: &[u8]) -> Result<(), Failure> {
        match &mut self.kind {
            Kind::Device { bytes } => {
                bytes.extend_from_slice(more);
                Ok(())
            }
            Kind::File { file, .. } => {
                file.write_all(more).map_err(|error| unwritable(&self.path, &error))
            }
        }
    }

    /// The file that is being written, if it is one.
    fn file(&self) -> Option<&fs::File> {
        match &self.kind {
            Kind::File { file, .. } => Some(file.as_file()),
            Kind::Device { .. } => None,
        }
    }

    /// Sees to it that everything is on the disk.
    fn settle(&mut self) -> Result<(), Failure> {
        let Kind::File { file, target } = &self.kind else {
            return Ok(());
        };
        file.as_file().sync_all().map_err(|error| unwritable(&self.path, &error))?;
        permissions(file.as_file(), target);
        Ok(())
    }

    fn name(self) -> Result<(), Failure> {
        match self.kind {
            Kind::File { file, target } => {
                let renamed = file.persist(&target);
                renamed.map(drop).map_err(|error| unwritable(&target, &error.error))
            }
            Kind::Device { bytes } => {
                let device = fs::File::options().write(true).open(&self.path);
                let written = device.and_then(|mut device| device.write_all(&bytes));
                written.map_err(|error| unwritable(&self.path, &error))
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

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    use std::io::ErrorKind;
    let (what, remedy) = match error.kind() {
        ErrorKind::NotFound if !folder_of(path).is_dir() => {
            ("folder keluaran tidak ada", "buat foldernya lebih dahulu")
        }
        ErrorKind::NotADirectory => (
            "folder keluaran bukan folder: sebagian jalurnya adalah berkas",
            "periksa ejaan jalur itu, atau pilih folder lain",
        ),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::NotFound => {
            ("folder keluaran tidak boleh ditulis", "pilih folder lain atau minta hak tulis")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
            "tempat penyimpanan penuh; tidak ada berkas yang berubah",
            "kosongkan ruang lalu ulangi",
        ),
        _ => {
            return Failure::new(
                format!("keluaran tidak dapat ditulis{}", system(error)),
                path.display(),
                "periksa folder keluaran",
            );
        }
    };
    Failure::new(what, path.display(), remedy)
}
