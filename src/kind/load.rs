//! From files to kinds: the kind's own `jenis.toml` over what it shares with others.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::fault::{KindFault, Places};
use super::file::{self, KindFile, TemplateFile};
use super::merge::Merged;
use super::{Kind, review};
use crate::wording::Bahasa;
use crate::words::{self, Language};

/// The files below `templates/`, by path.
pub(super) type Files = BTreeMap<String, TemplateFile>;

/// What every kind has, whatever it is.
const COMMON: [&str; 2] = ["_bersama/umum.toml", "_bersama/tipe.toml"];

/// A kind with what its review needs to know of its files.
pub(super) struct Loaded {
    pub(crate) kind: Kind,
    /// Whether its language is one that documents are written in; if not, the kind has some other,
    /// so that the rest can be looked through all the same.
    pub(crate) speaks: bool,
    /// Its files, from the first that is read to its own.
    paths: Vec<String>,
}

/// Reads a kind.
///
/// # Errors
/// Every fault of the shape of its files.
pub(super) fn load(files: &Files, id: &str) -> Result<Loaded, Vec<KindFault>> {
    let own = format!("{id}/jenis.toml");
    let mut file = read(files, &own)?;
    let mut paths = COMMON.map(str::to_owned).to_vec();
    let mut faults = families(files, &own, &file, &mut paths);
    let mut merged = Merged::default();
    for path in &paths {
        match read(files, path) {
            Ok(mut part) => merged.add(&mut part, Language::Indonesian),
            Err(found) => faults.extend(found),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let speaks = Bahasa::of_code(&file.bahasa);
    let language = speaks.unwrap_or(Bahasa::Indonesia);
    merged.add(&mut file, language.into());
    paths.push(own);
    Ok(Loaded { kind: assembled(file, merged, language), speaks: speaks.is_some(), paths })
}

/// Whether an office's file takes part in a kind, so that it has to be looked through.
pub(super) fn has_office_files(files: &Files, id: &str) -> bool {
    let office = |path: &String| matches!(files.get(path), Some(TemplateFile::Office(_)));
    load(files, id).map_or(true, |loaded| loaded.paths.iter().any(office))
}

/// Every fault of a kind: those of the shape of its files or, when there is none, those of what they
/// say together.
pub(super) fn faults(files: &Files, id: &str) -> Vec<KindFault> {
    match load(files, id) {
        Err(faults) => faults,
        Ok(loaded) => {
            let sources =
                loaded.paths.iter().filter_map(|path| Some(files.get(path)?.source(path)));
            review::faults(id, &loaded, &Places::of(sources.collect()))
        }
    }
}

/// Adds the files of the families that a kind shares fields with; those that are not there are
/// faults of the key that names them.
fn families(files: &Files, own: &str, file: &KindFile, paths: &mut Vec<String>) -> Vec<KindFault> {
    let family = file.rumpun.iter().map(|name| ("rumpun", name));
    let mut faults = Vec::new();
    for (key, name) in family.chain(file.berbagi.iter().map(|name| ("berbagi", name))) {
        let path = format!("_bersama/{name}.toml");
        if files.contains_key(&path) {
            paths.push(path);
            continue;
        }
        let places = Places::of(files.get(own).map(|file| file.source(own)).into_iter().collect());
        faults.extend(places.head(key, words::kind::file_missing(path)));
    }
    faults
}

fn read(files: &Files, path: &str) -> Result<KindFile, Vec<KindFault>> {
    files.get(path).map_or_else(|| Err(Vec::new()), |found| file::read(path, found))
}

fn assembled(file: KindFile, merged: Merged, language: Bahasa) -> Kind {
    Kind {
        id: file.jenis,
        name: file.nama,
        language,
        shares: file.rumpun.iter().chain(&file.berbagi).cloned().collect(),
        family: file.rumpun,
        tier: file.tingkat,
        packs: file.peraturan,
        output: file.keluaran,
        fields: merged.fields,
        records: merged.records,
        headings: OnceLock::new(),
    }
}
