//! Whether the examples of a rule change drafts that exist, in fields that exist.

use super::{Verifier, meant};
use crate::finding::Place;
use crate::kind::Kind;
use crate::rule::declared::RuleFault;
use crate::rule::pack::{ExampleFile, Outcome};
use crate::rule::target::follow;
use crate::source::path::{FieldPath, Step};
use crate::words::pack;

impl Verifier<'_> {
    pub(super) fn examples(&mut self, judged: &[&Kind]) {
        for (at, shown) in self.rule.examples.all().iter().enumerate() {
            self.example(shown, &FieldPath::root().key("contoh").index(at), judged);
        }
    }

    fn example(&mut self, shown: &ExampleFile, spot: &FieldPath, judged: &[&Kind]) {
        if shown.hasil == Outcome::Bersih && shown.di.is_some() {
            let message = pack::place_only_for_found();
            self.faults.push(RuleFault::at(Place::value(spot.key("di")), message));
        }
        match (&shown.jenis, &shown.teks) {
            (Some(_), Some(_)) => {
                let message = pack::kind_or_text();
                self.faults.push(RuleFault::at(Place::value(spot.key("teks")), message));
            }
            (None, None) => {
                let message = pack::neither_kind_nor_text();
                self.faults.push(RuleFault::at(Place::value(spot.clone()), message));
            }
            (None, Some(_)) => {}
            (Some(id), None) => self.changed(shown, id, spot, judged),
        }
    }

    /// An example that changes the smallest draft of a kind.
    fn changed(&mut self, shown: &ExampleFile, id: &str, spot: &FieldPath, judged: &[&Kind]) {
        let place = Place::value(spot.key("jenis"));
        let catalog = self.around.catalog;
        let Some(kind) = catalog.get(id) else {
            let message = pack::no_document_kind(id, meant(id, catalog.ids()));
            self.faults.push(RuleFault::at(place, message));
            return;
        };
        if catalog.file(&format!("{id}/contoh.toml")).is_none() {
            let message = pack::kind_without_sample(id);
            self.faults.push(RuleFault::at(place, message));
        } else if shown.hasil == Outcome::Temuan && !judged.iter().any(|one| one.id == kind.id) {
            let message = pack::kind_not_judged(id);
            self.faults.push(RuleFault::at(place, message));
        }
        // What the reader of drafts finds is often a key that does not exist.
        if self.rule.check.name() != "bawaan" {
            self.changes(shown, kind, spot);
        }
    }

    /// Tells of changes in fields that the kind does not have.
    fn changes(&mut self, shown: &ExampleFile, kind: &Kind, spot: &FieldPath) {
        let change = spot.key("ubah");
        for key in shown.ubah.keys().filter(|key| *key != "hapus") {
            self.known_field(key, kind, Place::key(change.key(key)));
        }
        let removal = change.key("hapus");
        for (at, path) in removals(shown).into_iter().enumerate() {
            match path {
                Some(path) => self.known_field(path, kind, Place::value(removal.index(at))),
                None => {
                    let message = pack::removal_no_field();
                    self.faults.push(RuleFault::at(Place::value(removal.index(at)), message));
                }
            }
        }
        if let Some(path) = &shown.di {
            self.known_field(path, kind, Place::value(spot.key("di")));
        }
    }

    fn known_field(&mut self, path: &str, kind: &Kind, spot: Place) {
        if follow(kind, &first_for_new(path)).is_err() {
            let known = kind.fields.iter().map(|field| field.key.as_str());
            let near = meant(path, known);
            let message = pack::kind_lacks_field(&kind.id, path, near);
            self.faults.push(RuleFault::at(spot, message));
        }
    }
}

/// What an example removes; `None` for what is no path.
fn removals(shown: &ExampleFile) -> Vec<Option<&str>> {
    match shown.ubah.get("hapus") {
        None => Vec::new(),
        Some(toml::Value::Array(paths)) => paths.iter().map(toml::Value::as_str).collect(),
        Some(path) => vec![path.as_str()],
    }
}

/// A path with `[0]` for `[+]`, which appends a member.
fn first_for_new(path: &str) -> FieldPath {
    let path = FieldPath::parse(path);
    path.steps().iter().fold(FieldPath::root(), |path, step| match step {
        Step::Key(key) if key == "+" => path.index(0),
        Step::Key(key) => path.key(key.clone()),
        Step::Index(index) => path.index(*index),
        // Examples name one place.
        Step::Each => path.key("[*]"),
    })
}
