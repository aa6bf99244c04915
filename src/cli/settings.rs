//! Arguments about the configuration, which several commands share.

use std::path::PathBuf;

use clap::Args;

/// Where the configuration and an office's own packs come from.
#[derive(Clone, Debug, Default, Args)]
pub struct SettingsArgs {
    /// Berkas konfigurasi ini, bukan naskah.toml yang terdekat.
    #[arg(long, value_name = "BERKAS", help_heading = "Konfigurasi")]
    pub config: Option<PathBuf>,

    /// Abaikan semua naskah.toml.
    #[arg(long, conflicts_with = "config", help_heading = "Konfigurasi")]
    pub isolated: bool,

    /// Folder paket peraturan kantor sendiri (*.toml); ikut menilai setiap draf.
    #[arg(long, value_name = "FOLDER", help_heading = "Konfigurasi")]
    pub packs: Option<PathBuf>,
}

/// Which rules count, and what is shown of them.
#[derive(Clone, Debug, Default, Args)]
pub struct RuleArgs {
    /// Hanya aturan ini: peraturan/kode, nama peraturan, atau awalannya; dipisahkan koma.
    #[arg(long, value_name = "ATURAN", value_delimiter = ',', help_heading = "Aturan")]
    pub select: Vec<String>,

    /// Tanpa aturan ini; mengalahkan --select.
    #[arg(long, value_name = "ATURAN", value_delimiter = ',', help_heading = "Aturan")]
    pub ignore: Vec<String>,

    /// Tampilkan jumlah temuan tiap aturan, bukan temuannya.
    #[arg(long, help_heading = "Aturan")]
    pub statistics: bool,

    /// Tampilkan konfigurasi yang berlaku, lalu selesai.
    #[arg(long, help_heading = "Konfigurasi")]
    pub show_settings: bool,
}
