//! `lama`: a length of time, `2 tahun` or `30 hari kerja`.

use serde_json::{Value, json};

use super::{Blank, Inside, Nature, Read, ValueType, quoted};
use crate::kind::Field;
use crate::kind::schema::Writer;
use crate::kind::value::{self, Typed};
use crate::source::node::Node;
use crate::wording::{self, Bahasa};
use crate::words::{self, Phrase};

/// A length of time.
#[derive(Debug)]
pub(super) struct Lama;

impl ValueType for Lama {
    fn expectation(&self) -> Phrase {
        words::value::a_length()
    }

    fn read(&self, _: &Field, node: &Node, _: Bahasa) -> Read {
        let term = value::term(node);
        let says = |text: &str| text.trim().is_empty() || wording::says_a_length(text);
        let fits = term.is_some() || node.str().is_some_and(says);
        Read::typed(fits, term.map(Typed::Term))
    }

    fn inside(&self, _: &Node) -> Inside<'_> {
        Inside::Nothing
    }

    fn nature(&self) -> Nature {
        Nature::Length
    }

    fn schema(&self, _: &Field, _: &mut Writer<'_>) -> Value {
        json!({ "type": "string" })
    }

    fn blank(&self, field: &Field) -> Option<Blank> {
        Blank::like(field, "\"2 tahun\"")
    }

    fn example(&self, _: &Field) -> String {
        quoted("2 tahun")
    }

    fn is_asked(&self) -> bool {
        true
    }

    fn objection(&self, _: &Field, answer: &str) -> Option<Phrase> {
        (!wording::says_a_length(answer)).then(words::objection::length)
    }

    fn answer(&self, answer: &str) -> String {
        quoted(answer)
    }
}
