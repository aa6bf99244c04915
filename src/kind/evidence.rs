//! `bukti`: what a text must say to carry a content, as patterns of a kind.

use std::sync::OnceLock;

use regex::Regex;
use serde::Deserialize;

/// A pattern over plain text in lower case, built when it is first used.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "String")]
pub struct Sign {
    text: String,
    built: OnceLock<Option<Regex>>,
}

impl From<String> for Sign {
    fn from(text: String) -> Self {
        Self { text, built: OnceLock::new() }
    }
}

impl Sign {
    /// Whether it can be built.
    pub(super) fn is_sound(&self) -> bool {
        self.regex().is_some()
    }

    /// Whether a text matches.
    pub(crate) fn matches(&self, text: &str) -> bool {
        self.regex().is_some_and(|pattern| pattern.is_match(text))
    }

    /// The text without what matches.
    pub(crate) fn cut(&self, text: &str) -> String {
        self.regex().map_or_else(|| text.to_owned(), |one| one.replace_all(text, " ").into_owned())
    }

    fn regex(&self) -> Option<&Regex> {
        // The words of the sources are written in ASCII; bounds of ASCII words are built in a
        // fraction of the time that those of Unicode take.
        let built = || Regex::new(&self.text.replace(r"\b", r"(?-u:\b)")).ok();
        self.built.get_or_init(built).as_ref()
    }
}

/// What an article of a content says, and what is no part of it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Evidence {
    /// Words that say the content as such, wherever they stand.
    #[serde(rename = "tegas")]
    pub as_such: Option<Sign>,
    /// Words of which some must stand under its own heading.
    #[serde(rename = "isi")]
    pub holds: Option<Sign>,
    /// Words about something else, which are cut away before anything is looked for.
    #[serde(rename = "bukan")]
    pub other: Option<Sign>,
    /// Whether what is said as such counts although it is yet to be done: the form of a text to come.
    #[serde(rename = "akan")]
    pub yet_to_come: bool,
    /// Whether each party must have its part of it.
    #[serde(rename = "tiap_pihak")]
    pub of_each_party: bool,
}

impl Evidence {
    /// Its patterns.
    pub(super) fn signs(&self) -> impl Iterator<Item = &Sign> {
        [&self.as_such, &self.holds, &self.other].into_iter().flatten()
    }
}
