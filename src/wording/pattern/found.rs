//! A pattern that is built, and what it finds.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use regex_automata::meta::Regex;
use regex_automata::util::{captures, iter};
use regex_automata::{Input, Span};
use regex_syntax::hir::Look;

use super::builds::Plan;
use super::probe::Probe;

/// A pattern for some sort of texts.
#[derive(Clone, Debug)]
pub(crate) struct Built(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    plan: Plan,
    /// Built first, where that alone is of use.
    probe: Option<Probe>,
    whole: OnceLock<Option<Regex>>,
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
    /// One that is held against the text as it stands, or in small letters. To the latter no text may
    /// come that is more than ASCII and signs of print. `None` where it cannot be built.
    pub(super) fn new(plan: Plan, small: bool) -> Option<Self> {
        // A pattern that ends with its text is searched from there.
        let ends = plan.hir.properties().look_set_suffix().contains(Look::End);
        let probe = if plan.looks || ends { None } else { Probe::of(&plan.hir) };
        let whole = match probe {
            Some(_) => OnceLock::new(),
            None => OnceLock::from(Some(plan.whole()?)),
        };
        Some(Self(Arc::new(Parts { plan, probe, whole, small })))
    }

    /// Whether a text has it.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        let text = self.as_searched(text);
        let told = self.0.probe.as_ref().and_then(|probe| probe.tells(&text));
        told.unwrap_or_else(|| self.whole().is_some_and(|whole| whole.is_match(&*text)))
    }

    /// Where a text first has it.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        let searched = self.as_searched(text);
        let found = self.whole_for(&searched)?.find(&*searched)?;
        Some(Match { text, span: found.span() })
    }

    /// The same with its groups.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        let searched = self.as_searched(text);
        let whole = self.whole_for(&searched)?;
        let mut groups = whole.create_captures();
        whole.captures(&*searched, &mut groups);
        groups.is_match().then_some(Captures { text, groups })
    }

    /// Wherever a text has it.
    pub(crate) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        let searched = self.as_searched(text);
        let whole = self.whole_for(&searched);
        let mut searcher = iter::Searcher::new(Input::new(text));
        std::iter::from_fn(move || {
            let whole = whole?;
            let next = |input: &Input<'_>| Ok(whole.search(&over(input, &searched)));
            searcher.advance(next).map(|found| Match { text, span: found.span() })
        })
    }

    /// The same with its groups.
    pub(crate) fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        let searched = self.as_searched(text);
        let whole = self.whole_for(&searched);
        let mut searcher = iter::Searcher::new(Input::new(text));
        let mut groups = whole.map(Regex::create_captures);
        std::iter::from_fn(move || {
            let (whole, groups) = (whole?, groups.as_mut()?);
            let next = |input: &Input<'_>| {
                whole.search_captures(&over(input, &searched), groups);
                Ok(groups.get_match())
            };
            searcher.advance(next)?;
            Some(Captures { text, groups: groups.clone() })
        })
    }

    /// What finds it in a text; `None` where the text is known not to have it.
    fn whole_for(&self, searched: &str) -> Option<&Regex> {
        if let (None, Some(probe)) = (self.0.whole.get(), &self.0.probe)
            && probe.tells(searched) == Some(false)
        {
            return None;
        }
        self.whole()
    }

    fn whole(&self) -> Option<&Regex> {
        self.0.whole.get_or_init(|| self.0.plan.whole()).as_ref()
    }

    /// The characters that are searched, byte for byte those of the text.
    fn as_searched<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.0.small && text.bytes().any(|byte| byte.is_ascii_uppercase()) {
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
