//! Building a pattern for the texts that it meets.
//!
//! Most texts are ASCII. A pattern for them alone says the same with a fraction of the states that
//! the classes and word bounds of Unicode take, is built many times faster, and never falls back to
//! the slow engines as bounds of Unicode words do. So each pattern is built once for each sort of
//! text, when it first meets one.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex_automata::meta::{Config, Regex};
use regex_syntax::hir::Hir;

use super::found::Built;
use super::lower::lowered;
use super::narrow::{Sort, narrowed};

/// The builds of one pattern.
#[derive(Clone, Debug, Default)]
pub(crate) struct Builds {
    /// Whether it is only held against sentences: to look for the words that it begins with is then
    /// not worth the search for them.
    of_sentences: bool,
    ascii: OnceLock<Option<Built>>,
    printed: OnceLock<Option<Built>>,
    any: OnceLock<Option<Built>>,
}

impl Builds {
    /// None so far.
    pub(crate) const fn new() -> Self {
        Self {
            of_sentences: false,
            ascii: OnceLock::new(),
            printed: OnceLock::new(),
            any: OnceLock::new(),
        }
    }

    /// None so far of a pattern that is only held against sentences.
    pub(crate) fn of_sentences() -> Self {
        Self { of_sentences: true, ..Self::new() }
    }

    /// The build for a text; `None` if the pattern cannot be built. The pattern must be the same at
    /// every call.
    pub(crate) fn for_text<'p>(
        &self,
        text: &str,
        pattern: impl FnOnce() -> Cow<'p, str>,
    ) -> Option<&Built> {
        let sort = Sort::of(text);
        let cell = match sort {
            Sort::Ascii => &self.ascii,
            Sort::Printed => &self.printed,
            Sort::Any => &self.any,
        };
        cell.get_or_init(|| self.build(&pattern(), sort)).as_ref()
    }

    fn build(&self, pattern: &str, sort: Sort) -> Option<Built> {
        let small = if sort == Sort::Any { None } else { lowered(pattern) };
        // Of words in either case there are so many beginnings that to get ready to look for them
        // takes longer than most patterns ever run; and in small letters they are as many.
        let looks = !self.of_sentences && !pattern.contains("(?i");
        let plan = |pattern: &str| {
            let hir = narrowed(pattern, sort).or_else(|| regex_syntax::parse(pattern).ok())?;
            Some(Plan { hir, looks, one_pass: !self.of_sentences })
        };
        if let Some(plan) = small.and_then(|small| plan(&small)) {
            return Built::new(plan, true);
        }
        Built::new(plan(pattern)?, false)
    }
}

/// How many bytes a pattern may take: the limits of `regex`.
pub(super) const LARGEST: usize = 10 << 20;
pub(super) const MOST_STATES: usize = 2 << 20;

/// What a pattern is built of.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) hir: Hir,
    /// Whether it is worth while to look for the words that it begins with.
    pub(super) looks: bool,
    one_pass: bool,
}

impl Plan {
    /// All of it: where it is found, with its groups.
    pub(super) fn whole(&self) -> Option<Regex> {
        let limits = Config::new().nfa_size_limit(Some(LARGEST));
        let limits = limits.hybrid_cache_capacity(MOST_STATES);
        let limits = limits.auto_prefilter(self.looks).onepass(self.one_pass);
        Regex::builder().configure(limits).build_from_hir(&self.hir).ok()
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;

    #[test]
    fn a_narrow_build_finds_what_the_whole_finds() {
        let patterns = [
            r"\b(pasal|ayat)\s+\(?(\d+)\)?",
            r"(?i)\bk\S*\b[^.;]{0,6}s",
            r"[^a-z]+$",
            r"\p{Lu}[\p{L}’'-]*\B.",
            r"(?s).{2}?(é)|–(\s*)\w+",
            r"\W{2,}|^$",
            r"(?i)(PASAL|Ayat)\s+(?P<N>[(\d]+)|[K-Z]s$",
            r"(?x) [“\x22] ([^”\x22]*) [”\x22] ",
            r"(?:é)*x*",
        ];
        let texts = [
            "",
            "Pasal 3 ayat (2), KS-k.s",
            "a–b  “PASAL 4”\u{a0}… ‘x’ — ayat\n(5)",
            "é Pasal١ ſK “é” –é",
            "KK\u{212a}s \u{17f}",
        ];
        for pattern in patterns {
            let whole = regex::Regex::new(pattern).unwrap();
            let builds = [Builds::new(), Builds::of_sentences()];
            let each = builds.iter().flat_map(|builds| texts.map(|text| (builds, text)));
            for (builds, text) in each {
                let narrow = builds.for_text(text, || pattern.into()).unwrap();
                let whole: Vec<Vec<Option<Range<usize>>>> = whole
                    .captures_iter(text)
                    .map(|one| one.iter().map(|group| Some(group?.range())).collect())
                    .collect();
                let found: Vec<Vec<Option<Range<usize>>>> = narrow
                    .captures_iter(text)
                    .map(|one| {
                        let groups = 0..whole.first().map_or(0, Vec::len);
                        groups.map(|group| Some(one.get(group)?.range())).collect()
                    })
                    .collect();
                assert_eq!(found, whole, "{pattern} {text}");
                let cut = regex::Regex::new(pattern).unwrap();
                assert_eq!(narrow.replace_all(text, " "), cut.replace_all(text, " "), "{pattern}");
                assert_eq!(narrow.is_match(text), !whole.is_empty(), "{pattern}");
            }
        }
        assert!(Builds::new().for_text("a", || "(".into()).is_none());
    }
}
