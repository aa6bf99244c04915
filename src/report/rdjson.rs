//! Reviewdog Diagnostic Format (`proto/rdf/reviewdog.proto` of reviewdog): columns count bytes of
//! UTF-8 from 1, the end is exclusive. Findings that do not count are left out.

use std::io::{self, Write};

use serde::Serialize;

use super::{Ending, FileReport, Reporter, Threshold, safe_json, told};
use crate::finding::{Finding, Level};
use crate::source::Span;

#[derive(Serialize)]
struct DiagnosticResult {
    source: Source,
    severity: &'static str,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Serialize)]
struct Diagnostic {
    message: String,
    location: Location,
    severity: &'static str,
    code: Code,
    /// reviewdog offers each to the author as a suggested change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Location {
    path: String,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Code {
    value: String,
}

/// The report: the gravest severity stands before the diagnostics.
#[derive(Default)]
pub(super) struct Rdjson {
    gravest: Option<Level>,
    diagnostics: Vec<Diagnostic>,
}

impl Rdjson {
    pub(super) fn new(_: Threshold) -> Self {
        Self::default()
    }
}

impl Reporter for Rdjson {
    fn file(&mut self, file: &FileReport, _: &mut dyn Write) -> io::Result<()> {
        for (file, finding) in file.open() {
            self.gravest = self.gravest.max(Some(finding.level));
            self.diagnostics.push(diagnostic(file, finding));
        }
        Ok(())
    }

    fn end(&mut self, _: &Ending, out: &mut dyn Write) -> io::Result<()> {
        let result = DiagnosticResult {
            source: Source { name: "naskah" },
            severity: self.gravest.map_or("UNKNOWN_SEVERITY", severity),
            diagnostics: std::mem::take(&mut self.diagnostics),
        };
        safe_json::pretty(out, &result)
    }
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "ERROR",
        Level::Warning => "WARNING",
        Level::Info => "INFO",
    }
}

fn diagnostic(file: &FileReport, finding: &Finding) -> Diagnostic {
    let position = |byte: usize| {
        let at = file.source.line_byte_column(byte);
        Position { line: at.line, column: at.column }
    };
    let range = |span: &Span| Range { start: position(span.start), end: position(span.end) };
    // Suggestions are taken one by one; a change of several places is no sum of suggestions.
    let single = finding.fix.iter().filter(|fix| fix.safe && fix.edits.len() == 1);
    let suggestions = single
        .flat_map(|fix| &fix.edits)
        .map(|(span, text)| Suggestion { range: range(span), text: text.clone() });
    Diagnostic {
        message: told(finding, file.language),
        location: Location { path: file.place.clone(), range: range(&finding.span) },
        severity: severity(finding.level),
        code: Code { value: finding.rule.to_string() },
        suggestions: suggestions.collect(),
    }
}
