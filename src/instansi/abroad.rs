//! Which state a name speaks of.

use super::data::File;
use super::institution::Country;
use super::phrase::Phrases;
use super::word::{self, Word};

/// Names of states.
#[derive(Debug)]
pub(super) struct Countries {
    names: Phrases<Country>,
    /// Words that a name of a state follows: "Republik", "Kerajaan".
    with: Phrases<()>,
}

impl Countries {
    pub(super) fn new(files: &[File]) -> Self {
        let states = files.iter().flat_map(|file| {
            let lists = [
                (&file.negara.id, Country::Indonesia),
                (&file.negara.my, Country::Malaysia),
                (&file.negara.lain, Country::Other),
            ];
            lists.into_iter().flat_map(|(names, state)| names.iter().map(move |name| (name, state)))
        });
        let with = files.iter().flat_map(|file| &file.negara.bersama);
        Self {
            names: Phrases::new(states.map(|(name, state)| (word::plain(name), state))),
            with: Phrases::new(with.map(|word| (word::plain(word), ()))),
        }
    }

    /// The first state that the words name.
    pub(super) fn first(&self, words: &[Word]) -> Option<Country> {
        (0..words.len()).find_map(|at| self.at(words.get(at..)?))
    }

    /// The state whose name the words begin with.
    pub(super) fn at(&self, words: &[Word]) -> Option<Country> {
        if let Some((_, states)) = self.names.longest(words) {
            return states.first().copied();
        }
        let length = self.with.length(words);
        let named = words.get(length).filter(|next| length > 0 && !next.fresh)?;
        // "Kerajaan Republik Indonesia" and the like are settled by what follows.
        let rest = words.get(length..).unwrap_or_default();
        match self.names.longest(rest) {
            Some((_, states)) => states.first().copied(),
            None => (self.with.length(std::slice::from_ref(named)) == 0).then_some(Country::Other),
        }
    }
}
