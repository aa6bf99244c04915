//! Markers that the words before them speak of: they open no item.

use crate::draft::marker::Reading;
use crate::wording::{self, Bahasa, fixed_patterns};

fixed_patterns! {
    /// "ayat (1), (2), dan": what stands next is another of them.
    ONE_OF_SEVERAL = r"(?i-u)\b(?:ayat|huruf|angka|butir|nomor|pasal|poin)\s+\(?[0-9a-z]{1,3}\)?(?:\s*,\s*\(?[0-9a-z]{1,3}\)?)*(?:\s*,|\s*,?\s+(?:dan|atau|dan/atau|serta|hingga|s\.d\.|sampai\s+dengan))\s*$";
}

/// Whether the words before a marker say what it is: "ayat (2)", "ayat (1) dan⏎(2)", "huruf a.",
/// "dua (2)".
pub(super) fn is_pointed_at(before: &str, reading: &Reading) -> bool {
    let tail = before.char_indices().rev().nth(80).map_or(0, |(at, _)| at);
    let tail = before.get(tail..).unwrap_or_default();
    let listed = ONE_OF_SEVERAL.find(tail).is_some();
    if listed && (reading.style.is_ayat() || !tail.ends_with(',')) {
        return true;
    }
    const PARTS: [&str; 7] = ["ayat", "huruf", "angka", "butir", "nomor", "pasal", "no."];
    let word = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let spelt =
        || Bahasa::ALL.iter().any(|bahasa| wording::parse_cardinal(&word, *bahasa).is_some());
    PARTS.contains(&word.as_str()) || (reading.style.is_ayat() && spelt())
}
