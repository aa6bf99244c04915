//! `isi`: text with ayat, huruf and angka, a string with markers or a list.

use serde_json::{Value, json};

use super::{Blank, FieldType, Inside, Nature, Read, ValueType, quoted};
use crate::kind::Field;
use crate::kind::schema::Writer;
use crate::source::node::{self, Node};
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

/// Text with ayat, huruf and angka.
#[derive(Debug)]
pub(super) struct Isi;

impl ValueType for Isi {
    fn expectation(&self) -> Phrase {
        words::value::a_body()
    }

    fn read(&self, _: &Field, node: &Node, _: Bahasa) -> Read {
        Read::plain(is_text(node))
    }

    fn inside(&self, node: &Node) -> Inside<'_> {
        match node.array() {
            Some(_) => Inside::Members(&FieldType::Isi),
            None => Inside::Nothing,
        }
    }

    fn nature(&self) -> Nature {
        Nature::Text
    }

    fn schema(&self, _: &Field, writer: &mut Writer<'_>) -> Value {
        writer.shared("isi", || {
            json!({ "anyOf": [
                { "type": "string" },
                { "type": "array", "items": { "$ref": "#/definitions/isi" } },
            ] })
        })
    }

    fn blank(&self, field: &Field) -> Option<Blank> {
        let line = field.opening.as_deref().unwrap_or("…");
        Blank::open(format!("\"\"\"\n{line}\n\"\"\""))
    }

    fn example(&self, field: &Field) -> String {
        quoted(field.opening.as_deref().unwrap_or("…"))
    }

    fn is_asked(&self) -> bool {
        false
    }

    fn objection(&self, _: &Field, _: &str) -> Option<Phrase> {
        None
    }

    fn answer(&self, answer: &str) -> String {
        quoted(answer)
    }
}

/// How deep lists may lie in lists: ayat, huruf, angka, and three more that no regulation names.
const LEVELS: usize = 6;

/// Whether a value is such a text.
pub(super) fn is_text(node: &Node) -> bool {
    fits(node, 0)
}

fn fits(node: &Node, level: usize) -> bool {
    match &node.value {
        node::Value::String(_) => true,
        // A list belongs to the text before it; without one it would belong to nothing.
        node::Value::Array(list) => {
            level < LEVELS
                && list.first().is_none_or(|first| first.array().is_none())
                && list.iter().all(|item| fits(item, level + 1))
        }
        _ => false,
    }
}
