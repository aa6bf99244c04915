//! An office's own packs: read from a folder, compiled and held against the kinds before any draft
//! is judged by them.

use std::path::{Path, PathBuf};

use super::fault::{Fault, OpenError, Subject};
use super::text::{ReadError, read_file};
use crate::engine::proof;
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
    let faults = faults.into_iter().map(pack_fault).collect();
    OpenError::Faulty(Subject::Packs(folder.to_owned()), faults)
}

fn pack_fault(fault: PackFault) -> Fault {
    Fault { file: fault.file, span: fault.span, message: fault.message }
}

fn pack_files(folder: &Path) -> Result<Vec<PathBuf>, OpenError> {
    let mut files = Vec::new();
    let unreadable = |error| ReadError::unreadable(folder, error);
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "toml") && path.is_file() {
            files.push(path);
        }
    }
    if files.is_empty() {
        return Err(OpenError::NoPacks(folder.to_owned()));
    }
    files.sort();
    Ok(files)
}
