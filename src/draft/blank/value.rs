//! The values of a form: a blank where a blank can stand, else an example that is marked as one.

use crate::kind::Field;
use crate::kind::types::quoted;
use crate::source::node::{Node, Value};
use crate::words::{self, Phrase};

/// What stands after the equals sign, and the mark behind it.
pub(super) struct Filled {
    pub(crate) text: String,
    pub(crate) mark: Option<Phrase>,
}

/// A blank of a field; `None` when no blank can stand there.
pub(super) fn blank(field: &Field) -> Option<Filled> {
    let blank = field.field_type().home().blank(field)?;
    Some(Filled { text: blank.text, mark: blank.hint.map(words::form::to_fill_in) })
}

/// A key with an example, for a line that is not in use yet.
pub(super) fn example(field: &Field) -> String {
    format!("{} = {}", field.key, field.field_type().home().example(field))
}

/// What the smallest sound draft says, as TOML; texts become blanks.
pub(super) fn claimed(node: &Node) -> String {
    match &node.value {
        Value::String(text) => quoted(text),
        Value::Bool(truth) => truth.to_string(),
        Value::Array(list) => {
            format!("[{}]", list.iter().map(claimed).collect::<Vec<_>>().join(", "))
        }
        _ => quoted(""),
    }
}
