//! Amounts of money, with the words that may stand beside the figures.

use super::integer;
use crate::source::node::{Node, Value};
use crate::wording::{self, Bahasa, OldSpelling};

/// The words of an amount, in a table that says one.
pub(crate) const WORDS: &str = "terbilang";

/// What a value says of money.
#[derive(Clone, Debug)]
pub struct MoneyValue {
    /// The amount; `None` where the figures cannot be read.
    pub(crate) money: Option<Money>,
    /// What its words say, where there are any.
    pub(crate) words: Option<MoneyWords>,
}

/// The words of an amount, read once.
#[derive(Clone, Debug)]
pub struct MoneyWords {
    /// The number; `None` where the words say none.
    pub(crate) number: Option<u64>,
    /// Words in an old spelling.
    pub(crate) old: Vec<OldSpelling>,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// Whole units.
    pub(crate) amount: u64,
    /// `Rp`, `RM`.
    pub(crate) currency: String,
    /// The words that were written beside it.
    pub(crate) words: Option<String>,
}

impl MoneyValue {
    /// Reads a value.
    pub(crate) fn read(node: &Node, language: Bahasa) -> Self {
        let words = node.get(WORDS).and_then(Node::str);
        let words = words.map(|said| MoneyWords::read(said, language));
        Self { money: money(node, language), words }
    }
}

impl MoneyWords {
    fn read(said: &str, language: Bahasa) -> Self {
        let plain = ["ringgit malaysia", "rupiah", "sahaja", "ringgit", ":"]
            .iter()
            .fold(said.to_lowercase(), |text, word| text.replace(word, " "));
        let number = wording::parse_cardinal(&plain, language).map(|read| read.value);
        // Read again as it is written: the places of words count from its beginning.
        let written = said.trim_end().trim_end_matches("rupiah");
        let old = wording::parse_cardinal(written, language).map_or_else(Vec::new, |read| read.old);
        Self { number, old }
    }
}

/// The amount that a value says: a number, or a table with `nilai`, `mata_uang` and `terbilang`.
pub fn money(node: &Node, language: Bahasa) -> Option<Money> {
    let usual = match language {
        Bahasa::Indonesia => "Rp",
        Bahasa::Melayu => "RM",
    };
    let (number, currency, words) = match &node.value {
        Value::Table(table) => {
            let text = |key: &str| table.get(key).and_then(Node::str).map(str::to_owned);
            (table.get("nilai")?, text("mata_uang"), text(WORDS))
        }
        _ => (node, None, None),
    };
    let amount = u64::try_from(integer(number)?).ok()?;
    Some(Money { amount, currency: currency.unwrap_or_else(|| usual.to_owned()), words })
}

impl Money {
    /// `Rp1.500.000,00`
    pub(crate) fn figures(&self, language: Bahasa) -> String {
        let decimals = match language {
            Bahasa::Indonesia => ",00",
            Bahasa::Melayu => ".00",
        };
        format!("{}{}{decimals}", self.currency, wording::digits(self.amount, language))
    }

    /// `Rp1.500.000,00 (satu juta lima ratus ribu rupiah)`
    pub(crate) fn long(&self, language: Bahasa) -> String {
        let figures = self.figures(language);
        let words = self.words.clone().or_else(|| match self.currency.as_str() {
            "Rp" => Some(format!("{} rupiah", wording::cardinal(self.amount, language))),
            "RM" => Some(format!("Ringgit Malaysia: {}", wording::cardinal(self.amount, language))),
            _ => None,
        });
        words.map_or_else(|| figures.clone(), |words| format!("{figures} ({words})"))
    }
}
