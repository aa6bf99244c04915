//! Arguments of `naskah flow`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// The form of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FlowFormat {
    /// Text that others draw.
    Mermaid,
    /// A picture.
    Svg,
}

/// `naskah flow`
#[derive(Clone, Debug, Args)]
pub(crate) struct FlowArgs {
    /// The procedure: one of the program's own, or a file.
    #[arg(value_name = "procedure")]
    pub(crate) procedure: String,

    /// The form of the output.
    #[arg(long, value_name = "form", default_value = "svg")]
    pub(crate) format: FlowFormat,

    /// The file, instead of standard output.
    #[arg(short, long, value_name = "file")]
    pub(crate) output: Option<PathBuf>,

    /// Whether a file is replaced.
    #[arg(long)]
    pub(crate) force: bool,
}
