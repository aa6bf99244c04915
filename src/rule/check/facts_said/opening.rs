//! Day and place in the sentence that opens a document.

use chrono::Datelike;

use crate::draft::Draft;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::check::Scope;
use crate::rule::check::spans::{ends_after, tokens};
use crate::source::Span;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::wording::{self, fixed_patterns};
use crate::words;

fixed_patterns! {
    /// A day in figures, with the month by its name or in figures.
    FIGURES = r"(?i-u)\b\d{1,2}\s+(?:bulan\s+)?[a-z]{3,10}\s+(?:tahun\s+)?\d{4}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b";
    /// "tanggal dua bulan Maret tahun dua ribu dua puluh enam"
    WORDS = r"(?i-u)\btanggal\s+([a-z ]+?),?\s+bulan\s+([a-z]+),?\s+tahun\s+((?:[a-z]+\s*){1,7})";
    /// "bertempat di Kota Contoh,"
    PLACE = r"(?i)\b(?:bertempat|tempat|berlokasi)\s+di\s+([^;:(]+)";
    /// What is done on the day of signing.
    SIGNED = r"(?i-u)\b(?:dibuat|ditandatangani|disepakati)\b";
    /// "ditandatangani, yaitu sampai dengan tanggal …": no day of signing.
    UNTIL = r"(?i-u)\b(?:sampai|hingga|berakhir|mulai|sehingga)\b";
    /// "dibuat dan ditandatangani di Jakarta pada tanggal …"
    SIGNED_AT = r"(?-u)\b(?:dibuat|ditandatangani)\s+di\s+((?:Kota|Kabupaten|Kab\.|Provinsi)?\s*[A-Z][A-Za-z]+(?:\s+[A-Z][a-z]+)*)";
    /// Where the place ends and the sentence goes on.
    GOES_ON = r"(?i),?\s+(?:kami|yang bertanda|yang bertandatangan|masing-masing|oleh dan antara|telah|antara|pada hari|dibuat|para pihak|tanggal)\b";
}

/// The sentences that say when and where: that of the opening, and the last ones.
fn sentences<'a>(draft: &'a Draft<'_>) -> Vec<(FieldPath, &'a str)> {
    let facts = draft.facts();
    let opening = facts.path(Role::Pembukaan).map(|path| path.key("kalimat"));
    let paths = [opening, facts.path(Role::KalimatPenutup), closing(draft)];
    let paths = paths.into_iter().flatten();
    paths.filter_map(|path| Some((path.clone(), draft.at(&path).and_then(Node::str)?))).collect()
}

/// The text of the closing article.
fn closing(draft: &Draft<'_>) -> Option<FieldPath> {
    let path = draft.facts().path(Role::Penutup)?;
    let mut sections = draft.outline.sections.iter();
    sections.find(|section| section.path == path).map(|section| section.text_path.clone())
}

/// A sentence all of whose dates are other days than that of the document.
pub(super) fn day(scope: &Scope<'_>) -> Vec<Hit> {
    let Some(day) = scope.draft.date() else {
        return Vec::new();
    };
    let language = scope.draft.language();
    let mut hits = Vec::new();
    for (path, text) in sentences(scope.draft) {
        let mut found = dates(text);
        // A closing article speaks of other days too: only that of signing is the document's.
        if closing(scope.draft).as_ref() == Some(&path) {
            found.retain(|(span, _)| is_of_signing(text, span.start));
        }
        // A year that is misspelt reads as one long past, and is told elsewhere.
        found.retain(|(_, said)| said.is_some_and(|said| said.year() >= 2010));
        if found.is_empty() || found.iter().any(|(_, said)| *said == Some(day)) {
            continue;
        }
        // "Kepala Kantor … berdasarkan Keputusan … tanggal": only what is said of today.
        let today = text.to_lowercase().contains("hari ini") || path.last_key() != Some("kalimat");
        let Some((span, _)) = found.into_iter().next().filter(|_| today) else { continue };
        let said = text.get(span.clone()).unwrap_or_default();
        let hit = Hit::at(Place::within(path, span)).word("tertulis", said.trim());
        let hit = hit.word("seharusnya", wording::date_long(day, language));
        let fact = scope.draft.facts().path(Role::Tanggal).unwrap_or_default();
        hits.push(hit.see(Place::value(fact), words::check::the_fact()));
    }
    hits
}

