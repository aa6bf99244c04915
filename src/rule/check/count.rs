//! `jumlah`: how many members a list has.

use serde::Deserialize;

use super::{CheckKind, Scope, missing_place};
use crate::finding::{Hit, Place};
use crate::source::path::FieldPath;

/// At least and at most so many.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    bidang: String,
    minimal: Option<usize>,
    maksimal: Option<usize>,
}

impl CheckKind for Count {
    fn paths(&self) -> Vec<&str> {
        vec![&self.bidang]
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let path = FieldPath::parse(&self.bidang);
        let node = scope.draft.at(&path);
        let count = node.map_or(0, |node| node.members().iter().filter(|m| !m.is_empty()).count());
        let few = self.minimal.is_some_and(|least| count < least);
        let many = self.maksimal.is_some_and(|most| count > most);
        if !few && !many {
            return Vec::new();
        }
        // The last member is the nearest place to where one more would stand.
        let place = match count.checked_sub(1) {
            Some(last) => Place::value(path.index(last)),
            None => missing_place(scope.draft, &path),
        };
        let bound = |bound: Option<usize>| bound.map_or_else(String::new, |n| n.to_string());
        let hit = Hit::absent(path, place).word("jumlah", count.to_string());
        vec![hit.word("minimal", bound(self.minimal)).word("maksimal", bound(self.maksimal))]
    }
}
