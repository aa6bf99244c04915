//! What a rule has to say about a draft. A finding speaks of paths; the engine finds the bytes.

mod builtin;
mod coverage;

use std::fmt;

use crate::fingerprint::Fingerprint;
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::words::{self, Argument, Language, Phrase};

pub use builtin::{Builtin, FORMAT, Fault};
pub(crate) use coverage::{Coverage, Regulation};

/// How grave a finding is. `Error` only where a source in force demands it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Style.
    Info,
    /// Good practice, or a conflict inside the law.
    Warning,
    /// A source in force demands otherwise.
    Error,
}

impl Level {
    /// The word that people read.
    pub(crate) fn said(self) -> Phrase {
        match self {
            Self::Info => words::level::info(),
            Self::Warning => words::level::warning(),
            Self::Error => words::level::error(),
        }
    }

    /// The word that people of a language read.
    pub fn word(self, language: Language) -> String {
        self.said().text(language)
    }

    /// The level of a word, in whichever language it is said.
    pub(crate) fn named(word: &str) -> Option<Self> {
        let all = [Self::Info, Self::Warning, Self::Error];
        let said = |level: &Self| Language::ALL.iter().any(|one| level.word(*one) == word);
        all.into_iter().find(|level| level.code() == word || said(level))
    }

    /// The word that machines read.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The full name of a rule: `permenimipas-8-2025/pendanaan-tidak-dimuat`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId {
    /// The pack.
    pub pack: String,
    /// The rule in it; names the defect.
    pub code: String,
}

impl RuleId {
    /// Puts a name together.
    pub(crate) fn new(pack: impl Into<String>, code: impl Into<String>) -> Self {
        Self { pack: pack.into(), code: code.into() }
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.pack, self.code)
    }
}

/// Which part of what stands at a path is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The value; of a table, its header.
    Value,
    /// The key.
    Key,
    /// Some bytes of a decoded string.
    Within(Span),
    /// Bytes of the source text itself (syntax faults).
    Source(Span),
}

/// A place in a draft, in the draft's own terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The field; when it is absent, the nearest existing place is shown.
    pub(crate) path: FieldPath,
    /// The part of it.
    pub(crate) part: Part,
}

impl Place {
    /// The value at a path.
    pub(crate) fn value(path: FieldPath) -> Self {
        Self { path, part: Part::Value }
    }

    /// The key at a path.
    pub(crate) fn key(path: FieldPath) -> Self {
        Self { path, part: Part::Key }
    }

    /// Some bytes of the decoded string at a path.
    pub(crate) fn within(path: FieldPath, span: Span) -> Self {
        Self { path, part: Part::Within(span) }
    }
}

/// Something a check saw: where, and the words for the message's placeholders.
#[derive(Clone, Debug)]
pub struct Hit {
    /// What the finding is about.
    pub(crate) path: FieldPath,
    /// What to point at; differs from `path` when something is absent.
    pub place: Place,
    /// Other places that explain it, each with a note.
    pub(crate) related: Vec<(Place, Phrase)>,
    /// Values for `{placeholder}` in the rule's message and help.
    pub words: Vec<(&'static str, Argument)>,
    /// The change that mends it, where there is one.
    pub(crate) mend: Option<Mend>,
    /// The gravest level that it may have, where it is less sure than others of its rule.
    pub(crate) at_most: Option<Level>,
    /// The clause that it rests on, with its source, where its rule has none for all of its hits.
    pub(crate) clause: Option<String>,
    /// What is said instead of the rule's own message, where it is not certain that the rule is broken.
    pub(crate) doubt: Option<Box<Doubt>>,
}

/// A question in place of a statement: never graver than a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Doubt {
    /// One line: what seems to be so.
    pub(crate) message: Phrase,
    /// What to do about it.
    pub(crate) help: Phrase,
}

/// A change in the draft's own terms: what stands at each place becomes another text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mend {
    /// Places with their new texts.
    pub(crate) edits: Vec<(Place, String)>,
    /// Whether it is the one right answer; else it may change what the draft means.
    pub(crate) safe: bool,
}

impl Hit {
    /// A hit on what stands at a place.
    pub(crate) fn at(place: Place) -> Self {
        let (related, words) = (Vec::new(), Vec::new());
        Self {
            path: place.path.clone(),
            place,
            related,
            words,
            mend: None,
            at_most: None,
            clause: None,
            doubt: None,
        }
    }

    /// A hit on something absent, shown at another place.
    pub(crate) fn absent(path: FieldPath, shown: Place) -> Self {
        Self { path, ..Self::at(shown) }
    }

    /// Adds the value of a placeholder.
    #[must_use]
    pub(crate) fn word(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.words.push((name, value.into()));
        self
    }

