//! The articles of a draft in the order they are printed, with their numbers and contents.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::body::Body;
use super::facts::Facts;
use super::keys::article;
use super::standard::{self, Article};
use crate::finding::{Builtin, Fault, Hit, Place};
use crate::kind::types::{BAB, PASAL};
use crate::kind::{Field, Kind, Role};
use crate::source::node::{Node, Table, Value};
use crate::source::path::FieldPath;
use crate::text::Known;

/// The body of a document.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The articles, in order.
    pub sections: Vec<Section>,
    /// The titles of the BAB groups, in order.
    pub(crate) groups: Vec<String>,
    /// Where the article of a name stands; of one that stands twice, the first.
    names: BTreeMap<String, usize>,
    /// Where the article of a text stands.
    texts: BTreeMap<FieldPath, usize>,
}

/// An article.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its name for references: the key, or `nama` of a free article.
    pub name: String,
    /// Where it stands in the draft.
    pub(crate) path: FieldPath,
    /// The path of its text, which may be the article itself.
    pub(crate) text_path: FieldPath,
    /// Its number, from 1.
    pub number: usize,
    /// The group it stands in, as an index.
    pub(crate) group: Option<usize>,
    /// Its heading; `None` for an article without one.
    pub(crate) heading: Option<String>,
    /// The mandatory contents that it says it carries besides its own.
    pub(crate) carries: Vec<String>,
    /// Its text; from the facts where the draft gives none.
    pub(crate) body: Arc<Body>,
    order: u32,
}

/// How the text at a path is read.
pub(super) type ReadBody<'r> = &'r dyn Fn(&FieldPath, &Node) -> Arc<Body>;

/// The body at a node. One that another draft has as well is not read again.
pub(super) fn read(node: &Node) -> Arc<Body> {
    let read = || Arc::new(Body::read(node));
    node.str().map_or_else(read, |text| Arc::clone(&Known::of(text).read(read)))
}

impl Outline {
    /// Orders the articles of a draft.
    pub(super) fn build(facts: Facts<'_>) -> (Self, Vec<Fault>) {
        Self::build_with(facts, &|_, text| read(text))
    }

    /// The same with another way to the body of a text at a path.
    pub(super) fn build_with(facts: Facts<'_>, body: ReadBody<'_>) -> (Self, Vec<Fault>) {
        let (kind, root) = (facts.kind, facts.root);
        let mut sections = known(facts, body);
        sections.extend(free(kind, root, body));
        sections.sort_by_key(|section| section.order);
        let mut faults = doubles(&sections);
        place_after(kind, root, &mut sections);
        let mut groups = Vec::new();
        let order = kind.article_order().and_then(|field| root.table()?.entry(&field.key));
        if let Some(order) = order {
            let mut sorter = Sorter { kind, left: sections, done: Vec::new(), groups, faults };
            sorter.sort(&order.node, &FieldPath::root().key(&order.key));
            (sections, groups, faults) = (sorter.done, sorter.groups, sorter.faults);
        }
        for (index, section) in sections.iter_mut().enumerate() {
            section.number = index + 1;
        }
        let (mut names, mut texts) = (BTreeMap::new(), BTreeMap::new());
        for (index, section) in sections.iter().enumerate() {
            names.entry(section.name.clone()).or_insert(index);
            texts.entry(section.text_path.clone()).or_insert(index);
        }
        (Self { sections, groups, names, texts }, faults)
    }

    /// The article of a name.
    pub(crate) fn find(&self, name: &str) -> Option<&Section> {
        self.names.get(name).and_then(|index| self.sections.get(*index))
    }

    /// The article whose text stands at a path.
    pub(crate) fn of_text(&self, path: &FieldPath) -> Option<&Section> {
        self.texts.get(path).and_then(|index| self.sections.get(*index))
    }

    /// The article of a number.
    pub(crate) fn numbered(&self, number: usize) -> Option<&Section> {
        number.checked_sub(1).and_then(|index| self.sections.get(index))
    }
}

fn known(facts: Facts<'_>, body: ReadBody<'_>) -> Vec<Section> {
    let (kind, root) = (facts.kind, facts.root);
    let implied = |field: &Field| {
        let keys = field.implied_by.iter().flatten();
        keys.filter_map(|key| root.get(key)).any(|node| !node.is_empty())
    };
    // An article that other facts imply and that has no table of its own.
    let empty = Node { span: 0..0, value: Value::Table(Table::default()) };
    kind.articles()
        .into_iter()
        .filter_map(|field| {
            let given = root.get(&field.key);
            let node = given.or_else(|| implied(field).then_some(&empty))?;
            let path = FieldPath::root().key(&field.key);
            let mut section = section(kind, node, path, field.key.clone(), body);
            section.order = field.order.unwrap_or(0);
            if section.heading.is_none() && node.get(article::HEADING).is_none() {
                section.heading.clone_from(&field.heading);
            }
            if section.body.blocks.is_empty() {
                let article = Article { facts, node, path: &section.path };
                section.body = Arc::new(standard::body(field, &article));
            }
            Some(section)
        })
        .collect()
}

