//! `sebidang`: an official who takes note is of the service that the parties are of.

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::tokens;
use super::{CheckKind, Scope, Words};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{FieldUse, Read, RuleFault, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// The words by which offices of one service are known.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline, description = "Sebuah bidang dan kata yang mengenalkannya.")]
pub(super) struct Service {
    #[schemars(description = "Kata yang mengenalkan bidang ini, dalam huruf kecil.")]
    kata: Vec<String>,
}

/// An office of one of several services where every party of such a service is of another. An office
/// of none, or of several of them, is left alone.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SameField {
    #[schemars(description = "Jabatan yang dinilai; [*] untuk tiap anggota daftar.")]
    bidang: Words,
    #[schemars(description = "Bidang-bidang yang dibedakan.")]
    golongan: Vec<Service>,
}

impl CheckKind for SameField {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "jabatan yang tertulis"), word("seharusnya", "lembaga pihaknya")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let fields = FieldUse::all("bidang", self.bidang.all());
        let fields = fields.map(|field| Read::Field(field.every()));
        fields.chain([Read::role(Role::Pihak, "lembaga")]).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        let empty = self.golongan.iter().find_map(|one| RuleFault::empty("kata", &one.kata));
        self.bidang.fault("bidang").into_iter().chain(empty).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let parties = || scope.draft.facts().parties();
        let names: Vec<&str> = parties().filter_map(|one| one.institution()).collect();
        let known: Vec<(&str, usize)> =
            names.iter().filter_map(|name| Some((*name, self.service(name)?))).collect();
        let Some((party, _)) = known.first() else {
            return Vec::new();
        };
        let paths = self.bidang.all().into_iter().map(FieldPath::parse);
        let places = paths.flat_map(|path| scope.draft.root.expand(&path));
        let mut hits = Vec::new();
        for place in places {
            let Some(title) = scope.draft.at(&place).and_then(Node::str) else { continue };
            let strange = self
                .service(title)
                .is_some_and(|service| known.iter().all(|(_, other)| *other != service));
            if strange {
                let hit = Hit::at(Place::value(place)).word("tertulis", title);
                hits.push(hit.word("seharusnya", *party));
            }
        }
        hits
    }
}

impl SameField {
    /// The one service that a name speaks of.
    fn service(&self, name: &str) -> Option<usize> {
        let words: Vec<String> = tokens(name).map(|one| one.text.to_lowercase()).collect();
        let said = |one: &&(usize, &Service)| one.1.kata.iter().any(|word| words.contains(word));
        let all: Vec<(usize, &Service)> = self.golongan.iter().enumerate().collect();
        let mut found = all.iter().filter(said);
        let (at, _) = found.next()?;
        found.next().is_none().then_some(*at)
    }
}
