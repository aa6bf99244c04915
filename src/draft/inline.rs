//! The inline syntax of texts: `{miring:…}`, `{tebal:…}`, `{harfiah:…}`, `{pasal:nama/2/a}`.
//!
//! Anything else in braces is ordinary text, so that what people paste is never eaten.

use std::collections::HashMap;

use crate::source::Span;

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Inline {
    /// Characters as they are.
    Text(String),
    /// Foreign words.
    Italic(Vec<Self>),
    /// Emphasis.
    Bold(Vec<Self>),
    /// A reference by name.
    Reference(Reference),
}

/// A reference by name to an article, and below it to ayat, huruf and angka.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The name of the article.
    pub(crate) name: String,
    /// What follows the slashes: `2`, `a`, `1`.
    pub parts: Vec<String>,
    /// The bytes of the whole mark in the decoded text.
    pub span: Span,
}

/// Something in braces that was meant for a mark and is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unread {
    /// Its bytes; of one that stays open, those of its head.
    pub(crate) span: Span,
    /// The mark that it was meant for.
    pub(crate) name: &'static str,
    /// Why it is none.
    pub(crate) wrong: Wrong,
}

/// Why something in braces is no mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// The brace is never closed.
    Unclosed,
    /// The name at these bytes is not spelt as it should be.
    Name(Span),
    /// What it refers to, at these bytes, is no name.
    Target(Span),
}

const NAMES: [&str; 4] = ["miring", "tebal", "harfiah", "pasal"];

/// Reads a text.
pub(crate) fn parse(text: &str) -> Vec<Inline> {
    if !text.contains('{') {
        return Vec::from_iter((!text.is_empty()).then(|| Inline::Text(text.to_owned())));
    }
    parse_at(text, 0..text.len(), &partners(text))
}

/// Where each brace that opens is closed again; one pass, whatever stays open.
fn partners(text: &str) -> HashMap<usize, usize> {
    let mut open = Vec::new();
    let mut found = HashMap::new();
    for at in memchr::memchr2_iter(b'{', b'}', text.as_bytes()) {
        match text.as_bytes().get(at) {
            Some(b'{') => open.push(at),
            _ => found.extend(open.pop().map(|opened| (opened, at))),
        }
    }
    found
}

/// Every reference by name in a text.
pub fn references(text: &str) -> Vec<Reference> {
    fn walk(pieces: Vec<Inline>, found: &mut Vec<Reference>) {
        for piece in pieces {
            match piece {
                Inline::Reference(reference) => found.push(reference),
                Inline::Italic(inner) | Inline::Bold(inner) => walk(inner, found),
                Inline::Text(_) => {}
            }
        }
    }
    let mut found = Vec::new();
    if text.contains('{') {
        walk(parse(text), &mut found);
    }
    found
}

/// What was meant for a mark and is none, in the order of the text.
pub(crate) fn unread(text: &str) -> Vec<Unread> {
    let mut found = Vec::new();
    if !text.contains('{') {
        return found;
    }
    let partners = partners(text);
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|tail| tail.find('{')) {
        let open = from + at;
        from = match mark(text, open, &partners) {
            // What is meant to be printed as it stands is not looked into.
            Some(("harfiah", inner)) => inner.end,
            Some(("pasal", inner)) => {
                found.extend(bad_target(text, inner.clone()));
                inner.end
            }
            Some((_, inner)) => inner.start,
            None => {
                found.extend(misspelt(text, open, partners.get(&open).copied()));
                open + 1
            }
        };
    }
    found
}

/// A reference to something that is no name.
fn bad_target(text: &str, inner: Span) -> Option<Unread> {
    let whole = inner.start - "{pasal:".len()..inner.end + 1;
    let read = reference(text.get(inner.clone())?, whole.clone()).is_some();
    (!read).then_some(Unread { span: whole, name: "pasal", wrong: Wrong::Target(inner) })
}

/// A brace with a name behind it that is nearly one of a mark, and a colon.
fn misspelt(text: &str, open: usize, close: Option<usize>) -> Option<Unread> {
    let tail = text.get(open + 1..)?;
    let (said, _) = tail.split_once(':').filter(|(said, _)| said.len() <= 12)?;
    let (word, start) = (said.trim(), open + 1);
    let lower = word.to_lowercase();
    let near = |name: &&str| strsim::damerau_levenshtein(&lower, name) <= 1;
    let name = NAMES.into_iter().find(near)?;
    let colon = start + said.len();
    let wrong = match close {
        Some(_) => Wrong::Name(start..colon),
        None => Wrong::Unclosed,
    };
    let end = close.unwrap_or(colon) + 1;
    Some(Unread { span: open..end, name, wrong })
}

/// The text as it reads when printed, references left as they stand.
pub fn plain(text: &str) -> String {
    fn walk(pieces: &[Inline], text: &str, out: &mut String) {
        for piece in pieces {
            match piece {
                Inline::Text(words) => out.push_str(words),
                Inline::Italic(inner) | Inline::Bold(inner) => walk(inner, text, out),
                Inline::Reference(mark) => {
                    out.push_str(text.get(mark.span.clone()).unwrap_or_default());
                }
            }
        }
    }
    let mut out = String::new();
    walk(&parse(text), text, &mut out);
    out
}

