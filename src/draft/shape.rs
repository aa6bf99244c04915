//! Whether a draft has the shape of its kind: known keys, right types, known options, printable
//! characters. Every fault is collected; none stops the reading.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use ecow::EcoString;

use super::value;
use crate::finding::{Builtin, Fault, Hit, Part, Place};
use crate::kind::{Field, FieldType, Kind};
use crate::source::Span;
use crate::source::node::{Node, Table, Value};
use crate::source::path::{FieldPath, Step};
use crate::text::nearest_and_only;
use crate::wording::{self, Bahasa, NumberPair};

pub use crate::text::nearest;

/// One value with its field, as a walk over a draft meets it.
#[derive(Debug)]
pub struct Visit<'a> {
    /// Where.
    pub path: FieldPath,
    /// The field it belongs to; a member of a list belongs to the list's field.
    pub field: &'a Field,
    /// Its type; of a member, the member's.
    pub field_type: &'a FieldType,
    /// The value.
    pub node: &'a Node,
    pairs: OnceCell<Vec<NumberPair>>,
    year: OnceCell<bool>,
    dates: OnceCell<Vec<Span>>,
}

impl<'a> Visit<'a> {
    fn new(path: &FieldPath, field: &'a Field, field_type: &'a FieldType, node: &'a Node) -> Self {
        let (pairs, year, dates) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { path: path.clone(), field, field_type, node, pairs, year, dates }
    }

    /// Its path and its decoded characters, if it is printed text.
    pub fn text(&self) -> Option<(FieldPath, &'a str)> {
        let text = self.node.str().filter(|_| self.field_type.is_text())?;
        Some((self.path.clone(), text))
    }

    /// Whether its text has four figures in a row. Several checks ask, and hardly any text has.
    pub fn has_year(&self) -> bool {
        *self.year.get_or_init(|| wording::has_year(self.node.str().unwrap_or_default()))
    }

    /// The dates of its text that are said in several parts. Several checks ask.
    pub fn dates(&self) -> &[Span] {
        let text = self.node.str().filter(|_| self.has_year()).unwrap_or_default();
        self.dates.get_or_init(|| wording::find_dates(text))
    }

    /// The numbers of its text that are said twice. Several checks ask.
    pub fn number_pairs(&self, language: Bahasa) -> &[NumberPair] {
        self.pairs.get_or_init(|| {
            let text = self.node.str().unwrap_or_default();
            wording::find_number_pairs(text, language)
        })
    }
}

/// All faults of shape.
pub fn faults(kind: &Kind, root: &Node) -> Vec<Fault> {
    let mut checker = Checker { kind, faults: Vec::new() };
    if let Some(table) = root.table() {
        checker.table(table, kind.fields.iter(), &Trail::ROOT);
    }
    checker.needed(root);
    checker.faults
}

/// Every value of known fields, each before what it holds, in the order of the text.
pub fn visits<'a>(kind: &'a Kind, root: &'a Node) -> Vec<Visit<'a>> {
    let mut walk = Walk { kind, found: Vec::new() };
    if let Some(table) = root.table() {
        walk.table(table, kind.fields.iter(), &FieldPath::root());
    }
    walk.found
}

struct Walk<'a> {
    kind: &'a Kind,
    found: Vec<Visit<'a>>,
}

impl<'a> Walk<'a> {
    fn table(
        &mut self,
        table: &'a Table,
        fields: impl Iterator<Item = &'a Field> + Clone,
        path: &FieldPath,
    ) {
        for entry in &table.0 {
            if let Some(field) = fields.clone().find(|field| field.key == entry.key) {
                self.value(field, field.field_type(), &entry.node, &path.key(&entry.key));
            }
        }
    }

    fn value(
        &mut self,
        field: &'a Field,
        field_type: &'a FieldType,
        node: &'a Node,
        path: &FieldPath,
    ) {
        self.found.push(Visit::new(path, field, field_type, node));
        match (field_type, &node.value) {
            (FieldType::Daftar(inner), Value::Array(list)) => {
                for (index, member) in list.iter().enumerate() {
                    self.value(field, inner, member, &path.index(index));
                }
            }
            (FieldType::Daftar(inner), _) => self.value(field, inner, node, path),
            (FieldType::Paragraf | FieldType::Isi, Value::Array(list)) => {
                for (index, member) in list.iter().enumerate() {
                    self.value(field, field_type, member, &path.index(index));
                }
            }
            (FieldType::Record(_), Value::Table(table)) => {
                self.table(table, self.kind.record_fields(field), path);
            }
            // An article may be its text alone.
            (FieldType::Record(name), Value::String(_) | Value::Array(_)) if name == "pasal" => {
                self.value(field, &FieldType::Isi, node, path);
            }
            _ => {}
        }
    }
}

