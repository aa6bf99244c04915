//! The lines that a writer would add for a field: its key with an example of its type.

use std::fmt::Write as _;

use crate::kind::{Field, FieldType, Kind};

/// The lines for a missing root field.
pub fn lines(kind: &Kind, field: &Field) -> String {
    let header = match field.field_type() {
        FieldType::Record(_) => format!("[{}]", field.key),
        FieldType::Daftar(inner) if inner.record().is_some() => format!("[[{}]]", field.key),
        _ => return format!("{} = {}\n", field.key, example(field)),
    };
    let mut out = format!("{header}\n");
    let simple = |inner: &&Field| inner.field_type().record().is_none();
    for inner in kind.record_fields(field).filter(simple).take(4) {
        let _ = writeln!(out, "{} = {}", inner.key, example(inner));
    }
    out
}

/// An example value as TOML.
fn example(field: &Field) -> String {
    let word = field.example.as_deref().unwrap_or("…");
    let first = field.options.as_ref().and_then(|options| options.first());
    match field.field_type() {
        FieldType::Tanggal => field.example.clone().unwrap_or_else(|| "2026-01-31".to_owned()),
        FieldType::Bilangan | FieldType::Uang => {
            field.example.clone().unwrap_or_else(|| "1".to_owned())
        }
        FieldType::YaTidak => "true".to_owned(),
        FieldType::Pilihan => quoted(first.map_or("…", String::as_str)),
        FieldType::Isi => "\"\"\"\n…\n\"\"\"".to_owned(),
        FieldType::Daftar(_) => format!("[{}]", quoted(first.map_or(word, String::as_str))),
        _ => quoted(word),
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
