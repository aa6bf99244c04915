//! Whole processes, side by side with the `typst` command line on the same pages.
//!
//! `NASKAH_TYPST=/path/to/typst cargo bench --bench proses`. The two programs take turns, so that a
//! noisy machine is noisy for both; what counts are the ratios of the medians.

#![allow(clippy::disallowed_methods, reason = "a benchmark measures time")]
#![allow(clippy::print_stdout, reason = "the figures are its output")]

mod drafts;
mod turns;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use naskah::inside::draft;
use naskah::inside::kind::Catalog;
use naskah::inside::render::{self, Format, Images, Options, Standards, Style};
use turns::{Outcome, median, time};

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let typst = std::env::var("NASKAH_TYPST").ok().map(PathBuf::from);
    let agreement = drafts::agreements(1).pop().unwrap_or_default();
    compare(folder.path(), "satu perjanjian", &agreement, 15, typst.as_deref())?;
    compare(folder.path(), "lampiran 50 baris", &drafts::plan(50), 15, typst.as_deref())?;
    compare(folder.path(), "lampiran 5000 baris", &drafts::plan(5_000), 3, typst.as_deref())?;
    batch(folder.path(), typst.as_deref())
}

fn naskah() -> Command {
    Command::new(env!("CARGO_BIN_EXE_naskah"))
}

fn compare(
    folder: &Path,
    name: &str,
    text: &str,
    runs: usize,
    typst: Option<&Path>,
) -> Outcome<()> {
    let file = folder.join("satu.toml");
    fs::write(&file, text)?;
    let world = folder.join("dunia");
    sources(text, &world)?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        ours.push(time(
            naskah().args(["render", "--force"]).arg(&file).arg("-o").arg(folder.join("a.pdf")),
        )?);
        if let Some(typst) = typst {
            theirs.push(time(&mut compile(typst, &world, &folder.join("b.pdf")))?);
        }
    }
    report(name, median(ours), theirs);
    Ok(())
}

fn compile(typst: &Path, world: &Path, out: &Path) -> Command {
    let mut command = Command::new(typst);
    command.args(["compile", "--ignore-system-fonts", "--ignore-embedded-fonts"]);
    command.args(["--pdf-standard", "a-2a,ua-1", "--font-path"]);
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/_bersama/huruf"));
    command.arg("--root").arg(world).arg(world.join("main.typ")).arg(out);
    command
}

fn report(name: &str, ours: Duration, theirs: Vec<Duration>) {
    if theirs.is_empty() {
        println!("render {name}: {ours:?}");
        return;
    }
    let theirs = median(theirs);
    let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
    println!("render {name}: naskah {ours:?}, typst {theirs:?}, typst/naskah {ratio:.2}");
}

/// 500 agreements in one call, against 500 calls of `typst`, of which 50 are made and counted tenfold.
fn batch(folder: &Path, typst: Option<&Path>) -> Outcome<()> {
    let many = folder.join("banyak");
    fs::create_dir(&many)?;
    let texts = drafts::agreements(500);
    for (at, text) in texts.iter().enumerate() {
        fs::write(many.join(format!("{at:04}.toml")), text)?;
    }
    let ours = time(
        naskah().args(["render", "--force", "--out-dir"]).arg(folder.join("keluar")).arg(&many),
    )?;
    let mut theirs = Vec::new();
    if let Some(typst) = typst {
        let world = folder.join("dunia-banyak");
        let mut total = Duration::ZERO;
        for text in texts.iter().take(50) {
            sources(text, &world)?;
            total += time(&mut compile(typst, &world, &folder.join("b.pdf")))?;
        }
        theirs.push(total * 10);
    }
    report("500 perjanjian", ours, theirs);
    Ok(())
}

/// Writes the files that a document is laid out from, as `typst` wants them.
fn sources(text: &str, world: &Path) -> Outcome<()> {
    let catalog = Catalog::embedded();
    let reading = draft::read(text, &catalog);
    let draft = reading.draft.ok_or("draf")?;
    let options = Options {
        format: Format::Pdf,
        standards: Standards::default(),
        ppi: 144,
        style: Style::default(),
        watermark: false,
    };
    for (path, bytes) in render::sources(&draft, &catalog, &Images::default(), &options)? {
        let target = world.join(path.trim_start_matches('/'));
        fs::create_dir_all(target.parent().unwrap_or(world))?;
        fs::write(target, bytes)?;
    }
    Ok(())
}
