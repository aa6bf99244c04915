//! The closed world of one compilation: embedded fonts and shared layout, one filled template, the
//! draft's pictures and rows. No packages, no network, no clock, no disk.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpanKind, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;

use super::context::Context;
use super::export;
use super::fonts::FONTS;
use super::{Options, Pages, template};
use crate::draft::{Draft, inline};
use crate::error::Failure;
use crate::kind::{Catalog, Kind};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// Documents between two clearings of Typst's memo cache; it grows by 0.7 MB a document otherwise.
const CLEARING: usize = 10;

/// A renderer for one thread: it owns a pool of one thread, so that a document that waits never
/// picks up another one on its stack (DESIGN.md section 6).
#[derive(Debug)]
pub struct Worker {
    pool: Option<rayon::ThreadPool>,
    shared: BTreeMap<String, Source>,
    done: usize,
}

impl Worker {
    /// A renderer with the shared layout of a catalogue.
    pub fn new(catalog: &Catalog) -> Self {
        let shared = catalog
            .files()
            .filter(|(path, _)| path.ends_with(".typ"))
            .filter_map(|(path, text)| {
                let path = format!("/{path}");
                Some((path.clone(), Source::new(file_id(&path)?, text.to_owned())))
            })
            .collect();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(16 << 20).build();
        Self { pool: pool.ok(), shared, done: 0 }
    }

    fn install<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.pool {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }

    /// Lays out a filled template.
    pub(super) fn compile(
        &mut self,
        catalog: &Catalog,
        kind: &Kind,
        source: String,
        files: BTreeMap<String, Vec<u8>>,
        context: &Context,
    ) -> Result<PagedDocument, Failure> {
        self.done += 1;
        if self.done.is_multiple_of(CLEARING) {
            comemo::evict(1);
        }
        let main =
            file_id("/main.typ").ok_or_else(|| Failure::general("jalur maya", "laporkan"))?;
        let files = files.into_iter().map(|(path, bytes)| (path, Bytes::new(bytes))).collect();
        let world = Closed { main: Source::new(main, source), shared: &self.shared, files };
        let (result, warnings) = self.install(|| {
            let warned = typst::compile::<PagedDocument>(&world);
            (warned.output, warned.warnings)
        });
        // An unknown font or a layout that does not settle gives a wrong page, not an error.
        let faults = match &result {
            Err(errors) => errors.clone(),
            Ok(_) => warnings,
        };
        if let Some(fault) = faults.first() {
            return Err(failure(fault, &world, catalog, kind, context));
        }
        let unknown =
            || Failure::general("halaman tidak dapat disusun", "laporkan kepada pengelola naskah");
        result.map_err(|_| unknown())
    }

    /// Turns pages into bytes.
    pub(super) fn export(
        &self,
        document: &PagedDocument,
        draft: &Draft<'_>,
        options: &Options,
    ) -> Result<Pages, Failure> {
        let exported = self.install(|| export::export(document, draft, options));
        exported.map_err(|faults| unprintable(&faults, draft))
    }
}

fn file_id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

struct Closed<'a> {
    main: Source,
    shared: &'a BTreeMap<String, Source>,
    files: BTreeMap<String, Bytes>,
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
        self.shared.get(path).cloned().ok_or_else(|| FileError::NotFound(PathBuf::from(path)))
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

/// A fault of Typst at the template's own line.
fn failure(
    fault: &SourceDiagnostic,
    world: &Closed<'_>,
    catalog: &Catalog,
    kind: &Kind,
    context: &Context,
) -> Failure {
    let message = fault.message.to_string();
    // Every level of a list is a level of the source, and a call of the template.
    if message.contains("call depth exceeded") || message.contains("parsing depth exceeded") {
        let remedy = "kurangi tingkat rincian di dalam isi; naskah resmi memakai ayat, huruf, angka, dan huruf kecil";
        return Failure::general("isi bertingkat terlalu dalam untuk dicetak", remedy);
    }
    let place = place(fault, world, catalog, kind, context);
    let hints: Vec<String> = fault.hints.iter().map(|hint| hint.v.to_string()).collect();
    let hints = if hints.is_empty() { String::new() } else { format!(" ({})", hints.join("; ")) };
    Failure::new(
        format!("templat tidak dapat disusun: {message}{hints}"),
        place,
        "perbaiki templat itu, atau hapus --templates untuk memakai templat bawaan",
    )
}

fn place(
    fault: &SourceDiagnostic,
    world: &Closed<'_>,
    catalog: &Catalog,
    kind: &Kind,
    context: &Context,
) -> String {
    let id = match fault.span.get() {
        DiagSpanKind::Detached => return format!("templates/{}/dokumen.typ.j2", kind.id),
        DiagSpanKind::Number { id, .. } | DiagSpanKind::Range { id, .. } => id,
    };
    let start = world.range(fault.span).map_or(0, |range| range.start);
    if id == world.main.id() {
        return match template::origin(catalog, kind, context, start) {
            Some((path, line)) => format!("templates/{path}:{line}"),
            None => format!("templates/{}/dokumen.typ.j2", kind.id),
        };
    }
    let path = id.get().vpath().get_with_slash();
    let line = world.source(id).ok().and_then(|source| source.lines().byte_to_line(start));
    let line = line.map_or_else(String::new, |line| format!(":{}", line + 1));
    format!("templates{path}{line}")
}

/// A text that no single font can set: shown at the field of the draft that holds it.
fn unprintable(faults: &[SourceDiagnostic], draft: &Draft<'_>) -> Failure {
    let message = faults.first().map(|fault| fault.message.to_string()).unwrap_or_default();
    let mut quoted = message.split(['`', '"', '“', '”']).skip(1);
    let quoted = quoted.find(|part| !part.trim().is_empty()).unwrap_or_default();
    let wanted: String = quoted.chars().filter(|c| !c.is_whitespace()).collect();
    let home = draft
        .texts()
        .into_iter()
        .find(|(_, text)| !wanted.is_empty() && inline::plain(text).contains(wanted.as_str()));
    let what = format!("dokumen tidak memenuhi standar PDF yang diminta: {message}");
    match home {
        Some((path, _)) => {
            let remedy =
                "ganti aksara itu di dalam draf, atau pilih standar lain dengan --pdf-standard";
            Failure::new(what, path, remedy)
        }
        None => Failure::general(what, "pilih standar lain dengan --pdf-standard"),
    }
}
