//! The JSON Schema of packs, for editors that complete and explain keys as they are typed; made of
//! the types that packs are read into, and of what is said beside their fields.
//!
//! Written is only what taplo (draft 4) and tombi (draft-07) read alike, as with the schemas of drafts
//! (`kind::schema`).

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::pack::{PackFile, RuleFile};

/// The schema of packs.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    let mut value = generator.into_root_schema_for::<PackFile<RuleFile>>().to_value();
    plain(&mut value);
    if let Some(root) = value.as_object_mut() {
        root.insert("title".to_owned(), json!("Paket peraturan naskah"));
    }
    value
}

/// The schema as it is committed and printed.
pub fn text() -> String {
    serde_json::to_string_pretty(&schema()).unwrap_or_default() + "\n"
}

/// Leaves in a schema only what the dialects have in common.
fn plain(value: &mut Value) {
    match value {
        Value::Object(body) => {
            plain_words(body);
            body.values_mut().for_each(plain);
        }
        Value::Array(list) => list.iter_mut().for_each(plain),
        _ => {}
    }
}

fn plain_words(body: &mut Map<String, Value>) {
    if let Some(only) = body.remove("const") {
        body.insert("enum".to_owned(), json!([only]));
    }
    if let Some(one) = body.remove("oneOf") {
        body.insert("anyOf".to_owned(), one);
    }
    // TOML has no null: what may be absent is not required.
    if let Some(Value::Array(types)) = body.get_mut("type") {
        types.retain(|one| one != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            body.insert("type".to_owned(), one);
        }
    }
    if let Some(Value::Array(ways)) = body.get_mut("anyOf") {
        ways.retain(|way| way != &json!({ "type": "null" }));
        if ways.len() == 1
            && let Some(only) = body.remove("anyOf")
        {
            body.insert("allOf".to_owned(), only);
        }
    }
    // Names of Rust's own numbers.
    if body.get("format").and_then(Value::as_str).is_some_and(|name| name.starts_with("uint")) {
        body.remove("format");
    }
    if body.get("default").is_some_and(Value::is_null) {
        body.remove("default");
    }
}

/// A day of the head: a date of TOML.
pub(super) struct Day;

/// The table `bila`: conditions of its own, and fields of drafts with the values wanted.
pub(super) struct Conditions;

/// The table `ubah`: paths with new values, and `hapus`.
pub(super) struct Changes;

macro_rules! written_schema {
    ($type:ident, $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

written_schema!(Day, json_schema!({ "type": "string", "format": "date" }));
written_schema!(Conditions, conditions());
written_schema!(
    Changes,
    json_schema!({ "type": "object", "properties": {
    "hapus": words("Bidang yang dihapus: satu jalur, atau daftar jalur."),
} })
);

/// The conditions with a meaning of their own.
const CONDITIONS: [(&str, &str); 5] = [
    ("jenis", "Jenis naskah yang dinilai."),
    ("rumpun", "Rumpun jenis naskah yang dinilai."),
    ("tingkat", "Tingkat kerja sama: utama atau teknis."),
    ("ada", "Semua bidang ini terisi."),
    ("tidak_ada", "Tidak satu pun bidang ini terisi."),
];

fn conditions() -> Schema {
    let known = CONDITIONS.iter().map(|(key, text)| ((*key).to_owned(), words(text)));
    json_schema!({
        "type": "object",
        "properties": known.collect::<Map<String, Value>>(),
        "additionalProperties": { "anyOf": [
            { "type": ["string", "boolean"] },
            { "type": "array", "items": { "type": "string" } },
        ] },
    })
}

/// One word or several.
fn words(description: &str) -> Value {
    json!({ "description": description, "anyOf": [
        { "type": "string" },
        { "type": "array", "items": { "type": "string" } },
    ] })
}
