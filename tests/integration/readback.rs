//! Whatever stands in a field reads back from the PDF exactly, and a character that cannot be
//! printed is a finding at its place.
//!
//! A draft with every text field of a kind is printed twice: once with a plain word in each field,
//! once with hostile texts. The second document must be the first one with the words replaced, block
//! for block. The reader (`tests/tools/baca_pdf.py`) shares no code with the writer.

mod everything;
mod expect;
mod reader;
mod strings;

use std::collections::BTreeMap;

use everything::{Everything, SHAPES, Slot};
use expect::{Pattern, Piece};
use naskah::draft::body::{self, Block, Body};
use naskah::draft::{self, inline, letters};
use naskah::kind::FieldType;
use reader::{Printer, read};

use crate::common::{CATALOG, check};

/// A kind with one of its shapes, printed with plain words.
struct Probe {
    full: Everything,
    pattern: Pattern,
}

fn probes() -> Vec<Probe> {
    let mut printer = Printer::new();
    let fulls: Vec<Everything> = SHAPES
        .iter()
        .flat_map(|shape| {
            shape.kinds.iter().map(move |kind| (CATALOG.get(kind).expect("kind"), shape))
        })
        .map(|(kind, shape)| Everything::new(kind, shape))
        .collect();
    let mut print = |full: &Everything| printer.print(&full.text(Slot::word)).expect("plain words");
    let files: Vec<_> = fulls.iter().map(&mut print).collect();
    let read = read(&files);
    fulls
        .into_iter()
        .zip(read)
        .map(|(full, blocks)| Probe { pattern: Pattern::of(&blocks), full })
        .collect()
}

/// What the tests put into the fields of one document.
struct Filling {
    probe: usize,
    values: Vec<String>,
}

/// The documents in which every text visits every class of fields. A value holds several texts where
/// a class has few fields.
fn rotation(probes: &[Probe], texts: &[String], rounds: usize) -> Vec<Filling> {
    let classes: Vec<Vec<&str>> = probes.iter().map(|probe| probe.classes(probes)).collect();
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    classes.iter().flatten().for_each(|class| *sizes.entry(*class).or_default() += 1);
    let mut next: BTreeMap<&str, usize> = BTreeMap::new();
    let mut fillings = Vec::new();
    for (at, probe) in std::iter::repeat_n(probes.iter().enumerate(), rounds).flatten() {
        let values = probe.full.slots.iter().zip(&classes[at]).map(|(slot, class)| {
            if class.is_empty() {
                return slot.word();
            }
            let share = texts.len().div_ceil(rounds * sizes[class]);
            let from = next.entry(class).or_default();
            let several: Vec<&str> =
                (0..share).map(|step| texts[(*from + step) % texts.len()].as_str()).collect();
            *from += share;
            suited(slot, several.join(" ¦ "))
        });
        fillings.push(Filling { probe: at, values: values.collect() });
    }
    fillings
}

/// The documents of one kind in which every text stands once.
fn sweep(probes: &[Probe], at: usize, texts: &[String]) -> Vec<Filling> {
    let probe = &probes[at];
    let printed = probe.pattern.slots();
    let parts = texts.chunks(printed.len().max(1)).map(|part| {
        let value = |slot: &Slot| match printed.iter().position(|number| *number == slot.number) {
            Some(place) => suited(slot, part[place % part.len()].clone()),
            None => slot.word(),
        };
        Filling { probe: at, values: probe.full.slots.iter().map(value).collect() }
    });
    parts.collect()
}

impl Probe {
    /// How each field is set: in a paragraph, a heading, a cell, a caption, in capitals or not. A field
    /// that stands in several places belongs to the rarest.
    fn classes(&self, all: &[Self]) -> Vec<&'static str> {
        let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
        all.iter()
            .flat_map(Self::settings)
            .flatten()
            .for_each(|class| *sizes.entry(class).or_default() += 1);
        let rarest =
            |places: &Vec<&'static str>| places.iter().min_by_key(|class| sizes[**class]).copied();
        self.settings().iter().map(|places| rarest(places).unwrap_or_default()).collect()
    }

    fn settings(&self) -> Vec<Vec<&'static str>> {
        let mut places = vec![Vec::new(); self.full.slots.len()];
        for (kind, pieces) in &self.pattern.blocks {
            for piece in pieces {
                if let Piece::Field { number, capitals } = piece {
                    places[*number].push(match (kind.as_str(), capitals) {
                        ("H1" | "H2" | "H3", false) => "judul",
                        ("H1" | "H2" | "H3", true) => "JUDUL",
                        ("P", _) => "paragraf",
                        ("TD", _) => "sel",
                        ("TH", _) => "kepala kolom",
                        ("Alt", _) => "teks pengganti",
                        (_, false) => "baris",
                        (_, true) => "BARIS",
                    });
                }
            }
        }
        places
    }
}

/// A value as it can stand in a field: what is syntax there is moved away from the head of the line,
/// and a sentence that the program ends itself does not bring its own full stop.
fn suited(slot: &Slot, mut value: String) -> String {
    if slot.field_type == FieldType::Isi {
        value = body::squeeze(&value);
        if !is_one_paragraph(&value) {
            value.insert_str(0, "x ");
        }
    }
    if slot.field_type == FieldType::Paragraf {
        value = body::squeeze(&value);
    }
    let place = slot.place();
    if ["arti", "dasar", "kewenangan", "kuasa"].iter().any(|key| place.contains(key))
        && value.trim_end().ends_with(['.', ';'])
    {
        value.push_str(" x");
    }
    value
}

