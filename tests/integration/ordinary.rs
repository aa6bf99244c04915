//! Ordinary, correct documents stay silent: `tests/data/lazim`.
//!
//! Whole texts, and texts put together from the usual ways of writing each part (`ragam.toml`), so
//! that any two ways of any two parts meet in some draft: an orthogonal array over a prime.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use naskah::finding::Level;
use serde::Deserialize;

use crate::common::{CATALOG, check, root, toml_files};

/// A prime above the number of parts and of the ways of each: then a row (a, b) with `a + b · part`
/// as the way of a part has every pair of ways of every two parts.
const PRIME: usize = 23;

#[derive(Deserialize)]
struct Variety {
    segi: Vec<Part>,
}

#[derive(Deserialize)]
struct Part {
    nama: String,
    pilihan: Vec<Way>,
}

/// One usual way: lines before the first table, tables, and what it is called elsewhere.
#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Way {
    kepala: String,
    tubuh: String,
    /// Whether `tubuh` is a line of the root.
    akar: bool,
    naskah: Option<String>,
    satuan: Option<String>,
    satu: Option<String>,
    dua: Option<String>,
    nomor1: Option<String>,
    nomor2: Option<String>,
}

fn folder() -> PathBuf {
    root().join("tests/data/lazim")
}

fn variety() -> Variety {
    let text = std::fs::read_to_string(folder().join("ragam.toml")).expect("ragam.toml");
    let read: Variety = toml::from_str(&text).expect("ragam.toml");
    assert!(read.segi.len() < PRIME && read.segi.iter().all(|part| part.pilihan.len() < PRIME));
    read
}

/// The way that each part takes in a row of the array.
fn row(variety: &Variety, at: usize) -> Vec<&Way> {
    let (first, step) = (at / PRIME, at % PRIME);
    let way =
        |(index, part): (usize, &'_ Part)| (first + step * index) % PRIME % part.pilihan.len();
    let parts = variety.segi.iter().enumerate();
    parts.map(|(index, part)| &part.pilihan[way((index, part))]).collect()
}

/// The draft of a row.
fn draft(ways: &[&Way]) -> String {
    let mut text = String::new();
    for way in ways {
        let _ = writeln!(text, "{}", way.kepala);
        if way.akar {
            let _ = writeln!(text, "{}", way.tubuh);
        }
    }
    let _ = writeln!(text, "tempat = \"Kota Contoh\"");
    for way in ways.iter().filter(|way| !way.akar) {
        let _ = writeln!(text, "{}", way.tubuh);
    }
    let one = |pick: fn(&Way) -> &Option<String>| {
        ways.iter().find_map(|way| pick(way).clone()).unwrap_or_default()
    };
    for (mark, word) in [
        ("«satuan»", one(|way| &way.satuan)),
        ("«naskah»", one(|way| &way.naskah)),
        ("«nomor1»", one(|way| &way.nomor1)),
        ("«nomor2»", one(|way| &way.nomor2)),
        ("«1»", one(|way| &way.satu)),
        ("«2»", one(|way| &way.dua)),
        ("«L1»", "Kantor Imigrasi Kelas I TPI Contoh".to_owned()),
        ("«semua»", "PARA PIHAK".to_owned()),
    ] {
        text = text.replace(mark, &word);
    }
    numbered(&text)
}

/// Puts the number of an article in the place of «@name».
fn numbered(text: &str) -> String {
    let reading = naskah::draft::read(text, &CATALOG);
    let outline = reading.draft.unwrap_or_else(|| panic!("no draft:\n{text}")).outline;
    let mut text = text.to_owned();
    for section in &outline.sections {
        text = text.replace(&format!("«@{}»", section.name), &section.number.to_string());
    }
    assert!(!text.contains('«'), "{text}");
    text
}

/// What is said against a text, from a level on.
fn said(text: &str, from: Level) -> Vec<String> {
    let (file, checked) = check(text);
    let grave = checked.findings.into_iter().filter(|finding| finding.level >= from);
    grave
        .map(|finding| {
            let line = file.line_column(finding.span.start).line;
            let shown = text.lines().nth(line - 1).unwrap_or_default().trim().to_owned();
            format!("{}: {}\n      {shown}", finding.rule, finding.message)
        })
        .collect()
}

#[test]
fn every_two_ordinary_ways_together_are_silent() {
    let variety = variety();
    let mut wrong: BTreeMap<String, usize> = BTreeMap::new();
    let rows: Vec<usize> = (0..PRIME * PRIME).collect();
    let workers = naskah::batch::workers(None, rows.len());
    let judge = |(): &mut (), at: &usize| said(&draft(&row(&variety, *at)), Level::Warning);
    for lines in naskah::batch::run(&rows, workers, || (), judge) {
        for line in lines.expect("no panic") {
            *wrong.entry(line).or_insert(0) += 1;
        }
    }
    let mut report = String::new();
    for (line, count) in &wrong {
        let _ = writeln!(report, "{count} x {line}");
    }
    assert!(wrong.is_empty(), "\n{report}");
}

#[test]
fn every_ordinary_way_alone_is_silent_to_the_last_note() {
    // Notes on what a finished text leaves out are for whoever leaves everything out.
    let variety = variety();
    let mut report = String::new();
    for (index, part) in variety.segi.iter().enumerate() {
        for (at, way) in part.pilihan.iter().enumerate() {
            let mut ways: Vec<&Way> = variety.segi.iter().map(|part| &part.pilihan[0]).collect();
            ways[index] = way;
            for line in said(&draft(&ways), Level::Info) {
                if !line.contains("naskah tidak mengatur") {
                    let _ = writeln!(report, "{} {}: {line}", part.nama, at + 1);
                }
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn whole_ordinary_texts_are_silent() {
    let files = toml_files(&folder());
    let files = files.into_iter().filter(|path| !path.ends_with("ragam.toml"));
    let mut report = String::new();
    let mut count = 0;
    for path in files {
        count += 1;
        let text = std::fs::read_to_string(&path).expect("draft");
        for line in said(&text, Level::Info) {
            let _ = writeln!(report, "{}: {line}", path.display());
        }
    }
    assert!(count >= 12, "only {count} whole texts");
    assert!(report.is_empty(), "\n{report}");
}
