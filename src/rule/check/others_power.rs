//! `wewenang_pihak_lain`: a power that institutions of one sort have is not given to another party.

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::{body_texts, sentence};
use super::{CheckKind, Pattern, Scope};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, RuleFault, Word, word};

/// "PIHAK KEDUA berwenang menerbitkan izin tinggal", where it is no office that does.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OthersPower {
    #[schemars(description = "Ungkapan reguler: kewenangannya.")]
    wewenang: Pattern,
    #[schemars(description = "Ungkapan reguler: lembaga yang mempunyainya.")]
    lembaga: Pattern,
}

impl CheckKind for OthersPower {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("pihak", "pihak yang diberi"), word("tertulis", "kewenangannya")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles, Read::role(Role::Pihak, "lembaga")]
    }

    fn faults(&self) -> Vec<RuleFault> {
        let both = [("wewenang", &self.wewenang), ("lembaga", &self.lembaga)];
        both.into_iter().filter_map(|(key, pattern)| pattern.fault(key)).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let facts = scope.draft.facts();
        let parties: Vec<(&str, bool)> = facts
            .parties()
            .filter_map(|party| Some((party.label()?, self.lembaga.matches(party.institution()?))))
            .collect();
        let mut hits = Vec::new();
        for (path, text) in body_texts(scope).filter(|(_, text)| text.contains("berwenang")) {
            for span in self.wewenang.spans(text) {
                let before = sentence(text, span.start).start..span.start;
                let before = text.get(before).unwrap_or_default();
                let mut named = parties.iter().filter(|(label, _)| before.contains(label));
                // Of several, or of none, nobody can tell who is meant.
                let (Some((label, holds)), None) = (named.next(), named.next()) else { continue };
                if *holds {
                    continue;
                }
                let said = text.get(span.clone()).unwrap_or_default().to_owned();
                let hit = Hit::at(Place::within(path.clone(), span)).word("pihak", *label);
                hits.push(hit.word("tertulis", said));
            }
        }
        hits
    }
}
