//! The JSON Schema of packs; made of the types that packs are read into, and of what is said beside
//! their fields.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::pack::{PackFile, RuleFile};
use crate::json_schema::schema_of;

/// The schema of packs.
pub fn schema() -> Value {
    schema_of::<PackFile<RuleFile>>("Paket peraturan naskah")
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
const CONDITIONS: [(&str, &str); 6] = [
    ("jenis", "Jenis naskah yang dinilai."),
    ("rumpun", "Rumpun jenis naskah yang dinilai."),
    (
        "berbagi",
        "Rumpun yang bidangnya dimiliki jenis yang dinilai: jenis rumpun itu, dan yang meminjam bidangnya saja (adendum, pengakhiran).",
    ),
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
