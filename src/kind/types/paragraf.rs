//! `paragraf`: one or more paragraphs, a string or a list of strings.

use serde_json::{Value, json};

use super::{Blank, FieldType, Inside, Nature, Read, ValueType, quoted};
use crate::kind::Field;
use crate::kind::schema::{Writer, one_or_many};
use crate::source::node::Node;
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

/// One or more paragraphs.
#[derive(Debug)]
pub(super) struct Paragraf;

impl ValueType for Paragraf {
    fn expectation(&self) -> Phrase {
        words::value::texts()
    }

    fn read(&self, _: &Field, node: &Node, _: Bahasa) -> Read {
        let texts = |list: &[Node]| list.iter().all(|item| item.str().is_some());
        Read::plain(node.str().is_some() || node.array().is_some_and(texts))
    }

    fn inside(&self, node: &Node) -> Inside<'_> {
        match node.array() {
            Some(_) => Inside::Members(&FieldType::Paragraf),
            None => Inside::Nothing,
        }
    }

    fn nature(&self) -> Nature {
        Nature::Text
    }

    fn schema(&self, _: &Field, _: &mut Writer<'_>) -> Value {
        one_or_many(json!({ "type": "string" }))
    }

    fn blank(&self, _: &Field) -> Option<Blank> {
        Blank::open(quoted("…"))
    }

    fn example(&self, field: &Field) -> String {
        quoted(field.example_or_option())
    }

    fn is_asked(&self) -> bool {
        true
    }

    fn objection(&self, _: &Field, _: &str) -> Option<Phrase> {
        None
    }

    fn answer(&self, answer: &str) -> String {
        quoted(answer)
    }
}
