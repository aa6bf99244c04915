//! `berisi`, `sepokok`: whether texts say something, and something of the same matter.

use std::rc::Rc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Pattern, Scope, Words, missing_place};
use crate::finding::{Hit, Place};
use crate::rule::content::{Matter, Substance};
use crate::rule::declared::{FieldUse, Read, RuleFault, Word};
use crate::source::path::FieldPath;
use crate::words::content;

/// Some text at one of the paths is printed and says something.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaysSomething {
    #[schemars(description = "Bidang-bidangnya; satu yang mengatakan sesuatu sudah cukup.")]
    bidang: Words,
    #[schemars(
        description = "Ungkapan reguler dalam huruf kecil: kalimat yang cocok bukan isi yang dituntut. Bila hanya itu yang ada, temuannya peringatan."
    )]
    bukan: Option<Pattern>,
}

impl CheckKind for SaysSomething {
    fn words(&self) -> &'static [Word] {
        &[]
    }

    fn reads(&self) -> Vec<Read> {
        let fields = FieldUse::all("bidang", self.bidang.all());
        fields.map(|field| Read::Field(field.demanded())).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        let pattern = self.bukan.as_ref().and_then(|pattern| pattern.fault("bukan"));
        self.bidang.fault("bidang").into_iter().chain(pattern).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let paths: Vec<FieldPath> = self.bidang.all().into_iter().map(FieldPath::parse).collect();
        let nodes = paths.iter().filter_map(|path| Some((path, scope.draft.at(path)?)));
        let said: Vec<(&FieldPath, String)> = nodes
            .flat_map(|(path, node)| {
                scope.contents().said_at(node).into_iter().map(move |s| (path, s))
            })
            .collect();
        let other = |text: &str| self.bukan.as_ref().is_some_and(|other| other.matches(text));
        if said.iter().any(|(_, text)| !other(text)) {
            return Vec::new();
        }
        let Some(path) = paths.first() else {
            return Vec::new();
        };
        let hit = match said.first() {
            None => Hit::absent(path.clone(), missing_place(scope.draft, path)),
            Some((at, _)) => Hit::absent(path.clone(), Place::value((*at).clone()))
                .doubtful(content::says_otherwise(), content::say_what_belongs()),
        };
        vec![hit]
    }
}

/// A text has a word in common with others of the same document.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SameMatter {
    #[schemars(
        description = "Teks yang diperiksa: bidang akar, atau muatan yang pasalnya dibaca."
    )]
    teks: String,
    #[schemars(description = "Bidang akar atau muatan tempat pokok yang sama dibicarakan.")]
    dengan: Words,
    #[serde(default = "few")]
    #[schemars(
        description = "Teks dengan kata pokok yang lebih sedikit daripada ini tidak dinilai; bawaannya 3."
    )]
    paling_sedikit: usize,
}

/// So few telling words say too little to be compared.
fn few() -> usize {
    3
}

impl CheckKind for SameMatter {
    fn words(&self) -> &'static [Word] {
        &[]
    }

    fn reads(&self) -> Vec<Read> {
        let text = FieldUse::named("teks", &self.teks);
        let others = FieldUse::all("dengan", self.dengan.all());
        std::iter::once(text).chain(others).map(Read::Field).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        self.dengan.fault("dengan").into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let contents = scope.contents();
        let Some(said) = contents.matter(&self.teks) else {
            return Vec::new();
        };
        let others = self.dengan.all().into_iter().filter_map(|name| contents.matter(name));
        let others: Vec<Rc<Matter>> = others.collect();
        let others = Substance::together(others.iter().map(|one| &one.substance));
        if said.substance.len() < self.paling_sedikit || said.substance.agrees(&others) {
            return Vec::new();
        }
        vec![Hit::at(said.place.clone())]
    }
}
