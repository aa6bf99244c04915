//! The parties and those who act for them.

use super::{Spot, inner};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::stands_in;

/// A party.
#[derive(Clone, Debug)]
pub struct Party<'a> {
    pub(super) spot: Spot,
    pub(super) node: &'a Node,
}

/// One who signs for a party.
#[derive(Clone, Debug)]
pub struct Official<'a> {
    spot: Spot,
    node: &'a Node,
}

impl<'a> Party<'a> {
    /// Where it stands.
    pub fn path(&self) -> FieldPath {
        self.spot.path()
    }

    /// What the document calls it: `PIHAK KESATU`.
    pub fn label(&self) -> Option<&'a str> {
        self.word("sebutan")
    }

    /// The name of the institution.
    pub fn institution(&self) -> Option<&'a str> {
        self.word("lembaga")
    }

    /// Its name on the title, where that is another.
    pub fn title_name(&self) -> Option<&'a str> {
        self.word("nama_judul")
    }

    /// The number that it gave the document.
    pub fn number(&self) -> Option<&'a str> {
        self.word("nomor")
    }

    /// The side it stands on with others.
    pub fn group(&self) -> Option<&'a str> {
        self.word("kelompok").map(str::trim).filter(|name| !name.is_empty())
    }

    /// Those who sign for it.
    pub fn officials(&self) -> impl Iterator<Item = Official<'a>> {
        inner(&self.spot, self.node, "pejabat").map(|(spot, node)| Official { spot, node })
    }

    fn word(&self, key: &str) -> Option<&'a str> {
        self.node.get(key)?.str()
    }
}

impl<'a> Official<'a> {
    /// Where the official stands.
    pub fn path(&self) -> FieldPath {
        self.spot.path()
    }

    /// What is said of the official under a key.
    pub fn word(&self, key: &str) -> Option<&'a str> {
        self.node.get(key)?.str()
    }

    /// The offices in whose name the official acts.
    pub fn acts_for(&self) -> impl Iterator<Item = &'a str> {
        ["atas_nama", "untuk_beliau"].into_iter().filter_map(|key| self.word(key))
    }

    /// Whether the office is held in another's stead.
    pub fn stands_in(&self) -> bool {
        let stead = self.node.get("bertindak").is_some_and(|node| !node.is_empty());
        stead || stands_in(self.word("jabatan").unwrap_or_default())
    }
}
