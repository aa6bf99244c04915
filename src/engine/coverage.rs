//! By which regulations a draft was judged, and how much of them: what a report says beside what it
//! found, so that no silence is taken for approval.

use std::collections::BTreeSet;

use crate::draft::Draft;
use crate::finding::{Coverage, Regulation};
use crate::rule::judging::{Governing, governing};
use crate::rule::pack::Nature;
use crate::rule::{Pack, Registry, Rule, Scope};
use crate::words::{self, Language, Phrase};

/// Puts the coverage of a draft together while it is judged.
#[derive(Debug, Default)]
pub(super) struct Record {
    regulations: Vec<Regulation>,
    /// A regulation of which no rule is known.
    empty: Option<String>,
    /// Whether a regulation was asked at all.
    asked: bool,
}

impl Record {
    /// Takes down what a pack had to say of a draft, rule by rule, each with whether it judges.
    pub(super) fn add(&mut self, pack: &Pack, rules: &[(&Rule, bool)], scope: &Scope<'_>) {
        if pack.nature != Nature::Peraturan {
            return;
        }
        self.asked = true;
        if pack.rules.is_empty() {
            self.empty = Some(pack.short.clone());
        }
        let (mut judged, mut undecided) = (BTreeSet::new(), BTreeSet::new());
        for (rule, judges) in rules.iter().filter(|(rule, _)| rule.enforces) {
            let Some(clause) = rule.clause.as_deref() else { continue };
            match standing(rule, *judges, scope) {
                Some(true) => judged.insert(clause),
                Some(false) => undecided.insert(clause),
                None => continue,
            };
        }
        judged.retain(|clause| !undecided.contains(clause));
        if judged.is_empty() && undecided.is_empty() {
            return;
        }
        self.regulations.push(Regulation {
            pack: pack.id.clone(),
            short: pack.short.clone(),
            judged: judged.len(),
            undecided: undecided.len(),
            unchecked: pack.unchecked(),
        });
    }

    /// The coverage of a draft that every pack has been asked about.
    pub(super) fn finish(self, registry: &Registry, draft: &Draft<'_>) -> Coverage {
        let Self { regulations, .. } = &self;
        let reason = regulations.is_empty().then(|| self.why_none(registry, draft));
        let reason = reason.map(|phrase| phrase.text(Language::from(draft.language())));
        Coverage { regulations: self.regulations, reason }
    }

    fn why_none(&self, registry: &Registry, draft: &Draft<'_>) -> Phrase {
        if let Some(short) = &self.empty {
            return words::coverage::no_rules(short);
        }
        match governing(registry, draft) {
            Governing::None { named } => words::coverage::none_governs(named),
            Governing::Of { .. } if !self.asked && !draft.named_packs().is_empty() => {
                words::coverage::only_style()
            }
            Governing::Of { named, .. } => words::coverage::no_such_kind(named),
            Governing::Unknown => words::coverage::unknown(),
        }
    }
}

/// Whether a rule judged a draft, or could not; `None` for one that does not concern it.
fn standing(rule: &Rule, judges: bool, scope: &Scope<'_>) -> Option<bool> {
    if judges {
        let concerns = rule.check.concerns(scope);
        return concerns.then(|| rule.check.silences(scope).is_empty());
    }
    rule.when.undecided(scope.draft).map(|_| false)
}
