//! What other programs write between the lines: their comments, and the marks of two versions.

use super::look;
use super::statement::Statement;
use crate::words::toml::{self, fix};

/// How other notations begin a comment, and how they end one over several lines.
const COMMENTS: [(&str, &str); 4] = [("//", ""), ("/*", "*/"), ("<!--", "-->"), (";", "")];

/// No comment goes on over more lines than this.
const LINES: usize = 50;

/// Reads what is none of the draft's own; gives where it ends.
pub(super) fn scan(text: &str, start: usize, statement: &mut Statement) -> Option<usize> {
    let line = look::line(text, start);
    if line.starts_with("<<<<<<< ") {
        let end = start + line.trim_end().len();
        statement.tell(start..end, toml::two_versions(), fix::one_version());
        statement.lose(start);
        return Some(end);
    }
    if line.starts_with("=======") || line.starts_with("||||||| ") {
        return Some(second_version(text, start, statement));
    }
    let (open, close) = COMMENTS.iter().find(|(open, _)| line.starts_with(open))?;
    let end = start + line.trim_end().len();
    statement.tell(start..end, toml::comment_foreign(), fix::comment());
    statement.guess(start..start + open.len(), "#");
    if close.is_empty() || line.contains(close) {
        return Some(end);
    }
    let mut at = start;
    for _ in 0..LINES {
        let next = look::next_line(text, at);
        let line = look::line(text, next);
        if next >= text.len() || look::is_statement(line) {
            break;
        }
        at = next;
        statement.guess(at..at, "# ");
        if line.contains(close) {
            break;
        }
    }
    Some(look::line_end(text, at))
}

/// The second of two versions of the same lines, as a program left them that could not choose: it is
/// told with the first, which is read.
fn second_version(text: &str, start: usize, statement: &mut Statement) -> usize {
    let mut at = start;
    let mut lines = vec![start];
    while !look::line(text, at).starts_with(">>>>>>>") {
        at = look::next_line(text, at);
        if at >= text.len() || lines.len() > MOST {
            // Without its end only the mark itself is known.
            lines.truncate(1);
            break;
        }
        lines.push(at);
    }
    let last = lines.last().copied().unwrap_or(start);
    lines.into_iter().for_each(|line| statement.quietly(line..line, "# ".to_owned()));
    look::line_end(text, last)
}

/// No version is longer than this.
const MOST: usize = 1000;
