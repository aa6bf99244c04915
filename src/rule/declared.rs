//! What checks and conditions say of themselves: which fields they read and how, and which words they
//! give to messages. A pack is held against it before any draft is judged by the pack.

use crate::finding::Place;
use crate::kind::{FieldType, Kind, Role};
use crate::source::path::FieldPath;
use crate::words::{self, Phrase, shape};

/// A placeholder that a check fills in messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// What stands between the braces.
    pub name: &'static str,
    /// What takes its place, for authors of packs.
    pub meaning: &'static str,
}

/// Puts a word together.
pub(crate) const fn word(name: &'static str, meaning: &'static str) -> Word {
    Word { name, meaning }
}

/// Something that a rule reads of a draft.
#[derive(Debug)]
pub(crate) enum Read {
    /// A field.
    Field(FieldUse),
    /// A mandatory content, carried by an article or by a field of its own.
    Content {
        /// Where the rule names it.
        spot: Place,
        /// Its name.
        name: String,
    },
    /// The articles of the body.
    Articles,
    /// Whatever field a kind gives a role to.
    Role {
        /// The role.
        role: Role,
        /// The key that is read in each of its tables; empty is the field itself.
        key: String,
    },
}

impl Read {
    /// Where it is in drafts of a kind, if it is a place of its own there.
    pub(crate) fn path(&self, kind: &Kind) -> Option<FieldPath> {
        match self {
            Self::Field(field) => Some(field.path.clone()),
            Self::Content { .. } | Self::Articles => None,
            Self::Role { role, key } => {
                let field = FieldPath::root().key(&kind.role(*role)?.key);
                let keys = key.split('.').filter(|key| !key.is_empty());
                Some(keys.fold(field, |path, key| path.key(key)))
            }
        }
    }

    /// A field that a check reads by its role, whatever the parameters say.
    pub(crate) fn role(role: Role, key: impl Into<String>) -> Self {
        Self::Role { role, key: key.into() }
    }
}

/// A field that a rule reads.
#[derive(Debug)]
pub(crate) struct FieldUse {
    /// Where the rule names it: a place below the rule's own table.
    pub(crate) spot: Place,
    /// Its path in drafts.
    pub(crate) path: FieldPath,
    /// What becomes of the rule in a kind without the field.
    pub(crate) need: Need,
    /// What the rule can make sense of there.
    pub(crate) shape: Shape,
    /// Whether the path may name many places at once.
    pub(crate) reach: Reach,
    /// The values that the field's are compared with.
    pub(crate) values: Vec<(Place, String)>,
}

/// What becomes of a rule in a kind without a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// It misses the field in every draft of the kind, or never does: the kind must have it.
    Demanded,
    /// It looks at what is given and finds nothing amiss.
    Given,
}

/// Whether a path may go through a list without saying which member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Each member is looked at, with `[*]` or without.
    Every,
    /// One place is meant.
    One,
}

/// What a rule can make sense of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Whatever it is: only whether it says something counts.
    Any,
    /// What can be shown as words, or a list of it.
    Words,
    /// What can be shown as words, and no list.
    Word,
    /// A string.
    Text,
    /// A date.
    Date,
    /// A date, or a text that may name one.
    Dated,
    /// A list of anything.
    List,
    /// A table, or a list of tables.
    Tables,
    /// What can be compared with a word, or a list of it.
    Comparable,
}

impl Shape {
    /// What was expected instead of a type; `None` when it fits.
    pub(crate) fn misfit(self, found: &FieldType) -> Option<Phrase> {
        let list = matches!(found, FieldType::Daftar(_));
        let (fits, expected): (bool, fn() -> Phrase) = match self {
            Self::Any => return None,
            Self::Words => (is_words(found.member()), shape::words),
            Self::Word if list => (false, shape::one_value),
            Self::Word => (is_words(found), shape::words),
            Self::Text => (is_text(found), shape::text),
            Self::Date => (is_date(found), shape::date),
            Self::Dated => (is_date(found.member()) || is_text(found.member()), shape::date),
            Self::List => (list || is_list(found), shape::list),
            Self::Tables => (matches!(found.member(), FieldType::Record(_)), shape::tables),
            Self::Comparable => (is_comparable(found.member()), shape::comparable),
        };
        (!fits).then(expected)
    }
}

fn is_words(found: &FieldType) -> bool {
    !matches!(found, FieldType::Record(_) | FieldType::Susunan | FieldType::Daftar(_))
}

