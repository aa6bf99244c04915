//! Pictures: what the draft says of them, and where they lie.

use serde::Serialize;

use super::value::Record;
use super::{Maker, keys};
use crate::draft::Draft;
use crate::kind::Field;
use crate::source::node::Node;

/// A picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Picture {
    /// What the draft says of it: its file, the words for those who cannot see it, its width.
    #[serde(flatten)]
    pub(crate) given: Record,
    /// Where it lies for whoever makes the pages; `None` where only its room is kept.
    #[serde(rename = "jalur")]
    pub(crate) address: Option<String>,
}

/// The name of every picture of a draft, in the order of the text.
pub(crate) fn pictures<'d>(draft: &'d Draft<'_>) -> Vec<&'d str> {
    draft.pictures().into_iter().map(|(_, name)| name).collect()
}

fn file(node: &Node) -> Option<&str> {
    node.get(keys::part::FILE).and_then(Node::str).filter(|name| !name.is_empty())
}

impl Maker<'_> {
    pub(super) fn picture(&self, field: &Field, node: &Node) -> Picture {
        let address = file(node).and_then(|name| self.pictures.get(name)).cloned();
        Picture { given: self.entries(field, node, |_| true), address }
    }
}
