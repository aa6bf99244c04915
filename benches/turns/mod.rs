//! Timing whole processes that take turns, so that a noisy machine is noisy for all of them.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a benchmark comes to.
pub(crate) type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// How long a process takes that must succeed.
pub(crate) fn time(command: &mut Command) -> Outcome<Duration> {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    let taken = start.elapsed();
    if status.success() { Ok(taken) } else { Err(format!("{command:?}: {status}").into()) }
}

/// The time in the middle.
pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
