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

mod compare;
mod everything;
mod expect;
mod filling;
mod lines;
mod probe;
mod reader;
mod strings;

use std::collections::BTreeSet;

use compare::assert_same;
use everything::{Slot, never_printed};
use filling::{Filling, long_words, rotation, suited, sweep};
use naskah::inside::draft::letters;
use naskah::inside::render::Style;
use probe::{PROBES, Place, seen};

use crate::common::kinds::{Remarks, class, family, of_each_class};
use crate::common::{CATALOG, check};

#[test]
fn every_text_field_is_printed() {
    let seen = seen(&PROBES);
    let mut lost: BTreeSet<Place> = BTreeSet::new();
    let mut excused: BTreeSet<Place> = BTreeSet::new();
    for probe in PROBES.iter() {
        let (kind, family) = (probe.full.kind, family(probe.full.kind));
        let in_family = |place: String| (family.clone(), place);
        lost.extend(probe.full.slots.iter().map(|slot| in_family(slot.place())));
        excused.extend(never_printed(kind).into_iter().map(in_family));
    }
    lost.retain(|place| !seen.contains(place) && !excused.contains(place));
    assert!(lost.is_empty(), "{lost:#?}");
    let kinds: BTreeSet<&str> = PROBES.iter().map(|probe| probe.full.kind.id.as_str()).collect();
    assert_eq!(kinds, CATALOG.ids().collect(), "every kind is printed");
}

/// What a sample says of fields that stand on no page holds: they are the kind's, and on none.
#[test]
fn remarks_on_unprinted_fields_are_true() {
    let mut wrong = Vec::new();
    for kind in CATALOG.iter() {
        let of_kind = || PROBES.iter().filter(|probe| probe.full.kind.id == kind.id);
        let fields: BTreeSet<String> =
            of_kind().flat_map(|probe| probe.full.slots.iter().map(Slot::place)).collect();
        let printed: BTreeSet<String> = of_kind()
            .flat_map(|probe| {
                probe.pattern.fields().into_iter().map(|n| probe.full.slots[n].place())
            })
            .collect();
        for place in Remarks::on(kind).unprinted {
            if !fields.contains(&place) || printed.contains(&place) {
                wrong.push(format!("{}: {place}", kind.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
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
    let filling =
        |at: usize| Filling::of(at, |slot| suited(at, slot, format!("{} {dangers}", slot.word())));
    assert_same(&(0..PROBES.len()).map(filling).collect::<Vec<_>>());
}

#[test]
fn every_character_reads_back() {
    let texts = strings::repertoire();
    assert!(texts.len() > 80);
    // One kind for each list of fonts: that with the most paragraphs, of which each then takes the least.
    let fonts = Style::default().json()["huruf"].clone();
    let mut lists = BTreeSet::new();
    let mut fillings = Vec::new();
    for (name, _) in of_each_class() {
        if lists.insert(fonts[&name].to_string()) {
            let paragraphs =
                |at: &usize| PROBES[*at].classes().iter().filter(|one| **one == "paragraf").count();
            let of_class = (0..PROBES.len()).filter(|at| class(PROBES[*at].full.kind) == name);
            fillings.push(sweep(of_class.max_by_key(paragraphs).expect("a probe"), &texts));
        }
    }
    assert!(fillings.len() > 1, "{lists:?}");
    assert_same(&fillings);
}

#[test]
fn a_word_of_ten_thousand_characters_reads_back() {
    (0..turns()).for_each(|turn| assert_same(&long_words(turn)));
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
