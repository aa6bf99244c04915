//! An office's own packs: read from a folder, compiled and held against the kinds before any draft
//! is judged by them.

use std::io::Write;
use std::path::Path;

use super::input;
use crate::engine::proof;
use crate::error::Failure;
use crate::kind::Catalog;
use crate::report;
use crate::rule::{PackFault, Registry};
use crate::source::SourceFile;

/// The packs of a folder.
pub(super) fn read(folder: &Path) -> Result<Vec<SourceFile>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| input::unreadable(folder, &error))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| input::unreadable(folder, &error))?.path();
        if path.extension().is_some_and(|extension| extension == "toml") && path.is_file() {
            files.push(path);
        }
    }
    if files.is_empty() {
        let remedy = "sebut folder yang berisi berkas peraturan *.toml";
        return Err(Failure::new(
            "tidak ada paket peraturan di dalam folder ini",
            folder.display(),
            remedy,
        ));
    }
    files.sort();
    files.iter().map(|path| input::text_file(path)).collect()
}

/// The built-in packs and these. Faults are shown with a caret into the pack.
pub(super) fn registry(
    own: Vec<SourceFile>,
    folder: Option<&Path>,
    catalog: &Catalog,
) -> Result<Registry, Failure> {
    let Some(folder) = folder else {
        return Ok(Registry::embedded());
    };
    Registry::with_packs(own, catalog).map_err(|faults| refused(&faults, folder))
}

/// Tries the rules of a folder on their own examples.
pub(super) fn prove(registry: &Registry, folder: &Path, catalog: &Catalog) -> Result<(), Failure> {
    let faults = proof::faults(catalog, registry);
    if faults.is_empty() { Ok(()) } else { Err(refused(&faults, folder)) }
}

fn refused(faults: &[PackFault], folder: &Path) -> Failure {
    for fault in faults {
        let text = report::fault(&fault.file, &fault.span, &fault.message);
        // When even standard error is closed there is nobody left to tell.
        let _ = writeln!(anstream::stderr(), "{text}\n");
    }
    let what = format!("{} kesalahan pada paket peraturan", faults.len());
    Failure::new(
        what,
        folder.display(),
        "perbaiki paket itu; contohnya schemas/peraturan/tata-tulis.toml",
    )
}
