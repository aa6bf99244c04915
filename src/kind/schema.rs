//! The JSON Schema of a kind, for editors that complete and explain keys as they are typed.
//!
//! Editors differ in the dialect they read: taplo draft 4, tombi draft-07. Written is only what
//! means the same in both: `type`, `enum`, `anyOf`, `allOf`, `properties`, `additionalProperties`,
//! `required`, `items`, `pattern`, `minimum`, `format`, `definitions`, `$ref`. A `$ref` has no
//! neighbours (both dialects ignore them), so a described reference stands in an `allOf`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Kind;
use super::field::{Field, FieldType};

/// The schema of a kind: it takes what the reader of drafts takes, and no other key.
pub fn schema(kind: &Kind) -> Value {
    let mut writer = Writer { kind, definitions: BTreeMap::new() };
    let fields: Vec<&Field> = kind.fields.iter().collect();
    let mut root = writer.table(&fields);
    if let Some(jenis) = root.get_mut("properties").and_then(|keys| keys.get_mut("jenis")) {
        jenis["enum"] = json!([kind.id]);
    }
    let mut out = Map::new();
    out.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
    out.insert("title".into(), json!(kind.name));
    out.insert(
        "description".into(),
        json!(format!("Draf naskah {} (naskah schema {})", kind.name, kind.id)),
    );
    out.append(&mut root);
    out.insert("required".into(), json!(["jenis"]));
    out.insert("definitions".into(), json!(writer.definitions));
    Value::Object(out)
}

/// The schema as it is committed and printed.
pub fn text(kind: &Kind) -> String {
    let pretty = serde_json::to_string_pretty(&schema(kind)).unwrap_or_default();
    pretty + "\n"
}

struct Writer<'k> {
    kind: &'k Kind,
    /// Shared types by name; `null` while one is being written, so that a type may hold itself.
    definitions: BTreeMap<String, Value>,
}

impl Writer<'_> {
    fn table(&mut self, fields: &[&Field]) -> Map<String, Value> {
        let keys: Map<String, Value> =
            fields.iter().map(|field| (field.key.clone(), self.property(field))).collect();
        let mut out = Map::new();
        out.insert("type".into(), json!("object"));
        out.insert("properties".into(), Value::Object(keys));
        out.insert("additionalProperties".into(), json!(false));
        out
    }

    /// A key with what the kind says of it.
    fn property(&mut self, field: &Field) -> Value {
        let value = self.value(field, field.field_type());
        let described = match value.get("$ref") {
            Some(_) => json!({ "allOf": [value] }),
            None => value,
        };
        let Value::Object(body) = described else { return described };
        let mut out = Map::new();
        if let Some(text) = description(field) {
            out.insert("description".into(), json!(text));
        }
        if let Some(default) = &field.default {
            out.insert("default".into(), json!(default));
        }
        out.extend(body);
        Value::Object(out)
    }

    fn value(&mut self, field: &Field, field_type: &FieldType) -> Value {
        match field_type {
            FieldType::Kata | FieldType::Teks | FieldType::Lama => json!({ "type": "string" }),
            FieldType::Paragraf => one_or_many(json!({ "type": "string" })),
            FieldType::Isi => self.shared("isi", || {
                json!({ "anyOf": [
                    { "type": "string" },
                    { "type": "array", "items": { "$ref": "#/definitions/isi" } },
                ] })
            }),
            FieldType::Tanggal => self.shared(
                "tanggal",
                || json!({ "anyOf": [date(), { "type": "string" }, date_table()] }),
            ),
            FieldType::Mulai | FieldType::Waktu => {
                json!({ "anyOf": [{ "type": "string" }, date()] })
            }
            FieldType::Uang => self.shared("uang", || json!({ "anyOf": [whole(), money_table()] })),
            FieldType::Bilangan => whole(),
            FieldType::Ukuran => {
                json!({ "type": "string", "pattern": "^\\s*([0-9]+([.,][0-9]+)?\\s*(mm|cm|pt|in))?\\s*$" })
            }
            FieldType::YaTidak => json!({ "type": "boolean" }),
            FieldType::Pilihan => options(field),
            FieldType::Susunan => json!({ "type": "array", "items": { "anyOf": [
                { "type": "string" },
                { "type": "object", "additionalProperties": false, "properties": {
                    "bab": { "type": "string" },
                    "pasal": one_or_many(json!({ "type": "string" })),
                } },
            ] } }),
            FieldType::Record(name) => self.record(field, name),
            // One member may stand without brackets.
            FieldType::Daftar(inner) => one_or_many(self.value(field, inner)),
        }
    }

    fn record(&mut self, field: &Field, name: &str) -> Value {
        let facts = field.facts.as_deref();
        let known = facts.map_or_else(|| name.to_owned(), |facts| format!("{name}-{facts}"));
        if !self.definitions.contains_key(&known) {
            self.definitions.insert(known.clone(), Value::Null);
            let fields: Vec<&Field> = self.kind.record_fields(field).collect();
            let table = Value::Object(self.table(&fields));
            let value = match name {
                // An article may be its text alone.
                "pasal" => json!({ "anyOf": [table, self.value(field, &FieldType::Isi)] }),
                _ => table,
            };
            self.definitions.insert(known.clone(), value);
        }
        json!({ "$ref": format!("#/definitions/{known}") })
    }

    fn shared(&mut self, name: &str, value: impl FnOnce() -> Value) -> Value {
        self.definitions.entry(name.to_owned()).or_insert_with(value);
        json!({ "$ref": format!("#/definitions/{name}") })
    }
}

fn one_or_many(member: Value) -> Value {
    json!({ "anyOf": [{ "type": "array", "items": member.clone() }, member] })
}

fn date() -> Value {
    json!({ "type": "string", "format": "date" })
}

fn date_table() -> Value {
    let text = json!({ "type": "string" });
    json!({ "type": "object", "additionalProperties": false, "properties": {
        "tanggal": { "anyOf": [date(), text] },
        "hari": text,
        "terbilang": text,
        "angka": { "anyOf": [date(), text] },
    } })
}

fn money_table() -> Value {
    json!({ "type": "object", "required": ["nilai"], "properties": {
        "nilai": whole(),
        "mata_uang": { "type": "string" },
        "terbilang": { "type": "string" },
    } })
}

/// A whole number, which people also put in quotes, or nothing yet.
fn whole() -> Value {
    json!({ "anyOf": [{ "type": "integer" }, { "type": "string", "pattern": "^\\s*([+-]?[0-9]+)?\\s*$" }] })
}

/// The options, and the empty string of a choice that is still open.
fn options(field: &Field) -> Value {
    let known = field.options.iter().flatten().map(String::as_str);
    let all: Vec<&str> = known.chain([""]).collect();
    json!({ "type": "string", "enum": all })
}

/// The help of a field, with its example; of an article, its heading.
fn description(field: &Field) -> Option<String> {
    let heading = field.heading.as_ref().filter(|_| field.is_article());
    let parts = [
        heading.map(|heading| format!("Pasal berjudul {heading}.")),
        field.help.clone(),
        field.example.as_ref().map(|example| format!("Contoh: {example}")),
    ];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}
