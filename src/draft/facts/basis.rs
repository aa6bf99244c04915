//! A regulation or decree that something rests on.

use super::{Facts, Spot, inner};
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// A legal basis.
#[derive(Clone, Debug)]
pub(crate) struct Basis<'a> {
    pub(super) facts: Facts<'a>,
    pub(super) spot: Spot,
    pub(super) node: &'a Node,
}

impl<'a> Basis<'a> {
    /// Where it stands.
    pub(crate) fn path(&self) -> FieldPath {
        self.spot.path()
    }

    /// `Undang-Undang Nomor 39 Tahun 2008`, or the words of the record.
    pub(crate) fn citation(&self) -> String {
        let words = self.word("teks");
        if !words.is_empty() {
            return words.to_owned();
        }
        let year = self.year().map_or_else(String::new, |year| year.to_string());
        format!("{} Nomor {} Tahun {year}", self.word("jenis"), self.word("nomor"))
    }

    /// The regulations that amended it, in the order of the draft.
    pub(crate) fn amendments(&self) -> impl Iterator<Item = Self> {
        let facts = self.facts;
        let amendments = inner(&self.spot, self.node, "perubahan");
        amendments.map(move |(spot, node)| Self { facts, spot, node })
    }

    fn year(&self) -> Option<i64> {
        const YEAR: &str = "tahun";
        self.node.get(YEAR)?;
        self.facts.integer(&self.path().key(YEAR))
    }

    fn word(&self, key: &str) -> &'a str {
        self.node.get(key).and_then(Node::str).unwrap_or_default().trim()
    }
}
