//! A pattern that is built, and what it finds.

use std::borrow::Cow;

use regex_automata::Span;
use regex_automata::meta::Regex;
use regex_automata::util::captures;

/// A pattern for some sort of texts.
#[derive(Clone, Debug)]
pub(crate) struct Built(pub(super) Regex);

/// A part of a text that a pattern finds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match<'t> {
    text: &'t str,
    span: Span,
}

/// The same with its groups.
#[derive(Debug)]
pub(crate) struct Captures<'t> {
    text: &'t str,
    groups: captures::Captures,
}

impl Built {
    /// Whether a text has it.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    /// Where a text first has it.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.0.find(text).map(|found| Match { text, span: found.span() })
    }

    /// The same with its groups.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        let mut groups = self.0.create_captures();
        self.0.captures(text, &mut groups);
        groups.is_match().then_some(Captures { text, groups })
    }

    /// Wherever a text has it.
    pub(crate) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        self.0.find_iter(text).map(move |found| Match { text, span: found.span() })
    }

    /// The same with its groups.
    pub(crate) fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.0.captures_iter(text).map(move |groups| Captures { text, groups })
    }

    /// The text with something else wherever it has it.
    pub(crate) fn replace_all<'t>(&self, text: &'t str, instead: &str) -> Cow<'t, str> {
        let mut replaced = String::new();
        let mut rest = 0;
        for found in self.find_iter(text) {
            replaced.push_str(text.get(rest..found.start()).unwrap_or_default());
            replaced.push_str(instead);
            rest = found.end();
        }
        if replaced.is_empty() && rest == 0 {
            return Cow::Borrowed(text);
        }
        replaced.push_str(text.get(rest..).unwrap_or_default());
        Cow::Owned(replaced)
    }
}

impl<'t> Match<'t> {
    /// The byte at which it begins.
    pub(crate) fn start(&self) -> usize {
        self.span.start
    }

    /// The byte behind it.
    pub(crate) fn end(&self) -> usize {
        self.span.end
    }

    /// How many bytes it has.
    pub(crate) fn len(&self) -> usize {
        self.span.len()
    }

    /// Its bytes.
    pub(crate) fn range(&self) -> std::ops::Range<usize> {
        self.span.range()
    }

    /// Its words.
    pub(crate) fn as_str(&self) -> &'t str {
        self.text.get(self.span.range()).unwrap_or_default()
    }
}

impl<'t> Captures<'t> {
    /// A group by its number; 0 is all of it.
    pub(crate) fn get(&self, group: usize) -> Option<Match<'t>> {
        let span = self.groups.get_group(group)?;
        Some(Match { text: self.text, span })
    }

    /// A group by its name.
    pub(crate) fn name(&self, name: &str) -> Option<Match<'t>> {
        let span = self.groups.get_group_by_name(name)?;
        Some(Match { text: self.text, span })
    }
}
