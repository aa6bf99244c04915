//! What the program says when it cannot do its work, and the exit status.

use std::fmt;

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
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Failure {
    /// The fact.
    pub what: String,
    /// The file or folder, or a place in one.
    pub place: Option<String>,
    /// What the user can do.
    pub remedy: String,
}

impl Failure {
    /// A failure at a place.
    pub fn new(
        what: impl Into<String>,
        place: impl fmt::Display,
        remedy: impl Into<String>,
    ) -> Self {
        Self { what: what.into(), place: Some(place.to_string()), remedy: remedy.into() }
    }

    /// A failure without a place.
    pub fn general(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), place: None, remedy: remedy.into() }
    }
}

/// The number of the system's own error, for whoever has to look it up; its words are English.
pub fn system(error: &std::io::Error) -> String {
    error.raw_os_error().map_or_else(String::new, |code| format!(" (galat sistem {code})"))
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "gagal: {}", self.what)?;
        if let Some(place) = &self.place {
            write!(f, "\n  --> {place}")?;
        }
        write!(f, "\n  saran: {}", self.remedy)
    }
}
