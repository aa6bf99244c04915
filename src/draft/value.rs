//! Values of the field types, read from what people write.

use jiff::civil::Date;

use crate::source::node::{Node, Value};
use crate::text::length::Length;
use crate::wording::{self, Bahasa, Term};

/// The date that a `tanggal` field says in any of its forms; `None` when it contradicts itself.
pub fn date(node: &Node) -> Option<Date> {
    match &node.value {
        Value::Datetime(moment) => from_toml(moment),
        Value::String(text) => wording::parse_date(text).and_then(|parsed| parsed.date()),
        Value::Table(table) => ["tanggal", "angka", "terbilang"]
            .iter()
            .filter_map(|key| table.get(key))
            .find_map(|inner| match &inner.value {
                Value::Table(_) => None,
                _ => date(inner),
            }),
        _ => None,
    }
}

/// The calendar date of a TOML date.
pub fn from_toml(moment: &toml::value::Datetime) -> Option<Date> {
    let date = moment.date?;
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    Date::new(year, month, i8::try_from(date.day).ok()?).ok()
}

/// The term that a `lama` field says.
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

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// Whole units.
    pub amount: u64,
    /// `Rp`, `RM`.
    pub currency: String,
    /// The words that were written beside it.
    pub words: Option<String>,
}

/// The amount that an `uang` field says.
pub fn money(node: &Node, language: Bahasa) -> Option<Money> {
    let usual = if language == Bahasa::Melayu { "RM" } else { "Rp" };
    match &node.value {
        Value::Table(table) => {
            let text = |key: &str| table.get(key).and_then(Node::str).map(str::to_owned);
            Some(Money {
                amount: u64::try_from(integer(table.get("nilai")?)?).ok()?,
                currency: text("mata_uang").unwrap_or_else(|| usual.to_owned()),
                words: text("terbilang"),
            })
        }
        _ => Some(Money {
            amount: u64::try_from(integer(node)?).ok()?,
            currency: usual.to_owned(),
            words: None,
        }),
    }
}

impl Money {
    /// `Rp1.500.000,00`
    pub fn figures(&self, language: Bahasa) -> String {
        let decimals = if language == Bahasa::Melayu { ".00" } else { ",00" };
        format!("{}{}{decimals}", self.currency, wording::digits(self.amount, language))
    }

    /// `Rp1.500.000,00 (satu juta lima ratus ribu rupiah)`
    pub fn long(&self, language: Bahasa) -> String {
        let figures = self.figures(language);
        let words = self.words.clone().or_else(|| match self.currency.as_str() {
            "Rp" => Some(format!("{} rupiah", wording::cardinal(self.amount, language))),
            "RM" => Some(format!("Ringgit Malaysia: {}", wording::cardinal(self.amount, language))),
            _ => None,
        });
        words.map_or_else(|| figures.clone(), |words| format!("{figures} ({words})"))
    }
}
