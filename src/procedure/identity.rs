//! What a source says of itself: the sum of its times, and the head of its sheet.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The sum of the times, as a source gives it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Jumlah waktu seluruh langkah, menurut sumbernya.")]
pub(crate) struct Total {
    /// In its words.
    #[serde(rename = "tertulis")]
    #[schemars(description = "Jumlah menurut kata-kata sumbernya.")]
    pub said: String,
    /// The days of the calendar that its steps come to, where they can be added up.
    #[serde(rename = "hari")]
    #[schemars(description = "Jumlah hari kalender semua langkah; diuji saat berkas dibaca.")]
    pub days: Option<u64>,
}

/// The identity block of a sheet and its six boxes, as the source prints them.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields, default)]
#[schemars(
    description = "Isian lembar SOP dan keenam kotaknya, sebagaimana tertulis pada sumbernya."
)]
pub(crate) struct Identity {
    /// The institution, a line each.
    #[serde(rename = "instansi")]
    #[schemars(description = "Nama instansi, sebaris demi sebaris.")]
    pub institution: Vec<String>,
    /// The number of the sheet.
    #[serde(rename = "nomor")]
    #[schemars(description = "Nomor SOP.")]
    pub number: String,
    /// When it was made.
    #[serde(rename = "tanggal_pembuatan")]
    #[schemars(description = "Tanggal pembuatan.")]
    pub made: String,
    /// When it was revised.
    #[serde(rename = "tanggal_revisi")]
    #[schemars(description = "Tanggal revisi.")]
    pub revised: String,
    /// When it came into force.
    #[serde(rename = "tanggal_efektif")]
    #[schemars(description = "Tanggal efektif.")]
    pub effective: String,
    /// Who approved it.
    #[serde(rename = "disahkan")]
    #[schemars(description = "Pejabat yang mengesahkan.")]
    pub approved: String,
    /// Its title.
    #[serde(rename = "judul")]
    #[schemars(description = "Nama SOP.")]
    pub title: String,
    /// What it rests on.
    #[serde(rename = "dasar_hukum")]
    #[schemars(description = "Dasar hukum.")]
    pub bases: Vec<String>,
    /// What those who act must be able to do.
    #[serde(rename = "kualifikasi")]
    #[schemars(description = "Kualifikasi pelaksana.")]
    pub qualifications: Vec<String>,
    /// Related procedures.
    #[serde(rename = "keterkaitan")]
    #[schemars(description = "Keterkaitan dengan SOP lain.")]
    pub related: Vec<String>,
    /// What is used.
    #[serde(rename = "peralatan")]
    #[schemars(description = "Peralatan dan perlengkapan.")]
    pub equipment: Vec<String>,
    /// What happens otherwise.
    #[serde(rename = "peringatan")]
    #[schemars(description = "Peringatan.")]
    pub warnings: Vec<String>,
    /// What is recorded.
    #[serde(rename = "pencatatan")]
    #[schemars(description = "Pencatatan dan pendataan.")]
    pub records: Vec<String>,
}
