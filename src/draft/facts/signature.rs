//! What stands under a signature.

use crate::source::node::Node;
use crate::source::path::FieldPath;

/// A signature.
#[derive(Clone, Debug)]
pub struct Signature<'a> {
    /// Where it stands.
    pub path: FieldPath,
    pub(super) node: &'a Node,
}

impl<'a> Signature<'a> {
    /// The party that signs, by its label or its institution.
    pub fn party(&self) -> Option<&'a str> {
        self.word("pihak")
    }

    /// What is said under a key.
    pub fn word(&self, key: &str) -> Option<&'a str> {
        self.node.get(key)?.str()
    }
}
