//! Numbers that are said twice in running text: "5 (lima)", "Rp1.500,00 (seribu lima ratus
//! rupiah)", "lima (5)".
//!
//! Found is only what is plainly meant as such a pair: a checker reports from it, and a false
//! report costs more than a missed one.

use std::ops::Range;

use super::decimal::{self, Decimal, parse_figures, parse_words, scale_of};
use super::lexicon::is_numeral;
use super::token::{Token, is_apostrophe, span, tokens_in};
use super::{Bahasa, OldSpelling};

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
    pub(crate) figure_value: Decimal,
    /// The value of the words; `None` when they cannot be read, and there is nothing to say then.
    pub(crate) words_value: Option<Decimal>,
    /// The currency that the words name, in their spelling: "rupiah".
    pub(crate) currency: Option<&'static str>,
    /// Words in an old spelling.
    pub(crate) old: Vec<OldSpelling>,
}

impl NumberPair {
    /// Whether figure and words are known to differ.
    pub(crate) fn disagrees(&self) -> bool {
        self.words_value.is_some_and(|value| value != self.figure_value)
    }
}

/// All numbers of a text that stand in figures and, beside them in brackets, in words, or the
/// other way round; in the order of the text.
///
/// Figures may be grouped by dots, commas or blanks, have a fraction, and a scale behind them ("1,5
/// miliar"). Figures that are part of something longer ("2/5", "A-5", "09.00") are passed over.
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
    let bare = before.trim_end_matches(signs);
    let bare = ["persen", "peratus"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
    let figure = bare.trim_end().ends_with(|c: char| c.is_ascii_digit());
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
    let figures = figures_at_end(before, bahasa);
    let pairs = || figures.iter().map(|figure| pair(figure.clone(), words, inner, bahasa));
    // What a blank parts may be one number or two; the one that the words say was meant.
    let agreed = pairs().find(|pair| pair.words_value == Some(pair.figure_value));
    let found = agreed.or_else(|| pairs().next())?;
    let in_doubt = found.disagrees() && figures.first().is_some_and(|figure| figure.doubtful);
    let words_value = found.words_value.filter(|_| !in_doubt);
    let found = NumberPair { words_value, ..found };
    // "Lampiran 3 (kosong)" says that it is empty, not that it is nought.
    let empty = matches!(words, [word] if word.is("kosong")) && found.disagrees();
    (!empty).then_some(found)
}

