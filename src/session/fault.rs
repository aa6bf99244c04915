//! Why the settings of a draft do not hold, as data: an editor shows the places, the command line
//! says them.

use std::path::PathBuf;

use super::ReadError;
use crate::source::{SourceFile, Span};
use crate::words::Phrase;

/// A fault in a file that is no draft, with its place.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The file with its text.
    pub file: SourceFile,
    /// The bytes that are wrong.
    pub span: Span,
    /// What is wrong with them.
    pub message: Phrase,
}

/// What a faulty file was to settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A `naskah.toml`.
    Configuration,
    /// The kinds of an office.
    Kinds,
    /// The packs of an office, from this folder.
    Packs(PathBuf),
}

/// Why settings cannot be opened.
#[derive(Clone, Debug, thiserror::Error)]
pub enum OpenError {
    /// A file or folder that cannot be read.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// A folder of packs without a pack.
    #[error("no packs in {}", .0.display())]
    NoPacks(PathBuf),
    /// Files that cannot be understood: all their faults.
    #[error("{} faults in {}", .1.len(), .0.name())]
    Faulty(Subject, Vec<Fault>),
}

impl OpenError {
    /// The faults with their places; none when a file could not be read at all.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Self::Unreadable(_) | Self::NoPacks(_) => &[],
            Self::Faulty(_, faults) => faults,
        }
    }
}

impl Subject {
    fn name(&self) -> &'static str {
        match self {
            Self::Configuration => "a configuration",
            Self::Kinds => "kinds",
            Self::Packs(_) => "packs",
        }
    }
}
