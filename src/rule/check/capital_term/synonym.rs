//! Defined terms of which a word is exchanged: "Sertifikat Keahlian" for "Sertifikat Kompetensi".

use super::{Definition, Words};
use crate::draft::keys::article;
use crate::finding::{Hit, Place};
use crate::rule::check::Scope;
use crate::rule::check::spans::{Token, tokens};
use crate::source::Span;
use crate::text::fold;
use crate::words;

/// Every first use in capitals of a term that is nobody's, and one word away from a defined one.
pub(super) fn hits(
    scope: &Scope<'_>,
    all: &[Definition<'_>],
    synonyms: &[Vec<String>],
) -> Vec<Hit> {
    let terms: Vec<(&Definition<'_>, Vec<String>)> = all
        .iter()
        .map(|one| (one, words_of(&one.term)))
        .filter(|(_, words)| words.len() >= 2)
        .collect();
    let folded = |one: &Definition<'_>| [fold(&one.term), fold(one.meaning)];
    // No words go across.
    let defined = all.iter().flat_map(folded).collect::<Vec<_>>().join("\0");
    let mut hits = Vec::new();
    for (one, words) in &terms {
        let others = variants(words, synonyms);
        let said = |other: &Vec<String>| !scope.haystack().lacks(&other.join(" "));
        let others = others.into_iter().filter(said);
        let others = others.filter(|other| !is_known(scope, &defined, other));
        let found = others.into_iter().find_map(|other| first_use(scope, one, &other));
        if let Some((place, said)) = found {
            let hit = Hit::at(place).word("istilah", &one.term).word("tertulis", said);
            let term = Place::value(one.path.key(article::TERM));
            hits.push(hit.see(term, words::check::introduced_so()));
        }
    }
    hits
}

fn words_of(text: &str) -> Vec<String> {
    tokens(text).map(|one| one.text.to_lowercase()).collect()
}

/// The term with one word exchanged.
fn variants(words: &[String], synonyms: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let same = synonyms.iter().filter(|row| row.contains(word)).flatten();
        for other in same.filter(|other| *other != word) {
            let mut variant = words.to_vec();
            if let Some(place) = variant.get_mut(at) {
                place.clone_from(other);
            }
            found.push(variant);
        }
    }
    found
}

/// Whether the words are a term of their own, or stand where the document names things: in a title, in
/// the name of a party, in a law.
fn is_known(scope: &Scope<'_>, defined: &str, words: &[String]) -> bool {
    let said = words.join(" ");
    let named = |(index, _): (usize, usize)| scope.body().get(index).is_some_and(|body| !body);
    defined.contains(&said) || scope.haystack().lower_words(&said).any(named)
}

fn first_use(scope: &Scope<'_>, one: &Definition<'_>, words: &[String]) -> Option<(Place, String)> {
    let said = words.join(" ");
    scope.haystack().holding(&said).next()?;
    let texts = scope.texts().iter().zip(scope.body()).enumerate();
    let texts = texts
        .filter(|(_, ((path, _), body))| **body && !path.steps().starts_with(one.path.steps()));
    texts.into_iter().find_map(|(at, ((path, text), _))| {
        let known = scope.reading(at, Words::of)?;
        let span = words.iter().all(|word| known.has(word)).then(|| capital_row(text, words))??;
        let said = text.get(span.clone())?.to_owned();
        Some((Place::within(path.clone(), span), said))
    })
}

/// Where the words stand in a row, each with a capital, and no longer name around them.
fn capital_row(text: &str, words: &[String]) -> Option<Span> {
    let all: Vec<Token<'_>> = tokens(text).collect();
    let capital = |one: &Token<'_>| one.text.starts_with(char::is_uppercase);
    let joined = |one: &Token<'_>, other: &Token<'_>| {
        text.get(one.span.end..other.span.start)
            .is_some_and(|gap| gap.chars().all(char::is_whitespace))
    };
    all.windows(words.len()).enumerate().find_map(|(at, row)| {
        let same = row
            .iter()
            .zip(words)
            .all(|(one, word)| one.text.to_lowercase() == *word && capital(one));
        let whole = row.windows(2).all(|pair| matches!(pair, [one, other] if joined(one, other)));
        let (first, last) = (row.first()?, row.last()?);
        let before = at.checked_sub(1).and_then(|at| all.get(at));
        let longer = before
            .is_some_and(|one| capital(one) && joined(one, first) && !starts(text, one))
            || all.get(at + words.len()).is_some_and(|one| capital(one) && joined(last, one));
        (same && whole && !longer).then_some(first.span.start..last.span.end)
    })
}

/// Whether a word begins a sentence or an item, where it has a capital whatever it is.
fn starts(text: &str, one: &Token<'_>) -> bool {
    let before = text.get(..one.span.start).unwrap_or_default().trim_end_matches(' ');
    before.is_empty() || before.ends_with(['.', ')', ':', ';', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_capitals() {
        let row = |text: &str| capital_row(text, &words_of("kartu pengenal")).is_some();
        assert!(row("menerbitkan Kartu Pengenal bagi") && row("(1) Setiap Kartu Pengenal dicatat"));
        assert!(!row("kartu pengenal") && !row("Kartu, Pengenal") && !row("Kartu Pengenal Warga"));
        assert!(!row("milik Dinas Kartu Pengenal"));
    }

    #[test]
    fn a_term_with_one_word_exchanged() {
        let rows = [vec!["kartu".to_owned(), "tanda".to_owned()]];
        assert_eq!(variants(&words_of("Kartu Masuk"), &rows), [words_of("Tanda Masuk")]);
        assert!(variants(&words_of("Surat Masuk"), &rows).is_empty());
    }
}
