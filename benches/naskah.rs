//! What users wait for, in this process: checking and rendering one draft and many.
//!
//! `cargo bench --bench naskah`. Figures of whole processes, and the ratio to the `typst` command
//! line on the same pages, come from `cargo bench --bench proses`.

mod drafts;

use std::ops::ControlFlow;
use std::path::Path;

use divan::{Bencher, black_box};
use naskah::inside::batch;
use naskah::inside::render::{Format, Standards};
use naskah::session::{ConfigChoice, Options, Printer, Printing, Session, Text};

fn main() {
    divan::main();
}

/// What holds without any configuration.
fn session() -> Session {
    Session::new(Options { config: ConfigChoice::Isolated, ..Options::default() })
}

fn text(text: String) -> Text {
    Text::unsaved(Path::new("draf.toml"), text)
}

fn printing() -> Printing {
    Printing {
        format: Format::Pdf,
        standards: Standards::default(),
        ppi: 144,
        style: None,
        images: None,
        draft: false,
        apart: None,
    }
}

#[divan::bench(args = [1, 1_000])]
fn check(bencher: Bencher<'_, '_>, count: usize) {
    let session = session();
    let texts: Vec<Text> = drafts::agreements(count).into_iter().map(text).collect();
    let work = |(): &mut (), text: &&Text| found(&session, text);
    bencher.bench_local(|| {
        let workers = batch::workers(None, texts.len());
        batch::stream(&texts, workers, || (), work, |_, found| go_on(found));
    });
}

/// An editor's part: one draft, and after every keystroke the whole of it again.
#[divan::bench]
fn edited(bencher: Bencher<'_, '_>) {
    let session = session();
    let mut texts = drafts::agreements(100).into_iter().map(text).cycle();
    bencher.bench_local(|| texts.next().map(|text| found(&session, &text)));
}

fn found(session: &Session, text: &Text) -> usize {
    session.check(text).map_or(0, |checked| checked.report.findings.len())
}

fn go_on<T>(outcome: T) -> ControlFlow<()> {
    black_box(outcome);
    ControlFlow::Continue(())
}

#[divan::bench(args = [1, 500], sample_count = 5)]
fn render(bencher: Bencher<'_, '_>, count: usize) {
    let (session, printing) = (session(), printing());
    let texts: Vec<Text> = drafts::agreements(count).into_iter().map(text).collect();
    let work = |printer: &mut Printer<'_>, text: &&Text| print(printer, text);
    // Warm: the first document pays for fonts and shared layout.
    black_box(texts.first().map(|text| print(&mut session.printer(&printing), text)));
    bencher.bench_local(|| {
        let workers = batch::workers(None, texts.len());
        let setup = || session.printer(&printing);
        batch::stream(&texts, workers, setup, work, |_, length| go_on(length));
    });
}

#[divan::bench(args = [50, 500, 5_000], sample_count = 3)]
fn lampiran(bencher: Bencher<'_, '_>, rows: usize) {
    let (session, printing) = (session(), printing());
    let text = text(drafts::plan(rows));
    bencher.bench_local(|| print(&mut session.printer(&printing), &text));
}

fn print(printer: &mut Printer<'_>, text: &Text) -> usize {
    printer.print(text).map_or(0, |printed| printed.pages.iter().map(Vec::len).sum())
}
