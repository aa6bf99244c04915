//! `naskah render`: check first, then print.

mod desk;
mod ledger;
mod rows;
mod target;

use std::path::Path;

use super::input::{self, with_text};
use super::interrupt::Interrupt;
use super::options::{input_options, opened};
use super::outputs::files_read;
use super::voice::Voice;
use crate::batch;
use crate::cli::RenderArgs;
use crate::error::{ExitStatus, Failure, system};
use crate::render;
use crate::session::{Found, Printing, Session, real};
use crate::words::{render as render_words, write};

use desk::Desk;

pub(super) fn render_drafts(args: &RenderArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
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
    let targets = rows::targets(args, &session, &found.candidates)?;
    let existed = args.out_dir.as_ref().is_none_or(|folder| folder.exists());
    make_folder(args)?;
    let mut read = files_read(&session, &found);
    read.extend(printing.style.as_deref().and_then(real));
    let candidates = std::mem::take(&mut found.candidates);
    let workers = batch::workers(args.input.jobs, candidates.len());
    let interrupt = Interrupt::listen();
    let mut desk = Desk::new(args, found, read, targets, voice);
    let started = batch::stream(
        candidates,
        workers,
        || session.printer(&printing),
        |printer, candidate| with_text(&session, candidate, |text| printer.print(&text)),
        |candidate, outcome| desk.take(&candidate, outcome, &interrupt),
    );
    voice.note_workers(workers, started);
    let status = desk.close(&interrupt);
    tidy(args, existed);
    Ok(status)
}

fn printing(args: &RenderArgs) -> Result<Printing, Failure> {
    Ok(Printing {
        format: args.format,
        standards: render::standards(&args.pdf_standard)?,
        ppi: args.ppi,
        style: args.style.clone(),
        images: args.images.clone(),
        draft: args.draft,
    })
}

/// Whether one output has one draft. Of files in a folder only their texts tell whether they are
/// drafts; each is read and let go.
fn one_for_one(args: &RenderArgs, session: &Session, found: &Found) -> Result<(), Failure> {
    let pattern = args.input.data.data.is_some();
    if args.output.is_none() || pattern || found.candidates.len() < 2 {
        return Ok(());
    }
    let texts = found.candidates.iter().filter_map(|candidate| session.read(candidate).ok()?);
    match texts.count() {
        0 | 1 => Ok(()),
        count => {
            Err(Failure::general(render_words::one_output(count), render_words::one_output_fix()))
        }
    }
}

fn make_folder(args: &RenderArgs) -> Result<(), Failure> {
    args.out_dir.as_deref().map_or(Ok(()), made_folder)
}

fn made_folder(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| {
        let what = render_words::folder_unmade(system(&error));
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
