//! The annexes of an agreement.

use serde::Serialize;

use super::Maker;
use super::keys::part;
use super::run::Runs;
use super::table::Table;
use super::value::{Record, Value};
use crate::kind::{Field, FieldType, Record as Shared};
use crate::source::node::Node;

/// An annex, on pages of its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Annex {
    /// What the draft says of it: heading, text, whether its pages lie on their side.
    #[serde(flatten)]
    pub(crate) given: Record,
    /// Its tables.
    #[serde(rename = "tabel")]
    pub(crate) tables: Vec<Table>,
}

impl Annex {
    /// An annex of ours: a heading over one table, on pages that lie on their side.
    pub(super) fn of_table(heading: &str, table: Table) -> Self {
        let given = [
            (part::HEADING, Value::Text(Runs::words(heading))),
            (part::TEXT, Value::Nothing),
            (part::LANDSCAPE, Value::Truth(true)),
        ];
        Self { given: given.into_iter().collect(), tables: vec![table] }
    }
}

impl Maker<'_> {
    pub(super) fn annex(&self, field: &Field, node: &Node) -> Annex {
        Annex {
            given: self.entries(field, node, |name| name != part::TABLES),
            tables: self.tables(node.get(part::TABLES)),
        }
    }

    /// The annexes of the draft, and the plan of its activities as one more.
    pub(super) fn annexes(&self, field: &Field) -> Value {
        let given = self.field(field, self.draft.root.get(&field.key));
        if !holds_annexes(field) {
            return given;
        }
        match (given, self.plan()) {
            (Value::List(mut annexes), Some(plan)) => {
                annexes.push(Value::Annex(plan));
                Value::List(annexes)
            }
            (_, Some(plan)) => Value::List(vec![Value::Annex(plan)]),
            (given, None) => given,
        }
    }
}

fn holds_annexes(field: &Field) -> bool {
    matches!(field.field_type(), FieldType::Daftar(inner)
        if **inner == FieldType::Record(Shared::Annex))
}
