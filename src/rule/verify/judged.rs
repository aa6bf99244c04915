//! Which kinds a rule can judge, and whether what it says of them exists.

use super::{Verifier, listed, meant};
use crate::finding::Place;
use crate::kind::Kind;
use crate::rule::declared::RuleFault;
use crate::rule::when::{condition_path, tiers};
use crate::words::{Phrase, pack};

impl<'a> Verifier<'a> {
    /// The kinds that the rule can judge. None only after a fault was told.
    pub(super) fn judged(&mut self) -> Vec<&'a Kind> {
        let all: Vec<&Kind> = self.around.catalog.iter().collect();
        let when = &self.rule.when;
        let before = self.faults.len();
        let ids = all.iter().map(|kind| kind.id.as_str()).collect();
        self.known("jenis", when.kinds(), pack::what_kind, ids);
        let families = all.iter().filter_map(|kind| kind.family.as_deref()).collect();
        self.known("rumpun", when.families(), pack::what_family, families);
        let shared = all.iter().flat_map(|kind| kind.shares.iter().map(String::as_str)).collect();
        self.known("berbagi", when.shares(), pack::what_family, shared);
        let tiers = all.iter().flat_map(|kind| tiers(kind)).collect();
        self.known("tingkat", when.tiers(), pack::what_tier, tiers);
        let judged: Vec<&Kind> = all.into_iter().filter(|kind| when.admits(kind)).collect();
        if judged.is_empty() && self.faults.len() == before {
            let spot = Place::value(condition_path("jenis"));
            self.faults.push(RuleFault::at(spot, pack::no_kind_fits()));
        }
        judged
    }

    /// Tells of words of a condition that mean nothing.
    fn known(
        &mut self,
        key: &str,
        words: Option<&[String]>,
        what: fn() -> Phrase,
        mut known: Vec<&str>,
    ) {
        known.sort_unstable();
        known.dedup();
        for (at, word) in words.unwrap_or_default().iter().enumerate() {
            if known.contains(&word.as_str()) {
                continue;
            }
            let spot = Place::value(condition_path(key).index(at));
            let near = meant(word, known.iter().copied());
            let all = listed(known.iter().copied());
            let message = pack::no_such(what(), word, near, all);
            self.faults.push(RuleFault::at(spot, message));
        }
    }
}
