//! Which text stands in which field of which document.

use std::collections::{BTreeMap, BTreeSet};

use naskah::inside::draft::body::{self, Block, Body};
use naskah::inside::kind::FieldType;

use super::everything::Slot;
use super::probe::{PROBES, Probe};
use super::strings;

/// What the tests put into the fields of one document.
pub struct Filling {
    /// Which of the probes it fills.
    pub probe: usize,
    /// A text a field.
    pub values: Vec<String>,
}

/// How many texts a field holds at least.
const SHARE: usize = 3;

impl Filling {
    /// A document of a probe, with a text for each field.
    pub fn of(at: usize, value: impl FnMut(&Slot) -> String) -> Self {
        Self { probe: at, values: PROBES[at].full.slots.iter().map(value).collect() }
    }
}

/// In one field of each class a word of ten thousand characters, in every other one a word that is
/// longer than any line.
pub fn long_words(turn: usize) -> Vec<Filling> {
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
    let length = |at: usize, slot: &Slot| {
        if longest.contains(&(at, slot.number)) { 10_000 } else { 80 }
    };
    let filling = |at: usize| {
        Filling::of(at, |slot| strings::long_word(slot.number + turn, length(at, slot)))
    };
    (0..PROBES.len()).map(filling).collect()
}

/// The documents in which every text visits every class of fields; a field holds several.
pub fn rotation(texts: &[String], turn: usize) -> Vec<Filling> {
    let classes: Vec<Vec<&str>> = PROBES.iter().map(Probe::classes).collect();
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    classes.iter().flatten().for_each(|class| *sizes.entry(*class).or_default() += 1);
    let mut next: BTreeMap<&str, usize> = BTreeMap::new();
    let mut fillings = Vec::new();
    for (at, classes) in classes.iter().enumerate() {
        fillings.push(Filling::of(at, |slot| {
            let class = classes[slot.number];
            if class.is_empty() {
                return slot.word();
            }
            let share = texts.len().div_ceil(sizes[class]).max(SHARE);
            let from = next.entry(class).or_insert(turn * share);
            let several: Vec<&str> =
                (0..share).map(|step| texts[(*from + step) % texts.len()].as_str()).collect();
            *from += share;
            suited(at, slot, several.join(" ¦ "))
        }));
    }
    fillings
}

/// A document of one kind in which every text stands once upright, once bold and once slanted. In
/// paragraphs, which are laid out once: how a field is set matters to no single character.
pub fn sweep(at: usize, texts: &[String]) -> Filling {
    let faces = [("", ""), ("{tebal:", "}"), ("{miring:", "}")];
    let texts: Vec<String> = texts
        .iter()
        .flat_map(|text| faces.map(|(open, close)| format!("{open}{text}{close}")))
        .collect();
    let classes = PROBES[at].classes();
    let paragraphs = classes.iter().filter(|class| **class == "paragraf").count();
    let mut parts = texts.chunks(texts.len().div_ceil(paragraphs));
    let filling = Filling::of(at, |slot| {
        let part = if classes[slot.number] == "paragraf" { parts.next() } else { None };
        part.map_or_else(|| slot.word(), |part| suited(at, slot, part.join(" ")))
    });
    assert!(parts.next().is_none(), "every text has its place");
    filling
}

/// A value as it can stand in a field: what is syntax there is moved away from the head of the line,
/// and a sentence that the program ends itself does not bring its own full stop.
pub fn suited(at: usize, slot: &Slot, mut value: String) -> String {
    if matches!(slot.field_type, FieldType::Isi | FieldType::Paragraf) {
        value = body::squeeze(&value);
    }
    if slot.field_type == FieldType::Isi && !is_one_paragraph(&value) {
        value.insert_str(0, "x ");
    }
    if PROBES[at].ends_after(slot) && value.trim_end().ends_with(['.', ';']) {
        value.push_str(" x");
    }
    value
}

fn is_one_paragraph(text: &str) -> bool {
    matches!(Body::parse(text).blocks.as_slice(), [Block::Paragraph(_)])
}
