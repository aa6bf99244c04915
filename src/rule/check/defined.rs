//! `istilah`: defined terms are used, and used as they were defined.

use serde::Deserialize;

use super::{CheckKind, Scope, unique::fold};
use crate::finding::{Hit, Place};
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// What is wrong with a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Defect {
    /// It is defined and stands nowhere else.
    TidakDipakai,
    /// It is written in one word where it was defined in two.
    TidakSeragam,
    /// An article introduces it ("selanjutnya disebut …") that stands after one which uses it.
    Mendahului,
}

/// The terms of `definisi`. Case never counts: offices differ in their capitals.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Defined {
    cacat: Defect,
}

struct Term {
    /// The definition.
    path: FieldPath,
    /// The words, and the short form that the definition may give.
    names: Vec<String>,
}

impl CheckKind for Defined {
    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        if self.cacat == Defect::Mendahului {
            return used_early(scope);
        }
        let terms = terms(scope);
        if terms.is_empty() {
            return Vec::new();
        }
        let texts = scope.draft.texts();
        match self.cacat {
            Defect::TidakDipakai => unused(&terms, texts),
            Defect::TidakSeragam => joined(&terms, texts),
            Defect::Mendahului => Vec::new(),
        }
    }
}

fn terms(scope: &Scope<'_>) -> Vec<Term> {
    let sections = scope.draft.outline.sections.iter();
    sections
        .flat_map(|section| {
            let list = section.path.key("definisi");
            let members = scope.draft.at(&list).map_or(&[][..], Node::members).iter().enumerate();
            members
                .filter_map(|(index, node)| {
                    let name = node.get("istilah").and_then(Node::str)?.trim().to_owned();
                    let short = node.get("arti").and_then(Node::str).and_then(short_form);
                    let names = std::iter::once(name).chain(short).filter(|name| !name.is_empty());
                    Some(Term { path: list.index(index), names: names.collect() })
                })
                .collect::<Vec<_>>()
        })
        .filter(|term| !term.names.is_empty())
        .collect()
}

/// `… yang selanjutnya disebut Kementerian`
fn short_form(meaning: &str) -> Option<String> {
    if !meaning.contains("elanjutnya dis") {
        return None;
    }
    let lower = meaning.to_ascii_lowercase();
    let heads = ["selanjutnya disebut ", "selanjutnya disingkat "];
    let end = heads.iter().find_map(|head| Some(lower.find(head)? + head.len()))?;
    let rest = meaning.get(end..)?.trim_start_matches("dengan ").trim_start_matches(['"', '“']);
    let name = rest.split(['"', '”', '.', ',', ';', '(', ')']).next().unwrap_or_default();
    Some(name.trim().to_owned())
}

fn unused(terms: &[Term], texts: &[(FieldPath, String)]) -> Vec<Hit> {
    let idle = terms.iter().filter(|term| {
        // As it is written, before the slower look over case and line ends.
        !used(term, texts, str::to_owned) && !used(term, texts, fold)
    });
    idle.map(|term| {
        let name = term.names.first().cloned().unwrap_or_default();
        Hit::at(Place::value(term.path.key("istilah"))).word("istilah", name)
    })
    .collect()
}

/// Whether a term stands outside its own definition.
fn used(term: &Term, texts: &[(FieldPath, String)], read: impl Fn(&str) -> String) -> bool {
    let elsewhere = texts.iter().filter(|(path, _)| !path.steps().starts_with(term.path.steps()));
    let names: Vec<String> = term.names.iter().map(|name| read(name)).collect();
    elsewhere.into_iter().any(|(_, text)| {
        let text = read(text);
        names.iter().any(|name| word_at(&text, name).is_some())
    })
}

fn joined(terms: &[Term], texts: &[(FieldPath, String)]) -> Vec<Hit> {
    // Lower case in ASCII alone, so that the bytes keep their places.
    let texts: Vec<(&FieldPath, &str, String)> =
        texts.iter().map(|(path, text)| (path, text.as_str(), text.to_ascii_lowercase())).collect();
    let names = terms.iter().flat_map(|term| &term.names).filter(|name| name.contains(' '));
    let mut hits = Vec::new();
    for name in names {
        let wanted: String = name.to_ascii_lowercase().split_whitespace().collect();
        for (path, text, lower) in &texts {
            if let Some(at) = word_at(lower, &wanted) {
                let span = at..at + wanted.len();
                let written = text.get(span.clone()).unwrap_or_default().to_owned();
                let hit = Hit::at(Place::within((*path).clone(), span)).word("tertulis", written);
                hits.push(hit.word("seharusnya", name));
            }
        }
    }
    hits
}

/// Where a phrase stands as whole words.
fn word_at(text: &str, phrase: &str) -> Option<usize> {
    let open = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let found = text.match_indices(phrase).find(|(at, _)| {
        let before = text.get(..*at).and_then(|head| head.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|tail| tail.chars().next());
        open(before) && open(after)
    });
    found.map(|(at, _)| at)
}

/// Short forms with a capital, in their own case: what is spelt otherwise may be an ordinary word.
fn used_early(scope: &Scope<'_>) -> Vec<Hit> {
    let draft = scope.draft;
    let sections = draft.outline.sections.iter();
    let texts: Vec<(&FieldPath, &str)> = sections
        .filter_map(|one| Some((&one.text_path, draft.at(&one.text_path)?.str()?)))
        .collect();
    let mut hits = Vec::new();
    for (at, (path, text)) in texts.iter().enumerate() {
        let Some(name) = short_form(text).filter(|name| is_name(name)) else {
            continue;
        };
        let earlier = texts.iter().take(at);
        let found =
            earlier.into_iter().find_map(|(path, text)| Some((*path, word_at(text, &name)?)));
        if let Some((early, start)) = found {
            let hit = Hit::at(Place::within(early.clone(), start..start + name.len()));
            let note = "baru diperkenalkan di sini";
            hits.push(hit.word("istilah", &name).see(Place::value((*path).clone()), note));
        }
    }
    hits
}

/// A term and not a party: short, with a capital, no `PIHAK`.
fn is_name(name: &str) -> bool {
    let capital = name.chars().next().is_some_and(char::is_uppercase);
    capital
        && name.len() >= 4
        && name.split(' ').count() <= 6
        && !name.to_uppercase().contains("PIHAK")
}
