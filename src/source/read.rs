//! A TOML text as a tree, and every syntax fault in it. What was meant in spite of a fault is read as
//! it was meant, where that is known.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::node::{Entry, Node, Table, Value};
use super::repair::repair;
use super::syntax::understood;
use super::{SourceFile, Span};
use crate::words::{self, Phrase};

/// A syntax fault.
#[derive(Clone, Debug)]
pub struct SyntaxFault {
    /// Where; inside the text.
    pub span: Span,
    /// What is wrong.
    pub(crate) fact: Phrase,
    /// How to mend it.
    pub(crate) remedy: Phrase,
    /// The change that mends it, if one is known: bytes and what should stand there.
    pub(crate) mend: Vec<(Span, String)>,
    /// Whether that is only the likeliest of several answers.
    pub(crate) guessed: bool,
    /// Whether something is missing from the tree, or not as it was meant.
    pub(crate) lost: bool,
}

impl SyntaxFault {
    /// A fault that only the parser knows of.
    fn new(span: Span, (fact, remedy): (Phrase, Phrase)) -> Self {
        Self { span, fact, remedy, mend: Vec::new(), guessed: false, lost: true }
    }

    /// The same where the change that was thought of leaves a text that still cannot be read.
    fn without_cure(self) -> Self {
        Self { mend: Vec::new(), lost: true, ..self }
    }

    /// The fact and the remedy in one.
    pub(crate) fn whole(self) -> Phrase {
        words::toml::fact_and_remedy(self.fact, self.remedy)
    }
}

/// The longest broken text that is looked into: no agreement is longer, and a hostile text costs time.
const LONGEST: usize = 256 * 1024;

/// How many bytes are read again to see whether each change is what cures its fault.
const VERIFIED: usize = 16 * 1024 * 1024;

/// Reads a text. The tree holds what could be read in spite of the faults.
pub fn read(text: &str) -> (Node, Vec<SyntaxFault>) {
    // The line ends of another age: as many bytes, so that every place stays.
    let Some(first) = only_returns(text) else {
        return read_lines(text);
    };
    let (root, mut faults) = read_lines(&text.replace('\r', "\n"));
    let (fact, remedy) = (words::toml::line_end_broken(), words::toml::fix::line_end());
    let mend = text.match_indices('\r').map(|(at, _)| (at..at + 1, "\n".to_owned())).collect();
    let span = first..first + 1;
    let told = SyntaxFault { span, fact, remedy, mend, guessed: false, lost: false };
    faults.insert(0, told);
    (root, faults)
}

/// The first line end of a text whose lines all end with a carriage return alone.
fn only_returns(text: &str) -> Option<usize> {
    text.find('\r').filter(|_| !text.contains('\n'))
}

fn read_lines(text: &str) -> (Node, Vec<SyntaxFault>) {
    let (root, faults) = parse(text);
    if faults.is_empty() || text.len() > LONGEST {
        return (root, faults);
    }
    let repaired = repair(text);
    if repaired.faults.is_empty() {
        return (root, faults);
    }
    let (mut root, left) = parse(&repaired.text);
    let origins = repaired.origins();
    root.move_spans(&|span| clamp(origins.span(span), text));
    let file = SourceFile::new("", text);
    let told: BTreeSet<usize> = repaired.faults.iter().flat_map(|one| lines(one, &file)).collect();
    let moved = left.into_iter().map(|fault| {
        let span = clamp(origins.span(&fault.span), text);
        SyntaxFault { span, ..fault }
    });
    let (still, news): (Vec<_>, Vec<_>) =
        moved.partition(|fault| lines(fault, &file).any(|line| told.contains(&line)));
    let count = still.len() + news.len();
    let still: BTreeSet<usize> = still.iter().flat_map(|one| lines(one, &file)).collect();
    let mut left = VERIFIED;
    let cured = repaired.faults.iter().cloned().map(|one| {
        if one.mend.is_empty() {
            return one;
        }
        left = left.saturating_sub(text.len());
        // Too many to be tried one by one: somebody must look at each.
        if left == 0 {
            return SyntaxFault { guessed: true, ..one };
        }
        let worse = || parse(&repaired.without(text, &one.mend)).1.len() > count;
        let is_cure = reach(&one, &file).all(|line| !still.contains(&line)) && worse();
        if is_cure { one } else { one.without_cure() }
    });
    let mut faults: Vec<SyntaxFault> = news.into_iter().chain(cured).collect();
    faults.sort_by_key(|fault| fault.span.start);
    (root, faults)
}

