//! A pack as it is written: `schemas/peraturan/<id>.toml`.

use std::fmt;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::check::Check;
use super::schema::{Changes, Conditions, Day};
use crate::words::{self, Translated};

/// What the rules of a pack rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(description = "Apa landasan aturannya.")]
pub enum Nature {
    /// A regulation or procedure: every rule cites its clause.
    #[schemars(
        description = "Peraturan atau prosedur: tiap aturan menyebut dasar, dan boleh galat."
    )]
    Peraturan,
    /// House style: never an error.
    #[schemars(description = "Kebiasaan penulisan: tidak pernah galat.")]
    Gaya,
    /// The format of drafts itself.
    #[schemars(description = "Bentuk draf sendiri; hanya peraturan bawaan bentuk.")]
    Bentuk,
}

/// The languages that a pack may be written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(description = "Bahasa berkas ini.")]
pub(crate) enum Language {
    /// Indonesian.
    #[schemars(description = "Bahasa Indonesia.")]
    #[default]
    Id,
    /// Malay.
    #[schemars(description = "Bahasa Melayu.")]
    Ms,
}

impl From<Language> for words::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::Id => Self::Indonesian,
            Language::Ms => Self::Malay,
        }
    }
}

/// The head of a pack; its rules are read one by one, so that one bad rule hides no other.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Sebuah peraturan, prosedur, atau kebiasaan dengan aturan-aturannya.")]
pub(crate) struct PackFile<R = toml::Value> {
    /// The stem of the file.
    #[schemars(description = "Sama dengan nama berkasnya, tanpa .toml.")]
    pub(crate) id: String,
    /// The full name.
    #[schemars(description = "Nama lengkapnya.")]
    pub(crate) nama: String,
    /// The short name for citations.
    #[schemars(description = "Nama pendek untuk rujukan, misalnya Permenimipas 8/2025.")]
    pub(crate) singkatan: String,
    /// What it rests on.
    #[schemars(description = "Apa landasan aturannya.")]
    pub(crate) sifat: Nature,
    /// The language of what its rules say, where they do not name one.
    #[schemars(
        description = "Bahasa kalimat di dalam berkas ini yang tidak menyebut bahasanya; bawaannya id."
    )]
    #[serde(default)]
    pub(crate) bahasa: Language,
    /// The day it was enacted.
    #[schemars(
        with = "Option<Day>",
        description = "Hari penetapannya. Naskah yang lebih tua tidak dinilai, atau dinilai pendahulunya."
    )]
    pub(crate) ditetapkan: Option<toml::value::Datetime>,
    /// The day from which it judges, where that is not the day it was enacted.
    #[schemars(
        with = "Option<Day>",
        description = "Hari mulai berlakunya, bila bukan hari penetapannya."
    )]
    pub(crate) berlaku: Option<toml::value::Datetime>,
    /// Whose documents it governs.
    #[schemars(
        description = "Naskah siapa yang diaturnya. Tanpa tabel ini, yang diatur ialah jenis naskah yang menyebutnya."
    )]
    #[allow(dead_code, reason = "the heads of packs are read apart, before their rules")]
    pub(crate) berlaku_bagi: Option<AppliesTo>,
    /// The evidence file.
    #[schemars(description = "Berkas sumber yang dipakai menyusunnya.")]
    pub(crate) sumber: Option<String>,
    /// The pack that judged drafts of earlier days.
    #[schemars(description = "Peraturan yang menilai naskah sebelum hari penetapan.")]
    pub(crate) pendahulu: Option<String>,
    /// The pack that took its place.
    #[schemars(description = "Peraturan yang menggantikannya.")]
    pub(crate) pengganti: Option<SuccessorFile>,
    /// The rules.
    #[schemars(description = "Aturan-aturannya.")]
    #[serde(default = "Vec::<R>::new")]
    pub(crate) aturan: Vec<R>,
}

/// Whose documents a regulation governs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Naskah siapa yang diatur sebuah peraturan.")]
pub(crate) struct AppliesTo {
    /// The institutions, by their ids in `schemas/instansi`.
    #[schemars(description = "id instansinya dalam schemas/instansi.")]
    pub(crate) instansi: Vec<String>,
    /// Values of `satuan` that only its parties have.
    #[schemars(
        description = "Nilai satuan yang hanya dipakai pihak dari instansi itu; dipakai bila nama pihaknya tidak dikenal."
    )]
    #[serde(default)]
    pub(crate) satuan: Vec<String>,
}

impl AppliesTo {
    /// Whether a level is one that only its parties have.
    pub(crate) fn has_unit(&self, unit: Option<&str>) -> bool {
        self.satuan.iter().any(|one| Some(one.as_str()) == unit)
    }
}

/// What took the place of a regulation.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Peraturan yang menggantikan sebuah peraturan.")]
pub(crate) struct SuccessorFile {
    /// The pack.
    #[schemars(description = "id peraturan itu.")]
    pub(crate) paket: String,
    /// The first day that it judges.
    #[schemars(with = "Day", description = "Hari pertama peraturan itu menilai.")]
    pub(crate) sejak: toml::value::Datetime,
    /// What it took over, where that is not all.
    #[schemars(description = "Bidang yang digantikannya, bila tidak seluruhnya.")]
    pub(crate) bagi: Option<String>,
}

