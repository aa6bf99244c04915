//! `bagian_persen`: shares of one whole make a hundred per cent.

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::{body_texts, ends_after};
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Word, word};
use crate::source::Span;
use crate::wording::fixed_patterns;

/// Percentages of one ayat that are parts of one whole.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shares {}

impl CheckKind for Shares {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("bagian", "bagian-bagian yang tertulis"), word("jumlah", "jumlahnya")];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (path, text) in body_texts(scope).filter(|(_, text)| text.contains('%')) {
            for unit in units(text) {
                let Some(part) = text.get(unit.clone()) else { continue };
                let Some((span, shares, sum)) = uneven(part) else { continue };
                let place = unit.start + span.start..unit.start + span.end;
                let hit = Hit::at(Place::within(path.clone(), place)).word("bagian", shares);
                hits.push(hit.word("jumlah", sum));
            }
        }
        hits
    }
}

fixed_patterns! {
    /// "60%", "12,5 %"
    PER_CENT = r"(\d{1,3}(?:,\d{1,3})?)\s?%";
    /// Words of what is divided.
    DIVIDES = r"(?i)\b(?:masing-masing|dibagi|membagi|pembagian|bagi hasil|dibayar|dibayarkan|pembayaran|tahap|termin|porsi|proporsi|disalurkan|dicairkan|ditanggung|menanggung|bagian|uang muka|pelunasan)\b";
    /// Words of what is a whole in parts and nothing else.
    WHOLE = r"(?i)\b(?:dibagi|membagi|pembagian|bagi hasil|proporsi|tahap|termin)\b";
    /// Words of what is left.
    REST = r"(?i)\b(?:sisa|sisanya|selebihnya|retensi|pemeliharaan)\b";
    /// Per cents that are no share.
    LIMIT = r"(?i)\b(?:paling\s+\w+|maksimal|minimal|denda|naik|kenaikan|tambahan|pajak|ppn|pph|bunga|cadangan|tingkat|target|capaian|mencapai|sekurang-kurangnya|sebanyak-banyaknya|jaminan|potongan|diskon|biaya administrasi|kepuasan|kehadiran)\b";
    /// The head of an ayat.
    AYAT = r"(?m)^[ \t]*\(\d{1,2}\)";
}

/// Whether a word of a limit stands close before a per cent.
fn is_limit(before: &str) -> bool {
    // Far more than the longest word before the longest distance.
    let near = before.get(before.floor_char_boundary(before.len().saturating_sub(400))..);
    ends_after(near.unwrap_or_default(), &LIMIT, 60, &['.', ';', '%', '\n'])
}

/// The ayat of a text, or all of it.
pub(super) fn units(text: &str) -> Vec<Span> {
    let starts: Vec<usize> = AYAT.find_iter(text).map(|one| one.start()).collect();
    let first = starts.first().copied().unwrap_or(text.len());
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let ayat = starts.iter().copied().zip(ends).map(|(start, end)| start..end);
    std::iter::once(0..first).chain(ayat).filter(|span| !span.is_empty()).collect()
}

/// The last share of a whole that the shares do not make, all of them, and their sum.
fn uneven(text: &str) -> Option<(Span, String, String)> {
    let shares: Vec<(Span, f64, &str)> = PER_CENT
        .captures_iter(text)
        .filter_map(|one| {
            let (whole, number) = (one.get(0)?, one.get(1)?);
            let value = number.as_str().replace(',', ".").parse().ok()?;
            let before = text.get(..whole.start())?;
            (!is_limit(before)).then(|| (whole.range(), value, whole.as_str()))
        })
        .collect();
    let sum: f64 = shares.iter().map(|(_, value, _)| value).sum();
    // 100 % of one thing and shares of another stand beside each other.
    let whole = shares.iter().any(|(_, value, _)| (*value - 100.0).abs() < 0.001);
    if !DIVIDES.is_match(text) || whole {
        return None;
    }
    let above = sum > 100.01 && (shares.len() >= 2 || DIVIDES.is_match(text));
    let below = sum < 99.9 && shares.len() >= 2 && WHOLE.is_match(text) && !REST.is_match(text);
    let (span, ..) = shares.last().filter(|_| above || below)?;
    let said = shares.iter().map(|(_, _, said)| *said).collect::<Vec<_>>().join(" + ");
    let total = format!("{}%", sum.to_string().replace('.', ","));
    Some((span.clone(), said, total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_one_whole() {
        for text in
            ["dibayarkan 60% pada awal dan 50% pada akhir", "dibagi 60% bagi A dan 30% bagi B"]
        {
            assert!(uneven(text).is_some(), "{text}");
        }
        for text in [
            "dibayarkan 60% pada awal dan 40% pada akhir",
            "dibayarkan 60% pada awal dan sisanya pada akhir",
            "denda paling banyak 5% dan dibayarkan 97%",
            "kepuasan naik 60%, kehadiran 70%",
            "dibayarkan 100% setelah 20% selesai",
        ] {
            assert!(uneven(text).is_none(), "{text}");
        }
    }
}
