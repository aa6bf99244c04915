//! Findings mended in the text itself, round after round: mending one may uncover another.

use std::sync::Arc;

use super::{OpenError, Session, Settings, Text};
use crate::engine::{Around, fix};
use crate::finding::Fix;

/// Likely answers may take turns for ever; so many rounds are enough.
const ROUNDS: usize = 20;

/// Which fixes are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mending {
    /// Those that are the one right answer.
    Safe,
    /// Also those that may change what the draft means.
    All,
}

/// One round: the fixes that were offered, and the text with as many of them as do not touch.
#[derive(Debug)]
pub struct Round {
    /// The text as it was.
    pub before: Text,
    /// Every fix that was offered for it.
    pub offered: Vec<Fix>,
    /// The text as it is now.
    pub after: Text,
    /// How many of the fixes were made.
    pub made: usize,
}

/// The rounds of mending a text, each made when it is asked for.
#[derive(Debug)]
pub struct Rounds {
    settings: Arc<Settings>,
    mending: Mending,
    text: Text,
    left: usize,
}

/// A text after every round.
#[derive(Debug)]
pub struct Mended {
    /// The text.
    pub text: Text,
    /// How many findings were mended.
    pub count: usize,
}

impl Session {
    /// Mends a text as far as its fixes go; `None` when they change nothing.
    ///
    /// # Errors
    /// Settings that cannot be used.
    pub fn mend(&self, text: &Text, mending: Mending) -> Result<Option<Mended>, OpenError> {
        let mut mended = Mended { text: text.clone(), count: 0 };
        for round in self.rounds(text, mending)? {
            mended = Mended { text: round.after, count: mended.count + round.made };
        }
        // Rounds that only undid each other changed nothing.
        Ok((mended.text.source.text() != text.source.text()).then_some(mended))
    }

    /// The same, round by round.
    ///
    /// # Errors
    /// Settings that cannot be used.
    pub fn rounds(&self, text: &Text, mending: Mending) -> Result<Rounds, OpenError> {
        Ok(Rounds { settings: self.settings(text)?, mending, text: text.clone(), left: ROUNDS })
    }
}

impl Rounds {
    /// The fixes that the text has now.
    fn offered(&self) -> Vec<Fix> {
        let (checked, _) = self.settings.judge(&self.text, Around::nothing());
        let fixes = checked.findings.into_iter().filter_map(|finding| finding.fix);
        fixes.filter(|fix| fix.safe || self.mending == Mending::All).collect()
    }
}

impl Iterator for Rounds {
    type Item = Round;

    fn next(&mut self) -> Option<Round> {
        self.left = self.left.checked_sub(1)?;
        let offered = self.offered();
        let fixes: Vec<&Fix> = offered.iter().collect();
        let (text, made) = fix::apply(self.text.source.text(), &fixes)?;
        let after = self.text.with(text);
        let before = std::mem::replace(&mut self.text, after.clone());
        Some(Round { before, offered, after, made })
    }
}
