//! One parse of a TOML text: the tree, and every syntax fault that the parser could get past.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Span;
use super::node::{Entry, Node, Table, Value};

/// A syntax fault.
#[derive(Clone, Debug)]
pub struct SyntaxFault {
    /// Where; inside the text.
    pub span: Span,
    /// What the parser says, in English.
    pub message: String,
}

/// Parses a text. The tree holds what could be read in spite of the faults.
pub fn read(text: &str) -> (Node, Vec<SyntaxFault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let faults = errors
        .into_iter()
        .map(|error| SyntaxFault {
            span: clamp(error.span().unwrap_or(0..0), text),
            message: error.message().to_owned(),
        })
        .collect();
    let span = clamp(table.span(), text);
    (Node { span, value: Value::Table(read_table(table.into_inner())) }, faults)
}

fn clamp(span: Span, text: &str) -> Span {
    let start = span.start.min(text.len());
    start..span.end.clamp(start, text.len())
}

fn read_table(table: DeTable<'_>) -> Table {
    let mut entries: Vec<Entry> = table.into_iter().map(read_entry).collect();
    // The parser's map is sorted by key; people wrote their own order.
    entries.sort_by_key(|entry| entry.key_span.start);
    Table(entries)
}

fn read_entry((key, value): (Spanned<Cow<'_, str>>, Spanned<DeValue<'_>>)) -> Entry {
    Entry { key_span: key.span(), key: key.into_inner().into_owned(), node: read_value(value) }
}

fn read_value(value: Spanned<DeValue<'_>>) -> Node {
    let span = value.span();
    let value = match value.into_inner() {
        DeValue::String(text) => Value::String(text.into_owned()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| Value::Float(f64::NAN), Value::Integer),
        DeValue::Float(number) => Value::Float(number.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(truth) => Value::Bool(truth),
        DeValue::Datetime(moment) => Value::Datetime(moment),
        DeValue::Array(list) => Value::Array(list.into_iter().map(read_value).collect()),
        DeValue::Table(table) => Value::Table(read_table(table)),
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
