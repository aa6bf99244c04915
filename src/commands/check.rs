//! `naskah check`.

use std::io::Write;

use super::{complain, input, print, written};
use crate::batch;
use crate::cli::{CheckArgs, Threshold};
use crate::engine;
use crate::error::{ExitStatus, Failure};
use crate::finding::Level;
use crate::report::{FileReport, Format, Summary};
use crate::rule::Registry;

pub(super) fn run(args: &CheckArgs) -> Result<ExitStatus, Failure> {
    let catalog = input::catalog(args.input.templates.as_deref())?;
    let registry = Registry::embedded();
    let (inputs, failures) = input::read(&args.input);
    let workers = batch::workers(args.input.jobs, inputs.len());
    let outcomes = batch::run(
        &inputs,
        workers,
        || (),
        |(), input| {
            let checked = engine::check(&input.source, &catalog, &registry);
            FileReport {
                source: input.source.clone(),
                kind: checked.draft.map(|draft| draft.kind.id.clone()),
                findings: checked.findings,
                excepted: checked.excepted,
            }
        },
    );
    let mut summary = Summary::default();
    let mut lost = failures;
    let mut reporter = args.format.reporter();
    let mut out = Vec::new();
    for (outcome, input) in outcomes.iter().zip(&inputs) {
        match outcome {
            Some(report) => {
                summary.add(report);
                written(reporter.file(report, &mut out))?;
            }
            None => lost.push(crashed(input.source.name())),
        }
    }
    written(reporter.finish(&summary, &mut out))?;
    deliver(args, &out)?;
    lost.iter().for_each(complain);
    if args.format == Format::Concise {
        // The lines are for programs; the count is for whoever watches.
        let _ = writeln!(anstream::stderr(), "{}", summary.line());
    }
    Ok(status(&summary, args, !lost.is_empty()))
}

fn status(summary: &Summary, args: &CheckArgs, failed: bool) -> ExitStatus {
    if failed {
        ExitStatus::Failed
    } else if summary.at_least(level(args.fail_on)) > 0 {
        ExitStatus::Findings
    } else {
        ExitStatus::Clean
    }
}

/// The level at which a threshold begins.
fn level(threshold: Threshold) -> Level {
    match threshold {
        Threshold::Error => Level::Error,
        Threshold::Warning => Level::Warning,
        Threshold::Info => Level::Info,
    }
}

fn deliver(args: &CheckArgs, out: &[u8]) -> Result<(), Failure> {
    match &args.output_file {
        Some(path) => crate::sink::write_file(path, &plain(out), true),
        None => print(out),
    }
}

/// A file gets no colours.
fn plain(out: &[u8]) -> Vec<u8> {
    let mut stripped = anstream::StripStream::new(Vec::new());
    match stripped.write_all(out) {
        Ok(()) => stripped.into_inner(),
        Err(_) => out.to_vec(),
    }
}

/// A crash of our own on one draft; the others are done.
pub(super) fn crashed(name: &str) -> Failure {
    Failure::new(
        "kesalahan di dalam program pada draf ini",
        name,
        "laporkan kepada pengelola naskah beserta potongan draf yang tidak rahasia",
    )
}
