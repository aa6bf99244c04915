//! `naskah check`.

use super::input::{self, Input};
use super::known::Known;
use super::settings::Settings;
use super::settled::Settled;
use super::{complain, fix, note, outputs, places, print};
use crate::batch;
use crate::cli::{CheckArgs, Threshold};
use crate::engine;
use crate::error::{ExitStatus, Failure};
use crate::finding::Level;
use crate::report::{FileReport, Run, Summary};

pub(super) fn run(args: &CheckArgs) -> Result<ExitStatus, Failure> {
    fix::settle(&args.fixes)?;
    let mut known = Known::of(args)?;
    let (mut inputs, mut lost) = input::read(&args.input);
    let settled = Settled::load(&args.input.settings, &mut inputs)?.choose(&args.rules)?;
    if args.rules.show_settings {
        let shown: Vec<String> = settled.iter().map(Settings::shown).collect();
        print(shown.join("\n").as_bytes())?;
        return Ok(ExitStatus::Clean);
    }
    let outputs = outputs::plan(args, &inputs, known.as_ref().map(Known::file))?;
    let workers = batch::workers(args.input.jobs, inputs.len());
    let mended = fix::run(inputs, &settled, &args.fixes, workers)?;
    let inputs = mended.inputs;
    lost.extend(mended.failures);
    if args.fixes.diff {
        lost.iter().for_each(complain);
        return Ok(shown(mended.files, !lost.is_empty()));
    }
    let mut drafts = Vec::new();
    for (input, report) in inputs.iter().zip(reports(&inputs, &settled, args, workers)) {
        match report {
            Some(report) => drafts.push((input, report)),
            None => lost.push(crashed(input.source.name())),
        }
    }
    let stale = known
        .as_mut()
        .map_or_else(Vec::new, |known| known.apply(&mut drafts, &|rule| settled.asks_for(rule)));
    let files: Vec<&FileReport> = drafts.iter().map(|(_, report)| report).collect();
    let run = Run {
        rules: outputs::rules(&files, &settled),
        files,
        stale,
        failures: lost.iter().map(ToString::to_string).collect(),
        threshold: level(args.fail_on),
    };
    outputs::deliver(&outputs, &run, args)?;
    known.map_or(Ok(()), |known| known.save(&run.stale))?;
    lost.iter().for_each(complain);
    outputs::say(&outputs, &run);
    let idle = settled.iter().flat_map(|settings| settings.idle(&args.input.files));
    idle.for_each(|line| note(&line));
    Ok(status(&run.summary(), args, !lost.is_empty()))
}

/// What is found in each input, in their order; `None` for one that the program itself failed on.
fn reports(
    inputs: &[Input],
    settled: &Settled,
    args: &CheckArgs,
    workers: usize,
) -> Vec<Option<FileReport>> {
    let root = places::root();
    let work = |(): &mut (), input: &Input| {
        let settings = settled.of(input)?;
        let checked = settings.check(&input.source, input.file.as_deref());
        let unresolved = match &checked.draft {
            _ if !args.verbose => Vec::new(),
            Some(draft) if checked.judged => settings.unresolved(&input.source, draft),
            _ => engine::unjudged(&checked.findings),
        };
        Some(FileReport {
            source: input.source.clone(),
            place: places::place(input, root.as_deref()),
            kind: checked.draft.map(|draft| draft.kind.id.clone()),
            findings: checked.findings,
            excepted: checked.excepted,
            baselined: Vec::new(),
            unresolved,
        })
    };
    batch::run(inputs, workers, || (), work).into_iter().map(Option::flatten).collect()
}

/// The status after changes were only shown.
fn shown(changed: usize, failed: bool) -> ExitStatus {
    match (failed, changed) {
        (true, _) => ExitStatus::Failed,
        (false, 0) => ExitStatus::Clean,
        (false, _) => ExitStatus::Findings,
    }
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

/// A crash of our own on one draft; the others are done.
pub(super) fn crashed(name: &str) -> Failure {
    Failure::new(
        "kesalahan di dalam program pada draf ini",
        name,
        "laporkan kepada pengelola naskah beserta potongan draf yang tidak rahasia",
    )
}
