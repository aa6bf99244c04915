//! Arguments of the commands that help to write drafts.

use std::path::PathBuf;

use clap::Args;

use super::SettingsArgs;

/// What a command makes for one kind.
#[derive(Clone, Debug, Args)]
pub(crate) struct MadeArgs {
    /// The kind.
    #[arg(value_name = "kind")]
    pub(crate) kind: String,

    /// The file, instead of standard output.
    #[arg(short, long, value_name = "file")]
    pub(crate) output: Option<PathBuf>,

    /// Whether a file is replaced.
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

    /// Whether a workbook is made, of which each row will be a draft.
    #[arg(long, requires = "output", conflicts_with = "tanya")]
    pub(crate) xlsx: bool,

    /// Whether the main entries are asked for.
    #[arg(long)]
    pub(crate) tanya: bool,

    /// The configuration.
    #[command(flatten)]
    pub(crate) settings: SettingsArgs,
}

/// `naskah pelengkap`
#[derive(Clone, Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell.
    #[arg(value_name = "shell")]
    pub(crate) shell: clap_complete::Shell,
}

/// `naskah manual`
#[derive(Clone, Debug, Args)]
pub(crate) struct ManualArgs {
    /// The folder of all pages, instead of one page on standard output.
    #[arg(long, value_name = "folder")]
    pub(crate) out_dir: Option<PathBuf>,

    /// Whether pages are replaced.
    #[arg(long, requires = "out_dir")]
    pub(crate) force: bool,
}
