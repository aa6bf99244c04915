//! Lists over one line or several.

use super::quote::is_quote;
use super::statement::{Inside, Statement};
use super::{inline, look, value};
use crate::words::toml::{self, fix};

/// Lists within lists: rows of a table have two levels.
const DEEPEST: usize = 8;

/// Reads a list; gives where it ends.
pub(super) fn scan(source: &str, open: usize, statement: &mut Statement) -> usize {
    until(source, open, ']', statement)
}

/// Reads a list that stands in other brackets than square ones.
pub(super) fn in_other_brackets(source: &str, open: usize, statement: &mut Statement) -> usize {
    statement.tell(open..open + 1, toml::list_in_other_brackets(), fix::brackets());
    statement.mend(open..open + 1, "[");
    let round = source.get(open..).is_some_and(|rest| rest.starts_with('('));
    until(source, open, if round { ')' } else { '}' }, statement)
}

/// Whether a bracket opens a list of texts.
pub(super) fn opens_texts(source: &str, open: usize) -> bool {
    let line = look::line(source, look::skip_blanks(source, open + 1));
    let Some(body) = line.strip_prefix(is_quote) else {
        return false;
    };
    let after = body.split_once(is_quote).map_or("", |(_, after)| after);
    after.trim_start().starts_with([',', ';', ')', '}'])
}

fn until(source: &str, open: usize, close: char, statement: &mut Statement) -> usize {
    let mut opened = vec![open];
    let mut at = open + 1;
    // Whether the next thing must be a comma or a bracket.
    let mut full = false;
    let mut comment = None;
    while let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) {
        match c {
            '\n' if ends_here(source, at + 1) => {
                return unclosed(source, &opened, at, comment, statement);
            }
            '#' => {
                comment = Some(at);
                at = look::line_end(source, at);
            }
            c if c == close && c != ']' && opened.len() == 1 => {
                statement.mend(at..at + 1, "]");
                return at + 1;
            }
            ']' => {
                opened.pop();
                at += 1;
                full = true;
                if opened.is_empty() {
                    return at;
                }
            }
            ',' => {
                at += 1;
                full = false;
            }
            '[' if opened.len() < DEEPEST && !full => {
                opened.push(at);
                at += 1;
            }
            ' ' | '\t' | '\r' | '\n' => at += 1,
            c if c.is_whitespace() => {
                statement.tell(at..at + c.len_utf8(), toml::blank_unknown(), fix::plain_blank());
                statement.mend(at..at + c.len_utf8(), " ");
                at += c.len_utf8();
            }
            ';' => {
                statement.tell(at..at + 1, toml::semicolon_in_list(), fix::add_comma());
                statement.mend(at..at + 1, ",");
                at += 1;
                full = false;
            }
            '{' if !full => {
                at = inline::scan(source, at, statement);
                if !source.get(..at).is_some_and(|read| read.ends_with('}')) {
                    return at;
                }
                full = true;
            }
            '{' | '}' => return look::line_end(source, at),
            c => {
                if full && (is_quote(c) || c == '[') {
                    statement.tell(at..at + 1, toml::comma_missing(), fix::add_comma());
                    statement.mend(at..at, ", ");
                } else if full {
                    return look::line_end(source, at);
                }
                if c == '[' {
                    return look::line_end(source, at);
                }
                at = value::one(source, at, Inside::List, statement).max(at + c.len_utf8());
                full = true;
            }
        }
    }
    unclosed(source, &opened, source.len(), comment, statement)
}

/// Whether a line cannot belong to a list.
fn ends_here(source: &str, at: usize) -> bool {
    look::is_statement(look::line(source, at)) || at >= source.len()
}

/// A list whose bracket was forgotten; with the last comment in it.
fn unclosed(
    source: &str,
    opened: &[usize],
    at: usize,
    comment: Option<usize>,
    statement: &mut Statement,
) -> usize {
    let open = opened.first().copied().unwrap_or(at);
    // What stands in a comment closes nothing, and may be part of the list.
    let last = comment.filter(|one| look::line_end(source, *one) == look::line_end(source, at));
    let said = source.get(open..last.unwrap_or(at)).unwrap_or_default().trim_end();
    let end = open + said.len();
    statement.tell(open..open + 1, toml::list_unclosed(), fix::close_list());
    let brackets = "]".repeat(opened.len());
    // On its own line there is one place for it.
    if said.contains('\n') || comment.is_some() {
        statement.guess(end..end, brackets);
    } else {
        statement.mend(end..end, brackets);
    }
    at
}
