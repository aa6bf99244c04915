//! One line a finding: `berkas:baris:kolom: galat[aturan] pesan (dasar)`.

use std::io::{self, Write};

use super::{Ending, FileReport, Reporter, Threshold, one_line};
use crate::finding::Finding;

/// The report.
pub(super) struct Concise;

impl Concise {
    pub(super) fn new(_: Threshold) -> Self {
        Self
    }
}

impl Reporter for Concise {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        file.open().try_for_each(|(file, finding)| writeln!(out, "{}", line(file, finding)))
    }

    fn end(&mut self, _: &Ending, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// The line of a finding.
pub(super) fn line(report: &FileReport, finding: &Finding) -> String {
    let at = report.source.line_column(finding.span.start);
    let basis = finding.citation.as_ref().map_or_else(String::new, |clause| format!(" ({clause})"));
    one_line(&format!(
        "{}:{}:{}: {}[{}] {}{basis}",
        report.source.name(),
        at.line,
        at.column,
        finding.level.word(report.language),
        finding.rule,
        finding.message,
    ))
}
