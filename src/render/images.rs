//! The pictures of a draft, from beside it or from one named folder, and from nowhere else.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage};

use crate::draft::Draft;
use crate::error::{Failure, system};
use crate::print::{self, Pictures};

/// The largest picture that is read.
const LIMIT: u64 = 20 * 1024 * 1024;

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
    Failure::new(
        "gambar tidak ada",
        name,
        "letakkan gambar di folder draf, atau sebut foldernya dengan --images",
    )
}

fn read(name: &str, folders: &[&Path]) -> Result<(PathBuf, Vec<u8>), Failure> {
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    if !inside {
        return Err(Failure::new(
            "gambar harus berada di folder draf",
            name,
            "tulis nama berkasnya saja, tanpa / di depan dan tanpa ..",
        ));
    }
    let path = folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file());
    let path = path.ok_or_else(|| missing(name))?;
    let unreadable = |error: std::io::Error| {
        let place = path.display();
        let what = format!("gambar tidak dapat dibaca{}", system(&error));
        Failure::new(what, place, "periksa hak akses berkas")
    };
    if fs::metadata(&path).map_err(unreadable)?.len() > LIMIT {
        return Err(Failure::new(
            "gambar lebih besar dari 20 MiB",
            path.display(),
            "perkecil gambarnya",
        ));
    }
    let bytes = fs::read(&path).map_err(unreadable)?;
    Ok((path, bytes))
}

/// The extension by what the bytes are, whatever the name says.
fn kind(name: &str, bytes: &[u8]) -> Result<&'static str, Failure> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    // Decoded here, so that a broken picture is called by its name; Typst finds it done.
    let decode = |format, word| {
        let decoded = RasterImage::plain(Bytes::new(bytes.to_vec()), format);
        decoded.map_err(|_| broken(name, &format!("isi {word}-nya rusak")))
    };
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return decode(ExchangeFormat::Png, "PNG").map(|_| "png");
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return decode(ExchangeFormat::Jpg, "JPEG").map(|_| "jpg");
    }
    if !String::from_utf8_lossy(head).contains("<svg") {
        return Err(broken(name, "isinya bukan PNG, JPEG, atau SVG"));
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => Ok("svg"),
        Err(_) => Err(broken(name, "SVG harus teks UTF-8")),
    }
}

fn broken(name: &str, detail: &str) -> Failure {
    Failure::new(
        format!("gambar tidak dapat dipakai: {detail}"),
        name,
        "simpan ulang gambarnya sebagai PNG, JPEG, atau SVG tanpa rujukan ke berkas lain",
    )
}
