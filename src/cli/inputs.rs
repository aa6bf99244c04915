//! Arguments about drafts, which several commands share.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::str::FromStr;

use clap::Args;

use super::{DataArgs, SettingsArgs};
use crate::words::{Phrase, argument};

/// Where drafts come from.
#[derive(Clone, Debug, Args)]
pub(crate) struct InputArgs {
    /// Files, folders, or `-`.
    #[arg(value_name = "file", required_unless_present = "data")]
    pub(crate) files: Vec<PathBuf>,

    /// A spreadsheet instead.
    #[command(flatten)]
    pub(crate) data: DataArgs,

    /// What is passed over in folders.
    #[arg(long, value_name = "pattern")]
    pub(crate) exclude: Vec<String>,

    /// What standard input is called.
    #[arg(long, value_name = "name", default_value = "<masukan standar>")]
    pub(crate) stdin_filename: String,

    /// How many workers at once.
    #[arg(short, long, value_name = "number", value_parser = jobs)]
    pub(crate) jobs: Option<usize>,

    /// The configuration.
    #[command(flatten)]
    pub(crate) settings: SettingsArgs,
}

/// The most workers that make sense: each takes memory whether it works or waits.
const JOBS: RangeInclusive<usize> = 1..=1024;

fn jobs(text: &str) -> Result<usize, Outside> {
    within(text, &JOBS)
}

/// What is no number of a range.
#[derive(Debug, thiserror::Error)]
#[error("not from {from} to {to}")]
pub(super) struct Outside {
    from: String,
    to: String,
}

impl Outside {
    /// What is not from one word to another.
    pub(super) fn of(from: String, to: String) -> Self {
        Self { from, to }
    }

    /// The range in words.
    pub(super) fn words(&self) -> Phrase {
        argument::range(&self.from, &self.to)
    }
}

/// A number of a range.
pub(super) fn within<N: FromStr + PartialOrd + Display>(
    text: &str,
    range: &RangeInclusive<N>,
) -> Result<N, Outside> {
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| Outside { from: range.start().to_string(), to: range.end().to_string() })
}
