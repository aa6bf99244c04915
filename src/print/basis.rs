//! Citations: `Undang-Undang Nomor 6 Tahun 2011 tentang Keimigrasian (Lembaran Negara …)`.

use serde::Serialize;

use super::keys::basis as key;
use super::run::Runs;
use super::sentence::Sentence;
use super::value::{Record, Value};
use super::{Maker, keys};
use crate::draft::value;
use crate::kind::{Field, FieldType};
use crate::source::node::Node;
use crate::wording;

/// A regulation, a decree, a deed or a power.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Basis {
    /// What the draft says of it.
    #[serde(flatten)]
    pub(crate) given: Record,
    /// The whole citation; in the list of an opening with the mark that ends it.
    #[serde(rename = "kalimat")]
    pub(crate) sentence: Runs,
}

impl Maker<'_> {
    pub(super) fn basis(&self, field: &Field, node: &Node) -> Basis {
        let sentence = self.sentence(self.citation(node));
        Basis { given: self.entries(field, node, |_| true), sentence }
    }

    /// The legal bases of an opening: one list, so that every member but the last ends in a
    /// semicolon.
    pub(super) fn bases(&self, field: &Field) -> Value {
        let node = self.draft.root.get(&field.key);
        match (self.field(field, node), field.field_type().member()) {
            (Value::List(members), FieldType::Record(_)) => {
                let last = members.len();
                let closed = |(at, member)| closed(member, if at == last { "." } else { ";" });
                Value::List((1..).zip(members).map(closed).collect())
            }
            (other, _) => other,
        }
    }

    /// The sentence of a citation, with the last of its amendments.
    pub(super) fn citation(&self, node: &Node) -> Sentence {
        let change = node.get(key::CHANGES).map_or(&[][..], Node::members);
        let text = part(node, key::TEXT);
        let Some(last) = change.last().filter(|_| text.is_none()) else {
            return self.unamended(node);
        };
        let many = if change.len() > 1 {
            "beberapa kali diubah, terakhir dengan"
        } else {
            "diubah dengan"
        };
        let amended = Sentence::default().say(&format!("sebagaimana telah {many} "));
        let parts = [self.unamended(node), amended.then(self.unamended(last))];
        Sentence::joined(parts.into_iter().filter(|part| !part.is_empty()), " ")
    }

    fn unamended(&self, node: &Node) -> Sentence {
        if let Some(text) = part(node, key::TEXT) {
            return Sentence::of(text);
        }
        let year = node.get(key::YEAR).and_then(value::integer).map(|year| year.to_string());
        let date = node.get(key::DATE).and_then(value::date);
        let date = date.map(|date| wording::date_long(date, self.language));
        let parts = [
            ("", part(node, key::KIND), ""),
            ("Nomor ", part(node, key::NUMBER), ""),
            ("Tahun ", year.as_deref(), ""),
            ("tanggal ", date.as_deref(), ""),
            ("tentang ", part(node, key::SUBJECT), ""),
            ("(", part(node, key::GAZETTE), ")"),
        ];
        let given = parts.into_iter().filter_map(|(before, value, after)| {
            Some(Sentence::default().say(before).value(value?).say(after))
        });
        Sentence::joined(given, " ")
    }
}

/// A citation with the mark that ends it in a list.
fn closed(member: Value, mark: &str) -> Value {
    match member {
        Value::Basis(basis) => {
            Value::Basis(Basis { sentence: basis.sentence.closed_with(mark), ..basis })
        }
        other => other,
    }
}

fn part<'a>(node: &'a Node, key: &str) -> Option<&'a str> {
    node.get(key).and_then(Node::str).filter(|text| !text.trim().is_empty())
}

/// Whether a citation says what sort of paper it is.
pub(super) fn names_its_kind(node: &Node) -> bool {
    node.get(keys::basis::KIND).is_some_and(|kind| !kind.is_empty())
}
