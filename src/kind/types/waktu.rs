//! `waktu`: a date, a length of time or another phrase for when.

use serde_json::{Value, json};

use super::{Blank, Inside, Nature, Read, ValueType, quoted};
use crate::kind::Field;
use crate::kind::schema::{Writer, date};
use crate::kind::value::{DateValue, Typed};
use crate::source::node::{self, Node};
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

/// A time.
#[derive(Debug)]
pub(super) struct Waktu;

impl ValueType for Waktu {
    fn expectation(&self) -> Phrase {
        words::value::a_time()
    }

    fn read(&self, _: &Field, node: &Node, _: Bahasa) -> Read {
        read_moment(node)
    }

    fn inside(&self, _: &Node) -> Inside<'_> {
        Inside::Nothing
    }

    fn nature(&self) -> Nature {
        Nature::Time
    }

    fn schema(&self, _: &Field, _: &mut Writer<'_>) -> Value {
        json!({ "anyOf": [{ "type": "string" }, date()] })
    }

    fn blank(&self, field: &Field) -> Option<Blank> {
        Blank::like(field, "\"Triwulan II 2026\"")
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

/// Reads what is a date or any other text.
pub(super) fn read_moment(node: &Node) -> Read {
    let fits = match &node.value {
        node::Value::String(_) => true,
        node::Value::Datetime(moment) => moment.date.is_some() && moment.time.is_none(),
        _ => false,
    };
    Read::typed(fits, fits.then(|| Typed::Date(DateValue::read(node))))
}
