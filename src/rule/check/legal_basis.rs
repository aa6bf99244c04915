//! `dasar_hukum_berlaku` and `urutan_dasar_hukum`: the regulations that a draft rests on.

mod citation;
mod matter;
mod order;
#[cfg(test)]
mod tests;
mod twice;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::{Basis, Draft};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Word, word};
use crate::rule::legal_bases::{self, LegalBasis, Status};
use crate::source::path::FieldPath;
use citation::{Cited, Regulation};
pub(super) use matter::BasisMatter;
pub(super) use order::BasisOrder;
pub(super) use twice::BasisTwice;

/// No regulation is cited whose standing is of this kind: among the legal bases, or in words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    #[schemars(description = "Yang terjadi pada peraturannya, menurut schemas/dasar-hukum.")]
    status: Status,
}

impl CheckKind for InForce {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("nilai", "peraturan yang disebut"),
            word("oleh", "peraturan yang mencabut, mengganti, atau mengubahnya"),
            word("keterangan", "keterangan dari sumbernya"),
        ];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let draft = scope.draft;
        let date = draft.date();
        let entries = ENTRIES.iter().filter(|one| one.basis.status == self.status);
        let entries: Vec<&Entry> = entries.filter(|one| concerns(one.basis, draft, date)).collect();
        if entries.is_empty() {
            return Vec::new();
        }
        let cited = scope.once(|| Citations(places(scope)));
        entries.iter().flat_map(|entry| self.misuses(entry, &cited.0)).collect()
    }
}

impl InForce {
    /// Where a draft cites a regulation without what became of it.
    fn misuses(&self, entry: &Entry, cited: &[CitedAt]) -> Vec<Hit> {
        let judged = |place: &&CitedAt| place.is_listed || !entry.basis.hanya_daftar;
        let found = cited.iter().filter(|place| place.base.cites(&entry.regulation));
        if self.status != Status::Diubah {
            let found = found.filter(|place| !place.base.tells_end_of(&entry.regulation));
            return found.map(|place| hit(place, entry.basis)).collect();
        }
        // Named once with its amendment, a regulation may be named in short; and one that is never
        // named so is one matter, wherever it is named.
        let found: Vec<&CitedAt> = found.collect();
        if found.iter().any(|place| place.names_amendment(entry)) {
            return Vec::new();
        }
        let listed = found.iter().find(|place| place.is_listed);
        let first = listed.or(found.first()).copied().filter(judged);
        first.map(|place| hit(place, entry.basis)).into_iter().collect()
    }
}

/// A regulation whose standing changed.
struct Entry {
    basis: &'static LegalBasis,
    regulation: Regulation,
    /// The regulation that did it.
    by: Option<Regulation>,
}

/// All of them, read once.
static ENTRIES: LazyLock<Vec<Entry>> =
    LazyLock::new(|| legal_bases::all().iter().map(Entry::new).collect());

impl Entry {
    fn new(basis: &'static LegalBasis) -> Self {
        let regulation =
            Regulation { kind: &basis.jenis, number: basis.nomor.clone(), year: basis.tahun };
        Self { basis, regulation, by: Regulation::first(&basis.oleh) }
    }
}

/// Whether an entry concerns drafts of this day and under this law.
fn concerns(entry: &LegalBasis, draft: &Draft<'_>, date: Option<NaiveDate>) -> bool {
    let since = entry.since();
    let in_time = date.is_none_or(|date| since.is_none_or(|since| date >= since));
    let law = entry.hanya.as_ref();
    in_time && law.is_none_or(|law| draft.packs().iter().any(|pack| pack == law))
}

/// A place where regulations are cited.
struct CitedAt {
    path: FieldPath,
    /// Whether it stands among the legal bases.
    is_listed: bool,
    /// What it cites: a listed basis without its amendments.
    base: Cited,
    /// The amendments of a listed basis.
    amendments: Vec<Regulation>,
}

impl CitedAt {
    /// Whether it names the amendment of a regulation, or a later one that is not known here.
    fn names_amendment(&self, entry: &Entry) -> bool {
        let others = self.base.regulations().filter(|one| **one != entry.regulation);
        let later = |one: &Regulation| entry.by.as_ref().is_none_or(|by| one.year > by.year);
        let of_change = self.is_listed || self.base.speaks_of_change();
        let mut named = others.chain(&self.amendments);
        named.any(|one| Some(one) == entry.by.as_ref() || (of_change && later(one)))
    }
}

/// What the texts of a draft cite, read once for all rules.
struct Citations(Vec<CitedAt>);

/// The years of all regulations whose standing changed.
static YEARS: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| legal_bases::all().iter().map(|one| one.tahun.to_string()).collect());

/// The places that cite regulations of the years of regulations whose standing changed.
fn places(scope: &Scope<'_>) -> Vec<CitedAt> {
    let may_cite = |text: &str| YEARS.iter().any(|year| text.contains(year.as_str()));
    // Every citation ends in a year. The parts of a listed basis are texts too; it is seen as a whole.
    let dated = scope.visits().iter().filter(|visit| visit.has_year());
    let texts = dated.filter_map(|visit| Some((&visit.path, visit.text()?.1)));
    let list = scope.draft.facts().path(Role::Dasar);
    let texts = texts.filter(|(path, text)| !is_below(path, list.as_ref()) && may_cite(text));
    let texts = texts.map(|(path, text)| CitedAt {
        path: path.clone(),
        is_listed: false,
        base: Cited::read(text),
        amendments: Vec::new(),
    });
    texts.chain(listed(scope.draft)).collect()
}

/// The listed legal bases.
fn listed(draft: &Draft<'_>) -> Vec<CitedAt> {
    draft.facts().legal_bases().map(|basis| listed_one(&basis)).collect()
}

fn listed_one(basis: &Basis<'_>) -> CitedAt {
    let amendments = basis.amendments().filter_map(|one| Regulation::first(&one.citation()));
    CitedAt {
        path: basis.path(),
        is_listed: true,
        base: Cited::read(&basis.citation()),
        amendments: amendments.collect(),
    }
}

fn is_below(path: &FieldPath, list: Option<&FieldPath>) -> bool {
    list.is_some_and(|list| path.steps().starts_with(list.steps()))
}

fn hit(place: &CitedAt, entry: &LegalBasis) -> Hit {
    let name = format!("{} Nomor {} Tahun {}", entry.jenis, entry.nomor, entry.tahun);
    Hit::at(Place::value(place.path.clone()))
        .word("nilai", name)
        .word("oleh", &entry.oleh)
        .word("keterangan", &entry.keterangan)
}
