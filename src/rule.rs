//! Rules: what a regulation demands of a draft, compiled from packs.

pub mod check;
pub mod clause;
pub mod compile;
mod content;
pub mod coverage;
pub mod declared;
pub mod example;
pub mod judging;
pub mod legal_bases;
pub mod pack;
mod pack_text;
pub mod registry;
pub mod schema;
mod target;
mod verify;
pub mod when;

use chrono::NaiveDate;

use crate::finding::{Level, RuleId};
use crate::words::Language;

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
    pub short: String,
    /// What its rules rest on.
    pub nature: pack::Nature,
    /// The evidence it was written from.
    pub source: Option<String>,
    /// The day it was enacted, where that is known.
    pub enacted: Option<NaiveDate>,
    /// The pack that judges drafts of earlier days.
    pub predecessor: Option<String>,
    /// What took its place, if anything.
    pub successor: Option<Successor>,
    /// The rules in the order of the file.
    pub rules: Vec<Rule>,
}

/// What took the place of a pack.
#[derive(Clone, Debug)]
pub struct Successor {
    /// The pack.
    pub pack: String,
    /// The first day that it judges.
    pub since: NaiveDate,
    /// What it took over, where that is not all.
    pub matter: Option<String>,
}

/// A compiled rule.
#[derive(Debug)]
pub struct Rule {
    /// Its full name.
    pub id: RuleId,
    /// The clause: `Pasal 21 huruf f`.
    pub clause: Option<String>,
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
    pub message: String,
    /// The same for Malay drafts, where the pack gives it.
    pub message_ms: Option<String>,
    /// How to mend it.
    pub help: Option<String>,
    /// The same for Malay drafts.
    pub help_ms: Option<String>,
    /// The lines to add.
    pub insert: Option<String>,
    /// What the clause demands, and why.
    pub reason: String,
    /// Drafts that fail and drafts that pass.
    pub examples: pack::Examples,
}

impl Rule {
    /// The message for drafts of a language.
    pub fn message_in(&self, language: Language) -> &str {
        let malay = self.message_ms.as_deref().filter(|_| language == Language::Malay);
        malay.unwrap_or(&self.message)
    }

    /// The help for drafts of a language.
    pub fn help_in(&self, language: Language) -> Option<&str> {
        let malay = self.help_ms.as_deref().filter(|_| language == Language::Malay);
        malay.or(self.help.as_deref())
    }
}

impl Pack {
    /// The rule of a code.
    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id.code == code)
    }
}
