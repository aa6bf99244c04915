//! Whether a draft has the shape of its kind: known keys, right types, known options, printable
//! characters. Every fault is collected; none stops the reading.

use super::keys::table;
use super::values::Values;
use super::walk::{Met, Trail, Visitor, walk};
use super::{body, letters, mismatch, unknown};
use crate::finding::{Builtin, Fault, Hit, Part, Place};
use crate::kind::types::Fit;
use crate::kind::{FieldType, Fields, Kind, Record};
use crate::source::node::{Entry, Node, Value};
use crate::source::path::{FieldPath, Step};
use crate::text::nearest_and_only;
use crate::words::{self, Argument};

pub(crate) use super::visit::{Visit, visits};
pub(crate) use crate::text::nearest;

/// Whether a value is known in part: "..... Maret 2026", "… tahun".
fn is_partly_blank(node: &Node) -> bool {
    node.str()
        .is_some_and(|text| text.contains("...") || text.contains('…') || text.contains("___"))
}

/// What the values of a draft say, and all faults of its shape.
pub(super) fn read<'a>(kind: &'a Kind, root: &'a Node) -> Shape<'a> {
    let mut checker = Checker { kind, shape: Shape::default() };
    walk(kind, root, &mut checker);
    checker.needed(root);
    checker.shape
}

/// From so many faults on characters that cannot be printed are only counted.
const MOST: usize = 10_000;

/// What reading a draft by its kind gave.
#[derive(Default)]
pub(super) struct Shape<'a> {
    /// What its values say.
    pub(crate) values: Values,
    /// The faults of its shape.
    pub(crate) faults: Vec<Fault>,
    /// How many more characters than those among the faults cannot be printed.
    pub(crate) left_out: usize,
    /// The printed texts that have braces.
    pub(crate) marked: Vec<(FieldPath, &'a str)>,
}

/// A character that cannot be printed. One that prints nothing goes without a loss.
fn character(fault: letters::Fault, path: FieldPath) -> Fault {
    let place = Place { path, part: Part::Within(fault.span.clone()) };
    let hit = Hit::at(place.clone()).word("kode", fault.number());
    let hit = if fault.is_invisible() { hit.mend(place, "") } else { hit };
    (fault.defect, hit)
}

/// What the values say, without a word on their shape.
pub(super) fn values(kind: &Kind, root: &Node) -> Values {
    let mut found = Said { kind, values: Values::default() };
    walk(kind, root, &mut found);
    found.values
}

struct Said<'a> {
    kind: &'a Kind,
    values: Values,
}

impl<'a> Visitor<'a> for Said<'a> {
    fn value(&mut self, met: &Met<'a, '_>) -> bool {
        let read = met.field_type.home().read(met.field, met.node, self.kind.language);
        if let Some(typed) = read.typed {
            self.values.insert(met.trail.path(), typed);
        }
        read.fit == Fit::Good
    }

    fn unknown(&mut self, _: &[&'a Entry], _: &Fields<'a>, _: &Trail<'_>) {}
}

struct Checker<'a> {
    kind: &'a Kind,
    shape: Shape<'a>,
}

impl<'a> Visitor<'a> for Checker<'a> {
    fn value(&mut self, met: &Met<'a, '_>) -> bool {
        let read = met.field_type.home().read(met.field, met.node, self.kind.language);
        if let Some(typed) = read.typed {
            self.shape.values.insert(met.trail.path(), typed);
        }
        match read.fit {
            Fit::Wrong if is_partly_blank(met.node) => self.blank(met),
            Fit::Wrong => {
                let fault = mismatch::type_fault(met.field_type, met.node, met.trail.path());
                self.shape.faults.push(fault);
            }
            Fit::NoOption => self.option(met),
            Fit::Good => self.good(met),
        }
        read.fit == Fit::Good
    }

    fn unknown(&mut self, keys: &[&'a Entry], fields: &Fields<'a>, trail: &Trail<'_>) {
        let path = |entry: &Entry| trail.step(Step::Key(entry.key.clone())).path();
        self.shape.faults.extend(unknown::faults(self.kind, keys, fields, path));
    }
}

