//! `urutan_dasar_hukum`: the order in which the legal bases stand.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::name;
use crate::finding::{Hit, Place};
use crate::rule::check::unique::fold;
use crate::rule::check::{CheckKind, Scope, Silence};
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// The legal bases stand by rank, and those of one kind by year and number. Kinds of no known rank,
/// and kinds of different institutions, are not compared.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasisOrder {}

impl CheckKind for BasisOrder {
    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let list = FieldPath::root().key("dasar");
        let members = scope.draft.at(&list).map_or(&[][..], Node::members);
        let ranked: Vec<(usize, Ranked)> = members
            .iter()
            .enumerate()
            .filter_map(|(at, node)| Some((at, Ranked::read(node)?)))
            .collect();
        let out = ranked.iter().find_map(|(at, one)| {
            let before = ranked.iter().take_while(|(other, _)| other < at);
            before
                .into_iter()
                .find(|(_, other)| one.precedes(other))
                .map(|(other, _)| (*at, *other))
        });
        let Some((at, other)) = out else {
            return Vec::new();
        };
        let said = |at: usize| members.get(at).map(name).unwrap_or_default();
        let hit = Hit::at(Place::value(list.index(at)));
        let hit = hit.word("nilai", said(at)).word("sebelum", said(other));
        vec![hit.see(Place::value(list.index(other)), "seharusnya sesudahnya")]
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let list = FieldPath::root().key("dasar");
        let members = scope.draft.at(&list).map_or(&[][..], Node::members);
        if members.len() < 2 {
            return Vec::new();
        }
        let unread = members.iter().enumerate().filter_map(|(at, node)| {
            let reason = match Ranked::read(node) {
                None => "tingkatan peraturan ini tidak dikenal, tempatnya tidak dibandingkan",
                Some(one) if one.year == 0 => "nomor dan tahunnya tidak dapat dibaca",
                Some(_) => return None,
            };
            Some(Silence::at(Place::value(list.index(at)), reason))
        });
        unread.collect()
    }
}

struct Ranked {
    rank: usize,
    kind: String,
    year: i64,
    number: i64,
}

impl Ranked {
    fn read(node: &Node) -> Option<Self> {
        static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| {
            // Word boundaries of ASCII: with Unicode's the engine falls back to its slowest mode.
            Regex::new(
                r"^(.*?)(?: republik indonesia)? nomor ([0-9]+)(?-u:\b).*?tahun ([0-9]{4})(?-u:\b)",
            )
            .ok()
        });
        let text = fold(&name(node));
        let rank = rank(&text)?;
        let found = NAME.as_ref()?.captures(&text);
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
