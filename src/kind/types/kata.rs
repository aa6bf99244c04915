//! `kata`: a word for the program: a name, a code, a file. Never printed.

use serde_json::{Value, json};

use super::{Blank, Inside, Nature, Read, ValueType, quoted};
use crate::kind::Field;
use crate::kind::schema::Writer;
use crate::source::node::Node;
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

/// A word for the program.
#[derive(Debug)]
pub(super) struct Kata;

impl ValueType for Kata {
    fn expectation(&self) -> Phrase {
        words::value::a_text()
    }

    fn read(&self, _: &Field, node: &Node, _: Bahasa) -> Read {
        Read::plain(node.str().is_some())
    }

    fn inside(&self, _: &Node) -> Inside<'_> {
        Inside::Nothing
    }

    fn nature(&self) -> Nature {
        Nature::Claim
    }

    fn schema(&self, _: &Field, _: &mut Writer<'_>) -> Value {
        json!({ "type": "string" })
    }

    fn blank(&self, _: &Field) -> Option<Blank> {
        None
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
