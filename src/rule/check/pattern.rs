//! `pola`: a text matches a pattern, or does not.

use serde::Deserialize;

use super::{CheckKind, Pattern, Scope, shown};
use crate::finding::{Hit, Place};
use crate::source::path::FieldPath;

/// Values that are given match `cocok`, or do not match `dilarang`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matches {
    bidang: String,
    cocok: Option<Pattern>,
    dilarang: Option<Pattern>,
    /// What is let pass although it matches `dilarang`.
    kecuali: Option<Pattern>,
}

impl CheckKind for Matches {
    fn paths(&self) -> Vec<&str> {
        vec![&self.bidang]
    }

    fn fault(&self) -> Option<String> {
        if self.cocok.is_some() == self.dilarang.is_some() {
            return Some("pola memerlukan cocok atau dilarang, salah satu".to_owned());
        }
        self.cocok.iter().chain(&self.dilarang).chain(&self.kecuali).find_map(Pattern::fault)
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let places = scope.draft.root.expand(&FieldPath::parse(&self.bidang));
        places
            .into_iter()
            .filter_map(|path| {
                let value = scope.draft.at(&path).filter(|node| !node.is_empty()).map(shown)?;
                let wrong = self.cocok.as_ref().is_some_and(|pattern| !pattern.matches(&value))
                    || self
                        .dilarang
                        .as_ref()
                        .is_some_and(|pattern| pattern.matches(value.trim_end()));
                let spared = self.kecuali.as_ref().is_some_and(|one| one.matches(value.trim_end()));
                (wrong && !spared).then(|| Hit::at(Place::value(path)).word("nilai", value))
            })
            .collect()
    }
}
