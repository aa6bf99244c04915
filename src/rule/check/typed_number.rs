//! `nomor_diketik`: numbers that the program makes, typed into a text.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::kind::FieldType;
use crate::rule::declared::{Word, word};
use crate::source::Span;
use crate::source::node::Value;

/// A line of an `isi` that is nothing but `Pasal 5`, `BAB II` or `Pasal 5 KEADAAN KAHAR` in capitals.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TypedNumber {}

impl CheckKind for TypedNumber {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("nilai", "baris yang mengetik nomornya")];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for visit in scope.visits() {
            if let (FieldType::Isi, Value::String(text)) = (visit.field_type, &visit.node.value) {
                hits.extend(headings(text).map(|span| {
                    let said = text.get(span.clone()).unwrap_or_default().to_owned();
                    Hit::at(Place::within(visit.path.clone(), span)).word("nilai", said)
                }));
            }
        }
        hits
    }
}

/// The lines that read like the head of an article or a chapter.
fn headings(text: &str) -> impl Iterator<Item = Span> {
    let mut end = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        end += line.len();
        let head = line.trim();
        let start = end - line.trim_start().len();
        is_heading(head).then_some(start..start + head.len())
    })
}

fn is_heading(line: &str) -> bool {
    let (word, rest) = line.split_once([' ', '\t']).unwrap_or_default();
    let rest = rest.trim_start();
    let digits = |c: char| c.is_ascii_digit();
    let roman = |c: char| matches!(c, 'I' | 'V' | 'X' | 'L');
    let end = match word {
        "BAB" => rest.find(|c| !roman(c)),
        _ if word.eq_ignore_ascii_case("pasal") => rest.find(|c| !digits(c)),
        _ => return false,
    };
    let (number, title) = rest.split_at(end.unwrap_or(rest.len()));
    let capitals = title.chars().all(|c| !c.is_lowercase() && !c.is_ascii_digit() && c != '(');
    !number.is_empty() && capitals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_articles_are_told_from_sentences() {
        for line in
            ["Pasal 5", "PASAL 12.", "BAB II", "BAB II KETENTUAN LAIN", "Pasal 7 KEADAAN KAHAR"]
        {
            assert!(is_heading(line), "{line}");
        }
        for line in [
            "Pasal 5 ayat (1)",
            "Pasal 3 Undang-Undang Nomor 6 Tahun 2011",
            "Pasal dua",
            "BAB ini",
            "",
            "Pasal",
        ] {
            assert!(!is_heading(line), "{line}");
        }
    }
}
