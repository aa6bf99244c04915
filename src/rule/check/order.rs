//! `urutan_butir`: the markers of lists follow each other.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::body::{Body, MarkerFault};
use crate::finding::{Hit, Place};
use crate::kind::FieldType;
use crate::rule::declared::{Word, word};
use crate::source::node::Value;
use crate::source::path::FieldPath;

/// Gaps and doubles in the markers of every `isi`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Order {}

impl CheckKind for Order {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "yang tertulis"), word("seharusnya", "yang seharusnya tertulis")];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for visit in scope.visits() {
            if let (FieldType::Isi, Value::String(text)) = (visit.field_type, &visit.node.value) {
                // The articles were read already.
                let known = scope.draft.outline.of_text(&visit.path);
                let faults =
                    known.map_or_else(|| Body::parse(text).faults, |one| one.body.faults.clone());
                hits.extend(told(&visit.path, faults));
            }
        }
        hits
    }
}

/// One finding for each cause, which mends all that comes from it.
fn told(path: &FieldPath, faults: Vec<MarkerFault>) -> Vec<Hit> {
    let mut hits: BTreeMap<usize, Hit> = BTreeMap::new();
    for (at, fault) in faults.into_iter().enumerate() {
        let place = Place::within(path.clone(), fault.span);
        let mend = fault.cause.and_then(|cause| hits.get_mut(&cause)?.mend.as_mut());
        if let Some(mend) = mend {
            mend.edits.push((place, fault.expected));
            continue;
        }
        // References in words would then mean another item.
        let hit = Hit::at(place.clone()).mend_perhaps(place, &fault.expected);
        hits.insert(at, hit.word("tertulis", fault.written).word("seharusnya", fault.expected));
    }
    hits.into_values().collect()
}
