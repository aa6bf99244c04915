//! What stands under a signature.

use super::Spot;
use crate::source::node::Node;
use crate::source::path::FieldPath;

/// A signature.
#[derive(Clone, Debug)]
pub(crate) struct Signature<'a> {
    pub(super) spot: Spot,
    pub(super) node: &'a Node,
}

impl<'a> Signature<'a> {
    /// Where it stands.
    pub(crate) fn path(&self) -> FieldPath {
        self.spot.path()
    }

    /// The party that signs, by its label or its institution.
    pub(crate) fn party(&self) -> Option<&'a str> {
        self.word("pihak")
    }

    /// What is said under a key.
    pub(crate) fn word(&self, key: &str) -> Option<&'a str> {
        self.node.get(key)?.str()
    }
}
