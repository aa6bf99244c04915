//! Arguments about a spreadsheet whose rows are drafts, which several commands share.

use std::path::PathBuf;

use clap::Args;

/// A sheet, and what is made of it.
#[derive(Clone, Debug, Args)]
pub(crate) struct DataArgs {
    /// Its file.
    #[arg(long, value_name = "file", help_heading = "data", conflicts_with = "files")]
    pub(crate) data: Option<PathBuf>,

    /// The kind of its drafts.
    #[arg(long, value_name = "kind", help_heading = "data", requires = "data")]
    pub(crate) kind: Option<String>,

    /// The draft that each begins with.
    #[arg(long, value_name = "file", help_heading = "data", requires = "data")]
    pub(crate) base: Option<PathBuf>,

    /// The column of which equal values make one document.
    #[arg(long, value_name = "column", help_heading = "data", requires = "data")]
    pub(crate) group_by: Option<String>,

    /// What columns are called.
    #[arg(long, value_name = "file", help_heading = "data", requires = "data")]
    pub(crate) map: Option<PathBuf>,

    /// The sheet of a workbook.
    #[arg(long, value_name = "name", help_heading = "data", requires = "data")]
    pub(crate) sheet: Option<String>,

    /// The rows that are taken.
    #[arg(long, value_name = "rows", help_heading = "data", requires = "data")]
    pub(crate) rows: Option<String>,

    /// What a row must say.
    #[arg(long = "where", value_name = "condition", help_heading = "data", requires = "data")]
    pub(crate) condition: Option<String>,
}
