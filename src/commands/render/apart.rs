//! Documents with limits: each is laid out by a process of this same program, which is asked for one
//! after the other.

use std::ffi::{OsStr, OsString};
use std::io;
use std::time::Duration;

use super::printing;
use crate::cli::RenderArgs;
use crate::commands::options::input_options;
use crate::commands::voice::Voice;
use crate::error::{ExitStatus, Failure};
use crate::session::{Apart, ApartError, PrintError, Session, Told, serve};
use crate::words::{Language, Phrase, render as words};

/// The mark by which the process knows what it is.
const MARK: &str = "--helper";

/// How the documents of a run are laid out apart; `None` where nothing limits them.
pub(super) fn apart(args: &RenderArgs) -> Result<Option<Apart>, Failure> {
    let time = args.time_limit.map(Duration::from_secs);
    let memory = most_memory(args)?;
    if args.helper || (time.is_none() && memory.is_none()) {
        return Ok(None);
    }
    let program = std::env::current_exe().map_err(no_process)?;
    let arguments = as_helper(std::env::args_os().skip(1));
    Ok(Some(Apart { program, arguments, time, memory }))
}

/// The most memory that a document may take, in MiB.
///
/// # Errors
/// A system that does not tell what a process takes.
fn most_memory(args: &RenderArgs) -> Result<Option<u64>, Failure> {
    if args.memory_limit.is_some() && cfg!(not(target_os = "linux")) {
        return Err(Failure::general(words::memory_untold(), words::memory_untold_fix()));
    }
    Ok(args.memory_limit)
}

/// The arguments of this run for the process that helps it: behind `--` everything is a file.
fn as_helper(own: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = own.collect();
    let end = arguments.iter().position(|argument| argument == OsStr::new("--"));
    arguments.insert(end.unwrap_or(arguments.len()), MARK.into());
    arguments
}

/// Answers until nobody asks any more.
pub(super) fn answer(args: &RenderArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    let session = Session::new(input_options(&args.input, voice));
    let printing = printing(args)?;
    let mut printer = session.printer(&printing);
    let work = |text: &_, language| printer.lay_out(text).map_err(|error| told(error, language));
    let asked = while_asked().map_err(no_process)?;
    let answered = serve(asked, io::BufWriter::new(io::stdout().lock()), work);
    answered.map(|()| ExitStatus::Clean).map_err(no_process)
}

/// What is asked on standard input. Where nobody can ask any more the process ends at once, whatever
/// it is working on: whoever asked may have been killed.
fn while_asked() -> io::Result<io::PipeReader> {
    let (reader, mut writer) = io::pipe()?;
    std::thread::Builder::new().spawn(move || {
        let _ = io::copy(&mut io::stdin().lock(), &mut writer);
        signal_hook::low_level::exit(0);
    })?;
    Ok(reader)
}

fn no_process(error: io::Error) -> Failure {
    PrintError::from(ApartError::NoProcess(error)).into()
}

fn told(error: PrintError, language: Language) -> Told {
    let Failure { what, place, remedy } = error.into();
    Told {
        what: what.text(language),
        place: place.map(|place| Phrase::verbatim(place).text(language)),
        remedy: remedy.text(language),
    }
}
