//! What a case file is judged with besides itself: the day it is asked, and what lies beside it.

use std::path::{Component, Path};
use std::sync::Arc;
use std::{fmt, io};

use chrono::NaiveDate;

use crate::finding::{Finding, Level};
use crate::source::SourceFile;
use crate::words::{Phrase, case as say};

/// What a case file is judged with.
#[derive(Clone, Copy)]
pub(crate) struct World<'a> {
    /// The day that counts as today; nobody asks a clock.
    pub as_of: Option<NaiveDate>,
    /// What lies beside the case file.
    pub beside: &'a dyn Beside,
}

impl fmt::Debug for World<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World").field("as_of", &self.as_of).finish_non_exhaustive()
    }
}

impl World<'_> {
    /// Nothing that anybody knows of.
    pub(crate) fn unknown() -> Self {
        Self { as_of: None, beside: &Nobody }
    }
}

/// What lies beside a case file.
pub(crate) trait Beside {
    /// What a name leads to.
    ///
    /// # Errors
    /// A name that leads out of the folder, or to nothing that can be read.
    fn find(&self, name: &str) -> Result<Found, Unread>;

    /// What is wrong with the draft of a name when it is judged by itself.
    fn judged(&self, name: &str) -> Judged;
}

/// Where nobody knows what lies beside a case file.
struct Nobody;

impl Beside for Nobody {
    fn find(&self, _: &str) -> Result<Found, Unread> {
        Err(Unread::Unknown)
    }

    fn judged(&self, _: &str) -> Judged {
        Judged::default()
    }
}

/// What a name leads to.
#[derive(Clone, Debug)]
pub(crate) enum Found {
    /// A text in TOML.
    Text(SourceFile),
    /// A PDF; what it says is not read.
    Pdf,
}

/// The errors of a draft.
#[derive(Clone, Debug, Default)]
pub(crate) struct Judged {
    /// How many.
    pub errors: usize,
    /// The line of the first, its rule, and what is said of it.
    pub first: Option<(usize, String, String)>,
}

impl Judged {
    /// Those among the findings of a text.
    pub(crate) fn of(file: &SourceFile, findings: &[Finding]) -> Self {
        let errors = findings.iter().filter(|one| one.level == Level::Error);
        let first = errors.clone().next().map(|one| {
            let line = file.line_column(one.span.start).line;
            (line, one.rule.to_string(), one.message.clone())
        });
        Self { errors: errors.count(), first }
    }
}

/// Why what a name leads to is not read.
#[derive(Clone, Debug)]
pub(crate) enum Unread {
    /// It leads out of the folder.
    Outside,
    /// It has a backslash, which only one system reads as a folder.
    Backslash,
    /// A link leads out of the folder.
    Linked,
    /// Nothing is there.
    Missing,
    /// It is neither TOML nor PDF.
    Form,
    /// It is called a PDF and is none.
    NoPdf,
    /// The system does not give it.
    System(Arc<io::Error>),
    /// It is larger than so many MiB.
    TooLarge(u64),
    /// It is no UTF-8, from this line on.
    NotUtf8(usize),
    /// The configuration above it cannot be used.
    Settings,
    /// It is TOML and no draft.
    NoDraft,
    /// It is another case file.
    Case,
    /// It is known to nobody here what lies there.
    Unknown,
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::System(Arc::new(error))
    }
}

impl Unread {
    /// What is wrong with it.
    pub(crate) fn fact(&self) -> Phrase {
        match self {
            Self::Outside => say::outside(),
            Self::Backslash => say::backslash(),
            Self::Linked => say::linked(),
            Self::Missing => say::missing(),
            Self::Form => say::other_form(),
            Self::NoPdf => say::no_pdf(),
            Self::System(error) => say::unreadable(crate::error::system(error)),
            Self::TooLarge(limit) => say::too_large(limit.to_string()),
            Self::NotUtf8(line) => say::not_utf8(line.to_string()),
            Self::Settings => say::settings_unusable(),
            Self::NoDraft => say::no_draft(),
            Self::Case => say::another_case(),
            Self::Unknown => say::unknown_here(),
        }
    }

    /// What to do about it.
    pub(crate) fn remedy(&self) -> Phrase {
        match self {
            Self::Outside | Self::Backslash | Self::Linked => say::path_fix(),
            Self::Missing | Self::System(_) | Self::TooLarge(_) | Self::Unknown => {
                say::missing_fix()
            }
            Self::NotUtf8(_) => say::utf8_fix(),
            Self::Settings => say::settings_fix(),
            Self::Form | Self::NoPdf | Self::NoDraft => say::form_fix(),
            Self::Case => say::another_case_fix(),
        }
    }
}

/// Whether a name leads out of the folder that it counts from, on any system.
pub(crate) fn outside(name: &str) -> Option<Unread> {
    if name.contains('\\') {
        return Some(Unread::Backslash);
    }
    let inside = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    let drive = name.get(1..2) == Some(":");
    (drive || !Path::new(name).components().all(inside)).then_some(Unread::Outside)
}
