//! Cutting a text into words, numbers and marks, each with its place.

use std::ops::Range;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with the apostrophe of "Jum'at".
    Word,
    /// ASCII digits.
    Number,
    /// Any other single character.
    Mark,
    /// White space, never kept.
    Space,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Number,
            c if c.is_whitespace() || is_invisible(c) => Self::Space,
            c if c.is_alphabetic() || is_apostrophe(c) => Self::Word,
            _ => Self::Mark,
        }
    }
}

/// Characters that nobody sees and that say nothing: soft hyphen, zero-width blanks and joiners.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// The characters that people type for the apostrophe of "Jum'at".
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{02BC}')
}

/// A piece of text and where it starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    pub(super) text: &'a str,
    pub(super) start: usize,
}

impl Token<'_> {
    /// The first byte after the token.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether the token reads as `text`, whatever its case.
    pub(super) fn is(&self, text: &str) -> bool {
        self.text.eq_ignore_ascii_case(text)
    }

    /// Whether the token reads as one of `texts`, whatever its case.
    pub(super) fn is_any(&self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.is(text))
    }
}

/// The tokens of a text, in order, white space left out.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    tokens_in(text, 0..text.len())
}

/// The tokens of a part of a text, in order, white space left out.
pub(super) fn tokens_in(text: &str, part: Range<usize>) -> Vec<Token<'_>> {
    let mut cuts: Vec<(Kind, Range<usize>)> = Vec::new();
    let first = part.start;
    for (start, c) in text.get(part).unwrap_or_default().char_indices() {
        let (kind, start) = (Kind::of(c), first + start);
        let end = start + c.len_utf8();
        match cuts.last_mut() {
            Some((last, range)) if *last == kind && kind != Kind::Mark => range.end = end,
            _ => cuts.push((kind, start..end)),
        }
    }
    cuts.into_iter()
        .filter(|(kind, _)| *kind != Kind::Space)
        .filter_map(|(kind, range)| {
            let start = range.start;
            text.get(range).map(|text| Token { kind, text, start })
        })
        .collect()
}

/// From the first byte of the first token to the last byte of the last.
pub(super) fn span(tokens: &[Token<'_>]) -> Range<usize> {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.start..last.end(),
        _ => 0..0,
    }
}

/// What stands in the round brackets at the head of `tokens`, and what follows them.
///
/// Brackets inside brackets are not read: nobody writes a number so.
pub(super) fn bracketed<'a, 't>(
    tokens: &'t [Token<'a>],
) -> Option<(&'t [Token<'a>], &'t [Token<'a>])> {
    let (_, after) = tokens.split_first().filter(|(open, _)| open.is("("))?;
    let close = after.iter().position(|token| token.is_any(&["(", ")"]))?;
    let (inner, rest) = after.split_at(close);
    let (close, rest) = rest.split_first()?;
    close.is(")").then_some((inner, rest))
}
