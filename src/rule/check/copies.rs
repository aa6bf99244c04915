//! `rangkap`: an original for every party.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence};
use crate::draft::keys;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::{self, fixed_patterns};
use crate::words;

/// What is wrong with the number of originals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dapat salah pada banyaknya rangkap.")]
enum Defect {
    /// Fewer than parties.
    #[default]
    #[schemars(description = "Kurang daripada banyaknya pihak; ini bawaannya.")]
    Kurang,
    /// The sentence says another number than the fact.
    #[schemars(description = "Kalimat menyebut banyaknya yang lain daripada faktanya.")]
    Berbeda,
    /// More than parties, without a word on who keeps them.
    #[schemars(
        description = "Lebih daripada banyaknya pihak, tanpa sebutan bagi siapa kelebihannya."
    )]
    Lebih,
    /// The sentence gives each holder so many, and together they are not all.
    #[schemars(description = "Rangkap yang dibagikan menurut kalimatnya tidak berjumlah semuanya.")]
    Bagian,
}

/// The number of originals, as a fact or in the closing words, against that of the parties. More are
/// ordinary: offices keep one of their own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Copies {
    #[schemars(description = "Yang dicari.")]
    #[serde(default)]
    cacat: Defect,
}

impl CheckKind for Copies {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("rangkap", "banyaknya rangkap yang tertulis"),
            word("jumlah", "banyaknya pihak"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::role(Role::Pihak, "")]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let parties = sides(scope);
        let hit = |(place, count): (Place, usize), right: usize| {
            Hit::at(place).word("rangkap", count.to_string()).word("jumlah", right.to_string())
        };
        match self.cacat {
            Defect::Kurang => {
                let few = copies_said(scope).into_iter();
                let few = few.filter(|(_, count)| *count > 0 && *count < parties);
                few.map(|one| hit(one, parties)).collect()
            }
            Defect::Berbeda => {
                let Some((fact, right)) = given(scope) else {
                    return Vec::new();
                };
                let other = written(scope).into_iter().filter(|(_, count)| *count != right);
                other
                    .map(|one| hit(one, right).see(fact.clone(), words::check::the_fact()))
                    .collect()
            }
            Defect::Bagian => handed(scope)
                .into_iter()
                .map(|(place, count, sum)| hit((place, count), sum))
                .collect(),
            Defect::Lebih => {
                let keeps = closings(scope).iter().any(|(text, _)| says_who(text));
                let many = written(scope).into_iter();
                // Those of one group may each have an original, and one more for the files is ordinary.
                let all = scope.draft.facts().parties().count();
                let many = many.filter(|(_, count)| !keeps && all >= 2 && *count > all + 1);
                many.map(|one| hit(one, all)).collect()
            }
        }
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        if self.cacat != Defect::Kurang || !copies_said(scope).is_empty() {
            return Vec::new();
        }
        let silence = |(text, path): (&str, FieldPath)| {
            let at = text.to_ascii_lowercase().find("rangkap")?;
            let place = Place::within(path, at..at + "rangkap".len());
            Some(Silence::at(place, words::check::copies_unread()))
        };
        closings(scope).into_iter().filter_map(silence).collect()
    }
}

/// The parties, those of one group counted as one: they may share an original.
fn sides(scope: &Scope<'_>) -> usize {
    let facts = scope.draft.facts();
    let groups: BTreeSet<&str> = facts.parties().filter_map(|party| party.group()).collect();
    facts.parties().filter(|party| party.group().is_none()).count() + groups.len()
}

/// The closing words.
fn closings<'a>(scope: &'a Scope<'_>) -> Vec<(&'a str, FieldPath)> {
    let facts = scope.draft.facts();
    let closing = scope.draft.kind.role(Role::Penutup).map(|field| field.key.as_str());
    let sections = scope.draft.outline.sections.iter();
    let closing = sections.filter(|one| Some(one.name.as_str()) == closing);
    let paths = closing.map(|one| one.text_path.clone());
    let paths = paths.chain(facts.path(Role::KalimatPenutup));
    paths.filter_map(|path| Some((scope.draft.at(&path).and_then(Node::str)?, path))).collect()
}

/// The number that the closing article gives as a fact.
fn given(scope: &Scope<'_>) -> Option<(Place, usize)> {
    let path = scope.draft.facts().path(Role::Penutup)?.key(keys::COPIES);
    let number = usize::try_from(scope.draft.integer_at(&path)?).ok()?;
    Some((Place::value(path), number))
}

