//! `--statistics`: how often each rule found something.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::finding::{Level, RuleId};
use crate::report::{FileReport, Summary};
use crate::words::Language;

/// How often each rule found something, by its level.
#[derive(Debug, Default)]
pub(super) struct Statistics(BTreeMap<(RuleId, Level), usize>);

impl Statistics {
    /// Counts one more draft.
    pub(super) fn add(&mut self, report: &FileReport) {
        for finding in &report.findings {
            *self.0.entry((finding.rule.clone(), finding.level)).or_default() += 1;
        }
    }

    /// Rules by the number of their findings, most first.
    pub(super) fn text(&self, summary: &Summary, language: Language) -> String {
        let mut counts: Vec<_> = self.0.iter().collect();
        // Stable: rules found equally often keep their order by name.
        counts.sort_by_key(|(_, count)| Reverse(**count));
        let mut out = String::new();
        for ((rule, level), count) in counts {
            let _ = writeln!(out, "{count:>6}  {:10}  {rule}", level.word(language));
        }
        let _ = writeln!(out, "{}", summary.line(language));
        out
    }
}
