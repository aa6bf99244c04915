//! Every kind with plain words in its fields: where each field stands on paper, and how it is set.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use naskah::inside::kind::Kind;

use super::everything::{self, Everything, Shape, Slot};
use super::expect::{self, Pattern, Piece};
use super::reader::{Printer, read};
use crate::common::CATALOG;
use crate::common::kinds::{Remarks, family};

/// A kind in one of its shapes, as it looks with plain words.
pub struct Probe {
    pub full: Everything,
    pub pattern: Pattern,
}

/// Every kind in the first shape, and in each further one that shows a field of its family which none
/// has shown before; then in the shapes that its own sample asks for.
pub static PROBES: LazyLock<Vec<Probe>> = LazyLock::new(|| {
    let mut printer = Printer::new();
    let mut probes: Vec<Probe> = Vec::new();
    for (turn, shape) in everything::shapes().into_iter().enumerate() {
        let fulls = CATALOG.iter().map(|kind| Everything::new(kind, shape.clone()));
        let seen = seen(&probes);
        let wanted =
            |full: &Everything| turn == 0 || full.slots.iter().any(|s| shows(full, s, &seen));
        for probe in printed(&mut printer, fulls.filter(wanted).collect()) {
            if turn == 0 || probe.adds_to(&self::seen(&probes)) {
                probes.push(probe);
            }
        }
    }
    probes.extend(printed(&mut printer, CATALOG.iter().flat_map(own_shapes).collect()));
    probes
});

/// A kind as its own sample asks for it.
fn own_shapes(kind: &'static Kind) -> Vec<Everything> {
    let without = Remarks::on(kind).without;
    without.into_iter().map(|list| Everything::new(kind, Shape::first_without(list))).collect()
}

fn printed(printer: &mut Printer, fulls: Vec<Everything>) -> Vec<Probe> {
    if fulls.is_empty() {
        return Vec::new();
    }
    let mut print = |full: &Everything| printer.print(&full.text(Slot::word)).expect("plain words");
    let files: Vec<_> = fulls.iter().map(&mut print).collect();
    let patterns = read(&files).into_iter().map(|blocks| Pattern::of(&blocks));
    fulls.into_iter().zip(patterns).map(|(full, pattern)| Probe { full, pattern }).collect()
}

/// A place in the drafts of a family.
pub type Place = (String, String);

/// The places that stand on some page.
pub fn seen(probes: &[Probe]) -> BTreeSet<Place> {
    probes.iter().flat_map(Probe::places).collect()
}

/// Whether a field may be on a page and has not been seen on one.
fn shows(full: &Everything, slot: &Slot, seen: &BTreeSet<Place>) -> bool {
    let hidden = everything::never_printed(full.kind);
    !hidden.contains(&slot.place()) && !seen.contains(&(family(full.kind), slot.place()))
}

impl Probe {
    /// The places of the fields that are printed.
    fn places(&self) -> Vec<Place> {
        let family = family(self.full.kind);
        let fields = self.pattern.fields().into_iter();
        fields.map(|number| (family.clone(), self.full.slots[number].place())).collect()
    }

    fn adds_to(&self, seen: &BTreeSet<Place>) -> bool {
        self.places().iter().any(|place| !seen.contains(place))
    }

    /// What kind it is, and in which shape.
    pub fn name(&self) -> String {
        format!("{} {}", self.full.kind.id, self.full.shape.name)
    }

    /// Whether the program ends the sentence wherever a field stands, so that the field brings no full
    /// stop of its own.
    pub fn ends_after(&self, slot: &Slot) -> bool {
        let pairs = self.pattern.blocks.iter().flat_map(|(_, pieces)| expect::pairs(pieces));
        let after = pairs.filter_map(|(piece, next)| match piece {
            Piece::Field { number, .. } if *number == slot.number => Some(is_stop(next)),
            _ => None,
        });
        let stops: Vec<bool> = after.collect();
        !stops.is_empty() && stops.into_iter().all(|stop| stop)
    }

    /// How each field is set: in a paragraph, a heading, a cell, a caption, in capitals or not; empty
    /// for what is not printed. A field that stands in several places belongs to the rarest.
    pub fn classes(&self) -> Vec<&'static str> {
        let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
        let all = PROBES.iter().flat_map(Self::settings).flatten();
        all.for_each(|class| *sizes.entry(class).or_default() += 1);
        let rarest =
            |places: &Vec<&'static str>| places.iter().min_by_key(|class| sizes[**class]).copied();
        self.settings().iter().map(|places| rarest(places).unwrap_or_default()).collect()
    }

    fn settings(&self) -> Vec<Vec<&'static str>> {
        let mut places = vec![Vec::new(); self.full.slots.len()];
        for (tag, pieces) in &self.pattern.blocks {
            for piece in pieces {
                if let Piece::Field { number, capitals } = piece {
                    places[*number].push(setting(tag, *capitals));
                }
            }
        }
        places
    }
}

/// Whether a piece begins with what ends a sentence or a member of a list.
fn is_stop(piece: Option<&Piece>) -> bool {
    matches!(piece, Some(Piece::Fixed(fixed)) if fixed.starts_with(['.', ';']))
}

fn setting(tag: &str, capitals: bool) -> &'static str {
    match (tag, capitals) {
        ("H1" | "H2" | "H3", false) => "judul",
        ("H1" | "H2" | "H3", true) => "JUDUL",
        ("P", _) => "paragraf",
        ("TD", _) => "sel",
        ("TH", _) => "kepala kolom",
        ("Alt", _) => "teks pengganti",
        (_, false) => "baris",
        (_, true) => "BARIS",
    }
}