    /// Adds the one right answer: what stands at a place becomes this text.
    #[must_use]
    pub(crate) fn mend(mut self, place: Place, text: impl Into<String>) -> Self {
        self.mend = Some(Mend { edits: vec![(place, text.into())], safe: true });
        self
    }

    /// Adds a likely answer, which may change what the draft means.
    #[must_use]
    pub(crate) fn mend_perhaps(mut self, place: Place, text: impl Into<String>) -> Self {
        self.mend = Some(Mend { edits: vec![(place, text.into())], safe: false });
        self
    }

    /// Makes it a question.
    #[must_use]
    pub(crate) fn doubtful(mut self, message: Phrase, help: Phrase) -> Self {
        self.doubt = Some(Box::new(Doubt { message, help }));
        self.at_most(Level::Warning)
    }

    /// Rests it on a clause of its own, given with the short name of its source.
    #[must_use]
    pub(crate) fn resting_on(mut self, clause: impl Into<String>) -> Self {
        self.clause = Some(clause.into());
        self
    }

    /// Adds another place with a note.
    #[must_use]
    pub(crate) fn see(mut self, place: Place, note: Phrase) -> Self {
        self.related.push((place, note));
        self
    }

    /// The same, no graver than a level: what was seen may have a reason that nobody can see here.
    #[must_use]
    pub(crate) fn at_most(mut self, level: Level) -> Self {
        self.at_most = Some(self.at_most.map_or(level, |most| most.min(level)));
        self
    }

    /// Fills the placeholders of a sentence in a language. What a draft says is no sentence: braces in
    /// it stay as they are.
    pub(crate) fn fill(&self, sentence: &str, language: Language) -> String {
        let mut out = String::with_capacity(sentence.len());
        let mut rest = sentence;
        while let Some(at) = rest.find('{') {
            let (before, open) = rest.split_at(at);
            out.push_str(before);
            if let Some((value, after)) = self.word_at(open) {
                out.push_str(&value.text(language));
                rest = after;
            } else {
                out.push('{');
                rest = open.get(1..).unwrap_or_default();
            }
        }
        out + rest
    }

    /// The word whose placeholder a text begins with, and what follows it.
    fn word_at<'t>(&self, text: &'t str) -> Option<(&Argument, &'t str)> {
        self.words.iter().find_map(|(name, value)| {
            Some((value, text.strip_prefix('{')?.strip_prefix(name)?.strip_prefix('}')?))
        })
    }
}

/// A place where a check declined to judge: what stands there cannot be resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Silence {
    /// Where.
    pub(crate) place: Place,
    /// Why, in the words of those who write drafts.
    pub(crate) reason: Phrase,
}

impl Silence {
    /// Silence about what stands at a place.
    pub(crate) fn at(place: Place, reason: Phrase) -> Self {
        Self { place, reason }
    }
}

/// A silence with its rule and its place in the text, ready to be reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved {
    /// The rule that says nothing here.
    pub rule: RuleId,
    /// The field.
    pub(crate) path: FieldPath,
    /// The bytes.
    pub(crate) span: Span,
    /// Why.
    pub reason: String,
}

/// A note at another place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The bytes.
    pub span: Span,
    /// What they have to do with it.
    pub(crate) note: String,
}

/// A change of the text that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Bytes of the source and what takes their place, in the order of the text and apart.
    pub edits: Vec<(Span, String)>,
    /// Whether it is the one right answer.
    pub safe: bool,
}

/// A finding with its place in the text, ready to be reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// How grave.
    pub level: Level,
    /// One line: the fact.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// The very lines to add, where something is missing.
    pub(crate) insert: Option<String>,
    /// The field.
    pub path: FieldPath,
    /// The bytes to point at.
    pub span: Span,
    /// Other places.
    pub related: Vec<Related>,
    /// The clause it rests on, with the short name of its source; `None` for house style without one.
    pub(crate) citation: Option<String>,
    /// Whether the rule is house style rather than law.
    pub(crate) house_style: bool,
    /// The hash of what it judged, whatever stands around it.
    pub(crate) content: Fingerprint,
    /// The change that mends it.
    pub fix: Option<Fix>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_of_a_draft_are_no_placeholders() {
        let hit = Hit::at(Place::value(FieldPath::root()));
        let hit = hit.word("nilai", "{batas} {").word("batas", "{nilai}");
        let filled = hit.fill("{nilai}; {batas}; {lain} {", Language::Indonesian);
        assert_eq!(filled, "{batas} {; {nilai}; {lain} {");
    }

    #[test]
    fn a_hit_is_as_grave_as_its_gravest_doubt_allows() {
        let hit = Hit::at(Place::value(FieldPath::root()));
        let hit = hit.at_most(Level::Info).at_most(Level::Warning);
        assert_eq!(hit.at_most, Some(Level::Info));
    }
}
