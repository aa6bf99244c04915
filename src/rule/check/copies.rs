//! `rangkap`: an original for every party.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::value;
use crate::finding::{Hit, Place};
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// The number of originals, as a fact or in the closing words, is not below that of the parties.
/// More are ordinary: offices keep one of their own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Copies {}

impl CheckKind for Copies {
    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let parties = scope.draft.root.get("pihak").map_or(0, |list| list.members().len());
        let said = said(scope);
        let few = said.into_iter().filter(|(_, count)| *count > 0 && *count < parties);
        few.map(|(place, count)| {
            Hit::at(place).word("rangkap", count.to_string()).word("jumlah", parties.to_string())
        })
        .collect()
    }
}

fn said(scope: &Scope<'_>) -> Vec<(Place, usize)> {
    let fact = FieldPath::parse("penutup.rangkap");
    let number =
        scope.draft.at(&fact).and_then(value::integer).and_then(|n| usize::try_from(n).ok());
    if let Some(number) = number {
        return vec![(Place::value(fact), number)];
    }
    let (Some(pattern), true) = (&*COPIES, scope.draft.outline_kind()) else {
        return Vec::new();
    };
    let closing = scope.draft.outline.sections.iter().filter(|section| section.name == "penutup");
    let paths = closing.map(|section| section.text_path.clone());
    let paths = paths.chain([FieldPath::root().key("kalimat_penutup")]);
    let texts = paths.filter_map(|path| Some((scope.draft.at(&path).and_then(Node::str)?, path)));
    texts
        .filter_map(|(text, path)| {
            let found = pattern.captures(text)?;
            let number = found.get(1).or_else(|| found.get(2))?;
            Some((Place::within(path, number.range()), number.as_str().parse().ok()?))
        })
        .collect()
}

static COPIES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\brangkap\s+(\d{1,2})\b|\b(\d{1,2})\s*(?:\([a-z ]+\)\s*)?rangkap\b").ok()
});
