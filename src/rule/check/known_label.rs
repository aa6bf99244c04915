//! `sebutan_dikenal`: nobody is called by a name under which no party was introduced.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::is_body;
use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, RuleFault, Word, word};
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::wording::fixed_patterns;

/// What is wrong with what somebody is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dapat salah pada sebuah sebutan.")]
enum Defect {
    /// No party is called so.
    #[schemars(description = "Tidak ada pihak yang diperkenalkan dengan sebutan itu.")]
    BukanPihak,
    /// Nobody said what all of them together are called.
    #[schemars(description = "Sebutan bersama yang tidak diperkenalkan.")]
    Bersama,
    /// It is written in other letters than it was introduced in.
    #[schemars(description = "Ditulis dengan huruf lain daripada yang diperkenalkan.")]
    Tulisan,
}

/// Labels of parties in the articles.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KnownLabel {
    #[schemars(description = "Yang dicari.")]
    cacat: Defect,
    #[schemars(
        description = "Sebutan yang lazim bagi pihak, dalam huruf kapital; bagi bersama: sebutan yang lazim bagi semua pihak."
    )]
    lazim: Vec<String>,
}

impl CheckKind for KnownLabel {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "yang tertulis"),
            word("seharusnya", "sebutan yang diperkenalkan, bila ada"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::role(Role::Pihak, "sebutan")]
    }

    fn faults(&self) -> Vec<RuleFault> {
        let wanted = self.cacat != Defect::Tulisan;
        RuleFault::empty("lazim", &self.lazim).filter(|_| wanted).into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        match self.cacat {
            Defect::BukanPihak => self.nobody(scope),
            Defect::Bersama => self.together(scope),
            Defect::Tulisan => other_letters(scope),
        }
    }
}

fixed_patterns! {
    /// What somebody does who has a part in the agreement.
    ACTS = r"^\s+(?:akan\s+|juga\s+)?(?:wajib|berhak|berkewajiban|bertanggung\s+jawab|berwenang|bertugas|menyediakan|menanggung|membayar|menyerahkan|menugaskan|menyampaikan|menerima|melaksanakan|melaporkan)\b";
    /// What is somebody's, or done by somebody.
    OF = r"(?i)\b(?:hak|kewajiban|tanggung\s+jawab|tugas|oleh|dari|beban|DIPA|anggaran)\s+$";
    /// What only a party has: "petugas dari PIHAK KETIGA". Claims and money come from others too.
    OWNED = r"(?i)\b(?:hak|kewajiban|tanggung\s+jawab|tugas|petugas(?:\s+\w+)?|pegawai|pejabat|wakil|perwakilan|anggaran|beban)\s+(?:dari\s+|pada\s+|milik\s+)?$";
    /// What introduces a name.
    INTRODUCES = r#"(?i)(?:disebut|disingkat|sebagai|dengan sebutan|\()\s*(?:sebagai\s+|juga\s+|dengan\s+)?["“‘'*{a-z:]*$"#;
}

/// The names by which parties are known, and those that are not to be looked for.
struct Known {
    labels: Vec<String>,
    common: Option<String>,
    /// Whether some label counts the parties: `PIHAK KESATU`.
    counted: bool,
    /// Whether nobody has a label.
    bare: bool,
}

impl Known {
    fn of(scope: &Scope<'_>) -> Self {
        let facts = scope.draft.facts();
        let label = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let labels: Vec<String> = facts.parties().filter_map(|one| label(one.label()?)).collect();
        let counted = labels.iter().any(|label| label.to_uppercase().starts_with("PIHAK "));
        let common = facts.text(Role::SebutanBersama).and_then(label);
        Self { bare: labels.is_empty(), counted, common, labels }
    }

    /// Whether somebody is called so, alone or with more.
    fn has(&self, said: &str) -> bool {
        let all = self.labels.iter().chain(&self.common);
        all.into_iter().any(|label| {
            label == said
                || label.split(['/', ' ']).any(|part| part == said)
                || label.contains(said)
        })
    }
}

impl KnownLabel {
    fn nobody(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let known = Known::of(scope);
        let mut seen = BTreeSet::new();
        let mut hits = Vec::new();
        for name in &self.lazim {
            if known.has(name) || (known.counted && name.starts_with("PIHAK ")) {
                continue;
            }
            let places = scope.haystack().words(name).collect::<Vec<_>>();
            let places = places.into_iter().filter_map(|(index, at)| {
                let (path, text) = scope.texts().get(index)?;
                Some((path, *text, at..at + name.len()))
            });
            let mut places = places.filter(|(path, text, span)| {
                is_body(scope, path) && self.has_a_part(&known, text, span, name)
            });
            if let Some((path, _, span)) = places.next()
                && !introduced(scope, name)
                && seen.insert(name.as_str())
            {
                hits.push(hit(path, span, name, &known.labels.join(", ")));
            }
        }
        hits.extend(beyond(scope, &known));
        hits
    }

