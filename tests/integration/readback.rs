//! Whatever stands in a field reads back from the PDF exactly, stays on its page, and a character
//! that cannot be printed is a finding at its place.
//!
//! A draft with every text field of a kind is printed twice: once with a plain word in each field,
//! once with hostile texts. The second document must be the first one with the words replaced, block
//! for block. The readers (`tests/tools/baca_pdf.py`, `tepi_pdf.py`) share no code with the writer.
//!
//! Every text in every field would take hours, and most fields are set by the same few lines of a
//! template. So the texts are spread over the fields. Fields that are set alike (in a paragraph, a
//! heading, a cell, a caption, in capitals or not) form a class. In every run
//!
//! - every field of every kind holds one text of every danger: markup of Typst and of the template
//!   engine, escapes, combining marks, Arabic (`strings::mixture`), and a long word;
//! - every text visits every class;
//! - every field holds some of the texts, its neighbours others;
//! - every character that the fonts hold stands upright, bold and slanted in both lists of fonts;
//! - a word of ten thousand characters visits every class.
//!
//! `NASKAH_PUTARAN=8 cargo test readback` takes eight turns, each with other texts in a field and the
//! longest words in other fields.

mod everything;
mod expect;
mod lines;
mod reader;
mod strings;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use everything::{Everything, SHAPES, Slot};
use expect::{Pattern, Piece};
use naskah::draft::body::{self, Block, Body};
use naskah::draft::{self, inline, letters};
use naskah::kind::FieldType;
use reader::{Printer, read};

use crate::common::{CATALOG, check};

/// A kind in one of its shapes, as it looks with plain words.
struct Probe {
    full: Everything,
    pattern: Pattern,
}

static PROBES: LazyLock<Vec<Probe>> = LazyLock::new(|| {
    let mut printer = Printer::new();
    let kinds = SHAPES.iter().flat_map(|shape| shape.kinds.iter().map(move |kind| (kind, shape)));
    let fulls = kinds.map(|(kind, shape)| Everything::new(CATALOG.get(kind).expect("kind"), shape));
    let fulls: Vec<Everything> = fulls.collect();
    let mut print = |full: &Everything| printer.print(&full.text(Slot::word)).expect("plain words");
    let files: Vec<_> = fulls.iter().map(&mut print).collect();
    let patterns = read(&files).into_iter().map(|blocks| Pattern::of(&blocks));
    fulls.into_iter().zip(patterns).map(|(full, pattern)| Probe { full, pattern }).collect()
});

/// What is kept for the checks and for people, and stands on no page.
const NEVER_PRINTED: [&str; 23] = [
    // The exception's reason is for reviewers.
    "pengecualian.alasan",
    // Facts about other documents; the text of the draft speaks of them in its own words.
    "induk.jenis",
    "induk.nomor",
    "induk.tentang",
    "pendahulu.jenis",
    "pendahulu.nomor",
    "pendahulu.tentang",
    "tanpa_induk.telaahan.nomor",
    "penyampaian_asli.nomor",
    "full_powers",
    "kelulusan.rujukan",
    "naskah_dilaporkan.judul",
    "pemakluman_kln.rujukan",
    "rekomendasi.nomor",
    "surat_kuasa",
    "unit_pelaksana",
    "ika.jenis_lain",
    "ika.tajuk",
    "ika.pihak",
    // Amounts: a table shows figures, the sum of an article is a fact beside its text.
    "kegiatan.rincian.anggaran.terbilang",
    "pendanaan.nilai.mata_uang",
    "pendanaan.nilai.terbilang",
    // A name that only says which party signs.
    "tanda_tangan.pihak",
];

