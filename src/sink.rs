//! Writing files: beside the target under another name, then renamed, so that a full disk or a
//! crash never costs the file that was there before.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::error::Failure;

/// Writes a file as a whole or not at all.
///
/// # Errors
/// When the target exists and must not be replaced, or cannot be written.
pub fn write_file(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Failure> {
    if !replace && path.exists() {
        return Err(Failure::new(
            "berkas keluaran sudah ada dan tidak ditimpa",
            path.display(),
            "pilih nama lain, atau pakai --force untuk menimpanya",
        ));
    }
    if path.is_dir() {
        return Err(Failure::new(
            "tujuan keluaran adalah folder",
            path.display(),
            "sebut nama berkas, atau pakai --out-dir untuk folder",
        ));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let failed = |error: &std::io::Error| unwritable(path, error);
    let mut file = tempfile::Builder::new()
        .prefix(".naskah-")
        .tempfile_in(folder)
        .map_err(|error| failed(&error))?;
    file.write_all(bytes).map_err(|error| failed(&error))?;
    file.as_file().sync_all().map_err(|error| failed(&error))?;
    permissions(file.as_file(), path);
    file.persist(path).map_err(|error| failed(&error.error))?;
    Ok(())
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
    let (what, remedy) = match error.kind() {
        std::io::ErrorKind::NotFound => ("folder keluaran tidak ada", "buat foldernya lebih dahulu"),
        std::io::ErrorKind::PermissionDenied => {
            ("folder keluaran tidak boleh ditulis", "pilih folder lain atau minta hak tulis")
        }
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => (
            "tempat penyimpanan penuh; tidak ada berkas yang berubah",
            "kosongkan ruang lalu ulangi",
        ),
        _ => ("keluaran tidak dapat ditulis", "periksa folder keluaran"),
    };
    Failure::new(format!("{what} ({error})"), path.display(), remedy)
}
