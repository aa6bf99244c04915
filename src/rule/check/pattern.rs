//! `pola`: a text matches a pattern, or does not.

use regex::Regex;
use serde::Deserialize;

use super::{CheckKind, Scope, shown};
use crate::finding::{Hit, Place};
use crate::source::path::FieldPath;

/// Values that are given match `cocok`, or do not match `dilarang`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    bidang: String,
    cocok: Option<String>,
    dilarang: Option<String>,
}

impl CheckKind for Pattern {
    fn paths(&self) -> Vec<&str> {
        vec![&self.bidang]
    }

    fn fault(&self) -> Option<String> {
        if self.cocok.is_some() == self.dilarang.is_some() {
            return Some("pola memerlukan cocok atau dilarang, salah satu".to_owned());
        }
        let pattern = self.cocok.iter().chain(&self.dilarang);
        pattern.filter_map(|text| Regex::new(text).err()).map(|error| error.to_string()).next()
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let places = scope.draft.root.expand(&FieldPath::parse(&self.bidang));
        let wanted = self.cocok.as_deref().and_then(|text| Regex::new(text).ok());
        let banned = self.dilarang.as_deref().and_then(|text| Regex::new(text).ok());
        places
            .into_iter()
            .filter_map(|path| {
                let value = scope.draft.at(&path).filter(|node| !node.is_empty()).map(shown)?;
                let wrong = wanted.as_ref().is_some_and(|pattern| !pattern.is_match(&value))
                    || banned.as_ref().is_some_and(|pattern| pattern.is_match(value.trim_end()));
                wrong.then(|| Hit::at(Place::value(path)).word("nilai", value))
            })
            .collect()
    }
}
