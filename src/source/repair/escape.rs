//! What stands inside a text: backslashes that stand for nothing, and characters that no one sees.

use super::Span;
use super::statement::Statement;
use crate::words::toml::{self, fix};

/// Looks through the inside of a text in double quotes.
pub(super) fn scan(source: &str, inside: &Span, long: bool, statement: &mut Statement) {
    let said = source.get(inside.clone()).unwrap_or_default();
    if said.contains('\\') {
        backslashes(said, inside, long, statement);
    }
    controls(said, inside, long, statement);
}

/// One backslash that stands for nothing says that none was meant to: they are those of a path, or of
/// a text that was pasted.
fn backslashes(said: &str, inside: &Span, long: bool, statement: &mut Statement) {
    let Some(bad) = first_bad(said, long) else {
        return;
    };
    let place =
        inside.start + bad..inside.start + said.ceil_char_boundary((bad + 2).min(said.len()));
    let path = !long && !said.contains(' ') && said.contains('.');
    let (remedy, new) = if path { (fix::slash(), "/") } else { (fix::escape(), "\\\\") };
    statement.tell(place, toml::escape_unknown(), remedy);
    for (at, _) in said.match_indices('\\') {
        statement.guess(inside.start + at..inside.start + at + 1, new);
    }
}

/// The first backslash that opens no escape.
fn first_bad(said: &str, long: bool) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = said.get(at..)?.find('\\') {
        let here = at + found;
        let rest = said.get(here + 1..)?;
        if !is_escape(rest, long) {
            return Some(here);
        }
        at = here + 1 + rest.chars().next().map_or(0, char::len_utf8);
    }
    None
}

fn is_escape(rest: &str, long: bool) -> bool {
    let digits = |count: usize| {
        let hex: Vec<char> = rest.chars().skip(1).take(count).collect();
        hex.len() == count && hex.iter().all(char::is_ascii_hexdigit)
    };
    match rest.chars().next() {
        Some('b' | 't' | 'n' | 'f' | 'r' | 'e' | '"' | '\\') => true,
        Some('u') => digits(4),
        Some('U') => digits(8),
        Some('x') => digits(2),
        Some(' ' | '\t' | '\r' | '\n') => long,
        _ => false,
    }
}

/// Characters that TOML forbids. Word's line break within a paragraph is one of them.
pub(super) fn controls(said: &str, inside: &Span, long: bool, statement: &mut Statement) {
    let allowed = |c: char| matches!(c, '\t' | '\n') || (long && c == '\r');
    for (at, c) in said.char_indices().filter(|(_, c)| c.is_ascii_control() && !allowed(*c)) {
        if c == '\r' && said.get(at + 1..).is_some_and(|rest| rest.starts_with('\n')) {
            continue;
        }
        let place = inside.start + at..inside.start + at + 1;
        let code = format!("U+{:04X}", u32::from(c));
        statement.tell(place.clone(), toml::control_in_text(code), fix::control());
        match c {
            '\u{b}' if long => statement.mend(place, "\n"),
            '\u{b}' => statement.mend(place, " "),
            _ => statement.guess(place, ""),
        }
    }
}
