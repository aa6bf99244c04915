//! Writing files: beside the target under another name, then renamed, so that a full disk or a
//! crash never costs the file that was there before.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::{Failure, system};

/// Whether a file may be written, before any work goes into it.
///
/// # Errors
/// When the target is a folder, or exists and must not be replaced.
pub fn may_write(path: &Path, replace: bool) -> Result<(), Failure> {
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
pub fn write_file(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Failure> {
    write_files(&[(path, bytes)], replace)
}

/// Writes files that belong together: none gets its name before all of them are on the disk.
///
/// # Errors
/// As for one file.
pub fn write_files(files: &[(&Path, &[u8])], replace: bool) -> Result<(), Failure> {
    for (path, _) in files {
        may_write(path, replace)?;
    }
    let staged: Vec<Staged<'_>> =
        files.iter().map(|(path, bytes)| Staged::new(path, bytes)).collect::<Result<_, _>>()?;
    staged.into_iter().try_for_each(Staged::commit)
}

/// A file that still lacks its name.
enum Staged<'a> {
    /// A file beside its target.
    File { file: NamedTempFile, target: PathBuf },
    /// A device or pipe is written through; a rename would put a file in its place.
    Device { path: &'a Path, bytes: &'a [u8] },
}

impl<'a> Staged<'a> {
    fn new(path: &'a Path, bytes: &'a [u8]) -> Result<Self, Failure> {
        if path.exists() && !path.is_file() {
            return Ok(Self::Device { path, bytes });
        }
        // A link stays a link: what it points to is replaced.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let stage = || {
            let mut file =
                tempfile::Builder::new().prefix(".naskah-").tempfile_in(folder_of(&target))?;
            file.write_all(bytes)?;
            file.as_file().sync_all()?;
            permissions(file.as_file(), &target);
            Ok(file)
        };
        let file = stage().map_err(|error| unwritable(path, &error))?;
        Ok(Self::File { file, target })
    }

    fn commit(self) -> Result<(), Failure> {
        match self {
            Self::File { file, target } => {
                let renamed = file.persist(&target);
                renamed.map(drop).map_err(|error| unwritable(&target, &error.error))
            }
            Self::Device { path, bytes } => {
                let device = fs::File::options().write(true).open(path);
                let written = device.and_then(|mut device| device.write_all(bytes));
                written.map_err(|error| unwritable(path, &error))
            }
        }
    }
}

/// The folder that a file lies in, or will; the working folder for a bare name.
pub fn folder_of(path: &Path) -> &Path {
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
