//! Parses the arguments, calls the library, exits with its status.

use std::process::ExitCode;

use clap::Parser;
use naskah::cli::Cli;

fn main() -> ExitCode {
    let status = naskah::run(Cli::parse());
    ExitCode::from(status.code())
}
