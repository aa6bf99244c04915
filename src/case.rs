//! Case files: how one case went through the steps of a procedure, held against the procedure, the
//! calendar and the documents that it names.
//!
//! A kind whose draft is a case file gives the role `langkah` to the list of its steps and `prosedur`
//! to the name of their procedure. What a case says is read once ([`Case`]); rules ask what was seen
//! of a topic ([`judge`]). There is no clock: what depends on the day it is asked is judged by the day
//! that somebody names, and is said not to be judged where nobody does.

mod clock;
mod documents;
mod facts;
mod owners;
mod papers;
mod read;
mod seen;
mod standing;
mod steps;
mod term;
mod world;

use crate::draft::Draft;
use crate::finding::{Builtin, Fault, Hit, Place, Silence};
use crate::kind::{Catalog, Kind, Role};
use crate::words::{self, Phrase};

pub(crate) use facts::Account;
#[cfg(feature = "render")]
pub(crate) use read::entries;
pub(crate) use read::{Case, Entry, Paper};
pub(crate) use seen::{Seen, Topic, allowed};
pub(crate) use standing::{Next, Stage, Standing};
pub(crate) use world::{Beside, Found, Judged, Unread, World, outside};

/// Whether drafts of a kind are case files.
pub(crate) fn is_case(kind: &Kind) -> bool {
    kind.role(Role::Langkah).is_some() && kind.role(Role::Prosedur).is_some()
}

/// Everything that is seen in a case file, by topic and in the order of its steps. What is no case
/// file, or names no procedure that can be read, shows nothing.
pub(crate) fn judge(draft: &Draft<'_>, catalog: &Catalog, world: World<'_>) -> Vec<Seen> {
    let Some(Ok(case)) = Case::read(draft, world) else { return Vec::new() };
    let mut seen = steps::seen(&case, world.as_of);
    seen.extend(owners::seen(&case));
    seen.extend(papers::seen(&case));
    seen.extend(documents::seen(&case, catalog, world));
    seen
}

/// What stands in the way of judging a case file, and what is wrong with the papers that it names.
pub(crate) fn faults(draft: &Draft<'_>, catalog: &Catalog, world: World<'_>) -> Vec<Fault> {
    match Case::read(draft, world) {
        None => Vec::new(),
        Some(Err((path, what, how))) => {
            let hit = Hit::at(Place::value(path)).word("kesalahan", what);
            vec![(Builtin::ProcedureUnknown, hit.word("perbaikan", how))]
        }
        Some(Ok(case)) => documents::faults(&case, catalog, world),
    }
}

/// Where nothing is judged in a case file although something could be: with the reason of each.
pub(crate) fn silences(draft: &Draft<'_>, world: World<'_>) -> Vec<Silence> {
    match Case::read(draft, world) {
        Some(Ok(case)) => documents::silences(&case, world),
        _ => Vec::new(),
    }
}

/// That nobody can tell of which kind a text is.
pub(crate) fn unread_kind() -> Phrase {
    words::case::unread_kind()
}

/// That a text is broken.
pub(crate) fn broken() -> Phrase {
    words::case::broken()
}

/// That a case file names no procedure.
pub(crate) fn without_procedure() -> Phrase {
    words::case::without_procedure()
}
