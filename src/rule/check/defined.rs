//! `istilah`: defined terms are used, and used as they were defined.

use regex::{Regex, escape};
use serde::Deserialize;

use super::{CheckKind, Scope};
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
        let terms = terms(scope);
        if terms.is_empty() {
            return Vec::new();
        }
        let mut texts = scope.draft.texts();
        // What an article says without a text of its own is printed all the same.
        let standard = scope.draft.outline.sections.iter();
        texts.extend(standard.map(|one| (one.path.clone(), format!("{:?}", one.body.blocks))));
        match self.cacat {
            Defect::TidakDipakai => unused(&terms, &texts),
            Defect::TidakSeragam => joined(&terms, &texts),
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
    let pattern = Regex::new(r#"(?i)selanjutnya\s+(?:disebut|disingkat)\s+(?:dengan\s+)?["“]?([^"”.,;()]+)"#).ok()?;
    Some(pattern.captures(meaning)?.get(1)?.as_str().trim().to_owned())
}

fn unused(terms: &[Term], texts: &[(FieldPath, String)]) -> Vec<Hit> {
    let used = |term: &Term| {
        let own = term.path.to_string();
        let elsewhere = texts.iter().filter(|(path, _)| !path.to_string().starts_with(&own));
        let patterns: Vec<Regex> = term.names.iter().filter_map(|name| pattern(name, r"\s+")).collect();
        patterns.is_empty() || elsewhere.into_iter().any(|(_, text)| patterns.iter().any(|p| p.is_match(text)))
    };
    let idle = terms.iter().filter(|term| !used(term));
    idle.map(|term| {
        let name = term.names.first().cloned().unwrap_or_default();
        Hit::at(Place::value(term.path.key("istilah"))).word("istilah", name)
    })
    .collect()
}

fn joined(terms: &[Term], texts: &[(FieldPath, String)]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let names = terms.iter().flat_map(|term| &term.names).filter(|name| name.contains(' '));
    for (name, pattern) in names.filter_map(|name| Some((name, pattern(name, "")?))) {
        for (path, text) in texts.iter().filter(|(_, text)| !text.starts_with('[')) {
            if let Some(found) = pattern.find(text) {
                let place = Place::within(path.clone(), found.range());
                hits.push(Hit::at(place).word("tertulis", found.as_str()).word("seharusnya", name));
            }
        }
    }
    hits
}

/// The words of a term with this between them, as whole words.
fn pattern(name: &str, between: &str) -> Option<Regex> {
    let words: Vec<String> = name.split_whitespace().map(escape).collect();
    Regex::new(&format!(r"(?i)\b{}\b", words.join(between))).ok()
}
