//! Places of a draft, in its own terms, as bytes of its text.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use crate::finding::{Part, Place};
use crate::fingerprint::Fingerprint;
use crate::source::decode::Decoder;
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;
use crate::source::{SourceFile, Span};

/// Places of a draft in its text.
#[derive(Debug)]
pub struct Places<'a> {
    pub(super) root: &'a Node,
    pub(super) file: &'a SourceFile,
    pub(super) decoder: Decoder<'a>,
    /// In how many headers and dotted keys each word stands, once that is asked.
    pub(super) headers: OnceCell<HashMap<&'a str, usize>>,
    /// The line that was hashed last: findings mostly follow each other in it.
    pub(super) line: RefCell<(Span, Fingerprint)>,
}

impl<'a> Places<'a> {
    /// Of a tree in the text that it was read from.
    pub fn of(root: &'a Node, file: &'a SourceFile) -> Self {
        let line = RefCell::new((0..0, Fingerprint::of_words("")));
        Self { root, file, decoder: Decoder::of(file.text()), headers: OnceCell::new(), line }
    }

    /// The bytes of a place. What is absent is shown at its nearest existing parent; the root is
    /// shown at the key `jenis`, which every draft has near its head.
    pub fn locate(&self, place: &Place) -> Span {
        let (root, file) = (self.root, self.file);
        let span = match &place.part {
            Part::Source(span) => span.clone(),
            Part::Key => key_span(&place.path, root).unwrap_or_else(|| nearest(&place.path, root)),
            Part::Value => nearest(&place.path, root),
            Part::Within(decoded) => match root.at(&place.path) {
                Some(node) => self.decoder.source_span(&node.span, decoded),
                None => nearest(&place.path, root),
            },
        };
        let span = file.clamp(&span);
        // A place of no width still points at something when there is something.
        if span.is_empty() && span.end < file.text().len() {
            let rest = file.text().get(span.end..).unwrap_or_default();
            return span.start..span.end + rest.chars().next().map_or(0, char::len_utf8);
        }
        span
    }
}

fn key_span(path: &FieldPath, root: &Node) -> Option<Span> {
    let parent = root.at(&path.parent()?)?;
    Some(parent.table()?.entry(path.last_key()?)?.key_span.clone())
}

fn nearest(path: &FieldPath, root: &Node) -> Span {
    let upward = std::iter::successors(Some(path.clone()), FieldPath::parent);
    for path in upward.filter(|path| !path.steps().is_empty()) {
        if let Some(node) = root.at(&path) {
            return match &node.value {
                // The span of an inline list or table is the whole of it; its key says it shorter.
                Value::Array(_) => key_span(&path, root).unwrap_or_else(|| node.span.clone()),
                _ => node.span.clone(),
            };
        }
    }
    let table = root.table();
    let head = table.and_then(|table| table.entry("jenis").or_else(|| table.0.first()));
    head.map_or(0..0, |entry| entry.key_span.clone())
}
