//! `angka_terbilang`: "5 (lima)" says the same twice.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence};
use crate::finding::{Hit, Place};
use crate::kind::types::Nature;
use crate::kind::value::{MoneyValue, money};
use crate::rule::declared::{Word, word};
use crate::source::Span;
use crate::source::node::Value;
use crate::source::path::FieldPath;
use crate::wording::{self, Bahasa, NumberPair};
use crate::words;

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
            match (visit.nature, &visit.node.value) {
                (Nature::Text | Nature::Length | Nature::Time, Value::String(text)) => {
                    let pairs = visit.number_pairs(language).iter();
                    let wrong = pairs.filter(|pair| pair.disagrees());
                    hits.extend(wrong.map(|pair| in_text(&visit.path, text, pair, language)));
                }
                (Nature::Number, Value::Table(_)) => {
                    let read = scope.draft.money_at(&visit.path);
                    hits.extend(read.and_then(|read| in_table(&visit.path, read, language)));
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
            match (visit.nature, &visit.node.value) {
                (Nature::Text, Value::String(text)) => {
                    let pairs = visit.number_pairs(language).iter();
                    silences.extend(pairs.filter(|pair| pair.words_value.is_none()).map(|pair| {
                        let said = text.get(pair.words.clone()).unwrap_or_default();
                        unread(Place::within(visit.path.clone(), pair.words.clone()), said)
                    }));
                }
                (Nature::Number, Value::Table(_)) => {
                    let place = Place::value(visit.path.key(money::WORDS));
                    let said = scope.draft.money_at(&visit.path).and_then(unread_words);
                    silences.extend(said.map(|said| unread(place, said)));
                }
                _ => {}
            }
        }
        silences
    }
}

fn unread(place: Place, said: &str) -> Silence {
    Silence::at(place, words::check::amount_unread(said))
}

/// The words of an amount that say no number.
fn unread_words(read: &MoneyValue) -> Option<&str> {
    let said = read.money.as_ref()?.words.as_deref()?;
    read.words.as_ref()?.number.is_none().then_some(said)
}

/// A number in a text whose words say another one than its figures.
fn in_text(path: &FieldPath, text: &str, pair: &NumberPair, language: Bahasa) -> Hit {
    let word = |span: &Span| text.get(span.clone()).unwrap_or_default();
    let words = Place::within(path.clone(), pair.words.clone());
    let figure = Place::within(path.clone(), pair.figure.clone());
    let (said, right) = (word(&pair.words), pair.figure_value.words(pair.currency, language));
    // Figure and words contradict each other; nobody here knows which of them is meant.
    let hit = Hit::at(words.clone()).mend_perhaps(words, wording::in_case_of(said, &right));
    let hit = hit.word("angka", word(&pair.figure)).word("tertulis", said);
    hit.word("seharusnya", right).see(figure, words::check::figures_here())
}

/// The words of an amount that say another number than its figures.
fn in_table(path: &FieldPath, read: &MoneyValue, language: Bahasa) -> Option<Hit> {
    let amount = read.money.as_ref()?;
    let said = amount.words.as_deref()?;
    read.words.as_ref()?.number.filter(|number| *number != amount.amount)?;
    let right = wording::cardinal(amount.amount, language);
    let place = Place::value(path.key(money::WORDS));
    let hit = Hit::at(place.clone()).word("angka", amount.figures(language));
    let hit = match in_words(said, &right) {
        Some(words) => hit.mend_perhaps(place, words),
        None => hit,
    };
    Some(hit.word("tertulis", said).word("seharusnya", right))
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
