//! Parameters that several checks have.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex::Regex;
use regex_syntax::ast::ErrorKind;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

use crate::finding::Place;
use crate::rule::declared::{RuleFault, parameter_path};
use crate::source::Span;

/// A pattern of a pack, built when it is first used.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(crate) struct Pattern {
    text: String,
    built: OnceLock<Option<Regex>>,
}

impl JsonSchema for Pattern {
    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

impl From<String> for Pattern {
    fn from(text: String) -> Self {
        Self { text, built: OnceLock::new() }
    }
}

impl Pattern {
    /// Whether a text matches. A pattern that cannot be built matches nothing; no pack with one is
    /// let in.
    pub(super) fn matches(&self, text: &str) -> bool {
        let built = self.built.get_or_init(|| Regex::new(&self.text).ok());
        built.as_ref().is_some_and(|pattern| pattern.is_match(text))
    }

    /// Why it cannot be built, if it cannot, or that it says nothing.
    pub(super) fn fault(&self, parameter: &str) -> Option<RuleFault> {
        if self.text.is_empty() {
            return Some(RuleFault::of(parameter, "pola kosong cocok dengan teks apa pun"));
        }
        let error = Regex::new(&self.text).err()?;
        let path = parameter_path(parameter);
        Some(match flaw(&self.text) {
            Some((span, what)) => RuleFault::at(Place::within(path, span), what),
            None => RuleFault::of(parameter, format!("pola tidak dapat dipakai: {error}")),
        })
    }
}

/// What is wrong with the text of a pattern, and where in it.
fn flaw(text: &str) -> Option<(Span, String)> {
    let (span, fact) = match regex_syntax::parse(text).err()? {
        regex_syntax::Error::Parse(error) => (*error.span(), syntax(error.kind())),
        regex_syntax::Error::Translate(error) => (*error.span(), None),
        _ => return None,
    };
    let fact = fact.unwrap_or("bukan ungkapan reguler yang sah");
    Some((span.start.offset..span.end.offset, format!("pola tidak dapat dipakai: {fact}")))
}

/// The faults that people make, in their language.
fn syntax(kind: &ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::ClassUnclosed => "kurung siku tidak ditutup",
        ErrorKind::ClassRangeInvalid => "rentang huruf terbalik",
        ErrorKind::EscapeUnrecognized | ErrorKind::EscapeUnexpectedEof => {
            "garis miring terbalik tanpa huruf sandi yang dikenal"
        }
        ErrorKind::GroupUnclosed => "kurung tidak ditutup",
        ErrorKind::GroupUnopened => "kurung tutup tanpa pembuka",
        ErrorKind::RepetitionMissing => "tanda ulang tanpa sesuatu di depannya",
        ErrorKind::RepetitionCountInvalid
        | ErrorKind::RepetitionCountUnclosed
        | ErrorKind::RepetitionCountDecimalEmpty => "banyaknya ulangan di dalam { } tidak sah",
        ErrorKind::UnsupportedLookAround => "(?= (?! (?<= dan (?<! tidak dikenal",
        ErrorKind::UnsupportedBackreference => "rujukan balik seperti \\1 tidak dikenal",
        _ => return None,
    })
}

/// One word or several, as packs write them.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(description = "Satu kata, atau daftar kata.")]
pub(crate) enum Words {
    /// A single one.
    #[schemars(description = "Satu.")]
    One(String),
    /// A list.
    #[schemars(description = "Beberapa.")]
    Many(Vec<String>),
}

impl Words {
    /// All of them.
    pub(super) fn all(&self) -> Vec<&str> {
        match self {
            Self::One(word) => vec![word],
            Self::Many(words) => words.iter().map(String::as_str).collect(),
        }
    }

    /// That there are none.
    pub(super) fn fault(&self, parameter: &str) -> Option<RuleFault> {
        match self {
            Self::One(_) => None,
            Self::Many(words) => RuleFault::empty(parameter, words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Part;

    #[test]
    fn what_is_wrong_with_a_pattern_is_said_where_it_is() {
        let fault = |text: &str| Pattern::from(text.to_owned()).fault("pola");
        assert!(fault("^(kdn|bja)$").is_none());
        let flawed = fault("menteri (koordinator").unwrap();
        assert_eq!(flawed.spot.part, Part::Within(8..9));
        assert_eq!(flawed.message, "pola tidak dapat dipakai: kurung tidak ditutup");
        for text in ["[a-", "*", "a{2", r"\y", "(?=a)", r"(a)\1", "a)", "[z-a]"] {
            assert!(
                fault(text).unwrap().message.starts_with("pola tidak dapat dipakai: "),
                "{text}"
            );
        }
        assert_eq!(fault("").unwrap().message, "pola kosong cocok dengan teks apa pun");
        // One that is sound as a text may still be too large to be built.
        assert!(matches!(fault(r"\w{999}{999}").unwrap().spot.part, Part::Value));
    }
}
