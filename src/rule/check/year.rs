//! `tahun_naskah`: the years in title and numbers are those of the document.

use chrono::Datelike;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::keys::term;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::{self, fixed_patterns};
use crate::words;

/// Where the year stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Tempat tahunnya.")]
enum Home {
    /// In the title.
    #[schemars(description = "Pada judul.")]
    Judul,
    /// In the numbers of the document.
    #[schemars(description = "Pada nomor naskah.")]
    Nomor,
    /// Years at the end of the title, from one to another.
    #[schemars(description = "Rentang tahun di ujung judul, dengan jangka waktunya.")]
    Rentang,
    /// The month in the numbers of the document.
    #[schemars(description = "Bulan dalam angka Romawi pada nomor naskah.")]
    Bulan,
    /// In the numbers of the agreement that it rests on.
    #[schemars(description = "Pada nomor naskah induk atau pendahulu.")]
    Induk,
}

/// Years beside the date of the document.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Year {
    #[schemars(description = "Tempat tahunnya.")]
    pada: Home,
}

impl CheckKind for Year {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "tahun yang tertulis"),
            word("seharusnya", "tahun menurut tanggalnya"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![match self.pada {
            Home::Judul | Home::Rentang => Read::role(Role::Judul, ""),
            Home::Nomor | Home::Bulan => Read::role(Role::Pihak, "nomor"),
            Home::Induk => Read::role(Role::Induk, "nomor"),
        }]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        match self.pada {
            Home::Judul => title(scope).into_iter().collect(),
            Home::Rentang => span_of_years(scope).into_iter().collect(),
            Home::Bulan => months(scope),
            Home::Nomor => numbers(scope),
            Home::Induk => parents(scope),
        }
    }
}

fixed_patterns! {
    /// A year.
    YEAR = r"\b(?:19|20)\d\d\b";
    /// The year that a number ends with.
    LAST = r"(?:[/.-]|(?i:tahun)\s+)((?:19|20)\d\d)\s*$";
    /// "2026-2031", "2026 sampai dengan Tahun 2031", at the end of a title.
    RANGE = r"(?i)\b((?:19|20)\d\d)\s*(?:-|–|—|s\.d\.|s/d|sampai(?:\s+dengan)?|hingga)\s*(?:tahun\s+)?((?:19|20)\d\d)\s*$";
    /// Plans of other years.
    PLAN = r"(?i)\b(?:undang-undang|peraturan|keputusan|nomor|pemilu|pemilihan|rencana|strategi\w*|visi|menuju|rpjm\w*|renstra|dekade)\b";
    /// The month among the parts of a number.
    MONTH = r"/(X?I{1,3}|I?V|VI{0,3}|I?X|XII?)/(?:.*\D)?((?:19|20)\d\d)\s*$";
    /// A law, a plan or an event of a year.
    OF_OTHER = r"(?i)\b(?:undang-undang|peraturan|keputusan|nomor|pemilu|pemilihan|pekan|periode|rencana|visi|menuju|rpjm\w*)\b";
}

/// The only year of the title, where it is past or more than a year ahead.
fn title(scope: &Scope<'_>) -> Option<Hit> {
    let facts = scope.draft.facts();
    let (path, year) = (facts.path(Role::Judul)?, facts.date()?.year());
    let text = scope.draft.at(&path)?.str()?;
    let mut years = YEAR.find_iter(text);
    let found = years.next().filter(|_| !OF_OTHER.is_match(text))?;
    let said: i32 = found.as_str().parse().ok()?;
    let other = said < year || said > year + 1;
    if !other || years.next().is_some() {
        return None;
    }
    let hit = Hit::at(Place::within(path, found.range())).word("tertulis", found.as_str());
    Some(hit.word("seharusnya", year.to_string()))
}

