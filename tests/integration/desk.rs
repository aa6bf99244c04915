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

/// A folder of drafts.
pub struct Desk(tempfile::TempDir);

impl Desk {
    /// A new one.
    pub fn new() -> Self {
        let folder = folder();
        let copy = |from: PathBuf, to: &str| {
            std::fs::copy(&from, folder.path().join(to)).unwrap_or_else(|error| panic!("{}: {error}", from.display()))
        };
        for kind in CATALOG.iter() {
            let samples = root().join("samples").join(&kind.id);
            copy(root().join("templates").join(&kind.id).join("contoh.toml"), &format!("{}-contoh.toml", kind.id));
            copy(samples.join("lengkap.toml"), &format!("{}-lengkap.toml", kind.id));
            for name in crate::common::names(&samples).iter().filter(|name| !name.ends_with(".toml")) {
                copy(samples.join(name), name);
            }
        }
        Self(folder)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Prints every draft in one call.
    pub fn print(&self, args: &[&str]) -> Run {
        run(naskah(["render"]).args(files()).args(args).current_dir(self.path()))
    }
}
