//! `awal_berulang`: no two items of a list lead in with the same words.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::body::{Block, Item, List};
use crate::draft::outline::Section;
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::node::Node;
use crate::text::fold;
use crate::words;

/// "(1) PIHAK KESATU berhak:" and "(3) PIHAK KESATU berhak:": one of them is another's.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RepeatedLead {}

impl CheckKind for RepeatedLead {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("tertulis", "awal butir yang berulang")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Articles]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let sections = scope.draft.outline.sections.iter();
        sections.flat_map(|section| repeated(scope, section)).collect()
    }
}

fn repeated(scope: &Scope<'_>, section: &Section) -> Vec<Hit> {
    let Some(text) = scope.draft.at(&section.text_path).and_then(Node::str) else {
        return Vec::new();
    };
    let mut hits = Vec::new();
    for block in &section.body.blocks {
        let Block::List(list) = block else { continue };
        for (first, again) in twins(list, text) {
            let said = text.get(again.clone()).unwrap_or_default();
            let hit = Hit::at(Place::within(section.text_path.clone(), again.clone()));
            let first = Place::within(section.text_path.clone(), first);
            let hit = hit.word("tertulis", said.trim_end_matches(':'));
            hits.push(hit.see(first, words::check::first_here()));
        }
    }
    hits
}

/// The leads that an earlier item has too, each with that of the earlier one.
fn twins(list: &List, text: &str) -> Vec<(Span, Span)> {
    let leads: Vec<(Span, String)> =
        list.items.iter().filter_map(|item| lead(item, text)).collect();
    let twin = |at: usize| {
        let (span, words) = leads.get(at)?;
        let (first, _) = leads.iter().take(at).find(|(_, earlier)| earlier == words)?;
        Some((first.clone(), span.clone()))
    };
    (0..leads.len()).filter_map(twin).collect()
}

/// The words with which an item leads into a list of its own, without its marker.
fn lead(item: &Item, text: &str) -> Option<(Span, String)> {
    let [Block::Paragraph(said), Block::List(_), ..] = item.blocks.as_slice() else {
        return None;
    };
    let rest = text.get(item.start..)?;
    let length = rest.find(':').filter(|_| said.ends_with(':'))? + 1;
    let marker = rest.find(char::is_whitespace).filter(|at| *at < length)? + 1;
    let span = item.start + marker..item.start + length;
    Some((span, fold(said)))
}
