//! The kinds, with the office's own templates over the embedded ones.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::fault::{Fault, OpenError, Subject};
use super::text::{ReadError, read_file};
use crate::kind::{Catalog, KindFault};

/// A catalogue and the files that it was read from, as far as they lie on the disk.
pub(super) type Kinds = (Catalog, Vec<PathBuf>);

/// The embedded kinds, with those of a folder over them.
pub(super) fn load(folder: Option<&Path>) -> Result<Kinds, OpenError> {
    let Some(folder) = folder else {
        return Ok((Catalog::embedded(), Vec::new()));
    };
    let files = template_files(folder)?;
    let mut overrides = BTreeMap::new();
    for path in &files {
        let short = path.strip_prefix(folder).unwrap_or(path);
        let short = short.to_string_lossy().replace('\\', "/");
        overrides.insert(short, read_file(path)?);
    }
    let catalog = Catalog::with_overrides(overrides).map_err(|faults| {
        OpenError::Faulty(Subject::Kinds, faults.into_iter().map(kind_fault).collect())
    })?;
    Ok((catalog, files))
}

fn kind_fault(fault: KindFault) -> Fault {
    Fault { file: fault.file, span: fault.span, message: fault.message }
}

/// The files that templates are made of. Links are followed, as an office may share files between
/// folders; one that leads back to where it lies is let be.
fn template_files(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    // Whether it is a folder at all.
    std::fs::read_dir(folder).map_err(|error| ReadError::unreadable(folder, error))?;
    let walk = WalkBuilder::new(folder).standard_filters(false).follow_links(true).build();
    let mut files = Vec::new();
    for entry in walk {
        match entry {
            Ok(entry) if is_template(entry.path()) => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => stands_in_the_way(folder, error)?,
        }
    }
    files.sort();
    Ok(files)
}

fn is_template(path: &Path) -> bool {
    let extension = path.extension().and_then(|text| text.to_str());
    matches!(extension, Some("toml" | "typ" | "j2")) && path.is_file()
}

fn stands_in_the_way(folder: &Path, error: ignore::Error) -> Result<(), ReadError> {
    let (path, error) = super::walk::cause(error);
    match error {
        Some(error) => Err(ReadError::unreadable(path.as_deref().unwrap_or(folder), error)),
        // A circle of links.
        None => Ok(()),
    }
}
