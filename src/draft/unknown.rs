//! What a key that no field has may have been meant to be: a slip of one that may stand there, or a
//! key of another table that was put in the wrong place.

use std::collections::BTreeMap;

use super::keys::is_nearly_kind;
use crate::finding::{Builtin, Fault, Hit, Place};
use crate::kind::types::Fit;
use crate::kind::{Field, FieldType, Fields, Kind};
use crate::source::node::{Entry, Node, Table, Value};
use crate::source::path::FieldPath;
use crate::text::{folded_key, key_distance, nearest_and_only};
use crate::words::{self, Argument, Phrase};

/// More letters than this are no slip that is mended without asking.
const SLIP: usize = 2;

/// So many homes of a misplaced key are named.
const HOMES: usize = 3;

/// The faults of the keys of one table that no field has.
pub(super) fn faults(
    kind: &Kind,
    keys: &[&Entry],
    fields: &Fields<'_>,
    path: impl Fn(&Entry) -> FieldPath,
) -> Vec<Fault> {
    let meant: Vec<Meant<'_>> =
        keys.iter().map(|entry| Meant::of(kind, entry, fields, &path(entry))).collect();
    let mut claims: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &meant {
        one.here.iter().for_each(|field| *claims.entry(&field.key).or_default() += 1);
    }
    let hits = keys
        .iter()
        .zip(&meant)
        .map(|(entry, meant)| meant.hit(entry, path(entry), fields, &claims));
    hits.map(|hit| (Builtin::KeyUnknown, hit)).collect()
}

/// Gives the keys at the root that are slips of others the names that were meant, so that what stands
/// under them is judged and printed all the same. Gives the faults.
pub(super) fn settle(kind: &Kind, root: &mut Node) -> Vec<Fault> {
    let Value::Table(table) = &mut root.value else {
        return Vec::new();
    };
    let mut entries = std::mem::take(&mut table.0);
    let mut claims: BTreeMap<String, usize> = BTreeMap::new();
    let slip = |entry: &Entry| {
        let known = kind.field(&entry.key).is_some() || is_nearly_kind(&entry.key);
        let meant =
            (!known).then(|| Meant::of(kind, entry, &kind.root_fields(), &FieldPath::root()));
        meant.and_then(|meant| meant.slip).map(|field| field.key.clone())
    };
    let slips: Vec<Option<String>> = entries.iter().map(slip).collect();
    let given = entries.iter().map(|entry| entry.key.to_string());
    for key in given.chain(slips.iter().flatten().cloned()) {
        *claims.entry(key).or_default() += 1;
    }
    let mut faults = Vec::new();
    for (entry, slip) in entries.iter_mut().zip(slips) {
        let Some(key) = slip.filter(|key| claims.get(key) == Some(&1)) else { continue };
        let path = FieldPath::root().key(key.as_str());
        let hit = Hit::at(Place::key(path.clone())).word("kunci", entry.key.as_str());
        let hit = hit.word("maksud", words::meant::perhaps(&key));
        faults.push((Builtin::KeyUnknown, hit.mend(Place::key(path), key.as_str())));
        entry.key = key.into();
    }
    root.value = Value::Table(Table::new(entries));
    faults
}

struct Meant<'k> {
    /// The field here that it may be.
    here: Option<&'k Field>,
    /// The same where nothing else can be meant.
    slip: Option<&'k Field>,
    /// The tables that have a field of this very name.
    homes: Vec<Argument>,
}

impl<'k> Meant<'k> {
    fn of(kind: &'k Kind, entry: &Entry, fields: &Fields<'k>, at: &FieldPath) -> Self {
        let folded = folded_key(&entry.key);
        let named = |name: &str| fields.clone().find(|field| field.key == name);
        if let Some(field) = named(&folded) {
            let fits = Some(field).filter(|field| fits(kind, field, entry));
            return Self { here: Some(field), slip: fits, homes: Vec::new() };
        }
        let homes = homes(kind, &folded, at);
        if !homes.is_empty() {
            return Self { here: None, slip: None, homes };
        }
        let known = fields.clone().map(|field| field.key.as_str());
        let (near, only) = nearest_and_only(&entry.key, known);
        let here = near.and_then(named);
        let close = |field: &&Field| key_distance(&folded, &field.key) <= SLIP;
        let slip = here.filter(|_| only).filter(close).filter(|field| fits(kind, field, entry));
        Self { here, slip, homes }
    }

    /// What is said of the key. Of two keys for one field nobody knows which is meant, and a table takes
    /// one alone: then nothing is mended.
    fn hit(
        &self,
        entry: &Entry,
        path: FieldPath,
        fields: &Fields<'_>,
        claims: &BTreeMap<&str, usize>,
    ) -> Hit {
        let hit = Hit::at(Place::key(path.clone())).word("kunci", entry.key.as_str());
        let hit = hit.word("maksud", self.phrase(fields));
        match self.slip.filter(|field| claims.get(field.key.as_str()) == Some(&1)) {
            Some(field) => hit.mend(Place::key(path), field.key.as_str()),
            None => hit,
        }
    }

    fn phrase(&self, fields: &Fields<'_>) -> Phrase {
        match self.here {
            Some(field) => words::meant::perhaps(&field.key),
            None if self.homes.is_empty() => {
                let known = fields.clone().map(|field| field.key.as_str());
                words::meant::keys_here(known.collect::<Vec<_>>().join(", "))
            }
            None => words::meant::belongs_to(Argument::list(self.homes.iter().cloned(), ", ")),
        }
    }
}

/// Whether the value may stand in a field as it is.
fn fits(kind: &Kind, field: &Field, entry: &Entry) -> bool {
    field.field_type().home().read(field, &entry.node, kind.language).fit == Fit::Good
}

/// The tables, by their headers, that have a field of a name: those around the key first, then the
/// root, which is above all of them, then others.
fn homes(kind: &Kind, key: &str, at: &FieldPath) -> Vec<Argument> {
    let mut found = Vec::new();
    for field in kind.root_fields() {
        tables(kind, key, field, &field.key, &mut found);
    }
    let here = at.keys().collect::<Vec<_>>().join(".");
    let around = |path: &str| here.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
    found.sort_by_key(|(path, _)| std::cmp::Reverse(if around(path) { path.len() } else { 0 }));
    let inner = found.iter().filter(|(path, _)| around(path)).count();
    let mut homes: Vec<Argument> =
        found.into_iter().map(|(_, header)| Argument::from(header)).collect();
    if kind.field(key).is_some() {
        homes.insert(inner, words::meant::above_tables().into());
    }
    homes.truncate(HOMES);
    homes
}

/// More tables than any kind has.
const TABLES: usize = 200;

fn tables(kind: &Kind, key: &str, field: &Field, path: &str, found: &mut Vec<(String, String)>) {
    // No table of a draft lies deeper; a shared type that held itself would never end.
    if found.len() >= TABLES || path.matches('.').count() > 2 {
        return;
    }
    for inner in kind.record_fields(field) {
        if inner.key == key {
            let many = matches!(field.field_type(), FieldType::Daftar(_));
            let header = if many { format!("[[{path}]]") } else { format!("[{path}]") };
            found.push((path.to_owned(), header));
        }
        tables(kind, key, inner, &format!("{path}.{}", inner.key), found);
    }
}
