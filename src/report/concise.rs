//! One line a finding: `berkas:baris:kolom: galat[aturan] pesan (dasar)`.

use std::io::{self, Write};

use super::{FileReport, Run, one_line};
use crate::finding::Finding;

pub(super) fn write(run: &Run<'_>, out: &mut dyn Write) -> io::Result<()> {
    run.open().try_for_each(|(file, finding)| writeln!(out, "{}", line(file, finding)))
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
        finding.level.word(),
        finding.rule,
        finding.message,
    ))
}
