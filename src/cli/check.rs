//! Arguments of `naskah check`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::timeline::date;
use super::{FixArgs, InputArgs, Output, OutputParser, RuleArgs};

/// A threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Threshold {
    /// Errors.
    #[value(name = "galat", aliases = ["error", "ralat"])]
    Error,
    /// Errors and warnings.
    #[value(name = "peringatan", aliases = ["warning", "amaran"])]
    Warning,
    /// Every finding.
    #[value(name = "catatan", aliases = ["info", "nota"])]
    Info,
    /// Nothing.
    #[value(name = "tidak-pernah", alias = "never")]
    Never,
}

/// `naskah check`
#[derive(Clone, Debug, Args)]
pub(crate) struct CheckArgs {
    /// The drafts.
    #[command(flatten)]
    pub(crate) input: InputArgs,

    /// The forms of report, each with its file.
    #[arg(long, value_name = "form", default_value = "human", alias = "output-format")]
    #[arg(value_parser = OutputParser)]
    pub(crate) format: Vec<Output>,

    /// Where a single report goes.
    #[arg(long, value_name = "file")]
    pub(crate) output_file: Option<PathBuf>,

    /// The findings known before.
    #[arg(long, value_name = "file")]
    pub(crate) baseline: Option<PathBuf>,

    /// Where the present findings are recorded as known.
    #[arg(long, value_name = "file", conflicts_with = "baseline")]
    pub(crate) write_baseline: Option<PathBuf>,

    /// Whether reports and baselines are replaced.
    #[arg(long)]
    pub(crate) force: bool,

    /// Whether the baseline loses what is gone.
    #[arg(long, requires = "baseline")]
    pub(crate) prune_baseline: bool,

    /// Where pictures are looked for besides.
    #[arg(long, value_name = "folder")]
    pub(crate) images: Option<PathBuf>,

    /// Where the drafts of a spreadsheet are written.
    #[arg(long, value_name = "folder", requires = "data")]
    pub(crate) to_toml: Option<PathBuf>,

    /// The day that counts as today.
    #[arg(long, value_name = "date", value_parser = date)]
    pub(crate) as_of: Option<NaiveDate>,

    /// Whether what could not be judged is said.
    #[arg(short, long)]
    pub(crate) verbose: bool,

    /// The lowest level that fails the run.
    #[arg(long, value_name = "level", default_value = "galat")]
    pub(crate) fail_on: Threshold,

    /// Which rules count.
    #[command(flatten)]
    pub(crate) rules: RuleArgs,

    /// What is mended.
    #[command(flatten)]
    pub(crate) fixes: FixArgs,
}
