//! `dasar_hukum_berlaku` and `urutan_dasar_hukum`: the regulations that a draft rests on.

use std::cell::OnceCell;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence};
use crate::draft::{Draft, value};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, Word, word};
use crate::rule::legal_bases::{self, LegalBasis, Status};
use crate::source::node::Node;
use crate::source::path::{FieldPath, Step};
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
        let entries: Vec<_> =
            entries.filter(|one| one.status == self.status && concerns(one, draft)).collect();
        if entries.is_empty() {
            return Vec::new();
        }
        let listed = listed(draft);
        // Every citation ends in a year. The parts of a listed basis are texts too; it has been seen
        // as a whole.
        let dated = scope.visits().iter().filter(|visit| visit.has_year());
        let texts = dated.filter_map(|visit| Some((&visit.path, visit.text()?.1)));
        let cited: Vec<Citation<'_>> = texts
            .filter(|(path, _)| !is_listed(path))
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
fn concerns(entry: &LegalBasis, draft: &Draft<'_>) -> bool {
    let since = entry.since();
    let date = draft.date();
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
    let list = FieldPath::root().key("dasar");
    let members = draft.at(&list).map_or(&[][..], Node::members).iter().enumerate();
    members
        .map(|(index, node)| {
            let said = name(node);
            let changes = node.get("perubahan").map_or(&[][..], Node::members).iter().map(name);
            let whole = std::iter::once(said.clone()).chain(changes).collect::<Vec<_>>().join(" ");
            (list.index(index), said, whole)
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
    fn read(node: &Node) -> Option<Self> {
        let text = fold(&name(node));
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
