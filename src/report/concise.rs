//! One line a finding: `berkas:baris:kolom: galat[aturan] pesan (dasar)`.

use std::io::{self, Write};

use super::{FileReport, Reporter, Summary, one_line};

pub(super) struct Concise;

impl Reporter for Concise {
    fn file(&mut self, report: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        for finding in &report.findings {
            let at = report.source.line_column(finding.span.start);
            let line = format!(
                "{}:{}:{}: {}[{}] {}{}",
                report.source.name(),
                at.line,
                at.column,
                finding.level.word(),
                finding.rule,
                finding.message,
                finding.citation.as_ref().map_or_else(String::new, |clause| format!(" ({clause})")),
            );
            writeln!(out, "{}", one_line(&line))?;
        }
        Ok(())
    }

    fn finish(&mut self, _: &Summary, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
