//! `kata_bilangan`: the words of a number are number words.

use chrono::Datelike;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Word, word};
use crate::source::Span;
use crate::wording::{self, Bahasa, fixed_patterns};

/// "3 (tigah)", "tahun dua ribu dua pulah lima": words that say no number, but are a letter or two
/// from one.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MisspeltNumber {}

impl CheckKind for MisspeltNumber {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "yang tertulis"), word("seharusnya", "kata bilangan yang dimaksud")];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let language = scope.draft.language();
        let own = scope.draft.date().and_then(|date| u64::try_from(date.year()).ok());
        let mut hits = Vec::new();
        for (at, (path, text)) in scope.texts().iter().enumerate() {
            let found = scope
                .reading_by(at, (language, own), |text| Misspelt(misspelt(text, language, own)));
            for (span, right) in found.iter().flat_map(|found| &found.0) {
                let said = text.get(span.clone()).unwrap_or_default();
                let right = wording::in_case_of(said, right);
                let place = Place::within(path.clone(), span.clone());
                let hit = Hit::at(place.clone()).word("tertulis", said);
                hits.push(hit.word("seharusnya", right.as_str()).mend_perhaps(place, right));
            }
        }
        hits
    }
}

fixed_patterns! {
    /// "3 (tigah)"
    PAIR = r"(?:^|[\sp.])(\d[\d.]*)(?:,00|,-{1,2})?\s*%?\s*\(([A-Za-z][A-Za-z ]{2,80})\)";
    /// "tahun dua ribu dua puluh lima"
    YEAR = r"(?i)\bbulan\s+[a-z]+,?\s+tahun\s+((?:dua\s+ribu|seribu)(?:\s+[a-z]+){1,4})";
}

/// The runs of words of a text that are nearly a number.
struct Misspelt(Vec<(Span, String)>);

/// Every run of words that is nearly a number, with the number.
fn misspelt(text: &str, language: Bahasa, own: Option<u64>) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    for part in brackets(text) {
        let Some(one) = text.get(part.clone()).and_then(|part| PAIR.captures(part)) else {
            continue;
        };
        let (Some(figure), Some(words)) = (one.get(1), one.get(2)) else { continue };
        let value = wording::parse_digits(figure.as_str().trim_end_matches('.'), language);
        let Some(value) = value else { continue };
        let right = wording::cardinal(value, language);
        let said = ["rupiah", "persen"]
            .iter()
            .fold(words.as_str(), |said, end| said.strip_suffix(end).unwrap_or(said));
        let said = said.trim_end();
        if is_near(said, &right, language) || is_muddled(said, language) {
            let start = part.start + words.start();
            found.push((start..start + said.len(), right));
        }
    }
    if text.contains("ahun") {
        for one in YEAR.captures_iter(text) {
            let Some(words) = one.get(1) else { continue };
            let near = year(words.as_str(), words.start(), language);
            found.extend(near.or_else(|| {
                let run = numerals(words.as_str(), language);
                let span = words.start()..words.start() + run.len();
                Some((span, wording::cardinal(own?, language)))
                    .filter(|_| is_muddled(run, language))
            }));
        }
    }
    found
}

/// Every bracket behind figures, with them and the character before them: hardly any text has one.
fn brackets(text: &str) -> impl Iterator<Item = Span> {
    memchr::memchr_iter(b'(', text.as_bytes()).filter_map(|open| {
        let before = text.get(..open)?.trim_end();
        let before = before.strip_suffix('%').unwrap_or(before).trim_end();
        let left = before.trim_end_matches(|c: char| c == '.' || c.is_numeric());
        let inside = text.as_bytes().get(open + 1).is_some_and(u8::is_ascii_alphabetic);
        if left.len() == before.len() || !inside {
            return None;
        }
        let end = open + text.get(open..)?.find(')')? + 1;
        Some(left.char_indices().next_back().map_or(0, |(at, _)| at)..end)
    })
}

/// Whether some words say no number but are a slip away from one.
fn is_near(said: &str, right: &str, language: Bahasa) -> bool {
    let lower = said.to_lowercase();
    let most = if right.len() < 6 { 1 } else { 2 };
    lower != right
        && wording::parse_cardinal(said, language).is_none()
        && lower.len().abs_diff(right.len()) <= most
        && strsim::damerau_levenshtein(&lower, right) <= most
}

/// Words of numbers that give a number only together with others.
const SCALES: [&str; 7] = ["belas", "puluh", "ratus", "ribu", "juta", "miliar", "milyar"];

/// The number words with which a text begins.
fn numerals(text: &str, language: Bahasa) -> &str {
    let numeral = |word: &str| {
        SCALES.contains(&word.to_lowercase().as_str())
            || wording::parse_cardinal(word, language).is_some()
    };
    let words = text.split_inclusive(' ').take_while(|word| numeral(word.trim_end()));
    let length: usize = words.map(str::len).sum();
    text.get(..length).unwrap_or_default().trim_end()
}

/// "dua ratus tujuh lima": nothing but number words, which together say no number. Figures that are
/// read one by one are none of these.
fn is_muddled(said: &str, language: Bahasa) -> bool {
    let scale = |word: &str| SCALES.contains(&word.to_lowercase().as_str());
    said.contains(' ')
        && said.split(' ').any(scale)
        && numerals(said, language) == said
        && wording::parse_cardinal(said, language).is_none()
}

/// The first year that a document of ours may bear: "dua ribu dua pulah" is not the year 2002.
const FIRST: u64 = 2010;

/// The words of a year with one that is misspelt: held against the years around.
fn year(said: &str, start: usize, language: Bahasa) -> Option<(Span, String)> {
    let ends = said.match_indices(' ').map(|(at, _)| at).chain([said.len()]);
    let heads: Vec<&str> = ends.filter_map(|at| said.get(..at)).collect();
    // What follows the year may be anything, but a year that can be read is one.
    let read = |head: &&&str| {
        wording::parse_cardinal(head, language).is_some_and(|one| one.value >= FIRST)
    };
    if heads.iter().any(|head| read(&head)) {
        return None;
    }
    let years = (FIRST..2060).map(|year| wording::cardinal(year, language)).collect::<Vec<_>>();
    heads.iter().rev().find_map(|head| {
        let mut near = years.iter().filter(|right| is_near(head, right, language));
        let right = near.next().filter(|_| near.next().is_none())?;
        Some((start..start + head.len(), right.clone()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_in_number_words() {
        let at = |text: &str| -> Vec<String> {
            misspelt(text, Bahasa::Indonesia, Some(2026))
                .into_iter()
                .map(|(_, right)| right)
                .collect()
        };
        assert_eq!(at("selama 3 (tigah) bulan"), ["tiga"]);
        assert_eq!(at("20 (dua pulu) orang"), ["dua puluh"]);
        assert_eq!(
            at("tanggal satu bulan Maret tahun dua ribu dua pulah enam, bertempat"),
            ["dua ribu dua puluh enam"]
        );
        assert_eq!(
            at("Rp275.000 (dua ratus tujuh lima ribu rupiah)"),
            ["dua ratus tujuh puluh lima ribu"]
        );
        assert_eq!(
            at("bulan Maret tahun dua ribu dua enam (02-03-2026)"),
            ["dua ribu dua puluh enam"]
        );
        for text in [
            "3 (tiga) bulan",
            "bulan Maret tahun dua ribu delapan",
            "26 (dua enam)",
            "2 (satu) bulan",
            "Lampiran 3 (kosong)",
            "5 (hari)",
            "Pasal 2 (bab)",
        ] {
            assert!(at(text).is_empty(), "{text}");
        }
    }
}
