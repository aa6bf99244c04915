//! `bukti`: what a text must say to carry a content, as patterns of a kind.

use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::wording::{Builds, Built};

/// A pattern over plain text in lower case, built when it is first used.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(from = "String")]
#[schemars(with = "String", inline)]
pub(crate) struct Sign {
    text: String,
    builds: Builds,
    number: u64,
}

impl From<String> for Sign {
    fn from(text: String) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        Self { text, builds: Builds::of_sentences(), number }
    }
}

impl Sign {
    /// Whether it can be built.
    pub(super) fn is_sound(&self) -> bool {
        Regex::new(&self.of_ascii_words()).is_ok()
    }

    /// What tells it from every other while the program runs. A copy of it is the same.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// Whether a text matches.
    pub(crate) fn matches(&self, text: &str) -> bool {
        self.regex(text).is_some_and(|pattern| pattern.is_match(text))
    }

    /// The text without what matches.
    pub(crate) fn cut<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.regex(text).map_or(Cow::Borrowed(text), |one| one.replace_all(text, " "))
    }

    fn regex(&self, text: &str) -> Option<&Built> {
        self.builds.for_text(text, || self.of_ascii_words())
    }

    /// The words of the sources are written in ASCII.
    fn of_ascii_words(&self) -> Cow<'_, str> {
        Cow::Owned(self.text.replace(r"\b", r"(?-u:\b)"))
    }
}

/// A matter that is no part of a content, in the words that all kinds share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Hal yang bukan muatannya.")]
pub(crate) enum OtherMatter {
    /// Rules on the document itself: its term, changes and costs.
    #[schemars(
        description = "Aturan tentang naskahnya sendiri: berlakunya, perubahannya, biayanya."
    )]
    AturanNaskah,
    /// How old and how large an institution is.
    #[schemars(description = "Riwayat dan ukuran sebuah lembaga.")]
    ProfilLembaga,
}

/// What an article of a content says, and what is no part of it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(description = "Apa yang dikatakan sebuah pasal tentang muatannya.")]
pub(crate) struct Evidence {
    /// Words that say the content as such, wherever they stand.
    #[schemars(
        description = "Pola kata yang mengatakan muatannya sebagai muatan, di mana pun tempatnya."
    )]
    #[serde(rename = "tegas")]
    pub(crate) as_such: Option<Sign>,
    /// Words of which some must stand under its own heading.
    #[schemars(description = "Pola kata yang harus ada di bawah judulnya sendiri.")]
    #[serde(rename = "isi")]
    pub(crate) holds: Option<Sign>,
    /// Words about something else, which are cut away before anything is looked for.
    #[schemars(description = "Pola kata tentang hal lain, yang dilewatkan sebelum mencari.")]
    #[serde(rename = "bukan")]
    pub(crate) other: Option<Sign>,
    /// Matters that other texts deal with as well, cut away likewise.
    #[schemars(
        description = "Hal lain yang sama pada beberapa jenis, dari schemas/muatan/ungkapan.toml; dilewatkan pula."
    )]
    #[serde(rename = "bukan_pula")]
    pub(crate) others: Vec<OtherMatter>,
    /// Whether what is said as such counts although it is yet to be done: the form of a text to come.
    #[schemars(description = "Yang masih akan dikerjakan pun terhitung.")]
    #[serde(rename = "akan")]
    pub(crate) yet_to_come: bool,
    /// Whether each party must have its part of it.
    #[schemars(description = "Tiap pihak harus mempunyai bagiannya.")]
    #[serde(rename = "tiap_pihak")]
    pub(crate) of_each_party: bool,
}

impl Evidence {
    /// Its patterns.
    pub(super) fn signs(&self) -> impl Iterator<Item = &Sign> {
        [&self.as_such, &self.holds, &self.other].into_iter().flatten()
    }
}
