//! Tables inside a text.

use serde::Serialize;

use super::Maker;
use super::keys::part;
use super::run::Runs;
use super::words::Setting;
use crate::draft::value;
use crate::source::node::Node;

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Table {
    /// What stands above it.
    #[serde(rename = "judul")]
    pub(crate) heading: Option<Runs>,
    /// The heads of its columns.
    #[serde(rename = "kolom")]
    pub(crate) heads: Vec<Option<Runs>>,
    /// Its rows; a row may have fewer cells than there are columns.
    #[serde(rename = "baris")]
    pub(crate) rows: Vec<Vec<Option<Runs>>>,
    /// The share of each column, where the draft gives them.
    #[serde(rename = "lebar")]
    pub(crate) widths: Option<Vec<i64>>,
}

impl Table {
    /// A table of ours: heads with their shares, and rows as wide.
    pub(super) fn with_columns(columns: &[(&str, i64)], rows: Vec<Vec<Option<Runs>>>) -> Self {
        Self {
            heading: None,
            heads: columns.iter().map(|(head, _)| Some(Runs::words(*head))).collect(),
            rows,
            widths: Some(columns.iter().map(|(_, width)| *width).collect()),
        }
    }
}

impl Maker<'_> {
    /// A table of the draft.
    pub(super) fn table(&self, table: &Node) -> Table {
        let rows = table.get(part::ROWS).and_then(Node::array).unwrap_or_default();
        let widths =
            |list: &Node| list.members().iter().filter_map(value::integer).collect::<Vec<_>>();
        Table {
            heading: table.get(part::HEADING).and_then(|node| self.cell(node)),
            heads: table.get(part::HEADS).map_or_else(Vec::new, |heads| self.cells(heads)),
            rows: rows.iter().map(|row| self.cells(row)).collect(),
            widths: table.get(part::WIDTHS).map(widths),
        }
    }

    /// The tables of a list, which may be missing.
    pub(super) fn tables(&self, list: Option<&Node>) -> Vec<Table> {
        let list = list.filter(|list| !list.is_empty());
        list.map_or(&[][..], Node::members).iter().map(|one| self.table(one)).collect()
    }

    fn cells(&self, row: &Node) -> Vec<Option<Runs>> {
        row.members().iter().map(|node| self.cell(node)).collect()
    }

    fn cell(&self, node: &Node) -> Option<Runs> {
        node.str().map(|text| self.runs(text, Setting::NARROW))
    }
}
