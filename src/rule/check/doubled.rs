//! `kata_berulang`: a word that stands twice in a row.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Word, word};
use crate::source::Span;

/// "yang yang", "layanan layanan". Reduplication has a hyphen in both languages; names may repeat
/// themselves ("Toli Toli") and are left alone.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Doubled {
    #[schemars(description = "Kata yang memang dapat berulang, dalam huruf kecil.")]
    kecuali: Vec<String>,
}

impl CheckKind for Doubled {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("nilai", "kata yang berulang")];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (at, (path, text)) in scope.texts().iter().enumerate() {
            let found = scope.reading(at, |text| Twice(doubled(text)));
            for (span, once) in found.iter().flat_map(|found| &found.0) {
                let said = text.get(once.clone()).unwrap_or_default();
                if self.kecuali.iter().any(|word| *word == said.to_lowercase()) {
                    continue;
                }
                let place = Place::within(path.clone(), span.clone());
                let hit = Hit::at(place.clone()).word("nilai", said);
                hits.push(hit.mend_perhaps(place, said));
            }
        }
        hits
    }
}

/// The words of a text that stand twice: both together, and the first of them.
struct Twice(Vec<(Span, Span)>);

/// Both words together, and the first of them.
fn doubled(text: &str) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    let (mut at, mut last) = (0, 0..0);
    for end in ends(text) {
        let piece = text.get(at..end).unwrap_or_default();
        let word = piece.trim_end();
        let span = at..at + word.len();
        at += piece.len();
        if word.is_empty() {
            // A blank line parts paragraphs.
            last = if piece == "\n" { 0..0 } else { last };
            continue;
        }
        let before = text.get(last.clone()).unwrap_or_default();
        // Most words differ in their first letters.
        if !head(before).eq_ignore_ascii_case(head(word)) {
            last = span;
            continue;
        }
        let core = word.trim_end_matches([',', '.', ';', ':', ')', '"', '”']);
        if is_same(before, core) {
            found.push((last.start..span.start + core.len(), last.clone()));
        }
        last = span;
    }
    found
}

/// Where each word ends with the blank behind it.
fn ends(text: &str) -> Vec<usize> {
    let blank = |byte: &u8| matches!(byte, b' ' | 0x09..=0x0d);
    let mut ends: Vec<usize> = if text.is_ascii() {
        let bytes = text.bytes().enumerate();
        bytes.filter(|(_, byte)| blank(byte)).map(|(at, _)| at + 1).collect()
    } else {
        let blanks = text.char_indices().filter(|(_, c)| c.is_whitespace());
        blanks.map(|(at, c)| at + c.len_utf8()).collect()
    };
    ends.push(text.len());
    ends
}

fn head(word: &str) -> &[u8] {
    let bytes = word.as_bytes();
    bytes.get(..2).unwrap_or(bytes)
}

fn is_same(one: &str, other: &str) -> bool {
    let names = one.starts_with(char::is_uppercase) && other.starts_with(char::is_uppercase);
    other.len() >= 2
        && one.len() == other.len()
        && !names
        && one.eq_ignore_ascii_case(other)
        && one.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_stand_twice() {
        let at = |text: &str| -> Vec<String> {
            let found = doubled(text).into_iter();
            found.filter_map(|(span, _)| Some(text.get(span)?.to_owned())).collect()
        };
        assert_eq!(at("setiap hari layanan layanan."), ["layanan layanan"]);
        assert_eq!(at("Yang  yang dan\ndan"), ["Yang  yang", "dan\ndan"]);
        for text in
            ["sama-sama", "kerja sama. Sama halnya", "Toli Toli", "5 5", "data\n\ndata", "a a"]
        {
            assert!(doubled(text).is_empty(), "{text}");
        }
    }
}
