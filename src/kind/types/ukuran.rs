//! `ukuran`: how wide something is on paper, `2,2 cm`.

use serde_json::{Value, json};

use super::{Blank, Inside, Nature, Read, ValueType, quoted};
use crate::kind::Field;
use crate::kind::schema::Writer;
use crate::kind::value::{self, Typed};
use crate::source::node::{self, Node};
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

/// A size on paper.
#[derive(Debug)]
pub(super) struct Ukuran;

impl ValueType for Ukuran {
    fn expectation(&self) -> Phrase {
        words::value::a_size()
    }

    fn read(&self, _: &Field, node: &Node, _: Bahasa) -> Read {
        let size = value::size(node);
        let fits = node.str().is_some() && (node.is_empty() || size.is_some());
        Read::typed(fits, size.map(Typed::Size))
    }

    fn inside(&self, _: &Node) -> Inside<'_> {
        Inside::Nothing
    }

    fn nature(&self) -> Nature {
        Nature::Number
    }

    fn schema(&self, _: &Field, _: &mut Writer<'_>) -> Value {
        let pattern = "^\\s*([0-9]+([.,][0-9]+)?\\s*(mm|cm|pt|in))?\\s*$";
        json!({ "type": "string", "pattern": pattern })
    }

    fn blank(&self, field: &Field) -> Option<Blank> {
        Blank::like(field, "\"2,2 cm\"")
    }

    fn example(&self, _: &Field) -> String {
        quoted("2,2 cm")
    }

    fn is_asked(&self) -> bool {
        true
    }

    fn objection(&self, _: &Field, answer: &str) -> Option<Phrase> {
        let node = Node { span: 0..0, value: node::Value::String(answer.to_owned()) };
        value::size(&node).is_none().then(words::objection::size)
    }

    fn answer(&self, answer: &str) -> String {
        quoted(answer)
    }
}
