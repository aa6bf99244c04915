//! `nama_bentuk`: the name of a document is not that of the other form of its family.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::kind::Kind;
use crate::rule::declared::{FieldUse, Read, Shape, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::fold;

/// The value is not the proper name of the kind of the other tier: a regulation ties those two names
/// to their forms, and leaves all others to the parties.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormName {
    #[schemars(description = "Bidang yang berisi nama naskah.")]
    bidang: String,
}

impl CheckKind for FormName {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("nilai", "nama yang tertulis"), word("bentuk", "nama bentuk yang lain itu")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::Field(FieldUse::named("bidang", &self.bidang).shape(Shape::Text))]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let path = FieldPath::parse(&self.bidang);
        let Some(value) = scope.draft.at(&path).and_then(Node::str) else {
            return Vec::new();
        };
        let said = fold(value).replace("kerjasama", "kerja sama");
        let home = scope.draft.kind;
        let tiers =
            |kind: &&Kind| kind.tier.is_some() && home.tier.is_some() && kind.tier != home.tier;
        let others = scope.catalog.iter().filter(|kind| kind.family == home.family).filter(tiers);
        let other = others.into_iter().find(|kind| fold(&kind.name) == said);
        let hit = |name: &str| {
            Hit::at(Place::value(path.clone())).word("nilai", value).word("bentuk", name)
        };
        other.map(|kind| hit(&kind.name)).into_iter().collect()
    }
}
