//! `kolom`: the column heads of an official table.

use serde::Deserialize;

use super::{CheckKind, Scope, shown};
use crate::finding::{Hit, Place};
use crate::source::path::FieldPath;

/// When the draft gives column heads, they are exactly these, in this order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    bidang: String,
    sama: Vec<String>,
}

impl CheckKind for Columns {
    fn paths(&self) -> Vec<&str> {
        vec![&self.bidang]
    }

    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let path = FieldPath::parse(&self.bidang);
        let Some(node) = scope.draft.at(&path).filter(|node| !node.is_empty()) else {
            return Vec::new();
        };
        let given: Vec<String> = node.members().iter().map(shown).collect();
        let differing = given.iter().zip(&self.sama).position(|(one, other)| one != other);
        let at = match differing {
            Some(at) => at,
            None if given.len() == self.sama.len() => return Vec::new(),
            None => given.len().min(self.sama.len()),
        };
        let word = |list: &[String]| list.get(at).cloned().unwrap_or_else(|| "(tidak ada)".into());
        let place = match node.array().and_then(|list| list.get(at)) {
            Some(_) => Place::value(path.index(at)),
            None => Place::value(path),
        };
        let hit = Hit::at(place).word("nilai", word(&given)).word("no", (at + 1).to_string());
        vec![hit.word("seharusnya", word(&self.sama))]
    }
}