/// Reads a part of a text.
fn parse_at(text: &str, part: Span, partners: &HashMap<usize, usize>) -> Vec<Inline> {
    let mut pieces = Vec::new();
    let mut rest = part.start;
    let mut from = part.start;
    while let Some(found) = text.get(from..part.end).and_then(|tail| tail.find('{')) {
        let open = from + found;
        from = open + 1;
        let Some((name, inner)) = mark(text, open, partners) else {
            continue;
        };
        let close = inner.end + 1;
        let Some(piece) = piece(name, inner, text, open..close, partners) else {
            continue;
        };
        push_text(&mut pieces, text.get(rest..open).unwrap_or_default());
        pieces.push(piece);
        rest = close;
        from = close;
    }
    push_text(&mut pieces, text.get(rest..part.end).unwrap_or_default());
    pieces
}

fn push_text(pieces: &mut Vec<Inline>, text: &str) {
    if !text.is_empty() {
        pieces.push(Inline::Text(text.to_owned()));
    }
}

/// The name and the bytes inside of a mark that opens at `open` and closes in balance.
fn mark<'a>(
    text: &'a str,
    open: usize,
    partners: &HashMap<usize, usize>,
) -> Option<(&'a str, Span)> {
    let close = *partners.get(&open)?;
    let tail = text.get(open + 1..close)?;
    let name = NAMES
        .into_iter()
        .find(|name| tail.strip_prefix(name).is_some_and(|rest| rest.starts_with(':')))?;
    Some((name, open + 1 + name.len() + 1..close))
}

fn piece(
    name: &str,
    inner: Span,
    text: &str,
    whole: Span,
    partners: &HashMap<usize, usize>,
) -> Option<Inline> {
    let words = text.get(inner.clone())?;
    // Marks inside marks are few; the limit keeps hostile nesting off the stack.
    let nested = || match words.matches('{').nth(16) {
        Some(_) => vec![Inline::Text(words.to_owned())],
        None => parse_at(text, inner, partners),
    };
    match name {
        "miring" => Some(Inline::Italic(nested())),
        "tebal" => Some(Inline::Bold(nested())),
        "harfiah" => Some(Inline::Text(words.to_owned())),
        _ => reference(words, whole).map(Inline::Reference),
    }
}

fn reference(words: &str, span: Span) -> Option<Reference> {
    let mut parts = words.split('/').map(|part| part.trim().to_owned());
    let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    // Looked at before it is cut out: of marks inside marks each would cut out all the others.
    let head = words.trim_start().trim_start_matches(good).trim_start();
    if !head.is_empty() && !head.starts_with('/') {
        return None;
    }
    let name = parts.next().filter(|name| !name.is_empty())?;
    Some(Reference { name, parts: parts.collect(), span })
}

/// The bytes of the marks of emphasis themselves, in order, without the words between them.
pub(crate) fn emphasis_marks(text: &str) -> Vec<Span> {
    if !text.contains('{') {
        return Vec::new();
    }
    let partners = partners(text);
    let marks = memchr::memchr_iter(b'{', text.as_bytes()).filter_map(|open| {
        let (name, inner) = mark(text, open, &partners)?;
        matches!(name, "miring" | "tebal").then_some((open, inner))
    });
    let mut found: Vec<Span> =
        marks.flat_map(|(open, inner)| [open..inner.start, inner.end..inner.end + 1]).collect();
    found.sort_by_key(|span| span.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read() {
        let text = "a {miring:b {tebal:c}} d {pasal:tujuan/2/a}";
        assert_eq!(
            parse(text),
            [
                Inline::Text("a ".into()),
                Inline::Italic(vec![
                    Inline::Text("b ".into()),
                    Inline::Bold(vec![Inline::Text("c".into())])
                ]),
                Inline::Text(" d ".into()),
                Inline::Reference(Reference {
                    name: "tujuan".into(),
                    parts: vec!["2".into(), "a".into()],
                    span: 25..43
                }),
            ]
        );
        assert_eq!(&text[25..43], "{pasal:tujuan/2/a}");
    }

    #[test]
    fn what_was_meant_for_a_mark_is_seen() {
        let seen = |text: &str| {
            let found = unread(text).into_iter();
            found.map(|one| (text[one.span].to_owned(), one.name, one.wrong)).collect::<Vec<_>>()
        };
        let one = |text: &str| seen(text).pop().unwrap();
        assert_eq!(one("a {Pasal:x} b"), ("{Pasal:x}".into(), "pasal", Wrong::Name(3..8)));
        assert_eq!(one("{psal :x}"), ("{psal :x}".into(), "pasal", Wrong::Name(1..6)));
        assert_eq!(one("{tebal:x"), ("{tebal:".into(), "tebal", Wrong::Unclosed));
        assert_eq!(one("{pasal:a b}"), ("{pasal:a b}".into(), "pasal", Wrong::Target(7..10)));
        assert_eq!(one("{miring:{pasal:}}"), ("{pasal:}".into(), "pasal", Wrong::Target(15..15)));
        for sound in
            ["{a:b}", "{}", "{harfiah:{Pasal:x}}", "{pasal:a/2}", "{tebal:{miring:x}}", "{é:"]
        {
            assert_eq!(seen(sound), [], "{sound}");
        }
    }

    #[test]
    fn other_braces_are_text() {
        for text in ["{", "}", "{a:b}", "{pasal:}", "{miring:x", "{{pasal:a b}}", "{é:x}", "{🎈:"]
        {
            assert_eq!(parse(text), [Inline::Text(text.into())], "{text}");
        }
        assert_eq!(plain("{harfiah:{pasal:x}}"), "{pasal:x}");
    }
}
