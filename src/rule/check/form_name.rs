//! `nama_bentuk`: the name of a document is not that of the other form of its family.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Words};
use crate::finding::{Hit, Place};
use crate::kind::catalog::Head;
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::fold;

/// No value is or begins with the proper name of the kind of the other tier: a regulation ties those
/// two names to their forms, and leaves all others to the parties.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormName {
    #[schemars(description = "Bidang yang berisi nama naskah.")]
    bidang: Words,
}

impl CheckKind for FormName {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("nilai", "nama yang tertulis"), word("bentuk", "nama bentuk yang lain itu")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let texts = FieldUse::all("bidang", self.bidang.all());
        texts.map(|text| Read::Field(text.shape(Shape::Text))).collect()
    }

    fn faults(&self) -> Vec<RuleFault> {
        self.bidang.fault("bidang").into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let paths = self.bidang.all().into_iter().map(FieldPath::parse);
        paths.filter_map(|path| judge(scope, path)).collect()
    }
}

fn judge(scope: &Scope<'_>, path: FieldPath) -> Option<Hit> {
    let value = scope.draft.at(&path).and_then(Node::str)?;
    let said = fold(value).replace("kerjasama", "kerja sama");
    let home = scope.draft.kind;
    let tiers = |kind: &&Head| kind.tier.is_some() && home.tier.is_some() && kind.tier != home.tier;
    let others = scope.catalog.heads().iter().filter(|kind| kind.family == home.family);
    let mut others = others.filter(tiers);
    let other = others.find(|kind| begins_with(&said, &fold(&kind.name)))?;
    Some(Hit::at(Place::value(path)).word("nilai", value).word("bentuk", &other.name))
}

/// Whether a text is a phrase, or the phrase with other words behind it.
fn begins_with(text: &str, phrase: &str) -> bool {
    let rest = text.strip_prefix(phrase);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
