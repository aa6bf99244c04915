//! `fakta_atau_teks`: a fact is given, or the text speaks of it.

use regex::Regex;
use serde::Deserialize;

use super::{CheckKind, Scope, says};
use crate::finding::{Hit, Place};
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;

/// Nothing is said while the article itself is absent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactOrText {
    fakta: String,
    teks: String,
    pola: String,
}

impl CheckKind for FactOrText {
    fn paths(&self) -> Vec<&str> {
        vec![&self.fakta, &self.teks]
    }

    fn fault(&self) -> Option<String> {
        Regex::new(&self.pola).err().map(|error| error.to_string())
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let fact = FieldPath::parse(&self.fakta);
        let text = FieldPath::parse(&self.teks);
        let Some(home) = text.parent() else {
            return Vec::new();
        };
        let (Some(node), Ok(pattern)) = (scope.draft.at(&home), Regex::new(&self.pola)) else {
            return Vec::new();
        };
        // An article may be its text alone.
        let words = match &node.value {
            Value::Table(_) => scope.draft.at(&text).map(words).unwrap_or_default(),
            _ => words(node),
        };
        if says(scope.draft.at(&fact)) || pattern.is_match(&words) {
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

