//! Faults in the files that kinds are made of, at the place that has to be mended.

use std::cell::OnceCell;

use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::source::{SourceFile, Span, read};
use crate::words::{Language, Phrase};

/// A fault in a `jenis.toml` or in a file that kinds share.
#[derive(Clone, Debug)]
pub struct KindFault {
    /// The file, under the path that whoever gave it knows it by.
    pub file: SourceFile,
    /// The bytes in it.
    pub span: Span,
    /// The fault.
    pub(crate) message: Phrase,
}

impl KindFault {
    /// What makes two faults one, however many kinds share the file; its words in any language do.
    pub(super) fn identity(&self) -> (String, usize, String) {
        let words = self.message.text(Language::default());
        (self.file.name().to_owned(), self.span.start, words)
    }
}

/// The files of one kind as trees with places, for the faults of what they say together.
pub(super) struct Places {
    /// From the first that is read to the kind's own, which has the last word.
    files: Vec<(SourceFile, OnceCell<Node>)>,
}

impl Places {
    pub(super) fn of(files: Vec<SourceFile>) -> Self {
        Self { files: files.into_iter().map(|file| (file, OnceCell::new())).collect() }
    }

    /// The fault of what the kind's own file says under a key; shown at its head when it has none.
    pub(super) fn head(&self, key: &str, message: Phrase) -> Option<KindFault> {
        let (file, tree) = self.files.last()?;
        let node = tree_of(file, tree).get(key);
        Some(KindFault { file: file.clone(), span: span_of(node), message })
    }

    /// The fault of what was last said of a field under this key: of a root field, or of one of a
    /// shared type. Without such a saying it is shown where the field is named.
    pub(super) fn field(
        &self,
        record: Option<&str>,
        field: &str,
        key: &str,
        message: Phrase,
    ) -> Option<KindFault> {
        let last = |key: &str| self.last(record, field, key);
        let (file, span) = last(key).or_else(|| last("kunci"))?;
        Some(KindFault { file, span, message })
    }

    /// Where a key of a field was last said.
    fn last(&self, record: Option<&str>, field: &str, key: &str) -> Option<(SourceFile, Span)> {
        self.files.iter().rev().find_map(|(file, tree)| {
            let said = sayings(tree_of(file, tree), record, field);
            let node = said.into_iter().rev().find_map(|one| one.get(key))?;
            Some((file.clone(), node.span.clone()))
        })
    }
}

/// A file is parsed again only when it has a fault.
fn tree_of<'a>(file: &SourceFile, tree: &'a OnceCell<Node>) -> &'a Node {
    tree.get_or_init(|| read::read(file.text()).0)
}

fn span_of(node: Option<&Node>) -> Span {
    node.map_or(0..0, |node| node.span.clone())
}

/// The blocks of a file that speak of a field, in their order.
fn sayings<'a>(tree: &'a Node, record: Option<&str>, field: &str) -> Vec<&'a Node> {
    let named =
        |node: &&Node, key: &str, name: &str| node.get(key).and_then(Node::str) == Some(name);
    let blocks: Vec<&Node> = match record {
        None => tree.at(&FieldPath::root().key("bidang")).into_iter().collect(),
        Some(record) => {
            let types = tree.get("tipe").map_or(&[][..], Node::members).iter();
            types
                .filter(|one| named(one, "nama", record))
                .filter_map(|one| one.get("bidang"))
                .collect()
        }
    };
    let fields = blocks.into_iter().flat_map(Node::members);
    fields.filter(|one| named(one, "kunci", field)).collect()
}
