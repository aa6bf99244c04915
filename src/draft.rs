//! A draft: its tree, read by its kind. Reading never stops at a fault and never loses a place.

pub mod blank;
pub mod body;
mod facts;
pub(crate) mod form;
pub mod inline;
pub(crate) mod keys;
pub mod letters;
pub mod marker;
mod marks;
mod mismatch;
pub(crate) mod outline;
pub(crate) mod plain;
pub(crate) mod shape;
pub(crate) mod standard;
mod unknown;
pub mod value;
mod values;
mod visit;
mod walk;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::finding::{Builtin, Fault, Hit, Mend, Part, Place};
use crate::kind::value::{DateValue, MoneyValue};
use crate::kind::{Catalog, FieldType, Kind, Record};
use crate::source::node::{Node, Table, Value};
use crate::source::path::FieldPath;
use crate::source::{Span, read};
use crate::text::{folded_key, key_distance, nearest_and_only};
use crate::wording::{Bahasa, Term};
use crate::words::{self, Argument};

pub(crate) use facts::{Basis, Facts, Official, Party, Signature};
pub(crate) use outline::{Outline, Section};
pub(crate) use values::Values;

/// A draft and its kind.
#[derive(Clone, Debug)]
pub struct Draft<'k> {
    /// What it is.
    pub kind: &'k Kind,
    /// Its values with their places.
    pub root: Node,
    /// What its values say, each read once.
    pub(crate) values: Values,
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
    /// Whether something of the text is missing from the tree.
    pub(crate) holes: bool,
    /// What is wrong with it whatever it says.
    pub faults: Vec<Fault>,
    /// How many more characters than those named cannot be printed.
    pub(crate) left_out: usize,
}

impl Reading<'_> {
    /// The tree, also of a text that is no draft.
    pub fn root(&self) -> &Node {
        self.draft.as_ref().map_or(&self.rest, |draft| &draft.root)
    }
}

/// Reads a text.
pub fn read<'k>(text: &str, catalog: &'k Catalog) -> Reading<'k> {
    let (mut root, syntax) = read::read(text);
    let holes = syntax.iter().any(|fault| fault.lost);
    let told = Told::of(&syntax);
    let mut faults: Vec<Fault> = syntax.into_iter().map(syntax_fault).collect();
    let Some(kind) = kind_of(&root, catalog, holes, &mut faults) else {
        return Reading { draft: None, rest: root, holes, faults, left_out: 0 };
    };
    let slips = unknown::settle(kind, &mut root);
    let shape::Shape { values, faults: mut found, left_out, marked } = shape::read(kind, &root);
    found.extend(slips);
    let (outline, order) = Outline::build(Facts { kind, root: &root, values: &values });
    found.extend(order);
    found.extend(marks::faults(&marked, &outline, &root));
    // What the tree has instead of something broken is told already; after a fault that could not be
    // got past it has holes, and what it lacks is then no news.
    found.retain(|(defect, hit)| !(defect.follows_from_syntax() && is_told(hit, &root, &told)));
    found.retain(|(defect, _)| !holes || !defect.may_be_a_hole());
    faults.extend(found);
    Reading {
        draft: Some(Draft { kind, root, values, outline }),
        rest: Node { span: 0..0, value: Value::Table(Table::default()) },
        holes,
        faults,
        left_out,
    }
}

fn syntax_fault(fault: read::SyntaxFault) -> Fault {
    let place = |span| Place { path: FieldPath::root(), part: Part::Source(span) };
    let edits: Vec<_> = fault.mend.into_iter().map(|(span, text)| (place(span), text)).collect();
    let mend = (!edits.is_empty()).then_some(Mend { edits, safe: !fault.guessed });
    let hit = Hit::at(place(fault.span)).word("kesalahan", fault.fact);
    (Builtin::Syntax, Hit { mend, ..hit.word("perbaikan", fault.remedy) })
}

/// Whether what a hit is about stands where a syntax fault was told.
fn is_told(hit: &Hit, root: &Node, told: &Told) -> bool {
    let key = || {
        let entry = root.at(&hit.path.parent()?)?.table()?.entry(hit.path.last_key()?)?;
        Some(&entry.key_span)
    };
    let value = root.at(&hit.path).map(|node| &node.span);
    value.into_iter().chain(key()).any(|span| told.touches(span))
}

/// The places of syntax faults, in order, each with the furthest end up to it.
struct Told(Vec<(usize, usize)>);

