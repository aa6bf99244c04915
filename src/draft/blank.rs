//! The commented form of a kind: every key with its help, blanks marked, articles in order.
//!
//! What a form must hold is read from the kind's smallest sound draft (`contoh.toml`): the keys and
//! the members of its lists, never its words. A value that cannot be left blank because it states a
//! fact (an option, a yes or no, a word for the program) is a *claim*; the caller says which claims
//! the law makes unavoidable, all others are left for the writer to uncomment.

mod articles;
mod value;
mod writer;

use std::collections::{BTreeMap, BTreeSet};

use super::keys;
use crate::kind::types::Nature;
use crate::kind::{Catalog, Field, FieldType, Kind};
use crate::source::node::{Node, Table, Value};
use crate::source::path::FieldPath;
use crate::source::read;

use writer::Writer;

/// What a form is made from.
#[derive(Debug)]
pub struct Blank<'k> {
    kind: &'k Kind,
    sample: Node,
    /// The claims that the form makes.
    pub(crate) claims: BTreeSet<FieldPath>,
    /// What is already known of root fields.
    pub(crate) answers: BTreeMap<String, String>,
}

impl<'k> Blank<'k> {
    /// A form that makes every claim of the smallest sound draft.
    pub fn new(kind: &'k Kind, catalog: &Catalog) -> Self {
        let text = catalog.file(&format!("{}/contoh.toml", kind.id)).unwrap_or_default();
        let (sample, _) = read::read(text);
        let mut claims = BTreeSet::new();
        for visit in super::shape::visits(kind, &sample) {
            // Of a list, the list as a whole is the claim.
            let member =
                matches!(visit.path.steps().last(), Some(crate::source::path::Step::Index(_)));
            if is_claim(visit.field_type.member()) && !member {
                claims.insert(visit.path);
            }
        }
        Self { kind, sample, claims, answers: BTreeMap::new() }
    }

    /// The form.
    pub fn text(&self) -> String {
        let mut writer = Writer::new(self);
        writer.head();
        let fields: Vec<&Field> =
            self.kind.fields.iter().filter(|f| !WRITTEN.contains(&f.key.as_str())).collect();
        let (ordered, others): (Vec<&Field>, Vec<&Field>) =
            fields.into_iter().partition(|field| field.order.is_some());
        writer.fields(&others, &FieldPath::root(), Some(&self.sample), true);
        writer.articles(&ordered);
        writer.out
    }

    /// The root fields that every draft of the kind fills with one line, for questions.
    pub(crate) fn questions(&self) -> Vec<&'k Field> {
        let asked = |field: &&Field| field.field_type().home().is_asked();
        self.kind.fields.iter().filter(|f| f.needed == Some(true)).filter(asked).collect()
    }

    fn sample_at(&self, path: &FieldPath) -> Option<&Node> {
        self.sample.at(path)
    }
}

/// Keys that the head of a form writes itself.
const WRITTEN: [&str; 2] = [keys::KIND, keys::STAGE];

/// Whether a value of this type states a fact that no blank can stand for.
fn is_claim(field_type: &FieldType) -> bool {
    field_type.home().nature() == Nature::Claim
}

/// Whether a key stands in the form as a line of its own rather than as a table.
fn is_line(field: &Field) -> bool {
    field.field_type().record().is_none()
}

/// A table without keys.
fn empty() -> Node {
    Node { span: 0..0, value: Value::Table(Table::default()) }
}
