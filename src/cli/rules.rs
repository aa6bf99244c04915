//! Arguments of the commands about rules.

use clap::Args;

use super::SettingsArgs;

/// `naskah explain`
#[derive(Clone, Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Its code.
    #[arg(value_name = "rule")]
    pub(crate) rule: String,

    /// The configuration.
    #[command(flatten)]
    pub(crate) settings: SettingsArgs,
}

/// `naskah rules`
#[derive(Clone, Debug, Args)]
pub(crate) struct RulesArgs {
    /// The only regulation to list.
    #[arg(value_name = "regulation")]
    pub(crate) pack: Option<String>,

    /// Whether the provisions of the source are listed.
    #[arg(long, conflicts_with = "uji")]
    pub(crate) coverage: bool,

    /// Whether rules are tried on their own examples.
    #[arg(long)]
    pub(crate) uji: bool,

    /// The configuration.
    #[command(flatten)]
    pub(crate) settings: SettingsArgs,
}
