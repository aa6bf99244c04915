//! `kutipan_ayat`: what an amendment quotes of an ayat is that ayat.

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::body_texts;
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::wording::fixed_patterns;

/// "Ketentuan Pasal 4 ayat (1) … berbunyi: "(1) …"".
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quoted {}

fixed_patterns! {
    /// An ayat, and the number with which what is quoted of it begins.
    QUOTED = r#"(?is)\bpasal\s+\d{1,3}[a-z]?\s+ayat\s+\((\d{1,2})\)([^"“”;]{0,160}?)\bberbunyi\b[^"“”;]{0,60}["“]\s*\((\d{1,2})\)"#;
    /// Several are named, or another text stands between.
    OTHER = r"(?i)\b(?:ayat|pasal|dan|sampai|huruf)\b";
}

impl CheckKind for Quoted {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "nomor ayat pada kutipan"), word("seharusnya", "ayat yang disebut")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (path, text) in body_texts(scope).filter(|(_, text)| text.contains("berbunyi")) {
            for one in QUOTED.captures_iter(text) {
                let (Some(named), Some(between), Some(quoted)) =
                    (one.get(1), one.get(2), one.get(3))
                else {
                    continue;
                };
                if named.as_str() == quoted.as_str() || OTHER.is_match(between.as_str()) {
                    continue;
                }
                let hit = Hit::at(Place::within(path.clone(), quoted.range()));
                let hit = hit.word("tertulis", format!("ayat ({})", quoted.as_str()));
                hits.push(hit.word("seharusnya", format!("ayat ({})", named.as_str())));
            }
        }
        hits
    }
}
