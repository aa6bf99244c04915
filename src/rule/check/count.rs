//! `jumlah`: how many members a list has.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, missing_place};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, word};
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::words;

/// At least and at most so many.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Count {
    #[schemars(description = "Daftarnya.")]
    bidang: String,
    #[schemars(description = "Paling sedikit sekian anggota.")]
    minimal: Option<usize>,
    #[schemars(description = "Paling banyak sekian anggota.")]
    maksimal: Option<usize>,
}

impl CheckKind for Count {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("jumlah", "banyaknya anggota yang terisi"),
            word("minimal", "batas bawahnya"),
            word("maksimal", "batas atasnya"),
        ];
        WORDS
    }

    fn empty_words(&self) -> Vec<&'static str> {
        let least = self.minimal.is_none().then_some("minimal");
        least.into_iter().chain(self.maksimal.is_none().then_some("maksimal")).collect()
    }

    fn reads(&self) -> Vec<Read> {
        let list = FieldUse::named("bidang", &self.bidang).shape(Shape::List);
        vec![Read::Field(if self.minimal.is_some() { list.demanded() } else { list })]
    }

    fn faults(&self) -> Vec<RuleFault> {
        let least = self.minimal.unwrap_or(0);
        let fault = match self.maksimal {
            Some(most) if most < least => words::pack::maximum_below_minimum(),
            None if least == 0 => words::pack::count_needs_bounds(),
            _ => return Vec::new(),
        };
        vec![RuleFault::of("jenis", fault)]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let path = FieldPath::parse(&self.bidang);
        let node = scope.draft.at(&path);
        let count =
            node.map_or(0, |node| node.members().iter().filter(|one| is_filled(one)).count());
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

/// Whether a member says anything; a table of blanks does not.
fn is_filled(node: &Node) -> bool {
    match &node.value {
        Value::Table(table) => table.0.iter().any(|entry| is_filled(&entry.node)),
        _ => !node.is_empty(),
    }
}
