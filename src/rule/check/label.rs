//! `sebutan_seragam`: a party is called as it was introduced.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::words;

/// `PIHAK PERTAMA` or `PIHAK I` in a text whose first party is `PIHAK KESATU`. A label beyond the number
/// of the parties is left alone: `PIHAK KETIGA` may be anybody.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Label {}

impl CheckKind for Label {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "yang tertulis"), word("seharusnya", "yang seharusnya tertulis")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::role(Role::Pihak, "sebutan")]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let labels = labels(scope);
        if !labels.iter().any(|label| ordinals(label).next().is_some()) {
            return Vec::new();
        }
        let mut hits = Vec::new();
        each(scope, &labels, &mut |place, said, right| {
            if let Some(right) = right {
                hits.push(Hit::at(place).word("tertulis", said).word("seharusnya", right));
            }
        });
        hits
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let labels = labels(scope);
        let mut silences = Vec::new();
        each(scope, &labels, &mut |place, said, right| {
            if right.is_none() {
                silences.push(Silence::at(place, words::check::label_of_nobody(said)));
            }
        });
        silences
    }
}

/// Meets every `PIHAK KEDUA` by which no party was introduced, with the label of the party of that
/// number where there is one.
fn each(scope: &Scope<'_>, labels: &[&str], meet: &mut dyn FnMut(Place, &str, Option<&str>)) {
    for (path, text, at) in HEADS.into_iter().flat_map(|head| scope.phrase(head)) {
        let Some((span, number)) = ordinal(text, at) else {
            continue;
        };
        let said = text.get(span.clone()).unwrap_or_default();
        if !introduced(labels, said) {
            let right = labels.get(number).filter(|label| ordinals(label).next().is_some());
            meet(Place::within(path.clone(), span), said, right.copied());
        }
    }
}

fn labels<'a>(scope: &'a Scope<'_>) -> Vec<&'a str> {
    let parties = scope.draft.facts().parties();
    parties.map(|party| party.label().unwrap_or_default().trim()).collect()
}

/// Whether some party is introduced so, alone or with more ("PIHAK KESATU/PEMBERI HIBAH"). Other
/// letters are another matter.
fn introduced(labels: &[&str], said: &str) -> bool {
    let own =
        |label: &str, span: Span| label.get(span).is_some_and(|own| own.eq_ignore_ascii_case(said));
    labels.iter().any(|label| ordinals(label).any(|(span, _)| own(label, span)))
}

const WORDS: [(&str, usize); 7] = [
    ("KESATU", 0),
    ("PERTAMA", 0),
    ("KEDUA", 1),
    ("KETIGA", 2),
    ("KEEMPAT", 3),
    ("KELIMA", 4),
    ("KEENAM", 5),
];

/// In the letters of a label; "pihak kedua" in small ones may be anybody.
const HEADS: [&str; 2] = ["PIHAK ", "Pihak "];

/// The signs that count as well: "PIHAK I", "PIHAK 1".
const SIGNS: [[&str; 6]; 2] = [["I", "II", "III", "IV", "V", "VI"], ["1", "2", "3", "4", "5", "6"]];

/// Every `PIHAK KEDUA` of a text with its place in the row, from 0.
fn ordinals(text: &str) -> impl Iterator<Item = (Span, usize)> {
    let found = HEADS.into_iter().flat_map(|head| text.match_indices(head));
    found.filter_map(|(at, _)| ordinal(text, at))
}

/// The `PIHAK KEDUA` that begins at a byte, with its place in the row, from 0.
fn ordinal(text: &str, at: usize) -> Option<(Span, usize)> {
    let start = at + HEADS[0].len();
    let rest = text.get(start..)?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let word = rest.get(..end)?;
    let named = |known: &str| known.eq_ignore_ascii_case(word) && is_capital(word);
    let word_at = WORDS.iter().find(|(known, _)| named(known)).map(|(_, number)| *number);
    let sign_at = || SIGNS.iter().find_map(|row| row.iter().position(|sign| *sign == word));
    Some((at..start + end, word_at.or_else(sign_at)?))
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_count_in_words_and_signs() {
        let at = |text: &str| ordinals(text).map(|(_, number)| number).collect::<Vec<_>>();
        assert_eq!(at("PIHAK PERTAMA dan Pihak II, PIHAK 3."), [0, 2, 1]);
        assert!(at("pihak kedua, Pihak kedua, PIHAK IX, PIHAK IMIGRASI, PARA PIHAK").is_empty());
    }
}
