//! Baselines: the findings that were there when a check was introduced. An entry is a rule, a field
//! and a hash of what was judged, never a line or a count: an edit elsewhere keeps it, an edit of the
//! judged words ends it, and a new finding is never covered by an old one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::finding::{Builtin, Finding};
use crate::fingerprint::Fingerprint;

/// A known finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The draft, from the folder of the baseline, with `/`; it means the same from everywhere.
    pub(crate) path: String,
    /// The rule.
    pub(crate) rule: String,
    /// The field.
    pub(crate) field: String,
    /// What was judged.
    pub(crate) content: Fingerprint,
}

impl Entry {
    fn of(path: &str, finding: &Finding) -> Self {
        Self {
            path: path.to_owned(),
            rule: finding.rule.to_string(),
            field: finding.path.to_string(),
            content: finding.content,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BaselineFile {
    schema_version: u32,
    entries: BTreeSet<Entry>,
}

/// The version of the file that is read and written.
pub(crate) const VERSION: u32 = 1;

/// Why a text is no baseline.
#[derive(Debug, thiserror::Error)]
pub enum BaselineError {
    /// It is no JSON of its form.
    #[error("line {}, column {}", .0.line(), .0.column())]
    Syntax(#[from] serde_json::Error),
    /// It is of a version that is not read.
    #[error("version {0}")]
    Version(u32),
}

/// Whether the finding says that the draft could not be judged; covered by a baseline, it would hide
/// every other.
pub fn unread(finding: &Finding) -> bool {
    Builtin::named(&finding.rule).is_some_and(Builtin::hides_others)
}

/// Findings of a draft, those that count first and those that a baseline knows.
pub(crate) type Parted = (Vec<Finding>, Vec<Finding>);

/// The drafts that a run judged, each with the findings of it that a baseline knows.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    paths: BTreeSet<String>,
    found: BTreeSet<Entry>,
    /// Where drafts lay that have another name now, with that name.
    moved: BTreeMap<String, String>,
}

impl Judged {
    /// Takes note of a draft.
    pub(crate) fn add(&mut self, path: String, known: &[Finding]) {
        self.found.extend(known.iter().map(|one| Entry::of(&path, one)));
        self.paths.insert(path);
    }
}

/// The findings known of a set of drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline(BTreeSet<Entry>);

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
        let file: BaselineFile = serde_json::from_str(text)?;
        match file.schema_version {
            VERSION => Ok(Self(file.entries)),
            other => Err(BaselineError::Version(other)),
        }
    }

    /// The text of a baseline; sorted, so that a change shows as its own lines.
    pub fn to_json(&self) -> String {
        let file = BaselineFile { schema_version: VERSION, entries: self.0.clone() };
        serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
    }

    /// The path under which a draft is known: its own, or that of a draft which is gone and whose
    /// known findings are just what is found here. One that is gone has become one draft only.
    pub(crate) fn known_as(
        &self,
        path: &str,
        findings: &[Finding],
        judged: &mut Judged,
        exists: &dyn Fn(&str) -> bool,
    ) -> String {
        if !self.0.iter().any(|entry| entry.path == path) {
            let paths: BTreeSet<&str> = self.0.iter().map(|entry| entry.path.as_str()).collect();
            let free = |old: &&str| !judged.moved.contains_key(*old) && !exists(old);
            let same =
                |old: &&str| findings.iter().any(|one| self.0.contains(&Entry::of(old, one)));
            if let Some(old) = paths.into_iter().filter(free).find(same) {
                judged.moved.insert(old.to_owned(), path.to_owned());
                return old.to_owned();
            }
        }
        path.to_owned()
    }

    /// This baseline with the drafts under the names that they have now.
    pub(crate) fn renamed(&self, judged: &Judged) -> Self {
        let now = |entry: &Entry| match judged.moved.get(&entry.path) {
            Some(path) => Entry { path: path.clone(), ..entry.clone() },
            None => entry.clone(),
        };
        Self(self.0.iter().map(now).collect())
    }

    /// Parts findings of a draft into those that count and those that are known.
    pub fn split(&self, path: &str, findings: Vec<Finding>) -> Parted {
        let counts = |one: &Finding| unread(one) || !self.0.contains(&Entry::of(path, one));
        findings.into_iter().partition(counts)
    }

    /// Entries whose finding is gone: of drafts that were judged in this run, those that are not among
    /// their findings; of the others only those of drafts that no longer `exist`. Of a rule that this
    /// run was not `asked` for nobody knows either.
    pub fn stale(
        &self,
        judged: &Judged,
        exists: &dyn Fn(&str) -> bool,
        asked: &dyn Fn(&str) -> bool,
    ) -> Vec<Entry> {
        let used = |entry: &&Entry| {
            if !judged.paths.contains(&entry.path) {
                return exists(&entry.path);
            }
            !asked(&entry.rule) || judged.found.contains(*entry)
        };
        self.0.iter().filter(|entry| !used(entry)).cloned().collect()
    }

    /// This baseline without some entries. Nothing is ever added.
    pub fn without(&self, entries: &[Entry]) -> Self {
        let gone: BTreeSet<&Entry> = entries.iter().collect();
        Self(self.0.iter().filter(|entry| !gone.contains(entry)).cloned().collect())
    }

    /// Takes in the findings of a draft.
    pub fn learn(&mut self, path: &str, findings: &[Finding]) {
        let known = findings.iter().filter(|finding| !unread(finding));
        self.0.extend(known.map(|finding| Entry::of(path, finding)));
    }

    /// Takes in the entries of another.
    pub(crate) fn merge(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}
