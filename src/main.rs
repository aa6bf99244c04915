//! Parses the arguments, calls the library, exits with its status.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(naskah::run().code())
}
