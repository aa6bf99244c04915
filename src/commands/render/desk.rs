//! Where printed drafts are handed out: each is written as it comes, in the order of the input.

use std::collections::BTreeSet;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::jobs::{Job, below};
use super::ledger::Ledger;
use super::made_folder;
use super::outcome::{Line, Outcome};
use super::place::{Made, Places, Placing, own_files};
use super::record::Record;
use super::resume::{Why, hash, ours};
use super::target::{by_name, earlier_pages, numbered, patterned};
use crate::cli::RenderArgs;
use crate::commands::input::{Account, Input, crashed};
use crate::commands::interrupt::Interrupt;
use crate::commands::journal::Journal;
use crate::commands::print_bytes;
use crate::commands::voice::{Voice, say};
use crate::error::{ExitStatus, Failure};
use crate::fingerprint::Fingerprint;
use crate::manifest::{Entry, Ingredients, Page};
use crate::report::{FileReport, Format, Run};
use crate::session::{Found, Printed, Refusal};
use crate::sink::{self, WriteError, folder_of};
use crate::words::{Language, manifest, render, sheet};

/// What a worker made of a draft.
pub(super) enum Work {
    /// Nothing: an earlier run has printed it, and it would come out the same.
    Kept(Box<Entry>),
    /// It tried to print it.
    Tried {
        /// Why, where an earlier run is gone on with.
        why: Option<Why>,
        /// What it comes from, where that is noted.
        ingredients: Option<Box<Ingredients>>,
        /// What came of it.
        outcome: Box<Result<Printed, Refusal>>,
    },
}

/// What a run comes to.
pub(super) struct Desk<'a> {
    args: &'a RenderArgs,
    folders: Vec<(usize, PathBuf)>,
    account: Account,
    /// What the run reads, links resolved.
    read: BTreeSet<PathBuf>,
    /// The names that drafts of this run have taken.
    taken: BTreeSet<PathBuf>,
    /// The names of all drafts, in their order, and how many had their turn.
    names: Vec<String>,
    turn: usize,
    journal: Option<Journal>,
    places: Places,
    /// What there was before.
    before: &'a Made,
    /// The hashes of what earlier runs wrote.
    ours: BTreeSet<Fingerprint>,
    /// What became of each.
    ledger: Ledger,
    /// What was printed, and where it is signed.
    record: Record,
    /// The hashes of the document that was written last.
    last: Vec<Fingerprint>,
    /// How many files were written.
    written: usize,
    status: ExitStatus,
    voice: &'a Voice,
}

/// What a run writes besides the documents, and what there was before.
pub(super) struct Records<'a> {
    /// The manifest.
    pub(super) journal: Option<Journal>,
    /// An archive, or one document of all.
    pub(super) places: Places,
    /// What earlier runs have made.
    pub(super) before: &'a Made,
}

/// What stood in the way of writing a document.
struct Trouble {
    failure: Failure,
    /// Whether it will stand in the way of every other too.
    for_all: bool,
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self { failure, for_all: false }
    }
}

impl From<WriteError> for Trouble {
    fn from(error: WriteError) -> Self {
        let for_all = error.is_full();
        Self { failure: error.into(), for_all }
    }
}

