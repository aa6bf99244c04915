//! JSON, version 1. Its structures are its own, so that a change inside never changes what other
//! programs read; keys are only ever added within a version.

use std::io::{self, Write};

use serde::Serialize;

use super::safe_json::{List, set_in};
use super::{Ending, FileReport, Reporter, State, Threshold};
use crate::baseline::Entry;
use crate::finding::Coverage;
use crate::finding::{Finding, Fix, Unresolved};
use crate::source::{SourceFile, Span};

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
    baselined: usize,
}

#[derive(Serialize)]
struct File {
    path: String,
    kind: Option<String>,
    findings: Vec<Item>,
    unresolved: Vec<Silent>,
    /// By which regulations it was judged; absent where the text could not be.
    coverage: Option<Covered>,
}

/// By which regulations a draft was judged.
#[derive(Serialize)]
struct Covered {
    regulations: Vec<Regulated>,
    /// Why there are none.
    reason: Option<String>,
}

/// How much of a regulation was judged, in provisions.
#[derive(Serialize)]
struct Regulated {
    pack: String,
    name: String,
    judged: usize,
    undecided: usize,
    unchecked: Option<usize>,
}

/// Where a rule declined to judge; empty unless that was asked for.
#[derive(Serialize)]
struct Silent {
    rule: String,
    reason: String,
    path: String,
    location: Location,
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
    /// The change that `--fix` or `--unsafe-fixes` would make.
    fix: Option<Mending>,
    /// The reason that the draft gives, when it excepts this finding.
    excepted: Option<String>,
    /// Whether a baseline knows it already.
    baselined: bool,
}

/// An entry of the baseline whose finding is gone.
#[derive(Serialize)]
struct Stale {
    path: String,
    rule: String,
    field: String,
}

#[derive(Serialize)]
struct Note {
    message: String,
    location: Location,
}

/// A change: all of its edits, or none.
#[derive(Serialize)]
struct Mending {
    safe: bool,
    edits: Vec<Edit>,
}

#[derive(Serialize)]
struct Edit {
    location: Location,
    text: String,
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

/// The report. Its keys are `schema_version`, `tool`, `files`, `stale_baseline`, `failures` and
/// `summary`, in this order.
pub(super) struct Json {
    files: List,
}

impl Json {
    pub(super) fn new(_: Threshold) -> Self {
        Self { files: List::at(1) }
    }
}

impl Reporter for Json {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let tool = Tool { name: "naskah", version: env!("CARGO_PKG_VERSION") };
        write!(out, "{{\n  \"schema_version\": 1,\n  \"tool\": {},\n", set_in(&tool, 1)?)?;
        write!(out, "  \"files\": ")?;
        self.files.begin(out)
    }

    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        self.files.member(out, &self::file(file))
    }

    fn end(&mut self, ending: &Ending, out: &mut dyn Write) -> io::Result<()> {
        self.files.end(out)?;
        let stale: Vec<Stale> = ending.stale.iter().map(stale).collect();
        writeln!(out, ",\n  \"stale_baseline\": {},", set_in(&stale, 1)?)?;
        writeln!(out, "  \"failures\": {},", set_in(&ending.failures, 1)?)?;
        writeln!(out, "  \"summary\": {}\n}}", set_in(&Counts::of(ending), 1)?)
    }
}

impl Counts {
    fn of(ending: &Ending) -> Self {
        let counts = ending.summary;
        Self {
            files: counts.files,
            errors: counts.errors,
            warnings: counts.warnings,
            infos: counts.infos,
            excepted: counts.excepted,
            baselined: counts.baselined,
        }
    }
}

fn file(report: &FileReport) -> File {
    let findings = report.all().map(|(finding, state)| item(&report.source, finding, state));
    File {
        path: report.source.name().to_owned(),
        kind: report.kind.clone(),
        findings: findings.collect(),
        unresolved: report.unresolved.iter().map(|one| silent(&report.source, one)).collect(),
        coverage: report.coverage.as_ref().map(covered),
    }
}

fn covered(coverage: &Coverage) -> Covered {
    let regulations = coverage.regulations.iter().map(|one| Regulated {
        pack: one.pack.clone(),
        name: one.short.clone(),
        judged: one.judged,
        undecided: one.undecided,
        unchecked: one.unchecked,
    });
    Covered { regulations: regulations.collect(), reason: coverage.reason.clone() }
}

fn silent(source: &SourceFile, one: &Unresolved) -> Silent {
    Silent {
        rule: one.rule.to_string(),
        reason: one.reason.clone(),
        path: one.path.to_string(),
        location: location(source, &one.span),
    }
}

fn stale(entry: &Entry) -> Stale {
    let Entry { path, rule, field, .. } = entry.clone();
    Stale { path, rule, field }
}

fn item(source: &SourceFile, finding: &Finding, state: State<'_>) -> Item {
    let excepted = match state {
        State::Excepted(reason) => Some(reason.to_owned()),
        _ => None,
    };
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
        fix: finding.fix.as_ref().map(|fix| mending(source, fix)),
        excepted,
        baselined: matches!(state, State::Baselined),
    }
}

fn mending(source: &SourceFile, fix: &Fix) -> Mending {
    let edit = |(span, text): &(Span, String)| Edit {
        location: location(source, span),
        text: text.clone(),
    };
    Mending { safe: fix.safe, edits: fix.edits.iter().map(edit).collect() }
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
