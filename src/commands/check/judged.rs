//! A worker's part of `naskah check`: a text read, mended if that is asked for, and judged.

use crate::commands::input::{Input, with_text};
use crate::session::{Candidate, Checked, Mended, Mending, OpenError, Session, Text};

/// A judged text.
#[derive(Debug)]
pub(super) struct Judged {
    /// The text as it was read.
    pub(crate) text: Text,
    /// The text as it was mended, if it was.
    pub(crate) mended: Option<Mended>,
    /// What is found in the text as it now is; `None` when only its changes are shown.
    pub(crate) checked: Option<Checked>,
}

/// Judges a candidate.
pub(super) fn judge(
    session: &Session,
    candidate: &Candidate,
    mending: Option<Mending>,
    only_changes: bool,
) -> Input<Result<Judged, OpenError>> {
    with_text(session, candidate, |text| {
        let mended = match mending {
            Some(mending) => session.mend(&text, mending)?,
            None => None,
        };
        let now = mended.as_ref().map_or(&text, |mended| &mended.text);
        let checked = if only_changes { None } else { Some(session.check(now)?) };
        Ok(Judged { text, mended, checked })
    })
}
