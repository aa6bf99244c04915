//! Sentences that the program puts together from several fields. Each value is read by itself, so
//! that a brace in one never closes one in another, and once, so that what it shows stays shown.

use crate::draft::body;
use crate::draft::inline::{self, Inline};

/// A sentence in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Sentence(Vec<Inline>);

impl Sentence {
    /// A sentence that begins with a value.
    pub(super) fn of(value: &str) -> Self {
        Self::default().value(value)
    }

    /// Adds words of the program.
    pub(super) fn say(mut self, words: &str) -> Self {
        self.0.push(Inline::Text(words.to_owned()));
        self
    }

    /// Adds what stands in a field.
    pub(super) fn value(mut self, text: &str) -> Self {
        self.0.extend(inline::parse(&body::squeeze(text.trim())));
        self
    }

    /// Adds another sentence.
    pub(super) fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Sentences in a row with words between them.
    pub(super) fn joined(parts: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut parts = parts.into_iter();
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |whole, part| whole.say(between).then(part))
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its pieces, neighbouring words as one: a word may reach across values.
    pub(super) fn pieces(self) -> Vec<Inline> {
        let mut pieces: Vec<Inline> = Vec::with_capacity(self.0.len());
        for piece in self.0 {
            match (pieces.last_mut(), piece) {
                (Some(Inline::Text(last)), Inline::Text(text)) => last.push_str(&text),
                (_, piece) => pieces.push(piece),
            }
        }
        pieces
    }
}
