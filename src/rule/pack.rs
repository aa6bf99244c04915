//! A pack as it is written: `schemas/peraturan/<id>.toml`.

use serde::Deserialize;

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

/// The head of a pack; its rules are read one by one, so that one bad rule hides no other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// The stem of the file.
    pub id: String,
    /// The full name.
    pub nama: String,
    /// The short name for citations.
    pub singkatan: String,
    /// What it rests on.
    pub sifat: Nature,
    /// The language of its messages.
    #[serde(default = "indonesian")]
    pub bahasa: String,
    /// The day it was enacted.
    pub ditetapkan: Option<toml::value::Datetime>,
    /// The evidence file.
    pub sumber: Option<String>,
    /// The pack that judged drafts of earlier days.
    pub pendahulu: Option<String>,
    /// The pack that took its place.
    pub pengganti: Option<SuccessorFile>,
    /// The rules.
    #[serde(default)]
    pub aturan: Vec<toml::Value>,
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

fn indonesian() -> String {
    "id".to_owned()
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
    pub contoh: Vec<ExampleFile>,
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