fn free(kind: &Kind, root: &Node, body: ReadBody<'_>) -> Vec<Section> {
    let order = kind.free_articles().and_then(|field| field.order).unwrap_or(u32::MAX);
    free_nodes(kind, root)
        .map(|(path, node)| {
            let name = node.get(article::NAME).and_then(Node::str).unwrap_or_default().to_owned();
            let mut section = section(kind, node, path, name, body);
            section.order = order;
            section
        })
        .collect()
}

/// The articles without a key of their own.
fn free_nodes<'a>(kind: &Kind, root: &'a Node) -> impl Iterator<Item = (FieldPath, &'a Node)> {
    let field = kind.free_articles();
    let list = field.and_then(|field| root.get(&field.key)).map_or(&[][..], Node::members);
    let path = field.map(|field| FieldPath::root().key(&field.key)).unwrap_or_default();
    list.iter().enumerate().map(move |(index, node)| (path.index(index), node))
}

fn section(kind: &Kind, node: &Node, path: FieldPath, name: String, body: ReadBody<'_>) -> Section {
    let heading = node.get(article::HEADING).and_then(Node::str).map(str::trim);
    let heading = heading.filter(|text| !text.is_empty()).map(str::to_owned);
    let (text_path, text) = match &node.value {
        Value::Table(_) => (path.key(article::TEXT), node.get(article::TEXT)),
        _ => (path.clone(), Some(node)),
    };
    let carries = node.get(article::CARRIES).map_or_else(Vec::new, |list| {
        let known = |word: &&str| {
            kind.fields.iter().any(|field| field.is_article() && carries_by_nature(field, word))
        };
        let words = list.members().iter().filter_map(Node::str);
        words.filter(known).map(str::to_owned).collect()
    });
    let body = text.map_or_else(Arc::default, |text| body(&text_path, text));
    Section { name, path, text_path, number: 0, group: None, heading, carries, body, order: 0 }
}

fn carries_by_nature(field: &Field, content: &str) -> bool {
    field.carries.iter().flatten().any(|known| known == content)
}

fn doubles(sections: &[Section]) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for section in sections.iter().filter(|section| !section.name.is_empty()) {
        if !seen.insert(&section.name) {
            let place = Place::value(section.path.key(article::NAME));
            faults.push((Builtin::ArticleTwice, Hit::at(place).word("nama", &section.name)));
        }
    }
    faults
}

/// Moves a free article behind the one it names in `setelah`.
fn place_after(kind: &Kind, root: &Node, sections: &mut Vec<Section>) {
    for (path, node) in free_nodes(kind, root) {
        let Some(wanted) = node.get(article::AFTER).and_then(Node::str) else {
            continue;
        };
        let from = sections.iter().position(|section| section.path == path);
        let to = sections.iter().position(|section| section.name == wanted);
        if let (Some(from), Some(to)) = (from, to.filter(|to| Some(*to) != from)) {
            let section = sections.remove(from);
            let to = if from < to { to } else { to + 1 };
            sections.insert(to.min(sections.len()), section);
        }
    }
}

/// Puts the articles into the order that the draft gives.
struct Sorter<'a> {
    kind: &'a Kind,
    left: Vec<Section>,
    done: Vec<Section>,
    groups: Vec<String>,
    faults: Vec<Fault>,
}

impl Sorter<'_> {
    fn sort(&mut self, order: &Node, root: &FieldPath) {
        for (index, entry) in order.members().iter().enumerate() {
            let path = root.index(index);
            match entry.table() {
                Some(table) => {
                    let title = table.get(BAB).and_then(Node::str).unwrap_or_default();
                    self.groups.push(title.to_owned());
                    let group = Some(self.groups.len() - 1);
                    let names = table.get(PASAL).map_or(&[][..], Node::members);
                    for (inner, name) in names.iter().enumerate() {
                        self.take(name, &path.key(PASAL).index(inner), group);
                    }
                }
                None => self.take(entry, &path, None),
            }
        }
        let closing = self.kind.role(Role::Penutup).map(|field| field.key.as_str());
        for section in std::mem::take(&mut self.left) {
            // The closing article stands last whether it is listed or not.
            if Some(section.name.as_str()) != closing {
                let hit = Hit::at(Place::value(root.clone())).word("nama", &section.name);
                self.faults.push((Builtin::OrderIncomplete, hit));
            }
            self.done.push(section);
        }
    }

    fn take(&mut self, name: &Node, path: &FieldPath, group: Option<usize>) {
        let Some(name) = name.str() else {
            return;
        };
        if let Some(at) = self.left.iter().position(|section| section.name == name) {
            let section = self.left.remove(at);
            self.done.push(Section { group, ..section });
        } else if self.kind.field(name).is_none_or(|field| !field.is_article()) {
            let hit = Hit::at(Place::value(path.clone())).word("nama", name);
            self.faults.push((Builtin::OrderUnknown, hit));
        }
    }
}
