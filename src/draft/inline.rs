//! The inline syntax of texts: `{miring:…}`, `{tebal:…}`, `{harfiah:…}`, `{pasal:nama/2/a}`.
//!
//! Anything else in braces is ordinary text, so that what people paste is never eaten.

use crate::source::Span;

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
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
    pub name: String,
    /// What follows the slashes: `2`, `a`, `1`.
    pub parts: Vec<String>,
    /// The bytes of the whole mark in the decoded text.
    pub span: Span,
}

/// Reads a text.
pub fn parse(text: &str) -> Vec<Inline> {
    parse_at(text, 0)
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
    walk(parse(text), &mut found);
    found
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

fn parse_at(text: &str, base: usize) -> Vec<Inline> {
    let mut pieces = Vec::new();
    let mut rest = 0;
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|tail| tail.find('{')) {
        let open = from + found;
        from = open + 1;
        let Some((name, inner, close)) = mark(text, open) else {
            continue;
        };
        let Some(piece) = piece(name, &inner, text, base, open..close) else {
            continue;
        };
        push_text(&mut pieces, text.get(rest..open).unwrap_or_default());
        pieces.push(piece);
        rest = close;
        from = close;
    }
    push_text(&mut pieces, text.get(rest..).unwrap_or_default());
    pieces
}

fn push_text(pieces: &mut Vec<Inline>, text: &str) {
    if !text.is_empty() {
        pieces.push(Inline::Text(text.to_owned()));
    }
}

/// The name, the bytes inside and the end of a mark that opens at `open` and closes in balance.
fn mark(text: &str, open: usize) -> Option<(&str, Span, usize)> {
    let tail = text.get(open + 1..)?;
    let colon = tail.find(':').filter(|&at| at <= 8)?;
    let name = tail.get(..colon)?;
    if !matches!(name, "miring" | "tebal" | "harfiah" | "pasal") {
        return None;
    }
    let start = open + 1 + colon + 1;
    let mut depth = 1_u32;
    for (at, c) in text.get(start..)?.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((name, start..start + at, start + at + 1));
        }
    }
    None
}

fn piece(name: &str, inner: &Span, text: &str, base: usize, whole: Span) -> Option<Inline> {
    let words = text.get(inner.clone())?;
    // Marks inside marks are few; the limit keeps hostile nesting off the stack.
    let nested = || {
        if words.matches('{').count() > 16 {
            vec![Inline::Text(words.to_owned())]
        } else {
            parse_at(words, base + inner.start)
        }
    };
    match name {
        "miring" => Some(Inline::Italic(nested())),
        "tebal" => Some(Inline::Bold(nested())),
        "harfiah" => Some(Inline::Text(words.to_owned())),
        _ => reference(words, base + whole.start..base + whole.end).map(Inline::Reference),
    }
}

fn reference(words: &str, span: Span) -> Option<Reference> {
    let mut parts = words.split('/').map(|part| part.trim().to_owned());
    let name = parts.next()?;
    let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if name.is_empty() || !name.chars().all(good) {
        return None;
    }
    Some(Reference { name, parts: parts.collect(), span })
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
    fn other_braces_are_text() {
        for text in ["{", "}", "{a:b}", "{pasal:}", "{miring:x", "{{pasal:a b}}", "{é:x}", "{🎈:"]
        {
            assert_eq!(parse(text), [Inline::Text(text.into())], "{text}");
        }
        assert_eq!(plain("{harfiah:{pasal:x}}"), "{pasal:x}");
    }
}
