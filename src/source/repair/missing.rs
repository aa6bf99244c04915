//! Values that do not stand behind their key: on the next line, or over several without the quotes that
//! open them.

use super::quote::is_quote;
use super::statement::{Inside, Statement};
use super::{look, value};
use crate::words::toml::{self, fix};

/// What a key without a value has in the lines below it, if they are its value; gives where that ends.
pub(super) fn scan(source: &str, from: usize, statement: &mut Statement) -> Option<usize> {
    // A comment behind the sign would swallow what is drawn up to it.
    if look::line(source, from).contains('#') {
        return None;
    }
    let mut next = look::next_line(source, from);
    while next < source.len() && look::line(source, next).trim().is_empty() {
        next = look::next_line(source, next);
    }
    let line = look::line(source, next);
    let start = next + line.len() - line.trim_start().len();
    let opens = |c: char| is_quote(c) || matches!(c, '[' | '{');
    if line.trim_start().starts_with(opens) && !look::is_header(line.trim()) && !closes(line) {
        statement.tell(from..from, toml::value_on_next_line(), fix::same_line());
        statement.mend(from..start, " ");
        return Some(value::one(source, start, Inside::Nothing, statement));
    }
    words(source, from, from, statement)
}

/// The same behind two quotes: a third was forgotten.
pub(super) fn after_empty(source: &str, at: usize, statement: &mut Statement) -> Option<usize> {
    let line = look::line(source, at).trim_end();
    matches!(line, "\"\"" | "''").then(|| words(source, at, at + line.len(), statement))?
}

/// Words over several lines that no quotes open, from the place of the quotes on. They end where three
/// quotes stand, or before the next statement.
fn words(source: &str, at: usize, end: usize, statement: &mut Statement) -> Option<usize> {
    let first = look::next_line(source, at);
    let mut next = first;
    let mut last = None;
    while next < source.len() {
        let line = look::line(source, next);
        if closes(line) {
            last.filter(|_| next > first)?;
            tell(at, end, statement);
            return Some(next + line.trim_end().len());
        }
        if look::is_statement(line) || line.trim_start().starts_with(['#', '[']) {
            break;
        }
        if !line.trim().is_empty() {
            last = Some(next + line.trim_end().len());
        }
        next = look::next_line(source, next);
    }
    // Words that stand alone are those of the file; two lines behind a key are its own.
    let last = last.filter(|_| look::line(source, first).trim().contains(' '))?;
    tell(at, end, statement);
    statement.guess(last..last, "\n\"\"\"");
    Some(last)
}

fn tell(at: usize, end: usize, statement: &mut Statement) {
    statement.tell(at..end, toml::long_text_unopened(), fix::three_quotes());
    statement.guess(at..end, " \"\"\"");
}

/// Whether a line closes a text over several lines.
fn closes(line: &str) -> bool {
    let line = line.trim();
    line == "\"\"\"" || line == "'''"
}
