//! Headers of tables.

use std::collections::{BTreeMap, BTreeSet};

use super::pair::could_be_key;
use super::statement::Statement;
use super::{Span, look};
use crate::text::folded_key;
use crate::words::toml::{self, fix};

/// The tables that a text has so far, and the keys of the one that stands open.
pub(super) struct Tables {
    /// Headers with a table below theirs: those that stand twice were meant for lists.
    parents: BTreeSet<String>,
    /// Headers of lists.
    lists: BTreeSet<String>,
    /// How often each plain header stands in the whole text.
    counts: BTreeMap<String, usize>,
    /// Plain headers so far, each with its place.
    seen: BTreeMap<String, usize>,
    /// Keys of the table that stands open, each with its place.
    keys: BTreeMap<String, usize>,
}

impl Tables {
    /// Of a text that is about to be scanned.
    pub(super) fn of(text: &str) -> Self {
        let mut tables = Self {
            parents: BTreeSet::new(),
            lists: BTreeSet::new(),
            counts: BTreeMap::new(),
            seen: BTreeMap::new(),
            keys: BTreeMap::new(),
        };
        for line in text.lines().map(str::trim).filter(|line| look::is_header(line)) {
            let (name, many) = name(line);
            if let Some((parent, _)) = name.rsplit_once('.') {
                tables.parents.insert(parent.to_owned());
            }
            if many {
                tables.lists.insert(name);
            } else {
                *tables.counts.entry(name).or_default() += 1;
            }
        }
        tables
    }

    /// Notes a key of the open table; gives the place where it stood before.
    pub(super) fn key(&mut self, key: &str, at: usize) -> Option<usize> {
        let known = self.keys.get(key).copied();
        self.keys.entry(key.to_owned()).or_insert(at);
        known
    }

    /// Whether a table that has several plain headers was meant for a list of tables.
    fn is_list(&self, name: &str) -> bool {
        self.parents.contains(name) && self.counts.get(name).is_some_and(|count| *count > 1)
    }
}

/// The name in a header, and whether the header is that of a list.
fn name(line: &str) -> (String, bool) {
    let inner = line.trim_start_matches('[').split([']', '#']).next().unwrap_or_default();
    let parts: Vec<String> = inner.split('.').map(|part| part.trim().to_owned()).collect();
    (parts.join("."), line.starts_with("[["))
}

/// Reads a header.
pub(super) fn scan(
    text: &str,
    start: usize,
    statement: &mut Statement,
    tables: &mut Tables,
) -> usize {
    let line = look::line(text, start);
    let end = start + line.len();
    let open = line.len() - line.trim_start_matches('[').len();
    let body = line.get(open..).unwrap_or_default();
    let inner = body.split([']', '#', '=', '"']).next().unwrap_or_default();
    let after = body.get(inner.len()..).unwrap_or_default();
    let close = after.len() - after.trim_start_matches(']').len();
    let inner_at = start + open;
    let inner_end = inner_at + inner.trim_end().len();
    let said = inner_at..inner_end;
    if open > 2 || said.is_empty() || inner.contains('\'') {
        return end;
    }
    if inner.contains('[') {
        return numbered(line, start, statement);
    }
    let (name, many) = (inner.trim(), open == 2);
    let right = folded_key(&name.split_whitespace().collect::<Vec<_>>().join(" "));
    if name.contains(char::is_whitespace) && !could_be_key(&right) {
        statement.tell(start..end, toml::words_without_key(), fix::key_or_comment());
        statement.lose(start);
        return end;
    }
    if close != open {
        let sign = if many { "]]" } else { "]" };
        let remedy = if many { fix::close_headers() } else { fix::close_header() };
        statement.tell(start..inner_end + close, toml::header_unclosed(), remedy);
        statement.mend(inner_at + inner.len()..inner_at + inner.len() + close, sign);
    }
    if name.contains(|c: char| c.is_whitespace()) {
        statement.tell(said.clone(), toml::header_blank(), fix::without_blanks(&right));
        statement.mend(said.clone(), right);
    }
    let rest_at = inner_at + inner.len() + close;
    let rest = text.get(rest_at..end).unwrap_or_default();
    if close == open && !look::is_done(rest) {
        let at = look::skip_blanks(text, rest_at);
        statement.tell(at..end, toml::excess_after_header(), fix::next_line());
        statement.guess(rest_at..at, "\n");
    }
    twice(text, name, many, start..rest_at, statement, tables);
    end
}

/// A header with the number of a member, as programs write paths: `[pihak[0].pejabat]`.
fn numbered(line: &str, start: usize, statement: &mut Statement) -> usize {
    let end = start + line.trim_end().len();
    let keep = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let without = line.split('[').map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit()));
    let name: String = without.collect::<String>().chars().filter(keep).collect();
    let header = format!("[{name}]");
    statement.tell(start..end, toml::header_numbered(), fix::header_below(&header));
    statement.guess(start..end, header);
    end
}

/// A table that stands twice: a list of tables if it has tables below it, else the second is set aside.
fn twice(
    text: &str,
    name: &str,
    many: bool,
    span: Span,
    statement: &mut Statement,
    tables: &mut Tables,
) {
    tables.keys.clear();
    let before = tables.seen.get(name).copied();
    let is_list = tables.is_list(name);
    if many || is_list {
        // Each begins its own tables below.
        let below = format!("{name}.");
        tables.seen.retain(|known, _| !known.starts_with(&below));
    }
    if many {
        tables.seen.insert(name.to_owned(), span.start);
        return;
    }
    let parent = name.rsplit_once('.').map(|(parent, _)| parent);
    let orphan =
        |parent: &&str| tables.lists.contains(*parent) && !tables.seen.contains_key(*parent);
    if let Some(parent) = parent.filter(orphan) {
        statement.tell(span.clone(), toml::table_above_its_list(parent), fix::below_list(parent));
        statement.set_aside(span, |copy| format!("[{copy}]"));
        return;
    }
    tables.seen.entry(name.to_owned()).or_insert(span.start);
    let first = before.map(|at| look::line_number(text, at));
    if is_list {
        if let Some(first) = first {
            statement.tell(span.clone(), toml::table_twice(first), fix::two_tables(name));
        }
        // The first of them changes too, and is not told.
        statement.quietly(span, format!("[[{name}]]"));
    } else if let Some(first) = first {
        statement.tell(span.clone(), toml::table_twice(first), fix::one_table(name));
        statement.set_aside(span, |copy| format!("[{copy}]"));
    }
}
