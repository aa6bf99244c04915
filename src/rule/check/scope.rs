//! What a check sees of a draft.

use std::any::{Any, TypeId};
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use super::defined::{self, Term};
use super::haystack::Haystack;
use super::spans::{body_keys, is_body};
use crate::case::World;
use crate::draft::Draft;
use crate::draft::shape::{self, Visit};
use crate::kind::Catalog;
use crate::rule::content::Contents;
use crate::source::path::FieldPath;
use crate::text::{Known, Question};
use crate::wording::FixedPattern;

/// What a check sees.
#[derive(Debug)]
pub struct Scope<'a> {
    /// The draft.
    pub(crate) draft: &'a Draft<'a>,
    /// All kinds, for rules that compare with other kinds.
    pub(crate) catalog: &'a Catalog,
    /// What a case file is judged with besides itself.
    pub(crate) world: World<'a>,
    visits: OnceCell<Vec<Visit<'a>>>,
    texts: OnceCell<Vec<(FieldPath, &'a str)>>,
    known: OnceCell<Vec<Rc<Known>>>,
    body: OnceCell<Vec<bool>>,
    body_keys: OnceCell<BTreeSet<&'a str>>,
    haystack: OnceCell<Haystack>,
    terms: OnceCell<Vec<Term>>,
    contents: OnceCell<Contents<'a>>,
    readings: RefCell<Vec<(TypeId, Rc<dyn Any>)>>,
}

impl<'a> Scope<'a> {
    /// A draft among the kinds.
    pub fn new(draft: &'a Draft<'a>, catalog: &'a Catalog) -> Self {
        Self {
            draft,
            catalog,
            world: World::unknown(),
            visits: OnceCell::new(),
            texts: OnceCell::new(),
            known: OnceCell::new(),
            body: OnceCell::new(),
            body_keys: OnceCell::new(),
            haystack: OnceCell::new(),
            terms: OnceCell::new(),
            contents: OnceCell::new(),
            readings: RefCell::default(),
        }
    }

    /// The same with what a case file is judged with besides itself.
    pub(crate) fn within(self, world: World<'a>) -> Self {
        Self { world, ..self }
    }

    /// Every value of the draft with its field. Walked once: many checks ask.
    pub(crate) fn visits(&self) -> &[Visit<'a>] {
        self.visits.get_or_init(|| shape::visits(self.draft.kind, &self.draft.root))
    }

    /// Every printed text: its path and decoded characters.
    pub(crate) fn texts(&self) -> &[(FieldPath, &'a str)] {
        self.texts.get_or_init(|| self.visits().iter().filter_map(Visit::text).collect())
    }

    /// A reading of a printed text that is a matter of the text alone; one that another draft has as
    /// well is not read again.
    pub(super) fn reading<T: 'static>(
        &self,
        index: usize,
        read: impl FnOnce(&str) -> T,
    ) -> Option<Rc<T>> {
        let (_, text) = self.texts().get(index)?;
        Some(self.known(index)?.read(|| read(text)))
    }

    /// The same of one that depends on something else besides, like the language of the draft.
    pub(super) fn reading_by<K: PartialEq + 'static, T: 'static>(
        &self,
        index: usize,
        key: K,
        read: impl FnOnce(&str) -> T,
    ) -> Option<Rc<T>> {
        let (_, text) = self.texts().get(index)?;
        Some(self.known(index)?.read_by(key, || read(text)))
    }

    /// Whether a printed text has a pattern.
    pub(super) fn has(&self, index: usize, pattern: &'static FixedPattern) -> bool {
        let text = self.texts().get(index).map_or("", |(_, text)| text);
        let ask = || pattern.is_match(text);
        self.known(index).is_some_and(|known| known.answers(pattern, ask))
    }

    fn known(&self, index: usize) -> Option<&Known> {
        self.all_known().get(index).map(AsRef::as_ref)
    }

    fn all_known(&self) -> &[Rc<Known>] {
        let printed = || self.visits().iter().filter(|visit| visit.is_text());
        self.known.get_or_init(|| printed().map(|visit| visit.known().clone()).collect())
    }

    /// Whether a printed text answers to a question, which is a matter of the text alone.
    pub(super) fn answers(&self, index: usize, question: &'static fn(&str) -> bool) -> bool {
        let text = self.texts().get(index).map_or("", |(_, text)| text);
        self.known(index).is_some_and(|known| known.answers(question, || question(text)))
    }

    /// The same of a question with a mark of its own.
    pub(super) fn answers_to(
        &self,
        index: usize,
        question: Question,
        ask: impl FnOnce(&str) -> bool,
    ) -> bool {
        let text = self.texts().get(index).map_or("", |(_, text)| text);
        self.known(index).is_some_and(|known| known.answer(question, || ask(text)))
    }

    /// Of each printed text, whether it is part of what the parties agree on. Many checks ask.
    pub(super) fn body(&self) -> &[bool] {
        let texts = || self.texts().iter().map(|(path, _)| is_body(self, path));
        self.body.get_or_init(|| texts().collect())
    }

    /// The keys of the root below which such texts stand.
    pub(super) fn body_keys(&self) -> &BTreeSet<&'a str> {
        self.body_keys.get_or_init(|| body_keys(self.draft.kind))
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

    /// What several rules of a check read of the same texts, read once. Each reading has a type of its
    /// own; what it holds are places and words, not parts of the draft: a text is its index in `texts`.
    pub(super) fn once<T: 'static>(&self, read: impl FnOnce() -> T) -> Rc<T> {
        let id = TypeId::of::<T>();
        let known =
            self.readings.borrow().iter().find(|(one, _)| *one == id).map(|(_, one)| one.clone());
        if let Some(known) = known.and_then(|known| known.downcast().ok()) {
            return known;
        }
        let read = Rc::new(read());
        self.readings.borrow_mut().push((id, read.clone()));
        read
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
