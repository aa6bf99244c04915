//! Which findings stand: rules that take part, levels that an office sets, exceptions that its
//! configuration makes.

use std::collections::BTreeSet;

use super::{Settings, Text};
use crate::config::{Exception, glob, names, selects};
use crate::draft::Draft;
use crate::engine::Checked;
use crate::finding::{Builtin, Finding, RuleId, Unresolved};

/// Which rules take part, by their names, those of their packs, or the beginning of either.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these; all when there are none.
    pub select: Vec<String>,
    /// Not these, whatever `select` says.
    pub ignore: Vec<String>,
}

impl Selection {
    /// Whether a rule takes part.
    pub fn wants(&self, rule: &RuleId) -> bool {
        let among = |words: &[String]| words.iter().any(|word| selects(word, rule));
        (self.select.is_empty() || among(&self.select)) && !among(&self.ignore)
    }

    /// Whether every rule takes part.
    pub fn is_everything(&self) -> bool {
        self.select.is_empty() && self.ignore.is_empty()
    }

    /// Every word, with whether it was to be ignored.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, bool)> {
        let select = self.select.iter().map(|word| (word.as_str(), false));
        select.chain(self.ignore.iter().map(|word| (word.as_str(), true)))
    }
}

/// An exception of a configuration that took a finding: the settings and the exception in them, by
/// their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UsedException {
    pub(super) settings: usize,
    pub(super) exception: usize,
}

/// The exceptions of a set of configurations that took a finding.
pub type UsedExceptions = BTreeSet<UsedException>;

/// Whether a finding says that something of the draft was not read.
fn always_stands(finding: &Finding, finished: bool) -> bool {
    Builtin::named(&finding.rule).is_some_and(|one| one.always_stands(finished))
}

impl Settings {
    /// Leaves of what was found in a text what these settings let stand. Returns which exceptions of
    /// the configuration took something.
    pub(super) fn settle(&self, text: &Text, checked: &mut Checked<'_>) -> UsedExceptions {
        let mut used = UsedExceptions::new();
        let place = self.place(text);
        let finished = checked.draft.as_ref().is_some_and(Draft::is_final);
        for mut finding in std::mem::take(&mut checked.findings) {
            let level = self.config().level(&finding.rule);
            if always_stands(&finding, finished) {
                // An office may take it more seriously, never less.
                let graver = level.flatten().map(|level| level.max(finding.level));
                finding.level = graver.unwrap_or(finding.level);
                checked.findings.push(finding);
                continue;
            }
            if !self.rules.wants(&finding.rule) || level == Some(None) {
                continue;
            }
            finding.level = level.flatten().unwrap_or(finding.level);
            match place.as_deref().and_then(|place| self.exception(&finding, place)) {
                Some((at, exception)) => {
                    used.insert(UsedException { settings: self.number, exception: at });
                    checked.excepted.push((finding, exception.reason.clone()));
                }
                None => checked.findings.push(finding),
            }
        }
        used
    }

    /// Whether a place where a rule declines to judge is to be said.
    pub(super) fn wants_unresolved(&self, one: &Unresolved) -> bool {
        self.rules.wants(&one.rule) && self.config().level(&one.rule) != Some(None)
    }

    /// Where a text lies for exceptions: only they ask, and it costs questions to the disk.
    fn place(&self, text: &Text) -> Option<String> {
        let own = self.configuration.as_deref().filter(|own| !own.config.exceptions.is_empty())?;
        own.place(text.file.as_deref()?)
    }

    fn exception(&self, finding: &Finding, place: &str) -> Option<(usize, &Exception)> {
        let fits =
            |one: &Exception| names(&one.rule.text, &finding.rule) && glob::fits(&one.files, place);
        self.config().exceptions.iter().enumerate().find(|(_, one)| fits(one))
    }
}
