//! `ejaan_lama`: numbers and months in a spelling that is no longer the standard one.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::shape::Visit;
use crate::finding::{Hit, Place};
use crate::kind::types::Nature;
use crate::kind::value::{date, money};
use crate::rule::declared::{Word, word};
use crate::source::node::Value;
use crate::source::path::FieldPath;
use crate::wording::{self, Bahasa, OldSpelling, ParsedDate};

/// Old spellings where the word is plainly a number or the month of a date: elsewhere it may be
/// part of a name or of a title that is quoted.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spelling {}

impl CheckKind for Spelling {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "yang tertulis"), word("seharusnya", "ejaan bakunya")];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for visit in scope.visits() {
            match &visit.node.value {
                Value::String(_) => {
                    let old = in_text(scope, visit).into_iter();
                    hits.extend(old.map(|old| hit(&visit.path, old)));
                }
                Value::Table(_) => hits.extend(in_table(scope, visit)),
                _ => {}
            }
        }
        hits
    }
}

/// Whether a language has old names of months: those that are read are Indonesian ones.
fn names_months_of_old(language: Bahasa) -> bool {
    match language {
        Bahasa::Indonesia => true,
        Bahasa::Melayu => false,
    }
}

/// The old spellings of a text, in its order.
fn in_text(scope: &Scope<'_>, visit: &Visit<'_>) -> Vec<OldSpelling> {
    let language = scope.draft.language();
    match visit.nature {
        Nature::Text => in_prose(visit, language),
        Nature::Length => in_numbers(visit, language).collect(),
        Nature::Date | Nature::Event | Nature::Time if names_months_of_old(language) => {
            in_date(scope, visit, None)
        }
        Nature::Date | Nature::Event | Nature::Time => Vec::new(),
        Nature::Number | Nature::Claim | Nature::Structure => Vec::new(),
    }
}

fn in_prose(visit: &Visit<'_>, language: Bahasa) -> Vec<OldSpelling> {
    // Hardly any text has either.
    if visit.dates().is_empty() && visit.number_pairs(language).is_empty() {
        return Vec::new();
    }
    let dates = visit.dates().iter().filter(|_| names_months_of_old(language));
    let dates = dates.flat_map(|date| moved(date.parsed.as_ref(), date.span.start));
    let mut found: Vec<OldSpelling> = dates.chain(in_numbers(visit, language)).collect();
    found.sort_by_key(|old| old.span.start);
    found.dedup();
    found
}

fn in_numbers(visit: &Visit<'_>, language: Bahasa) -> impl Iterator<Item = OldSpelling> {
    visit.number_pairs(language).iter().flat_map(|pair| pair.old.iter().cloned())
}

/// The words of an amount or date that is given in several forms.
fn in_table(scope: &Scope<'_>, visit: &Visit<'_>) -> Vec<Hit> {
    let (key, old) = match visit.nature {
        Nature::Number => {
            let words = scope.draft.money_at(&visit.path).and_then(|money| money.words.as_ref());
            (money::WORDS, words.map_or_else(Vec::new, |words| words.old.clone()))
        }
        Nature::Date if names_months_of_old(scope.draft.language()) => {
            (date::WORDS, in_date(scope, visit, Some(date::WORDS)))
        }
        Nature::Date | Nature::Event | Nature::Time => return Vec::new(),
        Nature::Text | Nature::Length | Nature::Claim | Nature::Structure => return Vec::new(),
    };
    old.into_iter().map(|old| hit(&visit.path.key(key), old)).collect()
}

fn in_date(scope: &Scope<'_>, visit: &Visit<'_>, key: Option<&str>) -> Vec<OldSpelling> {
    let said = scope.draft.date_at(&visit.path).and_then(|date| date.saying(key));
    moved(said.and_then(|said| said.parsed.as_ref()), 0)
}

/// The old spellings of a date that begins at a byte of its text.
fn moved(date: Option<&ParsedDate>, start: usize) -> Vec<OldSpelling> {
    let old = date.map_or(&[][..], |date| &date.old).iter().cloned();
    old.map(|old| OldSpelling { span: start + old.span.start..start + old.span.end, ..old })
        .collect()
}

fn hit(path: &FieldPath, old: OldSpelling) -> Hit {
    let right = wording::in_case_of(&old.written, &old.standard);
    let place = Place::within(path.clone(), old.span);
    let hit = Hit::at(place.clone()).word("tertulis", old.written);
    hit.word("seharusnya", &right).mend(place, right)
}