/// Years at the end of the title that begin before the document, or end beyond its term.
fn span_of_years(scope: &Scope<'_>) -> Option<Hit> {
    let facts = scope.draft.facts();
    let (path, signed) = (facts.path(Role::Judul)?, facts.date()?);
    let text = scope.draft.at(&path)?.str()?;
    let found = RANGE.captures(text).filter(|_| !PLAN.is_match(text))?;
    let (first, last) = (found.get(1)?, found.get(2)?);
    let year = |one: &str| one.parse::<i32>().ok();
    let article = facts.path(Role::JangkaWaktu)?;
    let start = scope.draft.day_at(&article.key(term::START)).unwrap_or(signed).year();
    let length = scope.draft.term_at(&article.key(term::LENGTH));
    let end = scope.draft.day_at(&article.key(term::END));
    let end = end.or_else(|| length?.add_to(signed))?.year();
    let (from, to) = (year(first.as_str())?, year(last.as_str())?);
    // Signed at the end of a year for the next ones, and years counted without the one that is begun.
    let begins = from >= start.min(signed.year()) && from <= start + 1;
    let ends = to == end || to + 1 == end;
    let hit = Hit::at(Place::within(path, first.start()..last.end()));
    let hit = hit.word("tertulis", text.get(first.start()..last.end())?);
    (!(begins && ends)).then(|| hit.word("seharusnya", format!("{start}-{end}")))
}

/// Numbers of the year of the document whose month is after its own, or long before.
fn months(scope: &Scope<'_>) -> Vec<Hit> {
    let facts = scope.draft.facts();
    let Some(date) = facts.date() else {
        return Vec::new();
    };
    let numbers = facts.parties().filter_map(|one| Some((one.path().key("nomor"), one.number()?)));
    let wrong = numbers.filter_map(|(path, number)| {
        let found = MONTH.captures(number)?;
        let (month, year) = (found.get(1)?, found.get(2)?);
        let said = wording::parse_roman(month.as_str())?;
        // A number is given while a draft is made, some weeks before or on the day itself.
        let off = said > date.month() || said + 3 <= date.month();
        let own = year.as_str().parse() == Ok(date.year()) && (1..=12).contains(&said);
        let hit = Hit::at(Place::within(path, month.range())).word("tertulis", month.as_str());
        (own && off)
            .then(|| hit.word("seharusnya", wording::roman(date.month()).unwrap_or_default()))
    });
    wrong.collect()
}

/// Numbers that end with another year. At the turn of the year either is ordinary.
fn numbers(scope: &Scope<'_>) -> Vec<Hit> {
    let facts = scope.draft.facts();
    let Some(date) = facts.date() else {
        return Vec::new();
    };
    let parties = facts.parties().filter_map(|one| Some((one.path().key("nomor"), one.number()?)));
    let own = facts
        .path(Role::Nomor)
        .and_then(|path| Some((path.clone(), scope.draft.at(&path)?.str()?)));
    let all = parties.chain(own).collect::<Vec<_>>();
    all.into_iter().filter_map(|(path, number)| of_number(path, number, date)).collect()
}

fn of_number(path: FieldPath, number: &str, date: chrono::NaiveDate) -> Option<Hit> {
    let found = LAST.captures(number)?.get(1)?;
    let said: i32 = found.as_str().parse().ok()?;
    let turn = matches!(date.month(), 1 | 12) && (said - date.year()).abs() == 1;
    let hit = Hit::at(Place::within(path, found.range())).word("tertulis", found.as_str());
    (said != date.year() && !turn).then(|| hit.word("seharusnya", date.year().to_string()))
}

/// The numbers of the agreement before, of which none has the year of its date.
fn parents(scope: &Scope<'_>) -> Vec<Hit> {
    let paths = [Role::Induk, Role::Pendahulu].map(|role| scope.draft.facts().path(role));
    let mut hits = Vec::new();
    for path in paths.into_iter().flatten() {
        let Some(day) = scope.draft.day_at(&path.key("tanggal")) else { continue };
        let list = path.key("nomor");
        let numbers = scope.draft.at(&list).map_or(&[][..], Node::members).iter().enumerate();
        let single = scope.draft.at(&list).is_some_and(|node| node.str().is_some());
        let place = |at: usize| if single { list.clone() } else { list.index(at) };
        let wrong = numbers.filter_map(|(at, node)| of_number(place(at), node.str()?, day));
        hits.extend(
            wrong.map(|hit| hit.see(Place::value(path.key("tanggal")), words::check::the_fact())),
        );
    }
    hits
}
