//! Why a reference is not judged.

use crate::words::{self, Phrase};

/// Why a reference is not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// It names a part of an article that is printed from a table.
    InTable,
    /// No agreement has so many articles.
    Beyond,
    /// It stands in a quotation.
    InQuotation,
    /// Another text is named beside it.
    Elsewhere,
    /// The draft changes an earlier agreement, whose article it may be.
    OfAmended,
}

impl Doubt {
    /// The doubt in words, of a reference that says this.
    pub(super) fn phrase(self, said: &str) -> Phrase {
        match self {
            Self::InTable => words::check::refers_to_table(said),
            Self::Beyond => words::check::refers_beyond(said),
            Self::InQuotation => words::check::refers_in_quotation(said),
            Self::Elsewhere => words::check::refers_elsewhere(said),
            Self::OfAmended => words::check::refers_to_amended(said),
        }
    }
}
