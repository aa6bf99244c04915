//! `diatur`: a matter is dealt with somewhere in the text.

use serde::Deserialize;

use super::{CheckKind, Pattern, Scope, Words, missing_place, says};
use crate::finding::Hit;
use crate::source::path::FieldPath;

/// One of the fields is filled, or some printed text speaks of the matter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provided {
    bidang: Words,
    pola: Pattern,
}

impl CheckKind for Provided {
    fn paths(&self) -> Vec<&str> {
        self.bidang.all()
    }

    fn fault(&self) -> Option<String> {
        self.pola.fault()
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let paths: Vec<FieldPath> = self.bidang.all().into_iter().map(FieldPath::parse).collect();
        let there = paths.iter().any(|path| says(scope.draft.at(path)))
            || scope.texts().iter().any(|(_, text)| self.pola.matches(text));
        let Some(path) = paths.into_iter().next().filter(|_| !there) else {
            return Vec::new();
        };
        let place = missing_place(scope.draft, &path);
        vec![Hit::absent(path, place)]
    }
}
