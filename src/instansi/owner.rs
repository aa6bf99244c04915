//! Whose a unit or an office is.

use super::institution::{Country, Institution};

/// Whose a unit or an office is.
#[derive(Clone, Debug)]
pub(crate) enum Owner<'a> {
    /// One institution's.
    Institution { institution: &'a Institution, confidence: Confidence },
    /// One of several institutions', or of several at once.
    Several(Vec<&'a Institution>),
    /// An institution's that is not known, of this state.
    Abroad(Country),
    /// An institution's or closed unit's that is not known; with the words of its name.
    Stranger(Vec<String>),
    /// Nothing tells.
    Unknown,
}

/// How it is known whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Confidence {
    /// The words name the institution, or a unit that only it has.
    Named,
    /// The words name the unit that is spoken of, or one that the institution is known to have.
    Listed,
    /// The words name an inner unit and no other institution.
    Presumed,
}

/// Whether something is an institution's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Belongs {
    /// It is.
    Yes,
    /// Nothing speaks against it, nothing proves it.
    Presumably,
    /// It is its predecessor's.
    Formerly,
    /// It is another's.
    No,
    /// It cannot be said.
    Unknown,
}

impl<'a> Owner<'a> {
    pub(super) fn listed(institution: &'a Institution) -> Self {
        Self::Institution { institution, confidence: Confidence::Listed }
    }

    pub(super) fn presumed(institution: &'a Institution) -> Self {
        Self::Institution { institution, confidence: Confidence::Presumed }
    }

    /// The institution, where it is one.
    pub(crate) fn institution(&self) -> Option<&'a Institution> {
        match self {
            Self::Institution { institution, .. } => Some(institution),
            Self::Several(_) | Self::Abroad(_) | Self::Stranger(_) | Self::Unknown => None,
        }
    }

    /// Whether both are the same institution's, or both are of none.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.institution().map(Institution::id) == other.institution().map(Institution::id)
    }

    /// Whether it is an institution's, or of one below it.
    pub(crate) fn belongs_to(&self, asked: &Institution) -> Belongs {
        match self {
            Self::Institution { institution, confidence } => {
                belongs(institution, *confidence, asked)
            }
            Self::Several(list) if !list.iter().any(|one| one.is_or_is_below(asked)) => Belongs::No,
            Self::Abroad(country) if *country != asked.country() => Belongs::No,
            // Words in common may be the same name, mistyped.
            Self::Stranger(words) if !words.iter().any(|word| asked.telling.contains(word)) => {
                Belongs::No
            }
            Self::Several(_) | Self::Abroad(_) | Self::Stranger(_) | Self::Unknown => {
                Belongs::Unknown
            }
        }
    }
}

fn belongs(institution: &Institution, confidence: Confidence, asked: &Institution) -> Belongs {
    if institution.is_or_is_below(asked) {
        return match confidence {
            Confidence::Named | Confidence::Listed => Belongs::Yes,
            Confidence::Presumed => Belongs::Presumably,
        };
    }
    if institution.successors.contains(&asked.id) { Belongs::Formerly } else { Belongs::No }
}
