//! A regulation or decree that something rests on.

use super::Facts;
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// A legal basis.
#[derive(Clone, Debug)]
pub struct Basis<'a> {
    pub(super) facts: Facts<'a>,
    /// Where it stands.
    pub path: FieldPath,
    pub(super) node: &'a Node,
}

impl<'a> Basis<'a> {
    /// `Undang-Undang Nomor 39 Tahun 2008`, or the words of the record.
    pub fn citation(&self) -> String {
        let words = self.word("teks");
        if !words.is_empty() {
            return words.to_owned();
        }
        let year = self.year().map_or_else(String::new, |year| year.to_string());
        format!("{} Nomor {} Tahun {year}", self.word("jenis"), self.word("nomor"))
    }

    /// The regulations that amended it, in the order of the draft.
    pub fn amendments(&self) -> impl Iterator<Item = Self> {
        let (facts, list) = (self.facts, self.path.key("perubahan"));
        let nodes = self.node.get("perubahan").map_or(&[][..], Node::members).iter().enumerate();
        nodes.map(move |(index, node)| Self { facts, path: list.index(index), node })
    }

    fn year(&self) -> Option<i64> {
        self.facts.integer(&self.path.key("tahun"))
    }

    fn word(&self, key: &str) -> &'a str {
        self.node.get(key).and_then(Node::str).unwrap_or_default().trim()
    }
}
