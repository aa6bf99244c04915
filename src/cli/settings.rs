//! Arguments about the configuration, which several commands share.

use std::path::PathBuf;

use clap::Args;

/// Where the configuration and an office's own packs come from.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct SettingsArgs {
    /// A configuration instead of the nearest one.
    #[arg(long, value_name = "file", help_heading = "configuration")]
    pub(crate) config: Option<PathBuf>,

    /// Whether there is none.
    #[arg(long, conflicts_with = "config", help_heading = "configuration")]
    pub(crate) isolated: bool,

    /// The office's own packs.
    #[arg(long, value_name = "folder", help_heading = "configuration")]
    pub(crate) packs: Option<PathBuf>,

    /// The office's own templates.
    #[arg(long, value_name = "folder", help_heading = "configuration")]
    pub(crate) templates: Option<PathBuf>,
}

/// Which rules count, and what is shown of them.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct RuleArgs {
    /// The only rules that count.
    #[arg(long, value_name = "rule", value_delimiter = ',', help_heading = "rules")]
    pub(crate) select: Vec<String>,

    /// Rules that do not count.
    #[arg(long, value_name = "rule", value_delimiter = ',', help_heading = "rules")]
    pub(crate) ignore: Vec<String>,

    /// Whether findings are only counted.
    #[arg(long, help_heading = "rules")]
    pub(crate) statistics: bool,

    /// Whether only the configuration is shown.
    #[arg(long, help_heading = "configuration", conflicts_with_all = ["format", "output_file"])]
    pub(crate) show_settings: bool,
}

/// What is mended in the drafts themselves.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct FixArgs {
    /// Whether findings with one answer are mended in place.
    #[arg(long, conflicts_with = "diff", help_heading = "repair")]
    pub(crate) fix: bool,

    /// Whether that is only shown.
    #[arg(long, help_heading = "repair", conflicts_with_all = ["format", "output_file"])]
    pub(crate) diff: bool,

    /// Whether the meaning may change by it.
    #[arg(long, help_heading = "repair")]
    pub(crate) unsafe_fixes: bool,
}