/// Every date of a text with its day, where it can be read.
fn dates(text: &str) -> Vec<(Span, Option<chrono::NaiveDate>)> {
    let read = |said: &str| wording::parse_date(said).and_then(|one| one.date());
    let figures = FIGURES.find_iter(text).map(|one| (one.range(), read(one.as_str())));
    let mut found: Vec<_> = figures.collect();
    for one in WORDS.captures_iter(text) {
        let Some(whole) = one.get(0) else { continue };
        found.push((whole.range(), longest(whole.as_str()).and_then(read)));
    }
    found
}

/// The longest head of some words that is a date: what follows the year may be anything.
fn longest(words: &str) -> Option<&str> {
    let ends = tokens(words).map(|one| one.span.end).collect::<Vec<_>>();
    let heads = ends.into_iter().rev().filter_map(|end| words.get(..end));
    heads.into_iter().find(|head| wording::parse_date(head).is_some())
}

/// Words that a place may have or lack.
const KINDS: [&str; 8] =
    ["kota", "kabupaten", "provinsi", "kab", "kecamatan", "desa", "kelurahan", "daerah"];

pub(super) fn place(scope: &Scope<'_>) -> Option<Hit> {
    let mut told = sentences(scope.draft).into_iter();
    told.find_map(|(path, text)| other_place(scope, path, text))
}

/// Whether a day is said to be that of signing.
fn is_of_signing(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let since = SIGNED.find_iter(before).last().map_or(0, |one| one.end());
    let until = before.get(since..).is_some_and(|between| UNTIL.is_match(between));
    !until && ends_after(before, &SIGNED, 60, &['.', ';'])
}

fn other_place(scope: &Scope<'_>, path: FieldPath, text: &str) -> Option<Hit> {
    let fact = scope.draft.facts().path(Role::Tempat)?;
    let given = scope.draft.at(&fact)?.str().filter(|text| !text.trim().is_empty())?;
    let said = PLACE.captures(text).and_then(|one| one.get(1));
    let said = said.or_else(|| SIGNED_AT.captures(text)?.get(1))?;
    let until = GOES_ON.find(said.as_str()).map_or(said.len(), |one| one.start());
    let place = said.as_str().get(..until)?.trim_end_matches([',', '.', ' ']);
    // The sentence may name the town after all, behind the building.
    let wanted = words_of(given);
    let after = fold(text.get(said.start()..)?);
    let known = wanted.iter().any(|word| after.contains(word.as_str()));
    if known || wanted.is_empty() || words_of(place).is_empty() {
        return None;
    }
    let span = said.start()..said.start() + place.len();
    let hit = Hit::at(Place::within(path, span)).word("tertulis", place);
    Some(hit.word("seharusnya", given.trim()).see(Place::value(fact), words::check::the_fact()))
}

fn words_of(place: &str) -> Vec<String> {
    let words = tokens(place).map(|one| one.text.to_lowercase());
    words.filter(|word| !KINDS.contains(&word.as_str()) && word.len() > 2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_words_and_figures() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 2);
        for text in [
            "Pada hari ini Senin tanggal dua bulan Maret tahun dua ribu dua puluh enam bertempat di sana",
            "Pada hari ini, Senin, 2 Maret 2026, kami",
            "pada hari Senin (02-03-2026)",
        ] {
            assert!(dates(text).iter().any(|(_, said)| *said == day), "{text}");
        }
    }
}
