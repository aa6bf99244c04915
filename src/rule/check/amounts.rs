//! `angka_terbilang`: "5 (lima)" says the same twice.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence};
use crate::draft::value;
use crate::finding::{Hit, Place};
use crate::kind::FieldType;
use crate::rule::declared::{Word, word};
use crate::source::node::{Node, Value};
use crate::wording::{self, Bahasa};

/// Figures and words of every number that is said twice agree.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amounts {}

impl CheckKind for Amounts {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("angka", "bilangan dalam angka"),
            word("tertulis", "bilangan dalam kata sebagaimana tertulis"),
            word("seharusnya", "bilangan dalam kata menurut angkanya"),
        ];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let language = scope.draft.language();
        let mut hits = Vec::new();
        for visit in scope.visits() {
            let wordy = visit.field_type.is_text()
                || matches!(visit.field_type, FieldType::Lama | FieldType::Waktu);
            match (visit.field_type, &visit.node.value) {
                (_, Value::String(text)) if wordy => {
                    for pair in visit.number_pairs(language) {
                        if pair.disagrees() {
                            let word = |span: &std::ops::Range<usize>| text.get(span.clone());
                            let words = Place::within(visit.path.clone(), pair.words.clone());
                            let right = wording::cardinal(pair.figure_value, language);
                            let said = word(&pair.words).unwrap_or_default();
                            let hit = Hit::at(words.clone())
                                .mend(words, wording::in_case_of(said, &right));
                            let figure = Place::within(visit.path.clone(), pair.figure.clone());
                            hits.push(
                                hit.word("angka", word(&pair.figure).unwrap_or_default())
                                    .word("tertulis", said)
                                    .word("seharusnya", right)
                                    .see(figure, "angkanya"),
                            );
                        }
                    }
                }
                (FieldType::Uang, Value::Table(_)) => {
                    let hit = money(visit.node, language);
                    hits.extend(hit.map(|(said, figure, right)| {
                        let place = Place::value(visit.path.key("terbilang"));
                        let hit = Hit::at(place.clone()).word("angka", figure);
                        let hit = match in_words(&said, &right) {
                            Some(words) => hit.mend(place, words),
                            None => hit,
                        };
                        hit.word("tertulis", said).word("seharusnya", right)
                    }));
                }
                _ => {}
            }
        }
        hits
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let language = scope.draft.language();
        let mut silences = Vec::new();
        for visit in scope.visits() {
            let silence = |place, said: &str| {
                Silence::at(place, format!("bilangan dalam kata \"{said}\" tidak dapat dibaca"))
            };
            match (visit.field_type, &visit.node.value) {
                (kind, Value::String(text)) if kind.is_text() => {
                    let pairs = visit.number_pairs(language).iter();
                    silences.extend(pairs.filter(|pair| pair.words_value.is_none()).map(|pair| {
                        let said = text.get(pair.words.clone()).unwrap_or_default();
                        silence(Place::within(visit.path.clone(), pair.words.clone()), said)
                    }));
                }
                (FieldType::Uang, Value::Table(_)) => {
                    let said = value::money(visit.node, language).and_then(|money| money.words);
                    let unread = said.filter(|said| spelt(said, language).is_none());
                    let place = || Place::value(visit.path.key("terbilang"));
                    silences.extend(unread.map(|said| silence(place(), &said)));
                }
                _ => {}
            }
        }
        silences
    }
}

/// The number that the words of an amount say.
fn spelt(said: &str, language: Bahasa) -> Option<u64> {
    let lower = said.to_lowercase();
    let number = ["ringgit malaysia", "rupiah", "sahaja", "ringgit", ":"]
        .iter()
        .fold(lower, |text, word| text.replace(word, " "));
    wording::parse_cardinal(&number, language).map(|read| read.value)
}

/// The right number with the words that stood around the wrong one.
fn in_words(said: &str, right: &str) -> Option<String> {
    let text = match said.trim().to_lowercase() {
        said if said.ends_with(" rupiah") => format!("{right} rupiah"),
        said if said.contains("ringgit") || said.contains("sahaja") => return None,
        _ => right.to_owned(),
    };
    Some(wording::in_case_of(said.trim(), &text))
}

/// The words of an amount that say another number: said, figure, right.
fn money(node: &Node, language: Bahasa) -> Option<(String, String, String)> {
    let money = value::money(node, language)?;
    let said = money.words.clone()?;
    let read = spelt(&said, language)?;
    let right = wording::cardinal(money.amount, language);
    (read != money.amount).then(|| (said, money.figures(language), right))
}
