//! Whether the fields that a rule reads are there, and are of a type that it can make sense of.
//!
//! A path must exist in every kind that the rule names in `bila.jenis`. Of the kinds that it reaches
//! by family, by tier or because nothing limits it, those that lack a field of `ada`, or one whose
//! value is asked for, are never judged, and that is harmless; a check that only looks at what is
//! given may lack its field in some; what a check demands must be in all of them. A path that exists
//! in none is always a fault.

use std::collections::BTreeSet;

use super::{listed, meant};
use crate::finding::Place;
use crate::kind::{FieldType, Kind, Role};
use crate::rule::Rule;
use crate::rule::declared::{FieldUse, Need, Reach, Read, RuleFault, Shape};
use crate::rule::target::{Nowhere, Target, follow};
use crate::source::path::FieldPath;
use crate::words::{Argument, Phrase, pack};

/// Holds the fields of a rule against the kinds that it judges.
pub(super) struct Fields<'a> {
    rule: &'a Rule,
    /// The kinds that can still be judged.
    kinds: Vec<&'a Kind>,
    packs: &'a [String],
    /// What was found.
    pub(super) faults: Vec<RuleFault>,
}

impl<'a> Fields<'a> {
    /// Of a rule among kinds.
    pub(super) fn new(rule: &'a Rule, kinds: &[&'a Kind], packs: &'a [String]) -> Self {
        Self { rule, kinds: kinds.to_vec(), packs, faults: Vec::new() }
    }

    /// Whether the rule names its kinds one by one.
    fn named(&self) -> bool {
        self.rule.when.kinds().is_some()
    }

    /// The fields of `bila`. Kinds for whose want nothing is judged are left out afterwards.
    pub(super) fn conditions(&mut self) {
        let mut left = self.kinds.clone();
        for (field, limits) in self.rule.when.reads() {
            let before = self.faults.len();
            self.field(&field);
            self.pack_names(&field);
            // A wrong condition tells nothing of the kinds that the rule is meant for.
            if limits && self.faults.len() == before {
                left.retain(|kind| follow(kind, &field.path).is_ok());
            }
        }
        if self.faults.is_empty() && left.is_empty() {
            let message = pack::no_kind_has_fields();
            self.faults.push(RuleFault::at(Place::value(FieldPath::root().key("bila")), message));
        }
        self.kinds = left;
    }

    /// The fields of the check.
    pub(super) fn check(&mut self) {
        let reads = self.rule.check.reads();
        let before = self.faults.len();
        for read in &reads {
            match read {
                Read::Field(field) => self.field(field),
                Read::Content { spot, name } => self.content(spot, name),
                Read::Articles => self.articles(),
                Read::Role { role, .. } => self.role(*role, read),
            }
        }
        let whole = |kind: &&Kind| reads.iter().all(|read| has_field(kind, read));
        if self.faults.len() == before && !self.kinds.is_empty() && !self.kinds.iter().any(whole) {
            self.faults.push(RuleFault::of("jenis", pack::no_kind_has_these()));
        }
    }

    fn field(&mut self, field: &FieldUse) {
        if self.kinds.is_empty() {
            return;
        }
        let mut there: Vec<(&Kind, Target<'_>)> = Vec::new();
        let mut lacking: Vec<(&Kind, Nowhere<'_>)> = Vec::new();
        for kind in self.kinds.iter().copied() {
            match follow(kind, &field.path) {
                Ok(target) => there.push((kind, target)),
                Err(nowhere) => lacking.push((kind, nowhere)),
            }
        }
        let fault = if there.is_empty() {
            Some(nowhere(&field.path, &lacking))
        } else if !lacking.is_empty() && (self.named() || field.need == Need::Demanded) {
            Some(self.absent(&field.path, lacking.iter().map(|(kind, _)| *kind)))
        } else {
            there.iter().find_map(|(kind, target)| misfit(field, kind, target))
        };
        match fault {
            Some(message) => self.faults.push(RuleFault::at(field.spot.clone(), message)),
            None => self.values(field, &there),
        }
    }

    fn absent<'k>(&self, path: &FieldPath, kinds: impl Iterator<Item = &'k Kind>) -> Phrase {
        let kinds = listed(kinds.map(|kind| kind.id.as_str()));
        let remedy = if self.named() { pack::leave_out_of_kinds() } else { pack::limit_the_rule() };
        pack::field_absent(kinds, path, remedy)
    }

    /// Tells of values that the field can have in no kind.
    fn values(&mut self, field: &FieldUse, there: &[(&Kind, Target<'_>)]) {
        let closed: Option<Vec<Vec<&str>>> =
            there.iter().map(|(_, target)| target.options()).collect();
        let numbers = there.iter().all(|(_, t)| *t.field_type.member() == FieldType::Bilangan);
        let options: Option<BTreeSet<&str>> = closed.map(|all| all.into_iter().flatten().collect());
        for (spot, value) in &field.values {
            let message = match &options {
                Some(options) if !options.contains(value.as_str()) => {
                    let near = meant(value, options.iter().copied());
                    let all = listed(options.iter().copied());
                    pack::no_option(value, &field.path, near, all)
                }
                None if numbers && value.parse::<i64>().is_err() => {
                    pack::no_number(&field.path, value)
                }
                _ => continue,
            };
            self.faults.push(RuleFault::at(spot.clone(), message));
        }
    }

    /// The regulations that a condition asks for.
    fn pack_names(&mut self, field: &FieldUse) {
        if field.path != FieldPath::root().key("peraturan") {
            return;
        }
        for (spot, name) in field.values.iter().filter(|(_, name)| !self.packs.contains(name)) {
            let near = meant(name, self.packs.iter().map(String::as_str));
            let message = pack::no_regulation(name, near);
            self.faults.push(RuleFault::at(spot.clone(), message));
        }
    }

    /// A content that no article carries and no field holds.
    fn content(&mut self, spot: &Place, name: &str) {
        let lacking: Vec<&Kind> =
            self.kinds.iter().copied().filter(|kind| !carries(kind, name)).collect();
        if lacking.is_empty() {
            return;
        }
        let kinds = listed(lacking.iter().map(|kind| kind.id.as_str()));
        let all = lacking.iter().flat_map(|kind| &kind.fields);
        let known = all.flat_map(|field| field.carries.iter().flatten().chain([&field.key]));
        let near = meant(name, known.map(String::as_str));
        let message = pack::no_content(kinds, name, near);
        self.faults.push(RuleFault::at(spot.clone(), message));
    }

    fn articles(&mut self) {
        self.lacked(|kind| kind.articles().is_empty(), pack::no_articles);
    }

    fn role(&mut self, role: Role, read: &Read) {
        let message = |kinds| pack::no_role(kinds, role.name());
        self.lacked(|kind| !has_field(kind, read), message);
    }

    /// Tells of kinds in which the check has nothing to look at.
    fn lacked(&mut self, bare: impl Fn(&Kind) -> bool, message: impl Fn(Argument) -> Phrase) {
        let lacking: Vec<&&Kind> = self.kinds.iter().filter(|kind| bare(kind)).collect();
        if lacking.is_empty() || (!self.named() && lacking.len() < self.kinds.len()) {
            return;
        }
        let kinds = listed(lacking.iter().map(|kind| kind.id.as_str()));
        let message = message(kinds);
        // Several keys may be read in one role.
        if self.faults.iter().all(|fault| fault.message != message) {
            self.faults.push(RuleFault::of("jenis", message));
        }
    }
}

/// Whether a kind has the field that is read, where it is one.
fn has_field(kind: &Kind, read: &Read) -> bool {
    match read {
        Read::Content { .. } | Read::Articles => true,
        read => read.path(kind).is_some_and(|path| follow(kind, &path).is_ok()),
    }
}

/// Whether an article carries a content, or a field at the root is it.
fn carries(kind: &Kind, name: &str) -> bool {
    let carried = |one: &String| one == name;
    kind.field(name).is_some()
        || kind.articles().iter().any(|field| field.carries.iter().flatten().any(carried))
}

/// Why a path leads nowhere in any kind.
fn nowhere(path: &FieldPath, lacking: &[(&Kind, Nowhere<'_>)]) -> Phrase {
    let list = lacking.iter().find_map(|(_, nowhere)| match nowhere {
        Nowhere::NoList(list) => Some(list),
        Nowhere::Key(..) => None,
    });
    if let Some(list) = list {
        return pack::no_list(list, path);
    }
    let keys = lacking.iter().filter_map(|(_, nowhere)| match nowhere {
        Nowhere::Key(key, known) => Some((key, known)),
        Nowhere::NoList(_) => None,
    });
    let wrong = keys.clone().next().map(|(key, _)| key.as_str()).unwrap_or_default();
    let known: BTreeSet<&str> = keys.flat_map(|(_, known)| known.iter().copied()).collect();
    let near = meant(wrong, known.into_iter());
    pack::no_field(path, near)
}

/// What a rule cannot make sense of.
fn misfit(field: &FieldUse, kind: &Kind, target: &Target<'_>) -> Option<Phrase> {
    let path = &field.path;
    if field.reach == Reach::One && target.many {
        return Some(pack::many_places(path));
    }
    // A list is no single value, and says so in its own way.
    let expected = field.shape.misfit(&target.field_type)?;
    let found = target.field_type.home().expectation();
    let one = field.shape == Shape::Word && matches!(*target.field_type, FieldType::Daftar(_));
    Some(if one {
        pack::is_a_list(path, expected)
    } else {
        pack::holds_otherwise(path, &kind.id, found, expected)
    })
}
