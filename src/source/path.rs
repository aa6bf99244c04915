//! Paths of fields in a draft: `pihak[0].pejabat.nama`, and patterns with `[*]`.

use std::fmt;

use ecow::{EcoString, EcoVec};

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Step {
    /// A key of a table.
    Key(EcoString),
    /// An element of a list, from 0.
    Index(usize),
    /// Every element of a list; only in patterns.
    Each,
}

/// A path from the root of a draft. A clone costs nothing: every value that is looked at has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPath(EcoVec<Step>);

impl FieldPath {
    /// The root itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// Reads `a.b[0].c`, `a[*].b`; an unreadable index counts as a key, so that nothing is refused.
    pub fn parse(text: &str) -> Self {
        let mut steps = EcoVec::new();
        for part in text.split('.').filter(|part| !part.is_empty()) {
            let (key, rest) = part.split_at(part.find('[').unwrap_or(part.len()));
            if !key.is_empty() {
                steps.push(Step::Key(key.into()));
            }
            for index in rest.split(['[', ']']).filter(|index| !index.is_empty()) {
                steps.push(match index {
                    "*" => Step::Each,
                    number => number.parse().map_or_else(|_| Step::Key(number.into()), Step::Index),
                });
            }
        }
        Self(steps)
    }

    /// The steps, from the root.
    pub(crate) fn steps(&self) -> &[Step] {
        &self.0
    }

    /// This path and one key more.
    pub fn key(&self, key: impl Into<EcoString>) -> Self {
        self.with(Step::Key(key.into()))
    }

    /// This path and one index more.
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    /// This path and the steps of another.
    pub(crate) fn join(&self, other: &Self) -> Self {
        Self(self.0.iter().chain(&other.0).cloned().collect())
    }

    /// The path without its last step; `None` at the root.
    pub(crate) fn parent(&self) -> Option<Self> {
        let (_, head) = self.0.split_last()?;
        Some(Self(head.into()))
    }

    /// The keys on the path, without the places in lists.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            _ => None,
        })
    }

    /// The last key on the path, if any.
    pub(crate) fn last_key(&self) -> Option<&str> {
        self.0.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            _ => None,
        })
    }

    /// The last index on the path, if any.
    pub(crate) fn last_index(&self) -> Option<usize> {
        self.0.iter().rev().find_map(|step| match step {
            Step::Index(index) => Some(*index),
            _ => None,
        })
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = EcoVec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if position > 0 => write!(f, ".{key}")?,
                Step::Key(key) => f.write_str(key)?,
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Each => f.write_str("[*]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_and_print_alike() {
        for text in ["judul", "pihak[1].pejabat[0].nama", "baris[*].mitra", ""] {
            assert_eq!(FieldPath::parse(text).to_string(), text);
        }
        assert_eq!(FieldPath::parse("a[1].b").parent(), Some(FieldPath::parse("a[1]")));
    }
}
