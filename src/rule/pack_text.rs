//! The text of a pack and the places in it: where the keys and values of its rules stand.

use std::cell::OnceCell;

use super::declared::RuleFault;
use crate::finding::{Part, Place};
use crate::source::decode::Decoder;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::source::{SourceFile, Span, read};
use crate::words::Phrase;

/// A fault in a pack.
#[derive(Clone, Debug)]
pub struct PackFault {
    /// The pack's text.
    pub file: SourceFile,
    /// Where.
    pub span: Span,
    /// What.
    pub message: Phrase,
}

/// A pack's text. It is parsed once a place in it is asked for: a sound pack has no faults to show.
pub(crate) struct PackText<'a> {
    file: &'a SourceFile,
    root: OnceCell<Node>,
    decoder: Decoder<'a>,
}

impl<'a> PackText<'a> {
    /// Of a file.
    pub(crate) fn new(file: &'a SourceFile) -> Self {
        Self { file, root: OnceCell::new(), decoder: Decoder::of(file.text()) }
    }

    /// A fault at some bytes.
    pub(crate) fn fault_at(&self, span: Span, message: Phrase) -> PackFault {
        let span = self.file.clamp(&span);
        PackFault { file: self.file.clone(), span, message }
    }

    /// A fault of what stands at a place of the pack.
    pub(crate) fn fault(&self, place: &Place, message: Phrase) -> PackFault {
        self.fault_at(self.span(place), message)
    }

    /// A fault of the rule of an index.
    pub(crate) fn rule_fault(&self, at: usize, fault: RuleFault) -> PackFault {
        let path = rule_path(at).join(&fault.spot.path);
        self.fault(&Place { path, part: fault.spot.part }, fault.message)
    }

    /// The bytes of a place. What is absent is shown at the nearest table that would hold it.
    fn span(&self, place: &Place) -> Span {
        let root = self.root.get_or_init(|| read::read(self.file.text()).0);
        let Some(node) = root.at(&place.path) else {
            return place.path.parent().map_or(0..0, |parent| self.span(&Place::value(parent)));
        };
        match &place.part {
            Part::Key => key_span(root, &place.path).unwrap_or_else(|| node.span.clone()),
            Part::Within(decoded) => self.decoder.source_span(&node.span, decoded),
            Part::Source(span) => span.clone(),
            // The whole text is no place.
            Part::Value if place.path.steps().is_empty() => 0..0,
            Part::Value => node.span.clone(),
        }
    }
}

/// Where the rule of an index stands.
pub(crate) fn rule_path(at: usize) -> FieldPath {
    FieldPath::root().key("aturan").index(at)
}

fn key_span(root: &Node, path: &FieldPath) -> Option<Span> {
    let table = root.at(&path.parent()?)?.table()?;
    Some(table.entry(path.last_key()?)?.key_span.clone())
}
