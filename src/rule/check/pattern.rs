//! `pola`: a text matches a pattern, or does not.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Pattern, Scope, Words, shown};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, word};
use crate::source::path::FieldPath;
use crate::words;

/// Values that are given match `cocok`, or do not match `dilarang`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matches {
    #[schemars(
        description = "Satu bidang yang diperiksa, atau beberapa; [*] untuk tiap anggota daftar."
    )]
    bidang: Words,
    #[schemars(
        description = "Ungkapan reguler yang harus cocok. Sebut ini atau dilarang, salah satu."
    )]
    cocok: Option<Pattern>,
    #[schemars(description = "Ungkapan reguler yang tidak boleh cocok.")]
    dilarang: Option<Pattern>,
    /// What is let pass although it matches `dilarang`.
    #[schemars(description = "Ungkapan reguler; yang cocok dengannya dibiarkan.")]
    kecuali: Option<Pattern>,
}

impl CheckKind for Matches {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("nilai", "yang tertulis pada bidang itu")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let fields = FieldUse::all("bidang", self.bidang.all());
        fields.map(|field| Read::Field(field.every().shape(Shape::Words))).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        if self.cocok.is_some() == self.dilarang.is_some() {
            return vec![RuleFault::of("jenis", words::pack::pattern_needs_one())];
        }
        let patterns =
            [("cocok", &self.cocok), ("dilarang", &self.dilarang), ("kecuali", &self.kecuali)];
        let given = patterns.into_iter().filter_map(|(key, one)| Some((key, one.as_ref()?)));
        let faults = given.filter_map(|(key, one)| one.fault(key));
        self.bidang.fault("bidang").into_iter().chain(faults).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let fields = self.bidang.all().into_iter().map(FieldPath::parse);
        fields
            .flat_map(|field| scope.draft.root.expand(&field))
            .filter_map(|path| {
                let value = scope.draft.at(&path).filter(|node| !node.is_empty()).map(shown)?;
                let wrong = self.cocok.as_ref().is_some_and(|pattern| !pattern.matches(&value))
                    || self
                        .dilarang
                        .as_ref()
                        .is_some_and(|pattern| pattern.matches(value.trim_end()));
                let spared = self.kecuali.as_ref().is_some_and(|one| one.matches(value.trim_end()));
                (wrong && !spared).then(|| Hit::at(Place::value(path)).word("nilai", value))
            })
            .collect()
    }
}
