//! The examples of rules: the smallest draft of a kind, changed.

use super::pack::ExampleFile;
use crate::kind::Catalog;
use crate::source::path::{FieldPath, Step};
use crate::source::syntax;
use crate::words::{Phrase, example as words, pack};

/// The draft that an example shows.
///
/// # Errors
/// What is wrong with the example: a kind without `contoh.toml`, a path that leads nowhere.
pub fn draft(example: &ExampleFile, catalog: &Catalog) -> Result<String, Phrase> {
    if let Some(text) = &example.teks {
        return Ok(text.clone());
    }
    let kind = example.jenis.as_deref().ok_or_else(pack::neither_kind_nor_text)?;
    let text = catalog
        .file(&format!("{kind}/contoh.toml"))
        .ok_or_else(|| pack::kind_without_sample(kind))?;
    let mut table: toml::Table =
        toml::from_str(text).map_err(|error| words::bad_sample(kind, syntax::fact(&error)))?;
    for path in removals(example) {
        remove(&mut table, &path).ok_or_else(|| words::not_there(path))?;
    }
    for (path, value) in example.ubah.iter().filter(|(key, _)| *key != "hapus") {
        set(&mut table, &FieldPath::parse(path), value).ok_or_else(|| words::not_settable(path))?;
    }
    toml::to_string(&table).map_err(words::not_writable)
}

/// The paths that an example removes.
fn removals(example: &ExampleFile) -> Vec<String> {
    match example.ubah.get("hapus") {
        Some(toml::Value::String(path)) => vec![path.clone()],
        Some(toml::Value::Array(paths)) => {
            paths.iter().filter_map(|path| path.as_str()).map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}

fn remove(table: &mut toml::Table, path: &str) -> Option<()> {
    let path = FieldPath::parse(path);
    let (last, parents) = path.steps().split_last()?;
    let Some((first, rest)) = parents.split_first() else {
        let Step::Key(key) = last else { return None };
        return table.remove(key.as_str()).map(|_| ());
    };
    let Step::Key(first) = first else { return None };
    let parent = rest.iter().try_fold(table.get_mut(first.as_str())?, step)?;
    match (last, parent) {
        (Step::Key(key), toml::Value::Table(table)) => table.remove(key.as_str()).map(|_| ()),
        (Step::Index(index), toml::Value::Array(list)) if *index < list.len() => {
            list.remove(*index);
            Some(())
        }
        _ => None,
    }
}

fn step<'a>(value: &'a mut toml::Value, step: &Step) -> Option<&'a mut toml::Value> {
    match (step, value) {
        (Step::Key(key), toml::Value::Table(table)) => table.get_mut(key.as_str()),
        (Step::Index(index), toml::Value::Array(list)) => list.get_mut(*index),
        // One table may stand for a list of one.
        (Step::Index(0), value) => Some(value),
        _ => None,
    }
}

/// Puts a value at a path, making tables on the way; `[+]` appends.
fn set(table: &mut toml::Table, path: &FieldPath, value: &toml::Value) -> Option<()> {
    let (first, rest) = path.steps().split_first()?;
    let Step::Key(key) = first else { return None };
    let fresh = || toml::Value::Table(toml::Table::new());
    if rest.is_empty() {
        table.insert(key.to_string(), value.clone());
        return Some(());
    }
    set_in(table.entry(key.as_str()).or_insert_with(fresh), rest, value)
}

fn set_in(target: &mut toml::Value, steps: &[Step], value: &toml::Value) -> Option<()> {
    let Some((first, rest)) = steps.split_first() else {
        *target = value.clone();
        return Some(());
    };
    match (first, target) {
        (Step::Key(plus), toml::Value::Array(list)) if plus == "+" => {
            list.push(value.clone());
            Some(())
        }
        (Step::Key(key), toml::Value::Table(table)) => {
            let fresh = || toml::Value::Table(toml::Table::new());
            set_in(table.entry(key.as_str()).or_insert_with(fresh), rest, value)
        }
        (Step::Index(index), toml::Value::Array(list)) => {
            set_in(list.get_mut(*index)?, rest, value)
        }
        (Step::Index(0), other) => set_in(other, rest, value),
        _ => None,
    }
}
