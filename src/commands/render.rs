//! `naskah render`: check first, then print.

mod desk;
mod target;

use super::input::{self, with_text};
use super::interrupt::Interrupt;
use super::note_workers;
use super::options::{input_options, opened};
use super::outputs::files_read;
use crate::batch;
use crate::cli::RenderArgs;
use crate::error::{ExitStatus, Failure, system};
use crate::render;
use crate::session::{Found, Printing, Session, real};

use desk::Desk;

pub(super) fn run(args: &RenderArgs) -> Result<ExitStatus, Failure> {
    let session = Session::new(input_options(&args.input));
    let mut found = input::find(&session, &args.input);
    opened(session.settle(&found))?;
    let printing = printing(args)?;
    session.settle_styles(&printing)?;
    one_for_one(args, &session, &found)?;
    let existed = args.out_dir.as_ref().is_none_or(|folder| folder.exists());
    make_folder(args)?;
    let mut read = files_read(&session, &found);
    read.extend(printing.style.as_deref().and_then(real));
    let candidates = std::mem::take(&mut found.candidates);
    let workers = batch::workers(args.input.jobs, candidates.len());
    let interrupt = Interrupt::listen();
    let mut desk = Desk::new(args, found, read);
    let started = batch::stream(
        candidates,
        workers,
        || session.printer(&printing),
        |printer, candidate| with_text(&session, candidate, |text| printer.print(&text)),
        |candidate, outcome| desk.take(&candidate, outcome, &interrupt),
    );
    note_workers(workers, started);
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
    if args.output.is_none() || found.candidates.len() < 2 {
        return Ok(());
    }
    let texts = found.candidates.iter().filter_map(|candidate| session.read(candidate).ok()?);
    match texts.count() {
        0 | 1 => Ok(()),
        count => Err(Failure::general(
            format!("-o hanya untuk satu draf, sedangkan ada {count}"),
            "pakai --out-dir untuk beberapa draf",
        )),
    }
}

fn make_folder(args: &RenderArgs) -> Result<(), Failure> {
    let Some(folder) = &args.out_dir else {
        return Ok(());
    };
    std::fs::create_dir_all(folder).map_err(|error| {
        let what = format!("folder keluaran tidak dapat dibuat{}", system(&error));
        Failure::new(what, folder.display(), "pilih folder lain atau minta hak tulis")
    })
}

/// A folder that was made for nothing goes again.
fn tidy(args: &RenderArgs, existed: bool) {
    if let (Some(folder), false) = (&args.out_dir, existed) {
        // It stays when there is something in it.
        let _ = std::fs::remove_dir(folder);
    }
}
