//! Numbers that are said twice in running text: "5 (lima)", "Rp1.500,00 (seribu lima ratus
//! rupiah)", "lima (5)".
//!
//! Found is only what is plainly meant as such a pair: a checker reports from it, and a false
//! report costs more than a missed one.

use std::ops::Range;

use super::lexicon::is_numeral;
use super::numeral::read;
use super::token::{Token, is_apostrophe, span, tokens_in};
use super::{Bahasa, OldSpelling, parse_digits};

/// More bytes than any number takes in words.
const LONGEST: usize = 512;

/// A figure and the words beside it that should say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberPair {
    /// Where the figure stands, without currency and per cent sign.
    pub figure: Range<usize>,
    /// Where the number words stand, without currency and the like.
    pub words: Range<usize>,
    /// The value of the figure.
    pub figure_value: u64,
    /// The value of the words; `None` when they cannot be read, and there is nothing to say then.
    pub words_value: Option<u64>,
    /// Words in an old spelling.
    pub old: Vec<OldSpelling>,
}

impl NumberPair {
    /// Whether figure and words are known to differ.
    pub fn disagrees(&self) -> bool {
        self.words_value.is_some_and(|value| value != self.figure_value)
    }
}

/// All numbers of a text that stand in figures and, beside them in brackets, in words, or the
/// other way round; in the order of the text.
///
/// Amounts with sen, decimal fractions and figures that are part of something longer ("2/5",
/// "A-5", "09.00") are passed over.
pub fn find_number_pairs(text: &str, bahasa: Bahasa) -> Vec<NumberPair> {
    text.match_indices('(').filter_map(|(open, _)| pair_at(text, open, bahasa)).collect()
}

/// The pair whose bracket opens there. Words are cut out only around a bracket that has a figure or
/// a number before it: hardly any has.
fn pair_at(text: &str, open: usize, bahasa: Bahasa) -> Option<NumberPair> {
    let before = text.get(..open).filter(|before| may_pair(before, bahasa))?;
    let rest = text.get(open + 1..)?;
    let length = rest.find(['(', ')']).filter(|at| rest.as_bytes().get(*at) == Some(&b')'))?;
    let close = open + 1 + length;
    let inner = tokens_in(text, open + 1..close);
    words_in_brackets(before, &inner, bahasa)
        .or_else(|| figure_in_brackets(text, open, &inner, close + 1, bahasa))
}

/// Whether what stands before a bracket ends like a figure or like a number in words.
fn may_pair(before: &str, bahasa: Bahasa) -> bool {
    let before = before.trim_end();
    let signs = |c: char| matches!(c, '%' | '-' | ',' | '.') || c.is_whitespace();
    let figure = before.trim_end_matches(signs).ends_with(|c: char| c.is_ascii_digit());
    let word = || {
        let start = before.rfind(|c: char| !c.is_alphabetic() && !is_apostrophe(c));
        let start = start.map_or(0, |at| before.ceil_char_boundary(at + 1));
        before.get(start..).is_some_and(|word| is_numeral(word, bahasa))
    };
    figure || word()
}

