//! `naskah pelengkap`: completions of the command line for a shell.

use super::print;
use crate::cli::{Cli, CompletionsArgs};
use crate::error::{ExitStatus, Failure};

pub(super) fn run(args: &CompletionsArgs) -> Result<ExitStatus, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::definition(), "naskah", &mut script);
    print(&script)?;
    Ok(ExitStatus::Clean)
}