/// "lima (5)"
fn figure_in_brackets(
    text: &str,
    open: usize,
    inner: &[Token<'_>],
    after: usize,
    bahasa: Bahasa,
) -> Option<NumberPair> {
    let span = span(inner);
    let value = parse_figures(text.get(span.clone())?, bahasa)?;
    let before = tokens_in(text, text.floor_char_boundary(open.saturating_sub(LONGEST))..open);
    let run = before.iter().rev().take_while(|token| is_numeral(token.text, bahasa)).count();
    let (head, words) = before.split_at_checked(before.len().checked_sub(run)?)?;
    // "(1) satu (2) dua" and "dibagi dua (1) … (2) …" are lists.
    let listed = head.last().is_some_and(|token| token.is(")"))
        || (value == Decimal::whole(1) && opens_list(text, after));
    let figure = Figure { span, value, doubtful: false };
    let found = (run > 0 && !listed).then(|| pair(figure, words, words, bahasa))?;
    // "triwulan dua (2026)" is a year beside a number, and says nothing twice.
    let year =
        (1900..2100).contains(&value.whole) && found.words_value.is_some_and(|n| n.whole < 1000);
    (!year).then_some(found)
}

/// A figure in a text.
#[derive(Clone, Debug)]
struct Figure {
    span: Range<usize>,
    value: Decimal,
    /// Whether it may as well be two.
    doubtful: bool,
}

fn pair(figure: Figure, words: &[Token<'_>], said: &[Token<'_>], bahasa: Bahasa) -> NumberPair {
    let number = parse_words(words, bahasa);
    let currency = |name: &&str| said.iter().any(|token| token.is(name));
    NumberPair {
        figure: figure.span,
        words: span(words),
        figure_value: figure.value,
        words_value: number.as_ref().map(|number| number.value),
        currency: ["rupiah", "ringgit"].into_iter().find(currency),
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

/// The figures that a text may end with, the likelier one first.
fn figures_at_end(before: &str, bahasa: Bahasa) -> Vec<Figure> {
    let trimmed = before.trim_end();
    if before.get(trimmed.len()..).is_none_or(|gap| gap.matches('\n').count() > 1) {
        return Vec::new();
    }
    let bare = trimmed.strip_suffix('%').unwrap_or(trimmed).trim_end();
    let bare = ["persen", "peratus"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
    let (bare, scale) = scale_at_end(bare.trim_end(), bahasa);
    let bare = [",--", ",-", ".-"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
    let single = figure_at_end(bare, scale, bahasa);
    let grouped = groups_at_end(bare, scale, bahasa);
    grouped.into_iter().chain(single).collect()
}

/// What stands before a scale at the end of a text, and the scale.
fn scale_at_end(bare: &str, bahasa: Bahasa) -> (&str, Option<&str>) {
    let start =
        bare.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| bare.ceil_char_boundary(at + 1));
    match (bare.get(..start), bare.get(start..)) {
        (Some(rest), Some(word)) if !word.is_empty() && scale_of(word, bahasa).is_some() => {
            (rest.trim_end(), Some(word))
        }
        _ => (bare, None),
    }
}

/// The figure without blanks, when it stands for itself.
fn figure_at_end(bare: &str, scale: Option<&str>, bahasa: Bahasa) -> Option<Figure> {
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let tail = bare.len() - bare.trim_end_matches(is_figure).len();
    let figure = bare.get(bare.len() - tail..)?.trim_start_matches(['.', ',']);
    let span = bare.len() - figure.len()..bare.len();
    let value = value_of(figure, scale, bahasa)?;
    stands_alone(bare.get(..span.start)?).then_some(Figure { span, value, doubtful: false })
}

fn value_of(figure: &str, scale: Option<&str>, bahasa: Bahasa) -> Option<Decimal> {
    let value = parse_figures(figure, bahasa)?;
    scale.map_or(Some(value), |scale| decimal::scaled(value, scale, bahasa))
}

/// "540 000 000": groups of three behind blanks. Behind a currency, and with more than one blank, it is
/// one number; else it may be two.
fn groups_at_end(bare: &str, scale: Option<&str>, bahasa: Bahasa) -> Option<Figure> {
    const MOST: usize = 6;
    let mut start = bare.len();
    let mut groups = 0;
    let mut rest = bare;
    while groups <= MOST {
        let head = rest.trim_end_matches(|c: char| c.is_ascii_digit() || (groups == 0 && c == ','));
        let group = rest.get(head.len()..)?;
        let whole = group.split(',').next().unwrap_or_default();
        if whole.is_empty() || whole.len() > 3 {
            return None;
        }
        start = head.len();
        groups += 1;
        let before = head.trim_end_matches(|c: char| c.is_whitespace() && c != '\n');
        let one_blank = head.get(before.len()..).is_some_and(|gap| gap.chars().count() == 1);
        let more = whole.len() == 3 && one_blank && before.ends_with(|c: char| c.is_ascii_digit());
        if !more {
            break;
        }
        rest = before;
    }
    let figure: String = bare.get(start..)?.chars().filter(|c| !c.is_whitespace()).collect();
    let left = bare.get(..start)?;
    let value = value_of(&figure, scale, bahasa)?;
    let doubtful = groups == 2 && !ends_with_currency(left.trim_end());
    (groups > 1 && stands_alone(left)).then_some(Figure {
        span: start..bare.len(),
        value,
        doubtful,
    })
}

const CURRENCIES: [&str; 6] = ["Rp", "RM", "IDR", "MYR", "USD", "$"];

/// What stands before a currency at the end of a text.
fn before_currency(left: &str) -> Option<&str> {
    let sign = left.strip_suffix('.').unwrap_or(left);
    CURRENCIES.iter().find_map(|currency| sign.strip_suffix(currency))
}

fn ends_with_currency(left: &str) -> bool {
    before_currency(left).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

/// Whether a figure after `left` is a number of its own, not the tail of a longer sign.
fn stands_alone(left: &str) -> bool {
    if before_currency(left).is_some() {
        return ends_with_currency(left);
    }
    left.chars().next_back().is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '"' | '\'' | '\u{201C}' | '\u{2018}' | ';')
    })
}
