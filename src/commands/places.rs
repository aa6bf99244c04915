//! Where a draft lies, as reports and baselines name it: relative, with `/`, links resolved, the same
//! from whichever folder the program is started.

use std::path::{Component, Path, PathBuf};

use super::input::Input;

/// The folder that paths in reports start from: the root of the repository, else the working folder.
pub(super) fn root() -> Option<PathBuf> {
    let here = Path::new(".").canonicalize().ok()?;
    let repository = here.ancestors().find(|folder| folder.join(".git").exists());
    Some(repository.unwrap_or(&here).to_owned())
}

/// The path of a draft from a folder; outside it, and for standard input, the name as it was given.
pub(super) fn place(input: &Input, root: Option<&Path>) -> String {
    let below = || {
        let file = input.file.as_ref()?.canonicalize().ok()?;
        Some(slashed(file.strip_prefix(root?).ok()?))
    };
    below().unwrap_or_else(|| given(input.source.name()))
}

/// The path of a draft from a folder, through `..` where it lies outside.
pub(super) fn path_from(input: &Input, folder: Option<&Path>) -> String {
    let path = || {
        let (file, folder) = (input.file.as_ref()?.canonicalize().ok()?, folder?);
        let shared = folder.ancestors().find(|shared| file.starts_with(shared))?;
        let up = folder.strip_prefix(shared).ok()?.components().count();
        Some("../".repeat(up) + &slashed(file.strip_prefix(shared).ok()?))
    };
    path().unwrap_or_else(|| given(input.source.name()))
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

/// The folder that a file lies in, or will.
pub(super) fn folder(file: &Path) -> Option<PathBuf> {
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    crate::sink::folder_of(&file).canonicalize().ok()
}
