//! `dasar_hukum_berlaku` and `urutan_dasar_hukum`: the regulations that a draft rests on.

use std::cell::OnceCell;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence};
use crate::draft::{Basis, Draft};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{FieldUse, Read, Word, word};
use crate::rule::legal_bases::{self, LegalBasis, Status};
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::wording::fixed_patterns;

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
        let entries = legal_bases::all().iter();
        let date = draft.date();
        let entries: Vec<_> =
            entries.filter(|one| one.status == self.status && concerns(one, draft, date)).collect();
        if entries.is_empty() {
            return Vec::new();
        }
        let listed = listed(draft);
        let list = draft.facts().path(Role::Dasar);
        // Every citation ends in a year. The parts of a listed basis are texts too; it has been seen
        // as a whole.
        let dated = scope.visits().iter().filter(|visit| visit.has_year());
        let texts = dated.filter_map(|visit| Some((&visit.path, visit.text()?.1)));
        let cited: Vec<Citation<'_>> = texts
            .filter(|(path, _)| !is_below(path, list.as_ref()))
            .map(|(path, text)| Citation::of(path, text, text))
            .chain(listed.iter().map(|(path, said, whole)| Citation::of(path, said, whole)))
            .collect();
        let hits = entries.into_iter().flat_map(|entry| {
            let year = entry.tahun.to_string();
            let dated = cited.iter().filter(|one| one.said.contains(&year));
            let number = format!("nomor {} tahun {year}", entry.nomor);
            let found = dated.filter(|one| cites(one.plain(), entry, &number));
            let found = found.filter(|one| !self.excused(one, entry));
            found.map(|one| hit(one, entry)).collect::<Vec<_>>()
        });
        hits.collect()
    }
}

fn is_below(path: &FieldPath, list: Option<&FieldPath>) -> bool {
    list.is_some_and(|list| path.steps().starts_with(list.steps()))
}

impl InForce {
    /// An amended regulation may be cited with its amendment.
    fn excused(&self, one: &Citation<'_>, entry: &LegalBasis) -> bool {
        let whole = plain(one.whole);
        match self.status {
            // "UU No. 61 Tahun 2024" is the same amendment, so its kind is left out.
            Status::Diubah => plain(&entry.oleh)
                .split_once("nomor ")
                .is_some_and(|(_, number)| whole.contains(&format!("nomor {number}"))),
            // Its end is what the sentence is about.
            _ => ["dicabut", "mencabut", "tidak berlaku", "menggantikan", "diganti dengan"]
                .iter()
                .any(|word| whole.contains(word)),
        }
    }
}

/// Whether an entry concerns drafts of this day and under this law.
fn concerns(entry: &LegalBasis, draft: &Draft<'_>, date: Option<NaiveDate>) -> bool {
    let since = entry.since();
    let in_time = date.is_none_or(|date| since.is_none_or(|since| date >= since));
    let law = entry.hanya.as_ref();
    in_time && law.is_none_or(|law| draft.packs().iter().any(|pack| pack == law))
}

/// A place where a regulation may be named: what it says first, and all that it says.
struct Citation<'a> {
    path: &'a FieldPath,
    said: &'a str,
    whole: &'a str,
    plain: OnceCell<String>,
}

impl<'a> Citation<'a> {
    fn of(path: &'a FieldPath, said: &'a str, whole: &'a str) -> Self {
        Self { path, said, whole, plain: OnceCell::new() }
    }

    /// What it says first in its plainest writing.
    fn plain(&self) -> &str {
        self.plain.get_or_init(|| plain(self.said))
    }
}

/// The listed legal bases: each by itself, and with its amendments.
fn listed(draft: &Draft<'_>) -> Vec<(FieldPath, String, String)> {
    let bases = draft.facts().legal_bases();
    bases
        .map(|basis| {
            let said = basis.citation();
            let changes = basis.amendments().map(|one| one.citation());
            let whole = std::iter::once(said.clone()).chain(changes).collect::<Vec<_>>().join(" ");
            (basis.path(), said, whole)
        })
        .collect()
}

/// A citation in its plainest writing.
fn plain(text: &str) -> String {
    let text = fold(text).replace(" republik indonesia", "");
    text.replace(" no. ", " nomor ").replace(" no ", " nomor ")
}

/// Whether a plain text names an entry; `number` is what the entry is known by.
fn cites(text: &str, entry: &LegalBasis, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let end = text.get(at + number.len()..).and_then(|rest| rest.chars().next());
        let before = text.get(..at).unwrap_or_default().trim_end();
        before.ends_with(&fold(&entry.jenis)) && end.is_none_or(|c| !c.is_ascii_digit())
    })
}

