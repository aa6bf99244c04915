//! Documents with texts in their fields against the same documents with plain words.

use std::collections::BTreeSet;

use naskah::inside::draft::{self, body, inline};
use naskah::inside::kind::Kind;

use crate::common::CATALOG;

use super::everything::Slot;
use super::expect::{self, Piece};
use super::filling::Filling;
use super::probe::PROBES;
use super::reader::{self, Printer, read};

/// Prints and reads documents on two threads; fails with every field that came out changed.
pub fn assert_same(fillings: &[Filling]) {
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
        let probe = &PROBES[filling.probe];
        match printer.print(&probe.full.text(|slot| filling.values[slot.number].clone())) {
            Ok(file) => printed.push((filling, file)),
            Err(failure) => found.push(format!("{}: {failure}", probe.name())),
        }
    }
    if printed.is_empty() {
        return found;
    }
    let (fillings, files): (Vec<&Filling>, Vec<_>) = printed.into_iter().unzip();
    for (filling, pages) in fillings.iter().zip(reader::extents(&files)) {
        let probe = &PROBES[filling.probe];
        let run_off = pages.iter().filter(|page| !page.holds_its_words(probe.full.kind));
        found.extend(run_off.map(|page| format!("{}: {page:?}", probe.name())));
    }
    let read = read(&files);
    let changed = fillings.into_iter().zip(&read);
    found.extend(changed.filter_map(|(filling, blocks)| difference(filling, blocks)));
    found
}

/// The first block that is not the pattern with the fields replaced.
fn difference(filling: &Filling, blocks: &[reader::Block]) -> Option<String> {
    let probe = &PROBES[filling.probe];
    let slots = &probe.full.slots;
    let wording = |number: usize, capitals: bool| {
        wordings(probe.full.kind, &slots[number], &filling.values[number], capitals)
    };
    let name = probe.name();
    // Where a flow chart goes on on another page depends on the texts, and so do its connectors and the
    // heads above it.
    let drawn = probe.full.kind.fields.iter().any(|field| field.key == "pelaku")
        && probe.full.kind.packs == ["tata-tulis"];
    let mut heads = BTreeSet::new();
    let mut again = |kind: &str, text: String| kind.contains("TH") && !heads.insert(text);
    let own = probe.pattern.blocks.iter().filter(|(kind, pieces)| {
        !(drawn && (counts(pieces) || again(kind, format!("{pieces:?}"))))
    });
    let own: Vec<_> = own.collect();
    let mut heads = BTreeSet::new();
    let mut again = |kind: &str, text: &str| kind.contains("TH") && !heads.insert(text.to_owned());
    let blocks = blocks
        .iter()
        .filter(|block| !(drawn && (is_number(&block.text) || again(&block.kind, &block.text))));
    let blocks: Vec<&reader::Block> = blocks.collect();
    for ((_, pieces), block) in own.iter().zip(&blocks) {
        if drawn && is_shape(pieces) && block.text == "x" {
            continue;
        }
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
    let (expected, read) = (own.len(), blocks.len());
    (expected != read).then(|| format!("{name}: {expected} blok diharapkan, {read} dibaca"))
}

/// Whether a block is a number of the program's own: of a connector, or of a step without one.
fn counts(pieces: &[Piece]) -> bool {
    matches!(pieces, [Piece::Fixed(text)] if is_number(text))
}

/// Whether a block is a shape of a flow chart. Where a text leaves no room to draw it, a cross stands
/// for it.
fn is_shape(pieces: &[Piece]) -> bool {
    const SHAPES: [&str; 4] = ["Awal atau akhir", "Mula atau tamat", "Kegiatan", "Keputusan"];
    matches!(pieces, [Piece::Fixed(text)] if SHAPES.contains(&text.as_str()))
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What may stand on paper for a value.
fn wordings(kind: &Kind, slot: &Slot, value: &str, capitals: bool) -> Vec<String> {
    let printed = inline::plain(&body::squeeze(value));
    let mut all = vec![printed.trim().to_owned(), printed];
    if slot.path == "nama_naskah" {
        all.push(spoken(kind, value));
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
fn spoken(kind: &Kind, name: &str) -> String {
    let keys = [("jenis", kind.id.as_str()), ("nama_naskah", name)];
    let table = keys.map(|(key, word)| (key.to_owned(), word.into()));
    let table: toml::Table = table.into_iter().collect();
    let read = draft::read(&toml::to_string(&table).expect("TOML"), &CATALOG);
    let spoken = read.draft.expect("a draft of a kind").facts().spoken_name();
    inline::plain(&body::squeeze(&spoken))
}
