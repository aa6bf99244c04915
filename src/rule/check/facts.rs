//! `fakta_atau_teks`: a fact is given, or the articles of a content speak of it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Pattern, Scope, says};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Word, parameter_path};
use crate::source::path::FieldPath;

/// Nothing is said while no article carries the content.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactOrText {
    #[schemars(description = "Bidang faktanya.")]
    fakta: String,
    #[schemars(
        description = "Muatan yang pasal-pasalnya dibaca, juga pasal bebas di bawah judulnya."
    )]
    muatan: String,
    #[schemars(
        description = "Ungkapan reguler dalam huruf kecil; kalimat tercetak yang cocok sudah menyebutkannya. Yang baru akan ditetapkan kelak tidak dihitung."
    )]
    pola: Pattern,
}

impl CheckKind for FactOrText {
    fn words(&self) -> &'static [Word] {
        &[]
    }

    fn reads(&self) -> Vec<Read> {
        let fact = FieldUse::named("fakta", &self.fakta);
        let spot = Place::value(parameter_path("muatan"));
        vec![Read::Field(fact.demanded()), Read::Content { spot, name: self.muatan.clone() }]
    }

    fn faults(&self) -> Vec<RuleFault> {
        self.pola.fault("pola").into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let fact = FieldPath::parse(&self.fakta);
        if says(scope.draft.at(&fact)) {
            return Vec::new();
        }
        let Some((place, said)) = scope.contents().said_of(&self.muatan) else {
            return Vec::new();
        };
        if said.iter().any(|text| self.pola.matches(text)) {
            return Vec::new();
        }
        vec![Hit::absent(fact, place)]
    }
}
