//! `istilah`: defined terms are used, and used as they were defined.

mod early;

use schemars::JsonSchema;
use serde::Deserialize;

use super::haystack::Phrase;
use super::{CheckKind, Scope, Silence};
use crate::draft::keys::article;
use crate::draft::{Draft, inline};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::fold;
use crate::words;

/// What is wrong with a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dapat salah pada sebuah istilah.")]
enum Defect {
    /// It is defined and stands nowhere else.
    #[schemars(description = "Didefinisikan, tetapi tidak dipakai di tempat lain.")]
    TidakDipakai,
    /// It is written in one word where it was defined in two.
    #[schemars(description = "Ditulis serangkai, padahal didefinisikan terpisah.")]
    TidakSeragam,
    /// An article introduces it ("selanjutnya disebut …") that stands after one which uses it.
    #[schemars(description = "Dipakai sebelum pasal yang memperkenalkannya.")]
    Mendahului,
}

/// The terms of `definisi`. Case never counts: offices differ in their capitals.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Defined {
    #[schemars(description = "Yang dicari.")]
    cacat: Defect,
}

/// A defined term.
#[derive(Debug)]
pub(super) struct Term {
    /// The definition.
    path: FieldPath,
    /// The words, and the short form that the definition may give.
    names: Vec<String>,
    /// Whether the definition gives a short form that cannot be read.
    unclear: bool,
}

impl Term {
    /// The words, and the short form that the definition may give.
    pub(super) fn all_names(&self) -> &[String] {
        &self.names
    }

    /// Whether it is this word, or has it for a short form.
    pub(super) fn is_named(&self, name: &str) -> bool {
        self.names.iter().any(|one| one == name)
    }
}

impl CheckKind for Defined {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("istilah", "istilahnya"),
            word("tertulis", "yang tertulis"),
            word("seharusnya", "yang seharusnya tertulis"),
        ];
        WORDS
    }

    fn empty_words(&self) -> Vec<&'static str> {
        match self.cacat {
            Defect::TidakSeragam => vec!["istilah"],
            Defect::TidakDipakai | Defect::Mendahului => vec!["tertulis", "seharusnya"],
        }
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        if self.cacat == Defect::Mendahului {
            return early::hits(scope);
        }
        let terms = scope.terms();
        if terms.is_empty() {
            return Vec::new();
        }
        match self.cacat {
            Defect::TidakDipakai => unused(terms, scope),
            Defect::TidakSeragam => joined(terms, scope),
            Defect::Mendahului => Vec::new(),
        }
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        if self.cacat != Defect::TidakDipakai {
            return Vec::new();
        }
        let unclear = scope.terms().iter().filter(|term| term.unclear);
        let meaning = |term: &Term| Place::value(term.path.key(article::MEANING));
        unclear.map(|term| Silence::at(meaning(term), words::check::short_form_unread())).collect()
    }
}

/// The terms that the articles of a draft define.
pub(super) fn terms(draft: &Draft<'_>) -> Vec<Term> {
    let sections = draft.outline.sections.iter();
    sections
        .flat_map(|section| {
            let list = section.path.key(article::DEFINITIONS);
            let members = draft.at(&list).map_or(&[][..], Node::members).iter().enumerate();
            members
                .filter_map(|(index, node)| {
                    let name = inline::plain(node.get(article::TERM).and_then(Node::str)?.trim());
                    let meaning =
                        inline::plain(node.get(article::MEANING).and_then(Node::str).unwrap_or(""));
                    let short = short_form(&meaning);
                    let unclear = short.is_none() && meaning.contains("elanjutnya");
                    let names = written(&name).into_iter().chain(short);
                    let names = names.filter(|name| !name.is_empty()).collect();
                    Some(Term { path: list.index(index), names, unclear })
                })
                .collect::<Vec<_>>()
        })
        .filter(|term| !term.names.is_empty())
        .collect()
}

/// "Tempat Pemeriksaan Imigrasi (TPI)" says two names.
fn written(name: &str) -> Vec<String> {
    match name.split_once('(') {
        Some((long, short)) => [long, short.trim_end_matches([')', ' '])]
            .iter()
            .map(|part| part.trim().trim_matches(['"', '“', '”']).to_owned())
            .collect(),
        None => vec![name.to_owned()],
    }
}

