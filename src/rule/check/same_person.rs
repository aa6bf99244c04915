//! `orang_ganda`: nobody signs, attests and approves the same document.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::parameter::Words;
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{FieldUse, Read, RuleFault, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::words;

/// One name among those who act for the parties and in lists of others, or for two parties.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SamePerson {
    #[schemars(description = "Nama orang lain pada naskah; [*] untuk tiap anggota daftar.")]
    bidang: Words,
}

impl CheckKind for SamePerson {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("nilai", "nama yang berulang")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let fields = FieldUse::all("bidang", self.bidang.all());
        let fields = fields.map(|field| Read::Field(field.every()));
        fields.chain([Read::role(Role::Pihak, "pejabat.nama")]).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        self.bidang.fault("bidang").into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut known: BTreeMap<Vec<String>, (usize, FieldPath)> = BTreeMap::new();
        let mut hits = Vec::new();
        for (list, path, name) in self.people(scope) {
            let core = core(&name);
            if core.len() < 2 {
                continue;
            }
            match known.get(&core) {
                Some((other, first)) if *other != list => {
                    let hit = Hit::at(Place::value(path)).word("nilai", name.trim());
                    hits.push(hit.see(Place::value(first.clone()), words::check::first_here()));
                }
                Some(_) => {}
                None => drop(known.insert(core, (list, path))),
            }
        }
        hits
    }
}

impl SamePerson {
    /// Everybody, with the number of the list: each party is one of its own.
    fn people(&self, scope: &Scope<'_>) -> Vec<(usize, FieldPath, String)> {
        let mut found = Vec::new();
        let parties: Vec<_> = scope.draft.facts().parties().collect();
        for (at, party) in parties.iter().enumerate() {
            let named = party
                .officials()
                .filter_map(|one| Some((at, one.path().key("nama"), one.word("nama")?.to_owned())));
            found.extend(named);
        }
        for (at, path) in self.bidang.all().into_iter().enumerate() {
            let places = scope.draft.root.expand(&FieldPath::parse(path)).into_iter();
            let named = places.filter_map(|path| {
                let name = scope.draft.at(&path).and_then(Node::str)?.to_owned();
                Some((parties.len() + at, path, name))
            });
            found.extend(named);
        }
        found
    }
}

/// A name without titles and degrees, in small letters: "Dr.", "H.", "Irjen. Pol." end in a full stop,
/// as initials do, and what follows the first comma is none of it.
pub(super) fn core(name: &str) -> Vec<String> {
    let bare = name.split(',').next().unwrap_or_default().to_lowercase();
    let words = bare.split_whitespace().filter(|word| !word.ends_with('.'));
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_no_part_of_a_name() {
        assert_eq!(core("Dr. H. ANDI PRATAMA, S.H., M.H."), core("Andi Pratama"));
        assert_ne!(core("ANDI PRATAMA"), core("ANDI PRATOMO"));
    }
}
