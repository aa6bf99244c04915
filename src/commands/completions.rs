//! `naskah pelengkap`: completions of the command line for a shell.

use super::print;
use super::voice::Voice;
use crate::cli::{Cli, CompletionsArgs};
use crate::error::{ExitStatus, Failure};

pub(super) fn write_completions(
    args: &CompletionsArgs,
    voice: &Voice,
) -> Result<ExitStatus, Failure> {
    let mut script = Vec::new();
    let mut command = Cli::shown(voice.language());
    clap_complete::generate(args.shell, &mut command, "naskah", &mut script);
    print(&script)?;
    Ok(ExitStatus::Clean)
}
