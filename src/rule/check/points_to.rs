//! `menunjuk_anggota`: what members of a list name is a member of another, or of the same.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{FieldUse, Read, Shape, Word, parameter_path, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::nearest;

/// The keys of actors and the numbers of steps that steps name.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointsTo {
    #[schemars(description = "Daftar yang anggotanya menunjuk.")]
    daftar: String,
    /// A list of which each member has lists of its own.
    #[schemars(description = "Daftar yang tiap anggotanya mempunyai daftar dan tujuan sendiri.")]
    tiap: Option<String>,
    /// A list within each member, where it stands one level below.
    #[schemars(description = "Daftar di dalam tiap anggota, bila penunjuknya ada di situ.")]
    dalam: Option<String>,
    #[schemars(description = "Kunci penunjuknya; satu nilai atau beberapa.")]
    bidang: String,
    #[schemars(description = "Daftar yang ditunjuk.")]
    tujuan: String,
    #[schemars(description = "Kunci yang dicocokkan pada anggota yang ditunjuk.")]
    kunci: String,
    /// Whether a member without the key is named by its place.
    #[schemars(description = "Anggota tanpa kunci itu ditunjuk dengan urutannya, dari 1.")]
    #[serde(default)]
    urutan: bool,
}

impl CheckKind for PointsTo {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("nilai", "yang ditunjuk"),
            word("ada", "yang dapat ditunjuk, yang termirip lebih dahulu"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let list = |name: &str, path: FieldPath| {
            let field = FieldUse::at(Place::value(parameter_path(name)), path).shape(Shape::Tables);
            Read::Field(if self.tiap.is_some() { field.every() } else { field })
        };
        let key = |name: &str, path: FieldPath| {
            Read::Field(FieldUse::at(Place::value(parameter_path(name)), path).every())
        };
        let within = |list: &str| match &self.tiap {
            Some(outer) => FieldPath::parse(&format!("{outer}[*].{list}")),
            None => FieldPath::parse(list),
        };
        let from = within(&self.daftar);
        let from = self.dalam.as_deref().map_or_else(|| from.clone(), |inner| from.key(inner));
        vec![
            list("daftar", within(&self.daftar)),
            list("tujuan", within(&self.tujuan)),
            key("bidang", from.key(&self.bidang)),
            key("kunci", within(&self.tujuan).key(&self.kunci)),
        ]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        self.homes(scope).iter().flat_map(|home| self.lost(scope, home)).collect()
    }
}

impl PointsTo {
    /// Where the lists stand: at the root, or in each member of another.
    fn homes(&self, scope: &Scope<'_>) -> Vec<FieldPath> {
        let Some(outer) = &self.tiap else { return vec![FieldPath::root()] };
        let outer = FieldPath::parse(outer);
        let members = scope.draft.at(&outer).map_or(0, |list| list.members().len());
        (0..members).map(|at| outer.index(at)).collect()
    }

    /// What points nowhere.
    fn lost(&self, scope: &Scope<'_>, home: &FieldPath) -> Vec<Hit> {
        let known = self.known(scope, home);
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let lost = |(path, name): (FieldPath, &str)| {
            let name = name.trim();
            let hit =
                (!name.is_empty() && !known.contains(&name)).then(|| Hit::at(Place::value(path)));
            let near = nearest(name, known.iter().copied());
            let others = known.iter().copied().filter(|other| Some(*other) != near);
            let all: Vec<&str> = near.into_iter().chain(others).collect();
            hit.map(|hit| hit.word("nilai", name).word("ada", all.join(", ")))
        };
        self.pointers(scope, home).into_iter().filter_map(lost).collect()
    }

    /// What members are named by.
    fn known(&self, scope: &Scope<'_>, home: &FieldPath) -> Vec<String> {
        let list = within(home, &self.tujuan);
        let members = scope.draft.at(&list).map_or(&[][..], Node::members);
        let name = |(at, member): (usize, &Node)| {
            let given = member.get(&self.kunci).and_then(Node::str).map(str::trim);
            match given.filter(|name| !name.is_empty()) {
                Some(name) => Some(name.to_owned()),
                None => self.urutan.then(|| (at + 1).to_string()),
            }
        };
        members.iter().enumerate().filter_map(name).collect()
    }

    /// Everything that points somewhere, with its place.
    fn pointers<'a>(&self, scope: &'a Scope<'_>, home: &FieldPath) -> Vec<(FieldPath, &'a str)> {
        let list = within(home, &self.daftar);
        let members = scope.draft.at(&list).map_or(&[][..], Node::members);
        let mut found = Vec::new();
        for (at, member) in members.iter().enumerate() {
            let path = list.index(at);
            match &self.dalam {
                None => found.extend(values(member, &path, &self.bidang)),
                Some(inner) => {
                    let inside = member.get(inner).map_or(&[][..], Node::members);
                    let path = path.key(inner);
                    for (at, one) in inside.iter().enumerate() {
                        found.extend(values(one, &path.index(at), &self.bidang));
                    }
                }
            }
        }
        found
    }
}

/// A list of a place.
fn within(home: &FieldPath, list: &str) -> FieldPath {
    if home.steps().is_empty() { FieldPath::parse(list) } else { home.key(list) }
}

/// The texts of a key, each with its place: one, or the members of a list.
fn values<'a>(member: &'a Node, path: &FieldPath, key: &str) -> Vec<(FieldPath, &'a str)> {
    let Some(node) = member.get(key) else { return Vec::new() };
    let path = path.key(key);
    if let Some(text) = node.str() {
        return vec![(path, text)];
    }
    let members = node.members().iter().enumerate();
    members.filter_map(|(at, one)| Some((path.index(at), one.str()?))).collect()
}