/// "5 (lima)"
fn words_in_brackets(before: &str, inner: &[Token<'_>], bahasa: Bahasa) -> Option<NumberPair> {
    let words = core(inner);
    if !words.iter().any(|token| is_numeral(token.text, bahasa)) {
        return None;
    }
    let (figure, figure_value) = figure_at_end(before, bahasa)?;
    // "Lampiran 3 (kosong)" says that it is empty, not that it is nought.
    let empty = matches!(words, [word] if word.is("kosong")) && figure_value != 0;
    (!empty).then(|| pair(figure, figure_value, words, bahasa))
}

/// "lima (5)"
fn figure_in_brackets(
    text: &str,
    open: usize,
    inner: &[Token<'_>],
    after: usize,
    bahasa: Bahasa,
) -> Option<NumberPair> {
    let figure = span(inner);
    let figure_value = parse_digits(text.get(figure.clone())?, bahasa)?;
    let before = tokens_in(text, text.floor_char_boundary(open.saturating_sub(LONGEST))..open);
    let run = before.iter().rev().take_while(|token| is_numeral(token.text, bahasa)).count();
    let (head, words) = before.split_at_checked(before.len().checked_sub(run)?)?;
    // "(1) satu (2) dua" and "dibagi dua (1) … (2) …" are lists.
    let listed = head.last().is_some_and(|token| token.is(")"))
        || (figure_value == 1 && opens_list(text, after));
    let found = (run > 0 && !listed).then(|| pair(figure, figure_value, words, bahasa))?;
    // "triwulan dua (2026)" is a year beside a number, and says nothing twice.
    let year = (1900..2100).contains(&figure_value) && found.words_value.is_some_and(|n| n < 1000);
    (!year).then_some(found)
}

fn pair(
    figure: Range<usize>,
    figure_value: u64,
    words: &[Token<'_>],
    bahasa: Bahasa,
) -> NumberPair {
    let number = read(words, bahasa);
    NumberPair {
        figure,
        words: span(words),
        figure_value,
        words_value: number.as_ref().map(|number| number.value),
        old: number.map(|number| number.old).unwrap_or_default(),
    }
}

/// Whether "(2)" comes soon. Bounded, so that a hostile text costs no quadratic time.
fn opens_list(text: &str, after: usize) -> bool {
    let end = text.floor_char_boundary(after + 2 * LONGEST);
    tokens_in(text, after..end).windows(3).any(|window| {
        matches!(window, [open, two, close] if open.is("(") && two.is("2") && close.is(")"))
    })
}

/// The number words of an amount: without what stands before and after them by custom.
fn core<'a, 't>(inner: &'t [Token<'a>]) -> &'t [Token<'a>] {
    const BEFORE: [&str; 5] = ["terbilang", "sebanyak", "ringgit", "malaysia", ":"];
    const AFTER: [&str; 10] = [
        "rupiah",
        "ringgit",
        "malaysia",
        "sahaja",
        "saja",
        "persen",
        "peratus",
        "perseratus",
        ".",
        ",",
    ];
    let mut words = inner;
    while let Some((first, rest)) = words.split_first().filter(|(first, _)| first.is_any(&BEFORE)) {
        let _ = first;
        words = rest;
    }
    loop {
        words = match words {
            [rest @ .., per, hundred] if per.is("per") && hundred.is("seratus") => rest,
            [rest @ .., last] if last.is_any(&AFTER) => rest,
            _ => return words,
        };
    }
}

/// The figure that a text ends with, when it stands for itself.
fn figure_at_end(before: &str, bahasa: Bahasa) -> Option<(Range<usize>, u64)> {
    let trimmed = before.trim_end();
    let gap = before.get(trimmed.len()..)?;
    if gap.matches('\n').count() > 1 {
        return None;
    }
    let bare = trimmed.strip_suffix('%').unwrap_or(trimmed).trim_end();
    let bare = [",--", ",-", ".-"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let tail = bare.len() - bare.trim_end_matches(is_figure).len();
    let figure = bare.get(bare.len() - tail..)?.trim_start_matches(['.', ',']);
    let start = bare.len() - figure.len();
    let value = parse_digits(figure, bahasa)?;
    stands_alone(bare.get(..start)?).then_some((start..bare.len(), value))
}

/// Whether a figure after `left` is a number of its own, not the tail of a longer sign.
fn stands_alone(left: &str) -> bool {
    const CURRENCIES: [&str; 6] = ["Rp", "RM", "IDR", "MYR", "USD", "$"];
    let sign = left.strip_suffix('.').unwrap_or(left);
    let currency = CURRENCIES.iter().find_map(|currency| sign.strip_suffix(currency));
    if let Some(rest) = currency {
        return !rest.ends_with(char::is_alphanumeric);
    }
    left.chars().next_back().is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '"' | '\'' | '\u{201C}' | '\u{2018}' | ';')
    })
}
