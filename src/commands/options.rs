//! From arguments to a session.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use super::print;
use crate::cli::{CheckArgs, InputArgs, RuleArgs, SettingsArgs};
use crate::error::Failure;
use crate::report::{self, harmless};
use crate::session::{ConfigChoice, OpenError, Options, Selection, Session, Settings, Subject};
use crate::words::Language;

/// What the arguments about the configuration settle.
pub(super) fn options(args: &SettingsArgs) -> Options {
    let config = match &args.config {
        Some(file) => ConfigChoice::File(file.clone()),
        None if args.isolated => ConfigChoice::Isolated,
        None => ConfigChoice::Nearest,
    };
    let (packs, templates) = (args.packs.clone(), args.templates.clone());
    Options { config, packs, templates, ..Options::default() }
}

/// The same with what the arguments say of drafts.
pub(super) fn input_options(args: &InputArgs) -> Options {
    Options { exclude: args.exclude.clone(), ..options(&args.settings) }
}

/// The same with what the arguments say of a check.
pub(super) fn check_options(args: &CheckArgs) -> Options {
    let RuleArgs { select, ignore, .. } = args.rules.clone();
    let rules = Selection { select, ignore };
    let images = args.images.clone();
    Options { rules, images, unresolved: args.verbose, ..input_options(&args.input) }
}

/// The settings for a command that reads no drafts: those of this folder.
pub(super) fn here(args: &SettingsArgs) -> Result<Arc<Settings>, Failure> {
    opened(Session::new(options(args)).here())
}

/// What was opened; the faults of packs are shown with a caret into each.
pub(super) fn opened<T>(result: Result<T, OpenError>) -> Result<T, Failure> {
    result.map_err(|error| {
        if let OpenError::Faulty(Subject::Packs(_), faults) = &error {
            for fault in faults {
                let text = report::fault(
                    &fault.file,
                    &fault.span,
                    &fault.message.text(Language::default()),
                );
                // When even standard error is closed there is nobody left to tell.
                let _ = writeln!(anstream::stderr(), "{text}\n");
            }
        }
        error.failure()
    })
}

/// Whether every word that chooses rules chooses any.
pub(super) fn selectors_exist(session: &Session) -> Result<(), Failure> {
    let Some(unknown) = session.unknown_selector() else {
        return Ok(());
    };
    let flag = if unknown.ignored { "--ignore" } else { "--select" };
    let what = format!("{flag}: tidak ada aturan atau peraturan \"{}\"", unknown.word);
    Err(Failure::general(what, unknown.meant.text(Language::default())))
}

/// `--show-settings`: the settings for people.
pub(super) fn show(session: &Session) -> Result<(), Failure> {
    let all = session.all_settings();
    let shown: Vec<String> = all.iter().map(|settings| shown(settings)).collect();
    print(harmless(&shown.join("\n")).as_bytes())
}

fn shown(settings: &Settings) -> String {
    let (config, rules) = (settings.config(), &settings.rules);
    let packs: Vec<String> = config.packs.iter().map(|pack| pack.text.clone()).collect();
    let own: Vec<String> = settings.registry.own().map(str::to_owned).collect();
    let file = settings.file().map(|file| file.to_owned());
    let mut out = line("konfigurasi", &path(file.as_ref()));
    out += &line("peraturan", &words(&packs));
    out += &line("paket", &words(&own));
    out += &line("templat", &path(config.templates.as_ref()));
    out += &line("gaya", &path(config.style.as_ref()));
    if !config.exclude.is_empty() {
        out += &line("kecualikan", &words(&config.exclude));
    }
    out += &line("select", &words(&rules.select));
    out += &line("ignore", &words(&rules.ignore));
    for (rule, level) in &config.levels {
        let level = level.map_or("mati", crate::finding::Level::word);
        out += &line("tingkat", &format!("{} = {level}", rule.text));
    }
    for one in &config.exceptions {
        let exception = format!("{} pada {} ({})", one.rule.text, one.files, one.reason);
        out += &line("pengecualian", &exception);
    }
    out
}

fn line(name: &str, value: &str) -> String {
    format!("{name:12}: {value}\n")
}

fn path(path: Option<&PathBuf>) -> String {
    path.map_or_else(|| "—".to_owned(), |path| path.display().to_string())
}

fn words(words: &[String]) -> String {
    if words.is_empty() { "—".to_owned() } else { words.join(", ") }
}
