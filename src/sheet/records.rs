//! Rows that name their columns themselves: lines of JSON, and tables of TOML.

use super::cell::{Cell, Content};
use super::fault::SheetFault;
use super::grid::{Grid, Row};
use crate::source::node::{Node, Value};
use crate::source::{SourceFile, Span, read};
use std::collections::BTreeSet;

/// One object a line.
pub(super) fn of_lines(name: &str, text: String) -> Result<Grid, SheetFault> {
    let mut records = Vec::new();
    let mut start = 0;
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let bare = line.trim_start_matches('\u{feff}').trim();
        if !bare.is_empty() {
            let from = start + line.find(bare).unwrap_or(0);
            records.push(Record { number: at + 1, ..object(name, at + 1, bare, from)? });
        }
        start += line.len();
    }
    Ok(gathered(SourceFile::new(name, text), records))
}

/// The tables of the first list of tables.
pub(super) fn of_tables(name: &str, text: String) -> Result<Grid, SheetFault> {
    let (root, faults) = read::read(&text);
    let source = SourceFile::new(name, text);
    if let Some(fault) = faults.first() {
        let line = source.line_column(fault.span.start).line;
        return Err(SheetFault::Broken {
            place: format!("{name}:{line}"),
            what: "TOML".to_owned(),
        });
    }
    let entries = root.table().map_or(&[][..], |table| &table.0).iter();
    let tables =
        |node: &Node| node.array().is_some_and(|list| list.iter().all(|one| one.table().is_some()));
    let list = entries.map(|entry| &entry.node).find(|node| tables(node));
    let list = list.and_then(Node::array).unwrap_or_default();
    let records = list.iter().map(|node| table(node, &source)).collect();
    Ok(gathered(source, records))
}

struct Record {
    number: usize,
    span: Span,
    values: Vec<(String, Cell)>,
}

fn object(name: &str, line: usize, text: &str, from: usize) -> Result<Record, SheetFault> {
    let broken = |what: String| SheetFault::Broken { place: format!("{name}:{line}"), what };
    let object: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(text).map_err(|error| broken(error.to_string()))?;
    let whole = from..from + text.len();
    let values = object.into_iter().map(|(key, value)| {
        let quoted = serde_json::Value::from(key.as_str()).to_string();
        let at = text.find(&quoted).map_or(whole.clone(), |at| from + at..from + at + quoted.len());
        let cell = Cell { content: of_json(&value), span: at };
        (key, cell)
    });
    Ok(Record { number: line, values: values.collect(), span: whole.clone() })
}

fn of_json(value: &serde_json::Value) -> Content {
    match value {
        serde_json::Value::Null => Content::Empty,
        serde_json::Value::Bool(truth) => Content::Truth(*truth),
        serde_json::Value::String(words) => Content::of_words(words),
        serde_json::Value::Number(number) if number.is_i64() => {
            Content::of_words(&number.to_string())
        }
        serde_json::Value::Number(number) => {
            Content::of_number(number.as_f64().unwrap_or(f64::NAN))
        }
        other => match toml::Value::try_from(other) {
            Ok(value) => Content::Toml(value.to_string()),
            Err(_) => Content::of_words(&other.to_string()),
        },
    }
}

fn table(node: &Node, source: &SourceFile) -> Record {
    let values = node.table().map_or(&[][..], |table| &table.0).iter().map(|entry| {
        let span = match entry.node.value {
            Value::Table(_) => entry.key_span.clone(),
            _ => entry.node.span.clone(),
        };
        let content = match &entry.node.value {
            Value::String(words) => Content::of_words(words),
            Value::Table(_) => Content::Toml(inline(&entry.node, source.text())),
            _ => Content::Toml(source.text().get(span.clone()).unwrap_or_default().to_owned()),
        };
        (entry.key.to_string(), Cell { content, span })
    });
    let number = source.line_column(node.span.start).line;
    Record { number, span: node.span.clone(), values: values.collect() }
}

/// A table that stands below, as one in a line.
fn inline(node: &Node, text: &str) -> String {
    let entries = node.table().map_or(&[][..], |table| &table.0).iter().map(|entry| {
        let key = toml::Value::String(entry.key.to_string());
        let value = match &entry.node.value {
            Value::Table(_) => inline(&entry.node, text),
            _ => text.get(entry.node.span.clone()).unwrap_or_default().to_owned(),
        };
        format!("{key} = {value}")
    });
    format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
}

/// Every name that a record has is a column.
fn gathered(shown: SourceFile, records: Vec<Record>) -> Grid {
    let mut heads: Vec<String> = Vec::new();
    for (name, _) in records.iter().flat_map(|record| &record.values) {
        if !heads.contains(name) {
            heads.push(name.clone());
        }
    }
    let rows = records.into_iter().map(|record| {
        let mut values = record.values;
        let nothing = Cell { content: Content::Empty, span: record.span.clone() };
        let cells = heads.iter().map(|head| {
            let at = values.iter().position(|(name, _)| name == head);
            at.map_or_else(|| nothing.clone(), |at| values.swap_remove(at).1)
        });
        Row { cells: cells.collect(), number: record.number, span: record.span }
    });
    let rows = rows.collect();
    Grid { shown, rows, heads: Some(heads), tabular: false, sheet: None, hidden: BTreeSet::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(grid: &Grid) -> Vec<(usize, Vec<String>)> {
        let cell = |cell: &Cell| cell.content.words(crate::wording::Bahasa::Indonesia);
        grid.rows.iter().map(|row| (row.number, row.cells.iter().map(cell).collect())).collect()
    }

    #[test]
    fn records_name_their_columns() {
        let text = "{\"mitra\": \"A\", \"tahun\": 2026}\n\n{\"tahun\": null, \"dok\": [\"x\"]}\n";
        let grid = of_lines("a.jsonl", text.to_owned()).unwrap();
        assert_eq!(grid.heads.as_deref().unwrap(), ["mitra", "tahun", "dok"]);
        let list = |words: [&str; 3]| words.map(str::to_owned).to_vec();
        assert_eq!(words(&grid), [(1, list(["A", "2026", ""])), (3, list(["", "", "[\"x\"]"]))]);
        assert!(of_lines("a.jsonl", "{".to_owned()).is_err());
        let text = "[[baris]]\nmitra = 'A'\ndok = ['x']\n[[baris]]\nmitra = 'B'\n";
        let grid = of_tables("a.toml", text.to_owned()).unwrap();
        let pair = |one: &str, other: &str| vec![one.to_owned(), other.to_owned()];
        assert_eq!(words(&grid), [(1, pair("A", "['x']")), (4, pair("B", ""))]);
        assert!(of_tables("a.toml", "a = ".to_owned()).is_err());
    }
}
