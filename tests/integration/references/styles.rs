//! The reference of styles: every key with its default.

use std::fmt::Write as _;

use naskah::inside::render::style::schema::schema;
use serde_json::Value;

const HEAD: &str = "\
# Rujukan gaya

Berkas ini dibuat dari program; jangan disunting. Editor memakai skema yang sama,
`schemas/gaya.schema.json` (atau `naskah schema gaya`).

Gaya kantor cukup memuat kunci yang hendak diganti. Tanda di belakang keterangan: [A: …] menurut aturan
atau contoh resmi itu, [lazim] kebiasaan yang tampak pada naskah yang beredar, [bebas] pilihan kami.
";

/// The reference.
pub(super) fn reference() -> String {
    let mut out = HEAD.to_owned();
    table(&schema(), "", &mut out);
    out
}

fn table(schema: &Value, path: &str, out: &mut String) {
    let keys = schema["properties"].as_object().expect("keys");
    let (tables, values): (Vec<_>, Vec<_>) =
        keys.iter().partition(|(_, one)| one["properties"].is_object());
    if !values.is_empty() {
        if !path.is_empty() {
            let _ = write!(out, "\n## `[{path}]`\n");
        }
        if let Some(said) = schema["description"].as_str() {
            let _ = write!(out, "\n{said}\n");
        }
        out.push_str("\n| kunci | bawaan | keterangan |\n| --- | --- | --- |\n");
    }
    for (key, one) in values {
        let said = one["description"].as_str().unwrap_or_default().replace('|', "\\|");
        let _ = writeln!(out, "| `{key}` | `{}` | {said} |", one["default"]);
    }
    for (key, one) in tables {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        table(one, &path, out);
    }
}
