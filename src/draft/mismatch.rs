//! A value of another type than its field's: what to write instead, and where that is certain, the
//! change.

use crate::finding::{Builtin, Fault, Hit, Part, Place};
use crate::kind::FieldType;
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::text::{plain_amount, truth};
use crate::words::{Phrase, mismatch};

/// The fault of a value that is of no use to its field.
pub(super) fn type_fault(expected: &FieldType, node: &Node, path: FieldPath) -> Fault {
    let name = path.last_key().unwrap_or_default();
    let cure = Cure::of(expected, node, name);
    let hit = Hit::at(Place::value(path.clone()))
        .word("bidang", name)
        .word("cara", cure.how)
        .word("harapan", expected.home().expectation())
        .word("nyata", node.type_name());
    let place = Place { path, part: Part::Source(node.span.clone()) };
    let hit = match cure.instead {
        Some(text) => hit.mend(place, text),
        None => hit,
    };
    (Builtin::TypeMismatch, hit)
}

struct Cure {
    how: Phrase,
    /// TOML that says the very same as a value of the right type.
    instead: Option<String>,
}

impl Cure {
    fn of(expected: &FieldType, node: &Node, name: &str) -> Self {
        let known = match (expected, &node.value) {
            (FieldType::Bilangan, Value::String(text)) => plain_amount(text).map(Self::figures),
            (FieldType::Uang, Value::String(text)) => {
                let amount = plain_amount(text).map(Self::figures);
                amount.or_else(|| Some(Self::only(mismatch::amount())))
            }
            (FieldType::YaTidak, Value::String(text)) => truth(text).map(Self::truth),
            (FieldType::Lama, Value::Integer(number)) => {
                Some(Self::only(mismatch::length_without_unit(number)))
            }
            (FieldType::Uang, Value::Float(_)) => Some(Self::only(mismatch::amount_with_point())),
            (_, Value::Datetime(moment)) => moment
                .date
                .filter(|_| moment.time.is_some())
                .map(|day| Self::only(mismatch::clock(day))),
            (text, Value::Integer(number)) if text.is_text() => Some(Self::quoted(number)),
            (FieldType::Record(_), Value::Array(list))
                if list.iter().all(|one| one.table().is_some()) =>
            {
                Some(Self::only(mismatch::one_table(name)))
            }
            (FieldType::Record(record), Value::String(_)) => {
                Some(Self::only(mismatch::table(record.name())))
            }
            _ => None,
        };
        known.unwrap_or_else(|| Self::only(mismatch::any()))
    }

    fn only(how: Phrase) -> Self {
        Self { how, instead: None }
    }

    fn figures(figures: String) -> Self {
        Self { how: mismatch::figures(&figures), instead: Some(figures) }
    }

    fn truth(truth: &str) -> Self {
        Self { how: mismatch::truth(truth), instead: Some(truth.to_owned()) }
    }

    fn quoted(number: &i64) -> Self {
        Self { how: mismatch::quotes(number), instead: Some(format!("\"{number}\"")) }
    }
}