#[test]
fn every_text_field_is_printed() {
    let mut printed: BTreeMap<(&str, String), bool> = BTreeMap::new();
    for probe in PROBES.iter() {
        let found = probe.pattern.fields();
        for slot in &probe.full.slots {
            let kind = probe.full.kind;
            // It has the fields of the family without belonging to it.
            let family = match kind.id.as_str() {
                "naskah-pengakhiran" => "naskah-kerja-sama",
                id => kind.family.as_deref().unwrap_or(id),
            };
            let place = (family, slot.place());
            *printed.entry(place).or_default() |= found.contains(&slot.number);
        }
    }
    let never = |place: &str| NEVER_PRINTED.contains(&place);
    let lost: Vec<_> =
        printed.iter().filter(|((_, place), seen)| !**seen && !never(place)).collect();
    assert!(lost.is_empty(), "{lost:#?}");
    let kinds: BTreeSet<&str> = PROBES.iter().map(|probe| probe.full.kind.id.as_str()).collect();
    assert_eq!(kinds, CATALOG.ids().collect(), "every kind is printed");
}

/// How many turns the texts take through the fields.
fn turns() -> usize {
    let turns = std::env::var("NASKAH_PUTARAN").ok().and_then(|turns| turns.parse().ok());
    turns.unwrap_or(1)
}

#[test]
fn hostile_texts_read_back() {
    let texts = printable(strings::hostile());
    assert!(texts.len() > 500);
    (0..turns()).for_each(|turn| assert_same(&rotation(&texts, turn)));
}

#[test]
fn dangers_read_back_from_every_field() {
    let dangers = strings::mixture();
    assert!(letters::faults(&dangers).is_empty());
    let fillings = PROBES.iter().enumerate().map(|(at, probe)| {
        let value = |slot: &Slot| suited(slot, format!("{} {dangers}", slot.word()));
        Filling { probe: at, values: probe.full.slots.iter().map(value).collect() }
    });
    assert_same(&fillings.collect::<Vec<_>>());
}

#[test]
fn every_character_reads_back() {
    let texts = strings::repertoire();
    assert!(texts.len() > 80);
    // One kind for each list of fonts.
    let fillings = ["nota-dinas", "perjanjian-kerja-sama"].into_iter().map(|id| {
        let at = PROBES.iter().position(|probe| probe.full.kind.id == id).expect("a probe");
        sweep(at, &texts)
    });
    assert_same(&fillings.collect::<Vec<_>>());
}

#[test]
fn a_word_of_ten_thousand_characters_reads_back() {
    (0..turns()).for_each(|turn| assert_same(&long_words(turn)));
}

/// In one field of each class a word of ten thousand characters, in every other one a word that is
/// longer than any line.
fn long_words(turn: usize) -> Vec<Filling> {
    let mut members: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    let classes: Vec<Vec<&str>> = PROBES.iter().map(Probe::classes).collect();
    for (at, classes) in classes.iter().enumerate() {
        for (slot, class) in classes.iter().enumerate().filter(|(_, class)| !class.is_empty()) {
            members.entry(class).or_default().push((at, slot));
        }
    }
    // The classes begin in different kinds, and every turn moves on by a prime number of fields.
    let picked = members.values().enumerate();
    let longest: BTreeSet<(usize, usize)> = picked
        .map(|(at, all)| all[(at * all.len() / members.len() + turn * 7) % all.len()])
        .collect();
    let fillings = PROBES.iter().enumerate().map(|(at, probe)| {
        let value = |slot: &Slot| match longest.contains(&(at, slot.number)) {
            true => strings::long_word(slot.number + turn, 10_000),
            false => strings::long_word(slot.number + turn, 80),
        };
        Filling { probe: at, values: probe.full.slots.iter().map(value).collect() }
    });
    fillings.collect()
}

