//! A draft: its tree, read by its kind. Reading never stops at a fault and never loses a place.

pub mod blank;
pub mod body;
mod facts;
pub mod form;
pub mod inline;
pub(crate) mod keys;
pub mod letters;
pub mod marker;
pub mod outline;
pub mod shape;
pub mod standard;
pub mod value;
mod values;
mod visit;
mod walk;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::finding::{Builtin, Fault, Hit, Part, Place};
use crate::kind::value::{DateValue, MoneyValue};
use crate::kind::{Catalog, Kind};
use crate::source::node::{Node, Table, Value};
use crate::source::path::FieldPath;
use crate::source::read;
use crate::text::nearest;
use crate::wording::{Bahasa, Term};
use crate::words::{self, Argument};

pub use facts::{Basis, Facts, Official, Party, Signature};
pub use outline::{Outline, Section};
pub use values::Values;

/// A draft and its kind.
#[derive(Clone, Debug)]
pub struct Draft<'k> {
    /// What it is.
    pub kind: &'k Kind,
    /// Its values with their places.
    pub root: Node,
    /// What its values say, each read once.
    pub values: Values,
    /// Its articles in order; empty for kinds without any.
    pub outline: Outline,
}

/// What reading gave: the tree, the draft if its kind is known, and the faults of shape.
#[derive(Debug)]
pub struct Reading<'k> {
    /// The draft; `None` when the text does not say which kind it is.
    pub draft: Option<Draft<'k>>,
    /// The tree of a text that is no draft.
    rest: Node,
    /// What is wrong with it whatever it says.
    pub faults: Vec<Fault>,
}

impl Reading<'_> {
    /// The tree, also of a text that is no draft.
    pub fn root(&self) -> &Node {
        self.draft.as_ref().map_or(&self.rest, |draft| &draft.root)
    }
}

/// Reads a text.
pub fn read<'k>(text: &str, catalog: &'k Catalog) -> Reading<'k> {
    let (root, syntax) = read::read(text);
    let mut faults: Vec<Fault> = syntax
        .into_iter()
        .map(|fault| {
            let place = Place { path: FieldPath::root(), part: Part::Source(fault.span) };
            let hit = Hit::at(place).word("kesalahan", fault.fact);
            let hit = hit.word("perbaikan", fault.remedy);
            (Builtin::Syntax, hit)
        })
        .collect();
    let broken = !faults.is_empty();
    let Some(kind) = kind_of(&root, catalog, broken, &mut faults) else {
        return Reading { draft: None, rest: root, faults };
    };
    let (values, shape) = shape::read(kind, &root);
    let (outline, order) = Outline::build(Facts { kind, root: &root, values: &values });
    // After a syntax fault the tree has holes; what it lacks is then no news.
    faults.extend(shape.into_iter().filter(|(defect, _)| !broken || !defect.may_be_a_hole()));
    faults.extend(order);
    Reading {
        draft: Some(Draft { kind, root, values, outline }),
        rest: Node { span: 0..0, value: Value::Table(Table::default()) },
        faults,
    }
}

fn kind_of<'k>(
    root: &Node,
    catalog: &'k Catalog,
    broken: bool,
    faults: &mut Vec<Fault>,
) -> Option<&'k Kind> {
    let path = FieldPath::root().key(keys::KIND);
    let known: Vec<&str> = catalog.ids().collect();
    let Some(name) = root.get(keys::KIND).and_then(Node::str).filter(|name| !name.is_empty())
    else {
        if !broken {
            let hit = Hit::absent(path, Place::value(FieldPath::root()));
            let all = Argument::list(&known, ", ");
            faults.push((Builtin::KindMissing, hit.word("boleh", all)));
        }
        return None;
    };
    let kind = catalog.get(name);
    if kind.is_none() {
        let near = nearest(name, known.iter().copied());
        let hit = Hit::at(Place::value(path)).word("nilai", name);
        let hit = hit.word("boleh", words::known_and_perhaps(&known, near));
        faults.push((Builtin::KindUnknown, hit));
    }
    kind
}

/// What the document calls itself in running text: `Perjanjian Kerja Sama`, `Nota Kesepakatan`.
pub fn spoken_name(kind: &Kind, root: &Node) -> String {
    Facts { kind, root, values: &Values::default() }.spoken_name()
}

impl Draft<'_> {
    /// The value at a path.
    pub fn at(&self, path: &FieldPath) -> Option<&Node> {
        self.root.at(path)
    }

    /// The text of a root key, or the kind's default for it.
    pub fn text(&self, key: &str) -> Option<&str> {
        let given = self.root.get(key).and_then(Node::str);
        given.or_else(|| self.kind.field(key).and_then(|field| field.default.as_deref()))
    }

    /// Whether the draft says it is finished.
    pub fn is_final(&self) -> bool {
        matches!(self.text(keys::STAGE), Some("final" | "muktamad"))
    }

    /// What it says in the roles that its kind gives to fields.
    pub fn facts(&self) -> Facts<'_> {
        Facts { kind: self.kind, root: &self.root, values: &self.values }
    }

    /// What the value at a path says of a date.
    pub(crate) fn date_at(&self, path: &FieldPath) -> Option<&DateValue> {
        self.values.date(&self.root, path)
    }

    /// The day that the value at a path says.
    pub(crate) fn day_at(&self, path: &FieldPath) -> Option<NaiveDate> {
        self.values.day(&self.root, path)
    }

    /// The length of time that the value at a path says.
    pub(crate) fn term_at(&self, path: &FieldPath) -> Option<Term> {
        self.values.term(&self.root, path)
    }

    /// What the value at a path says of money.
    pub(crate) fn money_at(&self, path: &FieldPath) -> Option<&MoneyValue> {
        self.values.money(&self.root, path)
    }

    /// The whole number that the value at a path says.
    pub(crate) fn integer_at(&self, path: &FieldPath) -> Option<i64> {
        self.values.integer(&self.root, path)
    }

    /// The day of the document, where it has one.
    pub fn date(&self) -> Option<NaiveDate> {
        self.facts().date()
    }

    /// The names of the packs that it names, each once.
    pub fn named_packs(&self) -> Vec<String> {
        let mut known = BTreeSet::new();
        let members = self.root.get(keys::PACKS).map_or(&[][..], Node::members);
        let names = members.iter().filter_map(Node::str);
        names.filter(|name| known.insert(*name)).map(str::to_owned).collect()
    }

    /// The packs that it names, else those that its kind suggests.
    pub fn packs(&self) -> Vec<String> {
        let named = self.named_packs();
        if named.is_empty() { self.kind.packs.clone() } else { named }
    }

    /// Whether documents of its kind are made of articles.
    pub fn outline_kind(&self) -> bool {
        self.kind.fields.iter().any(crate::kind::Field::is_article)
    }

    /// The language it is written in.
    pub fn language(&self) -> Bahasa {
        self.kind.language
    }

    /// Every printed text: its path and decoded characters.
    pub fn texts(&self) -> Vec<(FieldPath, &str)> {
        shape::visits(self.kind, &self.root).iter().filter_map(shape::Visit::text).collect()
    }
}
