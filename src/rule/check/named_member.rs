//! `anggota_instansi`: a list has a member that is an institution's, by a code or by its name.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::office::Fit;
use super::signatory::unknown_institution;
use super::{CheckKind, Scope, Silence, Words, missing_place, shown};
use crate::finding::{Hit, Place};
use crate::instansi::{Belongs, Context, Institutions};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word};
use crate::rule::whose;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::words;

/// Some member is of one of the institutions. A name outweighs a code: the code of one institution
/// on the name of another tells of neither.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NamedMember {
    #[schemars(description = "Daftarnya.")]
    daftar: String,
    #[schemars(description = "Kunci anggota yang berisi nama lembaga atau jabatan.")]
    nama: Words,
    #[schemars(description = "id instansinya dari schemas/instansi; satu sudah cukup.")]
    instansi: Words,
    /// What a member may say instead of a name.
    #[schemars(
        description = "Kunci dan nilai-nilainya yang berarti anggota itu dari instansi ini."
    )]
    #[serde(default)]
    kode: BTreeMap<String, Words>,
}

impl CheckKind for NamedMember {
    fn words(&self) -> &'static [Word] {
        &[]
    }

    fn reads(&self) -> Vec<Read> {
        let list = FieldUse::named("daftar", &self.daftar).shape(Shape::Tables).demanded();
        let names = FieldUse::keys("nama", &self.daftar, self.nama.all());
        names.chain([list]).map(Read::Field).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        let empty = [("nama", &self.nama), ("instansi", &self.instansi)];
        let empty = empty.into_iter().filter_map(|(name, words)| words.fault(name));
        empty.chain(self.instansi.all().into_iter().filter_map(unknown_institution)).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let members = self.members(scope);
        if members.iter().any(|member| self.fit(scope, member) != Fit::No) {
            return Vec::new();
        }
        let path = FieldPath::parse(&self.daftar);
        let place = match members.len().checked_sub(1) {
            Some(last) => Place::value(path.index(last)),
            None => missing_place(scope.draft, &path),
        };
        vec![Hit::absent(path, place)]
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let fits: Vec<Fit> =
            self.members(scope).iter().map(|member| self.fit(scope, member)).collect();
        if fits.contains(&Fit::Yes) {
            return Vec::new();
        }
        let path = FieldPath::parse(&self.daftar);
        let unclear = fits.iter().enumerate().filter(|(_, fit)| **fit == Fit::Unknown);
        let names = self.nama.all();
        let silence = |(at, _): (usize, &Fit)| {
            let reason = words::check::member_says_none(at + 1, words::either(&names));
            Silence::at(Place::value(path.index(at)), reason)
        };
        unclear.map(silence).collect()
    }
}

impl NamedMember {
    fn members<'a>(&self, scope: &'a Scope<'_>) -> &'a [Node] {
        scope.draft.at(&FieldPath::parse(&self.daftar)).map_or(&[][..], Node::members)
    }

    fn fit(&self, scope: &Scope<'_>, member: &Node) -> Fit {
        let names = self.nama.all().into_iter().filter_map(|key| member.get(key)?.str());
        let fits: Vec<Fit> = names.map(|name| self.named(scope, name)).collect();
        let coded = self.kode.iter().find_map(|(key, values)| {
            let said = member.get(key).filter(|node| !node.is_empty()).map(shown)?;
            Some(values.all().contains(&said.as_str()))
        });
        match (fits.first().copied(), coded) {
            (Some(Fit::No), _) => Fit::No,
            (Some(Fit::Yes), _) | (_, Some(true)) => Fit::Yes,
            (_, Some(false)) => Fit::No,
            _ if fits.contains(&Fit::Yes) => Fit::Yes,
            _ => Fit::Unknown,
        }
    }

    /// Whether a name is of one of the institutions.
    fn named(&self, scope: &Scope<'_>, name: &str) -> Fit {
        let all = Institutions::embedded();
        let context = Context::in_country(whose::country(scope.draft));
        let owners = [all.name(name, &context).owner, all.office(name, &context).post.owner];
        let asked: Vec<_> = self.instansi.all().into_iter().filter_map(|id| all.get(id)).collect();
        let belongs = |wanted: &[Belongs]| {
            let mut pairs =
                owners.iter().flat_map(|owner| asked.iter().map(move |one| (owner, one)));
            pairs.any(|(owner, one)| wanted.contains(&owner.belongs_to(one)))
        };
        if belongs(&[Belongs::Yes, Belongs::Presumably]) {
            Fit::Yes
        } else if belongs(&[Belongs::No]) {
            Fit::No
        } else {
            Fit::Unknown
        }
    }
}
