//! The closed world of one compilation: embedded fonts and shared layout, one filled template, the
//! draft's pictures and the print tree. No packages, no network, no clock, no disk.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::fonts::FONTS;
use crate::kind::Catalog;
use crate::text::script;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The filled template.
pub(super) const MAIN: &str = "/main.typ";

/// The layout that all kinds share, by path.
#[derive(Debug)]
pub(super) struct Shared(BTreeMap<String, Source>);

impl Shared {
    pub(super) fn read(catalog: &Catalog) -> Self {
        let files = shared_files(catalog);
        let sources = files.filter_map(|(path, text)| {
            let source = Source::new(file_id(&path)?, text);
            Some((path, source))
        });
        Self(sources.collect())
    }
}

/// The shared layout as text, by its path in the world.
pub(super) fn shared_files(catalog: &Catalog) -> impl Iterator<Item = (String, String)> {
    let files = catalog.files().filter(|(path, _)| path.ends_with(".typ"));
    let files = files.map(|(path, text)| (format!("/{path}"), text.to_owned()));
    files.chain(std::iter::once(("/_bersama/aksara.typ".to_owned(), scripts())))
}

/// What templates have to know of scripts, so that there is one list of them.
fn scripts() -> String {
    let ranges = script::ARABIC.iter().map(|(first, last)| {
        format!("\\u{{{:x}}}-\\u{{{:x}}}", u32::from(*first), u32::from(*last))
    });
    format!("#let arab = regex(\"[{}]\")\n", ranges.collect::<String>())
}

fn file_id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// The world of one document.
pub(super) struct Closed<'a> {
    main: Source,
    shared: &'a Shared,
    files: BTreeMap<String, Bytes>,
}

impl<'a> Closed<'a> {
    /// The world of a filled template with its data files; `None` when Typst takes no more files.
    pub(super) fn new(
        source: String,
        files: BTreeMap<String, Vec<u8>>,
        shared: &'a Shared,
    ) -> Option<Self> {
        let files = files.into_iter().map(|(path, bytes)| (path, Bytes::new(bytes))).collect();
        Some(Self { main: Source::new(file_id(MAIN)?, source), shared, files })
    }
}

impl World for Closed<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let path = id.get().vpath().get_with_slash();
        self.shared.0.get(path).cloned().ok_or_else(|| FileError::NotFound(PathBuf::from(path)))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_with_slash();
        self.files.get(path).cloned().ok_or_else(|| FileError::NotFound(PathBuf::from(path)))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
