//! `pernyataan_bertentangan`: a document does not say one thing and its opposite.

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::{body_texts, sentence};
use super::{CheckKind, Pattern, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, RuleFault, Word, word};
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::words;

/// A sentence says something, and another one the opposite.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opposed {
    #[schemars(description = "Ungkapan reguler dari pernyataan yang menyangkal.")]
    sangkalan: Pattern,
    #[schemars(
        description = "Ungkapan reguler dari pernyataan yang membenarkan; kalimat yang juga cocok dengan sangkalan tidak dihitung."
    )]
    pernyataan: Pattern,
    /// Parts of a document may be binding where the whole is not.
    #[schemars(description = "Ungkapan reguler; kalimat yang cocok dengannya dibiarkan.")]
    kecuali: Option<Pattern>,
}

impl CheckKind for Opposed {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "pernyataan yang kemudian"),
            word("seharusnya", "pernyataan yang lebih dahulu"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn faults(&self) -> Vec<RuleFault> {
        let both = [("sangkalan", &self.sangkalan), ("pernyataan", &self.pernyataan)];
        let all = both.into_iter().chain(self.kecuali.iter().map(|one| ("kecuali", one)));
        all.filter_map(|(key, pattern)| pattern.fault(key)).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let (mut denied, mut said) = (None, None);
        for (at, (path, text)) in body_texts(scope).enumerate() {
            for span in sentences(text) {
                let Some(whole) = text.get(span.clone()) else { continue };
                if self.kecuali.as_ref().is_some_and(|except| except.matches(whole)) {
                    continue;
                }
                let place = || Said { at, path: path.clone(), span: span.clone(), text };
                if self.sangkalan.matches(whole) {
                    denied.get_or_insert_with(place);
                } else if self.pernyataan.matches(whole) {
                    said.get_or_insert_with(place);
                }
            }
        }
        let (Some(one), Some(other)) = (denied, said) else { return Vec::new() };
        let (first, later) = if (one.at, one.span.start) < (other.at, other.span.start) {
            (one, other)
        } else {
            (other, one)
        };
        let hit = Hit::at(Place::within(later.path.clone(), later.span.clone()));
        let hit = hit.word("tertulis", later.shown()).word("seharusnya", first.shown());
        let see = Place::within(first.path.clone(), first.span.clone());
        vec![hit.see(see, words::check::differs_from_this())]
    }
}

/// A sentence with its place.
struct Said<'t> {
    at: usize,
    path: FieldPath,
    span: Span,
    text: &'t str,
}

impl Said<'_> {
    fn shown(&self) -> String {
        self.text.get(self.span.clone()).unwrap_or_default().trim().to_owned()
    }
}

fn sentences(text: &str) -> Vec<Span> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < text.len() {
        let span = sentence(text, at);
        let end = span.end.max(at);
        found.push(at..end);
        // Behind the sign that ends it.
        at = text.ceil_char_boundary((end + 1).min(text.len())).max(at + 1);
    }
    found
}
