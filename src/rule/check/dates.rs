//! `tanggal_selaras`: the parts of a date against each other.

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence};
use crate::draft::shape::Visit;
use crate::finding::{Hit, Place};
use crate::kind::types::Nature;
use crate::kind::value::{DateText, DateValue, date};
use crate::rule::declared::{Word, word};
use crate::source::Span;
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::wording::{self, Bahasa, Form, FoundDate, ParsedDate, Said};
use crate::words;

/// Which parts of a date are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline, description = "Bagian sebuah tanggal.")]
enum Part {
    /// The weekday with the date.
    #[schemars(description = "Nama hari dengan tanggalnya.")]
    Hari,
    /// Words with figures.
    #[schemars(description = "Kata dengan angkanya.")]
    Terbilang,
    /// The whole with the calendar.
    #[schemars(description = "Tanggal itu dengan kalender.")]
    Kalender,
}

/// The parts of every date agree: in fields given in several forms, and in running text.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DateAgrees {
    #[schemars(description = "Yang dibandingkan dengan tanggalnya.")]
    bagian: Part,
}

impl CheckKind for DateAgrees {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "yang tertulis"),
            word("seharusnya", "yang seharusnya tertulis"),
            word("tanggal", "tanggal itu selengkapnya"),
        ];
        WORDS
    }

    fn empty_words(&self) -> Vec<&'static str> {
        if self.bagian == Part::Kalender { vec!["seharusnya"] } else { Vec::new() }
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let language = scope.draft.language();
        let mut hits = Vec::new();
        for visit in scope.visits() {
            match (visit.nature, &visit.node.value) {
                (Nature::Date, Value::Table(_)) => {
                    let date = scope.draft.date_at(&visit.path);
                    hits.extend(date.map(|date| self.in_table(visit, date, language)));
                }
                (Nature::Date | Nature::Event | Nature::Time, Value::String(text)) => {
                    let said = scope.draft.date_at(&visit.path).and_then(|one| one.saying(None));
                    let parsed = said.and_then(|one| one.parsed.as_ref());
                    hits.extend(parsed.map(|parsed| {
                        self.in_text(Text { path: &visit.path, text, start: 0, parsed }, language)
                    }));
                }
                (Nature::Text, Value::String(whole)) => hits.extend(
                    visit
                        .dates()
                        .iter()
                        .filter_map(|date| text(&visit.path, whole, date))
                        .map(|one| self.in_text(one, language)),
                ),
                _ => {}
            }
        }
        hits.into_iter().flatten().collect()
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        // Both rules read the same dates; one of them speaks of those that cannot be read.
        if self.bagian != Part::Terbilang {
            return Vec::new();
        }
        scope.visits().iter().flat_map(|visit| unread(scope, visit)).collect()
    }
}

/// The sayings of a value that look like a date and cannot be read.
fn unread(scope: &Scope<'_>, visit: &Visit<'_>) -> Vec<Silence> {
    match (visit.nature, &visit.node.value) {
        (Nature::Date, Value::Table(_)) => unread_in_table(scope, visit),
        (Nature::Event | Nature::Time, Value::String(text)) if names_a_month(text) => {
            let said = scope.draft.date_at(&visit.path).and_then(|date| date.saying(None));
            let unread = said.filter(|one| one.parsed.is_none());
            unread.map(|_| silence(Place::value(visit.path.clone()), text)).into_iter().collect()
        }
        (Nature::Text, Value::String(text)) => {
            let unread = visit.dates().iter().filter(|date| date.parsed.is_none());
            let place = |date: &FoundDate| Place::within(visit.path.clone(), date.span.clone());
            let said = |date: &FoundDate| text.get(date.span.clone()).unwrap_or_default();
            unread.map(|date| silence(place(date), said(date))).collect()
        }
        _ => Vec::new(),
    }
}

fn unread_in_table(scope: &Scope<'_>, visit: &Visit<'_>) -> Vec<Silence> {
    let said = scope.draft.date_at(&visit.path).map_or(&[][..], |date| &date.said);
    let unread = said.iter().filter(|one| one.parsed.is_none()).filter_map(|one| one.key);
    let text = |key| visit.node.get(key).and_then(Node::str).unwrap_or_default();
    let typed = unread.filter(|key| !text(key).trim().is_empty());
    typed.map(|key| silence(Place::value(visit.path.key(key)), text(key))).collect()
}

fn silence(place: Place, said: &str) -> Silence {
    Silence::at(place, words::check::date_unread(said.trim()))
}

/// A date as a text says it.
struct Text<'a> {
    path: &'a FieldPath,
    /// The words of the date alone.
    text: &'a str,
    /// Where they begin in the string at the path.
    start: usize,
    parsed: &'a ParsedDate,
}

fn text<'a>(path: &'a FieldPath, whole: &'a str, date: &'a FoundDate) -> Option<Text<'a>> {
    let text = whole.get(date.span.clone()).unwrap_or_default();
    Some(Text { path, text, start: date.span.start, parsed: date.parsed.as_ref()? })
}

impl Text<'_> {
    fn place(&self, span: &Span) -> Place {
        Place::within(self.path.clone(), self.start + span.start..self.start + span.end)
    }

    fn word(&self, span: &Span) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }
}

impl DateAgrees {
    fn in_table(&self, visit: &Visit<'_>, said: &DateValue, language: Bahasa) -> Vec<Hit> {
        let Some(day) = said.day else {
            return Vec::new();
        };
        match self.bagian {
            Part::Kalender => Vec::new(),
            Part::Hari => weekday_of_table(visit, day, language).into_iter().collect(),
            Part::Terbilang => {
                let other = |one: &&DateText| one.day().is_some_and(|other| other != day);
                let wrong = [date::WORDS, date::FIGURES].into_iter();
                let wrong = wrong.filter(|key| said.saying(Some(key)).filter(other).is_some());
                wrong.map(|key| form_of_table(visit, key, day, language)).collect()
            }
        }
    }

