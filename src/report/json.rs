//! JSON, version 1. Its structures are its own, so that a change inside never changes what other
//! programs read; keys are only ever added within a version.

use std::io::{self, Write};

use serde::Serialize;

use super::{FileReport, Reporter, Summary};
use crate::finding::Finding;
use crate::source::{SourceFile, Span};

#[derive(Default)]
pub(super) struct Json {
    files: Vec<File>,
}

#[derive(Serialize)]
struct Report<'a> {
    schema_version: u32,
    tool: Tool,
    files: &'a [File],
    summary: Counts,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Counts {
    files: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
    excepted: usize,
}

#[derive(Serialize)]
struct File {
    path: String,
    kind: Option<String>,
    findings: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    rule: String,
    level: &'static str,
    message: String,
    help: Option<String>,
    insert: Option<String>,
    citation: Option<String>,
    house_style: bool,
    path: String,
    location: Location,
    related: Vec<Note>,
    /// The reason that the draft gives, when it excepts this finding.
    excepted: Option<String>,
}

#[derive(Serialize)]
struct Note {
    message: String,
    location: Location,
}

/// Lines and columns from 1, columns in characters, the end one past the last; offsets in bytes.
#[derive(Serialize)]
struct Location {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: usize,
    end: usize,
}

impl Reporter for Json {
    fn file(&mut self, report: &FileReport, _: &mut dyn Write) -> io::Result<()> {
        let item =
            |finding: &Finding, reason: Option<&String>| item(&report.source, finding, reason);
        let found = report.findings.iter().map(|finding| item(finding, None));
        let excepted = report.excepted.iter().map(|(finding, reason)| item(finding, Some(reason)));
        self.files.push(File {
            path: report.source.name().to_owned(),
            kind: report.kind.clone(),
            findings: found.chain(excepted).collect(),
        });
        Ok(())
    }

    fn finish(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        let report = Report {
            schema_version: 1,
            tool: Tool { name: "naskah", version: env!("CARGO_PKG_VERSION") },
            files: &self.files,
            summary: Counts {
                files: summary.files,
                errors: summary.errors,
                warnings: summary.warnings,
                infos: summary.infos,
                excepted: summary.excepted,
            },
        };
        serde_json::to_writer_pretty(&mut *out, &report)?;
        writeln!(out)
    }
}

fn item(source: &SourceFile, finding: &Finding, reason: Option<&String>) -> Item {
    Item {
        rule: finding.rule.to_string(),
        level: finding.level.code(),
        message: finding.message.clone(),
        help: finding.help.clone(),
        insert: finding.insert.clone(),
        citation: finding.citation.clone(),
        house_style: finding.house_style,
        path: finding.path.to_string(),
        location: location(source, &finding.span),
        related: finding
            .related
            .iter()
            .map(|note| Note { message: note.note.clone(), location: location(source, &note.span) })
            .collect(),
        excepted: reason.cloned(),
    }
}

fn location(source: &SourceFile, span: &Span) -> Location {
    let (start, end) = (source.line_column(span.start), source.line_column(span.end));
    Location {
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        start: span.start,
        end: span.end,
    }
}
