//! Counts over all files.

use super::FileReport;
use crate::engine::Coverage;
use crate::finding::Level;

/// Counts over all files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files checked.
    pub files: usize,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub infos: usize,
    /// Findings that drafts except.
    pub excepted: usize,
    /// Findings that a baseline knows already.
    pub baselined: usize,
    /// Files that no regulation judged.
    pub unjudged: usize,
}

impl Summary {
    /// Counts files.
    pub fn of(files: &[&FileReport]) -> Self {
        let mut summary = Self::default();
        files.iter().for_each(|file| summary.add(file));
        summary
    }

    /// Counts one more file.
    pub fn add(&mut self, report: &FileReport) {
        self.files += 1;
        self.excepted += report.excepted.len();
        self.baselined += report.baselined.len();
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
    fn nothing_found(&self) -> String {
        if self.unjudged == 0 {
            return "tidak ada temuan".to_owned();
        }
        let which =
            if self.unjudged == self.files { String::new() } else { format!("{} ", self.unjudged) };
        format!("{which}tidak dinilai menurut peraturan apa pun")
    }

    /// How many findings there are at a level or above it.
    pub fn at_least(&self, level: Level) -> usize {
        match level {
            Level::Error => self.errors,
            Level::Warning => self.errors + self.warnings,
            Level::Info => self.errors + self.warnings + self.infos,
        }
    }

    /// One line for people.
    pub fn line(&self) -> String {
        let counts =
            [(self.errors, "galat"), (self.warnings, "peringatan"), (self.infos, "catatan")];
        let found = listed(&counts).unwrap_or_else(|| self.nothing_found());
        let counts = [(self.excepted, "dikecualikan"), (self.baselined, "pada baseline")];
        let aside = listed(&counts).map_or_else(String::new, |aside| format!(" ({aside})"));
        format!("{} naskah diperiksa: {found}{aside}", self.files)
    }
}

fn listed(counts: &[(usize, &str)]) -> Option<String> {
    let some = counts.iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = some.map(|(count, word)| format!("{count} {word}")).collect();
    (!said.is_empty()).then(|| said.join(", "))
}
