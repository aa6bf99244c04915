//! `naskah render`: check first, then print.

mod apart;
mod desk;
mod jobs;
mod ledger;
mod outcome;
mod place;
mod progress;
mod record;
mod resume;
mod rows;
mod target;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::input::{self, with_text};
use super::interrupt::Interrupt;
use super::journal::{Earlier, Journal};
use super::options::{input_options, opened};
use super::outputs::files_read;
use super::voice::Voice;
use crate::batch;
use crate::cli::RenderArgs;
use crate::error::{ExitStatus, Failure, system};
use crate::render;
use crate::session::{Found, Printer, Printing, Session, Text, real};
use crate::words::{render as words, write};

use desk::{Desk, Records, Work};
use jobs::{Job, Jobs};
use place::{Made, Places};
use progress::Progress;
use resume::why;
use target::patterned;

pub(super) fn render_drafts(args: &RenderArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    if args.helper {
        return apart::answer(args, voice);
    }
    one_place(args)?;
    let session = Session::new(input_options(&args.input, voice));
    let mut found = input::find(&session, &args.input)?;
    let settled = session.settle(&found);
    voice.learn(&session);
    opened(settled, voice)?;
    let printing = printing(args)?;
    session.settle_styles(&printing)?;
    one_for_one(args, &session, &found)?;
    if let Some(report) = &args.report {
        ledger::may_write(report, args.force)?;
    }
    if let Some(record) = &args.record {
        record::may_write(record, args.force)?;
    }
    let jobs = jobs::jobs(args, &session, &mut found)?;
    let existed = args.out_dir.as_ref().is_none_or(|folder| folder.exists());
    let mut read = files_read(&session, jobs.all.iter().map(|job| &job.candidate));
    read.extend(printing.style.as_deref().and_then(real));
    spare(args, &read)?;
    let before = Made::before(args)?;
    make_folder(args)?;
    let begun = Places::begin(args).and_then(|places| Ok((places, journal(args, &jobs)?)));
    let (places, journal) = begun.inspect_err(|_| tidy(args, existed))?;
    let earlier = journal.as_ref().filter(|_| args.resume).map(Journal::earlier);
    let workers = batch::workers(args.input.jobs, jobs.all.len());
    let interrupt = Interrupt::listen();
    let progress = Progress::begin(jobs.all.len(), voice.language());
    let mut desk = Desk::new(
        args,
        found,
        read,
        &jobs.all,
        Records { journal, places, before: &before },
        voice,
    );
    let started = batch::stream(
        jobs.all,
        workers,
        || session.printer(&printing),
        |printer, job| {
            with_text(&session, &job.candidate, |text| {
                work(args, printer, job, (earlier.as_ref(), &before), &text)
            })
        },
        |job, outcome| progress.step(|| desk.take(&job, outcome, &interrupt)),
    );
    progress.end();
    voice.note_workers(workers, started);
    let status = desk.close(&interrupt);
    tidy(args, existed);
    Ok(status)
}

/// Whether nothing that is written besides the documents takes the place of what is read.
fn spare(args: &RenderArgs, read: &BTreeSet<PathBuf>) -> Result<(), Failure> {
    let written = [&args.manifest, &args.archive, &args.combine, &args.report, &args.record];
    let over = written
        .into_iter()
        .flatten()
        .find(|path| real(path).is_some_and(|path| read.contains(&path)));
    over.map_or(Ok(()), |path| {
        Err(Failure::new(words::over_input(), path.display(), words::over_input_fix()))
    })
}

/// The manifest of the run, if one is kept.
fn journal(args: &RenderArgs, jobs: &Jobs) -> Result<Option<Journal>, Failure> {
    let (Some(path), Some(head)) = (&args.manifest, &jobs.head) else { return Ok(None) };
    let asked = jobs.all.iter().filter_map(|job| job.id.clone()).collect();
    Journal::open(path, head.clone(), asked, args.resume, args.force).map(Some)
}

/// Prints a draft, unless an earlier run has and nothing has changed since.
fn work(
    args: &RenderArgs,
    printer: &mut Printer<'_>,
    job: &Job,
    (earlier, before): (Option<&Earlier>, &Made),
    text: &Text,
) -> Work {
    let noted = job.id.as_ref().filter(|_| args.manifest.is_some());
    let ingredients = noted.and_then(|_| printer.ingredients(text));
    let mut reason = None;
    if let (Some(earlier), Some(id)) = (earlier, noted) {
        let entry = earlier.get(id);
        reason = why(entry, ingredients.as_ref(), before);
        if let (None, Some(entry)) = (&reason, entry) {
            return Work::Kept(Box::new(entry.clone()));
        }
    }
    let ingredients = ingredients.map(Box::new);
    Work::Tried { why: reason, ingredients, outcome: Box::new(printer.print(text)) }
}

fn printing(args: &RenderArgs) -> Result<Printing, Failure> {
    Ok(Printing {
        format: args.format,
        standards: render::standards(&args.pdf_standard)?,
        ppi: args.ppi,
        style: args.style.clone(),
        images: args.images.clone(),
        draft: args.draft,
        apart: apart::apart(args)?,
    })
}

/// A folder, and a file that is no pattern of names within it, are two places.
fn one_place(args: &RenderArgs) -> Result<(), Failure> {
    if args.output.is_some() && args.out_dir.is_some() && patterned(args).is_none() {
        return Err(Failure::general(words::two_places(), words::two_places_fix()));
    }
    Ok(())
}

/// Whether one output has one draft. Of files in a folder only their texts tell whether they are
/// drafts; each is read and let go.
fn one_for_one(args: &RenderArgs, session: &Session, found: &Found) -> Result<(), Failure> {
    let many = args.input.data.data.is_some() || patterned(args).is_some();
    if args.output.is_none() || many || found.candidates.len() < 2 {
        return Ok(());
    }
    let texts = found.candidates.iter().filter_map(|candidate| session.read(candidate).ok()?);
    match texts.count() {
        0 | 1 => Ok(()),
        count => Err(Failure::general(words::one_output(count), words::one_output_fix())),
    }
}

fn make_folder(args: &RenderArgs) -> Result<(), Failure> {
    args.out_dir.as_deref().map_or(Ok(()), made_folder)
}

fn made_folder(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| {
        let what = words::folder_unmade(system(&error));
        Failure::new(what, folder.display(), write::forbidden_fix())
    })
}

/// A folder that was made for nothing goes again.
fn tidy(args: &RenderArgs, existed: bool) {
    if let (Some(folder), false) = (&args.out_dir, existed) {
        // It stays when there is something in it.
        let _ = std::fs::remove_dir(folder);
    }
}
