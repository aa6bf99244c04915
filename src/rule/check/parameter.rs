//! Parameters that several checks have.

use std::borrow::Cow;

use regex::Regex;
use regex_syntax::ast::ErrorKind;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

use super::Scope;
use crate::finding::Place;
use crate::rule::declared::{RuleFault, parameter_path};
use crate::source::Span;
use crate::text::Question;
use crate::wording::{Builds, Built};
use crate::words::{self, Phrase};

/// A pattern of a pack, built when it is first used.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(crate) struct Pattern {
    text: String,
    builds: Builds,
    /// What tells "has the text this pattern?" from other questions about a text.
    question: Question,
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
        Self { text, builds: Builds::new(), question: Question::fresh() }
    }
}

impl Pattern {
    /// Whether a text matches. A pattern that cannot be built matches nothing; no pack with one is
    /// let in.
    pub(super) fn matches(&self, text: &str) -> bool {
        self.regex(text).is_some_and(|pattern| pattern.is_match(text))
    }

    /// The same of a printed text, of which it is remembered.
    pub(super) fn is_in(&self, scope: &Scope<'_>, index: usize) -> bool {
        scope.answers_to(index, self.question, |text| self.matches(text))
    }

    /// Wherever a text matches: the first group, where the pattern has one, else all of it.
    pub(super) fn spans(&self, text: &str) -> Vec<Span> {
        let found = self.regex(text).into_iter().flat_map(|pattern| pattern.captures_iter(text));
        found.filter_map(|one| one.get(1).or_else(|| one.get(0))).map(|one| one.range()).collect()
    }

    fn regex(&self, text: &str) -> Option<&Built> {
        self.builds.for_text(text, || Cow::Borrowed(&self.text))
    }

    /// Why it cannot be built, if it cannot, or that it says nothing.
    pub(super) fn fault(&self, parameter: &str) -> Option<RuleFault> {
        if self.text.is_empty() {
            return Some(RuleFault::of(parameter, words::pattern::empty()));
        }
        let error = Regex::new(&self.text).err()?;
        let path = parameter_path(parameter);
        Some(match flaw(&self.text) {
            Some((span, fault)) => {
                RuleFault::at(Place::within(path, span), words::pattern::unusable(fault))
            }
            None => {
                let fault = words::pattern::too_large(error);
                RuleFault::of(parameter, words::pattern::unusable(fault))
            }
        })
    }
}

/// What is wrong with the text of a pattern, and where in it.
fn flaw(text: &str) -> Option<(Span, Phrase)> {
    let (span, fact) = match regex_syntax::parse(text).err()? {
        regex_syntax::Error::Parse(error) => (*error.span(), syntax(error.kind())),
        regex_syntax::Error::Translate(error) => (*error.span(), None),
        _ => return None,
    };
    let fact = fact.unwrap_or_else(words::pattern::no_expression);
    Some((span.start.offset..span.end.offset, fact))
}

/// The faults that people make.
fn syntax(kind: &ErrorKind) -> Option<Phrase> {
    Some(match kind {
        ErrorKind::ClassUnclosed => words::pattern::class_unclosed(),
        ErrorKind::ClassRangeInvalid => words::pattern::range_reversed(),
        ErrorKind::EscapeUnrecognized | ErrorKind::EscapeUnexpectedEof => {
            words::pattern::escape_unknown()
        }
        ErrorKind::GroupUnclosed => words::pattern::group_unclosed(),
        ErrorKind::GroupUnopened => words::pattern::group_unopened(),
        ErrorKind::RepetitionMissing => words::pattern::repeats_nothing(),
        ErrorKind::RepetitionCountInvalid
        | ErrorKind::RepetitionCountUnclosed
        | ErrorKind::RepetitionCountDecimalEmpty => words::pattern::bad_repetition(),
        ErrorKind::UnsupportedLookAround => words::pattern::no_look_around(),
        ErrorKind::UnsupportedBackreference => words::pattern::no_backreference(),
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
    use crate::words::Language;

    #[test]
    fn what_is_wrong_with_a_pattern_is_said_where_it_is() {
        let fault = |text: &str| Pattern::from(text.to_owned()).fault("pola");
        assert!(fault("^(kdn|bja)$").is_none());
        let flawed = fault("menteri (koordinator").unwrap();
        assert_eq!(flawed.spot.part, Part::Within(8..9));
        let said = |fault: RuleFault| fault.message.text(Language::Indonesian);
        assert_eq!(said(flawed), "pola tidak dapat dipakai: kurung tidak ditutup");
        for text in ["[a-", "*", "a{2", r"\y", "(?=a)", r"(a)\1", "a)", "[z-a]"] {
            let said = said(fault(text).unwrap());
            assert!(said.starts_with("pola tidak dapat dipakai: "), "{text}");
        }
        assert_eq!(said(fault("").unwrap()), "pola kosong cocok dengan teks apa pun");
        // One that is sound as a text may still be too large to be built.
        assert!(matches!(fault(r"\w{999}{999}").unwrap().spot.part, Part::Value));
    }
}