fn copies_said(scope: &Scope<'_>) -> Vec<(Place, usize)> {
    given(scope).map_or_else(|| written(scope), |given| vec![given])
}

/// Whether the closing words say who keeps which of the originals.
fn says_who(text: &str) -> bool {
    let lower = text.to_lowercase();
    const KEPT: [&str; 12] = [
        "arsip",
        "salinan",
        "tembusan",
        "notaris",
        "disimpan",
        "simpan",
        "biro",
        "sekretariat",
        "di antaranya",
        "diantaranya",
        "saksi",
        "kementerian",
    ];
    KEPT.iter().any(|word| lower.contains(word))
}

/// The numbers that the closing words say.
fn written(scope: &Scope<'_>) -> Vec<(Place, usize)> {
    if !scope.draft.outline_kind() {
        return Vec::new();
    }
    closings(scope).into_iter().filter_map(|(text, path)| total(scope, text, &path)).collect()
}

/// The number of a closing text. Where several are said ("1 (satu) rangkap bagi …"), only a total that
/// is enough is plain.
fn total(scope: &Scope<'_>, text: &str, path: &FieldPath) -> Option<(Place, usize)> {
    let counts = COPIES.captures_iter(text).filter_map(|found| {
        let number = (1..=4).find_map(|group| found.get(group))?;
        let words = || wording::parse_cardinal(number.as_str(), scope.draft.language());
        let count: Option<u64> = number.as_str().parse().ok();
        let count = count.or_else(|| words().map(|number| number.value))?;
        Some((Place::within(path.clone(), number.range()), usize::try_from(count).ok()?))
    });
    let counts: Vec<(Place, usize)> = counts.collect();
    match counts.as_slice() {
        [one] if !is_share(text) => Some(one.clone()),
        several => several.iter().find(|(_, count)| *count >= sides(scope)).cloned(),
    }
}

/// The total of a closing text, where the copies that it hands out are not as many.
fn handed(scope: &Scope<'_>) -> Option<(Place, usize, usize)> {
    let (place, total) = given(scope).or_else(|| written(scope).into_iter().next())?;
    closings(scope).into_iter().find_map(|(text, _)| {
        if OTHERS.is_match(text) {
            return None;
        }
        let shares: Vec<usize> = HANDED
            .captures_iter(text)
            .filter_map(|one| {
                let number = one.get(1).or(one.get(2))?.as_str();
                let words = || wording::parse_cardinal(number, scope.draft.language());
                let count: Option<u64> = number.parse().ok();
                usize::try_from(count.or_else(|| Some(words()?.value))?).ok()
            })
            .collect();
        let sum: usize = shares.iter().sum();
        (shares.len() >= 2 && sum != total).then(|| (place.clone(), total, sum))
    })
}

/// Whether a text says how many each party gets, which is no total.
fn is_share(text: &str) -> bool {
    let lower = text.to_lowercase();
    let after = |word: &str| lower.find(word).and_then(|at| lower.get(at..)).unwrap_or_default();
    ["masing-masing", "setiap", "tiap-tiap"].iter().any(|word| {
        let clause = after(word).split(['.', ';']).next().unwrap_or_default();
        clause.contains("rangkap")
    })
}

fixed_patterns! {
    /// "dibuat dalam rangkap 2", "2 (dua) rangkap", "rangkap dua"
    COPIES = copies();
    /// "1 (satu) rangkap untuk", "satu asli dipegang oleh", "1 (one) for"
    HANDED = r"(?i-u)\b(?:(\d{1,2})\s*(?:\([a-z ]+\)\s*)?|(satu|dua|tiga|empat|lima)\s+(?:\(\d\)\s*)?)(?:(?:rangkap|asli|naskah|eksemplar|lembar|original)\s+(?:asli\s+)?)?(?:untuk|bagi|pada|dipegang|disimpan|diserahkan|disampaikan|for)\b";
    /// Copies besides those that are counted, or handed out by an unnamed number.
    OTHERS = r"(?i-u)\b(?:sisa|sisanya|selebihnya|lainnya|salinan|tembusan|masing-masing|setiap|tiap|arsip)\b";
}

fn copies() -> String {
    let words = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh";
    let figure = r"\brangkap\s+(\d{1,2})\b|\b(\d{1,2})\s*(?:\([a-z ]+\)\s*)?rangkap\b";
    let spelt = format!(r"\brangkap\s+({words})\b|\b({words})\s*(?:\(\d+\)\s*)?rangkap\b");
    format!("(?i){figure}|{spelt}")
}
