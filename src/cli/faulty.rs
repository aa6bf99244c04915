//! What is wrong with the arguments, in our words.

use std::error::Error as _;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::inputs::Outside;
use crate::error::Failure;
use crate::words::{Phrase, argument, command};

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
    // Of several the last is the nearest.
    let nearest = |kind| match error.get(kind) {
        Some(ContextValue::Strings(all)) => all.last().cloned().unwrap_or_default(),
        other => other.map(text).unwrap_or_default(),
    };
    let near: Vec<String> = near.into_iter().map(nearest).filter(|near| !near.is_empty()).collect();
    let range = error.source().and_then(|source| source.downcast_ref::<Outside>());
    let valid = range.map(Outside::words).or_else(|| {
        let valid = word(ContextKind::ValidValue);
        (!valid.is_empty()).then(|| Phrase::verbatim(valid))
    });
    match (near.as_slice(), valid) {
        ([], None) => argument::see_help(),
        ([], Some(valid)) => argument::choices(valid),
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
