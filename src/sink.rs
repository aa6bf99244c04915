//! Writing files: beside the target under another name, then renamed, so that a full disk or a
//! crash never costs the file that was there before.

mod pending;
mod rewrite;
mod unfinished;

use std::path::Path;

use crate::error::{Failure, system};

pub(crate) use pending::Pending;
pub(crate) use rewrite::rewrite;
#[cfg(unix)]
pub(crate) use unfinished::remove_all as remove_unfinished;

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
        return Err(taken(path));
    }
    Ok(())
}

/// There is a file of that name already, perhaps only since a moment ago.
fn taken(path: &Path) -> Failure {
    Failure::new(
        "berkas keluaran sudah ada dan tidak ditimpa",
        path.display(),
        "pilih nama lain, atau pakai --force untuk menimpanya",
    )
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
pub(crate) fn commit(mut files: Vec<Pending>) -> Result<(), Failure> {
    files.iter_mut().try_for_each(Pending::settle)?;
    files.into_iter().try_for_each(Pending::name)
}

/// The folder that a file lies in, or will; the working folder for a bare name.
pub(crate) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or_else(|| Path::new("."))
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    use std::io::ErrorKind;
    let (what, remedy) = match error.kind() {
        ErrorKind::AlreadyExists => return taken(path),
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
