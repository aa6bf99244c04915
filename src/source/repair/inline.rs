//! Tables in one line.

use super::quote::is_quote;
use super::statement::{Inside, Statement};
use super::{Span, list, look, value};
use crate::words::toml::{self, fix};

/// No draft has tables within tables within tables.
const DEEPEST: usize = 8;

/// Reads a table from its brace on; gives where it ends.
pub(super) fn scan(source: &str, open: usize, statement: &mut Statement) -> usize {
    if list::opens_texts(source, open) {
        return list::in_other_brackets(source, open, statement);
    }
    if statement.depth >= DEEPEST {
        return look::line_end(source, open);
    }
    statement.depth += 1;
    let end = members(source, open..open + 1, statement);
    statement.depth -= 1;
    end
}

/// A table whose brace was forgotten, from its first key on.
pub(super) fn unopened(source: &str, at: usize, statement: &mut Statement) -> usize {
    statement.tell(at..at, toml::inline_unopened(), fix::inline());
    if look::line(source, at).trim_end().ends_with('}') {
        statement.mend(at..at, "{ ");
    } else {
        statement.guess(at..at, "{ ");
    }
    members(source, at..at, statement)
}

/// The pairs of a table behind its brace.
fn members(source: &str, open: Span, statement: &mut Statement) -> usize {
    let mut at = open.end;
    // Where the last value ended, until a comma follows it.
    let mut value_end = None;
    // A table without a member ends where it opened.
    let mut last = open.end;
    while let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) {
        match c {
            '}' => return at + 1,
            '#' => at = look::line_end(source, at),
            ',' => {
                at += 1;
                (last, value_end) = (at, None);
            }
            ';' if value_end.is_some() => {
                statement.tell(at..at + 1, toml::semicolon_in_list(), fix::add_comma());
                statement.mend(at..at + 1, ",");
                at += 1;
                (last, value_end) = (at, None);
            }
            '\n' if !goes_on(source, at + 1, value_end.is_some()) => {
                return unclosed(source, &open, last, statement);
            }
            c if look::is_blank(c) => {
                look::blanks(source, at..at + c.len_utf8(), statement);
                at += c.len_utf8();
            }
            _ => {
                let Some((sign, from)) = key(source, at) else {
                    return look::line_end(source, at);
                };
                if let Some(end) = value_end {
                    statement.tell(at..at + c.len_utf8(), toml::comma_missing(), fix::add_comma());
                    statement.mend(end..end, ",");
                }
                tell_sign(&sign, source, statement);
                at = value::one(source, from, Inside::Table, statement).max(from);
                (last, value_end) = (at, Some(at));
            }
        }
    }
    unclosed(source, &open, last, statement)
}

/// A key and its sign from a byte on: the sign, and where the value begins. `None` where no key stands.
fn key(source: &str, at: usize) -> Option<(Span, usize)> {
    let line = look::line(source, at);
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let length = match line.strip_prefix(['"', '\'']) {
        Some(rest) => rest.find(['"', '\''])? + 2,
        None => line.len() - line.trim_start_matches(plain).len(),
    };
    let rest = line.get(length..).filter(|_| length > 0)?;
    let start = at + length;
    let sign = start + rest.len() - rest.trim_start().len();
    let end = match rest.trim_start().chars().next()? {
        '=' => sign + 1,
        ':' if rest.trim_start().starts_with(":=") => sign + 2,
        ':' => sign + 1,
        c if is_quote(c) && sign > start => sign,
        _ => return None,
    };
    Some((sign..end, look::skip_blanks(source, end)))
}

fn tell_sign(sign: &Span, source: &str, statement: &mut Statement) {
    match source.get(sign.clone()) {
        Some("=") => {}
        Some("") => {
            statement.tell(sign.clone(), toml::equals_missing(), fix::equals());
            statement.mend(sign.clone(), "= ");
        }
        _ => {
            statement.tell(sign.clone(), toml::colon(), fix::equals());
            statement.mend(sign.clone(), " =");
        }
    }
}

/// Whether a table goes on in the lines from here: with its brace, or with further pairs before it.
fn goes_on(source: &str, from: usize, full: bool) -> bool {
    let mut at = from;
    let mut pairs = 0;
    while at < source.len() {
        let line = look::line(source, at).trim();
        if line.starts_with('}') || (full && pairs == 0 && line.starts_with(',')) {
            return true;
        }
        let pair = look::is_pair(line);
        if pair && line.ends_with('}') && !line.contains('{') {
            return true;
        }
        if !pair && !look::is_done(line) {
            return false;
        }
        pairs += usize::from(pair);
        if pairs > MOST {
            return false;
        }
        at = look::next_line(source, at);
    }
    false
}

/// No table has more lines than this.
const MOST: usize = 40;

/// A table whose end was forgotten.
fn unclosed(source: &str, open: &Span, last: usize, statement: &mut Statement) -> usize {
    statement.tell(open.clone(), toml::inline_unclosed(), fix::close_inline());
    let said = source.get(open.start..last).unwrap_or_default();
    let end = open.start + said.trim_end_matches([',', ' ', '\t']).len();
    if said.contains('\n') {
        statement.guess(end..end, " }");
    } else {
        statement.mend(end..end, " }");
    }
    if end < last {
        statement.mend(end..last, "");
    }
    last
}
