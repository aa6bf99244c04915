//! Where a draft lies, as settings, reports and baselines name it: relative, with `/`, links
//! resolved, the same from whichever folder the program is started.

use std::path::{Component, Path, PathBuf};

use super::Text;
use crate::sink::folder_of;

/// The folder that paths in reports start from: the root of the repository around a folder, else the
/// folder itself.
pub(super) fn root(folder: &Path) -> Option<PathBuf> {
    let here = folder.canonicalize().ok()?;
    let repository = here.ancestors().find(|folder| folder.join(".git").exists());
    Some(repository.unwrap_or(&here).to_owned())
}

/// A file with every link resolved; one that is not there yet, by its folder.
pub(crate) fn real(file: &Path) -> Option<PathBuf> {
    let new = || Some(folder_of(file).canonicalize().ok()?.join(file.file_name()?));
    file.canonicalize().ok().or_else(new)
}

/// The path of a file below a folder whose links are resolved; `None` outside it.
pub(super) fn below(file: &Path, folder: &Path) -> Option<String> {
    Some(slashed(real(file)?.strip_prefix(folder).ok()?))
}

/// The path of a draft from a folder; outside it, and for a text of no file, the name as it was
/// given.
pub(super) fn place(text: &Text, root: Option<&Path>) -> String {
    let below = || below(text.file.as_ref()?, root?);
    below().unwrap_or_else(|| given(text.source.name()))
}

/// The path of a draft from a folder, through `..` where it lies outside.
pub(super) fn path_from(file: Option<&Path>, name: &str, folder: Option<&Path>) -> String {
    let path = || {
        let (file, folder) = (real(file?)?, folder?);
        let shared = folder.ancestors().find(|shared| file.starts_with(shared))?;
        let up = folder.strip_prefix(shared).ok()?.components().count();
        Some("../".repeat(up) + &slashed(file.strip_prefix(shared).ok()?))
    };
    path().unwrap_or_else(|| given(name))
}

fn given(name: &str) -> String {
    name.strip_prefix("./").unwrap_or(name).to_owned()
}

fn slashed(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}
