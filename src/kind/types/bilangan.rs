//! `bilangan`: a whole number, which people also put in quotes.

use serde_json::Value;

use super::{Blank, Inside, Nature, Read, ValueType, quoted};
use crate::kind::Field;
use crate::kind::schema::{Writer, whole};
use crate::kind::value::{self, Typed};
use crate::source::node::Node;
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

/// A whole number.
#[derive(Debug)]
pub(super) struct Bilangan;

impl ValueType for Bilangan {
    fn expectation(&self) -> Phrase {
        words::value::a_number()
    }

    fn read(&self, _: &Field, node: &Node, _: Bahasa) -> Read {
        let number = value::integer(node);
        // A number of TOML says what it is.
        let quoted = number.filter(|_| node.str().is_some());
        Read::typed(node.is_empty() || number.is_some(), quoted.map(Typed::Integer))
    }

    fn inside(&self, _: &Node) -> Inside<'_> {
        Inside::Nothing
    }

    fn nature(&self) -> Nature {
        Nature::Number
    }

    fn schema(&self, _: &Field, _: &mut Writer<'_>) -> Value {
        whole()
    }

    fn blank(&self, field: &Field) -> Option<Blank> {
        Blank::like(field, "1")
    }

    fn example(&self, field: &Field) -> String {
        field.example.clone().unwrap_or_else(|| "1".to_owned())
    }

    fn is_asked(&self) -> bool {
        true
    }

    fn objection(&self, _: &Field, answer: &str) -> Option<Phrase> {
        figures(answer).is_none().then(words::objection::number)
    }

    fn answer(&self, answer: &str) -> String {
        figures(answer).unwrap_or_else(|| quoted(answer))
    }
}

/// An answer that is nothing but figures.
fn figures(answer: &str) -> Option<String> {
    answer.parse::<u32>().is_ok().then(|| answer.to_owned())
}
