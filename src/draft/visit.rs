//! The values of a draft one by one, with what checks ask of their texts.

use std::cell::OnceCell;

use super::walk::{Met, Trail, Visitor, walk};
use crate::kind::types::Nature;
use crate::kind::{Field, FieldType, Fields, Kind};
use crate::source::node::{Entry, Node};
use crate::source::path::FieldPath;
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
    pairs: OnceCell<Vec<NumberPair>>,
    year: OnceCell<bool>,
    dates: OnceCell<Vec<FoundDate>>,
}

/// Every value of known fields, each before what it holds, in the order of the text.
pub(crate) fn visits<'a>(kind: &'a Kind, root: &'a Node) -> Vec<Visit<'a>> {
    let mut found = Found(Vec::new());
    walk(kind, root, &mut found);
    found.0
}

struct Found<'a>(Vec<Visit<'a>>);

impl<'a> Visitor<'a> for Found<'a> {
    fn value(&mut self, met: &Met<'a, '_>) -> bool {
        let (pairs, year, dates) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        self.0.push(Visit {
            path: met.trail.path(),
            field: met.field,
            field_type: met.field_type,
            node: met.node,
            nature: met.field_type.home().nature(),
            pairs,
            year,
            dates,
        });
        true
    }

    fn unknown(&mut self, _: &[&'a Entry], _: &Fields<'a>, _: &Trail<'_>) {}
}

impl<'a> Visit<'a> {
    /// Its path and its decoded characters, if it is printed text.
    pub(crate) fn text(&self) -> Option<(FieldPath, &'a str)> {
        let text = self.node.str().filter(|_| self.nature == Nature::Text)?;
        Some((self.path.clone(), text))
    }

    /// Whether its text has four figures in a row. Several checks ask, and hardly any text has.
    pub(crate) fn has_year(&self) -> bool {
        *self.year.get_or_init(|| wording::has_year(self.node.str().unwrap_or_default()))
    }

    /// The dates that its text says. Several checks ask.
    pub(crate) fn dates(&self) -> &[FoundDate] {
        self.dates.get_or_init(|| wording::find_dates(self.node.str().unwrap_or_default()))
    }

    /// The numbers of its text that are said twice. Several checks ask.
    pub(crate) fn number_pairs(&self, language: Bahasa) -> &[NumberPair] {
        self.pairs.get_or_init(|| {
            let text = self.node.str().unwrap_or_default();
            wording::find_number_pairs(text, language)
        })
    }
}
