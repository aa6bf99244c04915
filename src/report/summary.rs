//! Counts over all files.

use super::FileReport;
use crate::finding::Coverage;
use crate::finding::Level;
use crate::words::{Argument, Language, Phrase, level, report, run};

/// Counts over all files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Summary {
    /// Files checked.
    pub(crate) files: usize,
    /// Errors.
    pub(crate) errors: usize,
    /// Warnings.
    pub(crate) warnings: usize,
    /// Notes.
    pub(crate) infos: usize,
    /// Findings that drafts except.
    pub(crate) excepted: usize,
    /// Findings that a baseline knows already.
    pub(crate) baselined: usize,
    /// Files whose writers read Malay.
    pub(crate) malay: usize,
    /// Files that no regulation judged.
    pub(crate) unjudged: usize,
}

impl Summary {
    /// Counts files.
    pub(crate) fn of(files: &[&FileReport]) -> Self {
        let mut summary = Self::default();
        files.iter().for_each(|file| summary.add(file));
        summary
    }

    /// Counts one more file.
    pub(crate) fn add(&mut self, report: &FileReport) {
        self.files += 1;
        self.excepted += report.excepted.len();
        self.baselined += report.baselined.len();
        self.malay += usize::from(report.language == Language::Malay);
        let judged = |coverage: &Coverage| !coverage.regulations.is_empty();
        self.unjudged += usize::from(!report.coverage.as_ref().is_none_or(judged));
        for finding in &report.findings {
            match finding.level {
                Level::Error => self.errors += 1,
                Level::Warning => self.warnings += 1,
                Level::Info => self.infos += 1,
            }
        }
    }

    /// That nothing was found: no clean bill where no regulation judged.
    fn nothing_found(&self) -> Phrase {
        match self.unjudged {
            0 => report::nothing_found(),
            all if all == self.files => report::not_judged_by_any(),
            some => report::some_not_judged(some),
        }
    }

    /// How many findings there are at a level or above it.
    pub(crate) fn at_least(&self, level: Level) -> usize {
        match level {
            Level::Error => self.errors,
            Level::Warning => self.errors + self.warnings,
            Level::Info => self.errors + self.warnings + self.infos,
        }
    }

    /// The language for what is said of all files, where nobody chose one: that of files which have
    /// it in common.
    pub(crate) fn language(&self) -> Language {
        let common = self.malay > 0 && self.malay == self.files;
        if common { Language::Malay } else { Language::default() }
    }

    /// One line for people.
    pub(crate) fn line(&self, language: Language) -> String {
        // Of what nobody read nobody knows whether it is clean.
        if self.files == 0 {
            return run::nothing_checked().text(language);
        }
        let levels = [
            (self.errors, level::error()),
            (self.warnings, level::warning()),
            (self.infos, level::info()),
        ];
        let aside = [
            (self.excepted, report::counted_excepted()),
            (self.baselined, report::counted_baselined()),
        ];
        let found = listed(levels).unwrap_or_else(|| self.nothing_found().into());
        let line = match listed(aside) {
            Some(aside) => report::summary_aside(self.files, found, aside),
            None => report::summary(self.files, found),
        };
        line.text(language)
    }
}

/// What there is any of.
fn listed<const N: usize>(counts: [(usize, Phrase); N]) -> Option<Argument> {
    let some = counts.into_iter().filter(|(count, _)| *count > 0);
    let said: Vec<Phrase> = some.map(|(count, what)| report::count(count, what)).collect();
    (!said.is_empty()).then(|| Argument::list(said, ", "))
}
