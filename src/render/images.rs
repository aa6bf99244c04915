//! The pictures of a draft, ready to be laid out.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage};

use super::RenderError;
use super::fault::LayoutError;
use crate::case::{Case, World};
use crate::draft::Draft;
use crate::picture::{self, Fault, Form, Picture};
use crate::print::{self, Pictures};

/// Why a picture is not drawn, with the name that the draft gives it.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// What is known of it before anything draws it.
    #[error("{name}: {fault:?}")]
    Faulty {
        /// The picture.
        name: String,
        /// What is wrong with it.
        fault: Fault,
    },
    /// An SVG that the layout engine refuses all the same, in its words.
    #[error("{name}: {words}")]
    Refused {
        /// The picture.
        name: String,
        /// The words.
        words: String,
    },
}

/// Pictures by the name that the draft gives them.
#[derive(Clone, Debug, Default)]
pub struct Images {
    loaded: BTreeMap<String, (String, Vec<u8>)>,
    /// The files on the disk that they were read from.
    read: Vec<PathBuf>,
    /// Of a case file, the case with the procedure and the calendar that were read beside it.
    case: Option<Box<Case>>,
}

impl Images {
    /// Reads every picture that a draft names.
    ///
    /// # Errors
    /// A picture that is missing, lies elsewhere, or is no picture.
    pub fn load(draft: &Draft<'_>, folders: &[&Path]) -> Result<Self, PictureError> {
        let (mut loaded, mut files) = (BTreeMap::new(), Vec::new());
        for name in print::pictures(draft) {
            if !loaded.contains_key(name) {
                let picture = picture::read(name, folders).map_err(|fault| refused(name, fault))?;
                decoded(&picture).map_err(|fault| refused(name, fault))?;
                let Picture { file, form, bytes } = picture;
                files.push(file);
                let path = format!("/gambar/{}.{}", loaded.len(), form.extension());
                loaded.insert(name.to_owned(), (path, bytes));
            }
        }
        Ok(Self { loaded, read: files, case: None })
    }

    /// The files on the disk that the pictures were read from.
    pub(crate) fn read(&self) -> &[PathBuf] {
        &self.read
    }

    /// The same with what a case file follows.
    #[must_use]
    pub(crate) fn of_case(self, case: Option<Case>) -> Self {
        Self { case: case.map(Box::new), ..self }
    }

    /// The case of a draft: as it was read with what lies beside it, else by the program's own
    /// procedures.
    pub(super) fn case(&self, draft: &Draft<'_>) -> Option<Cow<'_, Case>> {
        let read = self.case.as_deref().map(Cow::Borrowed);
        let embedded = || Case::read(draft, World::unknown())?.ok().map(Cow::Owned);
        read.or_else(embedded)
    }

    /// The path in the world of every picture that a draft names.
    ///
    /// # Errors
    /// When one was not loaded.
    pub(super) fn paths(&self, draft: &Draft<'_>) -> Result<Pictures, PictureError> {
        let path = |name: &str| Some((name.to_owned(), self.loaded.get(name)?.0.clone()));
        let names = print::pictures(draft).into_iter();
        names.map(|name| path(name).ok_or_else(|| missing(name))).collect()
    }

    /// An error in a file of the world that is a picture, as one of the picture.
    pub(super) fn named(&self, error: RenderError) -> RenderError {
        let RenderError::Layout(LayoutError::Template { file: Some(file), words, .. }) = &error
        else {
            return error;
        };
        let home = self.loaded.iter().find(|(_, (path, _))| path == file);
        match home {
            Some((name, _)) => {
                PictureError::Refused { name: name.clone(), words: words.clone() }.into()
            }
            None => error,
        }
    }

    /// The files of the world.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> + '_ {
        self.loaded.values().cloned()
    }
}

fn missing(name: &str) -> PictureError {
    refused(name, Fault::Missing)
}

/// Why a picture is not drawn, at the name that the draft gives it.
fn refused(name: &str, fault: Fault) -> PictureError {
    PictureError::Faulty { name: name.to_owned(), fault }
}

/// Decoded here, so that a broken picture is called by its name; Typst finds it done.
fn decoded(picture: &Picture) -> Result<(), Fault> {
    let (format, word) = match picture.form {
        Form::Png => (ExchangeFormat::Png, "PNG"),
        Form::Jpeg => (ExchangeFormat::Jpg, "JPEG"),
        Form::Svg => return Ok(()),
    };
    let decoded = RasterImage::plain(Bytes::new(picture.bytes.clone()), format);
    decoded.map(drop).map_err(|_| Fault::Broken(word))
}
