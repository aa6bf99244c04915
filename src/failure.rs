//! The border at which errors become sentences: what stood in the way, and how to mend it. Below it
//! errors are types; above it they are only told.

use std::io::{self, ErrorKind};

use crate::baseline::{self, BaselineError};
use crate::error::{Failure, system};
use crate::session::{Fault, KnownError, OpenError, ReadError, Subject};
use crate::sink::WriteError;
use crate::words::{Argument, Phrase, open, read, write};

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        let (path, what, remedy) = match error {
            WriteError::IsFolder(path) => (path, write::is_folder(), write::is_folder_fix()),
            WriteError::Exists(path) => (path, write::exists(), write::exists_fix()),
            WriteError::NoFolder { path, .. } => (path, write::no_folder(), write::no_folder_fix()),
            WriteError::ReadOnly(path) => (path, write::read_only(), write::look_fix()),
            WriteError::Changed(path) => (path, write::changed(), write::look_fix()),
            WriteError::Refused { path, source } => {
                let (what, remedy) = refused(&source);
                (path, what, remedy)
            }
        };
        Self::new(what, path.display(), remedy)
    }
}

/// Why the system does not write, and what to do.
fn refused(error: &io::Error) -> (Phrase, Phrase) {
    match error.kind() {
        ErrorKind::NotADirectory => (write::not_a_folder(), write::not_a_folder_fix()),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::NotFound => {
            (write::forbidden(), write::forbidden_fix())
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (write::full(), write::full_fix()),
        _ => (write::unwritable(system(error)), write::unwritable_fix()),
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Unreadable { path, source } => {
                let (what, remedy) = unreadable(&source);
                Self::new(what, path.display(), remedy)
            }
            ReadError::Stream(source) => {
                Self::general(read::stream(system(&source)), read::stream_fix())
            }
            ReadError::TooLarge { name, limit } => {
                Self::new(read::too_large(limit), name, read::too_large_fix())
            }
            ReadError::NotUtf8 { name, line, .. } => {
                Self::new(read::not_utf8(), format!("{name}:{line}"), read::not_utf8_fix())
            }
            ReadError::Row { name, source } => sheet::failure(&source, &name),
        }
    }
}

/// Why the system does not read, and what to do.
fn unreadable(error: &io::Error) -> (Phrase, Phrase) {
    match error.kind() {
        ErrorKind::NotFound => (read::missing(), read::spelling_fix()),
        ErrorKind::NotADirectory => (read::not_a_folder(), read::spelling_fix()),
        ErrorKind::IsADirectory => (read::is_folder(), read::is_folder_fix()),
        ErrorKind::PermissionDenied => (read::forbidden(), read::forbidden_fix()),
        _ => (read::unreadable(system(error)), read::unreadable_fix()),
    }
}

/// Faults of packs are only counted: each wants its excerpt.
impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Unreadable(error) => error.into(),
            OpenError::NoPacks(folder) => {
                Self::new(open::no_packs(), folder.display(), open::no_packs_fix())
            }
            OpenError::Faulty(Subject::Configuration, faults) => {
                faulty(open::configuration(), &faults, open::configuration_fix())
            }
            OpenError::Faulty(Subject::Kinds, faults) => {
                faulty(open::kinds(), &faults, open::kinds_fix())
            }
            OpenError::Faulty(Subject::Packs(folder), faults) => {
                Self::new(open::packs(faults.len()), folder.display(), open::packs_fix())
            }
        }
    }
}

/// A line for each fault, with its place.
fn faulty(what: Phrase, faults: &[Fault], remedy: Phrase) -> Failure {
    let line = |fault: &Fault| {
        let at = fault.file.line_column(fault.span.start);
        let place = format!("{}:{}:{}: ", fault.file.name(), at.line, at.column);
        Argument::list([Argument::from(place), fault.message.clone().into()], "")
    };
    Failure::listing(what, Argument::list(faults.iter().map(line), Failure::NEXT), remedy)
}

impl From<KnownError> for Failure {
    fn from(error: KnownError) -> Self {
        match error {
            KnownError::Unreadable(error) => error.into(),
            KnownError::Faulty { file, source } => {
                let fault = match source {
                    BaselineError::Syntax(error) => {
                        open::baseline_syntax(error.line(), error.column())
                    }
                    BaselineError::Version(found) => {
                        open::baseline_version(found, baseline::VERSION)
                    }
                };
                Self::new(open::baseline(fault), file.display(), open::baseline_fix())
            }
        }
    }
}

#[cfg(feature = "render")]
mod render;
mod sheet;
