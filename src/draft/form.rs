//! The lines that a writer would add for a field: its key with an example of its type.

use std::fmt::Write as _;

use crate::kind::{Field, FieldType, Kind};

/// The lines for a missing root field.
pub(crate) fn lines(kind: &Kind, field: &Field) -> String {
    let header = match (field.field_type(), field.field_type().record()) {
        (_, None) => return line(field),
        (FieldType::Daftar(_), Some(_)) => format!("[[{}]]", field.key),
        (_, Some(_)) => format!("[{}]", field.key),
    };
    let mut out = format!("{header}\n");
    let simple = |inner: &&Field| inner.field_type().record().is_none();
    for inner in kind.record_fields(field).filter(simple).take(4) {
        let _ = write!(out, "{}", line(inner));
    }
    out
}

fn line(field: &Field) -> String {
    format!("{} = {}\n", field.key, field.field_type().home().example(field))
}
