//! `memuat`: a mandatory content, wherever in the text it stands.

use serde::Deserialize;

use super::{CheckKind, Scope, before_article, missing_place, says};
use crate::finding::Hit;
use crate::source::path::FieldPath;

/// The content is carried by an article of its own, by another that names it in `memuat`, or by a
/// free article under one of the headings that are usual for it; `judul` is the title.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contains {
    muatan: String,
}

impl CheckKind for Contains {
    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let path = FieldPath::root().key(&self.muatan);
        let draft = scope.draft;
        let article =
            draft.kind.articles().into_iter().find(|field| {
                field.carries.iter().flatten().any(|content| *content == self.muatan)
            });
        let there = match article {
            Some(_) => draft.outline.carries(&self.muatan),
            None => says(draft.at(&path)),
        };
        if there {
            return Vec::new();
        }
        let shown = match article {
            Some(field) => before_article(draft, field.order.unwrap_or(0)),
            None => missing_place(draft, &path),
        };
        vec![Hit::absent(path, shown).word("muatan", self.muatan.replace('_', " "))]
    }
}
