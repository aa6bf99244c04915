//! What a paper says where it names offices.

use super::Named;
use crate::rule::check::{Scope, shown};
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// What a field says, where it says anything; its default where it says nothing and has one.
pub(super) fn shown_at(scope: &Scope<'_>, key: &str) -> Option<String> {
    let node = scope.draft.at(&FieldPath::parse(key)).filter(|node| !node.is_empty());
    node.map(shown).or_else(|| scope.draft.text(key).map(str::to_owned))
}

/// What stands at a path, each member of a list by itself.
pub(super) fn texts_at(scope: &Scope<'_>, path: &str) -> Vec<(FieldPath, String)> {
    let places = scope.draft.root.expand(&FieldPath::parse(path));
    let said = |place: FieldPath| {
        let node = scope.draft.at(&place)?;
        let texts =
            node.members().iter().filter_map(Node::str).filter(|text| !text.trim().is_empty());
        Some(texts.map(|text| (place.clone(), text.to_owned())).collect::<Vec<_>>())
    };
    places.into_iter().filter_map(said).flatten().collect()
}

/// Everybody whom the first field names.
pub(super) fn all_of(path: &FieldPath, first: &str, named: &[Named<'_>]) -> String {
    let same = named.iter().filter(|(other, ..)| other == path).map(|(_, text, _)| text.as_str());
    let all: Vec<&str> = same.collect();
    if all.is_empty() { first.to_owned() } else { all.join("; ") }
}
