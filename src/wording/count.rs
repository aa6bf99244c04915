//! A count that may be said twice: "2", "dua", "2 (dua)", "dua (2)".

use std::ops::Range;

use super::lexicon::is_numeral_anywhere;
use super::numeral::{ParsedNumber, read};
use super::token::{Kind, Token, bracketed, span};
use super::{Bahasa, Form, OldSpelling};

/// One way in which a count was said.
#[derive(Clone, Debug)]
pub(super) struct Count {
    pub(super) value: u64,
    pub(super) form: Form,
    pub(super) span: Range<usize>,
    pub(super) old: Vec<OldSpelling>,
}

/// The count at the head of `tokens`, in the order in which its forms stand, and what follows.
pub(super) fn counts<'a, 't>(tokens: &'t [Token<'a>]) -> Option<(Vec<Count>, &'t [Token<'a>])> {
    let (first, rest) = count(tokens)?;
    match again(rest) {
        Some((second, rest)) => Some((vec![first, second], rest)),
        None => Some((vec![first], rest)),
    }
}

/// A count in brackets that hold nothing else, and what follows them.
pub(super) fn again<'a, 't>(tokens: &'t [Token<'a>]) -> Option<(Count, &'t [Token<'a>])> {
    let (inner, rest) = bracketed(tokens)?;
    let (count, after) = count(inner)?;
    after.is_empty().then_some((count, rest))
}

/// A count in one form, and what follows it.
pub(super) fn count<'a, 't>(tokens: &'t [Token<'a>]) -> Option<(Count, &'t [Token<'a>])> {
    let (first, rest) = tokens.split_first()?;
    if first.kind == Kind::Number {
        let value = first.text.parse().ok()?;
        let span = span(&[*first]);
        return Some((Count { value, form: Form::Figures, span, old: Vec::new() }, rest));
    }
    let length = tokens.iter().take_while(|token| is_numeral_anywhere(token.text)).count();
    let (words, rest) = tokens.split_at(length);
    let ParsedNumber { value, old } = read_anywhere(words)?;
    Some((Count { value, form: Form::Words, span: span(words), old }, rest))
}

/// Number words of either language, read as the one that finds less to remark.
fn read_anywhere(words: &[Token<'_>]) -> Option<ParsedNumber> {
    let readings = Bahasa::ALL.into_iter().filter_map(|bahasa| read(words, bahasa));
    readings.min_by_key(|number| number.old.len())
}
