//! The JSON Schema of `jenis.toml` and of the files that kinds share.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::file::KindFile;
use super::{Field, FieldType};
use crate::json_schema::schema_of;
use crate::wording::Bahasa;
use crate::words::Phrase;

/// The schema of kinds.
pub fn schema() -> Value {
    schema_of::<KindFile>("Jenis naskah")
}

/// What a field type takes, for the reference of kinds.
#[cfg(any(test, feature = "inside"))]
#[derive(Debug)]
pub struct TypeEntry {
    /// Its name.
    pub name: &'static str,
    /// What is expected.
    pub expectation: Phrase,
    /// An example in one line of TOML.
    pub example: String,
}

/// The field types that are no shared tables.
#[cfg(any(test, feature = "inside"))]
pub fn types() -> impl Iterator<Item = TypeEntry> {
    FieldType::NAMES.iter().map(|name| {
        let field = Field::default();
        let known = FieldType::parse(name);
        let home = known.home();
        TypeEntry { name, expectation: home.expectation(), example: home.example(&field) }
    })
}

/// The name of a field type. Shared types have names of their own, so any word may stand.
pub(super) struct TypeName;

impl JsonSchema for TypeName {
    fn schema_name() -> Cow<'static, str> {
        "TypeName".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [
            { "enum": FieldType::NAMES, "description": "Jenis isi bawaan." },
            { "type": "string", "description": "Tabel bersama menurut namanya, atau daftar<…>." },
        ] })
    }
}

/// The languages that documents are written in.
pub(super) fn language(_: &mut SchemaGenerator) -> Schema {
    let codes: Vec<Value> = Bahasa::ALL.iter().map(|language| json!(language.code())).collect();
    json_schema!({ "enum": codes })
}