/// The lines that a fault and its cure touch.
fn reach(fault: &SyntaxFault, file: &SourceFile) -> RangeInclusive<usize> {
    let own = lines(fault, file);
    let line = |byte: usize| file.line_column(byte).line;
    let first = fault.mend.iter().map(|(span, _)| line(span.start)).min();
    let last = fault.mend.iter().map(|(span, _)| line(span.end)).max();
    first.map_or(*own.start(), |one| one.min(*own.start()))
        ..=last.map_or(*own.end(), |one| one.max(*own.end()))
}

/// The lines that a fault touches.
fn lines(fault: &SyntaxFault, file: &SourceFile) -> RangeInclusive<usize> {
    let line = |byte: usize| file.line_column(byte).line;
    line(fault.span.start)..=line(fault.span.end)
}

/// What the parser makes of a text.
fn parse(text: &str) -> (Node, Vec<SyntaxFault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut faults: Vec<SyntaxFault> = errors
        .into_iter()
        .map(|error| {
            let span = clamp(error.span().unwrap_or(0..0), text);
            SyntaxFault::new(span, understood(error.message()))
        })
        .collect();
    let span = clamp(table.span(), text);
    let value = Value::Table(read_table(table.into_inner(), &mut faults));
    (Node { span, value }, faults)
}

fn clamp(span: Span, text: &str) -> Span {
    let start = span.start.min(text.len());
    start..span.end.clamp(start, text.len())
}

fn read_table(table: DeTable<'_>, faults: &mut Vec<SyntaxFault>) -> Table {
    let mut entries: Vec<Entry> =
        table.into_iter().map(|entry| read_entry(entry, faults)).collect();
    // The parser's map is sorted by key; people wrote their own order.
    entries.sort_by_key(|entry| entry.key_span.start);
    Table::new(entries)
}

fn read_entry(
    (key, value): (Spanned<Cow<'_, str>>, Spanned<DeValue<'_>>),
    faults: &mut Vec<SyntaxFault>,
) -> Entry {
    let node = read_value(value, faults);
    Entry { key_span: key.span(), key: key.into_inner().into(), node }
}

fn read_value(value: Spanned<DeValue<'_>>, faults: &mut Vec<SyntaxFault>) -> Node {
    let span = value.span();
    // The parser leaves numbers as they are written.
    let mut unread = || {
        let fault = (words::toml::number_out_of_range(), words::toml::fix::number());
        faults.push(SyntaxFault::new(span.clone(), fault));
        Value::Float(f64::NAN)
    };
    let value = match value.into_inner() {
        DeValue::String(text) => Value::String(text.into_owned()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| unread(), Value::Integer),
        DeValue::Float(number) => {
            let said = number.as_str();
            // What is too large for a fraction is not endless, but out of range.
            let right = |read: &f64| !read.is_infinite() || said.contains("inf");
            said.parse().ok().filter(right).map_or_else(unread, Value::Float)
        }
        DeValue::Boolean(truth) => Value::Bool(truth),
        DeValue::Datetime(moment) => Value::Datetime(moment),
        DeValue::Array(list) => {
            Value::Array(list.into_iter().map(|item| read_value(item, faults)).collect())
        }
        DeValue::Table(table) => Value::Table(read_table(table, faults)),
    };
    Node { span, value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::path::FieldPath;

    #[test]
    fn order_and_places_are_the_writers() {
        let text = "z = 1\na = 2\n[[pihak]]\nnama = 'x'\n[[pihak]]\nnama = 'y'\n";
        let (root, faults) = read(text);
        assert!(faults.is_empty());
        let keys: Vec<_> = root.table().unwrap().0.iter().map(|e| e.key.as_str()).collect();
        assert_eq!(keys, ["z", "a", "pihak"]);
        let second = root.at(&FieldPath::parse("pihak[1]")).unwrap();
        assert_eq!(&text[second.span.clone()], "[[pihak]]");
        assert_eq!(text[..second.span.start].lines().count(), 4);
    }

    #[test]
    fn several_faults_come_out_of_one_run() {
        let (_, faults) = read("a = \nb = 'x\nc = 1 2\n");
        assert!(faults.len() >= 2, "{faults:?}");
    }
}
