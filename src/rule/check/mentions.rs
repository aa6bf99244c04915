//! `menyebut`: one of several texts speaks of something.

use serde::Deserialize;

use super::{CheckKind, Pattern, Scope, Words, shown};
use crate::finding::{Hit, Place};
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// Some text at one of the paths matches; nothing is said while all of them are empty.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mentions {
    bidang: Words,
    pola: Pattern,
}

impl CheckKind for Mentions {
    fn paths(&self) -> Vec<&str> {
        self.bidang.all()
    }

    fn fault(&self) -> Option<String> {
        self.pola.fault()
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let patterns = self.bidang.all().into_iter().map(FieldPath::parse);
        let places: Vec<FieldPath> =
            patterns.flat_map(|pattern| scope.draft.root.expand(&pattern)).collect();
        let mut given = places.into_iter().filter_map(|path| {
            let text = scope.draft.at(&path).filter(|node| !node.is_empty()).map(words)?;
            Some((path, text))
        });
        let Some((path, first)) = given.next() else {
            return Vec::new();
        };
        if self.pola.matches(&first) || given.any(|(_, text)| self.pola.matches(&text)) {
            return Vec::new();
        }
        vec![Hit::at(Place::value(path)).word("nilai", first)]
    }
}

fn words(node: &Node) -> String {
    node.members().iter().map(shown).collect::<Vec<_>>().join("; ")
}
