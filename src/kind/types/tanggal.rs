//! `tanggal`: a date, also with its weekday, words and figures beside it.

use serde_json::{Value, json};

use super::{Blank, Inside, Nature, Read, ValueType, quoted};
use crate::kind::Field;
use crate::kind::schema::{Writer, date};
use crate::kind::value::{DateValue, Typed};
use crate::source::node::Node;
use crate::wording::{self, Bahasa};
use crate::words::{self, Phrase};

/// A date.
#[derive(Debug)]
pub(super) struct Tanggal;

impl ValueType for Tanggal {
    fn expectation(&self) -> Phrase {
        words::value::a_date()
    }

    fn read(&self, _: &Field, node: &Node, _: Bahasa) -> Read {
        let date = DateValue::read(node);
        Read::typed(date.fits(node), Some(Typed::Date(date)))
    }

    fn inside(&self, _: &Node) -> Inside<'_> {
        Inside::Nothing
    }

    fn nature(&self) -> Nature {
        Nature::Date
    }

    fn schema(&self, _: &Field, writer: &mut Writer<'_>) -> Value {
        writer.shared("tanggal", || json!({ "anyOf": [date(), { "type": "string" }, table()] }))
    }

    fn blank(&self, field: &Field) -> Option<Blank> {
        Blank::like(field, "2026-01-31")
    }

    fn example(&self, field: &Field) -> String {
        field.example.clone().unwrap_or_else(|| "2026-01-31".to_owned())
    }

    fn is_asked(&self) -> bool {
        true
    }

    fn objection(&self, _: &Field, answer: &str) -> Option<Phrase> {
        let is_date = wording::parse_date(answer).is_some_and(|parsed| parsed.date().is_some());
        (!is_date).then(words::objection::date)
    }

    fn answer(&self, answer: &str) -> String {
        quoted(answer)
    }
}

fn table() -> Value {
    let text = json!({ "type": "string" });
    json!({ "type": "object", "additionalProperties": false, "properties": {
        "tanggal": { "anyOf": [date(), text] },
        "hari": text,
        "terbilang": text,
        "angka": { "anyOf": [date(), text] },
    } })
}
