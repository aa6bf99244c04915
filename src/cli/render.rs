//! Arguments of `naskah render`.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use clap::Args;

use super::InputArgs;
use super::inputs::{Outside, within};
use crate::manifest::Share;
use crate::render::Format;

/// The dots per inch of a page image.
const PPI: RangeInclusive<u32> = 10..=1200;

fn ppi(text: &str) -> Result<u32, Outside> {
    within(text, &PPI)
}

/// The seconds that a document may be given: a day at most.
const SECONDS: RangeInclusive<u64> = 1..=86_400;

fn seconds(text: &str) -> Result<u64, Outside> {
    within(text, &SECONDS)
}

/// The memory that a document may be given, in MiB. With less no page is laid out at all.
const MEBIBYTES: RangeInclusive<u64> = 128..=1_048_576;

fn mebibytes(text: &str) -> Result<u64, Outside> {
    within(text, &MEBIBYTES)
}

fn share(text: &str) -> Result<Share, Outside> {
    text.parse().map_err(|_| Outside::of("1/1".to_owned(), "N/N".to_owned()))
}

/// `naskah render`
#[derive(Clone, Debug, Args)]
pub(crate) struct RenderArgs {
    /// The drafts.
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// The file of a single draft; `-` is standard output.
    #[arg(short, long, value_name = "file")]
    pub(crate) output: Option<PathBuf>,

    /// The folder of files named after their drafts.
    #[arg(long, value_name = "folder")]
    pub(crate) out_dir: Option<PathBuf>,

    /// The form of the output.
    #[arg(long, value_name = "form", default_value = "pdf")]
    pub(crate) format: Format,

    /// The standards that a PDF keeps.
    #[arg(long, value_name = "standard", value_delimiter = ',')]
    pub(crate) pdf_standard: Vec<String>,

    /// Dots per inch of a page image.
    #[arg(long, value_name = "number", default_value_t = 144)]
    #[arg(value_parser = ppi)]
    pub(crate) ppi: u32,

    /// The office's style.
    #[arg(long, value_name = "file")]
    pub(crate) style: Option<PathBuf>,

    /// Where pictures are looked for besides.
    #[arg(long, value_name = "folder")]
    pub(crate) images: Option<PathBuf>,

    /// Whether drafts with errors are printed, marked as such.
    #[arg(long)]
    pub(crate) draft: bool,

    /// What was made of what, for `--resume` and for putting shares together.
    #[arg(long, value_name = "file", help_heading = "batch")]
    pub(crate) manifest: Option<PathBuf>,

    /// Whether only what is missing or has changed since is made.
    #[arg(long, help_heading = "batch", requires = "manifest")]
    pub(crate) resume: bool,

    /// Whether it is said why each is made.
    #[arg(long, help_heading = "batch", requires = "resume")]
    pub(crate) why: bool,

    /// The share of the drafts that is taken.
    #[arg(long, value_name = "share", help_heading = "batch", value_parser = share)]
    pub(crate) shard: Option<Share>,

    /// One archive of all documents instead of files of their own.
    #[arg(long, value_name = "file", help_heading = "batch", conflicts_with = "combine")]
    pub(crate) archive: Option<PathBuf>,

    /// One document of all, with a bookmark for each.
    #[arg(long, value_name = "file", help_heading = "batch")]
    pub(crate) combine: Option<PathBuf>,

    /// The seconds that a document may take, in a process of its own.
    #[arg(long, value_name = "seconds", help_heading = "batch", value_parser = seconds)]
    pub(crate) time_limit: Option<u64>,

    /// The memory that it may take there, in MiB.
    #[arg(long, value_name = "mebibytes", help_heading = "batch", value_parser = mebibytes)]
    pub(crate) memory_limit: Option<u64>,

    /// Whether this is that process.
    #[arg(long, hide = true)]
    pub(crate) helper: bool,

    /// What became of every draft.
    #[arg(long, value_name = "file")]
    pub(crate) report: Option<PathBuf>,

    /// What was printed and where it is signed. What an earlier run has printed is not laid out
    /// again, and one document of all has other pages.
    #[arg(long, value_name = "file", conflicts_with_all = ["resume", "combine"])]
    pub(crate) record: Option<PathBuf>,

    /// Whether files are replaced.
    #[arg(long)]
    pub(crate) force: bool,
}
