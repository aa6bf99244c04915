//! Whether a draft has the shape of its kind: known keys, right types, known options, printable
//! characters. Every fault is collected; none stops the reading.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::values::Values;
use super::walk::{Met, Trail, Visitor, walk};
use crate::finding::{Builtin, Fault, Hit, Part, Place};
use crate::kind::types::Fit;
use crate::kind::{Fields, Kind};
use crate::source::node::{Entry, Node, Value};
use crate::source::path::{FieldPath, Step};
use crate::text::nearest_and_only;
use crate::words;

pub use super::visit::{Visit, visits};
pub use crate::text::nearest;

/// What the values of a draft say, and all faults of its shape.
pub(super) fn read(kind: &Kind, root: &Node) -> (Values, Vec<Fault>) {
    let mut checker = Checker { kind, values: Values::default(), faults: Vec::new() };
    walk(kind, root, &mut checker);
    checker.needed(root);
    (checker.values, checker.faults)
}

struct Checker<'k> {
    kind: &'k Kind,
    values: Values,
    faults: Vec<Fault>,
}

impl<'a> Visitor<'a> for Checker<'_> {
    fn value(&mut self, met: &Met<'a, '_>) -> bool {
        let read = met.field_type.home().read(met.field, met.node, self.kind.language);
        if let Some(typed) = read.typed {
            self.values.insert(met.trail.path(), typed);
        }
        match read.fit {
            Fit::Wrong => self.mismatch(met),
            Fit::NoOption => self.option(met),
            Fit::Good if met.whole => self.characters(met.node, met.trail),
            Fit::Good => {}
        }
        read.fit == Fit::Good
    }

    fn unknown(&mut self, keys: &[&'a Entry], fields: &Fields<'a>, trail: &Trail<'_>) {
        let known = || fields.clone().map(|field| field.key.as_str());
        let near: Vec<_> = keys.iter().map(|entry| nearest_and_only(&entry.key, known())).collect();
        let mut claims: BTreeMap<&str, usize> = BTreeMap::new();
        for (near, _) in &near {
            near.iter().for_each(|near| *claims.entry(near).or_default() += 1);
        }
        let all = OnceCell::new();
        let all = || all.get_or_init(|| known().collect::<Vec<_>>().join(", "));
        for (entry, (near, only)) in keys.iter().zip(near) {
            let path = trail.step(Step::Key(entry.key.clone())).path();
            let meant = match near {
                Some(near) => words::meant::perhaps(near),
                None => words::meant::keys_here(all()),
            };
            let hit = Hit::at(Place::key(path.clone())).word("kunci", entry.key.as_str());
            let hit = hit.word("maksud", meant);
            // Of two keys for one field nobody knows which is meant, and a table takes one alone.
            let hit = match near.filter(|near| only && claims.get(near) == Some(&1)) {
                Some(near) => hit.mend(Place::key(path), near),
                None => hit,
            };
            self.faults.push((Builtin::KeyUnknown, hit));
        }
    }
}

impl Checker<'_> {
    fn mismatch(&mut self, met: &Met<'_, '_>) {
        let path = met.trail.path();
        let hit = Hit::at(Place::value(path.clone()))
            .word("bidang", path.last_key().unwrap_or_default())
            .word("harapan", met.field_type.home().expectation())
            .word("nyata", met.node.type_name());
        self.faults.push((Builtin::TypeMismatch, hit));
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
                    self.characters(member, &trail.step(Step::Index(index)));
                }
            }
            Value::Table(table) => {
                for entry in &table.0 {
                    self.characters(&entry.node, &trail.step(Step::Key(entry.key.clone())));
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
