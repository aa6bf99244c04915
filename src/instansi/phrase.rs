//! Known phrases, looked for word by word.

use std::collections::BTreeMap;

use super::word::Word;

/// Phrases with what they mean; one phrase may mean several things.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// By their first word; the longest first.
    by_first: BTreeMap<String, Vec<Phrase<T>>>,
}

#[derive(Debug)]
struct Phrase<T> {
    words: Vec<String>,
    meanings: Vec<T>,
}

impl<T> Phrases<T> {
    /// Gathers phrases; an empty one is none.
    pub(super) fn new(entries: impl Iterator<Item = (Vec<String>, T)>) -> Self {
        let mut meanings: BTreeMap<Vec<String>, Vec<T>> = BTreeMap::new();
        for (phrase, meaning) in entries {
            meanings.entry(phrase).or_default().push(meaning);
        }
        let mut by_first: BTreeMap<String, Vec<Phrase<T>>> = BTreeMap::new();
        for (words, meanings) in meanings {
            if let Some(first) = words.first() {
                by_first.entry(first.clone()).or_default().push(Phrase { words, meanings });
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        Self { by_first }
    }

    /// The longest phrase that the words begin with: its length in words and its meanings.
    pub(super) fn longest(&self, words: &[Word]) -> Option<(usize, &[T])> {
        let phrases = self.by_first.get(&words.first()?.text)?;
        let found = phrases.iter().find(|phrase| begins(words, &phrase.words))?;
        Some((found.words.len(), found.meanings.as_slice()))
    }

    /// The length of the longest phrase that the words begin with; 0 when they begin with none.
    pub(super) fn length(&self, words: &[Word]) -> usize {
        self.longest(words).map_or(0, |(length, _)| length)
    }
}

fn begins(words: &[Word], phrase: &[String]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, part)| word.text == *part)
}

#[cfg(test)]
mod tests {
    use super::super::word::{fold, plain};
    use super::*;

    #[test]
    fn the_longest_phrase_counts() {
        let entries = [("Kepala Biro", 1), ("Kepala", 2), ("kepala", 3), ("", 4)];
        let phrases = Phrases::new(entries.into_iter().map(|(text, it)| (plain(text), it)));
        assert_eq!(phrases.longest(&fold("KEPALA  BIRO Hukum")), Some((2, &[1][..])));
        assert_eq!(phrases.longest(&fold("Kepala Bagian")), Some((1, &[2, 3][..])));
        assert_eq!(phrases.length(&fold("Wakil Kepala")), 0);
        assert_eq!(phrases.length(&[]), 0);
    }
}
