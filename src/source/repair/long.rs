//! Texts in three quotes.

use super::quote::{is_curly, is_curly_double, is_quote};
use super::statement::Statement;
use super::{Span, escape, look};
use crate::words::toml::{self, fix};

/// A text in three quotes.
pub(super) fn scan(source: &str, at: usize, statement: &mut Statement) -> usize {
    let sign = source.get(at..at + 3).unwrap_or_default();
    long_from(source, at..at + 3, sign, statement)
}

/// A text in three quotes of which some are curly.
pub(super) fn curly_long(
    source: &str,
    at: usize,
    length: usize,
    statement: &mut Statement,
) -> usize {
    statement.tell(at..at + length, toml::quote_curly(), fix::straight_quotes());
    statement.mend(at..at + length, "\"\"\"");
    long_from(source, at..at + length, "\"\"\"", statement)
}

/// Where a text in three quotes ends, given how it opens.
fn long_from(source: &str, open: Span, sign: &str, statement: &mut Statement) -> usize {
    let mut from = open.end;
    let curly = source.get(open.clone()) != Some(sign);
    while let Some(close) = closing(source, from, sign, curly) {
        if opens_another(source, close.start) {
            break;
        }
        let rest = look::line(source, close.end);
        if look::is_done(rest) || rest.trim_start().starts_with([',', ']', '}', ';', '.']) {
            return closed(source, open, close, sign, statement);
        }
        // A text goes on behind it, so it stood inside.
        statement.tell(close.clone(), toml::three_quotes_inside(), fix::inner_quotes());
        statement.guess(close.clone(), "\\\"");
        from = close.end;
    }
    unclosed(source, open, sign, statement)
}

/// The next three quotes, which may be curly. Of a text that opens so, only before the next statement:
/// Word would have made curly ones of all.
fn closing(source: &str, from: usize, sign: &str, curly: bool) -> Option<Span> {
    let rest = source.get(from..)?;
    let mut escaped = false;
    for (at, c) in rest.char_indices() {
        if escaped {
            escaped = false;
            continue;
        }
        if c == '\n' && curly && look::is_statement(look::line(source, from + at + 1)) {
            return None;
        }
        escaped = c == '\\' && sign == "\"\"\"";
        let here = rest.get(at..)?;
        if here.starts_with(sign) {
            // Up to two more belong to the text.
            let more = here.bytes().take_while(|b| sign.as_bytes().contains(b)).count().min(5);
            return Some(from + at..from + at + more);
        }
        if is_curly_double(c) && alone_in_line(source, from + at) {
            let length = super::quote::curly_triple(here)?;
            return Some(from + at..from + at + length);
        }
    }
    None
}

/// Whether three curly quotes are all that a line has.
fn alone_in_line(source: &str, at: usize) -> bool {
    let before = source.get(..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    let line = look::line(source, at);
    let quotes = line.trim_end();
    before.trim().is_empty() && quotes.chars().count() == 3 && quotes.chars().all(is_quote)
}

/// Whether three quotes open the text of another key: `isi = """`.
fn opens_another(source: &str, at: usize) -> bool {
    let before = source.get(..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    let key = before.trim().strip_suffix('=').map(str::trim_end);
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    key.is_some_and(|key| !key.is_empty() && key.chars().all(plain))
}

fn closed(source: &str, open: Span, close: Span, sign: &str, statement: &mut Statement) -> usize {
    let inside = open.end..close.start;
    if source.get(close.clone()).is_some_and(|said| said.contains(is_curly)) {
        statement.tell(close.clone(), toml::quote_curly(), fix::straight_quotes());
        statement.mend(close.clone(), sign);
    }
    look_inside(source, &inside, sign, statement);
    close.end
}

fn look_inside(source: &str, inside: &Span, sign: &str, statement: &mut Statement) {
    if sign == "\"\"\"" {
        escape::scan(source, inside, true, statement);
    } else {
        let said = source.get(inside.clone()).unwrap_or_default();
        escape::controls(said, inside, true, statement);
    }
}

/// A text whose end was forgotten: it ends before the first line that is one of the file's own.
fn unclosed(source: &str, open: Span, sign: &str, statement: &mut Statement) -> usize {
    let mut at = look::next_line(source, open.end);
    while at < source.len() && !look::is_statement(look::line(source, at)) {
        at = look::next_line(source, at);
    }
    let remedy = fix::close_long_text_above(sign, look::line_number(source, at));
    statement.tell(open.clone(), toml::long_text_open(), remedy);
    let before = source.get(..at).unwrap_or_default();
    let end = if before.ends_with('\n') { "" } else { "\n" };
    statement.guess(at..at, format!("{end}{sign}\n"));
    look_inside(source, &(open.end..at), sign, statement);
    // The line that was found is a statement of its own.
    at.saturating_sub(1).max(open.end)
}