/// A rule as it is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    description = "Sebuah aturan: apa yang dituntut, dari naskah mana, dan apa yang dikatakan."
)]
pub(crate) struct RuleFile {
    /// Names the defect.
    #[schemars(description = "Nama cacatnya, satu kata, misalnya pendanaan-tidak-dimuat.")]
    pub(crate) kode: String,
    /// The clause.
    #[schemars(description = "Pasal atau langkah yang menuntutnya.")]
    pub(crate) dasar: Option<String>,
    /// galat, peringatan or catatan.
    #[schemars(description = "Tingkat temuannya.")]
    pub(crate) tingkat: LevelWord,
    /// The level in a finished draft.
    #[schemars(description = "Tingkat temuannya pada naskah yang menyatakan diri final.")]
    pub(crate) tingkat_final: Option<LevelWord>,
    /// Which drafts it judges.
    #[schemars(
        with = "Conditions",
        description = "Naskah mana yang dinilai; semua syarat harus terpenuhi."
    )]
    #[serde(default)]
    pub(crate) bila: toml::Table,
    /// What it looks at.
    #[schemars(
        with = "Check",
        description = "Apa yang dilihat: jenis pemeriksa dengan parameternya."
    )]
    pub(crate) periksa: toml::Value,
    /// The message.
    #[schemars(
        description = "Satu baris tentang faktanya, tanpa titik di ujung; {kata} diganti oleh pemeriksa."
    )]
    pub(crate) pesan: Translated,
    /// The message for Malay drafts.
    #[schemars(
        description = "Pesan bagi naskah berbahasa Melayu, di samping pesan yang berupa teks."
    )]
    pub(crate) pesan_ms: Option<String>,
    /// How to mend it.
    #[schemars(description = "Cara memperbaikinya.")]
    pub(crate) saran: Option<Translated>,
    /// The same for Malay drafts.
    #[schemars(
        description = "Saran bagi naskah berbahasa Melayu, di samping saran yang berupa teks."
    )]
    pub(crate) saran_ms: Option<String>,
    /// Lines to insert.
    #[schemars(description = "Baris TOML yang dapat ditambahkan pada draf.")]
    pub(crate) sisip: Option<String>,
    /// Whether a draft without a finding keeps the clause: false where only its denial is told.
    #[schemars(
        description = "false: aturan hanya berbicara bila naskah menyangkal ketentuannya, sehingga ketentuan itu tidak terhitung dinilai."
    )]
    #[serde(default = "enforcing")]
    pub(crate) menegakkan: bool,
    /// What the clause demands.
    #[schemars(description = "Apa yang dituntut ketentuannya, dan mengapa.")]
    pub(crate) alasan: Translated,
    /// Examples.
    #[schemars(
        with = "Vec<ExampleFile>",
        description = "Paling sedikit satu draf yang salah dan satu yang benar."
    )]
    #[serde(default)]
    pub(crate) contoh: Examples,
}

/// Most rules do.
fn enforcing() -> bool {
    true
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(description = "Tingkat sebuah temuan.")]
pub(crate) enum LevelWord {
    /// An error.
    #[schemars(description = "Peraturan yang berlaku menuntutnya.")]
    Galat,
    /// A warning.
    #[schemars(description = "Kebiasaan, atau pertentangan di dalam peraturan.")]
    Peringatan,
    /// A note.
    #[schemars(description = "Gaya penulisan.")]
    Catatan,
}

/// What an example shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(description = "Yang ditunjukkan sebuah contoh.")]
pub enum Outcome {
    /// The rule finds something.
    #[schemars(description = "Aturan menemukan sesuatu.")]
    Temuan,
    /// It finds nothing.
    #[schemars(description = "Aturan tidak menemukan apa pun.")]
    Bersih,
}

/// A draft that fails or passes: the smallest draft of a kind, changed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Draf terkecil sebuah jenis, diubah; atau teks draf seutuhnya.")]
pub struct ExampleFile {
    /// What it shows.
    #[schemars(description = "Yang ditunjukkannya.")]
    pub hasil: Outcome,
    /// The kind whose `contoh.toml` is changed.
    #[schemars(description = "Jenis naskah yang contoh.toml-nya diubah.")]
    pub jenis: Option<String>,
    /// The change: `hapus` and paths with new values.
    #[schemars(
        with = "Changes",
        description = "Perubahannya: jalur bidang dengan nilai baru, dan hapus."
    )]
    #[serde(default)]
    pub ubah: toml::Table,
    /// The whole text, where no change of a sound draft can show it.
    #[schemars(
        description = "Teks seutuhnya, bila perubahan draf yang benar tidak dapat menunjukkannya."
    )]
    pub teks: Option<String>,
    /// The day that counts as today, where a case file is judged by it.
    #[schemars(
        with = "Option<Day>",
        description = "Hari yang dianggap hari ini, bagi berkas perkara yang dinilai terhadapnya."
    )]
    pub pada: Option<toml::value::Datetime>,
    /// The path the finding must have.
    #[schemars(description = "Bidang tempat temuannya, bagi hasil temuan.")]
    pub di: Option<String>,
}
