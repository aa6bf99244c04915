//! `menyebut`: one of several texts speaks of something.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Pattern, Scope, Silence, Words, missing_place, shown};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::words;

/// Some text at one of the paths matches; nothing is said while all of them are empty.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mentions {
    #[schemars(description = "Teks yang diperiksa; satu yang cocok sudah cukup.")]
    bidang: Words,
    #[schemars(description = "Ungkapan reguler.")]
    pola: Pattern,
    /// What some printed text must speak of for the rule to judge at all: a pack may be asked about
    /// papers of other steps than the one that the rule is about.
    #[schemars(
        description = "Aturan hanya menilai naskah yang di suatu tempat cocok dengan ungkapan ini."
    )]
    bila_menyebut: Option<Pattern>,
    /// Where it must speak of it, if not anywhere.
    #[schemars(description = "Bidang yang dicari bila_menyebut; tanpa ini semua teks naskah.")]
    bila_pada: Option<String>,
}

impl CheckKind for Mentions {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("nilai", "teks pertama yang diperiksa")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let texts = FieldUse::all("bidang", self.bidang.all());
        texts.map(|text| Read::Field(text.every().shape(Shape::Words))).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        let topic = self.bila_menyebut.as_ref().and_then(|topic| topic.fault("bila_menyebut"));
        let empty = self.bidang.fault("bidang");
        empty.into_iter().chain(self.pola.fault("pola")).chain(topic).collect()
    }

    /// Whether the draft is about what the rule is about.
    fn concerns(&self, scope: &Scope<'_>) -> bool {
        let Some(topic) = &self.bila_menyebut else {
            return true;
        };
        let Some(field) = &self.bila_pada else {
            return scope.texts().iter().any(|(_, text)| topic.matches(text));
        };
        let places = scope.draft.root.expand(&FieldPath::parse(field));
        let nodes = places.iter().filter_map(|place| scope.draft.at(place));
        nodes.flat_map(|node| node.members()).any(|node| topic.matches(&shown(node)))
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        if !self.concerns(scope) {
            return Vec::new();
        }
        let mut given = self.given(scope).into_iter();
        let Some((path, first)) = given.next() else {
            return Vec::new();
        };
        if self.pola.matches(&first) || given.any(|(_, text)| self.pola.matches(&text)) {
            return Vec::new();
        }
        vec![Hit::at(Place::value(path)).word("nilai", first)]
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let names = self.bidang.all();
        if !self.concerns(scope) {
            let path = names.first().map(|name| FieldPath::parse(name)).unwrap_or_default();
            let reason = words::check::another_matter();
            return vec![Silence::at(missing_place(scope.draft, &path), reason)];
        }
        let first = names.first().filter(|_| self.given(scope).is_empty());
        let silence = |name: &&str| {
            let place = missing_place(scope.draft, &FieldPath::parse(name));
            Silence::at(place, words::check::nothing_filled(words::both(&names)))
        };
        first.map(silence).into_iter().collect()
    }
}

impl Mentions {
    /// The texts that are there.
    fn given(&self, scope: &Scope<'_>) -> Vec<(FieldPath, String)> {
        let patterns = self.bidang.all().into_iter().map(FieldPath::parse);
        let places = patterns.flat_map(|pattern| scope.draft.root.expand(&pattern));
        let text = |path: FieldPath| {
            let text = scope.draft.at(&path).filter(|node| !node.is_empty()).map(words)?;
            Some((path, text))
        };
        places.filter_map(text).collect()
    }
}

fn words(node: &Node) -> String {
    node.members().iter().map(shown).collect::<Vec<_>>().join("; ")
}
