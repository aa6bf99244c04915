//! The commands: arguments into settings, settings into work, work into a report and a status.

mod check;
mod completions;
mod explain;
mod fix;
mod input;
mod interrupt;
mod manual;
mod new;
mod options;
mod outputs;
#[cfg(feature = "render")]
mod render;
mod rules;
mod schema;
mod statistics;
mod version;

use std::io::{self, Write};

use crate::cli::{Cli, Color, Command, Stop};
use crate::error::{ExitStatus, Failure, system};
use crate::report::harmless;
use crate::words::{self, Language};

/// Does what the command line says, if it could be read.
pub(crate) fn run(cli: Result<Cli, Stop>) -> ExitStatus {
    let outcome = match cli {
        Ok(cli) => obey(cli),
        Err(Stop::Shown(status)) => Ok(status),
        Err(Stop::Version { whole }) => version::run(whole),
        Err(Stop::Faulty(failure)) => Err(failure),
    };
    outcome.unwrap_or_else(|failure| {
        complain(&failure);
        ExitStatus::Failed
    })
}

fn obey(cli: Cli) -> Result<ExitStatus, Failure> {
    set_color(cli.color);
    match cli.command {
        Command::Check(args) => check::run(&args),
        #[cfg(feature = "render")]
        Command::Render(args) => render::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::New(args) => new::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Manual(args) => manual::run(&args),
    }
}

fn set_color(color: Color) {
    match color {
        Color::Auto => {}
        Color::Always => anstream::ColorChoice::Always.write_global(),
        Color::Never => anstream::ColorChoice::Never.write_global(),
    }
}

/// Says on standard error what stood in the way.
fn complain(failure: &Failure) {
    // When even standard error is closed there is nobody left to tell.
    let _ = writeln!(anstream::stderr(), "{}", harmless(&failure.to_string()));
}

/// Says on standard error what whoever watches should know.
fn note(line: &str) {
    // When even standard error is closed there is nobody left to tell.
    let _ = writeln!(anstream::stderr(), "{}", harmless(line));
}

/// Says that the system started fewer threads than were wanted.
fn note_workers(wanted: usize, started: usize) {
    if started < wanted {
        note(&words::run::fewer_workers(started, wanted).text(Language::default()));
    }
}

/// Prints a text, all of it.
fn print(text: &[u8]) -> Result<(), Failure> {
    let mut out = anstream::stdout();
    written(out.write_all(text).and_then(|()| out.flush()))
}

/// Prints what is no text of ours, byte for byte.
fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout();
    written(out.write_all(bytes).and_then(|()| out.flush()))
}

/// A failed write to standard output; a reader that went away (`| head`) is none.
fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::general(
            format!("keluaran standar tidak dapat ditulis{}", system(&error)),
            "periksa ruang penyimpanan dan tujuan keluaran",
        )),
        _ => Ok(()),
    }
}