/// Where a walk stands; a path is made of it only for a fault.
struct Trail<'t> {
    parent: Option<&'t Self>,
    step: Option<Step>,
}

impl<'t> Trail<'t> {
    const ROOT: Self = Self { parent: None, step: None };

    fn key(&'t self, key: &EcoString) -> Self {
        Self { parent: Some(self), step: Some(Step::Key(key.clone())) }
    }

    fn index(&'t self, index: usize) -> Self {
        Self { parent: Some(self), step: Some(Step::Index(index)) }
    }

    fn path(&self) -> FieldPath {
        let above = self.parent.map_or_else(FieldPath::root, Self::path);
        match &self.step {
            Some(Step::Key(key)) => above.key(key),
            Some(Step::Index(index)) => above.index(*index),
            _ => above,
        }
    }
}

struct Checker<'k> {
    kind: &'k Kind,
    faults: Vec<Fault>,
}

impl<'k> Checker<'k> {
    fn table(
        &mut self,
        table: &Table,
        fields: impl Iterator<Item = &'k Field> + Clone,
        trail: &Trail<'_>,
    ) {
        let mut unknown = Vec::new();
        let mut claims: BTreeMap<&str, usize> = BTreeMap::new();
        for entry in &table.0 {
            let here = trail.key(&entry.key);
            match fields.clone().find(|field| field.key == entry.key) {
                Some(field) => self.value(field, field.field_type(), &entry.node, &here),
                None => {
                    let known = fields.clone().map(|field| field.key.as_str());
                    let (near, only) = nearest_and_only(&entry.key, known);
                    near.into_iter().for_each(|near| *claims.entry(near).or_default() += 1);
                    unknown.push((entry.key.as_str(), here.path(), near, only));
                }
            }
        }
        let mut all = None;
        for (key, path, near, only) in unknown {
            let meant = match near {
                Some(near) => format!("mungkin maksudnya \"{near}\""),
                None => all
                    .get_or_insert_with(|| {
                        format!("kunci yang dikenal di sini: {}", listed(fields.clone()))
                    })
                    .clone(),
            };
            let hit = Hit::at(Place::key(path.clone())).word("kunci", key).word("maksud", meant);
            // Of two keys for one field nobody knows which is meant, and a table takes one alone.
            let hit = match near.filter(|near| only && claims.get(near) == Some(&1)) {
                Some(near) => hit.mend(Place::key(path), near),
                None => hit,
            };
            self.faults.push((Builtin::KeyUnknown, hit));
        }
    }

    fn value(
        &mut self,
        field: &'k Field,
        field_type: &'k FieldType,
        node: &Node,
        trail: &Trail<'_>,
    ) {
        match (field_type, &node.value) {
            (FieldType::Daftar(inner), Value::Array(list)) => {
                for (index, member) in list.iter().enumerate() {
                    self.value(field, inner, member, &trail.index(index));
                }
            }
            (FieldType::Daftar(inner), _) => self.value(field, inner, node, trail),
            (FieldType::Record(_), Value::Table(table)) => {
                self.table(table, self.kind.record_fields(field), trail);
            }
            _ if !fits(field_type, node) => self.mismatch(field_type, node, &trail.path()),
            (FieldType::Pilihan, Value::String(text)) => self.option(field, text, trail),
            _ => self.characters(node, trail),
        }
    }

    fn mismatch(&mut self, field_type: &FieldType, node: &Node, path: &FieldPath) {
        let hit = Hit::at(Place::value(path.clone()))
            .word("bidang", path.last_key().unwrap_or_default())
            .word("harapan", field_type.expectation())
            .word("nyata", node.type_name());
        self.faults.push((Builtin::TypeMismatch, hit));
    }

    fn option(&mut self, field: &Field, text: &str, trail: &Trail<'_>) {
        let options = field.options.as_deref().unwrap_or_default();
        if text.is_empty() || options.iter().any(|option| option == text) {
            return;
        }
        let path = &trail.path();
        let (near, only) = nearest_and_only(text, options.iter().map(String::as_str));
        let meant = near.map_or_else(String::new, |near| format!("; mungkin maksudnya \"{near}\""));
        let hit = Hit::at(Place::value(path.clone()))
            .word("bidang", path.last_key().unwrap_or_default())
            .word("nilai", text)
            .word("boleh", format!("{}{meant}", options.join(", ")));
        let hit = match near.filter(|_| only) {
            Some(near) => hit.mend(Place::value(path.clone()), near),
            None => hit,
        };
        self.faults.push((Builtin::OptionUnknown, hit));
    }