impl From<Placing> for Trouble {
    fn from(placing: Placing) -> Self {
        match placing {
            Placing::Written(error) => error.into(),
            Placing::Refused(failure) => failure.into(),
        }
    }
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        args: &'a RenderArgs,
        found: Found,
        read: BTreeSet<PathBuf>,
        jobs: &[Job],
        records: Records<'a>,
        voice: &'a Voice,
    ) -> Self {
        let Records { journal, places, before } = records;
        let earlier = journal.as_ref().filter(|_| args.resume).map(Journal::earlier);
        Self {
            args,
            folders: found.folders,
            account: Account::new(found.passed_over),
            read,
            taken: BTreeSet::new(),
            names: jobs.iter().map(|job| job.candidate.name()).collect(),
            turn: 0,
            journal,
            places,
            before,
            ours: earlier.as_ref().map(ours).unwrap_or_default(),
            ledger: Ledger::default(),
            record: Record::default(),
            last: Vec::new(),
            written: 0,
            status: ExitStatus::Clean,
            voice,
        }
    }

    /// Takes what became of the next draft; `None` when the program itself failed on it.
    pub(super) fn take(
        &mut self,
        job: &Job,
        work: Option<Input<Work>>,
        interrupt: &Interrupt,
    ) -> ControlFlow<()> {
        if interrupt.came() {
            return ControlFlow::Break(());
        }
        self.turn += 1;
        if matches!(work, Some(Input::NoDraft)) {
            self.account.pass_over(&job.candidate);
            return ControlFlow::Continue(());
        }
        self.account.found(&job.candidate);
        let (line, ingredients, goes_on) = self.outcome(job, work);
        let noted = self.note(job, &line, ingredients);
        self.ledger.note(line);
        match noted {
            Ok(()) => goes_on,
            Err(failure) => {
                self.failed(&failure);
                ControlFlow::Break(())
            }
        }
    }

    /// What became of a draft, what it comes from, and whether the run goes on.
    fn outcome(
        &mut self,
        job: &Job,
        work: Option<Input<Work>>,
    ) -> (Line, Option<Ingredients>, ControlFlow<()>) {
        let line = |files, outcome| Line { name: job.candidate.name(), files, outcome };
        let on = ControlFlow::Continue(());
        let language = self.voice.language();
        let lost = |failure: &Failure| line(Vec::new(), Outcome::failed(failure, language));
        let (ingredients, why, outcome) = match work {
            None | Some(Input::NoDraft) => {
                let failure = crashed(&job.candidate);
                self.failed(&failure);
                return (lost(&failure), None, on);
            }
            Some(Input::Lost(error)) => {
                let failure = error.into();
                self.failed(&failure);
                return (lost(&failure), None, on);
            }
            Some(Input::Done(Work::Kept(entry))) => {
                let (line, goes_on) = self.kept(job, &entry);
                return (line, None, goes_on);
            }
            Some(Input::Done(Work::Tried { why, ingredients, outcome })) => {
                (ingredients.map(|own| *own), why, *outcome)
            }
        };
        if let Some(why) = why.filter(|_| self.args.why) {
            let id = job.id.clone().unwrap_or_default();
            say(&manifest::why(id, why.words()).text(language));
        }
        let (line, goes_on) = match outcome {
            Ok(printed) => self.hand_out(&printed, job),
            Err(refusal) => (line(Vec::new(), self.refuse(refusal)), on),
        };
        (line, ingredients, goes_on)
    }

    /// What an earlier run has made.
    fn kept(&mut self, job: &Job, entry: &Entry) -> (Line, ControlFlow<()>) {
        if self.args.why {
            say(&manifest::why_not(&entry.file).text(self.voice.language()));
        }
        let folder = self.args.out_dir.clone().unwrap_or_default();
        let files: Vec<PathBuf> = entry.pages.iter().map(|page| folder.join(&page.file)).collect();
        let line = |files, outcome| Line { name: job.candidate.name(), files, outcome };
        let bytes: Vec<Vec<u8>> =
            entry.pages.iter().filter_map(|page| self.before.get(&page.file)).collect();
        let pages: Vec<(PathBuf, &[u8])> =
            files.iter().cloned().zip(bytes.iter().map(Vec::as_slice)).collect();
        match self.places.take(self.args, &pages) {
            Ok(()) => (line(files, Outcome::Kept), ControlFlow::Continue(())),
            Err(placing) => {
                let (outcome, goes_on) = self.trouble(placing.into(), self.voice.language());
                (line(Vec::new(), outcome), goes_on)
            }
        }
    }

    /// Says what stood in the way of a document, and whether the run goes on.
    fn trouble(&mut self, trouble: Trouble, language: Language) -> (Outcome, ControlFlow<()>) {
        let Trouble { failure, for_all } = trouble;
        self.status = self.status.max(failed(&failure, language));
        let goes_on = if for_all { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        (Outcome::failed(&failure, language), goes_on)
    }

    fn note(
        &mut self,
        job: &Job,
        line: &Line,
        ingredients: Option<Ingredients>,
    ) -> Result<(), Failure> {
        let (Some(journal), Some(id)) = (&mut self.journal, &job.id) else { return Ok(()) };
        if line.outcome == Outcome::Kept {
            return journal.keep(id, &line.name);
        }
        let pages = line.files.iter().zip(&self.last);
        let page = |(file, hash): (&PathBuf, &Fingerprint)| Page {
            file: below(self.args, file),
            hash: *hash,
        };
        journal.note(Entry {
            file: id.clone(),
            draft: line.name.clone(),
            printed: line.outcome == Outcome::Printed,
            ingredients,
            pages: pages.map(page).collect(),
        })
    }

    /// Says what is left to say; returns the status of the run.
    pub(super) fn close(mut self, interrupt: &Interrupt) -> ExitStatus {
        let unreached = self.names.split_off(self.turn.min(self.names.len()));
        let broken_off = !unreached.is_empty();
        for name in unreached {
            let outcome = Outcome::NotReached;
            self.ledger.note(Line { name, files: Vec::new(), outcome });
        }
        self.ledger.broken_off = broken_off;
        let mut status = self.end_places(broken_off || interrupt.came());
        if let Some(journal) = self.journal.take() {
            for file in journal.orphans() {
                say(&manifest::orphan(file).text(self.voice.language()));
            }
            status =
                journal.close().map_err(|failure| self.failed(&failure)).err().unwrap_or(status);
        }
        if let Some(report) = &self.args.report {
            let written = self.ledger.write(report, self.args.force, self.voice.language());
            status = written.map_err(|failure| self.failed(&failure)).err().unwrap_or(status);
        }
        if let Some(record) = &self.args.record {
            let written = self.record.write(record, self.args.force);
            status = written.map_err(|failure| self.failed(&failure)).err().unwrap_or(status);
        }
        if interrupt.came() {
            say(&render::interrupted(self.written).text(self.voice.language()));
            return ExitStatus::Interrupted;
        }
        self.sum_up();
        let empty = if broken_off { Vec::new() } else { self.account.empty_folders(&self.folders) };
        empty.iter().map(|folder| self.failed(folder)).fold(status, ExitStatus::max)
    }

    /// Names the archive and the document of all. Of a run that ended before its last draft, asked to
    /// or for want of room, there is neither, and what would be in it is made again: half of the drafts
    /// would be taken for the whole.
    fn end_places(&mut self, broken_off: bool) -> ExitStatus {
        let places = std::mem::take(&mut self.places);
        if broken_off {
            return self.status;
        }
        match places.end(self.args) {
            Ok(files) => {
                self.written += files.len();
                for file in files {
                    say(&render::written(file.display()).text(self.voice.language()));
                }
            }
            Err(failure) => drop(self.failed(&failure)),
        }
        self.status
    }

    /// How many of how many, for a batch.
    fn sum_up(&self) {
        let args = self.args;
        let batch = args.input.data.data.is_some() || patterned(args).is_some();
        if !batch && args.manifest.is_none() && args.shard.is_none() {
            return;
        }
        let (made, kept) = (self.ledger.count("printed"), self.ledger.count("kept"));
        let count = self.ledger.len();
        let phrase =
            if kept == 0 { sheet::done(made, count) } else { sheet::done_kept(made, count, kept) };
        say(&phrase.text(self.voice.language()));
    }

    fn hand_out(&mut self, printed: &Printed, job: &Job) -> (Line, ControlFlow<()>) {
        report(&printed.report, self.voice.chosen());
        let line = |files, outcome| Line { name: job.candidate.name(), files, outcome };
        let language = printed.report.language;
        match self.write(printed, job) {
            Ok(files) => {
                if self.args.record.is_some() {
                    self.record.note(&job.candidate.name(), printed, &files, &self.last);
                }
                (line(files, Outcome::Printed), ControlFlow::Continue(()))
            }
            Err(trouble) => {
                let (outcome, goes_on) = self.trouble(trouble, language);
                (line(Vec::new(), outcome), goes_on)
            }
        }
    }

    fn refuse(&mut self, refusal: Refusal) -> Outcome {
        let (failure, language) = match refusal {
            Refusal::Failed { name, language, error } => {
                (Failure::from(*error).within(&name), language)
            }
            Refusal::Unopened(error) => ((*error).into(), self.voice.language()),
            Refusal::Findings(found) => {
                report(&found, self.voice.chosen());
                let remedy =
                    if self.args.draft { render::unread_fix() } else { render::still_wrong_fix() };
                let failure = Failure::new(render::still_wrong(), found.source.name(), remedy);
                failed(&failure, found.language);
                self.status = self.status.max(ExitStatus::Findings);
                return Outcome::refused(&found);
            }
        };
        self.status = self.status.max(failed(&failure, language));
        Outcome::failed(&failure, language)
    }

    /// A failure on what has no language of its own.
    fn failed(&mut self, failure: &Failure) -> ExitStatus {
        let status = failed(failure, self.voice.language());
        self.status = self.status.max(status);
        self.status
    }

    /// Writes a document; returns its files.
    fn write(&mut self, printed: &Printed, job: &Job) -> Result<Vec<PathBuf>, Trouble> {
        let (args, language) = (self.args, printed.report.language);
        let named = args.out_dir.is_some() || args.input.data.data.is_some();
        let Some(target) =
            job.target.clone().or_else(|| named.then(|| by_name(args, &printed.name)))
        else {
            self.last = printed.pages.iter().map(|page| hash(page)).collect();
            return Ok(to_stdout(printed).map(|()| Vec::new())?);
        };
        let targets = numbered(&target, printed.pages.len());
        self.reserve(&targets)?;
        self.last = printed.pages.iter().map(|page| hash(page)).collect();
        let pages = printed.pages.iter().map(Vec::as_slice);
        let placed: Vec<(PathBuf, &[u8])> = targets.iter().cloned().zip(pages).collect();
        self.places.take(args, &placed)?;
        if !own_files(args) {
            return Ok(targets);
        }
        if named || patterned(args).is_some() {
            made_folder(folder_of(&target))?;
        }
        if self.there(&targets, printed) {
            return Ok(targets);
        }
        let pages = printed.pages.iter().map(Vec::as_slice);
        let files: Vec<(&Path, &[u8])> = targets.iter().map(PathBuf::as_path).zip(pages).collect();
        sink::write_files(&files, args.force || self.all_ours(&targets))?;
        self.written += targets.len();
        for target in &targets {
            say(&render::written(target.display()).text(language));
        }
        if args.format.is_paged() {
            for old in earlier_pages(&target, &targets) {
                say(&render::earlier_page(old.display()).text(language));
            }
        }
        Ok(targets)
    }

    /// Whether a run that was killed between writing a document and noting it has left it as it is.
    fn there(&self, targets: &[PathBuf], printed: &Printed) -> bool {
        let same = |(target, page): (&PathBuf, &Vec<u8>)| {
            std::fs::read(target).is_ok_and(|bytes| bytes == *page)
        };
        self.args.resume && targets.iter().zip(&printed.pages).all(same)
    }

    /// Whether all that is there of these files is what earlier runs of this batch wrote.
    fn all_ours(&self, targets: &[PathBuf]) -> bool {
        let ours = |target: &PathBuf| match std::fs::read(target) {
            Ok(bytes) => self.ours.contains(&hash(&bytes)),
            Err(_) => true,
        };
        self.args.resume && targets.iter().all(ours)
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
