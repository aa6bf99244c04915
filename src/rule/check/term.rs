//! `masa_berlaku`: start and length give the end.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence, says};
use crate::draft::Draft;
use crate::draft::keys::term;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::{self, Term};
use crate::words::{self, Phrase};

/// `jangka_waktu.mulai` (the day of signing when it says so) plus `lama` is `berakhir`: the day
/// before the anniversary or the anniversary itself, since both are ordinary usage.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermAgrees {}

impl CheckKind for TermAgrees {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "hari berakhir yang tertulis"),
            word("seharusnya", "hari berakhir menurut hitungan"),
            word("mulai", "hari mulainya"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let parts = [term::START, term::LENGTH, term::END];
        parts.map(|key| Read::role(Role::JangkaWaktu, key)).into()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        Article::of(scope.draft).and_then(|article| article.disagreement()).into_iter().collect()
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let article = Article::of(scope.draft);
        let doubt = article.and_then(|article| Some((article.doubt()?, article.path)));
        doubt.map(|(reason, path)| Silence::at(Place::value(path), reason)).into_iter().collect()
    }
}

/// The last day of a term, as far as it can be told.
pub(super) fn last_day(draft: &Draft<'_>) -> Option<NaiveDate> {
    let article = Article::of(draft)?;
    article.end().or_else(|| article.length()?.add_to(article.start()?))
}

/// The article on the term.
struct Article<'a> {
    draft: &'a Draft<'a>,
    path: FieldPath,
    node: &'a Node,
}

impl<'a> Article<'a> {
    fn of(draft: &'a Draft<'_>) -> Option<Self> {
        let facts = draft.facts();
        let (path, node) = (facts.path(Role::JangkaWaktu)?, facts.node(Role::JangkaWaktu)?);
        Some(Self { draft, path, node })
    }

    fn start(&self) -> Option<NaiveDate> {
        match self.node.get(term::START)?.str() {
            Some(term::SIGNING) => self.draft.date(),
            _ => self.draft.day_at(&self.path.key(term::START)),
        }
    }

    fn length(&self) -> Option<Term> {
        self.draft.term_at(&self.path.key(term::LENGTH))
    }

    fn end(&self) -> Option<NaiveDate> {
        self.draft.day_at(&self.path.key(term::END))
    }

    /// The first day, the length as it is counted from there, and the last day; all of them readable.
    fn parts(&self) -> Option<(NaiveDate, NaiveDate, NaiveDate)> {
        let start = self.start()?;
        Some((start, self.length()?.add_to(start)?, self.end()?))
    }

    /// Why start, length and end cannot be compared although they are given.
    fn doubt(&self) -> Option<Phrase> {
        // Two of the three say nothing of each other.
        let keys = [term::START, term::LENGTH, term::END];
        let given = keys.iter().filter(|key| says(self.node.get(key))).count();
        if given < 2 || self.parts().is_some() {
            return None;
        }
        let lacks = |key: &str, read: bool| self.node.get(key).is_some() && !read;
        if lacks(term::START, self.start().is_some()) {
            return Some(words::check::start_unknown());
        }
        let read = [(term::LENGTH, self.length().is_some()), (term::END, self.end().is_some())];
        match read.into_iter().find(|(key, read)| lacks(key, *read)) {
            Some((key, _)) => Some(words::check::field_unread(key)),
            None if given == 3 => Some(words::check::length_uncountable()),
            // Nothing is there to be compared, and nothing unread.
            None => None,
        }
    }

    fn disagreement(&self) -> Option<Hit> {
        let (start, anniversary, end) = self.parts()?;
        let eve = anniversary.pred_opt()?;
        if end == anniversary || end == eve {
            return None;
        }
        let long = |date| wording::date_long(date, self.draft.language());
        let place = || Place::value(self.path.key(term::END));
        let hit = Hit::at(place()).word("tertulis", long(end));
        let hit = hit.word("seharusnya", long(eve)).word("mulai", long(start));
        // The length of the term may as well be the wrong one.
        let typed = self.node.get(term::END)?.str().is_some();
        let right = if typed { long(eve) } else { eve.to_string() };
        let length = Place::value(self.path.key(term::LENGTH));
        let note = words::check::counted_from(long(start));
        Some(hit.mend_perhaps(place(), right).see(length, note))
    }
}
