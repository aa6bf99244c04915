//! Calendars as they are written: those of countries in `schemas/kalender/`, and an office's own.

use schemars::JsonSchema;
use serde::Deserialize;

use super::schema;

/// The days off of a country.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Hari libur dan cuti bersama sebuah negara, tahun demi tahun.")]
pub(super) struct File {
    #[schemars(description = "Sama dengan nama berkasnya, tanpa .toml.")]
    pub(super) id: String,
    #[schemars(description = "Nama kalender.")]
    pub(super) nama: String,
    #[serde(rename = "bahasa")]
    #[schemars(description = "Bahasa nama harinya.")]
    pub(super) _bahasa: String,
    #[schemars(
        with = "Vec<schema::Weekday>",
        description = "Nama hari yang bukan hari kerja: senin sampai minggu."
    )]
    pub(super) akhir_pekan: Vec<String>,
    #[schemars(description = "Menit kerja dalam sehari.")]
    pub(super) menit_sehari: u64,
    #[schemars(description = "Daftar tiap tahun; tahun tanpa daftar diperingatkan.")]
    pub(super) tahun: Vec<Year>,
}

/// Those of a year.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Daftar satu tahun, menurut keputusan yang menetapkannya.")]
pub(super) struct Year {
    #[schemars(description = "Tahunnya.")]
    pub(super) tahun: i32,
    #[serde(rename = "sumber")]
    #[schemars(description = "Keputusan yang menetapkannya.")]
    pub(super) _sumber: String,
    #[serde(default)]
    #[schemars(description = "Apakah seluruh daftar ini masih dapat berubah.")]
    pub(super) sementara: bool,
    #[schemars(description = "Hari liburnya.")]
    pub(super) libur: Vec<Holiday>,
    #[serde(default)]
    #[schemars(with = "Vec<schema::Day>", description = "Tanggal cuti bersama.")]
    pub(super) cuti_bersama: Vec<toml::Value>,
}

/// A day off.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Sebuah hari libur.")]
pub(super) struct Holiday {
    #[schemars(with = "schema::Day", description = "Tanggalnya.")]
    pub(super) tanggal: toml::Value,
    #[schemars(description = "Nama harinya.")]
    pub(super) nama: String,
    #[serde(default)]
    #[schemars(description = "Apakah tanggalnya masih dapat berubah.")]
    pub(super) sementara: bool,
}

/// An office's own days: more that are off, and some that are worked.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    description = "Hari libur dan hari kerja kantor sendiri, di atas kalender bawaan (--calendar)."
)]
pub(super) struct Own {
    #[serde(default)]
    #[schemars(description = "Hari libur tambahan.")]
    pub(super) libur: Vec<Holiday>,
    #[serde(default)]
    #[schemars(with = "Vec<schema::Day>", description = "Tanggal yang tetap hari kerja.")]
    pub(super) kerja: Vec<toml::Value>,
    #[serde(default)]
    #[schemars(description = "Tahun yang daftarnya sudah pasti dan lengkap.")]
    pub(super) tahun_lengkap: Vec<i32>,
    #[schemars(description = "Menit kerja dalam sehari.")]
    pub(super) menit_sehari: Option<u64>,
}
