//! The bases of `words/dasar.txt`, each with the places where it may be divided.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cuts::Cuts;
use super::syllables::syllables;

/// One base a line; its head says what the marks mean.
static LIST: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/words/dasar.txt"));

/// A part of fewer letters stays whole, as "tanggung" does in the example of EYD V, "Pemenggalan
/// Kata" 2.a ("mem-per-tanggung-jawab-kan").
pub(super) const SHORTEST: usize = 9;
/// What a division between syllables leaves of its part on either side, in letters.
pub(super) const MARGIN: usize = 3;

/// Made when the first word is divided, and not before.
static BASES: LazyLock<HashMap<String, Cuts>> = LazyLock::new(|| lines().map(base).collect());

/// Where a base may be divided; `None` for a word that is not listed.
pub(super) fn find(word: &str) -> Option<Cuts> {
    BASES.get(word).copied()
}

/// The lines that hold a base.
pub(super) fn lines() -> impl Iterator<Item = &'static str> {
    LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The letters of a line, and the places between its parts and inside them.
fn base(line: &str) -> (String, Cuts) {
    let mut letters = String::new();
    let mut cuts = Cuts::NONE;
    for part in line.split('+') {
        if !letters.is_empty() {
            cuts = cuts.and(Cuts::at(letters.len()));
        }
        cuts = cuts.and(inside(part).moved(letters.len(), 0));
        letters.extend(part.split('-'));
    }
    (letters, cuts)
}

/// The places inside one part: those that it marks, or else those that the rules find.
fn inside(part: &str) -> Cuts {
    let marks = part.match_indices('-').enumerate();
    let marked: Cuts = marks.map(|(before, (at, _))| Cuts::at(at - before)).collect();
    let length = part.len() - part.matches('-').count();
    if length < SHORTEST {
        return Cuts::NONE;
    }
    let cuts = if marked == Cuts::NONE { syllables(part) } else { marked };
    cuts.places().filter(|at| (MARGIN..=length - MARGIN).contains(at)).map(Cuts::at).collect()
}
