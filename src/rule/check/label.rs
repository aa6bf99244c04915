//! `sebutan_seragam`: a party is called as it was introduced.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::words;

/// `PIHAK PERTAMA` in a text whose first party is `PIHAK KESATU`. A label beyond the number of the
/// parties is left alone: `PIHAK KETIGA` may be anybody.
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
    for (path, text, at) in scope.phrase(HEAD) {
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

/// Whether some party is introduced so, alone or with more ("PIHAK KESATU/PEMBERI HIBAH").
fn introduced(labels: &[&str], said: &str) -> bool {
    labels.iter().any(|label| ordinals(label).any(|(span, _)| label.get(span) == Some(said)))
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

const HEAD: &str = "PIHAK ";

/// Every `PIHAK KEDUA` of a text with its place in the row, from 0.
fn ordinals(text: &str) -> impl Iterator<Item = (Span, usize)> {
    text.match_indices(HEAD).filter_map(|(at, _)| ordinal(text, at))
}

/// The `PIHAK KEDUA` that begins at a byte, with its place in the row, from 0.
fn ordinal(text: &str, at: usize) -> Option<(Span, usize)> {
    let rest = text.get(at + HEAD.len()..)?;
    let end = rest.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(rest.len());
    let word = rest.get(..end)?;
    let (_, number) = WORDS.iter().find(|(known, _)| *known == word)?;
    Some((at..at + HEAD.len() + end, *number))
}
