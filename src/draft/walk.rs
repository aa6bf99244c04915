//! The one walk over the values of a draft, by the fields of its kind.

use std::cell::OnceCell;

use crate::kind::types::Inside;
use crate::kind::{Field, FieldType, Fields, Kind};
use crate::source::node::{Entry, Node, Table};
use crate::source::path::{FieldPath, Step};

/// What a walk meets on its way.
pub(super) trait Visitor<'a> {
    /// A value of a known field, before those that it holds. Says whether the walk goes into it.
    fn value(&mut self, met: &Met<'a, '_>) -> bool;

    /// The keys of a table that no field has, after its other values.
    fn unknown(&mut self, keys: &[&'a Entry], fields: &Fields<'a>, trail: &Trail<'_>);
}

/// A value with its field.
pub(super) struct Met<'a, 't> {
    pub(crate) trail: &'t Trail<'t>,
    /// The field it belongs to; a member of a list belongs to the list's field.
    pub(crate) field: &'a Field,
    /// Its type; of a member, the member's.
    pub(crate) field_type: &'a FieldType,
    pub(crate) node: &'a Node,
    /// Whether it is taken as a whole, with no values of its own below it.
    pub(crate) whole: bool,
}

/// Meets every value of known fields, each before what it holds, in the order of the text.
pub(super) fn walk<'a>(kind: &'a Kind, root: &'a Node, visitor: &mut impl Visitor<'a>) {
    if let Some(table) = root.table() {
        Walk { kind, visitor }.table(table, &kind.root_fields(), &Trail::root());
    }
}

struct Walk<'a, 'v, V> {
    kind: &'a Kind,
    visitor: &'v mut V,
}

impl<'a, V: Visitor<'a>> Walk<'a, '_, V> {
    fn table(&mut self, table: &'a Table, fields: &Fields<'a>, trail: &Trail<'_>) {
        let mut unknown = Vec::new();
        for entry in &table.0 {
            match fields.clone().find(|field| field.key == entry.key) {
                Some(field) => {
                    let here = trail.step(Step::Key(entry.key.clone()));
                    self.value(field, field.field_type(), &entry.node, &here);
                }
                None => unknown.push(entry),
            }
        }
        if !unknown.is_empty() {
            self.visitor.unknown(&unknown, fields, trail);
        }
    }

    fn value(
        &mut self,
        field: &'a Field,
        field_type: &'a FieldType,
        node: &'a Node,
        trail: &Trail<'_>,
    ) {
        let inside = field_type.home().inside(node);
        let whole = matches!(inside, Inside::Nothing);
        if !self.visitor.value(&Met { trail, field, field_type, node, whole }) {
            return;
        }
        match inside {
            Inside::Nothing => {}
            Inside::Members(member) => {
                for (index, one) in node.members().iter().enumerate() {
                    self.value(field, member, one, &trail.step(Step::Index(index)));
                }
            }
            Inside::Itself(member) => self.value(field, member, node, trail),
            Inside::Fields => {
                if let Some(table) = node.table() {
                    self.table(table, &self.kind.record_fields(field), trail);
                }
            }
        }
    }
}

/// Where a walk stands. The path is made only for those who ask, and once.
pub(super) struct Trail<'t> {
    parent: Option<(&'t Self, Step)>,
    path: OnceCell<FieldPath>,
}

impl<'t> Trail<'t> {
    fn root() -> Self {
        Self { parent: None, path: OnceCell::new() }
    }

    /// One step further.
    pub(super) fn step(&'t self, step: Step) -> Self {
        Self { parent: Some((self, step)), path: OnceCell::new() }
    }

    pub(super) fn path(&self) -> FieldPath {
        self.path.get_or_init(|| self.made()).clone()
    }

    fn made(&self) -> FieldPath {
        match &self.parent {
            None => FieldPath::root(),
            Some((above, Step::Key(key))) => above.path().key(key),
            Some((above, Step::Index(index))) => above.path().index(*index),
            Some((above, Step::Each)) => above.path(),
        }
    }
}
