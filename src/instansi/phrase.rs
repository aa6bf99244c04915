//! Known phrases, looked for word by word.

use std::cmp::Reverse;

use super::word::Word;

/// Phrases with what they mean; one phrase may mean several things.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// By their first word; of those with the same, the longest first.
    list: Vec<Phrase<T>>,
}

#[derive(Debug)]
struct Phrase<T> {
    words: Vec<String>,
    meanings: Vec<T>,
}

impl<T> Phrase<T> {
    fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    fn add(&mut self, meaning: T)
    where
        T: PartialEq,
    {
        if !self.meanings.contains(&meaning) {
            self.meanings.push(meaning);
        }
    }
}

impl<T> Phrases<T> {
    /// Gathers phrases; an empty one is none, and one that is said twice is said once.
    pub(super) fn new(entries: impl Iterator<Item = (Vec<String>, T)>) -> Self
    where
        T: PartialEq,
    {
        let mut entries: Vec<(Vec<String>, T)> =
            entries.filter(|(words, _)| !words.is_empty()).collect();
        entries.sort_by(|(one, _), (other, _)| {
            let key = |words: &[String]| Reverse(words.len());
            one.first().cmp(&other.first()).then(key(one).cmp(&key(other))).then(one.cmp(other))
        });
        let mut list: Vec<Phrase<T>> = Vec::with_capacity(entries.len());
        for (words, meaning) in entries {
            match list.last_mut() {
                Some(last) if last.words == words => last.add(meaning),
                _ => list.push(Phrase { words, meanings: vec![meaning] }),
            }
        }
        Self { list }
    }

    /// The longest phrase that the words begin with: its length in words and its meanings.
    pub(super) fn longest(&self, words: &[Word]) -> Option<(usize, &[T])> {
        let first = words.first()?.text.as_str();
        let from = self.list.partition_point(|phrase| phrase.first() < first);
        let mut with_first =
            self.list.get(from..)?.iter().take_while(|phrase| phrase.first() == first);
        let found = with_first.find(|phrase| begins(words, &phrase.words))?;
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
        let entries = [("Kepala Biro", 1), ("Kepala", 2), ("kepala", 3), ("Kepala", 2), ("", 4)];
        let phrases = Phrases::new(entries.into_iter().map(|(text, it)| (plain(text), it)));
        assert_eq!(phrases.longest(&fold("KEPALA  BIRO Hukum")), Some((2, &[1][..])));
        assert_eq!(phrases.longest(&fold("Kepala Bagian")), Some((1, &[2, 3][..])));
        assert_eq!(phrases.length(&fold("Wakil Kepala")), 0);
        assert_eq!(phrases.length(&[]), 0);
    }
}
