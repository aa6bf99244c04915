//! JSON Lines, version 1: a line a finding, each complete in itself; the last line has the counts.
//! For `grep`, `jq` and databases.

use std::io::{self, Write};

use serde::Serialize;

use super::safe_json::line;
use super::{Ending, FileReport, Reporter, State, Threshold};
use crate::finding::{Finding, Unresolved};

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line<'a> {
    Finding(Item<'a>),
    Unresolved(Silent<'a>),
    Stale { schema_version: u32, path: &'a str, rule: &'a str, field: &'a str },
    Failure { schema_version: u32, message: &'a str },
    Summary(Counts),
}

#[derive(Serialize)]
struct Item<'a> {
    schema_version: u32,
    path: &'a str,
    kind: Option<&'a str>,
    rule: String,
    level: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    citation: Option<&'a str>,
    field: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// open, excepted or baselined.
    state: &'static str,
    reason: Option<&'a str>,
}

/// Where a rule declined to judge.
#[derive(Serialize)]
struct Silent<'a> {
    schema_version: u32,
    path: &'a str,
    rule: String,
    reason: &'a str,
    field: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Counts {
    schema_version: u32,
    files: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
    excepted: usize,
    baselined: usize,
}

/// The report.
pub(super) struct Jsonl;

impl Jsonl {
    pub(super) fn new(_: Threshold) -> Self {
        Self
    }
}

impl Reporter for Jsonl {
    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        for (finding, state) in file.all() {
            line(out, &Line::Finding(item(file, finding, state)))?;
        }
        for one in &file.unresolved {
            line(out, &Line::Unresolved(silent(file, one)))?;
        }
        Ok(())
    }

    fn end(&mut self, ending: &Ending, out: &mut dyn Write) -> io::Result<()> {
        let schema_version = 1;
        for entry in &ending.stale {
            let (path, rule, field) = (&entry.path, &entry.rule, &entry.field);
            line(out, &Line::Stale { schema_version, path, rule, field })?;
        }
        for message in &ending.failures {
            line(out, &Line::Failure { schema_version, message })?;
        }
        line(out, &Line::Summary(Counts::of(ending)))
    }
}

impl Counts {
    fn of(ending: &Ending) -> Self {
        let counts = ending.summary;
        Self {
            schema_version: 1,
            files: counts.files,
            errors: counts.errors,
            warnings: counts.warnings,
            infos: counts.infos,
            excepted: counts.excepted,
            baselined: counts.baselined,
        }
    }
}

fn silent<'a>(file: &'a FileReport, one: &'a Unresolved) -> Silent<'a> {
    let start = file.source.line_column(one.span.start);
    let end = file.source.line_column(one.span.end);
    Silent {
        schema_version: 1,
        path: file.source.name(),
        rule: one.rule.to_string(),
        reason: &one.reason,
        field: one.path.to_string(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

fn item<'a>(file: &'a FileReport, finding: &'a Finding, state: State<'a>) -> Item<'a> {
    let start = file.source.line_column(finding.span.start);
    let end = file.source.line_column(finding.span.end);
    let (state, reason) = match state {
        State::Open => ("open", None),
        State::Excepted(reason) => ("excepted", Some(reason)),
        State::Baselined => ("baselined", None),
    };
    Item {
        schema_version: 1,
        path: file.source.name(),
        kind: file.kind.as_deref(),
        rule: finding.rule.to_string(),
        level: finding.level.code(),
        message: &finding.message,
        help: finding.help.as_deref(),
        citation: finding.citation.as_deref(),
        field: finding.path.to_string(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        state,
        reason,
    }
}
