//! What the program says when it cannot do its work, and the exit status.

use std::fmt;

use crate::words::{self, Argument, Language, Phrase};

/// What the process tells its caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExitStatus {
    /// Nothing at or above the threshold.
    Clean,
    /// Findings at or above the threshold.
    Findings,
    /// The program could not do its work.
    Failed,
    /// It was asked to end before its work was done.
    Interrupted,
}

impl ExitStatus {
    /// The number.
    pub fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Failed => 2,
            // What shells say of a program that Ctrl-C ended.
            Self::Interrupted => 130,
        }
    }
}

/// Something stood in the way: what, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// The fact.
    pub(crate) what: Phrase,
    /// The file or folder, or a place in one; several with what is wrong there, a line each.
    pub(crate) place: Option<Argument>,
    /// What the user can do.
    pub(crate) remedy: Phrase,
}

impl Failure {
    /// A failure at a place.
    pub(crate) fn new(what: Phrase, place: impl fmt::Display, remedy: Phrase) -> Self {
        Self::listing(what, place.to_string().into(), remedy)
    }

    /// What stands between two lines of places.
    pub(crate) const NEXT: &str = "\n      ";

    /// A failure at several places, with what is wrong at each.
    pub(crate) fn listing(what: Phrase, places: Argument, remedy: Phrase) -> Self {
        Self { what, place: Some(places), remedy }
    }

    /// The same within something that has a name.
    #[cfg(feature = "render")]
    #[must_use]
    pub(crate) fn within(self, name: &str) -> Self {
        let place = match self.place {
            Some(place) => Argument::list([name.into(), place], ": "),
            None => name.into(),
        };
        Self { place: Some(place), ..self }
    }

    /// A failure without a place.
    pub(crate) fn general(what: Phrase, remedy: Phrase) -> Self {
        Self { what, place: None, remedy }
    }

    /// The failure as people of a language read it, in several lines.
    pub(crate) fn text(&self, language: Language) -> String {
        let Self { what, place, remedy } = self.clone();
        let whole = match place {
            Some(place) => words::failure::whole_at(what, place, remedy),
            None => words::failure::whole(what, remedy),
        };
        whole.text(language)
    }
}

/// The number of the system's own error, for whoever has to look it up; its words are English.
pub(crate) fn system(error: &std::io::Error) -> Argument {
    Argument::maybe(error.raw_os_error().map(words::failure::system))
}
