//! From a draft to a PDF, and from PDFs to the blocks that a reader hears.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use naskah::inside::draft;
use naskah::inside::kind::Kind;
use naskah::inside::render::{self, Format, Images, Options, Standards, Style, Worker};

use crate::common::kinds::class;
use crate::common::{CATALOG, python, root};

/// A paragraph, heading or cell: what kind of thing it is, and its text.
#[derive(Clone, Debug)]
pub struct Block {
    pub kind: String,
    pub text: String,
}

/// Prints drafts into a folder that goes away with it.
pub struct Printer {
    folder: tempfile::TempDir,
    worker: Worker,
}

static COUNT: AtomicUsize = AtomicUsize::new(0);

impl Printer {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("folder"), worker: Worker::new(&CATALOG) }
    }

    /// Prints a draft as an ordinary PDF, whatever the checker says of its contents.
    pub fn print(&mut self, text: &str) -> Result<PathBuf, String> {
        let reading = draft::read(text, &CATALOG);
        let draft = reading.draft.unwrap_or_else(|| panic!("{:?}", reading.faults));
        let pictures = root().join("samples/nota-dinas");
        let images = Images::load(&draft, &[pictures.as_path()]).expect("pictures");
        let options = Options {
            format: Format::Pdf,
            standards: Standards::default(),
            ppi: 72,
            style: Style::default(),
            watermark: false,
        };
        let rendered = render::render(&draft, &CATALOG, &images, &options, &mut self.worker)
            .map_err(|failure| format!("{failure:?}"))?;
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = self.folder.path().join(format!("{number:05}.pdf"));
        std::fs::write(&path, &rendered.pages[0]).expect("PDF");
        Ok(path)
    }
}

/// Reads PDFs in one go; hyphens at line ends are no part of the text.
pub fn read(files: &[PathBuf]) -> Vec<Vec<Block>> {
    let flag = std::iter::once(Path::new("--json"));
    lines("baca_pdf.py", flag.chain(files.iter().map(PathBuf::as_path)))
        .map(|l| blocks(&l))
        .collect()
}

/// A page, and how far its words reach, in points from its upper left corner.
#[derive(Debug)]
pub struct Page {
    size: [f64; 2],
    /// Left, top, right, bottom.
    words: [f64; 4],
}

/// How far the words of PDFs reach, page by page.
pub fn extents(files: &[PathBuf]) -> Vec<Vec<Page>> {
    let pages = |line: String| -> Vec<Page> {
        let list: Vec<serde_json::Value> = serde_json::from_str(&line).expect("JSON");
        let number = |list: &serde_json::Value, at: usize| list[at].as_f64().unwrap_or_default();
        let pages = list.iter().filter(|page| page["kata"].is_array()).map(|page| Page {
            size: [0, 1].map(|at| number(&page["halaman"], at)),
            words: [0, 1, 2, 3].map(|at| number(&page["kata"], at)),
        });
        pages.collect()
    };
    lines("tepi_pdf.py", files.iter().map(PathBuf::as_path)).map(pages).collect()
}

impl Page {
    /// Whether no word stands in the margins at the sides, nor off the page above or below, where
    /// only the numbers of pages stand in the margins.
    pub fn holds_its_words(&self, kind: &Kind) -> bool {
        let class = class(kind);
        let style = Style::default().json();
        let margin = |side: &str| {
            let text = style["batas"][&class][side].as_str().unwrap_or_default();
            let centimetres: f64 = text.trim_end_matches("cm").parse().expect("centimetres");
            centimetres * 72.0 / 2.54
        };
        let ([width, height], [left, top, right, bottom]) = (self.size, self.words);
        left > margin("kiri") - HAIR
            && right < width - margin("kanan") + HAIR
            && top > EDGE
            && bottom < height - EDGE
    }
}

/// What a letter may lean out of its line, and the room that every page keeps at its edge.
const HAIR: f64 = 2.0;
const EDGE: f64 = 20.0;

/// What a tool says of files, a line each.
fn lines<'a>(tool: &str, args: impl IntoIterator<Item = &'a Path>) -> impl Iterator<Item = String> {
    let output = python(tool, args);
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(str::to_owned).collect::<Vec<_>>().into_iter()
}

fn blocks(line: &str) -> Vec<Block> {
    let list: Vec<serde_json::Value> = serde_json::from_str(line).expect("JSON");
    list.iter()
        .flat_map(|block| {
            let part = |key: &str| block[key].as_str().unwrap_or_default();
            let text =
                Block { kind: part("tag").to_owned(), text: part("teks").replace('\u{AD}', "") };
            let alternative = Block { kind: "Alt".to_owned(), text: part("alt").to_owned() };
            [text, alternative]
        })
        .filter(|block| !block.text.is_empty())
        .collect()
}
