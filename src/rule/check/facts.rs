//! `fakta_atau_teks`: a fact is given, or the text speaks of it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Pattern, Scope, says};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word};
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;

/// Nothing is said while the article itself is absent.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactOrText {
    #[schemars(description = "Bidang faktanya.")]
    fakta: String,
    #[schemars(description = "Teks pasalnya.")]
    teks: String,
    #[schemars(description = "Ungkapan reguler; teks yang cocok sudah menyebutkannya.")]
    pola: Pattern,
}

impl CheckKind for FactOrText {
    fn words(&self) -> &'static [Word] {
        &[]
    }

    fn reads(&self) -> Vec<Read> {
        let text = FieldUse::named("teks", &self.teks).shape(Shape::Words);
        let fact = FieldUse::named("fakta", &self.fakta);
        vec![Read::Field(fact.demanded()), Read::Field(text.demanded())]
    }

    fn faults(&self) -> Vec<RuleFault> {
        self.pola.fault("pola").into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let fact = FieldPath::parse(&self.fakta);
        let text = FieldPath::parse(&self.teks);
        let Some(home) = text.parent() else {
            return Vec::new();
        };
        let Some(node) = scope.draft.at(&home) else {
            return Vec::new();
        };
        // An article may be its text alone.
        let words = match &node.value {
            Value::Table(_) => scope.draft.at(&text).map(words).unwrap_or_default(),
            _ => words(node),
        };
        if says(scope.draft.at(&fact)) || self.pola.matches(&words) {
            return Vec::new();
        }
        vec![Hit::absent(fact, Place::value(home))]
    }
}

fn words(node: &Node) -> String {
    match &node.value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(words).collect::<Vec<_>>().join("\n"),
        _ => String::new(),
    }
}
