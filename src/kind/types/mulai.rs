//! `mulai`: the start of a term: `penandatanganan`, another event, or a date.

use serde_json::{Value, json};

use super::{Blank, Inside, Nature, Read, ValueType, quoted, waktu::read_moment};
use crate::kind::Field;
use crate::kind::schema::{Writer, date};
use crate::source::node::Node;
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

/// The start of a term.
#[derive(Debug)]
pub(super) struct Mulai;

impl ValueType for Mulai {
    fn expectation(&self) -> Phrase {
        words::value::a_start()
    }

    fn read(&self, _: &Field, node: &Node, _: Bahasa) -> Read {
        read_moment(node)
    }

    fn inside(&self, _: &Node) -> Inside<'_> {
        Inside::Nothing
    }

    fn nature(&self) -> Nature {
        Nature::Event
    }

    fn schema(&self, _: &Field, _: &mut Writer<'_>) -> Value {
        json!({ "anyOf": [{ "type": "string" }, date()] })
    }

    fn blank(&self, field: &Field) -> Option<Blank> {
        Blank::like(field, "\"penandatanganan\"")
    }

    fn example(&self, _: &Field) -> String {
        quoted("penandatanganan")
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
