//! Workflow commands of GitHub Actions, escaped as actions/toolkit does
//! (`packages/core/src/command.ts`). GitHub shows ten annotations of a level for a step and its log
//! leaves out their places, so what is beyond ten is printed as plain lines with the place.

use std::io::{self, Write};

use super::concise;
use super::{Ending, FileReport, Reporter, Threshold, one_line, stale_line, told};
use crate::finding::{Finding, Level};

/// What GitHub shows of one level for one step.
const SHOWN: usize = 10;

/// The report: lines of each level, errors first.
#[derive(Default)]
pub(super) struct Github {
    errors: Vec<String>,
    warnings: Vec<String>,
    infos: Vec<String>,
}

impl Github {
    pub(super) fn new(_: Threshold) -> Self {
        Self::default()
    }

    fn lines(&mut self, level: Level) -> &mut Vec<String> {
        match level {
            Level::Error => &mut self.errors,
            Level::Warning => &mut self.warnings,
            Level::Info => &mut self.infos,
        }
    }
}

impl Reporter for Github {
    fn file(&mut self, file: &FileReport, _: &mut dyn Write) -> io::Result<()> {
        for (file, finding) in file.open() {
            let lines = self.lines(finding.level);
            let annotated = lines.len() < SHOWN;
            lines.push(if annotated {
                command(file, finding)
            } else {
                concise::line(file, finding)
            });
        }
        Ok(())
    }

    fn end(&mut self, ending: &Ending, out: &mut dyn Write) -> io::Result<()> {
        for line in self.errors.iter().chain(&self.warnings).chain(&self.infos) {
            writeln!(out, "{line}")?;
        }
        for entry in &ending.stale {
            writeln!(out, "{}", stale_line(entry, ending.language))?;
        }
        writeln!(out, "{}", ending.summary.line(ending.language))
    }
}

fn command(file: &FileReport, finding: &Finding) -> String {
    let name = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "notice",
    };
    let start = file.source.line_column(finding.span.start);
    let end = file.source.line_column(finding.span.end);
    // With columns on different lines GitHub drops the annotation (astral-sh/ruff#22074).
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    format!(
        "::{name} file={},line={},endLine={}{columns},title={}::{}",
        property(&file.place),
        start.line,
        end.line,
        property(&finding.rule.to_string()),
        data(&told(finding, file.language)),
    )
}

/// A message: `%` first, then what would end the command.
fn data(text: &str) -> String {
    let text = one_line(text).replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// A property: also what separates properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_and_messages_are_escaped() {
        assert_eq!(property("a,b:c%\nd"), "a%2Cb%3Ac%25 d");
        assert_eq!(data("100% ##[add-mask]x ::error::"), "100%25 ##(add-mask]x ::error::");
    }
}
