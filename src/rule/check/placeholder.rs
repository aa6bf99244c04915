//! `residu`: blanks that somebody still has to fill in.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};

/// Dotted blanks, `<…>`, `[isi]`, `XX`, lorem ipsum.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placeholder {}

// Word boundaries are those of ASCII: with Unicode's the engine would fall back to its slowest mode.
static RESIDUE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
        \.{4,} | …{2,} | (?:^|\s)…(?:$|[\s,.;)]) | _{3,}
        | (?-u:<[A-Za-z_][A-Za-z0-9_\ /.-]+>)
        | \[(?:…|(?i-u:isi|diisi|nama|nomor|tanggal|jabatan|tempat|xx+|\.{3}))(?-u:[A-Za-z0-9_\ /.,-]*)\]
        | (?-u:\b)[Xx]{2,}(?-u:\b)(?:[./-][Xx]{2,}(?-u:\b))* | (?-u:\b[0-9]*[Xx]{4,}[0-9]*\b)
        | (?i-u:\blorem\ ipsum\b)
        ",
    )
    .ok()
});

impl CheckKind for Placeholder {
    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let Some(pattern) = &*RESIDUE else {
            return Vec::new();
        };
        let mut hits = Vec::new();
        for (path, text) in scope.draft.texts().iter().filter(|(_, text)| may_hold(text)) {
            for found in pattern.find_iter(text) {
                if is_roman_twenty(text, &found.range()) {
                    continue;
                }
                let lead = found.as_str().len() - found.as_str().trim_start().len();
                let span = found.start() + lead..found.end();
                let hit = Hit::at(Place::within(path.clone(), span));
                hits.push(hit.word("nilai", found.as_str().trim()));
            }
        }
        hits
    }
}

/// Whether a text has any of the signs at all: nearly none has, and looking is cheap.
fn may_hold(text: &str) -> bool {
    ["....", "…", "___", "<", "[", "XX", "xx", "Xx", "xX"].iter().any(|sign| text.contains(sign))
        || text.to_lowercase().contains("lorem")
}

/// "Bab XX", "Abad XX", "Kodam XX": a numeral and no blank.
fn is_roman_twenty(text: &str, span: &std::ops::Range<usize>) -> bool {
    let roman = matches!(text.get(span.clone()), Some("XX" | "XXX"));
    if !roman {
        return false;
    }
    // Only so far back as the longest of these words reaches.
    let before = text.get(..span.start).unwrap_or_default().trim_end();
    let near = before.char_indices().rev().nth(10).and_then(|(at, _)| before.get(at..));
    let word = near.unwrap_or(before).rsplit(char::is_whitespace).next().unwrap_or_default();
    let titles =
        ["bab", "abad", "lampiran", "angkatan", "wilayah", "kodam", "bagian", "ke", "buku"];
    titles.contains(&word.to_lowercase().as_str())
}
