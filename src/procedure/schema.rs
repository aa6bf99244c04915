//! The JSON Schema of procedures; made of the types that they are read into.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::{Procedure, Time};
use crate::json_schema::schema_of;
use crate::wording::Bahasa;

/// The schema of procedures. What it cannot say (owners, branches, needs and totals) is proved when
/// one is loaded.
pub fn schema() -> Value {
    schema_of::<Procedure>("Prosedur naskah")
}

/// The languages that procedures are written in.
pub(super) fn language(_: &mut SchemaGenerator) -> Schema {
    let codes: Vec<Value> = Bahasa::ALL.iter().map(|language| json!(language.code())).collect();
    json_schema!({ "enum": codes })
}

impl JsonSchema for Time {
    fn schema_name() -> Cow<'static, str> {
        "Time".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [
            { "enum": Self::WORDS, "description": "Tanpa ukuran: tentatif, tidak ada (N/A), atau tidak diatur sumbernya." },
            { "type": "string", "pattern": Self::PATTERN, "description": "Misalnya 10 hari kerja, 3 hari, 2 minggu, 20 menit, atau 2 jam." },
        ] })
    }
}
