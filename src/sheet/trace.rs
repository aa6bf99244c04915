//! From a draft that nobody sees back to the cells that it was made of.

use std::sync::Arc;

use super::grid::Grid;
use super::tree::At;
use crate::source::path::FieldPath;
use crate::source::{SourceFile, Span};

/// Which cells a draft was made of.
#[derive(Debug)]
pub(crate) struct Trace {
    pub(super) grid: Arc<Grid>,
    /// Its first row.
    pub(super) row: usize,
    /// The values with their places in the draft.
    pub(super) spots: Vec<(FieldPath, Span, At)>,
    /// Fields whose cells hold nothing.
    pub(super) empty: Vec<(FieldPath, At)>,
}

/// A place in a sheet.
#[derive(Debug)]
pub(crate) struct Spot {
    /// The bytes in what is shown of the sheet.
    pub(crate) span: Span,
    /// What people call it: `Data!C7`.
    pub(crate) address: String,
}

impl Trace {
    /// What is shown of the sheet.
    pub(crate) fn shown(&self) -> &SourceFile {
        &self.grid.shown
    }

    /// The cell of a place in the draft; where it has none, the row.
    pub(crate) fn spot(&self, path: &FieldPath, span: &Span, draft: &str) -> Spot {
        let covers = |one: &Span| one.start <= span.start && span.end <= one.end;
        let held = self.spots.iter().find(|(_, one, _)| covers(one));
        if let Some((_, one, at)) = held {
            let part = draft.get(span.clone()).filter(|_| one != span);
            return self.cell(*at, part);
        }
        let below = |one: &FieldPath| one == path || path.steps().starts_with(one.steps());
        let named = self.spots.iter().find(|(one, ..)| below(one)).map(|(_, _, at)| at);
        let empty = || self.empty.iter().find(|(one, _)| below(one)).map(|(_, at)| at);
        named.or_else(empty).map_or_else(|| self.whole(), |at| self.cell(*at, None))
    }

    /// A cell, or the part of it that says something.
    fn cell(&self, (row, column): At, part: Option<&str>) -> Spot {
        let address = self.grid.address(row, column);
        let Some(cell) = self.grid.cell(row, column) else { return self.whole() };
        let shown = self.grid.shown.text().get(cell.span.clone()).unwrap_or_default();
        let part = part.filter(|part| !part.is_empty());
        let found = part.and_then(|part| Some((shown.find(part)?, part.len())));
        let span = found.map_or(cell.span.clone(), |(at, length)| {
            cell.span.start + at..cell.span.start + at + length
        });
        Spot { span, address }
    }

    /// Its first row, by the first cell.
    fn whole(&self) -> Spot {
        let first = self.grid.cell(self.row, 0).map(|cell| cell.span.clone());
        let row = || self.grid.rows.get(self.row).map_or(0..0, |row| row.span.clone());
        let span = first.filter(|span| !span.is_empty()).unwrap_or_else(row);
        Spot { span, address: self.grid.address(self.row, 0) }
    }
}
