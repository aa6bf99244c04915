//! Why the settings of a draft do not hold, as data: an editor shows the places, the command line
//! says them.

use std::fmt;
use std::path::PathBuf;

use crate::error::Failure;
use crate::source::{SourceFile, Span};
use crate::words::{Language, Phrase};

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
#[derive(Clone, Debug)]
pub enum OpenError {
    /// A file or folder that cannot be read.
    Unreadable(Failure),
    /// Files that cannot be understood: all their faults.
    Faulty(Subject, Vec<Fault>),
}

impl OpenError {
    /// The faults with their places; none when a file could not be read at all.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Self::Unreadable(_) => &[],
            Self::Faulty(_, faults) => faults,
        }
    }

    /// The same for people. Faults of packs are only counted: each wants its excerpt.
    pub fn failure(&self) -> Failure {
        match self {
            Self::Unreadable(failure) => failure.clone(),
            Self::Faulty(Subject::Configuration, faults) => Failure::new(
                "konfigurasi tidak dapat dipakai",
                lines(faults),
                "perbaiki berkas itu, atau pakai --isolated",
            ),
            Self::Faulty(Subject::Kinds, faults) => Failure::new(
                "jenis naskah tidak dapat dimuat",
                lines(faults),
                "perbaiki berkas itu di dalam folder --templates",
            ),
            Self::Faulty(Subject::Packs(folder), faults) => Failure::new(
                format!("{} kesalahan pada paket peraturan", faults.len()),
                folder.display(),
                "perbaiki paket itu; contohnya schemas/peraturan/tata-tulis.toml",
            ),
        }
    }
}

/// A line for each fault, with its place.
fn lines(faults: &[Fault]) -> String {
    let line = |fault: &Fault| {
        let at = fault.file.line_column(fault.span.start);
        let said = fault.message.text(Language::Indonesian);
        format!("{}:{}:{}: {said}", fault.file.name(), at.line, at.column)
    };
    faults.iter().map(line).collect::<Vec<_>>().join("\n      ")
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.failure().fmt(f)
    }
}

impl std::error::Error for OpenError {}

impl From<Failure> for OpenError {
    fn from(failure: Failure) -> Self {
        Self::Unreadable(failure)
    }
}
