//! SARIF 2.1.0 (OASIS), with what GitHub Code Scanning reads of it and within its limits
//! (github/docs, "SARIF support for code scanning"): rules with help, stable fingerprints, and
//! findings that do not count kept as suppressed.

mod log;
mod text;

use std::collections::HashMap;
use std::io::{self, Write};

use log::{
    ArtifactChange, ArtifactLocation, Driver, Invocation, Level, Location, Log, LogicalLocation,
    Notification, PartialFingerprints, Physical, Region, Replacement, SarifFix, SarifResult,
    SarifRun, Suppression, Text, Tool,
};

use super::{Ending, FileReport, Reporter, RuleInfo, State, identity, safe_json, stale_line, told};
use crate::finding::{Finding, Fix};
use crate::fingerprint::Fingerprint;
use crate::source::Span;
use crate::words::{Language, report};

/// GitHub refuses a run with more results.
const RESULTS: usize = 25_000;
/// GitHub shows so many places of one result.
const RELATED: usize = 100;

/// The report: the rules stand before the results.
#[derive(Default)]
pub(super) struct Sarif {
    results: Vec<SarifResult>,
}

impl Sarif {
    pub(super) fn new(_: super::Threshold) -> Self {
        Self::default()
    }

    /// Numbers the rules of the results, and leaves as many as GitHub takes; returns how many go.
    fn settle(&mut self, rules: &[RuleInfo]) -> usize {
        let numbers: HashMap<String, usize> =
            rules.iter().enumerate().map(|(at, rule)| (rule.id.to_string(), at)).collect();
        for result in &mut self.results {
            result.rule_index = numbers.get(&result.rule_id).copied();
        }
        let dropped = self.results.len().saturating_sub(RESULTS);
        if dropped > 0 {
            // Stable: what counts first, then the gravest, in the order of the drafts.
            self.results.sort_by_key(|result| (!result.suppressions.is_empty(), result.level));
            self.results.truncate(RESULTS);
        }
        dropped
    }
}

impl Reporter for Sarif {
    fn file(&mut self, file: &FileReport, _: &mut dyn Write) -> io::Result<()> {
        let mut seen = HashMap::new();
        let results = file.all().map(|(one, state)| result(file, one, state, &mut seen));
        self.results.extend(results);
        Ok(())
    }

    fn end(&mut self, ending: &Ending, out: &mut dyn Write) -> io::Result<()> {
        let dropped = self.settle(&ending.rules);
        let rules = ending.rules.iter().map(|rule| text::rule(rule, ending.language)).collect();
        let log = Log::of(SarifRun {
            tool: Tool { driver: Driver::of(rules, ending.language) },
            invocations: [Invocation {
                execution_successful: ending.failures.is_empty(),
                tool_execution_notifications: notifications(ending, dropped),
            }],
            column_kind: "unicodeCodePoints",
            results: std::mem::take(&mut self.results),
        });
        safe_json::pretty(out, &log)
    }
}

fn notifications(ending: &Ending, dropped: usize) -> Vec<Notification> {
    let said = |level, text: &str| Notification { level, message: Text::of(text::literal(text)) };
    let failures = ending.failures.iter().map(|failure| said(Level::Error, failure));
    let stale =
        ending.stale.iter().map(|entry| said(Level::Note, &stale_line(entry, ending.language)));
    let cut = report::sarif_limit(dropped, RESULTS).text(ending.language);
    let cut = (dropped > 0).then(|| said(Level::Warning, &cut));
    failures.chain(stale).chain(cut).collect()
}

/// A result whose rule has no number yet.
fn result(
    file: &FileReport,
    finding: &Finding,
    state: State<'_>,
    seen: &mut HashMap<Fingerprint, usize>,
) -> SarifResult {
    let related = finding.related.iter().take(RELATED).enumerate().map(|(at, note)| Location {
        id: Some(at + 1),
        physical_location: physical(file, &note.span),
        logical_locations: Vec::new(),
        message: Some(Text::of(text::literal(&note.note))),
    });
    SarifResult {
        rule_id: finding.rule.to_string(),
        rule_index: None,
        level: finding.level.into(),
        message: Text::of(text::literal(&told(finding, file.language))),
        locations: [Location {
            id: None,
            physical_location: physical(file, &finding.span),
            logical_locations: field(finding),
            message: None,
        }],
        related_locations: related.collect(),
        partial_fingerprints: fingerprint(finding, seen),
        fixes: finding.fix.iter().map(|fix| mending(file, fix)).collect(),
        suppressions: suppression(state, file.language).into_iter().collect(),
    }
}

fn field(finding: &Finding) -> Vec<LogicalLocation> {
    let name = finding.path.to_string();
    let named = (!name.is_empty()).then_some(LogicalLocation { fully_qualified_name: name });
    named.into_iter().collect()
}

fn physical(file: &FileReport, span: &Span) -> Physical {
    Physical {
        artifact_location: ArtifactLocation { uri: text::uri(&file.place) },
        region: region(file, span),
    }
}

fn region(file: &FileReport, span: &Span) -> Region {
    let (start, end) = (file.source.line_column(span.start), file.source.line_column(span.end));
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

/// The change that mends a finding. Its text is the draft's own and goes into the draft alone, so
/// that it stays as it is.
fn mending(file: &FileReport, fix: &Fix) -> SarifFix {
    let replacements = fix.edits.iter().map(|(span, text)| Replacement {
        deleted_region: region(file, span),
        inserted_content: Text::of(text.clone()),
    });
    let description = if fix.safe { report::fix_safe() } else { report::fix_unsafe() };
    SarifFix {
        description: Text::of(description.text(file.language)),
        artifact_changes: [ArtifactChange {
            artifact_location: ArtifactLocation { uri: text::uri(&file.place) },
            replacements: replacements.collect(),
        }],
    }
}

/// The form that GitHub's own action writes, `hash:count`; the hash knows no line, so an edit
/// elsewhere in the draft changes nothing.
fn fingerprint(finding: &Finding, seen: &mut HashMap<Fingerprint, usize>) -> PartialFingerprints {
    let hash = identity(finding);
    let count = seen.entry(hash).or_default();
    *count += 1;
    PartialFingerprints { primary_location_line_hash: format!("{hash}:{count}") }
}

fn suppression(state: State<'_>, language: Language) -> Option<Suppression> {
    let (kind, justification) = match state {
        State::Open => return None,
        State::Excepted(reason) => ("inSource", text::shown(reason)),
        State::Baselined => ("external", report::in_baseline().text(language)),
    };
    Some(Suppression { kind, status: "accepted", justification })
}