fn is_text(found: &FieldType) -> bool {
    is_words(found) && !matches!(found, FieldType::Bilangan | FieldType::YaTidak | FieldType::Uang)
}

fn is_date(found: &FieldType) -> bool {
    matches!(found, FieldType::Tanggal | FieldType::Waktu | FieldType::Mulai)
}

fn is_list(found: &FieldType) -> bool {
    matches!(found, FieldType::Paragraf | FieldType::Isi | FieldType::Susunan)
}

fn is_comparable(found: &FieldType) -> bool {
    let long = matches!(found, FieldType::Paragraf | FieldType::Isi);
    is_words(found) && !long && !matches!(found, FieldType::Tanggal | FieldType::Uang)
}

impl FieldUse {
    /// A field that may be absent from some kinds, is read in any form, and stands in one place.
    pub(crate) fn at(spot: Place, path: FieldPath) -> Self {
        let (need, shape, reach) = (Need::Given, Shape::Any, Reach::One);
        Self { spot, path, need, shape, reach, values: Vec::new() }
    }

    /// The field that a parameter of the check names.
    pub(crate) fn named(parameter: &str, path: &str) -> Self {
        Self::at(Place::value(parameter_path(parameter)), FieldPath::parse(path))
    }

    /// The fields that a list among the parameters names.
    pub(crate) fn all<'a>(
        parameter: &str,
        paths: impl IntoIterator<Item = &'a str>,
    ) -> impl Iterator<Item = Self> {
        let spot = parameter_path(parameter);
        let paths = paths.into_iter().enumerate();
        paths.map(move |(at, path)| Self::at(Place::value(spot.index(at)), FieldPath::parse(path)))
    }

    /// The keys that a list among the parameters names, in the members of another list.
    pub(crate) fn keys<'a>(
        parameter: &str,
        list: &str,
        keys: impl IntoIterator<Item = &'a str>,
    ) -> impl Iterator<Item = Self> {
        let (spot, list) = (parameter_path(parameter), FieldPath::parse(list));
        let keys = keys.into_iter().enumerate();
        keys.map(move |(at, key)| Self::at(Place::value(spot.index(at)), list.key(key)).every())
    }

    /// A field without a role that the check reads whatever its parameters say.
    pub(crate) fn fixed(path: &str) -> Self {
        Self::named("jenis", path).every()
    }

    /// The same, missed where it is absent.
    #[must_use]
    pub(crate) fn demanded(self) -> Self {
        Self { need: Need::Demanded, ..self }
    }

    /// The same, read in one form only.
    #[must_use]
    pub(crate) fn shape(self, shape: Shape) -> Self {
        Self { shape, ..self }
    }

    /// The same, at each place that its path names.
    #[must_use]
    pub(crate) fn every(self) -> Self {
        Self { reach: Reach::Every, ..self }
    }

    /// The same, compared with the values of a list among the parameters.
    #[must_use]
    pub(crate) fn compared(mut self, parameter: &str, values: &[String]) -> Self {
        let spot = parameter_path(parameter);
        let values = values.iter().enumerate();
        self.values.extend(values.map(|(at, value)| (Place::value(spot.index(at)), value.clone())));
        self
    }
}

/// The dates that parameters name.
pub(crate) fn dates<const N: usize>(parameters: [(&str, &str); N]) -> Vec<Read> {
    let named = parameters.into_iter().map(|(name, path)| FieldUse::named(name, path));
    named.map(|date| Read::Field(date.shape(Shape::Date))).collect()
}

/// Where a parameter of a check stands in the table of its rule.
pub(crate) fn parameter_path(parameter: &str) -> FieldPath {
    FieldPath::root().key("periksa").key(parameter)
}

/// What is wrong with a rule, whatever the kinds are like.
#[derive(Debug)]
pub(crate) struct RuleFault {
    /// A place below the rule's own table.
    pub(crate) spot: Place,
    /// What.
    pub(crate) message: Phrase,
}

impl RuleFault {
    /// A fault of what stands at a place.
    pub(crate) fn at(spot: Place, message: Phrase) -> Self {
        Self { spot, message }
    }

    /// A fault of a parameter of the check.
    pub(crate) fn of(parameter: &str, message: Phrase) -> Self {
        Self::at(Place::value(parameter_path(parameter)), message)
    }

    /// A list among the parameters that says nothing.
    pub(crate) fn empty(parameter: &str, list: &[String]) -> Option<Self> {
        list.is_empty().then(|| Self::of(parameter, words::pack::empty_list(parameter)))
    }
}
