//! Fields of several files as one list: what a later file says of a key goes over what was said.

use std::collections::BTreeMap;

use super::Field;
use super::file::KindFile;
use crate::words::Language;

/// The fields and shared types of a kind in the making.
#[derive(Default)]
pub(super) struct Merged {
    pub(crate) fields: Vec<Field>,
    pub(crate) records: BTreeMap<String, Vec<Field>>,
}

impl Merged {
    /// Adds what the next file says, which speaks this language where it does not say otherwise.
    pub(super) fn add(&mut self, file: &mut KindFile, language: Language) {
        file.bidang.drain(..).for_each(|field| add(&mut self.fields, spoken(field, language)));
        for record in file.tipe.drain(..) {
            let known = self.records.entry(record.nama).or_default();
            record.bidang.into_iter().for_each(|field| add(known, spoken(field, language)));
        }
    }
}

fn spoken(mut field: Field, language: Language) -> Field {
    field.help = field.help.map(|help| help.in_file_of(language));
    field
}

/// A known key keeps its place unless `setelah` names another.
fn add(fields: &mut Vec<Field>, later: Field) {
    let after = later.after.clone();
    let Some(at) = fields.iter().position(|field| field.key == later.key) else {
        return insert(fields, later, after.as_deref());
    };
    let mut field = fields.remove(at);
    field.overlay(later);
    match after {
        Some(_) => insert(fields, field, after.as_deref()),
        None => fields.insert(at, field),
    }
}

/// Puts a field behind the one of a key, or last.
fn insert(fields: &mut Vec<Field>, field: Field, after: Option<&str>) {
    let before = after.and_then(|key| fields.iter().position(|other| other.key == key));
    fields.insert(before.map_or(fields.len(), |at| at + 1), field);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(files: &[&str]) -> Vec<String> {
        let mut merged = Merged::default();
        for text in files {
            merged.add(&mut toml::from_str(text).unwrap(), Language::Indonesian);
        }
        merged.fields.into_iter().map(|field| field.key).collect()
    }

    #[test]
    fn later_files_add_and_move() {
        let first = "bidang = [{ kunci = 'a' }, { kunci = 'b' }, { kunci = 'c' }]";
        assert_eq!(keys(&[first, "bidang = [{ kunci = 'a', perlu = true }]"]), ["a", "b", "c"]);
        let new = "bidang = [{ kunci = 'd', setelah = 'a' }]";
        assert_eq!(keys(&[first, new]), ["a", "d", "b", "c"]);
        let moved = "bidang = [{ kunci = 'a', setelah = 'b' }]";
        assert_eq!(keys(&[first, moved]), ["b", "a", "c"]);
    }
}