fn is_one_paragraph(text: &str) -> bool {
    matches!(Body::parse(text).blocks.as_slice(), [Block::Paragraph(_)])
}

/// What may stand on paper for a value.
fn wordings(slot: &Slot, value: &str, capitals: bool) -> Vec<String> {
    let printed = inline::plain(&body::squeeze(value));
    let mut all = vec![printed.clone(), printed.trim().to_owned()];
    if slot.path == "nama_naskah" {
        all.push(spoken(value));
    }
    if capitals {
        all = all.into_iter().map(|text| text.to_uppercase()).collect();
    }
    all.dedup();
    all
}

/// The name of a document in running text.
fn spoken(name: &str) -> String {
    let kind = CATALOG.get("perjanjian-kerja-sama").expect("kind");
    let table: toml::Table = [("nama_naskah".to_owned(), name.into())].into_iter().collect();
    let (root, _) = naskah::source::read::read(&toml::to_string(&table).expect("TOML"));
    draft::spoken_name(kind, &root)
}

/// Prints and reads documents on two threads, and says which fields came out changed.
fn differences(probes: &[Probe], fillings: &[Filling]) -> Vec<String> {
    let half = fillings.len().div_ceil(2).max(1);
    std::thread::scope(|scope| {
        let parts = fillings.chunks(half).map(|part| scope.spawn(move || compare(probes, part)));
        let parts: Vec<_> = parts.collect();
        parts.into_iter().flat_map(|part| part.join().expect("a part of the documents")).collect()
    })
}

fn compare(probes: &[Probe], fillings: &[Filling]) -> Vec<String> {
    let mut printer = Printer::new();
    let mut found = Vec::new();
    for part in fillings.chunks(40) {
        let mut files = Vec::new();
        let mut printed = Vec::new();
        for filling in part {
            let full = &probes[filling.probe].full;
            if let Ok(folder) = std::env::var("NASKAH_DUMP") {
                let path =
                    format!("{folder}/{}-{}-{:p}.toml", full.kind.id, full.shape.name, filling);
                std::fs::write(path, full.text(|slot| filling.values[slot.number].clone()))
                    .unwrap();
            }
            match printer.print(&full.text(|slot| filling.values[slot.number].clone())) {
                Ok(file) => {
                    files.push(file);
                    printed.push(filling);
                }
                Err(failure) => {
                    found.push(format!("{} {}: {failure}", full.kind.id, full.shape.name))
                }
            }
        }
        for (filling, blocks) in printed.iter().zip(read(&files)) {
            found.extend(difference(&probes[filling.probe], filling, &blocks));
        }
    }
    found
}

/// The first block that is not the pattern with the fields replaced.
fn difference(probe: &Probe, filling: &Filling, blocks: &[reader::Block]) -> Option<String> {
    let slots = &probe.full.slots;
    let wording =
        |number: usize, capitals: bool| wordings(&slots[number], &filling.values[number], capitals);
    let name = || format!("{} {}", probe.full.kind.id, probe.full.shape.name);
    for ((kind, pieces), block) in probe.pattern.blocks.iter().zip(blocks) {
        if *kind != block.kind || !expect::matches(pieces, &block.text, &wording) {
            let fields: Vec<String> = pieces
                .iter()
                .filter_map(|piece| match piece {
                    Piece::Field { number, .. } => {
                        Some(format!("{} = {:?}", slots[*number].path, filling.values[*number]))
                    }
                    Piece::Fixed(_) => None,
                })
                .collect();
            return Some(format!(
                "{}: {pieces:?}\n  {}\n  dibaca {} {:?}",
                name(),
                fields.join("\n  "),
                block.kind,
                block.text
            ));
        }
    }
    let (expected, read) = (probe.pattern.blocks.len(), blocks.len());
    (expected != read).then(|| format!("{}: {expected} blok diharapkan, {read} dibaca", name()))
}

#[test]
fn every_text_field_is_printed() {
    let probes = probes();
    for probe in &probes {
        println!(
            "{} {} {} {}",
            probe.full.kind.id,
            probe.full.shape.name,
            probe.full.slots.len(),
            probe.pattern.slots().len()
        );
    }
    let mut printed: BTreeMap<(String, String), bool> = BTreeMap::new();
    for probe in &probes {
        let found = probe.pattern.slots();
        for slot in &probe.full.slots {
            let entry = printed.entry((probe.full.kind.id.clone(), slot.place())).or_default();
            *entry |= found.contains(&slot.number);
        }
    }
    let lost: Vec<_> =
        printed.iter().filter(|(_, printed)| !**printed).map(|(place, _)| place).collect();
    for one in lost {
        println!("{one:?}");
    }
}

#[test]
fn hostile_texts_read_back() {
    let probes = probes();
    let texts: Vec<String> = printable(strings::hostile());
    let fillings = rotation(&probes, &texts, 2);
    println!(
        "{} dokumen, {} teks, {} aksara",
        fillings.len(),
        texts.len(),
        fillings.iter().flat_map(|f| &f.values).map(|v| v.chars().count()).sum::<usize>()
    );
    let found = differences(&probes, &fillings);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_character_reads_back() {
    let probes = probes();
    let texts = strings::repertoire();
    let fillings: Vec<Filling> =
        (0..probes.len()).flat_map(|at| sweep(&probes, at, &texts)).collect();
    println!("{} dokumen, {} teks", fillings.len(), texts.len());
    let found = differences(&probes, &fillings);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn printable(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().filter(|text| letters::faults(text).is_empty()).collect()
}

#[test]
fn refused_texts_are_findings() {
    let _ = check;
}
