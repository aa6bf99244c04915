//! Texts: drafts and what is read beside them, with a limit and as UTF-8.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::str::Utf8Error;
use std::sync::Arc;

use crate::sheet::{SheetFault, Trace};
use crate::sink::folder_of;
use crate::source::SourceFile;

/// The largest text that is read: a table of some 50,000 rows.
const LIMIT: u64 = 32 * MIB;
const MIB: u64 = 1024 * 1024;

/// Why a text cannot be read.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ReadError {
    /// A file or folder that the system does not give.
    #[error("cannot read {}", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: Arc<io::Error>,
    },
    /// A stream that breaks off.
    #[error("cannot read a stream")]
    Stream(#[source] Arc<io::Error>),
    /// A text without an end, or nearly.
    #[error("{name} is larger than {limit} MiB")]
    TooLarge {
        /// The name of the text.
        name: String,
        /// The most that is read, in MiB.
        limit: u64,
    },
    /// Bytes that are no UTF-8.
    #[error("{name}:{line} is no UTF-8")]
    NotUtf8 {
        /// The name of the text.
        name: String,
        /// The line of the first such byte, from 1.
        line: usize,
        /// What is wrong there.
        source: Utf8Error,
    },
    /// A row of a sheet that makes no draft.
    #[error("{name}: {source}")]
    Row {
        /// The row.
        name: String,
        /// What is wrong with it.
        source: Box<SheetFault>,
    },
}

impl ReadError {
    /// What the system does not give.
    pub(super) fn unreadable(path: &Path, error: io::Error) -> Self {
        Self::Unreadable { path: path.to_owned(), source: Arc::new(error) }
    }

    /// What could not be read, as people call it; a stream has no name.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Unreadable { path, .. } => path.display().to_string(),
            Self::Stream(_) => String::new(),
            Self::TooLarge { name, .. } | Self::Row { name, .. } => name.clone(),
            Self::NotUtf8 { name, line, .. } => format!("{name}:{line}"),
        }
    }
}

/// A text to judge, wherever it comes from: a file, a pipe, the window of an editor.
#[derive(Clone, Debug)]
pub struct Text {
    /// The text under the name that reports show.
    pub source: SourceFile,
    /// The file that it is in, or would be saved to. It decides which settings hold and where
    /// pictures lie, and need not exist. `None` for a text of no file, which counts as lying in the
    /// folder of the session.
    pub file: Option<PathBuf>,
    /// The cells that it was made of, where it is a row of a sheet.
    pub(crate) trace: Option<Arc<Trace>>,
}

impl Text {
    /// The text of a file on the disk, under the path as it is given.
    ///
    /// # Errors
    /// A file that cannot be read, is larger than 32 MiB, or is no UTF-8.
    pub fn of_file(path: &Path) -> Result<Self, ReadError> {
        Ok(Self { source: read_file(path)?, file: Some(path.to_owned()), trace: None })
    }

    /// A text as it stands in an editor, with the path that it is or will be saved to.
    pub fn unsaved(path: &Path, text: impl Into<String>) -> Self {
        let source = SourceFile::new(path.display().to_string(), text);
        Self { source, file: Some(path.to_owned()), trace: None }
    }

    /// A text from a stream without a file, under a name for reports.
    ///
    /// # Errors
    /// As for a file.
    pub fn of_stream(name: &str, stream: impl Read) -> Result<Self, ReadError> {
        let bytes = limited(stream).map_err(|error| ReadError::Stream(Arc::new(error)))?;
        Ok(Self { source: SourceFile::new(name, decoded(bytes, name)?), file: None, trace: None })
    }

    /// The same draft with another text.
    #[must_use]
    pub fn with(&self, text: impl Into<String>) -> Self {
        let source = SourceFile::new(self.source.name(), text);
        Self { source, file: self.file.clone(), trace: None }
    }

    /// The folder that decides which settings hold: of a text from a stream that of its name.
    pub(super) fn folder(&self) -> Option<&Path> {
        let named = || Path::new(self.source.name()).parent();
        let named = || named().filter(|folder| !folder.as_os_str().is_empty());
        self.file.as_deref().map(folder_of).or_else(named)
    }
}

/// The text of a file, whatever it is for.
pub(crate) fn read_file(path: &Path) -> Result<SourceFile, ReadError> {
    let bytes = read_bytes(path)?;
    let name = path.display().to_string();
    let text = decoded(bytes, &name)?;
    Ok(SourceFile::new(name, text))
}

/// The bytes of a file: at most one more than the limit.
pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    let opened = fs::File::open(path).map_err(|error| ReadError::unreadable(path, error))?;
    limited(opened).map_err(|error| ReadError::unreadable(path, error))
}

/// At most one byte more than the limit: a device such as /dev/zero has no length and no end.
fn limited(stream: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn decoded(bytes: Vec<u8>, name: &str) -> Result<String, ReadError> {
    if bytes.len() as u64 > LIMIT {
        return Err(ReadError::TooLarge { name: name.to_owned(), limit: LIMIT / MIB });
    }
    String::from_utf8(bytes).map_err(|error| {
        let source = error.utf8_error();
        let before = error.as_bytes().get(..source.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        ReadError::NotUtf8 { name: name.to_owned(), line, source }
    })
}
