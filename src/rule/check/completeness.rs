//! `kelengkapan`: what a step of a procedure gives comes with what the step takes.

use serde::Deserialize;

use super::{CheckKind, Scope, shown};
use crate::finding::{Hit, Place};
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// When a member of the list is the output, all of `perlu` and one of `salah_satu` are members too.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Completeness {
    daftar: String,
    bidang: String,
    keluaran: String,
    #[serde(default)]
    perlu: Vec<String>,
    #[serde(default)]
    salah_satu: Vec<String>,
}

impl CheckKind for Completeness {
    fn paths(&self) -> Vec<&str> {
        vec![&self.daftar]
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let list = FieldPath::parse(&self.daftar);
        let members = scope.draft.at(&list).map_or(&[][..], Node::members);
        let names: Vec<String> = members
            .iter()
            .map(|one| one.get(&self.bidang).map(shown).unwrap_or_default())
            .collect();
        let Some(at) = names.iter().position(|name| *name == self.keluaran) else {
            return Vec::new();
        };
        let missing = |wanted: &&String| !names.contains(wanted);
        let mut lacking: Vec<String> = self.perlu.iter().filter(missing).cloned().collect();
        if !self.salah_satu.is_empty() && self.salah_satu.iter().all(|one| missing(&one)) {
            lacking.push(self.salah_satu.join(" atau "));
        }
        if lacking.is_empty() {
            return Vec::new();
        }
        let place = Place::value(list.index(at).key(&self.bidang));
        vec![Hit::at(place).word("keluaran", &self.keluaran).word("kurang", lacking.join(", "))]
    }
}
