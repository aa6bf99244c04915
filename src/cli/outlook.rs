//! Arguments of the commands that look over many files on a day: `naskah status` and
//! `naskah masa-berlaku`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::SettingsArgs;
use super::inputs::{Outside, within};
use super::timeline::date;

/// What is looked over, on which day, and where that goes.
#[derive(Clone, Debug, Args)]
pub(crate) struct OutlookArgs {
    /// Files and folders.
    #[arg(value_name = "file", required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// The day that counts as today.
    #[arg(long, value_name = "date", value_parser = date)]
    pub(crate) as_of: NaiveDate,

    /// What is passed over in folders.
    #[arg(long, value_name = "pattern")]
    pub(crate) exclude: Vec<String>,

    /// The file, instead of standard output.
    #[arg(short, long, value_name = "file")]
    pub(crate) output: Option<PathBuf>,

    /// Whether a file is replaced.
    #[arg(long)]
    pub(crate) force: bool,

    /// The configuration.
    #[command(flatten)]
    pub(crate) settings: SettingsArgs,
}

/// The form of a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatusFormat {
    /// A table for people.
    #[value(name = "tabel", aliases = ["table", "jadual"])]
    Table,
    /// JSON.
    Json,
    /// CSV.
    Csv,
}

/// `naskah status`
#[derive(Clone, Debug, Args)]
pub(crate) struct StatusArgs {
    /// What is looked over.
    #[command(flatten)]
    pub(crate) over: OutlookArgs,

    /// The form of the output.
    #[arg(long, value_name = "form", default_value = "tabel")]
    pub(crate) format: StatusFormat,
}

/// The form of what ends soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InForceFormat {
    /// A table for people.
    #[value(name = "tabel", aliases = ["table", "jadual"])]
    Table,
    /// JSON.
    Json,
    /// CSV.
    Csv,
    /// iCalendar.
    Ics,
    /// A draft of the kind `daftar-kerja-sama`.
    #[value(name = "daftar", aliases = ["toml", "senarai"])]
    Register,
}

/// `naskah masa-berlaku`
#[derive(Clone, Debug, Args)]
pub(crate) struct InForceArgs {
    /// What is looked over.
    #[command(flatten)]
    pub(crate) over: OutlookArgs,

    /// How many months are looked ahead.
    #[arg(long, value_name = "months", value_parser = months, default_value = "6")]
    pub(crate) within: u32,

    /// Whether those that end later are shown too.
    #[arg(long)]
    pub(crate) semua: bool,

    /// The form of the output.
    #[arg(long, value_name = "form", default_value = "tabel")]
    pub(crate) format: InForceFormat,
}

/// More months than any term has.
fn months(text: &str) -> Result<u32, Outside> {
    within(text, &(0..=1200))
}
