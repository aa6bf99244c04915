//! `daftar<T>`: any number of the same. One may stand without brackets.

use serde_json::Value;

use super::{Blank, FieldType, Inside, Nature, Read, ValueType};
use crate::kind::Field;
use crate::kind::schema::{Writer, one_or_many};
use crate::source::node::Node;
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

impl ValueType for Box<FieldType> {
    fn expectation(&self) -> Phrase {
        words::value::a_list(self.home().expectation())
    }

    /// Each member is read for itself.
    fn read(&self, _: &Field, _: &Node, _: Bahasa) -> Read {
        Read::plain(true)
    }

    fn inside(&self, node: &Node) -> Inside<'_> {
        match node.array() {
            Some(_) => Inside::Members(self),
            None => Inside::Itself(self),
        }
    }

    fn nature(&self) -> Nature {
        Nature::Structure
    }

    fn schema(&self, field: &Field, writer: &mut Writer<'_>) -> Value {
        one_or_many(self.home().schema(field, writer))
    }

    fn blank(&self, _: &Field) -> Option<Blank> {
        if !self.is_text() {
            return None;
        }
        Blank::open("[\"…\"]".to_owned())
    }

    fn example(&self, field: &Field) -> String {
        format!("[{}]", self.home().example(field))
    }

    fn is_asked(&self) -> bool {
        self.home().is_asked()
    }

    fn objection(&self, field: &Field, answer: &str) -> Option<Phrase> {
        self.home().objection(field, answer)
    }

    fn answer(&self, answer: &str) -> String {
        format!("[{}]", self.home().answer(answer))
    }
}
