//! The values of a draft one by one, with what checks ask of their texts.

use std::cell::OnceCell;
use std::rc::Rc;

use super::walk::{Met, Trail, Visitor, walk};
use crate::kind::types::Nature;
use crate::kind::{Field, FieldType, Fields, Kind};
use crate::source::node::{Entry, Node};
use crate::source::path::FieldPath;
use crate::text::Known;
use crate::wording::{self, Bahasa, FoundDate, NumberPair};

/// One value with its field, as a walk over a draft meets it.
#[derive(Debug)]
pub(crate) struct Visit<'a> {
    /// Where it stands.
    pub(crate) path: FieldPath,
    /// The field it belongs to; a member of a list belongs to the list's field.
    pub(crate) field: &'a Field,
    /// Its type; of a member, the member's.
    pub(crate) field_type: &'a FieldType,
    /// The value.
    pub(crate) node: &'a Node,
    /// What may be looked for in it.
    pub(crate) nature: Nature,
    known: OnceCell<Rc<Known>>,
    pairs: OnceCell<Rc<Pairs>>,
    dates: OnceCell<Rc<Dates>>,
}

/// The numbers of a text that are said twice.
#[derive(Debug)]
struct Pairs(Vec<NumberPair>);

/// The dates that a text says.
#[derive(Debug)]
struct Dates(Vec<FoundDate>);

/// Whether a text has four figures in a row.
static YEAR: fn(&str) -> bool = wording::has_year;

/// Every value of known fields, each before what it holds, in the order of the text.
pub(crate) fn visits<'a>(kind: &'a Kind, root: &'a Node) -> Vec<Visit<'a>> {
    let mut found = Found(Vec::new());
    walk(kind, root, &mut found);
    found.0
}

struct Found<'a>(Vec<Visit<'a>>);

impl<'a> Visitor<'a> for Found<'a> {
    fn value(&mut self, met: &Met<'a, '_>) -> bool {
        let (known, pairs, dates) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        self.0.push(Visit {
            path: met.trail.path(),
            field: met.field,
            field_type: met.field_type,
            node: met.node,
            nature: met.field_type.home().nature(),
            known,
            pairs,
            dates,
        });
        true
    }

    fn unknown(&mut self, _: &[&'a Entry], _: &Fields<'a>, _: &Trail<'_>) {}
}

impl<'a> Visit<'a> {
    /// Its path and its decoded characters, if it is printed text.
    pub(crate) fn text(&self) -> Option<(FieldPath, &'a str)> {
        self.is_text().then(|| (self.path.clone(), self.characters()))
    }

    /// Whether it is printed text.
    pub(crate) fn is_text(&self) -> bool {
        self.nature == Nature::Text && self.node.str().is_some()
    }

    /// Whether its text has four figures in a row. Several checks ask, and hardly any text has.
    pub(crate) fn has_year(&self) -> bool {
        self.known().answers(&YEAR, || YEAR(self.characters()))
    }

    /// The dates that its text says. Several checks ask.
    pub(crate) fn dates(&self) -> &[FoundDate] {
        let read = || self.known().read(|| Dates(wording::find_dates(self.characters())));
        &self.dates.get_or_init(read).0
    }

    /// The numbers of its text that are said twice. Several checks ask.
    pub(crate) fn number_pairs(&self, language: Bahasa) -> &[NumberPair] {
        let pairs = || Pairs(wording::find_number_pairs(self.characters(), language));
        &self.pairs.get_or_init(|| self.known().read_by(language, pairs)).0
    }

    /// What is known of its text, whatever draft it stands in.
    pub(crate) fn known(&self) -> &Rc<Known> {
        self.known.get_or_init(|| Known::of(self.characters()))
    }

    fn characters(&self) -> &'a str {
        self.node.str().unwrap_or_default()
    }
}
