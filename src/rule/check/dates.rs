//! `tidak_sesudah` and `tanggal_selaras`: dates against each other and against themselves.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence, lacks_its_counterpart};
use crate::draft::value;
use crate::finding::{Hit, Place};
use crate::kind::FieldType;
use crate::rule::declared::{Read, Word, dates, word};
use crate::source::Span;
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::wording::{self, Bahasa, Form, ParsedDate, Said};

/// A date is not after another; nothing is said while either is missing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotAfter {
    #[schemars(description = "Tanggal yang diperiksa.")]
    bidang: String,
    #[schemars(description = "Tanggal yang tidak boleh dilampaui.")]
    batas: String,
}

impl CheckKind for NotAfter {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("nilai", "tanggal pada bidang"), word("batas", "tanggal pada batas")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        dates([("bidang", &self.bidang), ("batas", &self.batas)])
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let read = |path: &str| scope.draft.at(&FieldPath::parse(path)).and_then(value::date);
        let (Some(date), Some(limit)) = (read(&self.bidang), read(&self.batas)) else {
            return Vec::new();
        };
        if date <= limit {
            return Vec::new();
        }
        let long = |date| wording::date_long(date, scope.draft.language());
        let hit = Hit::at(Place::value(FieldPath::parse(&self.bidang)));
        let limit_place = Place::value(FieldPath::parse(&self.batas));
        vec![hit.word("nilai", long(date)).word("batas", long(limit)).see(limit_place, "batasnya")]
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let paths = [self.bidang.as_str(), self.batas.as_str()];
        lacks_its_counterpart(scope.draft, paths, |node| value::date(node).is_some())
    }
}

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

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let language = scope.draft.language();
        let mut hits = Vec::new();
        for visit in scope.visits() {
            match (visit.field_type, &visit.node.value) {
                (FieldType::Tanggal, Value::Table(_)) => {
                    hits.extend(self.in_table(&visit.path, visit.node, language));
                }
                (FieldType::Tanggal | FieldType::Waktu | FieldType::Mulai, Value::String(text)) => {
                    hits.extend(self.in_text(&visit.path, text, 0, language));
                }
                (kind, Value::String(text)) if kind.is_text() => {
                    for span in visit.dates() {
                        let sentence = text.get(span.clone()).unwrap_or_default();
                        hits.extend(self.in_text(&visit.path, sentence, span.start, language));
                    }
                }
                _ => {}
            }
        }
        hits
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let mut silences = Vec::new();
        // Both rules read the same dates; one of them speaks of those that cannot be read.
        if self.bagian == Part::Hari {
            return silences;
        }
        for visit in scope.visits() {
            let mut unread = |place, said: &str| {
                let reason = format!("tanggal \"{}\" tidak dapat dibaca", said.trim());
                silences.push(Silence::at(place, reason));
            };
            match (visit.field_type, &visit.node.value) {
                (FieldType::Tanggal, Value::Table(_)) => {
                    for key in ["tanggal", "angka", "terbilang"] {
                        let said = visit.node.get(key).and_then(Node::str).unwrap_or_default();
                        if !said.trim().is_empty() && wording::parse_date(said).is_none() {
                            unread(Place::value(visit.path.key(key)), said);
                        }
                    }
                }
                (FieldType::Waktu | FieldType::Mulai, Value::String(text))
                    if names_a_month(text) && wording::parse_date(text).is_none() =>
                {
                    unread(Place::value(visit.path.clone()), text);
                }
                (kind, Value::String(text)) if kind.is_text() => {
                    for span in visit.dates() {
                        let said = text.get(span.clone()).unwrap_or_default();
                        if wording::parse_date(said).is_none() {
                            unread(Place::within(visit.path.clone(), span.clone()), said);
                        }
                    }
                }
                _ => {}
            }
        }
        silences
    }
}

