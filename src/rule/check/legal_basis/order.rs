//! `urutan_dasar_hukum`: the order in which the legal bases stand.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::draft::Basis;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::check::{CheckKind, Scope, Silence};
use crate::rule::declared::{Read, Word, word};
use crate::text::fold;
use crate::wording::fixed_patterns;
use crate::words;

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
        vec![Read::role(Role::Dasar, "")]
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
        vec![hit.see(Place::value(other.path()), words::check::belongs_after())]
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let bases: Vec<Basis<'_>> = scope.draft.facts().legal_bases().collect();
        if bases.len() < 2 {
            return Vec::new();
        }
        let unread = bases.into_iter().filter_map(|basis| {
            let reason = match Ranked::read(&basis) {
                None => words::check::rank_unknown(),
                Some(one) if one.year == 0 => words::check::number_unread(),
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
