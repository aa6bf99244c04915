//! Whether a text has a pattern at all.
//!
//! Most patterns are met by no text of a draft. To tell that takes a search from the left to where
//! the first match is seen to end; what tells where it begins and what its groups are is built only
//! for a pattern that some text has.

use regex_automata::Input;
use regex_automata::hybrid::dfa::{Cache, Config, DFA};
use regex_automata::nfa::thompson;
use regex_automata::util::pool::Pool;
use regex_syntax::hir::Hir;

use super::builds::{LARGEST, MOST_STATES};

/// A search for the end of a match.
#[derive(Debug)]
pub(super) struct Probe {
    search: DFA,
    caches: Pool<Cache, Box<dyn Fn() -> Cache + Send + Sync>>,
}

impl Probe {
    /// That of a pattern, unless it has bounds of words that only a slower search can tell.
    pub(super) fn of(hir: &Hir) -> Option<Self> {
        let parts = thompson::Config::new()
            .nfa_size_limit(Some(LARGEST))
            .which_captures(thompson::WhichCaptures::None);
        let parts = thompson::Compiler::new().configure(parts).build_from_hir(hir).ok()?;
        let limits = Config::new()
            .cache_capacity(MOST_STATES)
            .minimum_cache_clear_count(Some(3))
            .minimum_bytes_per_state(Some(10));
        let search = DFA::builder().configure(limits).build_from_nfa(parts).ok()?;
        let own = search.clone();
        Some(Self { search, caches: Pool::new(Box::new(move || own.create_cache())) })
    }

    /// Whether a text has the pattern; `None` where that takes too many states to tell.
    pub(super) fn tells(&self, text: &str) -> Option<bool> {
        let input = Input::new(text).earliest(true);
        let found = self.search.try_search_fwd(&mut self.caches.get(), &input);
        found.ok().map(|found| found.is_some())
    }
}
