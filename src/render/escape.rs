//! The only place that turns a value into Typst source: inert in markup, in a string and in math.
//!
//! Every ASCII character that could mean something is written as `\u{hex}`, which all three modes
//! read as that character and nothing else. The list follows Typst's lexer, not taste.

use std::fmt::Write as _;

use minijinja::Error;
use minijinja::value::{Value, ValueKind};

use super::error::Misuse;

use crate::text::pile;

/// Text as Typst source.
pub(super) fn escape(text: &str, out: &mut String) {
    let text = pile::cut(text);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let last = rest.peek().is_none();
        let plain = match c {
            // "{{n}}. x" must not become a list item, "{{x}}ttp://" no link.
            '0'..='9' | 'h' => !last,
            'a'..='z' | 'A'..='Z' | ' ' | ',' => true,
            '\u{85}' | '\u{2028}' | '\u{2029}' => false,
            c => !c.is_ascii(),
        };
        if plain {
            out.push(c);
        } else {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
    }
}

/// A value as a Typst literal, for code: strings, numbers, truth, none, arrays, dictionaries.
///
/// # Errors
/// A value that has no literal, such as a function.
pub(super) fn literal(value: &Value, out: &mut String) -> Result<(), Error> {
    match value.kind() {
        ValueKind::None | ValueKind::Undefined => out.push_str("none"),
        ValueKind::Bool => out.push_str(if value.is_true() { "true" } else { "false" }),
        ValueKind::Number => {
            let _ = write!(out, "{value}");
        }
        ValueKind::String => string(value.as_str().unwrap_or_default(), out),
        ValueKind::Seq | ValueKind::Iterable => {
            out.push('(');
            for item in value.try_iter()? {
                literal(&item, out)?;
                out.push_str(", ");
            }
            out.push(')');
        }
        ValueKind::Map => map(value, out)?,
        kind => return Err(Misuse::NoLiteral(kind).into()),
    }
    Ok(())
}

fn string(text: &str, out: &mut String) {
    out.push('"');
    escape(text, out);
    out.push('"');
}

fn map(value: &Value, out: &mut String) -> Result<(), Error> {
    out.push_str("(:");
    let mut first = true;
    for key in value.try_iter()? {
        if first {
            out.pop();
            first = false;
        }
        string(key.as_str().unwrap_or_default(), out);
        out.push_str(": ");
        literal(&value.get_item(&key)?, out)?;
        out.push_str(", ");
    }
    out.push(')');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lit(value: &serde_json::Value) -> String {
        let mut out = String::new();
        literal(&Value::from(minijinja::value::Serde(value)), &mut out).unwrap();
        out
    }

    #[test]
    fn literals_cannot_break_out() {
        assert_eq!(
            lit(&serde_json::json!({"a": [1, true, null], "b\"": "x\")#y"})),
            r#"("a": (1, true, none, ), "b\u{22}": "x\u{22}\u{29}\u{23}y", )"#
        );
        assert_eq!(lit(&serde_json::json!({})), "(:)");
        assert_eq!(lit(&serde_json::json!([])), "()");
    }
}
