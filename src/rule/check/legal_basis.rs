//! `dasar_hukum_berlaku` and `urutan_dasar_hukum`: the regulations that a draft rests on.

mod citation;
mod order;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::{Draft, value};
use crate::finding::{Hit, Place};
use crate::rule::legal_bases::{self, LegalBasis, Status};
use crate::source::node::Node;
use crate::source::path::{FieldPath, Step};
use citation::{Cited, Regulation};
pub(super) use order::BasisOrder;

/// No regulation is cited whose standing is of this kind: among the legal bases, or in words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    status: Status,
}

impl CheckKind for InForce {
    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let draft = scope.draft;
        let entries: Vec<Entry> = legal_bases::all()
            .iter()
            .filter(|one| one.status == self.status && concerns(one, draft))
            .map(Entry::new)
            .collect();
        if entries.is_empty() {
            return Vec::new();
        }
        let cited = places(scope, &entries);
        entries.iter().flat_map(|entry| self.hits(entry, &cited)).collect()
    }
}

impl InForce {
    /// Where a draft cites a regulation without what became of it.
    fn hits(&self, entry: &Entry, cited: &[CitedAt]) -> Vec<Hit> {
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

impl Entry {
    fn new(basis: &'static LegalBasis) -> Self {
        let regulation =
            Regulation { kind: &basis.jenis, number: basis.nomor.clone(), year: basis.tahun };
        Self { basis, regulation, by: Regulation::first(&basis.oleh) }
    }
}

/// Whether an entry concerns drafts of this day and under this law.
fn concerns(entry: &LegalBasis, draft: &Draft<'_>) -> bool {
    let since = entry.since();
    let date = draft.date();
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

/// The places that cite regulations of the years of the entries.
fn places(scope: &Scope<'_>, entries: &[Entry]) -> Vec<CitedAt> {
    let years: BTreeSet<String> =
        entries.iter().map(|entry| entry.regulation.year.to_string()).collect();
    let may_cite = |text: &str| years.iter().any(|year| text.contains(year.as_str()));
    // Every citation ends in a year. The parts of a listed basis are texts too; it is seen as a whole.
    let dated = scope.visits().iter().filter(|visit| visit.has_year());
    let texts = dated.filter_map(|visit| Some((&visit.path, visit.text()?.1)));
    let texts = texts.filter(|(path, text)| !is_listed(path) && may_cite(text));
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
    let list = FieldPath::root().key("dasar");
    let members = draft.at(&list).map_or(&[][..], Node::members).iter().enumerate();
    members
        .map(|(index, node)| {
            let changes = node.get("perubahan").map_or(&[][..], Node::members).iter();
            let amendments = changes.filter_map(|change| Regulation::first(&name(change)));
            CitedAt {
                path: list.index(index),
                is_listed: true,
                base: Cited::read(&name(node)),
                amendments: amendments.collect(),
            }
        })
        .collect()
}

fn is_listed(path: &FieldPath) -> bool {
    matches!(path.steps().first(), Some(Step::Key(key)) if key == "dasar")
}

/// `Undang-Undang Nomor 39 Tahun 2008`, or the words of the record.
fn name(node: &Node) -> String {
    let part = |key: &str| node.get(key).and_then(Node::str).unwrap_or_default().trim().to_owned();
    let words = part("teks");
    if !words.is_empty() {
        return words;
    }
    let year =
        node.get("tahun").and_then(value::integer).map_or_else(String::new, |y| y.to_string());
    format!("{} Nomor {} Tahun {year}", part("jenis"), part("nomor"))
}

fn hit(place: &CitedAt, entry: &LegalBasis) -> Hit {
    let name = format!("{} Nomor {} Tahun {}", entry.jenis, entry.nomor, entry.tahun);
    Hit::at(Place::value(place.path.clone()))
        .word("nilai", name)
        .word("oleh", &entry.oleh)
        .word("keterangan", &entry.keterangan)
}
