//! `ada_anggota`: a list has a member of a certain kind.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence, missing_place, says, shown};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, parameter_path};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::words;

/// Some member has every field of `dengan` with the value given, `*` meaning any. Nothing is said
/// while a member has none of `kecuali_tanpa`, since it might be the one looked for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HasMember {
    #[schemars(description = "Daftarnya.")]
    daftar: String,
    #[schemars(
        description = "Kunci dan nilainya; semuanya pada satu anggota. * berarti nilai apa pun."
    )]
    dengan: BTreeMap<String, String>,
    #[schemars(description = "Diam selama ada anggota yang belum mengisi satu pun di antaranya.")]
    #[serde(default)]
    kecuali_tanpa: Vec<String>,
}

impl CheckKind for HasMember {
    fn words(&self) -> &'static [Word] {
        &[]
    }

    fn reads(&self) -> Vec<Read> {
        let list = FieldUse::named("daftar", &self.daftar).shape(Shape::Tables).demanded();
        let known = FieldUse::keys(
            "kecuali_tanpa",
            &self.daftar,
            self.kecuali_tanpa.iter().map(String::as_str),
        );
        let known = known.map(FieldUse::demanded).chain([list]);
        known.chain(self.wanted()).map(Read::Field).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        let empty = self.dengan.is_empty();
        let fault = || RuleFault::of("dengan", words::pack::with_is_empty());
        empty.then(fault).into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let path = FieldPath::parse(&self.daftar);
        let node = scope.draft.at(&path);
        let members = node.map_or(&[][..], Node::members);
        if members.iter().any(|member| self.fits(member) || self.unclear(member)) {
            return Vec::new();
        }
        let place = match members.len().checked_sub(1) {
            Some(last) => Place::value(path.index(last)),
            None => missing_place(scope.draft, &path),
        };
        vec![Hit::absent(path, place)]
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let path = FieldPath::parse(&self.daftar);
        let members = scope.draft.at(&path).map_or(&[][..], Node::members);
        if members.iter().any(|member| self.fits(member)) {
            return Vec::new();
        }
        let unclear = members.iter().enumerate().filter(|(_, member)| self.unclear(member));
        let silence = |(at, _)| {
            let reason = words::check::member_says_none(at + 1, words::either(&self.kecuali_tanpa));
            Silence::at(Place::value(path.index(at)), reason)
        };
        unclear.map(silence).collect()
    }
}

impl HasMember {
    /// The fields of a member, with the values that they must have.
    fn wanted(&self) -> impl Iterator<Item = FieldUse> {
        self.dengan.iter().map(|(key, wanted)| {
            let spot = parameter_path("dengan").key(key);
            let path = FieldPath::parse(&self.daftar).key(key);
            let field = FieldUse::at(Place::key(spot.clone()), path).every().demanded();
            if wanted == "*" {
                return field;
            }
            let values = vec![(Place::value(spot), wanted.clone())];
            FieldUse { values, ..field.shape(Shape::Comparable) }
        })
    }

    /// Whether a member may be the one looked for, as it says nothing that would tell.
    fn unclear(&self, member: &Node) -> bool {
        !self.kecuali_tanpa.is_empty()
            && !self.kecuali_tanpa.iter().any(|key| says(member.get(key)))
    }

    fn fits(&self, member: &Node) -> bool {
        self.dengan.iter().all(|(key, wanted)| {
            let value = member.get(key);
            says(value) && (wanted == "*" || value.map(shown).as_ref() == Some(wanted))
        })
    }
}
