//! The checker as a whole process: one draft and 1,000 drafts of 12 pasal, and of full agreements that
//! differ in every text that names the town, beside `check-jsonschema` on the same files with the
//! schema of the kind. A process of its own for one draft tells what it costs to begin: patterns are
//! built when they first meet a text.
//!
//! `NASKAH_CHECK_JSONSCHEMA=/path/to/check-jsonschema cargo bench --no-default-features --bench
//! periksa`. The two programs take turns, so that a noisy machine is noisy for both; what counts is
//! the ratio of the medians.

#![allow(clippy::disallowed_methods, reason = "a benchmark measures time")]
#![allow(clippy::print_stdout, reason = "the figures are its output")]

mod drafts;
mod turns;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use turns::{Outcome, median, time};

const ROUNDS: usize = 7;

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let rival = std::env::var("NASKAH_CHECK_JSONSCHEMA").ok().map(PathBuf::from);
    for count in [1, 1_000] {
        let sorts = [
            ("12 pasal", drafts::of_twelve_articles(count)),
            ("lengkap", drafts::different_agreements(count)),
        ];
        for (name, texts) in sorts {
            let drafts = folder.path().join(format!("{name}-{count}"));
            fs::create_dir(&drafts)?;
            let files: Vec<PathBuf> =
                (0..count).map(|at| drafts.join(format!("{at:04}.toml"))).collect();
            for (file, text) in files.iter().zip(texts) {
                fs::write(file, text)?;
            }
            measure(&format!("{name} {count}"), &files, rival.as_deref())?;
        }
    }
    Ok(())
}

fn measure(name: &str, files: &[PathBuf], rival: Option<&Path>) -> Outcome<()> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let naskah = env!("CARGO_BIN_EXE_naskah");
        ours.push(time(Command::new(naskah).args(["check", "--isolated"]).args(files))?);
        if let Some(rival) = rival {
            let schema = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("schemas/draf/perjanjian-kerja-sama.schema.json");
            let mut command = Command::new(rival);
            theirs.push(time(command.arg("--schemafile").arg(schema).args(files))?);
        }
    }
    let ours = median(ours);
    match theirs.is_empty() {
        true => println!("check {name}: {ours:?}"),
        false => {
            let theirs = median(theirs);
            let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
            println!(
                "check {name}: naskah {ours:?}, check-jsonschema {theirs:?}, {ratio:.1} times"
            );
        }
    }
    Ok(())
}
