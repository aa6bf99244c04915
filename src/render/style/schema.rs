//! The JSON Schema of a style. Its keys, their defaults and what is said of them are those of the
//! embedded style, which is a list of all keys.

use serde_json::{Map, Value, json};

use super::{Style, choices};
use crate::assets;
use crate::json_schema::DIALECT;
use crate::text::length::Length;

/// The folder of the styles that the program brings.
const FOLDER: &str = "_bersama/gaya/";

/// The one among them that has every key.
const WHOLE: &str = "kementerian";

/// The schema of styles.
pub fn schema() -> Value {
    let remarks = Remarks::read(&text());
    let Value::Object(body) = described(&Style::default().json(), "", &remarks) else {
        return Value::Null;
    };
    let mut out = Map::new();
    out.insert("$schema".to_owned(), json!(DIALECT));
    out.insert("title".to_owned(), json!("Gaya kantor"));
    out.extend(body);
    Value::Object(out)
}

/// The embedded style with every key, as it is written.
pub(super) fn text() -> String {
    embedded()
        .find(|(name, _)| *name == WHOLE)
        .map_or_else(String::new, |(_, text)| text.to_owned())
}

/// Every style that the program brings, by name.
pub(super) fn embedded() -> impl Iterator<Item = (&'static str, &'static str)> {
    assets::templates_under(FOLDER).filter_map(|(path, bytes)| {
        let name = path.strip_prefix(FOLDER)?.strip_suffix(".toml")?;
        Some((name, std::str::from_utf8(bytes).ok()?))
    })
}

/// A value of the style at a path, as a schema.
fn described(value: &Value, path: &str, remarks: &Remarks) -> Value {
    let mut out = Map::new();
    if let Some(remark) = remarks.of(path) {
        out.insert("description".to_owned(), json!(remark));
    }
    match value {
        Value::Object(table) => {
            let keys = table.iter().map(|(key, value)| {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                (key.clone(), described(value, &path, remarks))
            });
            out.insert("type".to_owned(), json!("object"));
            out.insert("additionalProperties".to_owned(), json!(false));
            out.insert("properties".to_owned(), keys.collect::<Map<_, _>>().into());
        }
        value => {
            out.insert("default".to_owned(), value.clone());
            out.extend(shape(value, path));
        }
    }
    Value::Object(out)
}

fn shape(value: &Value, path: &str) -> Map<String, Value> {
    let choice = choices(path).map(|options| json!({ "enum": options }));
    let shape = match value {
        Value::String(text) if choice.is_none() && Length::parse(text).is_some() => {
            json!({ "type": "string", "pattern": "^[0-9]+([.,][0-9]+)? *(cm|mm|pt|em|in)$" })
        }
        Value::String(_) => choice.unwrap_or_else(|| json!({ "type": "string" })),
        Value::Bool(_) => json!({ "type": "boolean" }),
        Value::Array(list) => {
            let number = list.iter().all(Value::is_number);
            let usual = json!({ "type": if number { "number" } else { "string" } });
            json!({ "type": "array", "items": choice.unwrap_or(usual) })
        }
        _ => json!({ "type": "number", "minimum": 0, "maximum": 100 }),
    };
    match shape {
        Value::Object(shape) => shape,
        _ => Map::new(),
    }
}

/// What the comments of the style say, by path.
struct Remarks(Vec<(String, String)>);

impl Remarks {
    /// Reads the comments above a table and those behind a key.
    fn read(text: &str) -> Self {
        let mut remarks = Vec::new();
        let (mut table, mut above) = (String::new(), Vec::new());
        for line in text.lines() {
            let (code, comment) = line.split_once(" #").unwrap_or((line, ""));
            let code = code.trim();
            if let Some(comment) = line.strip_prefix('#') {
                above.push(comment.trim());
                continue;
            }
            if let Some(name) = code.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                name.clone_into(&mut table);
                let comment = if comment.is_empty() { above.join(" ") } else { comment.into() };
                remarks.push((table.clone(), comment));
            } else if let Some((key, _)) = code.split_once('=') {
                let dot = if table.is_empty() { "" } else { "." };
                remarks.push((format!("{table}{dot}{}", key.trim()), comment.to_owned()));
            }
            above.clear();
        }
        Self(remarks)
    }

    fn of(&self, path: &str) -> Option<&str> {
        let found = self.0.iter().find(|(place, _)| place == path);
        found.map(|(_, remark)| remark.trim()).filter(|remark| !remark.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_stand_at_their_keys() {
        let remarks = Remarks::read(
            "# Berkas.\n\n# Batas tepi.\n[batas]\natas = \"#2\" # dari atas [bebas]\nkiri = 1\n",
        );
        assert_eq!(remarks.of("batas"), Some("Batas tepi."));
        assert_eq!(remarks.of("batas.atas"), Some("dari atas [bebas]"));
        assert_eq!(remarks.of("batas.kiri"), None);
    }

    #[test]
    fn the_schema_knows_every_shape() {
        let schema = schema();
        let key = |path: &str| schema.pointer(path).expect("a key").clone();
        let margin = key("/properties/batas/properties/naskah/properties/kiri");
        assert!(margin["pattern"].is_string() && margin["default"] == "3cm");
        let place = "/properties/nomor_halaman/properties/tabel/properties/letak";
        assert_eq!(key(place)["enum"][0], "atas-kiri");
        let order = key("/properties/nota_dinas/properties/urutan");
        assert_eq!(order["items"]["enum"][0], "yth");
    }
}
