//! A draft in the making: the one that the rows begin with, and what their cells put into it.

use crate::source::Span;
use crate::source::node::{Node, Value};
use crate::source::path::{FieldPath, Step};

/// Which cell a value came from: the row and the column.
pub(super) type At = (usize, usize);

/// A part of a draft.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// Keys with their values, in order.
    Table(Vec<(String, Part)>),
    /// A list of tables.
    List(Vec<Part>),
    /// A value as TOML, with the cell that it came from.
    Leaf(String, Option<At>),
}

/// What was written, and which cells its values came from.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) text: String,
    pub(super) spots: Vec<(FieldPath, Span, At)>,
}

impl Part {
    /// That of a draft as it was read.
    pub(super) fn of(node: &Node, text: &str) -> Self {
        match &node.value {
            Value::Table(table) => {
                let entries = table.0.iter();
                Self::Table(
                    entries.map(|one| (one.key.to_string(), Self::of(&one.node, text))).collect(),
                )
            }
            Value::Array(list)
                if !list.is_empty() && list.iter().all(|one| one.table().is_some()) =>
            {
                Self::List(list.iter().map(|one| Self::of(one, text)).collect())
            }
            _ => Self::Leaf(text.get(node.span.clone()).unwrap_or_default().to_owned(), None),
        }
    }

    /// Puts a value at a path. What stands there already gives way; so does what stands in the way.
    pub(super) fn put(&mut self, steps: &[Step], value: Self) {
        let Some((step, rest)) = steps.split_first() else {
            *self = value;
            return;
        };
        match step {
            Step::Key(key) => {
                if !matches!(self, Self::Table(_)) {
                    *self = Self::Table(Vec::new());
                }
                let Self::Table(entries) = self else { return };
                match entries.iter_mut().find(|(name, _)| name == key.as_str()) {
                    Some((_, part)) => part.put(rest, value),
                    None => {
                        let mut part = Self::Table(Vec::new());
                        part.put(rest, value);
                        entries.push((key.to_string(), part));
                    }
                }
            }
            Step::Index(index) => {
                if !matches!(self, Self::List(_)) {
                    let one = std::mem::replace(self, Self::List(Vec::new()));
                    let empty = matches!(&one, Self::Table(entries) if entries.is_empty());
                    *self = Self::List(if empty { Vec::new() } else { vec![one] });
                }
                let Self::List(list) = self else { return };
                while list.len() <= *index {
                    list.push(Self::Table(Vec::new()));
                }
                list.get_mut(*index).into_iter().for_each(|part| part.put(rest, value.clone()));
            }
            Step::Each => {}
        }
    }

    /// Takes a key of the draft away.
    pub(super) fn take(&mut self, key: &str) {
        if let Self::Table(entries) = self {
            entries.retain(|(name, _)| name != key);
        }
    }

    /// As a text of TOML.
    pub(super) fn write(&self) -> Written {
        let mut written = Written::default();
        if let Self::Table(entries) = self {
            table(entries, &FieldPath::root(), "", &mut written);
        }
        written
    }
}

/// Values first, then the tables below: what stands behind a head belongs to it.
fn table(entries: &[(String, Part)], path: &FieldPath, name: &str, written: &mut Written) {
    for (key, part) in entries {
        let Part::Leaf(value, at) = part else { continue };
        written.text.push_str(&format!("{} = ", key_of(key)));
        let start = written.text.len();
        written.text.push_str(value);
        let span = start..written.text.len();
        written.text.push('\n');
        written.spots.extend(at.map(|at| (path.key(key.as_str()), span, at)));
    }
    for (key, part) in entries {
        let below = if name.is_empty() { key_of(key) } else { format!("{name}.{}", key_of(key)) };
        let path = path.key(key.as_str());
        match part {
            Part::Leaf(..) => {}
            Part::Table(inner) => {
                written.text.push_str(&format!("\n[{below}]\n"));
                table(inner, &path, &below, written);
            }
            Part::List(list) => {
                for (at, one) in list.iter().enumerate() {
                    written.text.push_str(&format!("\n[[{below}]]\n"));
                    if let Part::Table(inner) = one {
                        table(inner, &path.index(at), &below, written);
                    }
                }
            }
        }
    }
}

fn key_of(key: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !key.is_empty() && key.chars().all(bare) {
        return key.to_owned();
    }
    toml::Value::String(key.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::read;

    #[test]
    fn cells_go_into_the_draft_that_they_begin_with() {
        let text =
            "tahun = 2025\n[pejabat]\nnama = 'X'\n[[pihak]]\nnama = 'A'\n[[pihak]]\nnama = 'B'\n";
        let mut part = Part::of(&read::read(text).0, text);
        let mut put = |path: &str, value: &str, at: At| {
            part.put(FieldPath::parse(path).steps(), Part::Leaf(value.to_owned(), Some(at)));
        };
        put("tahun", "2026", (0, 0));
        put("pihak[1].nama", "'C'", (0, 1));
        put("pihak[2].pejabat.nama", "'D'", (0, 2));
        put("baris[0].mitra", "'E'", (0, 3));
        let written = part.write();
        let wanted = "tahun = 2026\n\n[pejabat]\nnama = 'X'\n\n[[pihak]]\nnama = 'A'\n\n[[pihak]]\nnama = 'C'\n\n[[pihak]]\n\n[pihak.pejabat]\nnama = 'D'\n\n[[baris]]\nmitra = 'E'\n";
        assert_eq!(written.text, wanted);
        assert!(read::read(&written.text).1.is_empty());
        for (path, span, at) in &written.spots {
            let root = read::read(&written.text).0;
            assert_eq!(
                root.at(path).map(|node| node.span.clone()).as_ref(),
                Some(span),
                "{path} {at:?}"
            );
        }
        assert_eq!(written.spots.len(), 4);
    }
}
