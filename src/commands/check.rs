//! `naskah check`.

mod drafts;
mod judged;
mod tally;

use std::path::Path;

use super::interrupt::Interrupt;
use super::options::{check_options, opened, selectors_exist, show};
use super::outputs::{self, Outputs};
use super::voice::Voice;
use super::{fix, input};
use crate::batch;
use crate::cli::{CheckArgs, Threshold};
use crate::error::{ExitStatus, Failure};
use crate::finding::Level;
use crate::session::{Known, Session};
use crate::sink;
use crate::words::sheet;

use judged::judge;
use tally::Tally;

pub(super) fn check_drafts(args: &CheckArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    let mending = fix::mending(&args.fixes)?;
    if args.input.data.data.is_some() && mending.is_some() {
        return Err(Failure::general(sheet::no_fix(), sheet::no_fix_fix()));
    }
    let known = known(args)?;
    let session = Session::new(check_options(args, voice));
    let mut found = input::find(&session, &args.input)?;
    let settled = session.settle(&found);
    voice.learn(&session);
    opened(settled, voice)?;
    selectors_exist(&session)?;
    if args.rules.show_settings {
        show(&session, voice)?;
        return Ok(ExitStatus::Clean);
    }
    drafts::write(args, &session, &found.candidates, voice)?;
    let planned = outputs::plan(args, &session, &found, baseline(args))?;
    let interrupt = Interrupt::listen();
    let outputs = if args.fixes.diff { Vec::new() } else { planned };
    let outputs = Outputs::begin(outputs, args, level(args.fail_on))?;
    let candidates = std::mem::take(&mut found.candidates);
    let workers = batch::workers(args.input.jobs, candidates.len());
    let mut tally = Tally::new(&session, args, found, outputs, known, voice);
    let started = batch::stream(
        candidates,
        workers,
        || (),
        |(), candidate| judge(&session, candidate, mending, args.fixes.diff),
        |candidate, outcome| tally.take(&candidate, outcome, &interrupt),
    );
    voice.note_workers(workers, started);
    if interrupt.came() {
        return Ok(tally.interrupted());
    }
    if args.fixes.diff { tally.shown() } else { tally.reported() }
}

/// The file of the baseline, if there is one.
fn baseline(args: &CheckArgs) -> Option<&Path> {
    args.write_baseline.as_deref().or(args.baseline.as_deref())
}

/// The baseline that the arguments name, if any.
fn known(args: &CheckArgs) -> Result<Option<Known>, Failure> {
    let Some(file) = baseline(args) else {
        return Ok(None);
    };
    sink::may_write(file, args.write_baseline.is_none() || args.force)?;
    Ok(Some(Known::read(file, args.write_baseline.is_some())?))
}

/// The level at which a threshold begins; none where findings never fail a run.
fn level(threshold: Threshold) -> Option<Level> {
    match threshold {
        Threshold::Error => Some(Level::Error),
        Threshold::Warning => Some(Level::Warning),
        Threshold::Info => Some(Level::Info),
        Threshold::Never => None,
    }
}
