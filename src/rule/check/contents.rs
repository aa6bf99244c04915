//! `memuat`: a mandatory content, wherever in the text it stands.

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence, before_article, missing_place, says};
use crate::draft::outline::Section;
use crate::finding::{Hit, Place};
use crate::kind::Field;
use crate::rule::declared::{Read, Word, parameter_path, word};
use crate::source::path::FieldPath;
use crate::words;

/// The content is carried by an article of its own, by another that names it in `memuat`, or by a
/// free article under one of the headings that are usual for it; `judul` is the title. Where an
/// article without any of these speaks of the content, nothing is said: it may well be there.
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
        if self.there(scope) || self.spoken_of(scope).is_some() {
            return Vec::new();
        }
        let (draft, path) = (scope.draft, FieldPath::root().key(&self.muatan));
        let article = self.article(scope);
        let shown = match article {
            Some(field) => before_article(draft, field.order.unwrap_or(0)),
            None => missing_place(draft, &path),
        };
        vec![Hit::absent(path, shown).word("muatan", self.muatan.replace('_', " "))]
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        if self.there(scope) {
            return Vec::new();
        }
        let silence = |place| {
            let name = self.muatan.replace('_', " ");
            Silence::at(place, words::check::content_seems_here(name, &self.muatan))
        };
        self.spoken_of(scope).map(silence).into_iter().collect()
    }
}

impl Contains {
    /// The article whose own content it is.
    fn article<'a>(&self, scope: &Scope<'a>) -> Option<&'a Field> {
        let carries =
            |field: &&Field| field.carries.iter().flatten().any(|one| *one == self.muatan);
        scope.draft.kind.articles().into_iter().find(carries)
    }

    fn there(&self, scope: &Scope<'_>) -> bool {
        match self.article(scope) {
            Some(_) => scope.draft.outline.carries(&self.muatan),
            None => says(scope.draft.at(&FieldPath::root().key(&self.muatan))),
        }
    }

    /// The words of an article that speak of the content.
    fn spoken_of(&self, scope: &Scope<'_>) -> Option<Place> {
        // Built here, since it is wanted only where a content seems to be missing.
        let sign = Regex::new(self.article(scope)?.signs.as_deref()?).ok()?;
        let sections = scope.draft.outline.sections.iter().filter(|one| may_carry(scope, one));
        sections.into_iter().find_map(|section| found(scope, section, &sign))
    }
}

/// Whether an article may carry what is not its own: a free one, one that carries a mandatory content
/// already, and those of all sorts. "PIHAK yang mengalami keadaan kahar wajib …" divides no powers.
fn may_carry(scope: &Scope<'_>, section: &Section) -> bool {
    let own = scope.draft.kind.field(&section.name).filter(|field| field.is_article());
    own.is_none_or(|field| field.carries.is_some() || field.of_all_sorts == Some(true))
}

fn found(scope: &Scope<'_>, section: &Section, sign: &Regex) -> Option<Place> {
    let node = scope.draft.at(&section.text_path)?;
    let path = |at: usize| match node.array() {
        Some(_) => section.text_path.index(at),
        None => section.text_path.clone(),
    };
    let texts = node.members().iter().enumerate();
    let mut texts = texts.filter_map(|(at, one)| Some((path(at), one.str()?)));
    texts.find_map(|(path, text)| Some(Place::within(path, sign.find(text)?.range())))
}
