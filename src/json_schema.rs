//! JSON Schemas for editors, which complete and explain keys as they are typed.
//!
//! Editors differ in the dialect they read: taplo draft 4, tombi draft-07. Written is only what
//! means the same in both: `type`, `enum`, `anyOf`, `allOf`, `properties`, `additionalProperties`,
//! `required`, `items`, `pattern`, `minimum`, `format`, `definitions`, `$ref`. A `$ref` has no
//! neighbours (both dialects ignore them), so a described reference stands in an `allOf`.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// What every schema of ours calls itself.
pub(crate) const DIALECT: &str = "http://json-schema.org/draft-07/schema#";

/// The schema of the type that a file is read into.
pub(crate) fn schema_of<T: JsonSchema>(title: &str) -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    let mut value = generator.into_root_schema_for::<T>().to_value();
    plain(&mut value);
    if let Some(root) = value.as_object_mut() {
        root.insert("title".to_owned(), json!(title));
    }
    value
}

/// A schema as it is committed and printed.
pub fn text(schema: &Value) -> String {
    serde_json::to_string_pretty(schema).unwrap_or_default() + "\n"
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
