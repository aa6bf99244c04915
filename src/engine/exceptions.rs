//! Exceptions that a draft makes itself: which findings they take, and what is wrong with them.

use std::collections::BTreeMap;

use crate::draft::Draft;
use crate::finding::{Builtin, Fault, Finding, Hit, Place, RuleId};
use crate::rule::Registry;
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// Findings after the exceptions of their draft.
#[derive(Default)]
pub(super) struct Excepted {
    /// Those that stand, in their order.
    pub(crate) left: Vec<Finding>,
    /// Those that an exception takes, each with its reason.
    pub(crate) taken: Vec<(Finding, String)>,
    /// Exceptions without a reason, of no known rule, and those that nothing needs.
    pub(crate) faults: Vec<Fault>,
}

/// Takes off what a draft excepts.
pub(super) fn apply(findings: Vec<Finding>, draft: &Draft<'_>, registry: &Registry) -> Excepted {
    let list = FieldPath::root().key("pengecualian");
    let entries = draft.at(&list).map_or(&[][..], Node::members);
    if entries.is_empty() {
        return Excepted { left: findings, ..Excepted::default() };
    }
    let mut pool = Pool::new(findings, draft.is_final());
    let mut excepted = Excepted::default();
    for (index, entry) in entries.iter().enumerate() {
        match pool.take(entry, registry) {
            Ok(taken) => excepted.taken.extend(taken),
            Err(defect) => {
                let hit = Hit::at(Place::value(list.index(index).key("aturan")));
                excepted.faults.push((defect, hit.word("kode", rule_name(entry))));
            }
        }
    }
    excepted.left = pool.left();
    excepted
}

/// The rule that an exception names.
fn rule_name(entry: &Node) -> &str {
    entry.get("aturan").and_then(Node::str).unwrap_or_default()
}

/// The findings of each rule, with their places in the whole. An exception takes all of its rule, and
/// a second one finds none left.
struct Pool {
    by_rule: BTreeMap<RuleId, Vec<(usize, Finding)>>,
    /// Whether the draft says that it is finished.
    finished: bool,
}

impl Pool {
    fn new(findings: Vec<Finding>, finished: bool) -> Self {
        let mut by_rule: BTreeMap<RuleId, Vec<(usize, Finding)>> = BTreeMap::new();
        for (at, one) in findings.into_iter().enumerate() {
            by_rule.entry(one.rule.clone()).or_default().push((at, one));
        }
        Self { by_rule, finished }
    }

    fn take(
        &mut self,
        entry: &Node,
        registry: &Registry,
    ) -> Result<Vec<(Finding, String)>, Builtin> {
        let reason = entry.get("alasan").filter(|node| !node.is_empty());
        let reason = reason.ok_or(Builtin::ExceptionWithoutReason)?;
        let rule = registry.rule(rule_name(entry)).ok_or(Builtin::RuleUnknown)?;
        if Builtin::named(&rule.id).is_some_and(|one| one.always_stands(self.finished)) {
            return Err(Builtin::ExceptionForbidden);
        }
        let taken = self.by_rule.remove(&rule.id).ok_or(Builtin::ExceptionUnused)?;
        let words = reason.members().iter().filter_map(Node::str).collect::<Vec<_>>().join(" ");
        Ok(taken.into_iter().map(|(_, finding)| (finding, words.clone())).collect())
    }

    fn left(self) -> Vec<Finding> {
        let mut left: Vec<(usize, Finding)> = self.by_rule.into_values().flatten().collect();
        left.sort_by_key(|(at, _)| *at);
        left.into_iter().map(|(_, finding)| finding).collect()
    }
}