    fn in_text(&self, date: Text<'_>, language: Bahasa) -> Vec<Hit> {
        match self.bagian {
            Part::Terbilang => contradictions(&date, language),
            Part::Hari => weekday_of_text(&date, language).into_iter().collect(),
            Part::Kalender => impossible(&date).into_iter().collect(),
        }
    }
}

/// The weekday of a table that is not that of its date.
fn weekday_of_table(visit: &Visit<'_>, day: NaiveDate, language: Bahasa) -> Option<Hit> {
    let said = visit.node.get(date::WEEKDAY).and_then(Node::str)?;
    wording::parse_weekday(said).filter(|weekday| *weekday != day.weekday())?;
    let right = wording::weekday_name(day.weekday(), language);
    Some(in_table(visit, date::WEEKDAY, said, right, wording::date_long(day, language)))
}

/// A form of a date in a table that says another day.
fn form_of_table(visit: &Visit<'_>, key: &str, day: NaiveDate, language: Bahasa) -> Hit {
    let said = visit.node.get(key).and_then(Node::str).unwrap_or_default();
    let right = match key {
        date::FIGURES => wording::date_figures(day),
        _ => wording::date_words(day, language),
    };
    in_table(visit, key, said, &right, wording::date_long(day, language))
}

fn in_table(visit: &Visit<'_>, key: &str, said: &str, right: &str, day: String) -> Hit {
    let place = Place::value(visit.path.key(key));
    let hit = Hit::at(place.clone()).mend_perhaps(place, wording::in_case_of(said, right));
    hit.word("tertulis", said).word("seharusnya", right).word("tanggal", day)
}

/// The weekday in a text that is not that of its date.
fn weekday_of_text(date: &Text<'_>, language: Bahasa) -> Option<Hit> {
    let (day, said) = (date.parsed.date()?, date.parsed.weekday.as_ref()?);
    if day.weekday() == said.value {
        return None;
    }
    let right = wording::weekday_name(day.weekday(), language);
    let (place, word) = (date.place(&said.span), date.word(&said.span));
    let hit = Hit::at(place.clone()).mend_perhaps(place, wording::in_case_of(word, right));
    let hit = hit.word("tertulis", word).word("seharusnya", right);
    Some(hit.word("tanggal", wording::date_long(day, language)))
}

/// A date that says one thing and that no calendar has.
fn impossible(date: &Text<'_>) -> Option<Hit> {
    let sound = date.parsed.date().is_some() || !date.parsed.disagreements().is_empty();
    let (said, place) = (date.text.trim(), date.place(&(0..date.text.len())));
    (!sound).then(|| Hit::at(place).word("tertulis", said).word("tanggal", said))
}

/// What is said twice and differs. Figures are taken at their word, as with amounts: the words
/// beside them are what is wrong.
fn contradictions(date: &Text<'_>, language: Bahasa) -> Vec<Hit> {
    let spelt = spelt(date.parsed, language);
    let pairs = date.parsed.disagreements();
    pairs.iter().map(|(first, other)| contradiction(date, &spelt, first, other)).collect()
}

fn contradiction(date: &Text<'_>, spelt: &[(Span, String)], first: &Span, other: &Span) -> Hit {
    let mend = [first, other].into_iter().find_map(|words| {
        spelt.iter().find(|(span, _)| span == words).map(|(_, right)| (words, right))
    });
    let (wrong, right) = match &mend {
        Some((words, _)) if *words == first => (first, other),
        _ => (other, first),
    };
    let said = mend.map_or_else(|| date.word(right).to_owned(), |(_, right)| right.clone());
    let hit = Hit::at(date.place(wrong)).word("tertulis", date.word(wrong));
    let hit = hit.word("seharusnya", &said).word("tanggal", date.text.trim());
    let hit = hit.see(date.place(right), words::check::differs_from_this());
    match mend {
        Some(_) => {
            hit.mend_perhaps(date.place(wrong), wording::in_case_of(date.word(wrong), &said))
        }
        None => hit,
    }
}

/// The words of a date that figures contradict, each with what the figures say.
fn spelt(parsed: &ParsedDate, language: Bahasa) -> Vec<(Span, String)> {
    let number = |value: i64| u64::try_from(value).ok().map(|n| wording::cardinal(n, language));
    let month = |value: i64| {
        let name = u32::try_from(value).ok().and_then(|month| wording::month_name(month, language));
        name.map(str::to_owned)
    };
    let mut found = against(&parsed.day, number);
    found.extend(against(&parsed.month, month));
    found.extend(against(&parsed.year, number));
    found
}

fn against<T: Copy + Into<i64> + PartialEq>(
    said: &[Said<T>],
    spell: impl Fn(i64) -> Option<String>,
) -> Vec<(Span, String)> {
    let figures = said.iter().find(|one| one.form == Form::Figures);
    let right = figures.and_then(|one| Some((one.value, spell(one.value.into())?)));
    let Some((value, right)) = right else {
        return Vec::new();
    };
    let wrong = said.iter().filter(|one| one.form == Form::Words && one.value != value);
    wrong.map(|one| (one.span.clone(), right.clone())).collect()
}

/// Whether a phrase for a time speaks of a date, and not of a quarter or of a length.
fn names_a_month(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| wording::parse_month(word).is_some())
}