#[test]
fn refused_texts_are_findings_at_their_place() {
    let texts: Vec<String> =
        strings::hostile().into_iter().filter(|text| !letters::faults(text).is_empty()).collect();
    assert!(texts.len() > 60);
    for (turn, probe) in PROBES.iter().enumerate() {
        let value = |slot: &Slot| &texts[(slot.number + turn * 31) % texts.len()];
        let (file, checked) = check(&probe.full.text(|slot| value(slot).clone()));
        for slot in &probe.full.slots {
            for fault in letters::faults(value(slot)) {
                let wanted = &value(slot)[fault.span.clone()];
                let found = checked.findings.iter().any(|finding| {
                    finding.path.to_string() == slot.path
                        && finding.rule.code == fault.defect.code()
                        && decoded(&file.text()[finding.span.clone()]) == wanted
                });
                assert!(found, "{} {} {wanted:?}", probe.full.kind.id, slot.path);
            }
        }
    }
}

/// A part of a TOML string as it is meant.
fn decoded(written: &str) -> String {
    let read =
        |text: String| toml::from_str::<toml::Table>(&text).ok()?["x"].as_str().map(str::to_owned);
    read(format!("x = \"{written}\"")).unwrap_or_else(|| written.to_owned())
}

fn printable(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().filter(|text| letters::faults(text).is_empty()).collect()
}

/// What the tests put into the fields of one document.
struct Filling {
    probe: usize,
    values: Vec<String>,
}

/// How many texts a field holds at least.
const SHARE: usize = 3;

/// The documents in which every text visits every class of fields; a field holds several.
fn rotation(texts: &[String], turn: usize) -> Vec<Filling> {
    let classes: Vec<Vec<&str>> = PROBES.iter().map(Probe::classes).collect();
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    classes.iter().flatten().for_each(|class| *sizes.entry(*class).or_default() += 1);
    let mut next: BTreeMap<&str, usize> = BTreeMap::new();
    let mut fillings = Vec::new();
    for (at, probe) in PROBES.iter().enumerate() {
        let values = probe.full.slots.iter().zip(&classes[at]).map(|(slot, class)| {
            if class.is_empty() {
                return slot.word();
            }
            let share = texts.len().div_ceil(sizes[class]).max(SHARE);
            let from = next.entry(class).or_insert(turn * share);
            let several: Vec<&str> =
                (0..share).map(|step| texts[(*from + step) % texts.len()].as_str()).collect();
            *from += share;
            suited(slot, several.join(" ¦ "))
        });
        fillings.push(Filling { probe: at, values: values.collect() });
    }
    fillings
}

/// A document of one kind in which every text stands once upright, once bold and once slanted. In
/// paragraphs, which are laid out once: how a field is set matters to no single character.
fn sweep(at: usize, texts: &[String]) -> Filling {
    let probe = &PROBES[at];
    let faces = [("", ""), ("{tebal:", "}"), ("{miring:", "}")];
    let texts: Vec<String> = texts
        .iter()
        .flat_map(|text| faces.map(|(open, close)| format!("{open}{text}{close}")))
        .collect();
    let classes = probe.classes();
    let paragraphs: Vec<usize> =
        (0..classes.len()).filter(|slot| classes[*slot] == "paragraf").collect();
    let mut parts = texts.chunks(texts.len().div_ceil(paragraphs.len()));
    let value = |slot: &Slot| match paragraphs.contains(&slot.number).then(|| parts.next()) {
        Some(Some(part)) => suited(slot, part.join(" ")),
        _ => slot.word(),
    };
    let values: Vec<String> = probe.full.slots.iter().map(value).collect();
    assert!(parts.next().is_none(), "every text has its place");
    Filling { probe: at, values }
}

impl Probe {
    /// How each field is set: in a paragraph, a heading, a cell, a caption, in capitals or not; empty
    /// for what is not printed. A field that stands in several places belongs to the rarest.
    fn classes(&self) -> Vec<&'static str> {
        let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
        let all = PROBES.iter().flat_map(Self::settings).flatten();
        all.for_each(|class| *sizes.entry(class).or_default() += 1);
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
    if matches!(slot.field_type, FieldType::Isi | FieldType::Paragraf) {
        value = body::squeeze(&value);
    }
    let one = |text: &str| matches!(Body::parse(text).blocks.as_slice(), [Block::Paragraph(_)]);
    if slot.field_type == FieldType::Isi && !one(&value) {
        value.insert_str(0, "x ");
    }
    let place = slot.place();
    let ended = ["arti", "dasar", "kewenangan", "kuasa"].iter().any(|key| place.contains(key));
    if ended && value.trim_end().ends_with(['.', ';']) {
        value.push_str(" x");
    }
    value
}

