//! The long table of a kind that is one (Lampiran A and B, control sheets).

use serde::Serialize;

use super::block::{Block, Item};
use super::run::Runs;
use super::value::Value;
use super::words::Setting;
use super::{Maker, keys};
use crate::kind::{Field, FieldType};
use crate::source::node::Node;

/// A long table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Rows {
    /// The heads of its columns, with that of the numbers: the kind's, or the draft's own.
    #[serde(rename = "kolom")]
    pub(crate) heads: Vec<Value>,
    /// The share of each column.
    #[serde(rename = "lebar")]
    pub(crate) widths: Option<Vec<u32>>,
    /// Its rows.
    #[serde(rename = "baris")]
    pub(crate) rows: Vec<Row>,
}

/// A row of a long table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Row {
    /// Its number, where that is not the place at which it stands.
    #[serde(rename = "nomor", skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<String>,
    /// Its cells.
    #[serde(rename = "sel")]
    pub(crate) cells: Vec<Cell>,
}

/// A cell of a long table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Cell {
    /// One paragraph, which may be empty.
    Text(Runs),
    /// Several paragraphs.
    Paragraphs {
        /// Each of them.
        #[serde(rename = "p")]
        all: Vec<Runs>,
    },
    /// A numbered list.
    List(Block),
}

impl Maker<'_> {
    fn rows_field(&self) -> Option<&Field> {
        self.draft.kind.fields.iter().find(|field| field.columns.is_some())
    }

    /// Whether a field at the root belongs to the long table.
    pub(super) fn is_of_rows(&self, field: &Field) -> bool {
        let rows = self.rows_field();
        rows.is_some_and(|rows| rows.key == field.key || field.key == keys::HEADS)
    }

    pub(super) fn rows(&self) -> Option<Rows> {
        let field = self.rows_field()?;
        let list = self.draft.root.get(&field.key).map_or(&[][..], Node::members);
        let columns: Vec<&Field> = self.draft.kind.record_fields(field).collect();
        let rows = list.iter().filter(|node| node.table().is_some());
        Some(Rows {
            heads: self.heads(field),
            widths: field.widths.clone(),
            rows: self
                .steps(field)
                .unwrap_or_else(|| rows.map(|row| self.row(&columns, row)).collect()),
        })
    }

    fn heads(&self, rows: &Field) -> Vec<Value> {
        let key = keys::HEADS;
        let field = self.draft.kind.field(key);
        match field.map(|field| self.field(field, self.draft.root.get(key))) {
            Some(Value::List(own)) if !own.is_empty() => own,
            _ => {
                let official = rows.columns.iter().flatten();
                official.map(|head| Value::Text(Runs::words(head))).collect()
            }
        }
    }

    fn row(&self, columns: &[&Field], row: &Node) -> Row {
        let cell = |column: &&Field| self.row_cell(column, row.get(&column.key));
        Row { number: None, cells: columns.iter().map(cell).collect() }
    }

    fn row_cell(&self, column: &Field, node: Option<&Node>) -> Cell {
        let setting = Setting {
            capitals: column.capitals == Some(true),
            narrow: true,
            hyphenate: column.hyphenate == Some(true),
        };
        let Some(node) = node.filter(|node| !node.is_empty()) else {
            return Cell::Text(Runs::default());
        };
        match column.field_type() {
            FieldType::Daftar(_) => self.numbered_entries(node, setting),
            FieldType::Pilihan => {
                let chosen = column.option_text(node.str().unwrap_or_default());
                Cell::Text(self.runs(&chosen, setting))
            }
            FieldType::Waktu => cell_of(self.moment(node, super::value::setting(column))),
            _ => cell_of(self.paragraphs(node, setting)),
        }
    }

    /// One entry as a text, several as a numbered list.
    fn numbered_entries(&self, node: &Node, setting: Setting) -> Cell {
        let texts: Vec<&str> = node.members().iter().filter_map(Node::str).collect();
        match texts.as_slice() {
            [] => Cell::Text(Runs::default()),
            [one] => Cell::Text(self.runs(one, setting)),
            many => {
                let numbered = (1..).zip(many);
                let items = numbered.map(|(number, text)| {
                    Item::of_runs(format!("{number}."), self.runs(text, setting))
                });
                Cell::List(Block::List(items.collect()))
            }
        }
    }
}

fn cell_of(value: Value) -> Cell {
    match value {
        Value::Text(runs) => Cell::Text(runs),
        Value::Paragraphs { all } => Cell::Paragraphs { all },
        _ => Cell::Text(Runs::default()),
    }
}
