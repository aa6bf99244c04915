//! `penanda_tangan`: the signature block says what the komparisi says.

use serde::Deserialize;

use super::unique::fold;
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// `nama` or `jabatan` under a signature against the official of the same party.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatures {
    bidang: String,
}

impl CheckKind for Signatures {
    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let list = FieldPath::root().key("tanda_tangan");
        let signed = scope.draft.at(&list).map_or(&[][..], Node::members);
        let members = signed.iter().enumerate();
        members.filter_map(|(index, node)| self.judge(scope, node, &list.index(index))).collect()
    }
}

impl Signatures {
    fn judge(&self, scope: &Scope<'_>, node: &Node, path: &FieldPath) -> Option<Hit> {
        let said = node.get(&self.bidang)?.str().filter(|text| !text.trim().is_empty())?;
        let label = node.get("pihak")?.str()?;
        let parties = scope.draft.root.get("pihak")?;
        let found = parties.members().iter().position(|party| {
            ["sebutan", "lembaga"]
                .iter()
                .filter_map(|key| party.get(key)?.str())
                .any(|text| fold(text) == fold(label))
        })?;
        let officials = parties.members().get(found)?.get("pejabat")?;
        let names: Vec<&str> =
            officials.members().iter().filter_map(|one| one.get(&self.bidang)?.str()).collect();
        let first = names.first()?;
        if names.iter().any(|name| fold(name) == fold(said)) {
            return None;
        }
        let komparisi = FieldPath::root().key("pihak").index(found).key("pejabat");
        let hit = Hit::at(Place::value(path.key(&self.bidang))).word("tertulis", said);
        let hit = hit.word("seharusnya", *first).word("pihak", label);
        Some(hit.see(Place::value(komparisi.index(0).key(&self.bidang)), "dalam komparisi"))
    }
}
