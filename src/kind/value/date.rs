//! Dates as drafts give them: a date of TOML, a text, or a table with the date in several forms.

use chrono::NaiveDate;

use crate::source::node::{Node, Table, Value};
use crate::wording::{self, ParsedDate};

/// What a value says of a date.
#[derive(Clone, Debug, Default)]
pub struct DateValue {
    /// The day, where what is said agrees and the calendar has it.
    pub(crate) day: Option<NaiveDate>,
    /// What its texts say: the text itself, or those of a table.
    pub(crate) said: Vec<DateText>,
}

/// One saying of a date.
#[derive(Clone, Debug)]
pub struct DateText {
    /// The key that it stands under, where the value is a table.
    pub(crate) key: Option<&'static str>,
    /// What was read; `None` for words that say no date.
    pub(crate) parsed: Option<ParsedDate>,
}

impl DateText {
    /// The day, where the saying agrees with itself.
    pub(crate) fn day(&self) -> Option<NaiveDate> {
        self.parsed.as_ref()?.date()
    }
}

/// The weekday, in a table that says a date.
pub(crate) const WEEKDAY: &str = "hari";
/// The date in figures there.
pub(crate) const FIGURES: &str = "angka";
/// The date in words there.
pub(crate) const WORDS: &str = "terbilang";

/// The keys that say the whole date, the plainest first.
const FORMS: [&str; 3] = ["tanggal", FIGURES, WORDS];

impl DateValue {
    /// Reads a value; what cannot be read says nothing.
    pub(crate) fn read(node: &Node) -> Self {
        match &node.value {
            Value::Datetime(moment) => Self { day: from_toml(moment), said: Vec::new() },
            Value::String(text) => {
                let said = DateText { key: None, parsed: wording::parse_date(text) };
                Self { day: said.day(), said: vec![said] }
            }
            Value::Table(table) => Self::of_table(table),
            _ => Self::default(),
        }
    }

    fn of_table(table: &Table) -> Self {
        let mut read = Self::default();
        for key in FORMS {
            let day = match table.get(key).map(|node| &node.value) {
                Some(Value::Datetime(moment)) => from_toml(moment),
                Some(Value::String(text)) => {
                    let said = DateText { key: Some(key), parsed: wording::parse_date(text) };
                    let day = said.day();
                    read.said.push(said);
                    day
                }
                _ => None,
            };
            read.day = read.day.or(day);
        }
        read
    }

    /// Whether the value may stand in a field for dates. It may contradict itself (another rule says
    /// so), but it must speak of a date.
    pub(crate) fn fits(&self, node: &Node) -> bool {
        match &node.value {
            // A clock or an offset may mean the day before or after elsewhere.
            Value::Datetime(moment) => self.day.is_some() && moment.time.is_none(),
            Value::String(text) => text.trim().is_empty() || self.said.iter().any(is_real),
            Value::Table(table) => {
                let known = |key: &str| key == WEEKDAY || FORMS.contains(&key);
                table.0.iter().all(|entry| known(&entry.key))
                    && FORMS.iter().any(|key| table.get(key).is_some())
            }
            _ => false,
        }
    }

    /// What is said under a key of a table, or by the text itself.
    pub(crate) fn saying(&self, key: Option<&str>) -> Option<&DateText> {
        self.said.iter().find(|said| said.key == key)
    }
}

fn is_real(said: &DateText) -> bool {
    let parsed = said.parsed.as_ref();
    parsed.is_some_and(|one| one.date().is_some() || !one.disagreements().is_empty())
}

/// The calendar date of a TOML date.
pub fn from_toml(moment: &toml::value::Datetime) -> Option<NaiveDate> {
    let date = moment.date?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}
