//! Where documents go: to files of their own, into an archive, or into one document with a bookmark for
//! each.

use std::path::{Path, PathBuf};

use super::jobs::below;
use crate::cli::RenderArgs;
use crate::commands::archive::{Archive, NewArchive};
use crate::error::Failure;
use crate::render::Combined;
use crate::sink::{self, WriteError};
use crate::words::render;

/// Where documents go besides, or instead of, files of their own.
#[derive(Default)]
pub(super) struct Places {
    archive: Option<NewArchive>,
    combined: Option<Combined>,
}

impl Places {
    /// Begins what the arguments ask for.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub(super) fn begin(args: &RenderArgs) -> Result<Self, Failure> {
        let replace = args.force || args.resume;
        let archive = args.archive.as_deref().map(|path| NewArchive::new(path, replace));
        if let Some(path) = &args.combine {
            if args.format.extension() != "pdf" {
                return Err(Failure::general(render::combine_pdf(), render::combine_pdf_fix()));
            }
            sink::may_write(path, replace)?;
        }
        let combined = args.combine.as_ref().map(|_| Combined::new());
        Ok(Self { archive: archive.transpose()?, combined })
    }

    /// Takes a document that is made, or that an earlier run has made.
    ///
    /// # Errors
    /// A disk that takes no more, and bytes that are no document.
    pub(super) fn take(
        &mut self,
        args: &RenderArgs,
        pages: &[(PathBuf, &[u8])],
    ) -> Result<(), Placing> {
        for (file, bytes) in pages {
            if let Some(archive) = &mut self.archive {
                let path = args.archive.clone().unwrap_or_default();
                let added = archive.add(&below(args, file), bytes);
                added.map_err(|source| WriteError::Refused { path, source })?;
            }
            if let Some(combined) = &mut self.combined {
                let name = file.file_stem().unwrap_or_default().to_string_lossy();
                combined.add(&name, bytes).map_err(|error| uncombined(args, &error))?;
            }
        }
        Ok(())
    }

    /// Gives the archive and the document their names.
    ///
    /// # Errors
    /// A disk that takes no more.
    pub(super) fn end(self, args: &RenderArgs) -> Result<Vec<PathBuf>, Failure> {
        let mut written = Vec::new();
        if let (Some(archive), Some(path)) = (self.archive, &args.archive) {
            archive.finish()?;
            written.push(path.clone());
        }
        if let (Some(combined), Some(path)) = (self.combined, &args.combine)
            && !combined.is_empty()
        {
            let title = path.file_stem().unwrap_or_default().to_string_lossy();
            let bytes = combined.finish(&title).map_err(|error| uncombined(args, &error))?;
            sink::write_file(path, &bytes, args.force || args.resume)?;
            written.push(path.clone());
        }
        Ok(written)
    }
}

/// Why a document has not found its place.
pub(super) enum Placing {
    /// The disk.
    Written(WriteError),
    /// The document.
    Refused(Failure),
}

impl From<WriteError> for Placing {
    fn from(error: WriteError) -> Self {
        Self::Written(error)
    }
}

impl From<Failure> for Placing {
    fn from(failure: Failure) -> Self {
        Self::Refused(failure)
    }
}

fn uncombined(args: &RenderArgs, error: &crate::render::CombineError) -> Failure {
    let path = args.combine.as_deref().unwrap_or(Path::new(""));
    Failure::new(render::uncombined(error.to_string()), path.display(), render::report_it())
}

/// Whether documents get files of their own.
pub(super) fn own_files(args: &RenderArgs) -> bool {
    let instead = args.archive.is_some()
        || (args.combine.is_some() && args.output.is_none() && args.out_dir.is_none());
    !instead
}

/// What earlier runs have made, as it is there now.
pub(super) enum Made {
    /// Files below a folder.
    Files(PathBuf),
    /// Documents of an archive; `None` when there is no archive yet.
    Archive(Option<Archive>),
}

impl Made {
    /// What there is before the run begins.
    ///
    /// # Errors
    /// An archive that cannot be read.
    pub(super) fn before(args: &RenderArgs) -> Result<Self, Failure> {
        match &args.archive {
            Some(path) if path.exists() && args.resume => {
                Archive::open(path).map(|archive| Self::Archive(Some(archive)))
            }
            Some(_) => Ok(Self::Archive(None)),
            None => Ok(Self::Files(args.out_dir.clone().unwrap_or_default())),
        }
    }

    /// A document by its name in the manifest.
    pub(super) fn get(&self, file: &str) -> Option<Vec<u8>> {
        match self {
            Self::Files(folder) => std::fs::read(folder.join(file)).ok(),
            Self::Archive(archive) => archive.as_ref()?.get(file),
        }
    }
}
