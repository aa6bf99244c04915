//! What a check sees of a draft.

use std::cell::OnceCell;

use super::defined::{self, Term};
use super::haystack::Haystack;
use super::spans::is_body;
use crate::draft::Draft;
use crate::draft::shape::{self, Visit};
use crate::kind::Catalog;
use crate::rule::content::Contents;
use crate::source::path::FieldPath;

/// What a check sees.
#[derive(Debug)]
pub struct Scope<'a> {
    /// The draft.
    pub(crate) draft: &'a Draft<'a>,
    /// All kinds, for rules that compare with other kinds.
    pub(crate) catalog: &'a Catalog,
    visits: OnceCell<Vec<Visit<'a>>>,
    texts: OnceCell<Vec<(FieldPath, &'a str)>>,
    body: OnceCell<Vec<bool>>,
    haystack: OnceCell<Haystack>,
    terms: OnceCell<Vec<Term>>,
    contents: OnceCell<Contents<'a>>,
}

impl<'a> Scope<'a> {
    /// A draft among the kinds.
    pub fn new(draft: &'a Draft<'a>, catalog: &'a Catalog) -> Self {
        Self {
            draft,
            catalog,
            visits: OnceCell::new(),
            texts: OnceCell::new(),
            body: OnceCell::new(),
            haystack: OnceCell::new(),
            terms: OnceCell::new(),
            contents: OnceCell::new(),
        }
    }

    /// Every value of the draft with its field. Walked once: many checks ask.
    pub(crate) fn visits(&self) -> &[Visit<'a>] {
        self.visits.get_or_init(|| shape::visits(self.draft.kind, &self.draft.root))
    }

    /// Every printed text: its path and decoded characters.
    pub(crate) fn texts(&self) -> &[(FieldPath, &'a str)] {
        self.texts.get_or_init(|| self.visits().iter().filter_map(Visit::text).collect())
    }

    /// Of each printed text, whether it is part of what the parties agree on. Many checks ask.
    pub(super) fn body(&self) -> &[bool] {
        let texts = || self.texts().iter().map(|(path, _)| is_body(self, path));
        self.body.get_or_init(|| texts().collect())
    }

    /// The printed texts as one: a place in it is an index of `texts` and a byte.
    pub(crate) fn haystack(&self) -> &Haystack {
        self.haystack.get_or_init(|| Haystack::of(self.texts().iter().map(|(_, text)| text)))
    }

    /// The terms that its articles define.
    pub(super) fn terms(&self) -> &[Term] {
        self.terms.get_or_init(|| defined::terms(self.draft))
    }

    /// What it has of the contents that are demanded of it.
    pub(super) fn contents(&self) -> &Contents<'a> {
        self.contents.get_or_init(|| Contents::of(self.draft))
    }

    /// Where a phrase stands in the printed texts, found in all of them at once.
    pub(crate) fn phrase(
        &self,
        phrase: &str,
    ) -> impl Iterator<Item = (&FieldPath, &'a str, usize)> {
        self.haystack().places(phrase).filter_map(|(index, at)| {
            let (path, text) = self.texts().get(index)?;
            Some((path, *text, at))
        })
    }
}
