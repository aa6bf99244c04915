//! A pattern that is built, and what it finds.

use std::borrow::Cow;

use regex_automata::meta::Regex;
use regex_automata::util::{captures, iter};
use regex_automata::{Input, Span};

/// A pattern for some sort of texts.
#[derive(Clone, Debug)]
pub(crate) struct Built {
    regex: Regex,
    /// Whether it is held against the text in small letters.
    small: bool,
}

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
    /// One that is held against the text as it stands.
    pub(super) fn over_all(regex: Regex) -> Self {
        Self { regex, small: false }
    }

    /// One that is held against the text in small letters; no text that is more than ASCII and signs
    /// of print may come to it.
    pub(super) fn over_small_letters(regex: Regex) -> Self {
        Self { regex, small: true }
    }

    /// Whether a text has it.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.regex.is_match(&*self.as_searched(text))
    }

    /// Where a text first has it.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.regex.find(&*self.as_searched(text)).map(|found| Match { text, span: found.span() })
    }

    /// The same with its groups.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        let mut groups = self.regex.create_captures();
        self.regex.captures(&*self.as_searched(text), &mut groups);
        groups.is_match().then_some(Captures { text, groups })
    }

    /// Wherever a text has it.
    pub(crate) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        let searched = self.as_searched(text);
        let mut searcher = iter::Searcher::new(Input::new(text));
        std::iter::from_fn(move || {
            let next = |input: &Input<'_>| Ok(self.regex.search(&over(input, &searched)));
            searcher.advance(next).map(|found| Match { text, span: found.span() })
        })
    }

    /// The same with its groups.
    pub(crate) fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        let searched = self.as_searched(text);
        let mut searcher = iter::Searcher::new(Input::new(text));
        let mut groups = self.regex.create_captures();
        std::iter::from_fn(move || {
            let next = |input: &Input<'_>| {
                self.regex.search_captures(&over(input, &searched), &mut groups);
                Ok(groups.get_match())
            };
            searcher.advance(next)?;
            Some(Captures { text, groups: groups.clone() })
        })
    }

    /// The characters that are searched, byte for byte those of the text.
    fn as_searched<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.small && text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Cow::Owned(text.to_ascii_lowercase());
        }
        Cow::Borrowed(text)
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

/// The same search over other characters.
fn over<'s>(input: &Input<'_>, searched: &'s str) -> Input<'s> {
    Input::new(searched).span(input.get_span()).anchored(input.get_anchored())
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
