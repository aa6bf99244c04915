//! The pictures of a draft, ready to be laid out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage};

use crate::draft::Draft;
use crate::error::Failure;
use crate::picture::{self, Fault, Form, Picture};
use crate::print::{self, Pictures};
use crate::words::Language;

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
    pub fn load(draft: &Draft<'_>, folders: &[&Path]) -> Result<Self, Failure> {
        let (mut loaded, mut files) = (BTreeMap::new(), Vec::new());
        for name in print::pictures(draft) {
            if !loaded.contains_key(name) {
                let picture =
                    picture::read(name, folders).map_err(|fault| refused(name, &fault))?;
                decoded(&picture).map_err(|fault| refused(name, &fault))?;
                let Picture { file, form, bytes } = picture;
                files.push(file);
                let path = format!("/gambar/{}.{}", loaded.len(), form.extension());
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
    pub(super) fn paths(&self, draft: &Draft<'_>) -> Result<Pictures, Failure> {
        let path = |name: &str| Some((name.to_owned(), self.loaded.get(name)?.0.clone()));
        let names = print::pictures(draft).into_iter();
        names.map(|name| path(name).ok_or_else(|| missing(name))).collect()
    }

    /// A failure at a picture's path in the world, at the name that the draft gives it.
    pub(super) fn named(&self, failure: Failure) -> Failure {
        let place = failure.place.as_deref().unwrap_or_default();
        let home = self.loaded.iter().find(|(_, (path, _))| place.contains(path.as_str()));
        match home {
            Some((name, _)) => {
                let words = failure.what.split_once(": ").map_or("", |(_, words)| words);
                broken(
                    name,
                    &format!("isinya rusak atau merujuk berkas lain (kata pengurai: {words})"),
                )
            }
            None => failure,
        }
    }

    /// The files of the world.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> + '_ {
        self.loaded.values().cloned()
    }
}

fn missing(name: &str) -> Failure {
    refused(name, &Fault::Missing)
}

/// Why a picture is not drawn, at the name that the draft gives it.
fn refused(name: &str, fault: &Fault) -> Failure {
    let language = Language::default();
    Failure::new(fault.fact().text(language), name, fault.remedy().text(language))
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

fn broken(name: &str, detail: &str) -> Failure {
    Failure::new(
        format!("gambar tidak dapat dipakai: {detail}"),
        name,
        "simpan ulang gambarnya sebagai PNG, JPEG, atau SVG tanpa rujukan ke berkas lain",
    )
}
