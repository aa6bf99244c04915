//! `ayat_berulang`: an ayat that says word by word what another of its article says.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::body_texts;
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::text::fold;
use crate::wording::fixed_patterns;
use crate::words;

/// The same sentence as two ayat of an article. Items of lists may be alike under different leads.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RepeatedParagraph {}

/// Shorter sentences may well be said twice.
const LEAST: usize = 40;

fixed_patterns! {
    /// "(3) PIHAK KEDUA membuka Rekening."
    AYAT = r"(?m)^[ \t]*(\(\d{1,2}\))[ \t]+([^\n]+\.)[ \t]*$";
}

impl CheckKind for RepeatedParagraph {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("nomor", "nomor ayat yang berulang"), word("lain", "nomor ayat yang sama")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (path, text) in body_texts(scope).filter(|(_, text)| text.contains("(2)")) {
            for (first, again) in repeated(text) {
                let said = |span: &Span| text.get(span.clone()).unwrap_or_default().to_owned();
                let hit = Hit::at(Place::within(path.clone(), again.clone()));
                let hit = hit.word("nomor", said(&again)).word("lain", said(&first));
                let place = Place::within(path.clone(), first);
                hits.push(hit.see(place, words::check::first_here()));
            }
        }
        hits
    }
}

/// The numbers of two ayat that say the same: that of the first, and that of the later.
fn repeated(text: &str) -> Vec<(Span, Span)> {
    let mut known: BTreeMap<String, Span> = BTreeMap::new();
    let mut found = Vec::new();
    for one in AYAT.captures_iter(text) {
        let (Some(number), Some(said)) = (one.get(1), one.get(2)) else { continue };
        if said.len() < LEAST {
            continue;
        }
        match known.entry(fold(said.as_str())) {
            std::collections::btree_map::Entry::Occupied(first) => {
                found.push((first.get().clone(), number.range()));
            }
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(number.range());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ayat_is_told_where_it_stands_again() {
        let long = "PIHAK KEDUA membuka rekening gaji bagi setiap pegawai tanpa setoran awal.";
        let text = format!(
            "(1) {long}\n(2) PIHAK KESATU menyampaikan daftar pegawai kepada PIHAK KEDUA.\n(3) {long}"
        );
        let found = repeated(&text);
        let said: Vec<&str> = found
            .iter()
            .flat_map(|(one, other)| [&text[one.clone()], &text[other.clone()]])
            .collect();
        assert_eq!(said, ["(1)", "(3)"]);
        assert!(repeated("(1) Biaya ditanggung.\n(2) Biaya ditanggung.").is_empty());
    }
}
