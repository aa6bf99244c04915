//! The JSON Schema of the drafts of a kind.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Field, Kind};
use crate::json_schema::DIALECT;
use crate::words::{self, Phrase};

/// The schema of a kind: it takes what the reader of drafts takes, and no other key.
pub fn schema(kind: &Kind) -> Value {
    let mut writer = Writer { kind, definitions: BTreeMap::new() };
    let fields: Vec<&Field> = kind.fields.iter().collect();
    let mut root = writer.table(&fields);
    if let Some(jenis) = root.get_mut("properties").and_then(|keys| keys.get_mut("jenis")) {
        jenis["enum"] = json!([kind.id]);
    }
    let mut out = Map::new();
    out.insert("$schema".into(), json!(DIALECT));
    out.insert("title".into(), json!(kind.name));
    out.insert(
        "description".into(),
        json!(words::schema::draft(&kind.name, &kind.id).text(kind.language.into())),
    );
    out.append(&mut root);
    out.insert("required".into(), json!(["jenis"]));
    out.insert("definitions".into(), json!(writer.definitions));
    Value::Object(out)
}

/// Writes the schemas of fields; each type knows that of its values.
pub(crate) struct Writer<'k> {
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
        let value = field.field_type().home().schema(field, self);
        let described = match value.get("$ref") {
            Some(_) => json!({ "allOf": [value] }),
            None => value,
        };
        let Value::Object(body) = described else { return described };
        let mut out = Map::new();
        if let Some(text) = self.description(field) {
            out.insert("description".into(), json!(text));
        }
        if let Some(default) = &field.default {
            out.insert("default".into(), json!(default));
        }
        out.extend(body);
        Value::Object(out)
    }

    /// The help of a field, with its example; of an article, its heading.
    fn description(&self, field: &Field) -> Option<String> {
        let language = self.kind.language;
        let said = |phrase: Phrase| phrase.text(language.into());
        let heading = field.heading.as_ref().filter(|_| field.is_article());
        let parts = [
            heading.map(|heading| said(words::schema::article(heading))),
            field.help_in(language).map(str::to_owned),
            field.example.as_ref().map(|example| said(words::schema::example(example))),
        ];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    }

    /// A shared type, defined once; `wrap` says what else may stand for its table.
    pub(super) fn record(
        &mut self,
        field: &Field,
        name: &str,
        wrap: impl FnOnce(&mut Self, Value) -> Value,
    ) -> Value {
        let facts = field.facts.as_deref();
        let known = facts.map_or_else(|| name.to_owned(), |facts| format!("{name}-{facts}"));
        if !self.definitions.contains_key(&known) {
            self.definitions.insert(known.clone(), Value::Null);
            let fields: Vec<&Field> = self.kind.record_fields(field).collect();
            let table = Value::Object(self.table(&fields));
            let value = wrap(self, table);
            self.definitions.insert(known.clone(), value);
        }
        json!({ "$ref": format!("#/definitions/{known}") })
    }

    /// A value that many fields have, defined once.
    pub(super) fn shared(&mut self, name: &str, value: impl FnOnce() -> Value) -> Value {
        self.definitions.entry(name.to_owned()).or_insert_with(value);
        json!({ "$ref": format!("#/definitions/{name}") })
    }
}

/// A list, of which one member may stand without brackets.
pub(super) fn one_or_many(member: Value) -> Value {
    json!({ "anyOf": [{ "type": "array", "items": member.clone() }, member] })
}

/// A date of TOML, which editors see as a text.
pub(super) fn date() -> Value {
    json!({ "type": "string", "format": "date" })
}

/// A whole number, which people also put in quotes, or nothing yet.
pub(super) fn whole() -> Value {
    json!({ "anyOf": [{ "type": "integer" }, { "type": "string", "pattern": "^\\s*([+-]?[0-9]+)?\\s*$" }] })
}
