//! What the values of a draft say by their types. Each is read once, when the draft is read; whoever
//! wants a date, a length of time, an amount or a number asks for it by its path.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::kind::value::{DateValue, MoneyValue, Typed};
use crate::source::node::{Node, Value};
use crate::source::path::{FieldPath, Step};
use crate::wording::Term;

/// Typed values by their paths. A table that stands for a list of one has no index in its paths.
#[derive(Clone, Debug, Default)]
pub(crate) struct Values(BTreeMap<FieldPath, Typed>);

impl Values {
    pub(super) fn insert(&mut self, path: FieldPath, value: Typed) {
        self.0.insert(path, value);
    }

    /// The value at a path of this tree.
    pub(crate) fn get(&self, root: &Node, path: &FieldPath) -> Option<&Typed> {
        let found = self.0.get(path);
        if found.is_some() || !path.steps().contains(&Step::Index(0)) {
            return found;
        }
        self.0.get(&written(root, path)?)
    }

    /// What is said of a date there.
    pub(crate) fn date(&self, root: &Node, path: &FieldPath) -> Option<&DateValue> {
        match self.get(root, path)? {
            Typed::Date(date) => Some(date),
            Typed::Term(_) | Typed::Money(_) | Typed::Integer(_) | Typed::Size(_) => None,
        }
    }

    /// The day that is said there.
    pub(crate) fn day(&self, root: &Node, path: &FieldPath) -> Option<NaiveDate> {
        self.date(root, path)?.day
    }

    /// The length of time that is said there.
    pub(crate) fn term(&self, root: &Node, path: &FieldPath) -> Option<Term> {
        match self.get(root, path)? {
            Typed::Term(term) => Some(*term),
            Typed::Date(_) | Typed::Money(_) | Typed::Integer(_) | Typed::Size(_) => None,
        }
    }

    /// What is said of money there.
    pub(crate) fn money(&self, root: &Node, path: &FieldPath) -> Option<&MoneyValue> {
        match self.get(root, path)? {
            Typed::Money(money) => Some(money),
            Typed::Date(_) | Typed::Term(_) | Typed::Integer(_) | Typed::Size(_) => None,
        }
    }

    /// The whole number that is said there. Nearly all are numbers as they stand.
    pub(crate) fn integer(&self, root: &Node, path: &FieldPath) -> Option<i64> {
        if let Value::Integer(number) = root.at(path)?.value {
            return Some(number);
        }
        match self.get(root, path)? {
            Typed::Integer(number) => Some(*number),
            Typed::Date(_) | Typed::Term(_) | Typed::Money(_) | Typed::Size(_) => None,
        }
    }
}

/// A path as the tree has it: without the index of a table that stands for a list of one.
fn written(root: &Node, path: &FieldPath) -> Option<FieldPath> {
    let (mut node, mut found) = (root, FieldPath::root());
    for step in path.steps() {
        (node, found) = match (step, &node.value) {
            (Step::Key(key), _) => (node.get(key)?, found.key(key)),
            (Step::Index(index), Value::Array(list)) => (list.get(*index)?, found.index(*index)),
            (Step::Index(0), _) => (node, found),
            (Step::Index(_) | Step::Each, _) => return None,
        };
    }
    Some(found)
}
