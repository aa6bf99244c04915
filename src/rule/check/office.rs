//! Offices that rules ask for: of which level, in whose institution, in which unit of it.

use crate::instansi::{Belongs, Context, Institution, Institutions, Office, Post};

/// Whether an office is one that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// It is.
    Yes,
    /// It is another.
    No,
    /// Its title does not tell.
    Unknown,
}

/// The offices that a rule asks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<'a> {
    /// Their levels; one is enough.
    pub(super) levels: &'a [String],
    /// Whose they are; `None` where nobody's is another's.
    pub(super) institution: Option<&'a Institution>,
    /// The units that they are in; empty for any.
    pub(super) units: &'a [String],
    /// Whether an office that is not known to be another institution's is taken for its own.
    pub(super) trusting: bool,
}

impl Wanted<'_> {
    /// Whether a post is asked for.
    pub(super) fn fit(&self, post: &Post<'_>) -> Fit {
        let fits = [self.fits_level(post), self.fits_institution(post), self.fits_unit(post)];
        if fits.contains(&Fit::No) {
            Fit::No
        } else if fits.contains(&Fit::Unknown) {
            Fit::Unknown
        } else {
            Fit::Yes
        }
    }

    /// Whether its level is asked for, whosesoever it is.
    pub(super) fn fits_level(&self, post: &Post<'_>) -> Fit {
        match post.level {
            Some(level) if self.levels.iter().any(|wanted| level.is(wanted)) => Fit::Yes,
            Some(_) => Fit::No,
            None => Fit::Unknown,
        }
    }

    fn fits_institution(&self, post: &Post<'_>) -> Fit {
        let Some(institution) = self.institution else {
            return Fit::Yes;
        };
        let known = post.owner.institution().is_some();
        match post.owner.belongs_to(institution) {
            Belongs::Yes | Belongs::Presumably => Fit::Yes,
            Belongs::No | Belongs::Formerly if known || !self.trusting => Fit::No,
            _ if self.trusting => Fit::Yes,
            _ => Fit::Unknown,
        }
    }

    fn fits_unit(&self, post: &Post<'_>) -> Fit {
        match post.unit {
            _ if self.units.is_empty() => Fit::Yes,
            Some(unit) if self.units.iter().any(|wanted| wanted == unit) => Fit::Yes,
            Some(_) => Fit::No,
            None => Fit::Unknown,
        }
    }
}

/// The offices that a text names, the one that a paper goes through included.
pub(super) fn posts<'a>(text: &str, context: &Context<'a>) -> Vec<Post<'a>> {
    let Office { post, through, .. } = Institutions::embedded().office(text, context);
    std::iter::once(post).chain(through).collect()
}

/// The best that some posts come to.
pub(super) fn best(fits: impl IntoIterator<Item = Fit>) -> Option<Fit> {
    let rank = |fit: &Fit| match fit {
        Fit::Yes => 2,
        Fit::Unknown => 1,
        Fit::No => 0,
    };
    fits.into_iter().max_by_key(rank)
}
