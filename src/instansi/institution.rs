//! What the files say, made ready for questions.

use std::collections::BTreeSet;

use super::data::CountryWord;

/// The state that an institution belongs to, or that a text speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Country {
    Indonesia,
    Malaysia,
    /// Another state.
    Other,
    /// No one state: international organisations, and families whose names say nothing of a state.
    International,
}

impl From<CountryWord> for Country {
    fn from(word: CountryWord) -> Self {
        match word {
            CountryWord::Id => Self::Indonesia,
            CountryWord::My => Self::Malaysia,
            CountryWord::Lain => Self::Other,
            CountryWord::Antarbangsa => Self::International,
        }
    }
}

/// A level of office: `menteri`, `eselon-1`, `upt`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Level {
    pub(super) id: String,
    pub(super) also: Vec<String>,
}

impl Level {
    /// Its id in `schemas/instansi/tata-sebut.toml`.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Whether it is a level or counts as it: a Sekretaris Jenderal is also `eselon-1`, and a head of
    /// either kind of Kantor Wilayah is `kanwil`.
    pub(crate) fn is(&self, id: &str) -> bool {
        self.id == id || self.also.iter().any(|other| other == id)
    }
}

/// A class of units: `kementerian`, `biro`, `upt`.
#[derive(Debug)]
pub(crate) struct Class {
    pub(super) id: String,
    /// The greater, the deeper inside an institution.
    pub(super) depth: u8,
    /// The places of the levels of those who lead it, stand in for its head, keep its secretariat
    /// and assist its head.
    pub(super) head: Option<usize>,
    pub(super) deputy: Option<usize>,
    pub(super) secretary: Option<usize>,
    pub(super) staff: Option<usize>,
    /// Units of this class have names that a regulation fixes.
    pub(super) closed: bool,
    /// Units of this class are parts of an institution.
    pub(super) inner: bool,
    /// Its word may stand short for the unit that is spoken of.
    pub(super) short: bool,
    /// It is not led by a "kepala".
    pub(super) no_head: bool,
    /// Whoever leads leads it, whatever the title: "Direktur", "Ketua".
    pub(super) any_head: bool,
}

impl Class {
    /// Its id in `schemas/instansi/tata-sebut.toml`.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Whether its units are field offices: below the centre and no part of another unit.
    pub(crate) fn is_field_office(&self) -> bool {
        self.depth > 1 && !self.inner
    }
}

/// An institution, or a family of them (universities, companies, local governments).
#[derive(Debug)]
pub(crate) struct Institution {
    pub(super) id: String,
    /// The words of its names, the official one first.
    pub(super) names: Vec<Vec<String>>,
    pub(super) group: Option<String>,
    pub(super) country: Country,
    pub(super) family: bool,
    pub(super) first_only: bool,
    pub(super) open: bool,
    pub(super) swallows: bool,
    pub(super) class: usize,
    /// The level of its head, where it is not that of the class.
    pub(super) head: Option<usize>,
    /// The institutions above it, the nearest first.
    pub(super) above: Vec<String>,
    pub(super) successors: Vec<String>,
    /// The words of its names that not every name has.
    pub(super) telling: BTreeSet<String>,
    pub(super) units: Vec<Unit>,
}

impl Institution {
    /// Its id: `kemenimipas`, `bpom`, `kdn`.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Its group among partners, as the field `mitra` of a party has it; `None` where public and
    /// private ones are called alike.
    pub(crate) fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    /// The state that it belongs to.
    pub(crate) fn country(&self) -> Country {
        self.country
    }

    /// Whether it is an organisation of states.
    pub(crate) fn is_of_states(&self) -> bool {
        self.group() == Some("organisasi-internasional")
    }

    /// Whether it stands for many: two names of one family need not be the same institution.
    pub(crate) fn is_family(&self) -> bool {
        self.family
    }

    /// Whether it is an institution or stands below it.
    pub(super) fn is_or_is_below(&self, other: &Self) -> bool {
        self.id == other.id || self.above.contains(&other.id)
    }
}

/// A unit that an institution is known to have.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) id: String,
    pub(super) class: usize,
    /// No other institution has a unit of this name.
    pub(super) exclusive: bool,
    /// Its name is followed by its class and place.
    pub(super) open: bool,
    pub(super) swallows: bool,
    pub(super) first_only: bool,
}
