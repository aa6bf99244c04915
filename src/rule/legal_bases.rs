//! What became of regulations that drafts cite: `schemas/dasar-hukum/*.toml`, each entry with its
//! source.

use std::sync::LazyLock;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets;
use crate::draft::value;

/// What became of a regulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang terjadi pada sebuah peraturan.")]
pub(crate) enum Status {
    /// It is no longer in force.
    #[schemars(description = "Tidak berlaku lagi.")]
    TidakBerlaku,
    /// Another regulates the same; whether it repealed this one the sources do not say.
    #[schemars(
        description = "Peraturan lain mengatur hal yang sama; apakah yang ini dicabut tidak disebut sumbernya."
    )]
    Diragukan,
    /// It was amended.
    #[schemars(description = "Sudah diubah.")]
    Diubah,
}

/// A regulation whose standing changed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LegalBasis {
    /// `Undang-Undang`, `Peraturan Menteri …`.
    pub(crate) jenis: String,
    /// Its number.
    pub(crate) nomor: String,
    /// Its year.
    pub(crate) tahun: i64,
    /// What became of it.
    pub(crate) status: Status,
    sejak: toml::value::Datetime,
    /// The pack of the drafts that it concerns, where it does not concern all.
    pub(crate) hanya: Option<String>,
    /// Only the list of legal bases is judged: in sentences it is usually named without its amendment.
    #[serde(default)]
    pub(crate) hanya_daftar: bool,
    /// What did it.
    pub(crate) oleh: String,
    /// What the source says, and what it leaves open.
    pub(crate) keterangan: String,
    /// The evidence.
    #[allow(dead_code, reason = "evidence for whoever reads the table")]
    pub(crate) sumber: String,
}

/// A kind of regulation with its usual abbreviations.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Kind {
    /// Its full name.
    pub(crate) nama: String,
    /// Its other names: `UU`, `Permenkumham`.
    pub(crate) singkatan: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableFile {
    #[serde(default)]
    jenis: Vec<Kind>,
    peraturan: Vec<LegalBasis>,
}

impl LegalBasis {
    /// The day from which it holds.
    pub(crate) fn since(&self) -> Option<NaiveDate> {
        value::from_toml(&self.sejak)
    }
}

/// All entries.
pub(crate) fn all() -> &'static [LegalBasis] {
    &TABLE.peraturan
}

/// The kinds of regulations that entries are of.
pub(crate) fn kinds() -> &'static [Kind] {
    &TABLE.jenis
}

static TABLE: LazyLock<TableFile> = LazyLock::new(|| {
    let paths = assets::LEGAL_BASES.iter().map(|(path, _)| format!("schemas/dasar-hukum/{path}"));
    let mut table = TableFile::default();
    for file in paths.filter_map(|path| assets::read::<TableFile>(&path)) {
        table.jenis.extend(file.jenis);
        table.peraturan.extend(file.peraturan);
    }
    table
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        for (path, bytes) in assets::LEGAL_BASES {
            let text = std::str::from_utf8(bytes).unwrap();
            let file: TableFile =
                toml::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}"));
            for one in file.peraturan {
                assert!(
                    one.since().is_some() && !one.sumber.is_empty() && !one.keterangan.is_empty()
                );
                let kind = kinds().iter().find(|kind| kind.nama == one.jenis);
                assert!(kind.is_some(), "{path}: {} is no known kind", one.jenis);
                // Of a law that does not exist no draft is under it.
                let law = one.hanya.map(|law| format!("{law}.toml"));
                assert!(law.is_none_or(|law| assets::PACKS.iter().any(|(path, _)| *path == law)));
            }
        }
        assert!(all().len() >= 16);
    }
}
