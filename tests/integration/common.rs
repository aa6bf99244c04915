//! What the tests share.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use naskah::engine::{self, Checked};
use naskah::kind::Catalog;
use naskah::rule::Registry;
use naskah::source::SourceFile;

pub static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::embedded);
pub static REGISTRY: LazyLock<Registry> = LazyLock::new(Registry::embedded);

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Checks a text as the program does.
pub fn check(text: &str) -> (SourceFile, Checked<'static>) {
    let file = SourceFile::new("draf.toml", text);
    let checked = engine::check(&file, &CATALOG, &REGISTRY);
    (file, checked)
}

/// Every TOML file below a folder, sorted.
pub fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            found.extend(toml_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The Python of the independent readers, as the caller names it or the machine's own.
#[allow(clippy::disallowed_methods, reason = "which Python is a matter of the machine")]
pub fn python() -> String {
    std::env::var("NASKAH_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

/// The built program, in a folder.
pub fn naskah(folder: &Path) -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_naskah"));
    command.current_dir(folder);
    command
}
