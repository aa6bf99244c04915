//! Reading a word as a base with what stands before and after it.

use super::bases;
use super::cuts::Cuts;
use super::endings::{Ending, Stem, stems};
use super::prefixes::{self, Context, Merged};

/// The longest chain of prefixes: "ke-tidak-se-", "di-per-se-".
const DEEPEST: usize = 3;

/// Where a word may be divided: where all its readings agree. A word that is listed itself is not
/// read at all, so that the list has the last word.
pub(super) fn cuts(word: &str) -> Cuts {
    if let Some(cuts) = bases::find(word) {
        return cuts;
    }
    let mut agreement = Agreement::default();
    for stem in stems(word) {
        read(&Rest::from(stem), &mut agreement);
    }
    agreement.0.unwrap_or(Cuts::NONE)
}

/// What the readings so far have in common; `None` before the first.
#[derive(Debug, Default)]
struct Agreement(Option<Cuts>);

impl Agreement {
    fn meet(&mut self, reading: Cuts) {
        self.0 = Some(self.0.map_or(reading, |agreed| agreed.shared(reading)));
    }
}

/// What stands behind the prefixes taken so far.
#[derive(Debug)]
struct Rest<'a> {
    text: &'a str,
    /// Where it stands in the word.
    start: usize,
    /// The places between what was taken.
    cuts: Cuts,
    /// How many prefixes were taken.
    depth: usize,
    ending: Ending,
}

impl<'a> From<Stem<'a>> for Rest<'a> {
    fn from(stem: Stem<'a>) -> Self {
        Self { text: stem.text, start: 0, cuts: stem.cuts, depth: 0, ending: stem.ending }
    }
}

impl Rest<'_> {
    fn context(&self) -> Context {
        Context { outermost: self.depth == 0, ending: self.ending }
    }

    /// The reading of the whole rest as a base.
    fn as_base(&self) -> Option<Cuts> {
        Some(self.cuts.and(bases::find(self.text)?.moved(self.start, 0)))
    }

    /// The reading of the rest as a base whose first letter a prefix has taken.
    fn as_merged(&self, merged: &Merged) -> Option<Cuts> {
        let base = bases::find(&merged.base)?.moved(self.start + merged.start, 1);
        Some(self.cuts.and(Cuts::at(self.start + Merged::PREFIX)).and(base))
    }

    /// Without a prefix, after which the word may be divided.
    fn after(&self, prefix: &str) -> Option<Self> {
        let text = self.text.strip_prefix(prefix)?;
        let start = self.start + prefix.len();
        let cuts = self.cuts.and(Cuts::at(start));
        Some(Self { text, start, cuts, depth: self.depth + 1, ending: self.ending })
    }
}

fn read(rest: &Rest<'_>, agreement: &mut Agreement) {
    if let Some(reading) = rest.as_base() {
        agreement.meet(reading);
        return;
    }
    let merged = prefixes::merged(rest.text, rest.context());
    for reading in merged.filter_map(|merged| rest.as_merged(&merged)) {
        agreement.meet(reading);
    }
    if rest.depth == DEEPEST {
        return;
    }
    let prefixes = prefixes::plain(rest.text, rest.context());
    for next in prefixes.filter_map(|prefix| rest.after(prefix)) {
        read(&next, agreement);
    }
}
