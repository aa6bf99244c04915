//! `sebutan_komparisi`: a komparisi introduces its party by the party's own label.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::node::Node;
use crate::text::fold;
use crate::wording::fixed_patterns;
use crate::words;

/// "…, selanjutnya disebut PIHAK KEDUA" in the komparisi of PIHAK KESATU. A komparisi that introduces
/// its own label as well, or a label of another sort (a short name), is left alone.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnLabel {}

impl CheckKind for OwnLabel {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "yang tertulis"), word("seharusnya", "sebutan pihak itu")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        ["sebutan", "komparisi"].map(|key| Read::role(Role::Pihak, key)).into()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let parties: Vec<_> = scope.draft.facts().parties().collect();
        let label = |text: Option<&str>| text.map(fold).filter(|text| !text.is_empty());
        let labels: Vec<String> = parties.iter().filter_map(|one| label(one.label())).collect();
        let mut hits = Vec::new();
        for party in &parties {
            let Some(own) = label(party.label()) else { continue };
            let path = party.path().key("komparisi");
            let Some(text) = scope.draft.at(&path).and_then(Node::str) else { continue };
            let said = introduced(text);
            if said.iter().any(|(_, said)| begins(said, &own)) {
                continue;
            }
            let others = || labels.iter().filter(|label| **label != own);
            let wrong = said.into_iter().rev().find(|(_, said)| {
                others().any(|label| begins(said, label)) || (counts(&own) && counts(said))
            });
            if let Some((span, _)) = wrong {
                let said = text.get(span.clone()).unwrap_or_default();
                let hit = Hit::at(Place::within(path, span)).word("tertulis", said);
                let hit = hit.word("seharusnya", party.label().unwrap_or_default());
                let place = Place::value(party.path().key("sebutan"));
                hits.push(hit.see(place, words::check::introduced_so()));
            }
        }
        hits
    }
}

fixed_patterns! {
    /// "selanjutnya disebut sebagai \"PIHAK KEDUA\"", "hereinafter referred to as"
    INTRODUCES = r#"(?i-u)(?:disebut|dinamakan|disingkat|referred\s+to\s+as|called)\s+(?:sebagai\s+|juga\s+|dengan\s+|the\s+)*["'*{}a-z:]{0,12}?\s*("?(?-i:[A-Z])[A-Za-z]*(?:[ /-][A-Z][A-Za-z]*){0,4})"#;
}

/// The labels that a komparisi introduces, with their bytes.
fn introduced(text: &str) -> Vec<(Span, String)> {
    let found = INTRODUCES.captures_iter(text).filter_map(|one| one.get(1));
    found.map(|one| (one.range(), fold(one.as_str().trim_matches('"')))).collect()
}

fn begins(said: &str, label: &str) -> bool {
    said.strip_prefix(label).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether a label counts the parties: "pihak kedua".
fn counts(label: &str) -> bool {
    const WORDS: [&str; 7] =
        ["kesatu", "pertama", "kedua", "ketiga", "keempat", "kelima", "keenam"];
    label.strip_prefix("pihak ").is_some_and(|rest| WORDS.contains(&rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_behind_what_introduces_them() {
        let of =
            |text: &str| introduced(text).into_iter().map(|(_, said)| said).collect::<Vec<_>>();
        assert_eq!(of("…, selanjutnya disebut PIHAK KEDUA."), ["pihak kedua"]);
        assert_eq!(of("yang selanjutnya disebut sebagai \"PIHAK KESATU\""), ["pihak kesatu"]);
        assert_eq!(of("selanjutnya disebut **PIHAK KESATU**"), ["pihak kesatu"]);
        assert_eq!(
            of("disebut KEMENIMIPAS, dan disebut PIHAK KESATU"),
            ["kemenimipas", "pihak kesatu"]
        );
        assert!(of("bertindak untuk dan atas nama PIHAK KEDUA").is_empty());
    }
}