    /// Whether the text gives this name a part, so that a party is meant.
    fn has_a_part(&self, known: &Known, text: &str, span: &Span, name: &str) -> bool {
        let before = text.get(..span.start).unwrap_or_default();
        let after = text.get(span.end..).unwrap_or_default();
        // A longer name in capitals is another one: "BANK CONTOH".
        let longer = |word: Option<&str>| {
            word.is_some_and(|word| {
                word.chars().filter(|c| c.is_alphabetic()).count() > 1
                    && !word.chars().any(char::is_lowercase)
                    && word.starts_with(char::is_uppercase)
            })
        };
        let apart = !longer(after.split_whitespace().next())
            && !longer(before.split_whitespace().next_back());
        let ordinal = name.starts_with("PIHAK ") && name != "PIHAK KETIGA" && !known.bare;
        apart && (ordinal || ACTS.is_match(after) || OF.is_match(before))
    }

    fn together(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let known = Known::of(scope);
        let common = known.common.as_deref().map(fold);
        let mut hits = Vec::new();
        for name in &self.lazim {
            if common.as_deref() == Some(fold(name).as_str()) || introduced(scope, name) {
                continue;
            }
            let mut places = body_places(scope, name);
            if let Some((path, _, at)) = places.next() {
                let span = at..at + name.len();
                hits.push(hit(path, span, name, known.common.as_deref().unwrap_or_default()));
            }
        }
        // One cause, one finding: where no common label is known, the first use tells it.
        hits.truncate(if common.is_none() { 1 } else { hits.len() });
        hits
    }
}

/// Wherever a name stands in what the parties agree on.
fn body_places<'s>(
    scope: &'s Scope<'_>,
    name: &str,
) -> impl Iterator<Item = (&'s FieldPath, &'s str, usize)> {
    let body = scope.body();
    let places = scope.haystack().places(name);
    let places = places.filter(|(index, _)| body.get(*index).is_some_and(|body| *body));
    places.filter_map(|(index, at)| {
        let (path, text) = scope.texts().get(index)?;
        Some((path, *text, at))
    })
}

/// `PIHAK KEEMPAT wajib …` where there are three.
fn beyond(scope: &Scope<'_>, known: &Known) -> Vec<Hit> {
    const ORDER: [&str; 6] = ["KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM"];
    if !known.counted {
        return Vec::new();
    }
    let count = scope.draft.facts().parties().count();
    let names = ORDER.iter().skip(count.max(2)).map(|word| format!("PIHAK {word}"));
    let mut hits = Vec::new();
    for name in names.filter(|name| !known.has(name)) {
        let acts = |text: &str, at: usize| {
            text.get(at + name.len()..).is_some_and(|after| ACTS.is_match(after))
                || OWNED.is_match(last(text.get(..at).unwrap_or_default(), 60))
        };
        let found = body_places(scope, &name).find(|(_, text, at)| acts(text, *at));
        let found = found.map(|(path, _, at)| (path, at..at + name.len()));
        if let Some((path, span)) = found.filter(|_| !introduced(scope, &name)) {
            hits.push(hit(path, span, &name, &known.labels.join(", ")));
        }
    }
    hits
}

/// Whether some sentence says that somebody is called so.
fn introduced(scope: &Scope<'_>, name: &str) -> bool {
    let defined = scope.terms().iter().any(|term| term.is_named(name));
    let wanted = name.to_ascii_lowercase();
    let mut places = scope.haystack().lower_words(&wanted).filter_map(|(index, at)| {
        let (path, text) = scope.texts().get(index)?;
        Some((path, text.get(..at)?))
    });
    defined || places.any(|(_, before)| INTRODUCES.is_match(last(before, 40)))
}

fn last(text: &str, length: usize) -> &str {
    text.get(text.floor_char_boundary(text.len().saturating_sub(length))..).unwrap_or_default()
}

/// Labels that name a party as one whose letters change: "Para Pihak" beside "PARA PIHAK".
fn other_letters(scope: &Scope<'_>) -> Vec<Hit> {
    let known = Known::of(scope);
    let labels = known.labels.iter().chain(&known.common);
    // "KANTOR WILAYAH" may as well stand as an ordinary name.
    let labels =
        labels.filter(|label| label.contains(' ') && label.to_uppercase().contains("PIHAK"));
    let mut hits = Vec::new();
    for label in labels {
        let wanted = label.to_ascii_lowercase();
        let places = scope.haystack().lower_words(&wanted).filter_map(|(index, at)| {
            let (path, text) = scope.texts().get(index)?;
            let span = at..at + wanted.len();
            Some((path, text.get(span.clone())?, span))
        });
        let mut seen = BTreeSet::new();
        for (path, said, span) in places {
            let other = said != label && is_label(said) && !known.has(said);
            if other && is_body(scope, path) && seen.insert(said.to_owned()) {
                hits.push(hit(path, span, said, label));
            }
        }
    }
    hits
}

/// Whether every word has a capital: "para pihak" is whoever they are.
fn is_label(said: &str) -> bool {
    said.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

fn hit(path: &FieldPath, span: Span, said: &str, right: &str) -> Hit {
    Hit::at(Place::within(path.clone(), span)).word("tertulis", said).word("seharusnya", right)
}
