//! From arguments to a session.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use super::print;
use super::voice::Voice;
use crate::cli::{CheckArgs, InputArgs, RuleArgs, SettingsArgs};
use crate::config::level_word;
use crate::error::Failure;
use crate::report::{self, harmless};
use crate::session::{
    ConfigChoice, Fault, OpenError, Options, Selection, Session, Settings, Subject,
};
use crate::words::{Language, Phrase, command, settings as name};

/// What the arguments about the configuration settle.
pub(super) fn options(args: &SettingsArgs, voice: &Voice) -> Options {
    let config = match &args.config {
        Some(file) => ConfigChoice::File(file.clone()),
        None if args.isolated => ConfigChoice::Isolated,
        None => ConfigChoice::Nearest,
    };
    let (packs, templates) = (args.packs.clone(), args.templates.clone());
    let (language, home) = (voice.chosen(), std::env::home_dir());
    Options { config, packs, templates, language, home, ..Options::default() }
}

/// The same with what the arguments say of drafts.
pub(super) fn input_options(args: &InputArgs, voice: &Voice) -> Options {
    Options { exclude: args.exclude.clone(), ..options(&args.settings, voice) }
}

/// The same with what the arguments say of a check.
pub(super) fn check_options(args: &CheckArgs, voice: &Voice) -> Options {
    let RuleArgs { select, ignore, .. } = args.rules.clone();
    let rules = Selection { select, ignore };
    let (images, as_of) = (args.images.clone(), args.as_of);
    let unresolved = args.verbose;
    Options { rules, images, unresolved, as_of, ..input_options(&args.input, voice) }
}

/// The settings for a command that reads no drafts: those of this folder.
pub(super) fn here(args: &SettingsArgs, voice: &Voice) -> Result<Arc<Settings>, Failure> {
    let session = Session::new(options(args, voice));
    let settings = session.here();
    voice.learn(&session);
    opened(settings, voice)
}

/// What was opened; the faults of packs are shown with a caret into each.
pub(super) fn opened<T>(result: Result<T, OpenError>, voice: &Voice) -> Result<T, Failure> {
    result.map_err(|error| {
        if let OpenError::Faulty(Subject::Packs(_), faults) = &error {
            for Fault { file, span, message } in faults {
                let text = report::fault_at(file, span, message, voice.language());
                // When even standard error is closed there is nobody left to tell.
                let _ = writeln!(anstream::stderr(), "{text}\n");
            }
        }
        error.into()
    })
}

/// Whether every word that chooses rules chooses any.
pub(super) fn selectors_exist(session: &Session) -> Result<(), Failure> {
    let Some(unknown) = session.unknown_selector() else {
        return Ok(());
    };
    let flag = if unknown.ignored { "--ignore" } else { "--select" };
    Err(Failure::general(command::no_selector(flag, unknown.word), unknown.meant))
}

/// `--show-settings`: the settings for people.
pub(super) fn show(session: &Session, voice: &Voice) -> Result<(), Failure> {
    let all = session.all_settings();
    let shown: Vec<String> = all.iter().map(|one| shown(one, voice.language())).collect();
    print(harmless(&shown.join("\n")).as_bytes())
}

fn shown(settings: &Settings, language: Language) -> String {
    let line = |name: Phrase, value: &str| format!("{:12}: {value}\n", name.text(language));
    let (config, rules) = (settings.config(), &settings.rules);
    let packs: Vec<String> = config.packs.iter().map(|pack| pack.text.clone()).collect();
    let own: Vec<String> = settings.registry.own().map(str::to_owned).collect();
    let file = settings.file().map(|file| file.to_owned());
    let mut out = line(name::configuration(), &path(file.as_ref()));
    out += &line(name::regulations(), &listed(&packs));
    out += &line(name::packs(), &listed(&own));
    out += &line(name::templates(), &path(config.templates.as_ref()));
    out += &line(name::style(), &path(config.style.as_ref()));
    if let Some(chosen) = config.language {
        out += &line(name::language(), chosen.code());
    }
    if !config.exclude.is_empty() {
        out += &line(name::exclude(), &listed(&config.exclude));
    }
    out += &line(Phrase::verbatim("select"), &listed(&rules.select));
    out += &line(Phrase::verbatim("ignore"), &listed(&rules.ignore));
    for (rule, level) in &config.levels {
        out += &line(name::level(), &format!("{} = {}", rule.text, level_word(*level)));
    }
    for one in &config.exceptions {
        let exception = name::exception_line(&one.rule.text, &one.files, &one.reason);
        out += &line(name::exception(), &exception.text(language));
    }
    out
}

fn path(path: Option<&PathBuf>) -> String {
    path.map_or_else(|| "—".to_owned(), |path| path.display().to_string())
}

fn listed(words: &[String]) -> String {
    if words.is_empty() { "—".to_owned() } else { words.join(", ") }
}
