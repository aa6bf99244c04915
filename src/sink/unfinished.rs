//! Files that have no name yet. A run that is killed leaves its own behind; the next one that writes
//! into the same folder takes them away. Whose process still lives holds a lock on them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How their names begin.
pub(super) const PREFIX: &str = ".naskah-";

/// How many letters and figures follow.
pub(super) const RANDOM: usize = 6;

/// What this process has begun, and the folders that it has swept.
struct Register {
    begun: BTreeSet<PathBuf>,
    swept: BTreeSet<PathBuf>,
}

static REGISTER: Mutex<Register> =
    Mutex::new(Register { begun: BTreeSet::new(), swept: BTreeSet::new() });

fn register() -> MutexGuard<'static, Register> {
    REGISTER.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes note of a file without a name.
pub(super) fn begun(file: &Path) {
    register().begun.insert(file.to_owned());
}

/// A file has its name now, or is gone.
pub(super) fn ended(file: &Path) {
    register().begun.remove(file);
}

/// Removes every file of this process that has no name yet, for a process that must end at once.
#[cfg(unix)]
pub(crate) fn remove_all() {
    for file in std::mem::take(&mut register().begun) {
        // What cannot be removed now is swept later.
        let _ = fs::remove_file(file);
    }
}

/// Removes what killed runs left in a folder; once a run is enough.
pub(super) fn sweep(folder: &Path) {
    if !register().swept.insert(folder.to_owned()) {
        return;
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let ours = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_ours));
    let files = ours.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    files.for_each(|entry| remove_if_left(&entry.path()));
}

fn is_ours(name: &str) -> bool {
    let random = name.strip_prefix(PREFIX);
    random.is_some_and(|random| {
        random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Removes a file that nobody holds a lock on.
fn remove_if_left(file: &Path) {
    let lock = fs::File::open(file).ok().filter(|file| file.try_lock().is_ok());
    if lock.is_some() {
        let _ = fs::remove_file(file);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_holds_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let names = [".naskah-aB3dE6", ".naskah-hidup1", ".naskah-terlalupanjang", "naskah-aB3dE6"];
        let files = names.map(|name| folder.path().join(name));
        files.iter().for_each(|file| fs::write(file, "x").unwrap());
        let held = fs::File::open(&files[1]).unwrap();
        held.lock().unwrap();
        sweep(folder.path());
        assert_eq!(files.each_ref().map(|file| file.exists()), [false, true, true, true]);
    }
}