fn hit(one: &Citation<'_>, entry: &LegalBasis) -> Hit {
    let name = format!("{} Nomor {} Tahun {}", entry.jenis, entry.nomor, entry.tahun);
    Hit::at(Place::value(one.path.clone()))
        .word("nilai", name)
        .word("oleh", &entry.oleh)
        .word("keterangan", &entry.keterangan)
}

/// The legal bases stand by rank, and those of one kind by year and number. Kinds of no known rank,
/// and kinds of different institutions, are not compared.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BasisOrder {}

impl CheckKind for BasisOrder {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("nilai", "dasar hukum yang salah tempat"),
            word("sebelum", "dasar hukum yang seharusnya sesudahnya"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Field(FieldUse::fixed("dasar"))]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let bases: Vec<Basis<'_>> = scope.draft.facts().legal_bases().collect();
        let ranked: Vec<(&Basis<'_>, Ranked)> =
            bases.iter().filter_map(|basis| Some((basis, Ranked::read(basis)?))).collect();
        let out = ranked.iter().enumerate().find_map(|(at, (basis, one))| {
            let mut before = ranked.iter().take(at);
            before.find(|(_, other)| one.precedes(other)).map(|(other, _)| (*basis, *other))
        });
        let Some((basis, other)) = out else {
            return Vec::new();
        };
        let hit = Hit::at(Place::value(basis.path()));
        let hit = hit.word("nilai", basis.citation()).word("sebelum", other.citation());
        vec![hit.see(Place::value(other.path()), "seharusnya sesudahnya")]
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let bases: Vec<Basis<'_>> = scope.draft.facts().legal_bases().collect();
        if bases.len() < 2 {
            return Vec::new();
        }
        let unread = bases.into_iter().filter_map(|basis| {
            let reason = match Ranked::read(&basis) {
                None => "tingkatan peraturan ini tidak dikenal, tempatnya tidak dibandingkan",
                Some(one) if one.year == 0 => "nomor dan tahunnya tidak dapat dibaca",
                Some(_) => return None,
            };
            Some(Silence::at(Place::value(basis.path()), reason))
        });
        unread.collect()
    }
}

fixed_patterns! {
    // Word boundaries of ASCII: with Unicode's the engine falls back to its slowest mode.
    NAME = r"^(.*?)(?: republik indonesia)? nomor ([0-9]+)(?-u:\b).*?tahun ([0-9]{4})(?-u:\b)";
}

struct Ranked {
    rank: usize,
    kind: String,
    year: i64,
    number: i64,
}

impl Ranked {
    fn read(basis: &Basis<'_>) -> Option<Self> {
        let text = fold(&basis.citation());
        let rank = rank(&text)?;
        let found = NAME.captures(&text);
        let part =
            |at: usize| found.as_ref().and_then(|found| found.get(at)).map(|part| part.as_str());
        let number = |at: usize| part(at).and_then(|text| text.parse().ok());
        let kind = part(1).unwrap_or_default().to_owned();
        Some(Self { rank, kind, year: number(3).unwrap_or(0), number: number(2).unwrap_or(0) })
    }

    /// Whether this one belongs before the other.
    fn precedes(&self, other: &Self) -> bool {
        if self.rank != other.rank {
            return self.rank < other.rank;
        }
        let dated = self.year > 0 && other.year > 0;
        dated && self.kind == other.kind && (self.year, self.number) < (other.year, other.number)
    }
}

/// The ranks that legal bases are listed by, as the considerations of regulations list them.
fn rank(text: &str) -> Option<usize> {
    const RANKS: [&str; 6] = [
        "undang-undang dasar",
        "ketetapan majelis",
        "peraturan pemerintah pengganti",
        "undang-undang",
        "peraturan pemerintah",
        "peraturan presiden",
    ];
    // "Pasal 17 ayat (3) Undang-Undang Dasar …" counts by the law it belongs to.
    let text = text
        .strip_prefix("pasal ")
        .and_then(|rest| rest.find("undang").and_then(|at| rest.get(at..)))
        .unwrap_or(text);
    let rank = RANKS.iter().position(|name| text.starts_with(name));
    match rank {
        Some(2) => Some(3),
        None if text.starts_with("peraturan menteri") => Some(RANKS.len()),
        rank => rank,
    }
}
