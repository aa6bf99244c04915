//! From a place in a decoded TOML string back to the bytes that were typed.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::Span;

/// Finds places of decoded strings in the text that they were typed in. It remembers where it has
/// been: of a long string with many places each would else be looked for from its beginning.
#[derive(Debug)]
pub struct Decoder<'a> {
    text: &'a str,
    /// By the start of a token: positions on the way through it, raw and decoded.
    known: RefCell<HashMap<usize, Steps>>,
}

/// Positions on the way through a token, raw and decoded.
type Steps = Rc<Vec<(usize, usize)>>;

/// How many units lie between positions that are remembered.
const STRIDE: usize = 64;

impl<'a> Decoder<'a> {
    /// Of a text.
    pub fn of(text: &'a str) -> Self {
        Self { text, known: RefCell::default() }
    }

    /// The source bytes of a range of the decoded string whose token stands at `token`.
    ///
    /// Falls back to the whole token when the token is not a string as TOML writes it.
    pub fn source_span(&self, token: &Span, decoded: &Span) -> Span {
        let Some(raw) = self.text.get(token.clone()) else {
            return token.clone();
        };
        let Some((open, escapes)) = opening(raw) else {
            return token.clone();
        };
        let walk = Walk { raw, at: open, decoded: 0, escapes };
        let known = self.positions(token.start, &walk);
        let reach = |target: usize| {
            let before = known.partition_point(|(_, decoded)| *decoded < target).checked_sub(1);
            let from = before.and_then(|at| known.get(at)).copied();
            let (at, decoded) = from.unwrap_or((open, 0));
            Walk { at, decoded, ..walk }.advance(target)
        };
        let start = reach(decoded.start);
        token.start + start..token.start + reach(decoded.end).max(start)
    }

    /// The same, only where the text stands in the source letter by letter: no escape, and no
    /// token that is not a string.
    pub fn plain_span(&self, token: &Span, whole: &str, decoded: &Span) -> Option<Span> {
        opening(self.text.get(token.clone())?)?;
        let span = self.source_span(token, decoded);
        (self.text.get(span.clone())? == whole.get(decoded.clone())?).then_some(span)
    }

    fn positions(&self, token: usize, walk: &Walk<'_>) -> Steps {
        let mut known = self.known.borrow_mut();
        let positions = known.entry(token).or_insert_with(|| Rc::new(walk.positions()));
        Rc::clone(positions)
    }
}

/// How many bytes the opening quotes take (and the newline that TOML drops), and whether `\` escapes.
fn opening(raw: &str) -> Option<(usize, bool)> {
    let (open, escapes) = match raw {
        _ if raw.starts_with("\"\"\"") => (3, true),
        _ if raw.starts_with("'''") => (3, false),
        _ if raw.starts_with('"') => (1, true),
        _ if raw.starts_with('\'') => (1, false),
        _ => return None,
    };
    let rest = raw.get(open..)?;
    let newline = match rest.as_bytes() {
        [b'\r', b'\n', ..] if open == 3 => 2,
        [b'\n', ..] if open == 3 => 1,
        _ => 0,
    };
    Some((open + newline, escapes))
}

#[derive(Clone, Copy)]
struct Walk<'a> {
    raw: &'a str,
    at: usize,
    decoded: usize,
    escapes: bool,
}

impl Walk<'_> {
    /// Every so many units the position before one, raw and decoded.
    fn positions(mut self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for unit in 0_usize.. {
            if unit % STRIDE == STRIDE - 1 {
                found.push((self.at, self.decoded));
            }
            let (raw, decoded) = self.step();
            if raw == 0 {
                break;
            }
            self.at += raw;
            self.decoded += decoded;
        }
        found
    }

    /// Moves on until `target` decoded bytes have gone by; gives the raw position.
    fn advance(&mut self, target: usize) -> usize {
        loop {
            let (raw, decoded) = self.step();
            if raw == 0 || (self.decoded >= target && decoded > 0) {
                return self.at;
            }
            self.at += raw;
            self.decoded += decoded;
        }
    }

    /// The next unit: raw bytes and the decoded bytes they stand for.
    fn step(&self) -> (usize, usize) {
        let rest = self.raw.get(self.at..).unwrap_or_default();
        let mut chars = rest.chars();
        match chars.next() {
            None => (0, 0),
            Some('\\') if self.escapes => escape(rest),
            // Line ends, too, are read as they stand: TOML lets a parser keep those of Windows.
            Some(c) => (c.len_utf8(), c.len_utf8()),
        }
    }
}

fn escape(rest: &str) -> (usize, usize) {
    let digits = match rest.as_bytes().get(1) {
        Some(b'u') => 4,
        Some(b'U') => 8,
        Some(b'x') => 2,
        Some(b' ' | b'\t' | b'\n' | b'\r') => {
            // What TOML calls blank; a no-break space is text.
            let blank = rest.get(1..).unwrap_or_default();
            let text = blank.trim_start_matches([' ', '\t', '\n', '\r']);
            return (1 + blank.len() - text.len(), 0);
        }
        // Also what is no escape at all: a broken text has a tree too.
        Some(_) => return (1 + rest.chars().nth(1).map_or(0, char::len_utf8), 1),
        None => return (1, 1),
    };
    let hex = |c: &char| c.is_ascii_hexdigit();
    let end = 2 + rest.chars().skip(2).take(digits).take_while(hex).count();
    let code = rest.get(2..end).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    (end, code.and_then(char::from_u32).map_or(1, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, decoded: Span) -> &str {
        let token = text.find(['"', '\'']).unwrap()..text.len();
        &text[Decoder::of(text).source_span(&token, &decoded)]
    }

    #[test]
    fn plain_and_escaped_strings() {
        assert_eq!(shown("a = \"satu dua\"", 5..8), "dua");
        assert_eq!(shown(r#"a = "é \u0041 dua""#, 3..4), r"\u0041");
        assert_eq!(shown(r#"a = "\"x\" dua""#, 4..7), "dua");
        assert_eq!(shown("a = 'C:\\dua'", 3..6), "dua");
    }

    #[test]
    fn multi_line_strings() {
        assert_eq!(shown("a = \"\"\"\nsatu\ndua\"\"\"", 5..8), "dua");
        assert_eq!(shown("a = \"\"\"satu \\\n   dua\"\"\"", 5..8), "dua");
        assert_eq!(shown("a = '''\r\nsatu\r\ndua'''", 6..9), "dua");
    }

    #[test]
    fn broken_escapes_end_at_characters() {
        assert_eq!(shown("a = \"\\\u{a0}b\"", 1..2), "b");
        assert_eq!(shown("a = \"\\u00éb\"", 1..3), "é");
        assert_eq!(shown("a = \"\\xé\"", 0..1), "\\x");
    }

    #[test]
    fn a_long_string_gives_every_place() {
        let text = format!(
            "a = \"\"\"{}\"\"\"",
            r"é\u0041\tx \
               y"
            .repeat(500)
        );
        let said = "éA\tx y".repeat(500);
        let (decoder, token) = (Decoder::of(&text), 4..text.len());
        for (at, _) in said.match_indices('y') {
            let span = decoder.plain_span(&token, &said, &(at..at + 1)).unwrap();
            assert_eq!(text[..span.end].matches('y').count(), at / 7 + 1);
        }
    }

    #[test]
    fn out_of_range_stays_inside() {
        assert_eq!(shown("a = \"x\"", 90..99), "");
    }
}
