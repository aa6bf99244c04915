//! Arguments of the commands that help to write drafts.

use std::path::PathBuf;

use clap::Args;

use super::SettingsArgs;

/// `naskah schema`
#[derive(Clone, Debug, Args)]
pub struct SchemaArgs {
    /// Jenis naskah, misalnya perjanjian-kerja-sama.
    #[arg(value_name = "JENIS")]
    pub kind: String,

    /// Tulis ke berkas ini, bukan ke keluaran standar.
    #[arg(short, long, value_name = "BERKAS")]
    pub output: Option<PathBuf>,

    /// Timpa berkas yang sudah ada.
    #[arg(long)]
    pub force: bool,

    /// The configuration.
    #[command(flatten)]
    pub settings: SettingsArgs,
}

/// `naskah new`
#[derive(Clone, Debug, Args)]
pub struct NewArgs {
    /// Jenis naskah, misalnya perjanjian-kerja-sama.
    #[arg(value_name = "JENIS")]
    pub kind: String,

    /// Tulis ke berkas ini, bukan ke keluaran standar.
    #[arg(short, long, value_name = "BERKAS")]
    pub output: Option<PathBuf>,

    /// Timpa berkas yang sudah ada.
    #[arg(long)]
    pub force: bool,

    /// Tanyakan isian pokok lebih dahulu; hanya pada terminal.
    #[arg(long)]
    pub tanya: bool,

    /// The configuration.
    #[command(flatten)]
    pub settings: SettingsArgs,
}
