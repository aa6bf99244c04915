//! A pack as it is written: `schemas/peraturan/<id>.toml`.

use std::fmt;
use std::sync::OnceLock;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// What the rules of a pack rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Nature {
    /// A regulation or procedure: every rule cites its clause.
    Peraturan,
    /// House style: never an error.
    Gaya,
    /// The format of drafts itself.
    Bentuk,
}

/// The languages that a pack may be written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Indonesian.
    #[default]
    Id,
    /// Malay.
    Ms,
}

/// The head of a pack; its rules are read one by one, so that one bad rule hides no other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackFile<R = toml::Value> {
    /// The stem of the file.
    pub id: String,
    /// The full name.
    pub nama: String,
    /// The short name for citations.
    pub singkatan: String,
    /// What it rests on.
    pub sifat: Nature,
    /// The language of its messages, for whoever reads the file.
    #[serde(default)]
    pub bahasa: Language,
    /// The day it was enacted.
    pub ditetapkan: Option<toml::value::Datetime>,
    /// The evidence file.
    pub sumber: Option<String>,
    /// The pack that judged drafts of earlier days.
    pub pendahulu: Option<String>,
    /// The pack that took its place.
    pub pengganti: Option<SuccessorFile>,
    /// The rules.
    #[serde(default = "Vec::new")]
    pub aturan: Vec<R>,
}

/// What took the place of a regulation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuccessorFile {
    /// The pack.
    pub paket: String,
    /// The first day that it judges.
    pub sejak: toml::value::Datetime,
    /// What it took over, where that is not all.
    pub bagi: Option<String>,
}

/// A rule as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// Names the defect.
    pub kode: String,
    /// The clause.
    pub dasar: Option<String>,
    /// galat, peringatan or catatan.
    pub tingkat: LevelWord,
    /// The level in a finished draft.
    pub tingkat_final: Option<LevelWord>,
    /// Which drafts it judges.
    #[serde(default)]
    pub bila: toml::Table,
    /// What it looks at.
    pub periksa: toml::Value,
    /// The message.
    pub pesan: String,
    /// The message for Malay drafts.
    pub pesan_ms: Option<String>,
    /// How to mend it.
    pub saran: Option<String>,
    /// The same for Malay drafts.
    pub saran_ms: Option<String>,
    /// Lines to insert.
    pub sisip: Option<String>,
    /// What the clause demands.
    pub alasan: String,
    /// Examples.
    #[serde(default)]
    pub contoh: Examples,
}

/// The examples of a rule. Those of an embedded pack are a JSON text until somebody asks for them.
#[derive(Debug, Default)]
pub struct Examples {
    folded: String,
    read: OnceLock<Vec<ExampleFile>>,
}

impl<'de> Deserialize<'de> for Examples {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExamplesVisitor)
    }
}

/// Not an untagged enum: that would tell nobody what is wrong with an example.
struct ExamplesVisitor;

impl<'de> Visitor<'de> for ExamplesVisitor {
    type Value = Examples;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_str<E>(self, folded: &str) -> Result<Examples, E> {
        Ok(Examples { folded: folded.to_owned(), read: OnceLock::new() })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Examples, A::Error> {
        let read = Vec::deserialize(SeqAccessDeserializer::new(list))?;
        Ok(Examples { folded: String::new(), read: OnceLock::from(read) })
    }
}

impl Examples {
    /// Whether they are a text that nobody has read yet.
    pub(crate) fn are_folded(&self) -> bool {
        !self.folded.is_empty()
    }

    /// All of them, in the order of the file.
    pub fn all(&self) -> &[ExampleFile] {
        self.read.get_or_init(|| serde_json::from_str(&self.folded).unwrap_or_default())
    }
}

/// The words for the levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LevelWord {
    /// An error.
    Galat,
    /// A warning.
    Peringatan,
    /// A note.
    Catatan,
}

/// What an example shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The rule finds something.
    Temuan,
    /// It finds nothing.
    Bersih,
}

/// A draft that fails or passes: the smallest draft of a kind, changed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleFile {
    /// What it shows.
    pub hasil: Outcome,
    /// The kind whose `contoh.toml` is changed.
    pub jenis: Option<String>,
    /// The change: `hapus` and paths with new values.
    #[serde(default)]
    pub ubah: toml::Table,
    /// The whole text, where no change of a sound draft can show it.
    pub teks: Option<String>,
    /// The path the finding must have.
    pub di: Option<String>,
}
