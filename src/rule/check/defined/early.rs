//! Terms that are used before the sentence that introduces them.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::short_form;
use crate::finding::{Hit, Place};
use crate::rule::check::Scope;
use crate::rule::check::haystack::Haystack;
use crate::source::path::{FieldPath, Step};
use crate::words;

/// Short forms with a capital, in their own case: what is spelt otherwise may be an ordinary word.
pub(super) fn hits(scope: &Scope<'_>) -> Vec<Hit> {
    let draft = scope.draft;
    let sections = draft.outline.sections.iter();
    let texts: Vec<(&FieldPath, &str)> = sections
        .filter_map(|one| Some((&one.text_path, draft.at(&one.text_path)?.str()?)))
        .collect();
    let mut hits = Vec::new();
    let defined: Vec<&str> =
        scope.terms().iter().flat_map(|term| &term.names).map(String::as_str).collect();
    let opening = opening(scope);
    let joined = OnceCell::new();
    for (at, (path, text)) in texts.iter().enumerate() {
        let known =
            |name: &String| defined.contains(&name.as_str()) || opening.contains(name.as_str());
        let Some(name) = short_form(text).filter(|name| is_name(name) && !known(name)) else {
            continue;
        };
        let joined = joined.get_or_init(|| Haystack::of(texts.iter().map(|(_, text)| text)));
        let mut last = None;
        let earlier = joined.words(&name).take_while(|(index, _)| *index < at);
        // Of each text the first place counts.
        let first = earlier.filter(|(index, _)| last.replace(*index) != Some(*index));
        let found = first.filter_map(|(index, start)| Some((texts.get(index)?, start)));
        let mut alone = found.filter(|((_, text), start)| stands_alone(text, *start, &name));
        if let Some(((early, _), start)) = alone.next() {
            let hit = Hit::at(Place::within((*early).clone(), start..start + name.len()));
            let note = words::check::introduced_here();
            hits.push(hit.word("istilah", &name).see(Place::value((*path).clone()), note));
        }
    }
    hits
}

/// Whether a name stands by itself: "Data" is not used in "Data Kependudukan", nor by a sentence that
/// begins with it.
fn stands_alone(text: &str, at: usize, name: &str) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end_matches([' ', '\n', '\t']);
    let after = text.get(at + name.len()..).unwrap_or_default().trim_start();
    let capital = |word: Option<&str>| word.is_some_and(|w| w.starts_with(char::is_uppercase));
    let begins = before.is_empty() || before.ends_with(['.', ':', ';', ')']);
    let longer = capital(after.split_whitespace().next()) || capital(before.rsplit(' ').next());
    let plain = name.split(' ').count() == 1 && !name.chars().all(char::is_uppercase);
    !(plain && (begins || longer))
}

/// The words before the first article, where terms may be introduced as well.
fn opening(scope: &Scope<'_>) -> String {
    let articles: BTreeSet<&[Step]> =
        scope.draft.outline.sections.iter().map(|one| one.path.steps()).collect();
    let body = |path: &FieldPath| {
        let steps = path.steps();
        (1..=steps.len()).any(|end| steps.get(..end).is_some_and(|head| articles.contains(head)))
    };
    let texts = scope.texts().iter().filter(|(path, _)| !body(path));
    texts.map(|(_, text)| *text).collect::<Vec<_>>().join("\n")
}

/// A term and not a party: short, with a capital, no `PIHAK`.
fn is_name(name: &str) -> bool {
    let capital = name.chars().next().is_some_and(char::is_uppercase);
    capital
        && name.len() >= 4
        && name.split(' ').count() <= 6
        && !name.to_uppercase().contains("PIHAK")
}