    fn characters(&mut self, node: &Node, trail: &Trail<'_>) {
        match &node.value {
            Value::String(text) => {
                self.faults.extend(super::letters::faults(text).into_iter().map(|fault| {
                    let place =
                        Place { path: trail.path(), part: Part::Within(fault.span.clone()) };
                    (fault.defect, Hit::at(place).word("kode", fault.number()))
                }));
            }
            Value::Array(list) => {
                for (index, member) in list.iter().enumerate() {
                    self.characters(member, &trail.index(index));
                }
            }
            Value::Table(table) => {
                for entry in &table.0 {
                    self.characters(&entry.node, &trail.key(&entry.key));
                }
            }
            _ => {}
        }
    }

    fn needed(&mut self, root: &Node) {
        for field in self.kind.fields.iter().filter(|field| field.needed == Some(true)) {
            let path = FieldPath::root().key(&field.key);
            let node = root.get(&field.key);
            if node.is_some_and(|node| !node.is_empty()) {
                continue;
            }
            let shown = match node {
                Some(_) => Place::value(path.clone()),
                None => Place::value(FieldPath::root()),
            };
            let hit = Hit::absent(path, shown)
                .word("bidang", &field.key)
                .word("bantuan", field.help.clone().unwrap_or_default())
                .word("baris", super::form::lines(self.kind, field));
            self.faults.push((Builtin::Blank, hit));
        }
    }
}

fn fits(field_type: &FieldType, node: &Node) -> bool {
    let text = node.str().is_some();
    match field_type {
        FieldType::Kata | FieldType::Teks | FieldType::Pilihan => text,
        FieldType::Lama => {
            node.str().is_some_and(|text| node.is_empty() || wording::says_a_length(text))
        }
        FieldType::Paragraf => {
            text || node.array().is_some_and(|list| list.iter().all(|item| item.str().is_some()))
        }
        FieldType::Isi => isi_fits(node, 0),
        FieldType::Tanggal => date_fits(node),
        FieldType::Mulai | FieldType::Waktu => text || matches!(node.value, Value::Datetime(_)),
        FieldType::Uang => {
            node.is_empty() || value::money(node, crate::wording::Bahasa::Indonesia).is_some()
        }
        FieldType::Bilangan => node.is_empty() || value::integer(node).is_some(),
        FieldType::Ukuran => text && (node.is_empty() || value::size(node).is_some()),
        FieldType::YaTidak => matches!(node.value, Value::Bool(_)),
        FieldType::Susunan => node.array().is_some_and(|list| list.iter().all(order_fits)),
        FieldType::Record(name) => name == "pasal" && isi_fits(node, 0),
        FieldType::Daftar(_) => true,
    }
}

/// A date may contradict itself (another rule says so), but it must speak of one.
fn date_fits(node: &Node) -> bool {
    match &node.value {
        Value::Datetime(moment) => value::from_toml(moment).is_some(),
        Value::String(text) => {
            let real = |parsed: crate::wording::ParsedDate| {
                parsed.date().is_some() || !parsed.disagreements().is_empty()
            };
            text.trim().is_empty() || crate::wording::parse_date(text).is_some_and(real)
        }
        Value::Table(table) => {
            const PARTS: [&str; 4] = ["tanggal", "hari", "terbilang", "angka"];
            table.0.iter().all(|entry| PARTS.contains(&entry.key.as_str()))
                && ["tanggal", "angka", "terbilang"].iter().any(|key| table.get(key).is_some())
        }
        _ => false,
    }
}

/// How deep lists may lie in lists: ayat, huruf, angka, and three more that no regulation names.
const LEVELS: usize = 6;

fn isi_fits(node: &Node, level: usize) -> bool {
    match &node.value {
        Value::String(_) => true,
        // A list belongs to the text before it; without one it would belong to nothing.
        Value::Array(list) => {
            level < LEVELS
                && list.first().is_none_or(|first| first.array().is_none())
                && list.iter().all(|item| isi_fits(item, level + 1))
        }
        _ => false,
    }
}

fn order_fits(node: &Node) -> bool {
    node.str().is_some()
        || node.table().is_some_and(|table| {
            table.0.iter().all(|entry| matches!(entry.key.as_str(), "bab" | "pasal"))
        })
}

fn listed<'a>(fields: impl Iterator<Item = &'a Field>) -> String {
    let keys: Vec<&str> = fields.map(|field| field.key.as_str()).collect();
    keys.join(", ")
}
