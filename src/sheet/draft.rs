//! Rows as drafts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cell::Content;
use super::columns::{Columns, Home, table};
use super::fault::SheetFault;
use super::grid::Grid;
use super::pick::{Condition, Rows, documents};
use super::trace::Trace;
use super::tree::{At, Part};
use crate::kind::{Field, Kind};
use crate::source::path::FieldPath;
use crate::source::{SourceFile, read};

/// The drafts that a sheet makes.
#[derive(Debug)]
pub(crate) struct Drafts {
    grid: Arc<Grid>,
    columns: Columns,
    kind: Kind,
    base: Part,
    /// The rows of each.
    documents: Vec<Vec<usize>>,
}

/// What is asked of a sheet.
#[derive(Debug, Default)]
pub(crate) struct Wanted<'w> {
    /// The draft that each begins with.
    pub(crate) base: Option<&'w SourceFile>,
    /// What columns are called in it, with their fields; none for one to pass over.
    pub(crate) names: BTreeMap<String, Option<String>>,
    /// The column of which equal values make one document.
    pub(crate) group: Option<&'w str>,
    /// The rows that are taken.
    pub(crate) rows: Option<&'w Rows>,
    /// What a row must say.
    pub(crate) condition: Option<&'w Condition>,
}

impl Drafts {
    /// The drafts of a kind that a sheet makes.
    ///
    /// # Errors
    /// Columns that are no fields, and what was asked for and is not there.
    pub(crate) fn of(grid: Grid, kind: &Kind, wanted: &Wanted<'_>) -> Result<Self, SheetFault> {
        let columns = Columns::of(&grid, kind, &wanted.names)?;
        let documents = documents(&grid, &columns, wanted.rows, wanted.condition, wanted.group)?;
        let mut base = match wanted.base {
            Some(source) => base_of(source)?,
            None => Part::Table(Vec::new()),
        };
        if columns.all.iter().any(|column| matches!(column.home, Home::Row(_)))
            && let Some(table) = table(kind)
        {
            // The rows of the sheet are all the rows of its table.
            base.take(&table.key);
        }
        if wanted.base.is_none() {
            let name = toml::Value::String(kind.id.clone()).to_string();
            base.put(FieldPath::root().key("jenis").steps(), Part::Leaf(name, None));
        }
        Ok(Self { grid: Arc::new(grid), columns, kind: kind.clone(), base, documents })
    }

    /// The numbers of the rows that are taken although their book hides them.
    pub(crate) fn hidden(&self) -> Vec<usize> {
        let rows = self.documents.iter().flatten().filter_map(|row| self.grid.rows.get(*row));
        let hidden = rows.map(|row| row.number).filter(|row| self.grid.hidden.contains(row));
        hidden.collect()
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.documents.len()
    }

    /// How people call one: its first cell.
    pub(crate) fn name(&self, at: usize) -> String {
        let row = self.documents.get(at).and_then(|rows| rows.first()).copied().unwrap_or(0);
        let address = self.grid.address(row, 0);
        if self.grid.tabular { format!("{}:{address}", self.grid.shown.name()) } else { address }
    }

    /// The number of its first row, as a spreadsheet counts.
    pub(crate) fn row(&self, at: usize) -> usize {
        let row = self.documents.get(at).and_then(|rows| rows.first());
        row.and_then(|row| self.grid.rows.get(*row)).map_or(0, |row| row.number)
    }

    /// One as a text, with the cells that it was made of.
    ///
    /// # Errors
    /// A cell that cannot be taken over, and rows of one document that say different things of it.
    pub(crate) fn draft(&self, at: usize) -> Result<(String, Trace), SheetFault> {
        let rows = self.documents.get(at).map_or(&[][..], Vec::as_slice);
        let mut part = self.base.clone();
        let mut empty = Vec::new();
        for (member, row) in rows.iter().enumerate() {
            for column in 0..self.columns.all.len() {
                self.put(&mut part, &mut empty, rows, (member, *row), column)?;
            }
        }
        let written = part.write();
        let row = rows.first().copied().unwrap_or(0);
        let trace = Trace { grid: self.grid.clone(), row, spots: written.spots, empty };
        Ok((written.text, trace))
    }

    fn put(
        &self,
        part: &mut Part,
        empty: &mut Vec<(FieldPath, At)>,
        rows: &[usize],
        (member, row): (usize, usize),
        column: usize,
    ) -> Result<(), SheetFault> {
        let Some(column) = self.columns.all.get(column) else { return Ok(()) };
        let (path, field) = match &column.home {
            Home::Draft(path) => (path.clone(), self.kind.along(path).last().copied()),
            Home::Row(inner) => {
                let Some(table) = table(&self.kind) else { return Ok(()) };
                let path = FieldPath::root().key(table.key.as_str()).index(member);
                let whole = FieldPath::root().key(table.key.as_str()).join(inner);
                (path.join(inner), self.kind.along(&whole).last().copied())
            }
        };
        let at = (row, column.at);
        let nothing = Content::Empty;
        let content = self.grid.cell(row, column.at).map_or(&nothing, |cell| &cell.content);
        if let Content::Faulty(fault) = content {
            let address = self.grid.address(row, column.at);
            return Err(SheetFault::Cell { address, fault: fault.clone() });
        }
        if matches!(column.home, Home::Draft(_)) && member > 0 {
            return self.same(rows, row, column.at, &column.head);
        }
        match field.and_then(|field| self.value(content, field)) {
            Some(value) => part.put(path.steps(), Part::Leaf(value, Some(at))),
            None => empty.push((path, at)),
        }
        Ok(())
    }

    fn value(&self, content: &Content, field: &Field) -> Option<String> {
        content.value(field, self.kind.language)
    }

    /// What is said of the document as a whole is said alike by each of its rows, or by the first alone.
    fn same(
        &self,
        rows: &[usize],
        row: usize,
        column: usize,
        field: &str,
    ) -> Result<(), SheetFault> {
        let content = |row: usize| self.grid.cell(row, column).map(|cell| &cell.content);
        let first = rows.first().and_then(|row| content(*row));
        let other = content(row).filter(|content| !content.is_empty());
        if other.is_none() || other == first {
            return Ok(());
        }
        Err(SheetFault::Differs {
            address: self.grid.address(row, column),
            field: field.to_owned(),
        })
    }
}

fn base_of(source: &SourceFile) -> Result<Part, SheetFault> {
    let (root, faults) = read::read(source.text());
    if let Some(fault) = faults.first() {
        let at = source.line_column(fault.span.start);
        return Err(SheetFault::Base(format!("{}:{}:{}", source.name(), at.line, at.column)));
    }
    Ok(Part::of(&root, source.text()))
}
