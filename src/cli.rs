//! The command line.

mod check;
mod data;
mod faulty;
mod flow;
mod help;
mod inputs;
mod merge;
mod outlook;
mod output;
#[cfg(feature = "render")]
mod render;
mod rules;
mod settings;
mod timeline;
mod tools;

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::error::{ExitStatus, Failure};
use crate::words::Language;

pub(crate) use check::{CheckArgs, Threshold};
pub(crate) use data::DataArgs;
pub(crate) use flow::{FlowArgs, FlowFormat};
pub(crate) use inputs::InputArgs;
pub(crate) use merge::MergeArgs;
pub(crate) use outlook::{InForceArgs, InForceFormat, OutlookArgs, StatusArgs, StatusFormat};
pub(crate) use output::{Output, OutputParser};
#[cfg(feature = "render")]
pub(crate) use render::RenderArgs;
pub(crate) use rules::{ExplainArgs, RulesArgs};
pub(crate) use settings::{FixArgs, RuleArgs, SettingsArgs};
pub(crate) use timeline::{TimelineArgs, TimelineFormat};
pub(crate) use tools::{CompletionsArgs, MadeArgs, ManualArgs, NewArgs, SchemaArgs};

/// The command line. What people read of it stands in the catalogue (`help`).
#[derive(Debug, Parser)]
#[command(name = "naskah", version, arg_required_else_help = true)]
#[command(disable_help_subcommand = true)]
#[command(disable_help_flag = true, disable_version_flag = true)]
pub(crate) struct Cli {
    /// What is to be done.
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to colour what is shown.
    #[arg(
        long,
        value_name = "when",
        global = true,
        default_value = "auto",
        help_heading = "general"
    )]
    pub(crate) color: Color,

    /// The language of messages and help.
    #[arg(long = "bahasa", value_name = "language", global = true, help_heading = "general")]
    pub(crate) language: Option<LanguageCode>,

    /// Shows the help.
    #[arg(short, long, global = true, action = clap::ArgAction::Help, help_heading = "general")]
    pub(crate) help: Option<bool>,

    /// Shows the version; the long flag, what it is made of.
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help_heading = "general")]
    pub(crate) version: Option<bool>,
}

impl Cli {
    /// Reads the arguments of the process.
    ///
    /// # Errors
    /// When there is nothing to carry out.
    pub(crate) fn read() -> Result<Self, Stop> {
        let language = spoken().map(Language::from).unwrap_or_default();
        let command = help::translated(Self::command(), language).long_version(WHOLE);
        let matches = command.try_get_matches();
        matches.and_then(|matches| Self::from_arg_matches(&matches)).map_err(|error| stop(&error))
    }

    /// The command line in a language, for whoever shows it and parses nothing.
    pub(crate) fn shown(language: Language) -> clap::Command {
        help::shown(Self::command(), language)
    }
}

/// What stands for the long version: to know it costs more than the other commands should pay.
const WHOLE: &str = "(panjang)";

fn stop(error: &clap::Error) -> Stop {
    let status = match error.kind() {
        ErrorKind::DisplayVersion => {
            return Stop::Version { whole: error.to_string().contains(WHOLE) };
        }
        ErrorKind::DisplayHelp => ExitStatus::Clean,
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => ExitStatus::Failed,
        _ => return Stop::Faulty(faulty::failure(error)),
    };
    // A reader that went away needs no help any more.
    let _ = error.print();
    Stop::Shown(status)
}

/// Why there is nothing to carry out.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Help was shown.
    Shown(ExitStatus),
    /// The version is asked for, or the whole of it: with what the program is made of.
    Version {
        /// Whether the whole of it.
        whole: bool,
    },
    /// The arguments make no command.
    Faulty(Failure),
}

/// The language that the arguments of the process choose, whatever else they say.
pub(crate) fn spoken() -> Option<LanguageCode> {
    chosen(&std::env::args_os().collect::<Vec<OsString>>())
}

fn chosen(arguments: &[OsString]) -> Option<LanguageCode> {
    // Names need not be text, and behind this mark there are only names.
    let arguments = arguments.iter().map(|argument| argument.to_str().unwrap_or_default());
    let mut arguments = arguments.take_while(|argument| *argument != "--");
    let code = |word: &str| LanguageCode::from_str(word, false).ok();
    while let Some(argument) = arguments.next() {
        let rest = argument.strip_prefix("--bahasa");
        let found = match rest {
            Some("") => arguments.next().and_then(code),
            Some(rest) => rest.strip_prefix('=').and_then(code),
            None => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LanguageCode {
    /// Indonesian.
    Id,
    /// Malay.
    Ms,
    /// English, as far as it was begun.
    En,
}

impl From<LanguageCode> for Language {
    fn from(code: LanguageCode) -> Self {
        match code {
            LanguageCode::Id => Self::Indonesian,
            LanguageCode::Ms => Self::Malay,
            LanguageCode::En => Self::English,
        }
    }
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal only.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Judges drafts.
    #[command(visible_alias = "periksa")]
    Check(Box<CheckArgs>),
    /// Prints drafts.
    #[cfg(feature = "render")]
    #[command(visible_alias = "cetak")]
    Render(Box<RenderArgs>),
    /// Puts the shares of a batch together.
    #[command(name = "gabung", visible_alias = "merge")]
    Merge(MergeArgs),
    /// Explains a rule.
    #[command(visible_alias = "jelaskan")]
    Explain(ExplainArgs),
    /// Lists rules.
    #[command(visible_alias = "aturan")]
    Rules(RulesArgs),
    /// Makes the form of a kind.
    #[command(visible_alias = "baru")]
    New(NewArgs),
    /// Makes the JSON Schema of a kind.
    #[command(visible_alias = "skema")]
    Schema(SchemaArgs),
    /// Says where cases stand.
    #[command(visible_alias = "keadaan")]
    Status(StatusArgs),
    /// Says which agreements end soon.
    #[command(name = "masa-berlaku", visible_alias = "tempoh")]
    InForce(InForceArgs),
    /// Says when the steps of a procedure are due.
    #[command(visible_alias = "jadwal")]
    Timeline(TimelineArgs),
    /// Draws the flow of a procedure.
    #[command(visible_alias = "alir")]
    Flow(FlowArgs),
    /// Makes completions for a shell.
    #[command(name = "pelengkap", visible_alias = "completions")]
    Completions(CompletionsArgs),
    /// Makes manual pages.
    Manual(ManualArgs),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_among_any_arguments() {
        let chosen =
            |words: &str| chosen(&words.split(' ').map(OsString::from).collect::<Vec<_>>());
        for words in
            ["naskah --bahasa ms --help", "naskah check -h --bahasa=ms", "naskah x --bahasa ms"]
        {
            assert_eq!(chosen(words), Some(LanguageCode::Ms), "{words}");
        }
        for words in
            ["naskah --help", "naskah --bahasa", "naskah --bahasa de", "naskah -- --bahasa ms"]
        {
            assert_eq!(chosen(words), None, "{words}");
        }
        assert_eq!(chosen("naskah --bahasa de --bahasa=en"), Some(LanguageCode::En));
    }
}
