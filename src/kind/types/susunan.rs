//! `susunan`: the order of the articles, with BAB groups.

use serde_json::{Value, json};

use super::{Blank, Inside, Nature, Read, ValueType, quoted};
use crate::kind::Field;
use crate::kind::schema::{Writer, one_or_many};
use crate::source::node::Node;
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

/// The order of the articles.
#[derive(Debug)]
pub(super) struct Susunan;

impl ValueType for Susunan {
    fn expectation(&self) -> Phrase {
        words::value::an_order()
    }

    fn read(&self, _: &Field, node: &Node, _: Bahasa) -> Read {
        Read::plain(node.array().is_some_and(|list| list.iter().all(is_entry)))
    }

    fn inside(&self, _: &Node) -> Inside<'_> {
        Inside::Nothing
    }

    fn nature(&self) -> Nature {
        Nature::Structure
    }

    fn schema(&self, _: &Field, _: &mut Writer<'_>) -> Value {
        json!({ "type": "array", "items": { "anyOf": [
            { "type": "string" },
            { "type": "object", "additionalProperties": false, "properties": {
                BAB: { "type": "string" },
                PASAL: one_or_many(json!({ "type": "string" })),
            } },
        ] } })
    }

    fn blank(&self, _: &Field) -> Option<Blank> {
        None
    }

    fn example(&self, _: &Field) -> String {
        "[]".to_owned()
    }

    fn is_asked(&self) -> bool {
        false
    }

    fn objection(&self, _: &Field, _: &str) -> Option<Phrase> {
        None
    }

    fn answer(&self, answer: &str) -> String {
        quoted(answer)
    }
}

/// The title of a BAB group.
pub(crate) const BAB: &str = "bab";

/// The names of its articles.
pub(crate) const PASAL: &str = "pasal";

fn is_entry(node: &Node) -> bool {
    let known = |key: &str| [BAB, PASAL].contains(&key);
    let table = node.table();
    node.str().is_some() || table.is_some_and(|table| table.0.iter().all(|one| known(&one.key)))
}
