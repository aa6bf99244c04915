//! What users wait for, in this process: checking and rendering one draft and many.
//!
//! `cargo bench --bench naskah`. Figures of whole processes, and the ratio to the `typst` command
//! line on the same pages, come from `cargo bench --bench proses`.

mod drafts;

use divan::{Bencher, black_box};
use naskah::batch;
use naskah::draft;
use naskah::engine;
use naskah::kind::Catalog;
use naskah::render::{self, Format, Images, Options, Standards, Style, Worker};
use naskah::rule::Registry;
use naskah::source::SourceFile;

fn main() {
    divan::main();
}

fn options() -> Options {
    Options {
        format: Format::Pdf,
        standards: Standards::default(),
        ppi: 144,
        style: Style::default(),
        watermark: false,
    }
}

#[divan::bench(args = [1, 1_000])]
fn check(bencher: Bencher<'_, '_>, count: usize) {
    let (catalog, registry) = (Catalog::embedded(), Registry::embedded());
    let texts: Vec<SourceFile> = drafts::agreements(count)
        .into_iter()
        .map(|text| SourceFile::new("draf.toml", text))
        .collect();
    bencher.bench_local(|| {
        let workers = batch::workers(None, texts.len());
        batch::run(
            &texts,
            workers,
            || (),
            |(), file| engine::check(file, &catalog, &registry).findings.len(),
        )
    });
}

#[divan::bench(args = [1, 500], sample_count = 5)]
fn render(bencher: Bencher<'_, '_>, count: usize) {
    let catalog = Catalog::embedded();
    let (texts, options) = (drafts::agreements(count), options());
    let work = |worker: &mut Worker, text: &String| print(worker, text, &catalog, &options);
    // Warm: the first document pays for fonts and shared layout.
    let mut worker = Worker::new(&catalog);
    black_box(texts.first().map(|text| work(&mut worker, text)));
    bencher.bench_local(|| {
        let workers = batch::workers(None, texts.len());
        batch::run(&texts, workers, || Worker::new(&catalog), work)
    });
}

#[divan::bench(args = [50, 500, 5_000], sample_count = 3)]
fn lampiran(bencher: Bencher<'_, '_>, rows: usize) {
    let catalog = Catalog::embedded();
    let (text, options) = (drafts::plan(rows), options());
    bencher.bench_local(|| print(&mut Worker::new(&catalog), &text, &catalog, &options));
}

fn print(worker: &mut Worker, text: &str, catalog: &Catalog, options: &Options) -> usize {
    let reading = draft::read(text, catalog);
    let Some(draft) = reading.draft else { return 0 };
    let pages = render::render(&draft, catalog, &Images::default(), options, worker);
    pages.map_or(0, |pages| pages.iter().map(Vec::len).sum())
}
