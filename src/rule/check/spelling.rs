//! `ejaan_lama`: numbers and months in a spelling that is no longer the standard one.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::kind::FieldType;
use crate::rule::declared::{Word, word};
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::wording::{self, Bahasa, OldSpelling};

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
        let language = scope.draft.language();
        let mut hits: Vec<Hit> = Vec::new();
        for visit in scope.visits() {
            let Value::String(text) = &visit.node.value else {
                hits.extend(in_table(&visit.path, visit.node, visit.field_type, language));
                continue;
            };
            let mut found = Vec::new();
            // The old names of months are Indonesian ones.
            let dated = language == Bahasa::Indonesia;
            if dated
                && matches!(
                    visit.field_type,
                    FieldType::Tanggal | FieldType::Waktu | FieldType::Mulai
                )
            {
                found.extend(in_date(text, 0));
            }
            if dated && visit.field_type.is_text() {
                let dates = visit.dates().iter();
                found.extend(dates.flat_map(|span| {
                    in_date(text.get(span.clone()).unwrap_or_default(), span.start)
                }));
            }
            if visit.field_type.is_text() || *visit.field_type == FieldType::Lama {
                let pairs = visit.number_pairs(language);
                found.extend(pairs.iter().flat_map(|pair| pair.old.clone()));
            }
            found.sort_by_key(|old| old.span.start);
            found.dedup();
            hits.extend(found.into_iter().map(|old| hit(&visit.path, old)));
        }
        hits
    }
}

/// The words of an amount or date that is given in several forms.
fn in_table(path: &FieldPath, node: &Node, field_type: &FieldType, language: Bahasa) -> Vec<Hit> {
    let Some(words) = node.get("terbilang").and_then(Node::str) else {
        return Vec::new();
    };
    let old = match field_type {
        FieldType::Uang => {
            let number = words.trim_end().trim_end_matches("rupiah");
            wording::parse_cardinal(number, language).map(|number| number.old).unwrap_or_default()
        }
        FieldType::Tanggal if language == Bahasa::Indonesia => in_date(words, 0),
        _ => Vec::new(),
    };
    old.into_iter().map(|old| hit(&path.key("terbilang"), old)).collect()
}

fn in_date(text: &str, start: usize) -> Vec<OldSpelling> {
    let parsed = wording::parse_date(text).unwrap_or_default();
    let moved = |old: OldSpelling| OldSpelling {
        span: start + old.span.start..start + old.span.end,
        ..old
    };
    parsed.old.into_iter().map(moved).collect()
}

fn hit(path: &FieldPath, old: OldSpelling) -> Hit {
    let right = wording::in_case_of(&old.written, &old.standard);
    let place = Place::within(path.clone(), old.span);
    let hit = Hit::at(place.clone()).word("tertulis", old.written);
    hit.word("seharusnya", &right).mend(place, right)
}
