//! A mended text goes back into the file that it came from. The file stays what it was: its owner, its
//! rights and its links, and whatever somebody else wrote into it meanwhile.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use super::{Pending, WriteError, commit};

/// Puts a new text in the place of the one that was read.
///
/// # Errors
/// When the file does not hold the old text any more, may not be written, or cannot be.
pub(crate) fn rewrite(path: &Path, old: &str, new: &str) -> Result<(), WriteError> {
    let unwritable = |error| WriteError::of(path, error);
    let meta = fs::metadata(path).map_err(unwritable)?;
    // The owner of a folder, or root, could replace it all the same.
    if meta.permissions().readonly() {
        return Err(WriteError::ReadOnly(path.to_owned()));
    }
    let now = fs::read(path).map_err(unwritable)?;
    if now != old.as_bytes() {
        return Err(WriteError::Changed(path.to_owned()));
    }
    let mut file = Pending::new(path, true)?;
    file.append(new.as_bytes())?;
    if takes_the_place(&file, &meta) {
        return commit(vec![file]);
    }
    // Another name or another owner would lose the file by a new one; what is on the disk beside it
    // goes when this returns.
    let mut same = File::options().write(true).truncate(true).open(path).map_err(unwritable)?;
    let done = same.write_all(new.as_bytes()).and_then(|()| same.sync_all());
    done.map_err(unwritable)
}

/// Whether a new file can be all that the old one was: under one name alone, and of the same owner.
#[cfg(unix)]
fn takes_the_place(new: &Pending, old: &fs::Metadata) -> bool {
    use std::os::unix::fs::{MetadataExt, fchown};
    let same_owner = |file: &File| fchown(file, Some(old.uid()), Some(old.gid())).is_ok();
    old.nlink() == 1 && new.file().is_some_and(same_owner)
}

#[cfg(not(unix))]
fn takes_the_place(_: &Pending, _: &fs::Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_meanwhile_or_is_read_only_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        fs::write(&path, "a = 1\n# baru\n").unwrap();
        assert!(rewrite(&path, "a = 1\n", "a = 2\n").is_err());
        let mut rights = fs::metadata(&path).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&path, rights).unwrap();
        assert!(rewrite(&path, "a = 1\n# baru\n", "a = 2\n").is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "a = 1\n# baru\n");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_rights_stay() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("a.toml"), "lama").unwrap();
        fs::set_permissions(at("a.toml"), fs::Permissions::from_mode(0o640)).unwrap();
        symlink(at("a.toml"), at("lunak.toml")).unwrap();
        rewrite(&at("lunak.toml"), "lama", "baru").unwrap();
        assert!(fs::symlink_metadata(at("lunak.toml")).unwrap().is_symlink());
        fs::hard_link(at("a.toml"), at("keras.toml")).unwrap();
        rewrite(&at("a.toml"), "baru", "lagi").unwrap();
        assert_eq!(fs::read_to_string(at("keras.toml")).unwrap(), "lagi");
        let meta = fs::metadata(at("a.toml")).unwrap();
        assert_eq!((meta.nlink(), meta.mode() & 0o777), (2, 0o640));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }
}
