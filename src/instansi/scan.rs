//! The units that a name speaks of, one after the other.

use super::index::{Institutions, Target};
use super::institution::Class;
use super::word::Word;

/// A unit that a name speaks of.
#[derive(Clone, Debug)]
pub(super) struct Seen<'a> {
    /// The words that made it known, as places in the name.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the next unit begins.
    pub(super) tail: usize,
    pub(super) class: &'a Class,
    /// What it may be; empty for one that is known by the kind of unit alone.
    pub(super) targets: Vec<Target>,
}

impl Seen<'_> {
    /// Whether only the kind of unit is known.
    pub(super) fn is_generic(&self) -> bool {
        self.targets.is_empty()
    }
}

impl Institutions {
    /// The units that the words speak of, in their order.
    pub(super) fn scan(&self, words: &[Word]) -> Vec<Seen<'_>> {
        let mut seen: Vec<Seen<'_>> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let Some(unit) = self.unit_at(words, at) else {
                at += 1;
                continue;
            };
            if let Some(last) = seen.last_mut() {
                last.tail = at;
            }
            at = if self.swallows(&unit) { words.len() } else { unit.end };
            seen.push(unit);
        }
        seen
    }

    /// The unit whose name begins at a place.
    fn unit_at(&self, words: &[Word], at: usize) -> Option<Seen<'_>> {
        let here = words.get(at..)?;
        let (known, targets) = self.known_at(words, at).unwrap_or_default();
        let head = self.heads.longest(here);
        let (length, class) = match (targets.first(), head) {
            (Some(first), head) if head.is_none_or(|(length, _)| known >= length) => {
                (known, self.class_of(*first)?)
            }
            (_, head) => {
                let (length, classes) = head?;
                let class = self.classes.get(*classes.first()?)?;
                return Some(seen(at, length, words.len(), class, Vec::new()));
            }
        };
        Some(seen(at, length, words.len(), class, targets))
    }

    /// The longest known name at a place, as far as it ends there.
    fn known_at(&self, words: &[Word], at: usize) -> Option<(usize, Vec<Target>)> {
        let (length, targets) = self.names.longest(words.get(at..)?)?;
        let first = at == 0 || words.get(at).is_some_and(|word| word.fresh);
        let ends = !self.goes_on(words, at + length);
        let fits = |target: &Target| {
            let place = first || !self.is_first_only(*target);
            place && (ends || self.is_open(*target))
        };
        let targets: Vec<Target> = targets.iter().copied().filter(fits).collect();
        (!targets.is_empty()).then_some((length, targets))
    }

    /// Whether a word is the name of a unit at the beginning only, and a common word inside a name.
    fn is_first_only(&self, target: Target) -> bool {
        match self.unit_of(target) {
            Some(unit) => unit.first_only,
            None => self.institution_of(target).is_some_and(|of| of.first_only),
        }
    }

    /// Whether a name is followed by words that belong to it: a class, a place.
    fn is_open(&self, target: Target) -> bool {
        match self.unit_of(target) {
            Some(unit) => unit.open || unit.swallows,
            None => self.institution_of(target).is_some_and(|of| of.open || of.swallows),
        }
    }

    fn swallows(&self, seen: &Seen<'_>) -> bool {
        seen.targets.iter().any(|target| match self.unit_of(*target) {
            Some(unit) => unit.swallows,
            None => self.institution_of(*target).is_some_and(|of| of.swallows),
        })
    }

    /// Whether a name that ends before a place goes on there, and so is another name: "Kementerian
    /// Hukum dan Kehakiman" is not the Kementerian Hukum.
    fn goes_on(&self, words: &[Word], at: usize) -> bool {
        let Some(next) = words.get(at).filter(|next| !next.fresh) else {
            return false;
        };
        let rest = words.get(at..).unwrap_or_default();
        let after_and = rest.get(1..).unwrap_or_default();
        let new_unit = |rest: &[Word]| self.names.length(rest) + self.heads.length(rest) > 0;
        if next.text == "dan" {
            return !new_unit(after_and) && self.roles.length(after_and) == 0;
        }
        !new_unit(rest)
            && self.roles.length(rest) == 0
            && self.countries.at(rest).is_none()
            && !self.marks.explains(rest)
    }
}

fn seen<'a>(
    start: usize,
    length: usize,
    tail: usize,
    class: &'a Class,
    targets: Vec<Target>,
) -> Seen<'a> {
    Seen { start, end: start + length, tail, class, targets }
}
