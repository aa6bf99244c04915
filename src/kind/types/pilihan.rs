//! `pilihan`: one of the field's options.

use serde_json::{Value, json};

use super::{Blank, Fit, Inside, Nature, Read, ValueType, quoted};
use crate::kind::Field;
use crate::kind::schema::Writer;
use crate::source::node::Node;
use crate::wording::Bahasa;
use crate::words::{self, Argument, Phrase};

/// One of the field's options.
#[derive(Debug)]
pub(super) struct Pilihan;

impl ValueType for Pilihan {
    fn expectation(&self) -> Phrase {
        words::value::an_option()
    }

    fn read(&self, field: &Field, node: &Node, _: Bahasa) -> Read {
        let fit = match node.str() {
            None => Fit::Wrong,
            // A choice that is still open.
            Some("") => Fit::Good,
            Some(word) if options(field).iter().any(|option| option == word) => Fit::Good,
            Some(_) => Fit::NoOption,
        };
        Read { fit, typed: None }
    }

    fn inside(&self, _: &Node) -> Inside<'_> {
        Inside::Nothing
    }

    fn nature(&self) -> Nature {
        Nature::Claim
    }

    fn schema(&self, field: &Field, _: &mut Writer<'_>) -> Value {
        let known = options(field).iter().map(String::as_str);
        let all: Vec<&str> = known.chain([""]).collect();
        json!({ "type": "string", "enum": all })
    }

    fn blank(&self, field: &Field) -> Option<Blank> {
        Blank::hint(words::form::choose(Argument::list(options(field), ", ")))
    }

    fn example(&self, field: &Field) -> String {
        quoted(field.example_or_option())
    }

    fn is_asked(&self) -> bool {
        true
    }

    fn objection(&self, field: &Field, answer: &str) -> Option<Phrase> {
        let known = options(field);
        let unknown = !known.iter().any(|option| option == answer);
        unknown.then(|| words::objection::option(Argument::list(known, ", ")))
    }

    fn answer(&self, answer: &str) -> String {
        quoted(answer)
    }
}

fn options(field: &Field) -> &[String] {
    field.options.as_deref().unwrap_or_default()
}
