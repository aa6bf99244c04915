//! Documents in one archive (tar): millions of small files cost a shared disk more than their bytes.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::error::{Failure, system};
#[cfg(feature = "render")]
use crate::sink::{self, Pending, WriteError};
use crate::words::read;
#[cfg(feature = "render")]
use crate::words::write;

/// The documents of an archive that is there.
#[derive(Debug)]
pub(super) struct Archive {
    file: Mutex<File>,
    /// Where each begins, and how long it is.
    places: BTreeMap<String, (u64, u64)>,
}

impl Archive {
    /// Opens an archive.
    ///
    /// # Errors
    /// A file that cannot be read, or is no archive.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let places = File::open(path).and_then(places);
        let opened = places.and_then(|places| Ok((File::open(path)?, places)));
        let (file, places) = opened.map_err(|error| {
            let what = read::unreadable(system(&error));
            Failure::new(what, path.display(), read::unreadable_fix())
        })?;
        Ok(Self { file: Mutex::new(file), places })
    }

    /// A document; `None` when it is not there.
    pub(super) fn get(&self, name: &str) -> Option<Vec<u8>> {
        let (start, length) = *self.places.get(name)?;
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(start)).ok()?;
        let mut bytes = Vec::new();
        let read = Read::by_ref(&mut *file).take(length).read_to_end(&mut bytes).ok()?;
        (read as u64 == length).then_some(bytes)
    }
}

fn places(file: File) -> io::Result<BTreeMap<String, (u64, u64)>> {
    let mut places = BTreeMap::new();
    for entry in tar::Archive::new(file).entries_with_seek()? {
        let entry = entry?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        places.insert(name, (entry.raw_file_position(), entry.size()));
    }
    Ok(places)
}

/// An archive that is being written: there as a whole, or not at all.
#[cfg(feature = "render")]
pub(super) struct NewArchive(tar::Builder<Pending>);

#[cfg(feature = "render")]
impl NewArchive {
    /// Begins an archive.
    ///
    /// # Errors
    /// As for a file.
    pub(super) fn new(path: &Path, replace: bool) -> Result<Self, WriteError> {
        sink::may_write(path, replace)?;
        let mut builder = tar::Builder::new(Pending::new(path, replace)?);
        builder.mode(tar::HeaderMode::Deterministic);
        Ok(Self(builder))
    }

    /// Adds a document. Nothing of the machine and the moment goes with it.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub(super) fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        self.0.append_data(&mut header, name, bytes)
    }

    /// Gives the archive its name.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub(super) fn finish(self) -> Result<(), Failure> {
        let pending = self.0.into_inner().map_err(|error| {
            Failure::general(write::unwritable(system(&error)), write::unwritable_fix())
        })?;
        Ok(sink::commit(vec![pending])?)
    }
}
