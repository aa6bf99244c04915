//! `sebutan_seragam`: a party is called as it was introduced.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::{CheckKind, Scope, unique::fold};
use crate::finding::{Hit, Place};
use crate::source::node::Node;

/// `PIHAK PERTAMA` in a text whose first party is `PIHAK KESATU`. A label beyond the number of the
/// parties is left alone: `PIHAK KETIGA` may be anybody.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {}

impl CheckKind for Label {
    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let parties = scope.draft.root.get("pihak").map_or(&[][..], Node::members);
        let labels: Vec<String> = parties
            .iter()
            .map(|one| one.get("sebutan").and_then(Node::str).unwrap_or_default().to_owned())
            .collect();
        let (Some(pattern), true) = (&*ORDINAL, labels.iter().any(|label| !label.is_empty()))
        else {
            return Vec::new();
        };
        let mut hits = Vec::new();
        for (path, text) in scope.draft.texts() {
            for found in pattern.find_iter(&text) {
                let right = ordinal(found.as_str())
                    .and_then(|at| labels.get(at))
                    .filter(|label| ORDINAL.as_ref().is_some_and(|p| p.is_match(label)));
                let known = labels.iter().any(|label| fold(label) == fold(found.as_str()));
                if let (Some(right), false) = (right, known) {
                    let place = Place::within(path.clone(), found.range());
                    hits.push(
                        Hit::at(place).word("tertulis", found.as_str()).word("seharusnya", right),
                    );
                }
            }
        }
        hits
    }
}

static ORDINAL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\bPIHAK\s+(?:KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM)\b").ok()
});

fn ordinal(label: &str) -> Option<usize> {
    const WORDS: [&str; 6] = ["kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam"];
    let word = fold(label).rsplit(' ').next().unwrap_or_default().replace("pertama", "kesatu");
    WORDS.iter().position(|known| *known == word)
}
