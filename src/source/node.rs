//! A parsed TOML value with the place of every key and value.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use ecow::EcoString;

use super::Span;
use super::path::{FieldPath, Step};
use crate::words::{self, Phrase};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// The bytes of the value; of a table, its header.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// A TOML value.
#[derive(Clone, Debug)]
pub enum Value {
    /// A string, decoded.
    String(String),
    /// An integer that fits 64 bits.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// A boolean.
    Bool(bool),
    /// A date, time or both.
    Datetime(toml::value::Datetime),
    /// A list.
    Array(Vec<Node>),
    /// A table.
    Table(Table),
}

/// The entries of a table in the order of the text; a large one is looked up by an index.
#[derive(Clone, Debug, Default)]
pub struct Table(pub Vec<Entry>, OnceLock<BTreeMap<EcoString, usize>>);

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub(crate) key: EcoString,
    /// Where the key stands; for a list of tables its first header.
    pub key_span: Span,
    /// The value.
    pub node: Node,
}

/// A table of more entries than any kind has fields gets an index.
const LARGE: usize = 100;

impl Table {
    /// A table of these entries.
    pub(crate) fn new(entries: Vec<Entry>) -> Self {
        Self(entries, OnceLock::new())
    }

    /// The entry of a key.
    pub(crate) fn entry(&self, key: &str) -> Option<&Entry> {
        if self.0.len() <= LARGE {
            return self.0.iter().find(|entry| entry.key == key);
        }
        let index = self.1.get_or_init(|| {
            self.0.iter().enumerate().map(|(at, entry)| (entry.key.clone(), at)).collect()
        });
        index.get(key).and_then(|at| self.0.get(*at))
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }
}

impl Node {
    /// The table, if it is one.
    pub fn table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The list, if it is one.
    pub fn array(&self) -> Option<&[Node]> {
        match &self.value {
            Value::Array(list) => Some(list),
            _ => None,
        }
    }

    /// The string, if it is one.
    pub fn str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a key, if this is a table that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.table()?.get(key)
    }

    /// The members of a list; anything else counts as a list of itself, so that one table may stand
    /// for a list of one.
    pub(crate) fn members(&self) -> &[Self] {
        match &self.value {
            Value::Array(list) => list,
            _ => std::slice::from_ref(self),
        }
    }

    /// Whether there is nothing in it: an empty list or table, or a string of blanks.
    pub(crate) fn is_empty(&self) -> bool {
        match &self.value {
            Value::String(text) => text.trim().is_empty(),
            Value::Array(list) => list.iter().all(Self::is_empty),
            Value::Table(table) => table.0.is_empty(),
            _ => false,
        }
    }

    /// The value at a path. Index 0 of anything but a list is the thing itself.
    pub fn at(&self, path: &FieldPath) -> Option<&Self> {
        path.steps().iter().try_fold(self, |node, step| match step {
            Step::Key(key) => node.get(key),
            Step::Index(index) => node.members().get(*index),
            Step::Each => None,
        })
    }

    /// Gives every place in the tree another.
    pub(super) fn move_spans(&mut self, place: &impl Fn(&Span) -> Span) {
        self.span = place(&self.span);
        match &mut self.value {
            Value::Array(list) => list.iter_mut().for_each(|member| member.move_spans(place)),
            Value::Table(table) => {
                for entry in &mut table.0 {
                    entry.key_span = place(&entry.key_span);
                    entry.node.move_spans(place);
                }
            }
            _ => {}
        }
    }

    /// Every path that a pattern names and whose parents exist; the last key itself may be absent.
    pub(crate) fn expand(&self, pattern: &FieldPath) -> Vec<FieldPath> {
        let mut found = vec![FieldPath::root()];
        for step in pattern.steps() {
            found = found.into_iter().flat_map(|path| self.expand_step(&path, step)).collect();
        }
        found
    }

    fn expand_step(&self, path: &FieldPath, step: &Step) -> Vec<FieldPath> {
        let Some(node) = self.at(path) else {
            return Vec::new();
        };
        match step {
            Step::Key(key) => match &node.value {
                Value::Array(list) => {
                    (0..list.len()).map(|index| path.index(index).key(key)).collect()
                }
                _ => vec![path.key(key)],
            },
            Step::Index(index) => vec![path.index(*index)],
            Step::Each => (0..node.members().len()).map(|index| path.index(index)).collect(),
        }
    }

    /// The kind of value in the words of the people who write drafts.
    pub(crate) fn type_name(&self) -> Phrase {
        match &self.value {
            Value::String(_) => words::value::text(),
            Value::Integer(_) => words::value::integer(),
            Value::Float(_) => words::value::float(),
            Value::Bool(_) => words::value::boolean(),
            Value::Datetime(moment) if moment.time.is_none() => words::value::date(),
            Value::Datetime(_) => words::value::date_and_clock(),
            Value::Array(_) => words::value::list(),
            Value::Table(_) => words::value::table(),
        }
    }
}
