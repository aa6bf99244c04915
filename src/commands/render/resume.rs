//! Whether a document of an earlier run is still what this one would make, and if not, why.

use std::collections::BTreeSet;

use super::place::Made;
use crate::commands::ingredient;
use crate::commands::journal::Earlier;
use crate::fingerprint::Fingerprint;
use crate::manifest::{Entry, Ingredient, Ingredients};
use crate::words::{Argument, Phrase, manifest};

/// Why a document is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// No earlier run knew it.
    New,
    /// It could not be printed then.
    Unprinted,
    /// Its file is gone.
    Gone(String),
    /// Its file has another content than it was given.
    Touched(String),
    /// It is made of something else now.
    Changed(Vec<Ingredient>),
}

impl Why {
    /// In words.
    pub(super) fn words(&self) -> Phrase {
        match self {
            Self::New => manifest::why_new(),
            Self::Unprinted => manifest::why_unprinted(),
            Self::Gone(file) => manifest::why_gone(file),
            Self::Touched(file) => manifest::why_touched(file),
            Self::Changed(all) => {
                let names = all.iter().map(|one| Argument::from(ingredient(*one)));
                manifest::why_changed(Argument::list(names, ", "))
            }
        }
    }
}

/// Why a document is made; `None` when it is there as it would be made again.
pub(super) fn why(earlier: Option<&Entry>, now: Option<&Ingredients>, made: &Made) -> Option<Why> {
    let Some(entry) = earlier else { return Some(Why::New) };
    let (true, Some(then), Some(now)) = (entry.printed, &entry.ingredients, now) else {
        return Some(Why::Unprinted);
    };
    let changed = then.differences(now);
    if !changed.is_empty() {
        return Some(Why::Changed(changed));
    }
    entry.pages.iter().find_map(|page| match made.get(&page.file) {
        None => Some(Why::Gone(page.file.clone())),
        Some(bytes) if hash(&bytes) != page.hash => Some(Why::Touched(page.file.clone())),
        Some(_) => None,
    })
}

/// The hash of a file.
pub(super) fn hash(bytes: &[u8]) -> Fingerprint {
    Fingerprint::of_bytes([bytes])
}

/// What earlier runs wrote, by hash: these files may be replaced, since they are ours.
pub(super) fn ours(earlier: &Earlier) -> BTreeSet<Fingerprint> {
    earlier.values().flat_map(|entry| &entry.pages).map(|page| page.hash).collect()
}
