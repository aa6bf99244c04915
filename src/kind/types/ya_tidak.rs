//! `ya-tidak`: true or false.

use serde_json::{Value, json};

use super::{Blank, Inside, Nature, Read, ValueType};
use crate::kind::Field;
use crate::kind::schema::Writer;
use crate::source::node::{self, Node};
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

/// True or false.
#[derive(Debug)]
pub(super) struct YaTidak;

impl ValueType for YaTidak {
    fn expectation(&self) -> Phrase {
        words::value::a_truth()
    }

    fn read(&self, _: &Field, node: &Node, _: Bahasa) -> Read {
        Read::plain(truth(node).is_some())
    }

    fn inside(&self, _: &Node) -> Inside<'_> {
        Inside::Nothing
    }

    fn nature(&self) -> Nature {
        Nature::Claim
    }

    fn schema(&self, _: &Field, _: &mut Writer<'_>) -> Value {
        json!({ "type": "boolean" })
    }

    fn blank(&self, _: &Field) -> Option<Blank> {
        None
    }

    fn example(&self, _: &Field) -> String {
        "true".to_owned()
    }

    fn is_asked(&self) -> bool {
        true
    }

    fn objection(&self, _: &Field, answer: &str) -> Option<Phrase> {
        (!matches!(answer, "true" | "false")).then(words::objection::truth)
    }

    fn answer(&self, answer: &str) -> String {
        answer.to_owned()
    }
}

fn truth(node: &Node) -> Option<bool> {
    match node.value {
        node::Value::Bool(truth) => Some(truth),
        _ => None,
    }
}