impl<'a> Checker<'a> {
    /// A value of the right type.
    fn good(&mut self, met: &Met<'a, '_>) {
        if *met.field_type == FieldType::Record(Record::Table) {
            self.rows(met);
        }
        if !met.whole {
            return;
        }
        let is_body = *met.field_type == FieldType::Isi;
        self.characters(met.node, met.trail, is_body);
        if is_body {
            self.markers(met);
        }
        match met.node.str() {
            Some("") => self.open_blank(met),
            Some(text) if text.contains('{') && met.field_type.is_text() => {
                self.shape.marked.push((met.trail.path(), text));
            }
            _ => {}
        }
    }

    /// Lines that look like items and are none.
    fn markers(&mut self, met: &Met<'a, '_>) {
        let text = met.node.str().unwrap_or_default();
        for span in body::unread_markers(text) {
            let said = text.get(span.clone()).unwrap_or_default();
            let path = met.trail.path();
            let hit = Hit::at(Place::within(path.clone(), span.clone())).word("penanda", said);
            let behind = Place::within(path, span.end..span.end);
            self.shape.faults.push((Builtin::MarkerUnread, hit.mend_perhaps(behind, " ")));
        }
    }

    /// What a form leaves empty until somebody fills it in. At the root a field that every draft needs
    /// is told already.
    fn open_blank(&mut self, met: &Met<'a, '_>) {
        let needed = met.field.needed == Some(true) && met.trail.path().steps().len() == 1;
        let blank = met.field_type.home().blank(met.field);
        if !needed && blank.is_some_and(|blank| blank.hint.is_some()) {
            self.blank(met);
        }
    }

    fn blank(&mut self, met: &Met<'a, '_>) {
        let expected = || Argument::from(met.field_type.home().expectation());
        let help = met.field.help_in(self.kind.language);
        let hit = Hit::at(Place::value(met.trail.path()))
            .word("bidang", &met.field.key)
            .word("bantuan", help.map_or_else(expected, Argument::from))
            .word("baris", "");
        self.shape.faults.push((Builtin::Blank, hit));
    }

    /// The rows of a table have as many cells as it has heads.
    fn rows(&mut self, met: &Met<'a, '_>) {
        let list = |key: &str| met.node.get(key).and_then(Node::array).unwrap_or_default();
        let (heads, rows) = (list(table::HEADS), list(table::ROWS));
        for (at, row) in rows.iter().enumerate() {
            let cells = row.members().len();
            if !heads.is_empty() && cells != heads.len() {
                let path = met.trail.path().key(table::ROWS).index(at);
                let hit = Hit::at(Place::value(path)).word("kolom", heads.len());
                self.shape.faults.push((Builtin::RowLength, hit.word("sel", cells)));
            }
        }
    }

    fn option(&mut self, met: &Met<'_, '_>) {
        let options = met.field.options.as_deref().unwrap_or_default();
        let (text, path) = (met.node.str().unwrap_or_default(), met.trail.path());
        let (near, only) = nearest_and_only(text, options.iter().map(String::as_str));
        let hit = Hit::at(Place::value(path.clone()))
            .word("bidang", path.last_key().unwrap_or_default())
            .word("nilai", text)
            .word("boleh", words::known_and_perhaps(options, near));
        let hit = match near.filter(|_| only) {
            Some(near) => hit.mend(Place::value(path), near),
            None => hit,
        };
        self.shape.faults.push((Builtin::OptionUnknown, hit));
    }

    fn characters(&mut self, node: &Node, trail: &Trail<'_>, is_body: bool) {
        match &node.value {
            Value::String(text) => {
                let faults = letters::faults(text).into_iter();
                let faults =
                    faults.filter(|one| !is_body || !body::is_marker_at(text, one.span.start));
                for fault in faults {
                    if self.shape.faults.len() < MOST {
                        self.shape.faults.push(character(fault, trail.path()));
                    } else {
                        self.shape.left_out += 1;
                    }
                }
            }
            Value::Array(list) => {
                for (index, member) in list.iter().enumerate() {
                    self.characters(member, &trail.step(Step::Index(index)), is_body);
                }
            }
            Value::Table(table) => {
                for entry in &table.0 {
                    self.characters(
                        &entry.node,
                        &trail.step(Step::Key(entry.key.clone())),
                        is_body,
                    );
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
            // The lines to add only help where there are none.
            let lines = match node {
                Some(_) => String::new(),
                None => super::form::lines(self.kind, field),
            };
            let hit = Hit::absent(path, shown)
                .word("bidang", &field.key)
                .word("bantuan", field.help_in(self.kind.language).unwrap_or_default())
                .word("baris", lines);
            self.shape.faults.push((Builtin::Blank, hit));
        }
    }
}
