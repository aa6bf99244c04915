//! Rows of a spreadsheet as drafts to be judged and printed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::find::{Candidate, Found, Origin};
use super::text::{read_bytes, read_file};
use super::{OpenError, ReadError, Session, Text};
use crate::draft::shape::nearest;
use crate::report::FileReport;
use crate::sheet::{Drafts, Grid, SheetFault, Wanted};
use crate::source::node::Node;
use crate::source::read;

/// A sheet, and what is made of it.
#[derive(Clone, Debug, Default)]
pub struct Data {
    /// Its file: CSV, TSV, JSONL, TOML, or a workbook.
    pub file: PathBuf,
    /// The kind of its drafts, unless the base says it.
    pub kind: Option<String>,
    /// A draft that each begins with.
    pub base: Option<PathBuf>,
    /// A file that says which field a column is, where its head does not.
    pub names: Option<PathBuf>,
    /// The sheet of a workbook, if not the first.
    pub sheet: Option<String>,
    /// The column of which equal values make one document.
    pub group: Option<String>,
    /// The rows that are taken: `3-8`.
    pub rows: Option<String>,
    /// What a row must say: `tahun = 2026`.
    pub condition: Option<String>,
}

/// Why a sheet makes no drafts.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// One of the files cannot be read.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// The settings that hold there cannot be used.
    #[error(transparent)]
    Unopened(#[from] OpenError),
    /// Something is wrong with the sheet, or with what was asked of it.
    #[error("{}: {source}", file.display())]
    Sheet {
        /// The file.
        file: PathBuf,
        /// What it is.
        source: SheetFault,
    },
}

/// A draft of a sheet.
#[derive(Clone, Debug)]
pub(super) struct RowDraft {
    drafts: Arc<Drafts>,
    at: usize,
    pub(super) file: PathBuf,
}

impl Session {
    /// The drafts that a sheet makes, in its order.
    ///
    /// # Errors
    /// A file that cannot be read, columns that are no fields, and what was asked for and is not there.
    pub fn find_rows(&self, data: &Data) -> Result<Found, DataError> {
        let fault = |source| DataError::Sheet { file: data.file.clone(), source };
        let base = data.base.as_deref().map(read_file).transpose()?;
        let names = data.names.as_deref().map(names).transpose()?.unwrap_or_default();
        let rows = data.rows.as_deref().map(str::parse).transpose().map_err(fault)?;
        let condition = data.condition.as_deref().map(str::parse).transpose().map_err(fault)?;
        let name = data.file.display().to_string();
        let grid =
            Grid::read(&name, read_bytes(&data.file)?, data.sheet.as_deref()).map_err(fault)?;
        let settings = self.settings(&Text::unsaved(&data.file, ""))?;
        let said = base.as_ref().map(|base| read::read(base.text()).0);
        let said = said.as_ref().and_then(|root| root.get("jenis")).and_then(Node::str);
        let kind = data.kind.as_deref().or(said).ok_or(SheetFault::NoKind).map_err(fault)?;
        let known = settings.catalog.get(kind).ok_or_else(|| {
            let meant = nearest(kind, settings.catalog.ids()).map(str::to_owned);
            let known = settings.catalog.ids().map(str::to_owned).collect();
            fault(SheetFault::UnknownKind { wanted: kind.to_owned(), meant, known })
        })?;
        let wanted = Wanted {
            base: base.as_ref(),
            names,
            group: data.group.as_deref(),
            rows: rows.as_ref(),
            condition: condition.as_ref(),
        };
        let drafts = Arc::new(Drafts::of(grid, known, &wanted).map_err(fault)?);
        let row =
            |at| Origin::Row(RowDraft { drafts: drafts.clone(), at, file: data.file.clone() });
        let candidates = (0..drafts.count()).map(|at| Candidate::of(row(at), at));
        let hidden = drafts.hidden();
        Ok(Found { candidates: candidates.collect(), hidden, ..Found::default() })
    }
}

impl RowDraft {
    pub(super) fn name(&self) -> String {
        self.drafts.name(self.at)
    }

    /// The number of its first row, as a spreadsheet counts.
    pub(super) fn row(&self) -> usize {
        self.drafts.row(self.at)
    }

    pub(super) fn text(&self) -> Result<Text, ReadError> {
        let name = self.file.display().to_string();
        let (text, trace) = self
            .drafts
            .draft(self.at)
            .map_err(|source| ReadError::Row { name: self.name(), source: Box::new(source) })?;
        Ok(Text { trace: Some(Arc::new(trace)), ..Text::unsaved(Path::new(&name), text) })
    }
}

/// What columns are called in a sheet: `"Nama Mitra" = "mitra"`, and nothing for one to pass over.
fn names(file: &Path) -> Result<BTreeMap<String, Option<String>>, DataError> {
    let source = read_file(file)?;
    let fault = |source| DataError::Sheet { file: file.to_owned(), source };
    let (root, faults) = read::read(source.text());
    if let Some(first) = faults.first() {
        let line = source.line_column(first.span.start).line;
        let place = format!("{}:{line}", source.name());
        return Err(fault(SheetFault::Broken { place, what: "TOML".to_owned() }));
    }
    let entries = root.table().map_or(&[][..], |table| &table.0).iter();
    let one = |key: &str, node: &Node| {
        let name = node.str().ok_or_else(|| SheetFault::Names {
            file: source.name().to_owned(),
            name: key.to_owned(),
        })?;
        Ok((crate::sheet::spelt(key), Some(name.to_owned()).filter(|name| !name.is_empty())))
    };
    entries.map(|entry| one(&entry.key, &entry.node).map_err(fault)).collect()
}

/// What is found in the draft of a row is told at its cells.
pub(super) fn placed(text: &Text, report: FileReport) -> FileReport {
    let Some(trace) = &text.trace else { return report };
    let mut report = FileReport { source: trace.shown().clone(), ..report };
    let draft = text.source.text();
    let excepted = report.excepted.iter_mut().map(|(finding, _)| finding);
    for finding in report.findings.iter_mut().chain(excepted) {
        let spot = trace.spot(&finding.path, &finding.span, draft);
        finding.span = spot.span;
        finding.message = format!("{}: {}", spot.address, finding.message);
        // Both are said in terms of a draft that nobody sees.
        (finding.fix, finding.insert) = (None, None);
        for related in &mut finding.related {
            related.span = trace.spot(&finding.path, &related.span, draft).span;
        }
    }
    report.findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
    for one in &mut report.unresolved {
        one.span = trace.spot(&one.path, &one.span, draft).span;
    }
    report
}
