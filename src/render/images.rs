//! The pictures of a draft, from beside it or from one named folder, and from nowhere else.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage};

use super::RenderError;
use super::fault::LayoutError;
use crate::draft::Draft;
use crate::print::{self, Pictures};

/// The largest picture that is read.
const LIMIT: u64 = 20 * MIB;
const MIB: u64 = 1024 * 1024;

/// Why a picture cannot be used. Each names it as the draft does, or by its file.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// It lies in no folder of pictures.
    #[error("no picture {0}")]
    Missing(String),
    /// Its name leads out of the folder.
    #[error("{0} leads out of the folder")]
    Outside(String),
    /// The system does not give its file.
    #[error("cannot read {}", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file without an end, or nearly.
    #[error("{} is larger than {limit} MiB", file.display())]
    TooLarge {
        /// The file.
        file: PathBuf,
        /// The most that is read, in MiB.
        limit: u64,
    },
    /// What is in it.
    #[error("{name} is broken")]
    Broken {
        /// The picture.
        name: String,
        /// In which way.
        defect: Defect,
    },
}

/// What is wrong with the content of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Defect {
    /// It begins as a picture of this form, and does not go on as one.
    Content(&'static str),
    /// It is of no form that is known.
    NoForm,
    /// An SVG that is no UTF-8.
    NoUtf8,
    /// An SVG that the layout engine refuses, in its words.
    Refused(String),
}

/// Pictures by the name that the draft gives them.
#[derive(Clone, Debug, Default)]
pub struct Images {
    loaded: BTreeMap<String, (String, Vec<u8>)>,
    /// The files on the disk that they were read from.
    read: Vec<PathBuf>,
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
                let (path, bytes) = read(name, folders)?;
                files.push(path);
                let extension = kind(name, &bytes)?;
                let path = format!("/gambar/{}.{extension}", loaded.len());
                loaded.insert(name.to_owned(), (path, bytes));
            }
        }
        Ok(Self { loaded, read: files })
    }

    /// The files on the disk that the pictures were read from.
    pub fn read(&self) -> &[PathBuf] {
        &self.read
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
            Some((name, _)) => broken(name, Defect::Refused(words.clone())).into(),
            None => error,
        }
    }

    /// The files of the world.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> + '_ {
        self.loaded.values().cloned()
    }
}

fn missing(name: &str) -> PictureError {
    PictureError::Missing(name.to_owned())
}

fn read(name: &str, folders: &[&Path]) -> Result<(PathBuf, Vec<u8>), PictureError> {
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    if !inside {
        return Err(PictureError::Outside(name.to_owned()));
    }
    let path = folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file());
    let path = path.ok_or_else(|| missing(name))?;
    let unreadable = |source| PictureError::Unreadable { file: path.clone(), source };
    if fs::metadata(&path).map_err(unreadable)?.len() > LIMIT {
        return Err(PictureError::TooLarge { file: path, limit: LIMIT / MIB });
    }
    let bytes = fs::read(&path).map_err(unreadable)?;
    Ok((path, bytes))
}

/// The extension by what the bytes are, whatever the name says.
fn kind(name: &str, bytes: &[u8]) -> Result<&'static str, PictureError> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    // Decoded here, so that a broken picture is called by its name; Typst finds it done.
    let decode = |format, word| {
        let decoded = RasterImage::plain(Bytes::new(bytes.to_vec()), format);
        decoded.map_err(|_| broken(name, Defect::Content(word)))
    };
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return decode(ExchangeFormat::Png, "PNG").map(|_| "png");
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return decode(ExchangeFormat::Jpg, "JPEG").map(|_| "jpg");
    }
    if !String::from_utf8_lossy(head).contains("<svg") {
        return Err(broken(name, Defect::NoForm));
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => Ok("svg"),
        Err(_) => Err(broken(name, Defect::NoUtf8)),
    }
}

fn broken(name: &str, defect: Defect) -> PictureError {
    PictureError::Broken { name: name.to_owned(), defect }
}
