//! Spreadsheets: rows of a file become drafts, and what is found in a draft is placed in its row.
//!
//! A row is written as a draft of its kind, with a note of which cell each value came from. The draft
//! goes the way of every other; nobody ever sees it, since findings are told at the cells.

mod cell;
mod columns;
mod delimited;
mod draft;
mod fault;
mod form;
mod grid;
mod hidden;
mod pick;
mod records;
mod trace;
mod tree;
mod workbook;

pub(crate) use columns::spelt;
#[cfg(feature = "render")]
pub(crate) use columns::{known_names, table};
pub(crate) use draft::{Drafts, Wanted};
pub use fault::{CellFault, SheetFault};
pub(crate) use form::workbook as form;
pub(crate) use grid::Grid;
pub(crate) use trace::Trace;
