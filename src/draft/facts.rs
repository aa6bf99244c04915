//! What a draft says in the roles that its kind gives to fields, under whatever keys.

mod basis;
mod party;
mod signature;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use super::inline;
use super::values::Values;
use crate::kind::{Kind, Role};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::title_case;
use crate::wording::Term;

pub(crate) use basis::Basis;
pub(crate) use party::{Official, Party};
pub(crate) use signature::Signature;

/// A draft by roles.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub(super) kind: &'a Kind,
    pub(super) root: &'a Node,
    pub(super) values: &'a Values,
}

impl<'a> Facts<'a> {
    /// Where the field of a role stands, whether or not the draft has it.
    pub(crate) fn path(self, role: Role) -> Option<FieldPath> {
        Some(FieldPath::root().key(&self.kind.role(role)?.key))
    }

    /// The value of the field of a role.
    pub(crate) fn node(self, role: Role) -> Option<&'a Node> {
        self.root.get(&self.kind.role(role)?.key)
    }

    /// The text that the draft gives in a role.
    pub(crate) fn given(self, role: Role) -> Option<&'a str> {
        self.node(role)?.str()
    }

    /// The text that holds in a role: the draft's, else that of the kind.
    pub(crate) fn text(self, role: Role) -> Option<&'a str> {
        self.given(role).or_else(|| self.kind.role(role)?.default.as_deref())
    }

    /// What the document is about, as its writer typed it.
    pub(crate) fn title(self) -> Option<&'a str> {
        let says = |text: &&str| !inline::plain(text).trim().is_empty();
        self.texts(Role::Judul).find(says)
    }

    /// The numbers of the document itself; parties may have others.
    pub(crate) fn numbers(self) -> impl Iterator<Item = &'a str> {
        self.texts(Role::Nomor)
    }

    fn texts(self, role: Role) -> impl Iterator<Item = &'a str> {
        let fields = self.kind.fields.iter().filter(move |field| field.role == Some(role));
        fields.filter_map(move |field| self.root.get(&field.key)?.str())
    }

    /// The day of the document.
    pub(crate) fn date(self) -> Option<NaiveDate> {
        self.day(&self.path(Role::Tanggal)?)
    }

    /// What the document calls itself in running text: `Perjanjian Kerja Sama`, or the name that the
    /// parties gave it.
    pub fn spoken_name(self) -> String {
        let other = self.given(Role::NamaNaskah).map(str::trim).filter(|name| !name.is_empty());
        match other {
            Some(name) if !name.chars().any(char::is_lowercase) => title_case(name),
            Some(name) => name.to_owned(),
            None => self.kind.name.clone(),
        }
    }

    /// What an article of the document is called.
    pub(crate) fn unit(self) -> &'a str {
        self.text(Role::Satuan).unwrap_or("Pasal")
    }

    /// The parties, in the order in which the draft names them.
    pub(crate) fn parties(self) -> impl Iterator<Item = Party<'a>> {
        self.members(Role::Pihak).map(|(spot, node)| Party { spot, node })
    }

    /// The regulations that the document rests on.
    pub(crate) fn legal_bases(self) -> impl Iterator<Item = Basis<'a>> {
        self.members(Role::Dasar).map(move |(spot, node)| Basis { facts: self, spot, node })
    }

    /// What stands under the signatures, where the draft says it apart.
    pub(crate) fn signatures(self) -> impl Iterator<Item = Signature<'a>> {
        self.members(Role::TandaTangan).map(|(spot, node)| Signature { spot, node })
    }

    /// The day that the value at a path says.
    pub(super) fn day(self, path: &FieldPath) -> Option<NaiveDate> {
        self.values.day(self.root, path)
    }

    /// The length of time that the value at a path says.
    pub(super) fn term(self, path: &FieldPath) -> Option<Term> {
        self.values.term(self.root, path)
    }

    /// The whole number that the value at a path says.
    pub(super) fn integer(self, path: &FieldPath) -> Option<i64> {
        self.values.integer(self.root, path)
    }

    fn members(self, role: Role) -> impl Iterator<Item = (Spot, &'a Node)> {
        members(self.path(role).unwrap_or_default(), self.node(role))
    }
}

/// Where a member of a list stands. The path is made only for those who ask.
#[derive(Clone, Debug)]
struct Spot {
    list: FieldPath,
    index: usize,
}

impl Spot {
    fn path(&self) -> FieldPath {
        self.list.index(self.index)
    }
}

/// The members of the list under a key of another member, which one table may stand for.
fn inner<'a>(spot: &Spot, node: &'a Node, key: &str) -> impl Iterator<Item = (Spot, &'a Node)> {
    let list = node.get(key);
    members(list.map(|_| spot.path().key(key)).unwrap_or_default(), list)
}

fn members(list: FieldPath, node: Option<&Node>) -> impl Iterator<Item = (Spot, &Node)> {
    let nodes = node.map_or(&[][..], Node::members).iter().enumerate();
    nodes.map(move |(index, node)| (Spot { list: list.clone(), index }, node))
}
