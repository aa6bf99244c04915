//! The commands: arguments into settings, settings into work, work into a report and a status.

mod archive;
mod check;
mod columns;
mod completions;
mod events;
mod explain;
mod fix;
mod flow;
mod in_force;
mod input;
mod interrupt;
mod journal;
mod manual;
mod merge;
mod new;
mod options;
mod outputs;
mod overview;
#[cfg(feature = "render")]
mod render;
mod rules;
mod schema;
mod statistics;
mod status;
mod timeline;
mod version;
mod voice;

use std::io::{self, Write};

use crate::cli::{self, Cli, Color, Command, Stop};
use crate::error::{ExitStatus, Failure, system};
use crate::manifest::Ingredient;
use crate::words::{Language, Phrase, manifest, write};

use voice::Voice;

/// Does what the command line says, if it could be read.
pub(crate) fn carry_out(cli: Result<Cli, Stop>) -> ExitStatus {
    let chosen = cli.as_ref().map_or_else(|_| cli::spoken(), |cli| cli.language);
    let voice = Voice::new(chosen.map(Language::from));
    let outcome = match cli {
        Ok(cli) => obey(cli, &voice),
        Err(Stop::Shown(status)) => Ok(status),
        Err(Stop::Version { whole }) => version::print_version(whole, &voice),
        Err(Stop::Faulty(failure)) => Err(failure),
    };
    outcome.unwrap_or_else(|failure| {
        voice.complain(&failure);
        ExitStatus::Failed
    })
}

fn obey(cli: Cli, voice: &Voice) -> Result<ExitStatus, Failure> {
    set_color(cli.color);
    match cli.command {
        Command::Check(args) => check::check_drafts(&args, voice),
        #[cfg(feature = "render")]
        Command::Render(args) => render::render_drafts(&args, voice),
        Command::Explain(args) => explain::explain_codes(&args, voice),
        Command::Merge(args) => merge::merge_shares(&args, voice),
        Command::Rules(args) => rules::list_rules(&args, voice),
        Command::New(args) => new::begin_draft(&args, voice),
        Command::Status(args) => status::show_status(&args, voice),
        Command::InForce(args) => in_force::show_in_force(&args, voice),
        Command::Timeline(args) => timeline::show_timeline(&args, voice),
        Command::Flow(args) => flow::draw_flow(&args, voice),
        Command::Schema(args) => schema::write_schemas(&args, voice),
        Command::Completions(args) => completions::write_completions(&args, voice),
        Command::Manual(args) => manual::write_manual(&args, voice),
    }
}

fn set_color(color: Color) {
    match color {
        Color::Auto => {}
        Color::Always => anstream::ColorChoice::Always.write_global(),
        Color::Never => anstream::ColorChoice::Never.write_global(),
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
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::general(write::stdout(system(&error)), write::stdout_fix()))
        }
        _ => Ok(()),
    }
}

/// An ingredient as people call it.
fn ingredient(one: Ingredient) -> Phrase {
    match one {
        Ingredient::Draft => manifest::of_draft(),
        Ingredient::Pictures => manifest::of_pictures(),
        Ingredient::Settings => manifest::of_settings(),
        Ingredient::Template => manifest::of_template(),
        Ingredient::Style => manifest::of_style(),
        Ingredient::Fonts => manifest::of_fonts(),
        Ingredient::Options => manifest::of_options(),
        Ingredient::Program => manifest::of_program(),
    }
}