impl Told {
    fn of(faults: &[read::SyntaxFault]) -> Self {
        let mut spans: Vec<&Span> = faults.iter().map(|fault| &fault.span).collect();
        spans.sort_by_key(|span| span.start);
        let mut furthest = 0;
        let ends = spans.into_iter().map(|span| {
            furthest = furthest.max(span.end);
            (span.start, furthest)
        });
        Self(ends.collect())
    }

    /// Whether one of them reaches into a place, or up to it.
    fn touches(&self, place: &Span) -> bool {
        let before = self.0.partition_point(|(start, _)| *start <= place.end);
        let last = before.checked_sub(1).and_then(|last| self.0.get(last));
        last.is_some_and(|(_, furthest)| place.start <= *furthest)
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
        // A slip of the key is no syntax fault, and is told beside those.
        let slip = slip_of_kind(root);
        if !broken || slip.is_some() {
            let hit = match slip {
                Some(key) => {
                    let place = Place::key(FieldPath::root().key(key));
                    Hit::absent(path, place.clone()).mend(place, keys::KIND)
                }
                None => Hit::absent(path, Place::value(FieldPath::root())),
            };
            let all = Argument::list(&known, ", ");
            let (how, lines) = match slip {
                Some(key) => (words::kind_key::slip(key), String::new()),
                None => (words::kind_key::missing(all), SAMPLE_KIND.to_owned()),
            };
            faults.push((Builtin::KindMissing, hit.word("baris", lines).word("cara", how)));
        }
        return None;
    };
    let kind = catalog.get(name);
    if kind.is_none() {
        let (near, only) = nearest_and_only(name, known.iter().copied());
        let hit = Hit::at(Place::value(path.clone())).word("nilai", name);
        let hit = hit.word("boleh", words::known_and_perhaps(&known, near));
        let slip =
            near.filter(|near| only && key_distance(&folded_key(name), &folded_key(near)) <= 2);
        let hit = match slip {
            Some(near) => hit.mend(Place::value(path), near),
            None => hit,
        };
        faults.push((Builtin::KindUnknown, hit));
    }
    kind
}

/// The line that says the kind of the document that is written most.
const SAMPLE_KIND: &str = "jenis = \"perjanjian-kerja-sama\"\n";

/// The first key of the root that is a slip of the one that gives the kind.
fn slip_of_kind(root: &Node) -> Option<&str> {
    let keys = root.table()?.0.iter().map(|entry| entry.key.as_str());
    keys.filter(|key| *key != keys::KIND).find(|key| keys::is_nearly_kind(key))
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
    pub(crate) fn is_final(&self) -> bool {
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
    pub(crate) fn date(&self) -> Option<NaiveDate> {
        self.facts().date()
    }

    /// The names of the packs that it names, each once.
    pub(crate) fn named_packs(&self) -> Vec<String> {
        let mut known = BTreeSet::new();
        let members = self.root.get(keys::PACKS).map_or(&[][..], Node::members);
        let names = members.iter().filter_map(Node::str);
        names.filter(|name| known.insert(*name)).map(str::to_owned).collect()
    }

    /// The packs that it names, else those that its kind suggests.
    pub(crate) fn packs(&self) -> Vec<String> {
        let named = self.named_packs();
        if named.is_empty() { self.kind.packs.clone() } else { named }
    }

    /// Whether documents of its kind are made of articles.
    pub(crate) fn outline_kind(&self) -> bool {
        self.kind.fields.iter().any(crate::kind::Field::is_article)
    }

    /// The language it is written in.
    pub(crate) fn language(&self) -> Bahasa {
        self.kind.language
    }

    /// The name of every picture with its place, in the order of the text.
    pub(crate) fn pictures(&self) -> Vec<(FieldPath, &str)> {
        let picture = FieldType::Record(Record::Picture);
        let visits = shape::visits(self.kind, &self.root);
        let pictures = visits.into_iter().filter(|visit| *visit.field_type == picture);
        let named = pictures.filter_map(|visit| {
            let name = visit.node.get(keys::PICTURE_FILE)?.str()?;
            Some((visit.path.key(keys::PICTURE_FILE), name))
        });
        named.filter(|(_, name)| !name.is_empty()).collect()
    }

    /// Every printed text: its path and decoded characters.
    pub fn texts(&self) -> Vec<(FieldPath, &str)> {
        shape::visits(self.kind, &self.root).iter().filter_map(shape::Visit::text).collect()
    }
}
