//! `uang`: an amount in rupiah or ringgit, or a table with `nilai`, `mata_uang` and `terbilang`.

use serde_json::{Value, json};

use super::{Blank, Inside, Nature, Read, ValueType, quoted};
use crate::kind::Field;
use crate::kind::schema::{Writer, whole};
use crate::kind::value::{MoneyValue, Typed};
use crate::source::node::Node;
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

/// Money.
#[derive(Debug)]
pub(super) struct Uang;

impl ValueType for Uang {
    fn expectation(&self) -> Phrase {
        words::value::an_amount()
    }

    fn read(&self, _: &Field, node: &Node, language: Bahasa) -> Read {
        let read = MoneyValue::read(node, language);
        Read::typed(node.is_empty() || read.money.is_some(), Some(Typed::Money(read)))
    }

    fn inside(&self, _: &Node) -> Inside<'_> {
        Inside::Nothing
    }

    fn nature(&self) -> Nature {
        Nature::Number
    }

    fn schema(&self, _: &Field, writer: &mut Writer<'_>) -> Value {
        writer.shared("uang", || json!({ "anyOf": [whole(), table()] }))
    }

    fn blank(&self, field: &Field) -> Option<Blank> {
        Blank::like(field, "1500000")
    }

    fn example(&self, field: &Field) -> String {
        field.example.clone().unwrap_or_else(|| "1".to_owned())
    }

    fn is_asked(&self) -> bool {
        true
    }

    fn objection(&self, _: &Field, answer: &str) -> Option<Phrase> {
        figures(answer).is_none().then(words::objection::amount)
    }

    fn answer(&self, answer: &str) -> String {
        figures(answer).unwrap_or_else(|| quoted(answer))
    }
}

/// An answer that is nothing but figures.
fn figures(answer: &str) -> Option<String> {
    answer.parse().is_ok_and(|amount: i64| amount >= 0).then(|| answer.to_owned())
}

fn table() -> Value {
    json!({ "type": "object", "required": ["nilai"], "properties": {
        "nilai": whole(),
        "mata_uang": { "type": "string" },
        "terbilang": { "type": "string" },
    } })
}
