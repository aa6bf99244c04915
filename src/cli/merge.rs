//! Arguments of `naskah gabung`.

use std::path::PathBuf;

use clap::Args;

/// `naskah gabung`
#[derive(Clone, Debug, Args)]
pub(crate) struct MergeArgs {
    /// The manifests of the shares.
    #[arg(value_name = "file", required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// The manifest of the whole.
    #[arg(short, long, value_name = "file")]
    pub(crate) output: Option<PathBuf>,

    /// The folder of the documents, which are then held against the manifests.
    #[arg(long, value_name = "folder")]
    pub(crate) out_dir: Option<PathBuf>,

    /// The archives of the documents, likewise.
    #[arg(long, value_name = "file", conflicts_with = "out_dir")]
    pub(crate) archive: Vec<PathBuf>,

    /// Whether a file is replaced.
    #[arg(long)]
    pub(crate) force: bool,
}
