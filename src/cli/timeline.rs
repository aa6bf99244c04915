//! Arguments of `naskah timeline`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::inputs::Outside;

/// The form of a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TimelineFormat {
    /// A table for people.
    #[value(name = "tabel", aliases = ["table", "jadual"])]
    Table,
    /// JSON.
    Json,
    /// CSV.
    Csv,
    /// iCalendar.
    Ics,
    /// A Gantt chart as SVG.
    Svg,
    /// A sheet as PDF.
    #[cfg(feature = "render")]
    Pdf,
    /// A Gantt chart as PDF.
    #[cfg(feature = "render")]
    #[value(name = "bagan", aliases = ["gantt", "carta"])]
    ChartPdf,
}

/// `naskah timeline`
#[derive(Clone, Debug, Args)]
pub(crate) struct TimelineArgs {
    /// The procedure: one of the program's own, or a file.
    #[arg(value_name = "procedure")]
    pub(crate) procedure: String,

    /// When the first step begins.
    #[arg(long, value_name = "date", value_parser = date)]
    #[arg(required_unless_present = "by", conflicts_with = "by")]
    pub(crate) start: Option<NaiveDate>,

    /// When the document is signed.
    #[arg(long, value_name = "date", value_parser = date)]
    pub(crate) by: Option<NaiveDate>,

    /// Steps that are done.
    #[arg(long, value_name = "step", value_parser = done)]
    pub(crate) done: Vec<(String, NaiveDate)>,

    /// An office's own days.
    #[arg(long, value_name = "file")]
    pub(crate) calendar: Option<PathBuf>,

    /// The form of the output.
    #[arg(long, value_name = "form", default_value = "tabel")]
    pub(crate) format: TimelineFormat,

    /// The file, instead of standard output.
    #[arg(short, long, value_name = "file")]
    pub(crate) output: Option<PathBuf>,

    /// Whether a file is replaced.
    #[arg(long)]
    pub(crate) force: bool,
}

/// The first and the last day that a timeline may begin with: far from where dates run out.
const YEARS: (i32, i32) = (1900, 2200);

/// Reads a day in its bounds.
pub(super) fn date(text: &str) -> Result<NaiveDate, Outside> {
    let read = text.parse::<NaiveDate>().ok();
    let within = |day: &NaiveDate| {
        let year = chrono::Datelike::year(day);
        (YEARS.0..=YEARS.1).contains(&year)
    };
    read.filter(within)
        .ok_or_else(|| Outside::of(format!("{}-01-01", YEARS.0), format!("{}-12-31", YEARS.1)))
}

fn done(text: &str) -> Result<(String, NaiveDate), Outside> {
    let (step, day) = text.split_once('=').unwrap_or((text, ""));
    Ok((step.trim().to_owned(), date(day.trim())?))
}
