//! Where printed drafts are handed out: each is written as it comes, in the order of the input.

use std::collections::BTreeSet;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::ledger::{Ledger, Outcome};
use super::made_folder;
use super::target::{earlier_pages, numbered, target};
use crate::cli::RenderArgs;
use crate::commands::input::{Account, Input, crashed};
use crate::commands::interrupt::Interrupt;
use crate::commands::print_bytes;
use crate::commands::voice::{Voice, say};
use crate::error::{ExitStatus, Failure};
use crate::report::{FileReport, Format, Run};
use crate::session::{Candidate, Found, Printed, Refusal};
use crate::sink::{self, folder_of};
use crate::words::{Language, render, sheet};

/// What a run comes to.
pub(super) struct Desk<'a> {
    args: &'a RenderArgs,
    folders: Vec<(usize, PathBuf)>,
    account: Account,
    /// What the run reads, links resolved.
    read: BTreeSet<PathBuf>,
    /// The names that drafts of this run have taken.
    taken: BTreeSet<PathBuf>,
    /// The files of a sheet's documents, by the numbers of their candidates.
    targets: Vec<Option<PathBuf>>,
    /// How many drafts were printed.
    made: usize,
    /// What became of each.
    ledger: Ledger,
    /// The file that was written last, until it is noted.
    last: Option<PathBuf>,
    /// How many files were written.
    written: usize,
    status: ExitStatus,
    voice: &'a Voice,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        args: &'a RenderArgs,
        found: Found,
        read: BTreeSet<PathBuf>,
        targets: Vec<Option<PathBuf>>,
        voice: &'a Voice,
    ) -> Self {
        Self {
            args,
            folders: found.folders,
            account: Account::new(found.passed_over),
            read,
            targets,
            taken: BTreeSet::new(),
            made: 0,
            ledger: Ledger::default(),
            last: None,
            written: 0,
            status: ExitStatus::Clean,
            voice,
        }
    }

    /// Takes what became of the next candidate; `None` when the program itself failed on it.
    pub(super) fn take(
        &mut self,
        candidate: &Candidate,
        outcome: Option<Input<Result<Printed, Refusal>>>,
        interrupt: &Interrupt,
    ) -> ControlFlow<()> {
        if interrupt.came() {
            return ControlFlow::Break(());
        }
        let before = self.made;
        let status = match outcome {
            Some(Input::NoDraft) => {
                self.account.pass_over(candidate);
                return ControlFlow::Continue(());
            }
            Some(Input::Done(Ok(printed))) => self.hand_out(&printed, candidate),
            Some(Input::Done(Err(refusal))) => self.refuse(refusal),
            Some(Input::Lost(error)) => self.failed(&error.into()),
            None => self.failed(&crashed(candidate)),
        };
        let outcome = match status {
            _ if self.made > before => Outcome::Printed,
            ExitStatus::Findings => Outcome::Refused,
            _ => Outcome::Failed,
        };
        self.ledger.note(candidate.name(), self.last.take(), outcome);
        self.account.found(candidate);
        self.status = self.status.max(status);
        ControlFlow::Continue(())
    }

    /// Says what is left to say; returns the status of the run.
    pub(super) fn close(self, interrupt: &Interrupt) -> ExitStatus {
        let report = self
            .args
            .report
            .as_deref()
            .map(|report| self.ledger.write(report, self.args.force, self.voice.language()));
        let unwritten = report.and_then(Result::err).map(|failure| self.failed(&failure));
        if interrupt.came() {
            say(&render::interrupted(self.written).text(self.voice.language()));
            return ExitStatus::Interrupted;
        }
        if !self.targets.is_empty() {
            say(&sheet::done(self.made, self.targets.len()).text(self.voice.language()));
        }
        let empty = self.account.empty_folders(&self.folders);
        let status = unwritten.map_or(self.status, |status| self.status.max(status));
        empty.iter().map(|folder| self.failed(folder)).fold(status, ExitStatus::max)
    }

    fn hand_out(&mut self, printed: &Printed, candidate: &Candidate) -> ExitStatus {
        report(&printed.report, self.voice.chosen());
        match self.write(printed, candidate) {
            Ok(()) => {
                self.made += 1;
                ExitStatus::Clean
            }
            Err(failure) => failed(&failure, printed.report.language),
        }
    }

    fn refuse(&self, refusal: Refusal) -> ExitStatus {
        let found = match refusal {
            Refusal::Failed { name, language, error } => {
                return failed(&Failure::from(*error).within(&name), language);
            }
            Refusal::Unopened(error) => return self.failed(&(*error).into()),
            Refusal::Findings(found) => found,
        };
        report(&found, self.voice.chosen());
        let remedy = if self.args.draft { render::unread_fix() } else { render::still_wrong_fix() };
        failed(&Failure::new(render::still_wrong(), found.source.name(), remedy), found.language);
        ExitStatus::Findings
    }

    /// A failure on what has no language of its own.
    fn failed(&self, failure: &Failure) -> ExitStatus {
        failed(failure, self.voice.language())
    }

    fn write(&mut self, printed: &Printed, candidate: &Candidate) -> Result<(), Failure> {
        let (args, language, file) = (self.args, printed.report.language, candidate.file());
        let own = candidate.named().first().and_then(|at| self.targets.get(*at)).cloned().flatten();
        let standard = args.output.as_deref() == Some(Path::new("-"))
            || (args.output.is_none() && args.out_dir.is_none() && file.is_none());
        if standard && own.is_none() {
            return to_stdout(printed);
        }
        if let Some(folder) = own.as_deref().map(folder_of) {
            made_folder(folder)?;
        }
        let target = own.unwrap_or_else(|| target(args, file, &printed.name));
        let targets = numbered(&target, printed.pages.len());
        self.reserve(&targets)?;
        let pages = printed.pages.iter().map(Vec::as_slice);
        let files: Vec<(&Path, &[u8])> = targets.iter().map(PathBuf::as_path).zip(pages).collect();
        sink::write_files(&files, args.force)?;
        self.written += targets.len();
        self.last = targets.first().cloned();
        for target in &targets {
            say(&render::written(target.display()).text(language));
        }
        if args.format.is_paged() {
            for old in earlier_pages(&target, &targets) {
                say(&render::earlier_page(old.display()).text(language));
            }
        }
        Ok(())
    }

    /// Takes the names of files for this draft alone.
    fn reserve(&mut self, targets: &[PathBuf]) -> Result<(), Failure> {
        for target in targets {
            if !self.taken.insert(target.clone()) {
                let (what, remedy) = (render::same_file(), render::same_file_fix());
                return Err(Failure::new(what, target.display(), remedy));
            }
            if self.is_read(target) {
                let (what, remedy) = (render::over_input(), render::over_input_fix());
                return Err(Failure::new(what, target.display(), remedy));
            }
        }
        Ok(())
    }

    /// Not even --force may cost a draft, or the configuration that it is judged by.
    fn is_read(&self, target: &Path) -> bool {
        std::fs::canonicalize(target).is_ok_and(|target| self.read.contains(&target))
    }
}

fn failed(failure: &Failure, language: Language) -> ExitStatus {
    say(&failure.text(language));
    ExitStatus::Failed
}

fn to_stdout(printed: &Printed) -> Result<(), Failure> {
    match printed.pages.as_slice() {
        [one] => print_bytes(one),
        many => Err(Failure::general(
            render::pages_to_stdout(many.len()),
            render::pages_to_stdout_fix(),
        )),
    }
}

/// Findings go to standard error: standard output may be the document.
fn report(found: &FileReport, chosen: Option<Language>) {
    if found.findings.is_empty() {
        return;
    }
    let mut out = Vec::new();
    let run = Run { language: chosen.unwrap_or(found.language), ..Run::of(vec![found]) };
    if Format::Human.write(&run, &mut out).is_ok() {
        let _ = anstream::stderr().write_all(&out);
    }
}
