//! From a draft to a PDF, and from PDFs to the blocks that a reader hears.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use naskah::draft;
use naskah::render::{self, Format, Images, Options, Standards, Style, Worker};

use crate::common::{CATALOG, root};

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
        let pages = render::render(&draft, &CATALOG, &images, &options, &mut self.worker)
            .map_err(|failure| format!("{failure} ({:?})", failure.place))?;
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = self.folder.path().join(format!("{number:05}.pdf"));
        std::fs::write(&path, &pages[0]).expect("PDF");
        Ok(path)
    }
}

/// Reads PDFs in one go; hyphens at line ends are no part of the text.
pub fn read(files: &[PathBuf]) -> Vec<Vec<Block>> {
    #[allow(
        clippy::disallowed_methods,
        reason = "which Python has pikepdf is the machine's affair"
    )]
    let python = std::env::var("NASKAH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let help = "pasang pikepdf (python3 -m pip install pikepdf), atau sebut Python yang memilikinya: \
                NASKAH_PYTHON=/jalur/ke/python cargo test";
    let output = Command::new(&python)
        .arg(root().join("tests/tools/baca_pdf.py"))
        .arg("--json")
        .args(files)
        .output()
        .unwrap_or_else(|error| panic!("{python}: {error}; {help}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("No module named"), "{python}: {said}\n{help}");
    assert!(output.status.success(), "{said}");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(blocks).collect()
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
