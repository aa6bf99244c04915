//! Holds the rules of a pack against the kinds that they judge: what a pack from outside goes through
//! before any draft is judged by it, and ours in the tests. A rule that could only stay silent, or
//! only find fault, is a fault of the pack.

mod examples;
mod fields;
mod judged;
mod sentences;

use super::declared::RuleFault;
use super::pack::Nature;
use super::pack_text::{PackFault, PackText};
use super::{Pack, Rule, Successor};
use crate::draft::shape::nearest;
use crate::finding::{Builtin, FORMAT, Place};
use crate::kind::{Catalog, Kind};
use crate::source::path::FieldPath;
use crate::words::{self, Argument};

use fields::Fields;

/// What a pack is held against.
pub(crate) struct Surroundings<'a> {
    /// The kinds.
    pub(crate) catalog: &'a Catalog,
    /// The names of all packs, this one among them.
    pub(crate) packs: Vec<String>,
}

/// Every fault of a pack. `places` has the index in the file of each of its rules.
pub(crate) fn faults(
    pack: &Pack,
    places: &[usize],
    text: &PackText<'_>,
    around: &Surroundings<'_>,
) -> Vec<PackFault> {
    let mut found = head(pack, text, around);
    for (rule, at) in pack.rules.iter().zip(places) {
        let faults = Verifier { rule, around, faults: Vec::new() }.verify();
        found.extend(faults.into_iter().map(|fault| text.rule_fault(*at, fault)));
    }
    found
}

/// What the head says of other packs, and what only the format may be.
fn head(pack: &Pack, text: &PackText<'_>, around: &Surroundings<'_>) -> Vec<PackFault> {
    let mut found = Vec::new();
    let place = |path: &str| Place::value(FieldPath::parse(path));
    let after = pack.successor.as_ref().map(|Successor { pack, .. }| ("pengganti.paket", pack));
    let before = pack.predecessor.as_ref().map(|pack| ("pendahulu", pack));
    for (path, other) in before.into_iter().chain(after) {
        if *other == pack.id {
            found.push(text.fault(&place(path), words::pack::names_itself()));
        } else if !around.packs.contains(other) {
            let meant = meant(other, around.packs.iter().map(String::as_str));
            found.push(text.fault(&place(path), words::pack::no_regulation(other, meant)));
        }
    }
    if pack.predecessor.is_some() && pack.enacted.is_none() {
        found.push(text.fault(&place("pendahulu"), words::pack::predecessor_alone()));
    }
    if pack.nature == Nature::Bentuk && pack.id != FORMAT {
        found.push(text.fault(&place("sifat"), words::pack::nature_not_format()));
    }
    found
}

/// Holds one rule against the kinds.
struct Verifier<'a> {
    rule: &'a Rule,
    around: &'a Surroundings<'a>,
    faults: Vec<RuleFault>,
}

impl Verifier<'_> {
    fn verify(mut self) -> Vec<RuleFault> {
        self.faults.extend(self.rule.check.faults());
        self.defect();
        let kinds = self.judged();
        if !kinds.is_empty() {
            self.fields(&kinds);
        }
        self.sentences(&kinds);
        self.examples(&kinds);
        self.faults
    }

    /// A check that the reader of drafts makes belongs to a defect that the reader knows.
    fn defect(&mut self) {
        if self.rule.check.name() == "bawaan" && Builtin::named(&self.rule.id).is_none() {
            self.faults.push(RuleFault::of("jenis", words::pack::built_in_check()));
        }
    }

    fn fields(&mut self, kinds: &[&Kind]) {
        let mut fields = Fields::new(self.rule, kinds, &self.around.packs);
        fields.conditions();
        fields.check();
        self.faults.extend(fields.faults);
    }
}

/// What a word that is not known was meant to be, as the end of a sentence.
fn meant<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Argument {
    words::perhaps(nearest(word, known))
}

/// Words one after the other, for a message.
fn listed<'a>(words: impl Iterator<Item = &'a str>) -> Argument {
    Argument::list(words, ", ")
}
