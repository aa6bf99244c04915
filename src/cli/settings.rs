//! Arguments about the configuration, which several commands share.

use std::path::PathBuf;

use clap::Args;

/// Where the configuration and an office's own packs come from.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct SettingsArgs {
    /// Berkas konfigurasi ini, bukan naskah.toml yang terdekat.
    #[arg(long, value_name = "BERKAS", help_heading = "Konfigurasi")]
    pub(crate) config: Option<PathBuf>,

    /// Abaikan semua naskah.toml.
    #[arg(long, conflicts_with = "config", help_heading = "Konfigurasi")]
    pub(crate) isolated: bool,

    /// Folder paket peraturan kantor sendiri (*.toml); ikut menilai setiap draf.
    #[arg(long, value_name = "FOLDER", help_heading = "Konfigurasi")]
    pub(crate) packs: Option<PathBuf>,

    /// Folder templat kantor sendiri; berkasnya menggantikan berkas bawaan yang senama.
    #[arg(long, value_name = "FOLDER", help_heading = "Konfigurasi")]
    pub(crate) templates: Option<PathBuf>,
}

/// Which rules count, and what is shown of them.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct RuleArgs {
    /// Hanya aturan ini: peraturan/kode, nama peraturan, atau awalannya; dipisahkan koma.
    #[arg(long, value_name = "ATURAN", value_delimiter = ',', help_heading = "Aturan")]
    pub(crate) select: Vec<String>,

    /// Tanpa aturan ini; mengalahkan --select.
    #[arg(long, value_name = "ATURAN", value_delimiter = ',', help_heading = "Aturan")]
    pub(crate) ignore: Vec<String>,

    /// Tampilkan jumlah temuan tiap aturan, bukan temuannya.
    #[arg(long, help_heading = "Aturan")]
    pub(crate) statistics: bool,

    /// Tampilkan konfigurasi yang berlaku, lalu selesai.
    #[arg(long, help_heading = "Konfigurasi", conflicts_with_all = ["format", "output_file"])]
    pub(crate) show_settings: bool,
}

/// What is mended in the drafts themselves.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct FixArgs {
    /// Perbaiki di tempat temuan yang jawabannya hanya satu; masukan standar ke keluaran standar.
    #[arg(long, conflicts_with = "diff", help_heading = "Perbaikan")]
    pub(crate) fix: bool,

    /// Tampilkan perbaikannya sebagai diff tanpa menulis apa pun; status 1 bila ada.
    #[arg(long, help_heading = "Perbaikan", conflicts_with_all = ["format", "output_file"])]
    pub(crate) diff: bool,

    /// Sertakan perbaikan yang dapat mengubah maksud naskah, misalnya nomor butir.
    #[arg(long, help_heading = "Perbaikan")]
    pub(crate) unsafe_fixes: bool,
}
