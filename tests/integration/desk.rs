//! A desk with every kind's smallest and fullest draft and their pictures, to print from.

use std::path::{Path, PathBuf};

use crate::common::{CATALOG, Run, folder, naskah, root, run};

/// The names of the drafts: `nota-dinas-contoh`, `nota-dinas-lengkap`, …
pub fn names() -> impl Iterator<Item = String> {
    CATALOG.iter().flat_map(|kind| ["contoh", "lengkap"].map(|name| format!("{}-{name}", kind.id)))
}

/// The files of the drafts, as arguments.
pub fn files() -> Vec<String> {
    names().map(|name| format!("{name}.toml")).collect()
}

/// A folder of drafts; it goes away with the test unless it is kept.
pub struct Desk {
    path: PathBuf,
    _folder: Option<tempfile::TempDir>,
}

impl Desk {
    /// A new one.
    pub fn new() -> Self {
        let folder = folder();
        lay(folder.path());
        Self { path: folder.path().to_owned(), _folder: Some(folder) }
    }

    /// One below the target folder, laid anew, for all tests of a run.
    pub fn kept(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("folder");
        lay(&path);
        Self { path, _folder: None }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Prints every draft in one call.
    pub fn print(&self, args: &[&str]) -> Run {
        run(naskah(["render"]).args(files()).args(args).current_dir(self.path()))
    }
}

fn lay(folder: &Path) {
    let copy = |from: PathBuf, to: &str| {
        let copied = std::fs::copy(&from, folder.join(to));
        copied.unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    };
    for kind in CATALOG.iter() {
        let samples = root().join("samples").join(&kind.id);
        let smallest = root().join("templates").join(&kind.id).join("contoh.toml");
        copy(smallest, &format!("{}-contoh.toml", kind.id));
        copy(samples.join("lengkap.toml"), &format!("{}-lengkap.toml", kind.id));
        for name in crate::common::names(&samples).iter().filter(|name| !name.ends_with(".toml")) {
            copy(samples.join(name), name);
        }
    }
}
