//! `unik`: no two members of a list are alike.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, Shape, Word, parameter_path, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::words;

/// The values of a field differ between the members of a list, case and blanks aside.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unique {
    #[schemars(description = "Daftarnya.")]
    daftar: String,
    #[schemars(description = "Kunci pada tiap anggotanya.")]
    bidang: String,
}

impl CheckKind for Unique {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("nilai", "nilai yang berulang")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let list = FieldUse::named("daftar", &self.daftar).shape(Shape::Tables);
        let path = FieldPath::parse(&self.daftar).key(&self.bidang);
        let value = FieldUse::at(Place::value(parameter_path("bidang")), path).every();
        vec![Read::Field(list), Read::Field(value.shape(Shape::Text))]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
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
                hits.push(hit.see(Place::value(first.clone()), words::check::first_here()));
            } else {
                seen.insert(folded, path);
            }
        }
        hits
    }
}
