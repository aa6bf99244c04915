//! `frasa`: no printed text has a certain phrase.

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::around;
use super::{CheckKind, Pattern, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{RuleFault, Word, word};
use crate::source::path::FieldPath;

/// How much of a text around a phrase says whether it is let pass, in bytes.
const CONTEXT: usize = 60;

/// Phrases that no printed text should have, wherever they stand.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    #[schemars(
        description = "Ungkapan reguler; bila berkelompok, kelompok pertamanyalah yang ditunjuk."
    )]
    pola: Pattern,
    #[schemars(description = "Ungkapan reguler; yang sekitarnya cocok dengannya dibiarkan.")]
    kecuali: Option<Pattern>,
    /// Nearly no text has any of them, and looking is cheap.
    #[schemars(
        description = "Penggal huruf kecil yang salah satunya ada pada tiap teks yang cocok; teks tanpa penggal itu tidak dibaca."
    )]
    tanda: Vec<String>,
    #[schemars(description = "Kunci teks yang dibaca; bawaannya semua teks yang dicetak.")]
    kunci: Option<Vec<String>>,
}

impl CheckKind for Phrases {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("nilai", "yang tertulis")];
        WORDS
    }

    fn faults(&self) -> Vec<RuleFault> {
        let spared = self.kecuali.as_ref().and_then(|one| one.fault("kecuali"));
        let empty = RuleFault::empty("tanda", &self.tanda);
        self.pola.fault("pola").into_iter().chain(spared).chain(empty).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let suspects = scope.haystack().holding_any(&self.tanda);
        let texts = suspects.into_iter().filter_map(|at| Some((at, scope.texts().get(at)?)));
        texts
            .filter(|(at, (path, _))| self.reads_text(path) && self.pola.is_in(scope, *at))
            .flat_map(|(_, (path, text))| self.found(path, text))
            .collect()
    }
}

impl Phrases {
    fn reads_text(&self, path: &FieldPath) -> bool {
        let key = path.last_key().unwrap_or_default();
        self.kunci.as_ref().is_none_or(|keys| keys.iter().any(|one| one == key))
    }

    fn found(&self, path: &FieldPath, text: &str) -> Vec<Hit> {
        let spans = self.pola.spans(text).into_iter();
        let spared = |context: &str| self.kecuali.as_ref().is_some_and(|one| one.matches(context));
        let spans = spans.filter(|span| !spared(around(text, span, CONTEXT)));
        spans
            .map(|span| {
                let said = text.get(span.clone()).unwrap_or_default().trim();
                Hit::at(Place::within(path.clone(), span)).word("nilai", said)
            })
            .collect()
    }
}
