//! `ada_anggota`: a list has a member of a certain kind.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{CheckKind, Scope, missing_place, says, shown};
use crate::finding::{Hit, Place};
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// Some member has every field of `dengan` with the value given, `*` meaning any. Nothing is said
/// while a member has none of `kecuali_tanpa`, since it might be the one looked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HasMember {
    daftar: String,
    dengan: BTreeMap<String, String>,
    #[serde(default)]
    kecuali_tanpa: Vec<String>,
}

impl CheckKind for HasMember {
    fn paths(&self) -> Vec<&str> {
        vec![&self.daftar]
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let path = FieldPath::parse(&self.daftar);
        let node = scope.draft.at(&path);
        let members = node.map_or(&[][..], Node::members);
        let unclear = |member: &Node| {
            !self.kecuali_tanpa.is_empty()
                && !self.kecuali_tanpa.iter().any(|key| says(member.get(key)))
        };
        if members.iter().any(|member| self.fits(member) || unclear(member)) {
            return Vec::new();
        }
        let place = match members.len().checked_sub(1) {
            Some(last) => Place::value(path.index(last)),
            None => missing_place(scope.draft, &path),
        };
        vec![Hit::absent(path, place)]
    }
}

impl HasMember {
    fn fits(&self, member: &Node) -> bool {
        self.dengan.iter().all(|(key, wanted)| {
            let value = member.get(key);
            says(value) && (wanted == "*" || value.map(shown).as_ref() == Some(wanted))
        })
    }
}
