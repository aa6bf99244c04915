//! `diatur`: a matter is dealt with somewhere in the text.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Pattern, Scope, Words, missing_place, says};
use crate::finding::Hit;
use crate::rule::declared::{FieldUse, Read, RuleFault, Word};
use crate::source::path::FieldPath;

/// One of the fields is filled, or some printed text speaks of the matter.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provided {
    #[schemars(description = "Bidang tempat hal itu diatur; satu yang terisi sudah cukup.")]
    bidang: Words,
    #[schemars(description = "Ungkapan reguler; satu teks naskah yang cocok sudah cukup.")]
    pola: Pattern,
}

impl CheckKind for Provided {
    fn words(&self) -> &'static [Word] {
        &[]
    }

    fn reads(&self) -> Vec<Read> {
        let fields = FieldUse::all("bidang", self.bidang.all());
        fields.map(|field| Read::Field(field.demanded())).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        self.bidang.fault("bidang").into_iter().chain(self.pola.fault("pola")).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let paths: Vec<FieldPath> = self.bidang.all().into_iter().map(FieldPath::parse).collect();
        let there = paths.iter().any(|path| says(scope.draft.at(path)))
            || scope.texts().iter().any(|(_, text)| self.pola.matches(text));
        let Some(path) = paths.into_iter().next().filter(|_| !there) else {
            return Vec::new();
        };
        let place = missing_place(scope.draft, &path);
        vec![Hit::absent(path, place)]
    }
}
