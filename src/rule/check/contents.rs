//! `memuat`: a mandatory content, wherever in the text it stands.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, before_article, missing_place};
use crate::finding::{Hit, Place};
use crate::rule::content::{Doubt, Standing};
use crate::rule::declared::{Read, Word, parameter_path, word};
use crate::source::path::FieldPath;
use crate::words::{Phrase, content};

/// The content is carried by an article of its own, by another that names it in `memuat`, under a
/// heading that says it, or by a sentence that says it as such; `judul` is the title. What merely
/// seems to carry it is asked about.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contains {
    #[schemars(
        description = "Nama muatannya, seperti pada muatan sebuah pasal jenis naskah; atau nama bidang akar, seperti judul."
    )]
    muatan: String,
}

impl CheckKind for Contains {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("muatan", "nama muatannya, dengan spasi")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let spot = Place::value(parameter_path("muatan"));
        vec![Read::Content { spot, name: self.muatan.clone() }]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let contents = scope.contents();
        let (draft, path) = (scope.draft, FieldPath::root().key(&self.muatan));
        let name = self.muatan.replace('_', " ");
        let hit = match contents.standing(&self.muatan) {
            Standing::There => return Vec::new(),
            Standing::Seems(place, doubt) => {
                let (message, help) = asked(doubt, &name, &self.muatan);
                Hit::absent(path, place).doubtful(message, help)
            }
            Standing::Missing(Some(place)) => Hit::absent(path, place),
            Standing::Missing(None) => {
                let shown = match contents.article(&self.muatan) {
                    Some(field) => before_article(draft, field.order.unwrap_or(0)),
                    None => missing_place(draft, &path),
                };
                Hit::absent(path, shown)
            }
        };
        vec![hit.word("muatan", name)]
    }
}

/// What is asked where a content seems to be, and what to do about it.
fn asked(doubt: Doubt, name: &str, key: &str) -> (Phrase, Phrase) {
    match doubt {
        Doubt::Elsewhere => (content::seems_here(name), content::name_it(key, name)),
        Doubt::OtherMatter => (content::seems_other(name), content::say_it(name)),
        Doubt::Deferred => (content::seems_deferred(name), content::say_it(name)),
        Doubt::OneSided => (content::one_sided(name), content::name_both()),
    }
}
