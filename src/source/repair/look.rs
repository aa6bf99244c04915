//! Looking at lines: where they end, and what they look like.

use super::Span;
use super::statement::Statement;
use crate::words::toml::{self, fix};

/// The rest of the line at a byte, without its end.
pub(super) fn line(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    line.strip_suffix('\r').unwrap_or(line)
}

/// Where the line after a byte begins.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |end| at + end + 1)
}

/// The number of the line at a byte, from 1.
pub(super) fn line_number(text: &str, at: usize) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes().get(..at).unwrap_or_default()).count() + 1
}

/// The end of the line at a byte.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    at + line(text, at).len()
}

/// The first byte from here on in the line that is no blank.
pub(super) fn skip_blanks(text: &str, at: usize) -> usize {
    let line = line(text, at);
    at + line.len() - line.trim_start_matches(is_blank).len()
}

/// Whether a character shows nothing where no text stands: also those that TOML does not allow there.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_unseen(c)
}

/// Whether a character shows nothing and takes no room: what programs leave at the ends of what is
/// copied.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\0' | '\u{1a}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

/// Blanks outside of texts that TOML does not know. Many at once are one slip.
pub(super) fn blanks(text: &str, span: Span, statement: &mut Statement) {
    let said = text.get(span.clone()).unwrap_or_default();
    let strange = |c: char| is_blank(c) && !matches!(c, ' ' | '\t' | '\r' | '\n');
    let mut at = 0;
    while let Some(found) = said.get(at..).and_then(|rest| rest.find(strange)) {
        let rest = said.get(at + found..).unwrap_or_default();
        let run = rest.len() - rest.trim_start_matches(strange).len();
        let first = rest.chars().next().unwrap_or(' ');
        let place = span.start + at + found..span.start + at + found + run;
        if is_unseen(first) {
            let code = format!("U+{:04X}", u32::from(first));
            statement.tell(place.clone(), toml::unseen_outside(code), fix::drop_unseen());
            statement.mend(place, "");
        } else {
            statement.tell(place.clone(), toml::blank_unknown(), fix::plain_blank());
            statement.mend(place, " ");
        }
        at += found + run;
    }
}

/// Whether nothing but a comment follows in the line.
pub(super) fn is_done(rest: &str) -> bool {
    let rest = rest.trim_start_matches(is_blank);
    rest.is_empty() || rest.starts_with('#')
}

/// Whether a line is one of the file's own, which no sentence looks like: a header, or a key with a
/// value.
pub(super) fn is_statement(line: &str) -> bool {
    let line = line.trim();
    is_header(line) || is_pair(line)
}

/// A header as it stands alone on its line.
pub(super) fn is_header(line: &str) -> bool {
    let inner = line.strip_prefix('[').and_then(|rest| {
        let (inner, after) = rest.split_once(']')?;
        is_done(after.trim_start_matches(']')).then_some(inner.trim_start_matches('['))
    });
    inner.is_some_and(|name| {
        let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ');
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(known)
    })
}

/// A key with a value, as it stands on a line.
pub(super) fn is_pair(line: &str) -> bool {
    let Some((key, value)) = line.split_once('=') else {
        return false;
    };
    let (key, value) = (key.trim_end(), value.trim_start());
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    let opens = |c: char| super::quote::is_quote(c) || matches!(c, '[' | '{' | '0'..='9');
    key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(plain)
        && (value.starts_with(opens) || value.starts_with("true") || value.starts_with("false"))
}
