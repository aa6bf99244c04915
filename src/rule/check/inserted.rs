//! `pasal_sisipan`: an article that is put between two others has the number of the first with a letter.

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::body_texts;
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::wording::fixed_patterns;

/// "Di antara Pasal 6 dan Pasal 7 disisipkan Pasal 6A".
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inserted {}

fixed_patterns! {
    /// The two articles, and that between them.
    BETWEEN = r"(?i)\b(?:di\s*antara|antara)\s+pasal\s+(\d{1,3})[A-Z]?\s+dan\s+pasal\s+\d{1,3}[A-Z]?\b[^.;:\x22]{0,40}\bdi?sisipkan\b[^.;\x22]{0,60}?\bpasal\s+(\d{1,3})\s?([A-Z]{1,2})?\b";
}

impl CheckKind for Inserted {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "nomor pasal sisipan yang tertulis"),
            word("seharusnya", "nomor yang seharusnya"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (path, text) in body_texts(scope) {
            for one in BETWEEN.captures_iter(text) {
                let (Some(first), Some(number)) = (one.get(1), one.get(2)) else { continue };
                let letter = one.get(3);
                if first.as_str() == number.as_str() && letter.is_some() {
                    continue;
                }
                let end = letter.map_or(number.end(), |letter| letter.end());
                let said = text.get(number.start()..end).unwrap_or_default();
                let hit = Hit::at(Place::within(path.clone(), number.start()..end));
                let hit = hit.word("tertulis", format!("Pasal {said}"));
                hits.push(hit.word("seharusnya", format!("Pasal {}A", first.as_str())));
            }
        }
        hits
    }
}
