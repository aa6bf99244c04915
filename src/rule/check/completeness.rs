//! `kelengkapan`: what a step of a procedure gives comes with what the step takes.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, shown};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, parameter_path, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::words::{self, Argument};

/// When a member of the list is the output, all of `perlu` and one of `salah_satu` are members too.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Completeness {
    #[schemars(description = "Daftar berkas.")]
    daftar: String,
    #[schemars(description = "Kunci nama berkas pada tiap anggotanya.")]
    bidang: String,
    #[schemars(description = "Berkas yang bila ada menuntut yang lain.")]
    keluaran: String,
    #[schemars(description = "Semua ini ada pula.")]
    #[serde(default)]
    perlu: Vec<String>,
    #[schemars(description = "Paling sedikit satu di antaranya ada pula.")]
    #[serde(default)]
    salah_satu: Vec<String>,
}

impl CheckKind for Completeness {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("keluaran", "berkas yang sudah ada"),
            word("kurang", "berkas yang seharusnya menyertainya"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let list = FieldUse::named("daftar", &self.daftar).shape(Shape::Tables);
        let path = FieldPath::parse(&self.daftar).key(&self.bidang);
        let output = std::slice::from_ref(&self.keluaran);
        let names = FieldUse::at(Place::value(parameter_path("bidang")), path).every();
        let names = names.shape(Shape::Comparable).compared("keluaran", output);
        let names = names.compared("perlu", &self.perlu).compared("salah_satu", &self.salah_satu);
        vec![Read::Field(list), Read::Field(names)]
    }

    fn faults(&self) -> Vec<RuleFault> {
        let asks = !self.perlu.is_empty() || !self.salah_satu.is_empty();
        let fault = || RuleFault::of("jenis", words::pack::completeness_asks_nothing());
        (!asks).then(fault).into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
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
        let mut lacking: Vec<Argument> =
            self.perlu.iter().filter(missing).map(Argument::from).collect();
        if !self.salah_satu.is_empty() && self.salah_satu.iter().all(|one| missing(&one)) {
            lacking.push(words::either(&self.salah_satu));
        }
        if lacking.is_empty() {
            return Vec::new();
        }
        let place = Place::value(list.index(at).key(&self.bidang));
        let lacking = Argument::list(lacking, ", ");
        vec![Hit::at(place).word("keluaran", &self.keluaran).word("kurang", lacking)]
    }
}
