//! Where printed drafts are handed out: each is written as it comes, in the order of the input.

use std::collections::BTreeSet;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::target::{earlier_pages, numbered, target};
use crate::cli::RenderArgs;
use crate::commands::input::{Account, Input, crashed};
use crate::commands::interrupt::Interrupt;
use crate::commands::{complain, note, print_bytes};
use crate::error::{ExitStatus, Failure};
use crate::report::{FileReport, Format, Run};
use crate::session::{Candidate, Found, Printed, Refusal};
use crate::sink;

/// What a run comes to.
pub(super) struct Desk<'a> {
    args: &'a RenderArgs,
    folders: Vec<(usize, PathBuf)>,
    account: Account,
    /// What the run reads, links resolved.
    read: BTreeSet<PathBuf>,
    /// The names that drafts of this run have taken.
    taken: BTreeSet<PathBuf>,
    /// How many files were written.
    written: usize,
    status: ExitStatus,
}

impl<'a> Desk<'a> {
    pub(super) fn new(args: &'a RenderArgs, found: Found, read: BTreeSet<PathBuf>) -> Self {
        Self {
            args,
            folders: found.folders,
            account: Account::new(found.passed_over),
            read,
            taken: BTreeSet::new(),
            written: 0,
            status: ExitStatus::Clean,
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
        let status = match outcome {
            Some(Input::NoDraft) => {
                self.account.pass_over(candidate);
                return ControlFlow::Continue(());
            }
            Some(Input::Done(Ok(printed))) => self.hand_out(&printed, candidate),
            Some(Input::Done(Err(refusal))) => self.refuse(refusal),
            Some(Input::Lost(failure)) => failed(&failure),
            None => failed(&crashed(candidate)),
        };
        self.account.found(candidate);
        self.status = self.status.max(status);
        ControlFlow::Continue(())
    }

    /// Says what is left to say; returns the status of the run.
    pub(super) fn close(self, interrupt: &Interrupt) -> ExitStatus {
        if interrupt.came() {
            note(&format!("dihentikan: {} berkas sudah ditulis", self.written));
            return ExitStatus::Interrupted;
        }
        let empty = self.account.empty_folders(&self.folders);
        empty.iter().map(failed).fold(self.status, ExitStatus::max)
    }

    fn hand_out(&mut self, printed: &Printed, candidate: &Candidate) -> ExitStatus {
        report(&printed.report);
        match self.write(printed, candidate.file()) {
            Ok(()) => ExitStatus::Clean,
            Err(failure) => failed(&failure),
        }
    }

    fn refuse(&self, refusal: Refusal) -> ExitStatus {
        let found = match refusal {
            Refusal::Failed(failure) => return failed(&failure),
            Refusal::Unopened(error) => return failed(&error.failure()),
            Refusal::Findings(found) => found,
        };
        report(&found);
        let text = "draf masih mempunyai galat dan tidak dicetak";
        let remedy = if self.args.draft {
            "perbaiki galat yang membuat draf tidak terbaca; rancangan pun hanya dicetak utuh"
        } else {
            "perbaiki galatnya, atau pakai --draft untuk mencetak rancangan"
        };
        complain(&Failure::new(text, found.source.name(), remedy));
        ExitStatus::Findings
    }

    fn write(&mut self, printed: &Printed, file: Option<&Path>) -> Result<(), Failure> {
        let args = self.args;
        let standard = args.output.as_deref() == Some(Path::new("-"))
            || (args.output.is_none() && args.out_dir.is_none() && file.is_none());
        if standard {
            return to_stdout(printed);
        }
        let target = target(args, file, &printed.name);
        let targets = numbered(&target, printed.pages.len());
        self.reserve(&targets)?;
        let pages = printed.pages.iter().map(Vec::as_slice);
        let files: Vec<(&Path, &[u8])> = targets.iter().map(PathBuf::as_path).zip(pages).collect();
        sink::write_files(&files, args.force)?;
        self.written += targets.len();
        for target in &targets {
            note(&format!("ditulis: {}", target.display()));
        }
        if args.format.is_paged() {
            for old in earlier_pages(&target, &targets) {
                note(&format!("masih ada halaman dari cetakan sebelumnya: {}", old.display()));
            }
        }
        Ok(())
    }

    /// Takes the names of files for this draft alone.
    fn reserve(&mut self, targets: &[PathBuf]) -> Result<(), Failure> {
        for target in targets {
            if !self.taken.insert(target.clone()) {
                let remedy = "beri nomor atau judul yang berbeda, atau cetak ke folder lain";
                let what = "dua draf menuju berkas yang sama";
                return Err(Failure::new(what, target.display(), remedy));
            }
            if self.is_read(target) {
                let remedy = "pilih nama lain dengan -o atau --out-dir";
                let what = "keluaran akan menimpa berkas yang dibaca";
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

fn failed(failure: &Failure) -> ExitStatus {
    complain(failure);
    ExitStatus::Failed
}

fn to_stdout(printed: &Printed) -> Result<(), Failure> {
    match printed.pages.as_slice() {
        [one] => print_bytes(one),
        many => Err(Failure::general(
            format!("{} halaman tidak dapat ditulis ke keluaran standar", many.len()),
            "pakai -o atau --out-dir, atau --format pdf",
        )),
    }
}

/// Findings go to standard error: standard output may be the document.
fn report(found: &FileReport) {
    if found.findings.is_empty() {
        return;
    }
    let mut out = Vec::new();
    if Format::Human.write(&Run::of(vec![found]), &mut out).is_ok() {
        let _ = anstream::stderr().write_all(&out);
    }
}