impl DateAgrees {
    fn in_table(&self, path: &FieldPath, node: &Node, language: Bahasa) -> Vec<Hit> {
        let Some(date) = node.get("tanggal").and_then(value::date).or_else(|| value::date(node))
        else {
            return Vec::new();
        };
        let long = wording::date_long(date, language);
        let mut hits = Vec::new();
        if self.bagian == Part::Hari {
            let said = node.get("hari").and_then(Node::str);
            let wrong = said.and_then(wording::parse_weekday).filter(|day| *day != date.weekday());
            if let (Some(_), Some(said)) = (wrong, said) {
                let right = wording::weekday_name(date.weekday(), language);
                let place = Place::value(path.key("hari"));
                let hit = Hit::at(place.clone()).mend(place, wording::in_case_of(said, right));
                hits.push(
                    hit.word("tertulis", said).word("seharusnya", right).word("tanggal", &long),
                );
            }
        } else {
            for key in ["terbilang", "angka"] {
                let said = node.get(key).and_then(Node::str).unwrap_or_default();
                let wrong = wording::parse_date(said).and_then(|p| p.date()).filter(|d| *d != date);
                if wrong.is_some() {
                    let right = match key {
                        "angka" => wording::date_figures(date),
                        _ => wording::date_words(date, language),
                    };
                    let place = Place::value(path.key(key));
                    let hit = Hit::at(place.clone()).mend(place, wording::in_case_of(said, &right));
                    hits.push(
                        hit.word("tertulis", said).word("seharusnya", right).word("tanggal", &long),
                    );
                }
            }
        }
        hits
    }

    /// A date in text that begins at byte `start` of the string at `path`.
    fn in_text(&self, path: &FieldPath, text: &str, start: usize, language: Bahasa) -> Vec<Hit> {
        let Some(parsed) = wording::parse_date(text) else {
            return Vec::new();
        };
        let shift = |span: &std::ops::Range<usize>| start + span.start..start + span.end;
        let word = |span: &std::ops::Range<usize>| text.get(span.clone()).unwrap_or_default();
        if self.bagian == Part::Terbilang {
            return self.contradictions(path, text, start, &parsed, language);
        }
        let (Some(date), Some(said)) = (parsed.date(), &parsed.weekday) else {
            return Vec::new();
        };
        if date.weekday() == said.value {
            return Vec::new();
        }
        let right = wording::weekday_name(date.weekday(), language);
        let place = Place::within(path.clone(), shift(&said.span));
        let hit = Hit::at(place.clone()).mend(place, wording::in_case_of(word(&said.span), right));
        let hit = hit.word("tertulis", word(&said.span)).word("seharusnya", right);
        vec![hit.word("tanggal", wording::date_long(date, language))]
    }
}

impl DateAgrees {
    /// What is said twice and differs. Figures are taken at their word, as with amounts: the words
    /// beside them are what is wrong.
    fn contradictions(
        &self,
        path: &FieldPath,
        text: &str,
        start: usize,
        parsed: &ParsedDate,
        language: Bahasa,
    ) -> Vec<Hit> {
        let place = |span: &Span| Place::within(path.clone(), start + span.start..start + span.end);
        let word = |span: &Span| text.get(span.clone()).unwrap_or_default();
        let spelt = spelt(parsed, language);
        let pairs = parsed.disagreements();
        let hits = pairs.iter().map(|(first, other)| {
            let mend = [first, other].into_iter().find_map(|words| {
                spelt.iter().find(|(span, _)| span == words).map(|(_, right)| (words, right))
            });
            let (wrong, right) = match &mend {
                Some((words, _)) if *words == first => (first, other),
                _ => (other, first),
            };
            let said = mend.map_or_else(|| word(right).to_owned(), |(_, right)| right.clone());
            let hit = Hit::at(place(wrong)).word("tertulis", word(wrong)).word("seharusnya", &said);
            let hit = hit.word("tanggal", text.trim()).see(place(right), "berbeda dari ini");
            match mend {
                Some(_) => hit.mend(place(wrong), wording::in_case_of(word(wrong), &said)),
                None => hit,
            }
        });
        hits.collect()
    }
}

/// The words of a date that figures contradict, each with what the figures say.
fn spelt(parsed: &ParsedDate, language: Bahasa) -> Vec<(Span, String)> {
    let number = |value: i64| u64::try_from(value).ok().map(|n| wording::cardinal(n, language));
    let month = |value: i64| {
        let name = i8::try_from(value).ok().and_then(|month| wording::month_name(month, language));
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
