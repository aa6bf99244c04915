//! `singkatan_dijelaskan`: an abbreviation is written in full where it is used first.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::is_body;
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, RuleFault, Word, word};
use crate::source::path::FieldPath;
use crate::wording::fixed_patterns;

/// Known abbreviations that the articles use, and that nothing explains: no sentence in brackets or
/// behind "disingkat", no definition, and no name of the document's own, as that of a party.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Abbreviations {
    #[schemars(description = "Singkatan dengan kepanjangannya.")]
    singkatan: BTreeMap<String, String>,
}

impl CheckKind for Abbreviations {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "singkatannya"), word("seharusnya", "kepanjangannya")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn faults(&self) -> Vec<RuleFault> {
        let names: Vec<String> = self.singkatan.keys().cloned().collect();
        RuleFault::empty("singkatan", &names).into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut told = BTreeSet::new();
        let mut hits = Vec::new();
        for (short, long) in &self.singkatan {
            let found: Vec<(usize, usize)> = scope.haystack().words(short).collect();
            if found.is_empty() || is_explained(scope, short, &found) {
                continue;
            }
            let used = found.iter().find_map(|(index, at)| {
                let (path, text) = scope.texts().get(*index)?;
                (is_body(scope, path) && !is_listed(path)).then_some((*index, path, *text, *at))
            });
            let Some((index, path, _, at)) = used else { continue };
            // "Kakanwil Ditjenpas" is one matter.
            if told.insert(index) {
                let hit = Hit::at(Place::within(path.clone(), at..at + short.len()));
                hits.push(hit.word("tertulis", short).word("seharusnya", long));
            }
        }
        hits
    }
}

fixed_patterns! {
    /// What stands before an abbreviation that is explained.
    BEFORE = r#"(?i)(?:\(|\b(?:disingkat|disebut|singkatan|dikenal|dirujuk)\b[^.;\n]{0,40}|["“])\s*["“'*]*$"#;
    /// What stands behind it.
    BEHIND = r#"(?i)^["”'*]*\s*(?:\(|(?:adalah|ialah|yaitu|merupakan)\b)"#;
}

/// Cells of tables are short for want of room.
fn is_listed(path: &FieldPath) -> bool {
    path.keys().any(|key| matches!(key, "baris" | "kolom" | "rincian"))
}

fn is_explained(scope: &Scope<'_>, short: &str, found: &[(usize, usize)]) -> bool {
    let defined = scope.terms().iter().any(|term| {
        term.all_names().iter().any(|name| name.split_whitespace().any(|word| word == short))
    });
    defined
        || found.iter().any(|(index, at)| {
            let Some((path, text)) = scope.texts().get(*index) else { return false };
            // A name by which the document knows somebody or something.
            let named = !is_body(scope, path) && path.last_key() != Some("judul_kedua");
            let before = text.get(..*at).unwrap_or_default();
            let near = before.get(before.floor_char_boundary(before.len().saturating_sub(60))..);
            let behind = text.get(at + short.len()..).unwrap_or_default();
            named || near.is_some_and(|near| BEFORE.is_match(near)) || BEHIND.is_match(behind)
        })
}
