//! Values, by the character that they begin with.

use super::quote::{curly_triple, is_curly, is_quote};
use super::statement::{Inside, Statement};
use super::{bare, inline, list, long, look, missing, text};
use crate::words::toml::{self, fix};

/// Reads the value of a pair; gives where it ends.
pub(super) fn scan(source: &str, from: usize, statement: &mut Statement) -> usize {
    let at = look::skip_blanks(source, from);
    let rest = look::line(source, at);
    if look::is_done(rest) {
        if let Some(end) = missing::scan(source, from, statement) {
            return end;
        }
        statement.tell(from..from, toml::key_without_value(), fix::value());
        statement.mend(from..from, " \"\"");
        return look::line_end(source, at);
    }
    if let Some(end) = missing::after_empty(source, at, statement) {
        return end;
    }
    let end = one(source, at, Inside::Nothing, statement);
    let end = without_brackets(source, at, end, statement);
    after(source, end, statement)
}

/// Reads a value, inside a list or a table until one of its signs; gives where it ends.
pub(super) fn one(source: &str, at: usize, inside: Inside, statement: &mut Statement) -> usize {
    let rest = source.get(at..).unwrap_or_default();
    if let Some(length) = curly_triple(rest) {
        return long::curly_long(source, at, length, statement);
    }
    match rest.chars().next() {
        Some('"' | '\'') if rest.starts_with("\"\"\"") || rest.starts_with("'''") => {
            long::scan(source, at, statement)
        }
        Some('"') => text::short(source, at, inside, statement),
        Some('\'') => text::literal(source, at, inside, statement),
        Some(c) if is_curly(c) => text::curly(source, at, inside, statement),
        Some('[') => list::scan(source, at, statement),
        Some('{') => inline::scan(source, at, statement),
        _ => bare::scan(source, at, inside, statement),
    }
}

/// Several values where one is expected: a list without its brackets.
fn without_brackets(source: &str, start: usize, end: usize, statement: &mut Statement) -> usize {
    let mut end = end;
    let mut count = 1;
    while let Some(next) = next_member(source, end) {
        end = one(source, next, Inside::List, statement);
        count += 1;
    }
    if count == 1 {
        return end;
    }
    statement.tell(start..end, toml::list_without_brackets(), fix::brackets());
    statement.mend(start..start, "[");
    let bracket = look::skip_blanks(source, end);
    if source.get(bracket..).is_some_and(|rest| rest.starts_with(']')) {
        return bracket + 1;
    }
    statement.mend(end..end, "]");
    end
}

/// Where another text begins behind a comma.
fn next_member(source: &str, end: usize) -> Option<usize> {
    let comma = look::skip_blanks(source, end);
    source.get(comma..)?.strip_prefix(',')?;
    let next = look::skip_blanks(source, comma + 1);
    look::line(source, next).starts_with(is_quote).then_some(next)
}

/// What follows a value in its line.
fn after(source: &str, end: usize, statement: &mut Statement) -> usize {
    let at = look::skip_blanks(source, end);
    look::blanks(source, end..at, statement);
    let rest = look::line(source, at);
    if look::is_done(rest) {
        return at;
    }
    if rest.starts_with("//") || rest.starts_with("/*") {
        statement.tell(at..at + rest.trim_end().len(), toml::comment_foreign(), fix::comment());
        statement.guess(at..at, "# ");
        return look::line_end(source, at);
    }
    let sign = rest.trim_end_matches(char::is_whitespace);
    let sign = sign.split('#').next().unwrap_or_default().trim_end();
    if sign.chars().all(|c| matches!(c, ';' | ',' | '.')) {
        statement.tell(at..at + sign.len(), toml::sign_after_value(), fix::drop_sign());
        statement.mend(at..at + sign.len(), "");
    }
    look::line_end(source, at)
}
