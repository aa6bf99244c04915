//! `nomor_diketik`: numbers that the program makes, typed into a text.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::shape;
use crate::finding::{Hit, Place};
use crate::kind::FieldType;
use crate::source::node::Value;

/// A line of an `isi` that is nothing but `Pasal 5`, `BAB II` or `Pasal 5 KEADAAN KAHAR` in capitals.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypedNumber {}

impl CheckKind for TypedNumber {
    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        shape::walk(scope.draft.kind, &scope.draft.root, &mut |visit| {
            if let (FieldType::Isi, Value::String(text)) = (visit.field_type, &visit.node.value) {
                for found in HEADING.iter().flat_map(|pattern| pattern.captures_iter(text)) {
                    if let Some(head) = found.get(1) {
                        let place = Place::within(visit.path.clone(), head.range());
                        hits.push(Hit::at(place).word("nilai", head.as_str().trim()));
                    }
                }
            }
        });
        hits
    }
}

static HEADING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?m)^[ \t]*((?:(?i:pasal)[ \t]+\d{1,3}|BAB[ \t]+[IVXL]+)(?:[ \t:.–-]+[A-Z][A-Z ,/()-]+)?)[ \t.:]*$").ok()
});
