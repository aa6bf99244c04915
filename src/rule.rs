//! Rules: what a regulation demands of a draft, compiled from packs.

pub(crate) mod check;
pub mod clause;
pub mod compile;
mod content;
pub mod coverage;
pub(crate) mod declared;
pub mod example;
pub(crate) mod judging;
pub(crate) mod legal_bases;
pub mod pack;
mod pack_text;
pub(crate) mod registry;
pub mod schema;
mod target;
#[cfg(test)]
mod tests;
mod verify;
pub(crate) mod when;
pub(crate) mod whose;

use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::finding::{Level, RuleId};
use crate::words::{Language, Translated};

pub use check::{Check, Scope};
pub use pack_text::PackFault;
pub use registry::Registry;

/// A pack: one regulation, procedure or house style with its rules.
#[derive(Debug)]
pub struct Pack {
    /// Its name in drafts and rule ids: the stem of its file.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Its short name, as citations give it.
    pub(crate) short: String,
    /// What its rules rest on.
    pub nature: pack::Nature,
    /// The evidence it was written from.
    #[allow(dead_code, reason = "evidence for whoever reads the pack")]
    pub source: Option<String>,
    /// The day it was enacted, where that is known.
    pub enacted: Option<NaiveDate>,
    /// The first day that it judges, where that is not the day it was enacted.
    pub(crate) effective: Option<NaiveDate>,
    /// The pack that judges drafts of earlier days.
    pub predecessor: Option<String>,
    /// What took its place, if anything.
    pub successor: Option<Successor>,
    /// The rules in the order of the file.
    pub rules: Vec<Rule>,
    /// How many provisions of its source no rule looks at, once somebody asked.
    unchecked: OnceLock<Option<usize>>,
}

/// What took the place of a pack.
#[derive(Clone, Debug)]
pub struct Successor {
    /// The pack.
    pub pack: String,
    /// The first day that it judges.
    pub(crate) since: NaiveDate,
    /// What it took over, where that is not all.
    pub(crate) matter: Option<String>,
}

/// A compiled rule.
#[derive(Debug)]
pub struct Rule {
    /// Its full name.
    pub id: RuleId,
    /// The clause: `Pasal 21 huruf f`.
    pub clause: Option<String>,
    /// Whether a draft without a finding keeps the clause, as far as a program can tell. A rule that
    /// only tells of its denial leaves it unchecked.
    pub(crate) enforces: bool,
    /// Short name of the source and clause.
    pub citation: Option<String>,
    /// How grave.
    pub level: Level,
    /// How grave in a draft that says it is finished.
    pub final_level: Option<Level>,
    /// Whether it is house style.
    pub house_style: bool,
    /// Which drafts it judges.
    pub when: when::When,
    /// What it looks at.
    pub check: Check,
    /// One line: the fact, with placeholders.
    pub message: Translated,
    /// How to mend it.
    pub(crate) help: Option<Translated>,
    /// The lines to add.
    pub insert: Option<String>,
    /// What the clause demands, and why.
    pub reason: Translated,
    /// Drafts that fail and drafts that pass.
    pub examples: pack::Examples,
}

impl Rule {
    /// The message for readers of a language.
    pub fn message_in(&self, language: Language) -> &str {
        self.message.text(language)
    }

    /// The help for readers of a language.
    pub fn help_in(&self, language: Language) -> Option<&str> {
        self.help.as_ref().map(|help| help.text(language))
    }

    /// What the clause demands, for readers of a language.
    pub fn reason_in(&self, language: Language) -> &str {
        self.reason.text(language)
    }
}

impl Pack {
    /// The first day that it judges, where one is known.
    pub(crate) fn first_day(&self) -> Option<NaiveDate> {
        self.effective.or(self.enacted)
    }

    /// How many provisions of its source no rule looks at; `None` where they are not listed.
    pub(crate) fn unchecked(&self) -> Option<usize> {
        *self.unchecked.get_or_init(|| coverage::excused(self))
    }

    /// Whether one of its rules can judge drafts of a kind.
    pub(crate) fn admits(&self, kind: &crate::kind::Kind) -> bool {
        self.rules.iter().any(|rule| rule.when.admits(kind))
    }

    /// The rule of a code.
    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id.code == code)
    }
}
