//! The values of a form: a blank where a blank can stand, else an example that is marked as one.

use crate::kind::{Field, FieldType};
use crate::source::node::{Node, Value};

/// What stands after the equals sign, and the mark behind it.
pub(super) struct Filled {
    pub text: String,
    pub mark: Option<String>,
}

/// A blank of a field; `None` when no blank can stand there.
pub(super) fn blank(field: &Field, field_type: &FieldType) -> Option<Filled> {
    let marked =
        |hint: String| Some(Filled { text: "\"\"".into(), mark: Some(format!("ISI, {hint}")) });
    let example = |usual: &str| {
        let said = field.example.as_deref().unwrap_or(usual);
        marked(format!("misalnya {said}"))
    };
    match field_type {
        FieldType::Teks | FieldType::Paragraf => Some(Filled { text: quoted("…"), mark: None }),
        FieldType::Isi => {
            let line = field.opening.as_deref().unwrap_or("…");
            Some(Filled { text: format!("\"\"\"\n{line}\n\"\"\""), mark: None })
        }
        FieldType::Tanggal => example("2026-01-31"),
        FieldType::Lama => example("\"2 tahun\""),
        FieldType::Mulai => example("\"penandatanganan\""),
        FieldType::Waktu => example("\"Triwulan II 2026\""),
        FieldType::Uang => example("1500000"),
        FieldType::Ukuran => example("\"2,2 cm\""),
        FieldType::Bilangan => example("1"),
        FieldType::Pilihan => {
            marked(format!("pilih: {}", field.options.as_deref().unwrap_or_default().join(", ")))
        }
        FieldType::Daftar(inner) if inner.is_text() => {
            Some(Filled { text: format!("[{}]", quoted("…")), mark: None })
        }
        _ => None,
    }
}

/// An example of a field, for a line that is not in use yet.
pub(super) fn example(field: &Field, field_type: &FieldType) -> String {
    let option = field.options.as_ref().and_then(|options| options.first());
    let word = field.default.as_deref().or(option.map(String::as_str)).unwrap_or("…");
    match field_type {
        FieldType::YaTidak => "true".into(),
        FieldType::Tanggal => field.example.clone().unwrap_or_else(|| "2026-01-31".into()),
        FieldType::Bilangan | FieldType::Uang => {
            field.example.clone().unwrap_or_else(|| "1".into())
        }
        FieldType::Lama => quoted("2 tahun"),
        FieldType::Ukuran => quoted("2,2 cm"),
        FieldType::Mulai => quoted("penandatanganan"),
        FieldType::Isi => quoted(field.opening.as_deref().unwrap_or("…")),
        FieldType::Susunan => "[]".into(),
        FieldType::Daftar(inner) => format!("[{}]", example(field, inner)),
        _ => quoted(field.example.as_deref().unwrap_or(word)),
    }
}

/// What the smallest sound draft says, as TOML; texts become blanks.
pub(super) fn claimed(node: &Node) -> String {
    match &node.value {
        Value::String(text) => quoted(text),
        Value::Bool(truth) => truth.to_string(),
        Value::Array(list) => {
            format!("[{}]", list.iter().map(claimed).collect::<Vec<_>>().join(", "))
        }
        _ => quoted(""),
    }
}

/// An answer as TOML: a number stays one, anything else is text.
pub(super) fn answered(field: &Field, answer: &str) -> String {
    match field.field_type() {
        FieldType::Bilangan | FieldType::Uang if answer.parse::<u32>().is_ok() => answer.to_owned(),
        FieldType::Daftar(_) => format!("[{}]", quoted(answer)),
        _ => quoted(answer),
    }
}

/// A text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
