//! An office's own packs: read from a folder, compiled and held against the kinds before any draft
//! is judged by them.

use std::path::{Path, PathBuf};

use super::fault::{Fault, OpenError, Subject};
use super::text::{read_file, unreadable};
use crate::engine::proof;
use crate::error::Failure;
use crate::kind::Catalog;
use crate::rule::PackFault;
use crate::rule::Registry;
use crate::source::SourceFile;

/// The packs that judge, and the files that those of the office were read from.
pub(super) type Packs = (Registry, Vec<PathBuf>);

/// The embedded packs, with those of a folder besides.
pub(super) fn load(folder: Option<&Path>, catalog: &Catalog) -> Result<Packs, OpenError> {
    let Some(folder) = folder else {
        return Ok((Registry::embedded(), Vec::new()));
    };
    let files = pack_files(folder)?;
    let texts: Vec<SourceFile> =
        files.iter().map(|file| read_file(file)).collect::<Result<_, _>>()?;
    let registry = Registry::with_packs(texts, catalog);
    let registry = registry.map_err(|faults| refused(faults, folder))?;
    Ok((registry, files))
}

/// Tries the rules of an office, from this folder, on their own examples.
pub(super) fn prove(
    registry: &Registry,
    folder: &Path,
    catalog: &Catalog,
) -> Result<(), OpenError> {
    let faults = proof::faults(catalog, registry);
    if faults.is_empty() { Ok(()) } else { Err(refused(faults, folder)) }
}

fn refused(faults: Vec<PackFault>, folder: &Path) -> OpenError {
    let faults = faults.into_iter().map(fault).collect();
    OpenError::Faulty(Subject::Packs(folder.to_owned()), faults)
}

fn fault(fault: PackFault) -> Fault {
    Fault { file: fault.file, span: fault.span, message: fault.message }
}

fn pack_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        if path.extension().is_some_and(|extension| extension == "toml") && path.is_file() {
            files.push(path);
        }
    }
    if files.is_empty() {
        let remedy = "sebut folder yang berisi berkas peraturan *.toml";
        let what = "tidak ada paket peraturan di dalam folder ini";
        return Err(Failure::new(what, folder.display(), remedy));
    }
    files.sort();
    Ok(files)
}
