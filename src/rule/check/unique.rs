//! `unik`: no two members of a list are alike.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::fold;

/// The values of a field differ between the members of a list, case and blanks aside.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unique {
    daftar: String,
    bidang: String,
}

impl CheckKind for Unique {
    fn paths(&self) -> Vec<&str> {
        vec![&self.daftar]
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let list = FieldPath::parse(&self.daftar);
        let members = scope.draft.at(&list).map_or(&[][..], Node::members);
        let mut seen: BTreeMap<String, FieldPath> = BTreeMap::new();
        let mut hits = Vec::new();
        for (index, member) in members.iter().enumerate() {
            let Some(text) = member.get(&self.bidang).and_then(Node::str) else {
                continue;
            };
            let path = list.index(index).key(&self.bidang);
            let folded = fold(text);
            if folded.is_empty() {
                continue;
            }
            if let Some(first) = seen.get(&folded) {
                let hit = Hit::at(Place::value(path)).word("nilai", text.trim());
                hits.push(hit.see(Place::value(first.clone()), "pertama kali di sini"));
            } else {
                seen.insert(folded, path);
            }
        }
        hits
    }
}
