//! Ordinary, correct documents stay silent: `tests/data/lazim`.
//!
//! Whole texts, and texts put together from the usual ways of writing each part (`ragam.toml`), so
//! that any two ways of any two parts meet in some draft.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::PathBuf;

use naskah::inside::finding::Level;
use serde::Deserialize;

use crate::common::{CATALOG, check, root, toml_files};

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
    toml::from_str(&text).expect("ragam.toml")
}

/// Which ways meet: rows of one way of each part, until every pair of ways of every two parts has met.
/// Each row begins with a pair that has not, and takes of every other part the way with the most
/// pairs that have not; the same rows on every run.
fn rows(variety: &Variety) -> Vec<Vec<usize>> {
    let counts: Vec<usize> = variety.segi.iter().map(|part| part.pilihan.len()).collect();
    let parts = || 0..counts.len();
    let mut open: BTreeSet<[(usize, usize); 2]> = BTreeSet::new();
    for (one, other) in parts().flat_map(|one| (one + 1..counts.len()).map(move |two| (one, two))) {
        let pairs = (0..counts[one]).flat_map(|a| (0..counts[other]).map(move |b| (a, b)));
        open.extend(pairs.map(|(a, b)| [(one, a), (other, b)]));
    }
    let mut rows = Vec::new();
    while let Some(pair) = open.first().copied() {
        let mut row = vec![None; counts.len()];
        pair.iter().for_each(|(part, way)| row[*part] = Some(*way));
        for part in parts() {
            let meets = |way: usize| {
                let met = parts().filter_map(|other| Some((other, row[other]?)));
                let mut two = met.map(|other| [(part, way).min(other), (part, way).max(other)]);
                two.by_ref().filter(|pair| open.contains(pair)).count()
            };
            let best = (0..counts[part]).max_by_key(|way| (meets(*way), counts[part] - way));
            row[part] = row[part].or(best);
        }
        let row: Vec<usize> = row.into_iter().map(|way| way.expect("a way")).collect();
        open.retain(|pair| pair.iter().any(|(part, way)| row[*part] != *way));
        rows.push(row);
    }
    rows
}

fn ways<'a>(variety: &'a Variety, row: &[usize]) -> Vec<&'a Way> {
    variety.segi.iter().zip(row).map(|(part, way)| &part.pilihan[*way]).collect()
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
    numbered(&of_own_unit(&text, &one(|way| &way.satuan)))
}

/// The text with the name and the head of the unit that signs at a level.
fn of_own_unit(text: &str, level: &str) -> String {
    const UNIT: &str = "Kantor Imigrasi Kelas I TPI Contoh";
    let (name, head) = match level {
        "menteri" => {
            ("Kementerian Imigrasi dan Pemasyarakatan", "Menteri Imigrasi dan Pemasyarakatan")
        }
        "eselon-1" => ("Direktorat Jenderal Imigrasi", "Direktur Jenderal Imigrasi"),
        "kanwil-imigrasi" => (
            "Kantor Wilayah Direktorat Jenderal Imigrasi Contoh",
            "Kepala Kantor Wilayah Direktorat Jenderal Imigrasi Contoh",
        ),
        _ => return text.to_owned(),
    };
    let text = text.replace(&format!("Kepala {UNIT}"), head).replace(UNIT, name);
    let chief = if level == "menteri" { "MENTERI," } else { "DIREKTUR JENDERAL," };
    let chief = if level == "kanwil-imigrasi" { "KEPALA," } else { chief };
    let text = text.replace("\"KEPALA,\"", &format!("\"{chief}\""));
    text.replace("\"Kepala Kantor\"", &format!("\"{head}\""))
}

/// Puts the number of an article in the place of «@name».
fn numbered(text: &str) -> String {
    let reading = naskah::inside::draft::read(text, &CATALOG);
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
    let rows = rows(&variety);
    assert!((60..400).contains(&rows.len()), "{} rows", rows.len());
    let workers = naskah::inside::batch::workers(None, rows.len());
    let judge = |(): &mut (), row: &&Vec<usize>| said(&draft(&ways(&variety, row)), Level::Warning);
    naskah::inside::batch::stream(
        &rows,
        workers,
        || (),
        judge,
        |_, lines| {
            for line in lines.expect("no panic") {
                *wrong.entry(line).or_insert(0) += 1;
            }
            ControlFlow::Continue(())
        },
    );
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

/// What the narrowed rules are for is still found: each of these faults, and nothing besides.
#[test]
fn plain_faults_are_still_found() {
    let text = std::fs::read_to_string(root().join("tests/data/keliru.toml")).expect("draft");
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for finding in check(&text).1.findings {
        *found.entry(finding.rule.to_string()).or_insert(0) += 1;
    }
    let found: Vec<(&str, usize)> = found.iter().map(|(rule, n)| (rule.as_str(), *n)).collect();
    let expected = [
        ("bentuk/residu-isian", 2),
        ("permenimipas-8-2025/pendanaan-tidak-dimuat", 1),
        ("tata-tulis/angka-terbilang-tidak-cocok", 3),
        ("tata-tulis/hari-tidak-cocok", 2),
        ("tata-tulis/jabatan-penanda-tangan-berbeda", 1),
        ("tata-tulis/masa-berlaku-tidak-cocok", 1),
        ("tata-tulis/nama-penanda-tangan-berbeda", 1),
        ("tata-tulis/rangkap-kurang", 1),
        ("tata-tulis/rujukan-ke-diri-sendiri", 1),
        ("tata-tulis/rujukan-tidak-ada", 2),
        ("tata-tulis/sebutan-pihak-berubah", 1),
        ("tata-tulis/urutan-butir", 2),
    ];
    assert_eq!(found, expected);
}
