//! `penanggung_berbeda`: one thing is paid for by one party.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::{body_texts, sentence};
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::wording::fixed_patterns;
use crate::words;

/// What one article lets a party pay another does not let the other party pay.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Payer {}

impl CheckKind for Payer {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("hal", "yang dibayar"),
            word("tertulis", "pihak yang menanggungnya di sini"),
            word("seharusnya", "pihak yang menanggungnya menurut kalimat lain"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let labels: Vec<&str> =
            scope.draft.facts().parties().filter_map(|party| party.label()).collect();
        let mut known: BTreeMap<String, (String, FieldPath, Span)> = BTreeMap::new();
        let mut hits = Vec::new();
        for (path, text) in body_texts(scope) {
            for one in burdens(text, &labels) {
                let Burden { matter, payer, span } = one;
                match known.get(&matter) {
                    Some((other, home, place)) if *other != payer => {
                        let hit = Hit::at(Place::within(path.clone(), span));
                        let hit = hit.word("hal", &matter).word("tertulis", &payer);
                        let see = Place::within(home.clone(), place.clone());
                        let hit = hit.word("seharusnya", other);
                        hits.push(hit.see(see, words::check::differs_from_this()));
                    }
                    Some(_) => {}
                    None => drop(known.insert(matter, (payer, path.clone(), span))),
                }
            }
        }
        hits
    }
}

/// That a party pays for something.
#[derive(Debug, PartialEq, Eq)]
struct Burden {
    matter: String,
    payer: String,
    span: Span,
}

fixed_patterns! {
    /// "menanggung honor instruktur"
    PAYS = r"(?i)\b(?:menanggung|membayar|membiayai)(?:\s+biaya)?\s+([a-z]+(?:\s+[a-z]+)?)";
    /// "Honor instruktur dibayar oleh", "dibebankan kepada"
    PAID = r"(?i)\b(?:biaya\s+)?([a-z]+(?:\s+[a-z]+)?)\s+(?:dibayar(?:kan)?|ditanggung|dibiayai|dibebankan|menjadi\s+beban)\s+(?:(?:oleh|kepada|pada)\s+)?";
    /// What is no thing by itself.
    VAGUE = r"(?i)^(?:kepada|oleh|pihak|biaya|seluruh|semua|segala|masing|sendiri|pelaksanaan|kegiatan|risiko|kerugian|ganti|denda|pajak|sebagian|setengah|separuh|sisa|yang|ini|itu|dan|tersebut)\b|\b(?:yang|dan|atau|di|ke|dari|untuk|selama|pada|dalam|dengan|secara|tersebut)$|^(?:dan|atau|yang|serta|modul)\s";
}

fn burdens(text: &str, labels: &[&str]) -> Vec<Burden> {
    let mut found = Vec::new();
    for one in PAYS.captures_iter(text) {
        let (Some(whole), Some(matter)) = (one.get(0), one.get(1)) else { continue };
        let before = sentence(text, whole.start());
        let head = text.get(before.start..whole.start()).unwrap_or_default();
        // A sentence of one party alone says who pays.
        let named: Vec<&&str> = labels.iter().filter(|label| head.contains(**label)).collect();
        let [payer] = named.as_slice() else { continue };
        found.extend(burden(matter.as_str(), payer, whole.range()));
    }
    for one in PAID.captures_iter(text) {
        let (Some(whole), Some(matter)) = (one.get(0), one.get(1)) else { continue };
        let after = text.get(whole.end()..).unwrap_or_default();
        let payer = labels.iter().find(|label| after.starts_with(**label));
        let Some(payer) = payer else { continue };
        let shared = after.get(payer.len()..).is_some_and(|rest| {
            rest.trim_start().starts_with("dan ") || rest.trim_start().starts_with("bersama")
        });
        if !shared {
            found.extend(burden(matter.as_str(), payer, whole.start()..whole.end() + payer.len()));
        }
    }
    found
}

/// Two words at least: one alone may be of many things.
fn burden(matter: &str, payer: &str, span: Span) -> Option<Burden> {
    let matter = fold(matter);
    let sound = matter.contains(' ') && !VAGUE.is_match(&matter);
    sound.then(|| Burden { matter, payer: payer.to_owned(), span })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_pays_for_what() {
        let labels = ["PIHAK KESATU", "PIHAK KEDUA"];
        let of = |text: &str| {
            let all = burdens(text, &labels).into_iter();
            all.map(|one| format!("{}: {}", one.payer, one.matter)).collect::<Vec<_>>()
        };
        assert_eq!(
            of("PIHAK KEDUA menugaskan pelatih dan menanggung honor instruktur."),
            ["PIHAK KEDUA: honor instruktur"]
        );
        assert_eq!(
            of("Honor instruktur dibayar oleh PIHAK KESATU setiap bulan."),
            ["PIHAK KESATU: honor instruktur"]
        );
        for text in [
            "Biaya ditanggung PIHAK KESATU dan PIHAK KEDUA.",
            "PIHAK KESATU membayar kepada PIHAK KEDUA yang menanggung risiko kerugian.",
            "Sewa gedung ditanggung oleh PIHAK KESATU dan PIHAK KEDUA.",
        ] {
            assert!(of(text).is_empty(), "{text}: {:?}", of(text));
        }
    }
}
