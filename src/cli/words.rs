//! The command line in Indonesian throughout. clap's own words cannot be changed, so its headings,
//! lists of values and messages are hidden and said again here.

use std::error::Error as _;

use clap::builder::{PossibleValue, StyledStr};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command};

use crate::error::Failure;
use crate::words::{Phrase, argument, command};

/// A command with our words, and its subcommands.
pub(super) fn said(command: Command) -> Command {
    let whole = usage(&command, "naskah");
    command.override_usage(whole).mut_args(said_arg).mut_subcommands(|sub| {
        let usage = usage(&sub, &format!("naskah {}", sub.get_name()));
        sub.override_usage(usage).mut_args(said_arg)
    })
}

fn usage(command: &Command, name: &str) -> String {
    let mut usage = format!("{name} [PILIHAN]");
    for arg in command.get_positionals() {
        usage.push(' ');
        usage.push_str(&arg.to_string());
    }
    if command.has_subcommands() {
        usage.push_str(" <PERINTAH>");
    }
    usage
}

fn said_arg(arg: Arg) -> Arg {
    let heading = if arg.is_positional() { "Masukan" } else { "Pilihan" };
    let arg = match arg.get_help_heading() {
        None => arg.help_heading(heading),
        Some(_) => arg,
    };
    // A flag has values too, in clap's eyes: true and false.
    if !arg.get_action().takes_values() {
        return arg;
    }
    let default = arg.get_default_values().iter().map(|value| value.to_string_lossy());
    let default = default.map(|value| format!("bawaan: {value}")).collect::<Vec<_>>().join(", ");
    let values = arg.get_possible_values();
    let names = values.iter().map(PossibleValue::get_name).collect::<Vec<_>>().join(", ");
    let choice = if names.is_empty() { names } else { format!("pilihan: {names}") };
    let about = arg.get_help().map(StyledStr::to_string).unwrap_or_default();
    let notes: Vec<&str> =
        [choice.as_str(), default.as_str()].into_iter().filter(|note| !note.is_empty()).collect();
    let short =
        if notes.is_empty() { about.clone() } else { format!("{about} [{}]", notes.join("; ")) };
    let mut long = about;
    for value in &values {
        let help = value.get_help().map(StyledStr::to_string).unwrap_or_default();
        long.push_str(&format!("\n- {}", value.get_name()));
        if !help.is_empty() {
            long.push_str(&format!(": {help}"));
        }
    }
    if !default.is_empty() {
        long.push_str(&format!("\n[{default}]"));
    }
    arg.help(short).long_help(long).hide_possible_values(true).hide_default_value(true)
}

/// What is wrong with the arguments.
pub(super) fn failure(error: &Error) -> Failure {
    let word = |kind| error.get(kind).map(text).unwrap_or_default();
    let (arg, value) = (word(ContextKind::InvalidArg), word(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => argument::no_command(word(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => argument::command_missing(),
        ErrorKind::UnknownArgument => argument::no_flag(arg),
        ErrorKind::MissingRequiredArgument => argument::missing(arg),
        ErrorKind::InvalidValue if value.is_empty() => argument::value_missing(arg),
        ErrorKind::InvalidValue => argument::value_unknown(value, arg),
        ErrorKind::ValueValidation => argument::value_invalid(value, arg),
        ErrorKind::ArgumentConflict => match word(ContextKind::PriorArg) {
            prior if prior == arg || prior.is_empty() => argument::twice(arg),
            prior => argument::conflict(arg, prior),
        },
        _ => argument::unreadable(arg),
    };
    Failure::general(what, remedy(error))
}

fn remedy(error: &Error) -> Phrase {
    let word = |kind| error.get(kind).map(text).unwrap_or_default();
    let near =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near: Vec<String> = near.into_iter().map(word).filter(|near| !near.is_empty()).collect();
    let range = error.source().filter(|_| error.kind() == ErrorKind::ValueValidation);
    let valid = range.map_or_else(|| word(ContextKind::ValidValue), ToString::to_string);
    match (near.as_slice(), valid.as_str()) {
        ([], "") => argument::see_help(),
        ([], valid) => argument::choices(valid),
        (near, _) => command::perhaps(near.join(", ")),
    }
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(list) => list.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(list) => {
            list.iter().map(StyledStr::to_string).collect::<Vec<_>>().join(", ")
        }
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