/// What may stand on paper for a value.
fn wordings(slot: &Slot, value: &str, capitals: bool) -> Vec<String> {
    let printed = inline::plain(&body::squeeze(value));
    let mut all = vec![printed.trim().to_owned(), printed];
    if slot.path == "nama_naskah" {
        all.push(spoken(value));
    }
    // A currency of several letters is parted from its figure.
    if slot.path.ends_with("mata_uang") {
        all.push(format!("{} ", inline::plain(&body::squeeze(value)).trim()));
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
    inline::plain(&body::squeeze(&draft::spoken_name(kind, &root)))
}

/// Prints and reads documents on two threads; fails with every field that came out changed.
fn assert_same(fillings: &[Filling]) {
    let half = fillings.len().div_ceil(2);
    let found: Vec<String> = std::thread::scope(|scope| {
        let parts: Vec<_> =
            fillings.chunks(half).map(|part| scope.spawn(move || differences(part))).collect();
        parts.into_iter().flat_map(|part| part.join().expect("a part of the documents")).collect()
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn differences(fillings: &[Filling]) -> Vec<String> {
    let mut printer = Printer::new();
    let mut found = Vec::new();
    let mut printed = Vec::new();
    for filling in fillings {
        let full = &PROBES[filling.probe].full;
        match printer.print(&full.text(|slot| filling.values[slot.number].clone())) {
            Ok(file) => printed.push((filling, file)),
            Err(failure) => found.push(format!("{} {}: {failure}", full.kind.id, full.shape.name)),
        }
    }
    let (fillings, files): (Vec<&Filling>, Vec<_>) = printed.into_iter().unzip();
    found.extend(fillings.iter().zip(reader::extents(&files)).flat_map(|(filling, pages)| {
        let full = &PROBES[filling.probe].full;
        let run_off = pages.iter().filter(|page| !page.holds_its_words(full.kind));
        run_off
            .map(|page| format!("{} {}: {page:?}", full.kind.id, full.shape.name))
            .collect::<Vec<_>>()
    }));
    let read = read(&files);
    found.extend(
        fillings.into_iter().zip(&read).filter_map(|(filling, blocks)| difference(filling, blocks)),
    );
    found
}

/// The first block that is not the pattern with the fields replaced.
fn difference(filling: &Filling, blocks: &[reader::Block]) -> Option<String> {
    let probe = &PROBES[filling.probe];
    let slots = &probe.full.slots;
    let wording =
        |number: usize, capitals: bool| wordings(&slots[number], &filling.values[number], capitals);
    let name = format!("{} {}", probe.full.kind.id, probe.full.shape.name);
    for ((_, pieces), block) in probe.pattern.blocks.iter().zip(blocks) {
        if !expect::matches(pieces, &block.text, &wording) {
            let fields = pieces.iter().filter_map(|piece| match piece {
                Piece::Field { number, .. } => {
                    Some(format!("\n  {} = {:?}", slots[*number].path, filling.values[*number]))
                }
                Piece::Fixed(_) => None,
            });
            let fields: String = fields.collect();
            return Some(format!(
                "{name}: {pieces:?}{fields}\n  dibaca {} {:?}",
                block.kind, block.text
            ));
        }
    }
    let (expected, read) = (probe.pattern.blocks.len(), blocks.len());
    (expected != read).then(|| format!("{name}: {expected} blok diharapkan, {read} dibaca"))
}
