//! What became of a draft.

use std::path::PathBuf;

use crate::error::Failure;
use crate::finding::Level;
use crate::report::{FileReport, harmless};
use crate::words::{Language, Phrase, sheet};

/// What became of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was printed.
    Printed,
    /// It was printed by an earlier run, and nothing has changed since.
    Kept,
    /// Its findings stand in the way.
    Refused(Vec<Cause>),
    /// Something else did.
    Failed(Cause),
    /// The run ended before its turn came.
    NotReached,
}

/// What stood in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cause {
    /// The rule, where one did.
    pub(super) rule: Option<String>,
    /// Its place in the draft or sheet, with line and column.
    pub(super) place: Option<String>,
    /// What is wrong.
    pub(super) text: String,
}

impl Outcome {
    /// The word for programs.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Kept => "kept",
            Self::Refused(_) => "refused",
            Self::Failed(_) => "failed",
            Self::NotReached => "not_reached",
        }
    }

    /// The words for people.
    pub(super) fn words(&self) -> Phrase {
        match self {
            Self::Printed => sheet::outcome_printed(),
            Self::Kept => sheet::outcome_kept(),
            Self::Refused(_) => sheet::outcome_refused(),
            Self::Failed(_) => sheet::outcome_failed(),
            Self::NotReached => sheet::outcome_not_reached(),
        }
    }

    /// What stood in the way.
    pub(super) fn causes(&self) -> &[Cause] {
        match self {
            Self::Refused(causes) => causes,
            Self::Failed(cause) => std::slice::from_ref(cause),
            Self::Printed | Self::Kept | Self::NotReached => &[],
        }
    }

    /// Something that stood in the way, in the language of the reader.
    pub(super) fn failed(failure: &Failure, language: Language) -> Self {
        let text = failure.text(language).lines().map(str::trim).collect::<Vec<_>>().join(" ");
        Self::Failed(Cause { rule: None, place: None, text: harmless(&text) })
    }

    /// The errors of a draft.
    pub(super) fn refused(found: &FileReport) -> Self {
        let errors = found.findings.iter().filter(|finding| finding.level == Level::Error);
        let cause = |finding: &crate::finding::Finding| {
            let at = found.source.line_column(finding.span.start);
            Cause {
                rule: Some(finding.rule.to_string()),
                place: Some(format!("{}:{}:{}", found.source.name(), at.line, at.column)),
                text: harmless(&finding.message),
            }
        };
        Self::Refused(errors.map(cause).collect())
    }
}

/// A line of the account of a run.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The draft or the row.
    pub(super) name: String,
    /// Its files, where they were written.
    pub(super) files: Vec<PathBuf>,
    /// What became of it.
    pub(super) outcome: Outcome,
}
