//! Values that are more than words: dates, lengths of time, money, numbers and sizes, read from what
//! people write.

pub mod date;
pub mod money;

use chrono::NaiveDate;

use crate::source::node::{Node, Value};
use crate::text::length::Length;
use crate::wording::{self, Term};

pub use date::from_toml;
pub(crate) use date::{DateText, DateValue};
pub(crate) use money::{MoneyValue, money};

/// What a value says by the type of its field.
#[derive(Clone, Debug)]
pub(crate) enum Typed {
    /// A date in any of its forms, or a phrase where a date may stand.
    Date(DateValue),
    /// A length of time.
    Term(Term),
    /// An amount of money.
    Money(MoneyValue),
    /// A whole number that was put in quotes.
    Integer(i64),
    /// A size on paper, in centimetres.
    #[allow(dead_code, reason = "pages read it; the type keeps what was read")]
    Size(f64),
}

/// The day that a value says in any of the forms of a date; `None` when it contradicts itself.
pub fn date(node: &Node) -> Option<NaiveDate> {
    DateValue::read(node).day
}

/// The length of time that a text says.
pub fn term(node: &Node) -> Option<Term> {
    wording::parse_term(node.str()?)
}

/// A whole number, also when it was put in quotes.
pub fn integer(node: &Node) -> Option<i64> {
    match &node.value {
        Value::Integer(number) => Some(*number),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A size on paper in centimetres, that of a page at most.
pub fn size(node: &Node) -> Option<f64> {
    let centimetres = Length::parse(node.str()?)?.absolute()?;
    (0.2..=17.0).contains(&centimetres).then_some(centimetres)
}
