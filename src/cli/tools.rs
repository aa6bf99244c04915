//! Arguments of the commands that help to write drafts.

use std::path::PathBuf;

use clap::Args;

use super::SettingsArgs;

/// What a command makes for one kind.
#[derive(Clone, Debug, Args)]
pub(crate) struct MadeArgs {
    /// Jenis naskah, misalnya perjanjian-kerja-sama.
    #[arg(value_name = "JENIS")]
    pub(crate) kind: String,

    /// Tulis ke berkas ini, bukan ke keluaran standar.
    #[arg(short, long, value_name = "BERKAS")]
    pub(crate) output: Option<PathBuf>,

    /// Timpa berkas yang sudah ada.
    #[arg(long)]
    pub(crate) force: bool,
}

/// `naskah schema`
#[derive(Clone, Debug, Args)]
pub(crate) struct SchemaArgs {
    /// The kind and the file.
    #[command(flatten)]
    pub(crate) made: MadeArgs,

    /// The configuration.
    #[command(flatten)]
    pub(crate) settings: SettingsArgs,
}

/// `naskah new`
#[derive(Clone, Debug, Args)]
pub(crate) struct NewArgs {
    /// The kind and the file.
    #[command(flatten)]
    pub(crate) made: MadeArgs,

    /// Tanyakan isian pokok lebih dahulu; hanya pada terminal.
    #[arg(long)]
    pub(crate) tanya: bool,

    /// The configuration.
    #[command(flatten)]
    pub(crate) settings: SettingsArgs,
}

/// `naskah pelengkap`
#[derive(Clone, Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// Shell yang dipakai.
    #[arg(value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

/// `naskah manual`
#[derive(Clone, Debug, Args)]
pub(crate) struct ManualArgs {
    /// Tulis halaman program dan tiap perintahnya ke folder ini, bukan halaman program ke keluaran
    /// standar.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out_dir: Option<PathBuf>,

    /// Timpa halaman yang sudah ada.
    #[arg(long, requires = "out_dir")]
    pub(crate) force: bool,
}