/// `… yang selanjutnya disebut Kementerian`, `selanjutnya disebut sebagai “Aplikasi”`
fn short_form(meaning: &str) -> Option<String> {
    if !meaning.contains("elanjutnya") {
        return None;
    }
    let lower = meaning.to_ascii_lowercase();
    let from = lower.find("selanjutnya")?;
    // "selanjutnya dalam Perjanjian ini disebut"
    let heads = ["disebut ", "disingkat "];
    let near = lower.get(from..)?;
    let end = heads.iter().filter_map(|head| Some(near.find(head)? + head.len())).min()?;
    let rest = (end <= 80).then(|| meaning.get(from + end..)).flatten()?;
    let rest = ["juga ", "dengan ", "sebagai "]
        .iter()
        .fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    let rest = rest.trim_start_matches(['"', '“', '‘', '\'', '*']);
    let ends = ['"', '”', '’', '\'', '*', '.', ',', ';', '(', ')', '\n'];
    let name = rest.split(ends).next().unwrap_or_default();
    let name = name.split(" adalah ").next().unwrap_or_default().trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// A text over case and line ends.
struct Folded(String);

fn unused(terms: &[Term], scope: &Scope<'_>) -> Vec<Hit> {
    let texts = scope.texts();
    // The slower look over case and line ends is for terms that are not found as they are written.
    let folded = |index: usize, name: &Phrase<'_>| {
        let folded = scope.reading(index, |text| Folded(fold(text)));
        folded.is_some_and(|folded| name.is_in(&folded.0))
    };
    let idle = terms.iter().filter(|term| {
        // Standard sentences speak of the parties, whatever the draft does.
        let party = term.names.iter().any(|name| name.to_lowercase().contains("pihak"));
        let elsewhere = |index: usize| {
            let path = texts.get(index).map(|(path, _)| path.steps());
            path.is_some_and(|path| !path.starts_with(term.path.steps()))
        };
        let used = |name: &str| scope.haystack().words(name).any(|(index, _)| elsewhere(index));
        let used_folded = |name: &str| {
            let name = Phrase::new(name);
            (0..texts.len()).any(|index| folded(index, &name) && elsewhere(index))
        };
        !term.unclear
            && !party
            && !term.names.iter().any(|name| used(name))
            && !term.names.iter().any(|name| used_folded(&fold(name)))
    });
    idle.map(|term| {
        let name = term.names.first().cloned().unwrap_or_default();
        Hit::at(Place::value(term.path.key(article::TERM))).word("istilah", name)
    })
    .collect()
}

fn joined(terms: &[Term], scope: &Scope<'_>) -> Vec<Hit> {
    let names = terms.iter().flat_map(|term| &term.names).filter(|name| name.contains(' '));
    let mut hits = Vec::new();
    for name in names {
        let wanted: String = name.to_ascii_lowercase().split_whitespace().collect();
        let mut last = None;
        for (index, at) in scope.haystack().lower_words(&wanted) {
            let Some((path, text)) = scope.texts().get(index) else {
                continue;
            };
            // Of each text the first; a second is the same habit.
            if last == Some(index) || is_quoted(scope, path) || in_address(text, at, &wanted) {
                continue;
            }
            last = Some(index);
            let span = at..at + wanted.len();
            let written = text.get(span.clone()).unwrap_or_default();
            let hit = Hit::at(Place::within(path.clone(), span)).word("tertulis", written);
            hits.push(hit.word("seharusnya", name));
        }
    }
    hits
}

/// Names and titles are given as those who bear them write them.
fn is_quoted(scope: &Scope<'_>, path: &FieldPath) -> bool {
    scope.draft.kind.along(path).iter().any(|field| field.quoted == Some(true))
}

/// "kerjasama@contoh.go.id", "contoh.go.id/kerjasama"
fn in_address(text: &str, at: usize, word: &str) -> bool {
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    let after = text.get(at + word.len()..).unwrap_or_default();
    matches!(before, Some('/' | '@' | '.' | '-' | '_'))
        || after.starts_with(['@', '/', '_', '-'])
        || after.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}
