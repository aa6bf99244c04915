//! `persentase`: so many of so many are as many per cent as the sentence says.

use schemars::JsonSchema;
use serde::Deserialize;

use super::quantities::{Count, counts};
use super::spans::{body_texts, sentence};
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::wording::fixed_patterns;

/// "24 kegiatan, terlaksana 18 kegiatan atau 75 persen".
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Percentage {}

fixed_patterns! {
    /// What a number of things is in per cent, right behind it.
    PERCENT = r"(?i)^\s*,?\s*(?:atau|yaitu|yakni|iaitu|sama\s+dengan|setara(?:\s+dengan)?|\()\s*(?:sebesar\s+|sekitar\s+)?(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:\([a-z ]{3,60}\)\s*)?(?:%|persen|peratus)";
}

impl CheckKind for Percentage {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "persentase yang tertulis"),
            word("jumlah", "persentase menurut kedua bilangannya"),
            word("bagian", "kedua bilangannya"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let percent =
            |text: &str| text.contains('%') || text.contains("persen") || text.contains("peratus");
        let mut hits = Vec::new();
        for (path, text) in body_texts(scope).filter(|(_, text)| percent(text)) {
            let all = counts(text, scope.draft.language());
            for window in all.windows(2) {
                let [whole, part] = window else { continue };
                let Some((span, right)) = differs(text, whole, part) else { continue };
                let said = |span: &Span| text.get(span.clone()).unwrap_or_default().to_owned();
                let hit = Hit::at(Place::within(path.clone(), span.clone()));
                let hit = hit.word("tertulis", said(&span)).word("jumlah", right);
                hits.push(
                    hit.word("bagian", format!("{}, {}", said(&whole.span), said(&part.span))),
                );
            }
        }
        hits
    }
}

/// What the sentence says, and what it should, where the two numbers make another share either way
/// round. Nobody minds how it is rounded.
fn differs(text: &str, one: &Count, other: &Count) -> Option<(Span, String)> {
    if one.noun != other.noun || sentence(text, one.span.start).end < other.span.start {
        return None;
    }
    let behind = text.get(other.span.end..)?;
    let said = PERCENT.captures(behind)?.get(1)?;
    let value: f64 = said.as_str().replace(',', ".").parse().ok()?;
    let share = |part: u64, whole: u64| (whole > 0).then(|| part as f64 * 100.0 / whole as f64);
    let agrees = |share: Option<f64>| share.is_some_and(|share| (share - value).abs() <= 1.0);
    if agrees(share(other.value, one.value)) || agrees(share(one.value, other.value)) {
        return None;
    }
    let right = share(one.value.min(other.value), one.value.max(other.value))?;
    let right = format!("{right:.1}").replace('.', ",");
    let right = right.strip_suffix(",0").map_or(right.clone(), str::to_owned);
    let start = other.span.end + said.start();
    Some((start..start + said.len(), right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Bahasa;

    fn told(text: &str) -> Option<String> {
        let all = counts(text, Bahasa::Indonesia);
        let [one, other, ..] = all.as_slice() else { return None };
        differs(text, one, other).map(|(_, right)| right)
    }

    #[test]
    fn a_share_in_per_cent() {
        let of = |percent: &str| {
            told(&format!("direncanakan 24 kegiatan, terlaksana 18 kegiatan atau {percent}"))
        };
        assert_eq!(of("85 persen").as_deref(), Some("75"));
        assert_eq!(of("75%"), None);
        assert_eq!(told("18 (delapan belas) orang dari 27 orang (66,7%)"), None);
        assert_eq!(told("18 orang dari 27 orang (60%)").as_deref(), Some("66,7"));
        assert_eq!(told("18 orang dari 27 kelas (60%)"), None);
    }
}
