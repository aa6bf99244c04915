//! The JSON Schema of calendars: those of countries, and an office's own days over them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::WEEKDAYS;
use super::file::{File, Own};
use crate::json_schema::schema_of;

/// The schema of calendars: a file is one of the two.
pub fn schema() -> Value {
    let mut both = Map::new();
    let mut definitions = Map::new();
    for (name, mut one) in
        [("Kalender", schema_of::<File>("")), ("HariSendiri", schema_of::<Own>(""))]
    {
        let Some(body) = one.as_object_mut() else { continue };
        if let Some(Value::Object(inner)) = body.remove("definitions") {
            definitions.extend(inner);
        }
        if let Some(dialect) = body.remove("$schema") {
            both.insert("$schema".to_owned(), dialect);
        }
        body.remove("title");
        definitions.insert(name.to_owned(), one);
    }
    let way = |name: &str| json!({ "$ref": format!("#/definitions/{name}") });
    both.insert("title".to_owned(), json!("Kalender naskah"));
    both.insert(
        "description".to_owned(),
        json!("Kalender sebuah negara, atau hari kantor sendiri."),
    );
    both.insert("anyOf".to_owned(), json!([way("Kalender"), way("HariSendiri")]));
    both.insert("definitions".to_owned(), Value::Object(definitions));
    Value::Object(both)
}

/// A date of TOML.
pub(super) struct Day;

/// The name of a weekday.
pub(super) struct Weekday;

macro_rules! inline_schema {
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

inline_schema!(Day, json_schema!({ "type": "string", "format": "date" }));
inline_schema!(Weekday, json_schema!({ "enum": WEEKDAYS }));
