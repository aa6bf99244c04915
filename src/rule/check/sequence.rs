//! `tidak_sesudah` and `tidak_sebelum`: dates against each other.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence, Words, lacks_its_counterpart};
use crate::draft::keys::term;
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording;
use crate::words;

/// A date is not after others; nothing is said of those that are missing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotAfter {
    #[schemars(description = "Tanggal yang diperiksa, atau teks yang menyebut satu tanggal.")]
    bidang: String,
    #[schemars(description = "Tanggal yang tidak boleh dilampaui; beberapa berarti tiap-tiapnya.")]
    batas: Words,
}

/// A date is not before others; nothing is said of those that are missing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotBefore {
    #[schemars(description = "Tanggal yang diperiksa, atau teks yang menyebut satu tanggal.")]
    bidang: String,
    #[schemars(description = "Tanggal yang tidak boleh didahului; beberapa berarti tiap-tiapnya.")]
    batas: Words,
}

const WORDS: &[Word] = &[word("nilai", "tanggal pada bidang"), word("batas", "tanggal pada batas")];

impl CheckKind for NotAfter {
    fn words(&self) -> &'static [Word] {
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        reads(&self.bidang, &self.batas)
    }

    fn faults(&self) -> Vec<RuleFault> {
        self.batas.fault("batas").into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        hits(scope, &self.bidang, &self.batas, |date, limit| date > limit)
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        silences(scope, &self.bidang, &self.batas)
    }
}

impl CheckKind for NotBefore {
    fn words(&self) -> &'static [Word] {
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        reads(&self.bidang, &self.batas)
    }

    fn faults(&self) -> Vec<RuleFault> {
        self.batas.fault("batas").into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        hits(scope, &self.bidang, &self.batas, |date, limit| date < limit)
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        silences(scope, &self.bidang, &self.batas)
    }
}

fn reads(field: &str, limits: &Words) -> Vec<Read> {
    let limits = FieldUse::all("batas", limits.all());
    let dates = std::iter::once(FieldUse::named("bidang", field)).chain(limits);
    dates.map(|date| Read::Field(date.every().shape(Shape::Dated))).collect()
}

/// A day and where it stands.
struct Day {
    date: NaiveDate,
    place: Place,
}

fn hits(
    scope: &Scope<'_>,
    field: &str,
    limits: &Words,
    wrong: fn(NaiveDate, NaiveDate) -> bool,
) -> Vec<Hit> {
    let dates = days(scope, field);
    if dates.is_empty() {
        return Vec::new();
    }
    let limits: Vec<Day> = limits.all().into_iter().flat_map(|path| days(scope, path)).collect();
    let against = |day: &Day| limits.iter().find(|limit| wrong(day.date, limit.date));
    let pairs = dates.iter().filter_map(|day| Some((day, against(day)?)));
    pairs.map(|(day, limit)| hit(scope, day, limit)).collect()
}

fn hit(scope: &Scope<'_>, day: &Day, limit: &Day) -> Hit {
    let long = |date| wording::date_long(date, scope.draft.language());
    let hit = Hit::at(day.place.clone()).word("nilai", long(day.date));
    hit.word("batas", long(limit.date)).see(limit.place.clone(), words::check::limit_here())
}

/// The days at the places that a path names.
fn days(scope: &Scope<'_>, path: &str) -> Vec<Day> {
    let places = scope.draft.root.expand(&FieldPath::parse(path));
    places.into_iter().filter_map(|path| day(scope, path)).collect()
}

/// The day of a field for dates, or the only one that a text names.
fn day(scope: &Scope<'_>, path: FieldPath) -> Option<Day> {
    if let Some(date) = scope.draft.day_at(&path) {
        return Some(Day { date, place: Place::value(path) });
    }
    let text = scope.draft.at(&path).and_then(Node::str)?;
    if text == term::SIGNING {
        let date = scope.draft.date()?;
        return Some(Day { date, place: Place::value(path) });
    }
    let mut named = wording::dates_in(text).into_iter();
    let (span, date) = named.next()?;
    let alone = named.all(|(_, other)| other == date);
    alone.then(|| Day { date, place: Place::within(path, span) })
}

fn silences(scope: &Scope<'_>, field: &str, limits: &Words) -> Vec<Silence> {
    let one = |path: &str| !path.contains("[*]");
    let reads = |path: &FieldPath| day(scope, path.clone()).is_some();
    match limits.all()[..] {
        [limit] if one(field) && one(limit) => {
            lacks_its_counterpart(scope.draft, [field, limit], reads)
        }
        _ => Vec::new(),
    }
}
