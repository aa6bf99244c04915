//! Sentences that people read, by language. `words/{id,ms,en}.toml` hold them; the build makes a
//! function of each, with its placeholders as parameters. What the program has to say travels as a
//! [`Phrase`], and becomes a text where somebody is known who reads it.

mod language;
#[cfg(test)]
mod tests;
mod translated;

use std::fmt;

pub use language::Language;
pub(crate) use translated::Translated;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A sentence of the catalogue in every language.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    id: &'static [Piece],
    ms: &'static [Piece],
    /// English is begun where it costs little.
    en: Option<&'static [Piece]>,
}

impl Sentence {
    /// What English does not say yet is said in Indonesian.
    fn pieces(&self, language: Language) -> &'static [Piece] {
        match language {
            Language::Indonesian => self.id,
            Language::Malay => self.ms,
            Language::English => self.en.unwrap_or(self.id),
        }
    }
}

/// A part of a sentence: words of its own, or the place of an argument.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(&'static str),
    Slot(usize),
}

/// Something to be said, in whichever language it will be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    sentence: &'static Sentence,
    arguments: Vec<Argument>,
}

/// What stands at a placeholder of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Words of a draft, names, numbers: the same in every language.
    Text(String),
    /// A phrase in the language of the sentence around it.
    Phrase(Phrase),
    /// One after the other.
    List {
        /// The members.
        members: Vec<Self>,
        /// What stands between two of them.
        between: &'static str,
    },
}

/// A phrase that is nothing but its argument.
static VERBATIM: Sentence = {
    const SLOT: &[Piece] = &[Piece::Slot(0)];
    Sentence { id: SLOT, ms: SLOT, en: Some(SLOT) }
};

impl Phrase {
    fn new(sentence: &'static Sentence, arguments: Vec<Argument>) -> Self {
        Self { sentence, arguments }
    }

    /// Words that are the same in every language, such as those of a draft.
    pub(crate) fn verbatim(words: impl Into<Argument>) -> Self {
        Self::new(&VERBATIM, vec![words.into()])
    }

    /// The phrase as people of a language read it.
    pub fn text(&self, language: Language) -> String {
        let mut out = String::new();
        self.write(language, &mut out);
        out
    }

    fn write(&self, language: Language, out: &mut String) {
        for piece in self.sentence.pieces(language) {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Slot(at) => {
                    if let Some(argument) = self.arguments.get(*at) {
                        argument.write(language, out);
                    }
                }
            }
        }
    }
}

impl Argument {
    /// Nothing at all, or a phrase.
    pub(crate) fn maybe(phrase: Option<Phrase>) -> Self {
        phrase.map_or_else(|| Self::Text(String::new()), Self::Phrase)
    }

    /// One after the other, with something between.
    pub(crate) fn list<A: Into<Self>>(
        members: impl IntoIterator<Item = A>,
        between: &'static str,
    ) -> Self {
        Self::List { members: members.into_iter().map(Into::into).collect(), between }
    }

    /// The argument as people of a language read it.
    pub fn text(&self, language: Language) -> String {
        let mut out = String::new();
        self.write(language, &mut out);
        out
    }

    fn write(&self, language: Language, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(text),
            Self::Phrase(phrase) => phrase.write(language, out),
            Self::List { members, between } => {
                for (at, member) in members.iter().enumerate() {
                    out.push_str(if at == 0 { "" } else { between });
                    member.write(language, out);
                }
            }
        }
    }
}

impl From<Phrase> for Argument {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

/// What shows itself the same in every language. A phrase has no such form.
impl<T: fmt::Display> From<T> for Argument {
    fn from(words: T) -> Self {
        Self::Text(words.to_string())
    }
}

/// A sentence of the subject `cli`, by its path in it.
pub(crate) fn named(path: &str, language: Language) -> Option<&'static str> {
    let at = NAMED.binary_search_by_key(&path, |(path, _)| path).ok()?;
    match NAMED.get(at)?.1.pieces(language) {
        [Piece::Text(text)] => Some(text),
        _ => None,
    }
}

/// The paths of all sentences of the subject `cli`.
#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    NAMED.iter().map(|(path, _)| *path)
}

/// What a word that is not known may have meant, as the end of a sentence.
pub(crate) fn perhaps(near: Option<&str>) -> Argument {
    Argument::maybe(near.map(meant::perhaps_tail))
}

/// Known words, and which of them may have been meant.
pub(crate) fn known_and_perhaps<T: fmt::Display>(known: &[T], near: Option<&str>) -> Argument {
    Argument::list([Argument::list(known, ", "), perhaps(near)], "")
}

/// Names one after the other, the last behind an "or".
pub(crate) fn either<T: fmt::Display>(names: &[T]) -> Argument {
    joined(names, list::either)
}

/// Names one after the other, the last behind an "and".
pub(crate) fn both<T: fmt::Display>(names: &[T]) -> Argument {
    joined(names, list::both)
}

fn joined<T: fmt::Display>(names: &[T], join: fn(Argument, Argument) -> Phrase) -> Argument {
    let names = names.iter().map(Argument::from);
    let whole = names.reduce(|one, other| join(one, other).into());
    whole.unwrap_or_else(|| Argument::maybe(None))
}
