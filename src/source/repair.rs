//! A broken TOML text, statement by statement: each slip is told once, at its place and with its own
//! cure, and mended in a copy, from which the rest is read as if it had been written so.
//!
//! The parser cannot do that: it knows what TOML allows, not what people meant. What is no slip that
//! is known here stays as it is, and the parser has its say on it.

mod bare;
mod escape;
mod foreign;
mod header;
mod inline;
mod list;
mod long;
mod look;
mod missing;
mod pair;
mod quote;
mod statement;
mod text;
mod value;

use super::Span;
use super::read::SyntaxFault;
use header::Tables;
use statement::Statement;

/// A copy of a broken text in which every known slip is mended.
pub(super) struct Repaired {
    /// The copy.
    pub(crate) text: String,
    /// The slips, in the order of the text.
    pub(crate) faults: Vec<SyntaxFault>,
    /// What was changed, in order and apart.
    edits: Vec<(Span, String)>,
}

/// Mends what is known. Takes time by the length of the text.
pub(super) fn repair(text: &str) -> Repaired {
    let mut scanner = Scanner { text, faults: Vec::new(), edits: Vec::new() };
    let mut tables = Tables::of(text);
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    while at < text.len() {
        let mut statement = Statement::default();
        let end = scan(text, at, &mut statement, &mut tables);
        scanner.take(statement);
        // A statement takes its line with it at least.
        at = look::next_line(text, end.max(at));
    }
    scanner.finish()
}

/// One statement from the head of its line; gives where it ends.
fn scan(text: &str, at: usize, statement: &mut Statement, tables: &mut Tables) -> usize {
    let line = look::line(text, at);
    let start = look::skip_blanks(text, at);
    look::blanks(text, at..start, statement);
    if let Some(end) = foreign::scan(text, start, statement) {
        return end;
    }
    match line.get(start - at..).and_then(|rest| rest.chars().next()) {
        None | Some('#') => start,
        Some('[') => header::scan(text, start, statement, tables),
        Some(_) => pair::scan(text, start, statement, tables),
    }
}

struct Scanner<'a> {
    text: &'a str,
    faults: Vec<SyntaxFault>,
    edits: Vec<(Span, String)>,
}

impl Scanner<'_> {
    fn take(&mut self, statement: Statement) {
        let (fault, edits) = statement.done();
        self.faults.extend(fault);
        self.edits.extend(edits);
    }

    fn finish(mut self) -> Repaired {
        self.edits.sort_by_key(|(span, _)| (span.start, span.end));
        let (text, edits) = changed(self.text, self.edits);
        Repaired { text, faults: self.faults, edits }
    }
}

/// A text with changes that are in order, and those that were made: of two of one place the first.
fn changed(text: &str, edits: Vec<(Span, String)>) -> (String, Vec<(Span, String)>) {
    let mut out = String::with_capacity(text.len());
    let (mut at, mut kept) = (0, Vec::new());
    for (span, new) in edits {
        let Some(before) = text.get(at..span.start) else { continue };
        out.push_str(before);
        out.push_str(&new);
        at = span.end;
        kept.push((span, new));
    }
    out.push_str(text.get(at..).unwrap_or_default());
    (out, kept)
}

impl Repaired {
    /// The copy without some of its changes.
    pub(super) fn without(&self, text: &str, some: &[(Span, String)]) -> String {
        let others = self.edits.iter().filter(|edit| !some.contains(edit)).cloned();
        changed(text, others.collect()).0
    }

    /// The places of the copy as places of the text.
    pub(super) fn origins(&self) -> Origins {
        let mut steps = Vec::with_capacity(self.edits.len());
        let (mut copied, mut read) = (0, 0);
        for (span, new) in &self.edits {
            copied += span.start - read;
            steps.push(Step { copy: copied..copied + new.len(), text: span.clone() });
            copied += new.len();
            read = span.end;
        }
        Origins(steps)
    }
}

/// Where the bytes of a copy come from.
pub(super) struct Origins(Vec<Step>);

/// A changed place, in the copy and in the text.
struct Step {
    copy: Span,
    text: Span,
}

impl Origins {
    /// The place of a place of the copy.
    pub(super) fn span(&self, span: &Span) -> Span {
        let start = self.byte(span.start, false);
        start..self.byte(span.end, true).max(start)
    }

    /// Where a byte stands; of one in a changed place, where that begins or, for an end, ends.
    fn byte(&self, at: usize, end: bool) -> usize {
        let after =
            self.0.partition_point(|step| step.copy.start < at || (step.copy.start == at && end));
        let Some(step) = after.checked_sub(1).and_then(|last| self.0.get(last)) else {
            return at;
        };
        if at >= step.copy.end {
            return step.text.end + (at - step.copy.end);
        }
        if end { step.text.end } else { step.text.start }
    }
}

#[cfg(test)]
mod tests;
