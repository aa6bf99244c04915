//! `--statistics`: how often each rule found something.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::finding::{Level, RuleId};
use crate::report::Run;

/// Rules by the number of their findings, most first.
pub(super) fn text(run: &Run<'_>) -> String {
    let mut counts: BTreeMap<(&RuleId, Level), usize> = BTreeMap::new();
    for finding in run.files.iter().flat_map(|report| &report.findings) {
        *counts.entry((&finding.rule, finding.level)).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    // Stable: rules found equally often keep their order by name.
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut out = String::new();
    for ((rule, level), count) in counts {
        let _ = writeln!(out, "{count:>6}  {:10}  {rule}", level.word());
    }
    let _ = writeln!(out, "{}", run.summary().line());
    out
}
