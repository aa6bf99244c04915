//! The calling thread's part of `naskah check`: drafts come in their order, are delivered and
//! reported at once, and only what a report says at its end is kept.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::judged::Judged;
use super::{baseline, level};
use crate::cli::CheckArgs;
use crate::commands::fix::MendCount;
use crate::commands::input::{Account, Input, crashed};
use crate::commands::interrupt::Interrupt;
use crate::commands::outputs::{self, Outputs};
use crate::commands::print;
use crate::commands::statistics::Statistics;
use crate::commands::voice::{Voice, say};
use crate::error::{ExitStatus, Failure};
use crate::finding::RuleId;
use crate::report::{Ending, FileReport, RuleInfo, Summary, harmless, unresolved_line};
use crate::session::{
    Candidate, Checked, Found, Known, KnownEnd, OpenError, Session, UsedExceptions,
};
use crate::sink;
use crate::words::{Language, command, run};

/// What a run comes to.
pub(super) struct Tally<'a> {
    session: &'a Session,
    args: &'a CheckArgs,
    outputs: Outputs,
    known: Option<Known>,
    folders: Vec<(usize, std::path::PathBuf)>,
    account: Account,
    mended: MendCount,
    summary: Summary,
    statistics: Statistics,
    rules: BTreeSet<RuleId>,
    used: UsedExceptions,
    unresolved: Vec<String>,
    /// What could not be read, judged or written; the others are done all the same.
    lost: Vec<Failure>,
    /// What ends the run.
    broken: Option<Failure>,
    voice: &'a Voice,
}

impl<'a> Tally<'a> {
    pub(super) fn new(
        session: &'a Session,
        args: &'a CheckArgs,
        found: Found,
        outputs: Outputs,
        known: Option<Known>,
        voice: &'a Voice,
    ) -> Self {
        Self {
            session,
            args,
            outputs,
            known,
            folders: found.folders,
            account: Account::new(found.passed_over),
            mended: MendCount::default(),
            summary: Summary::default(),
            statistics: Statistics::default(),
            rules: BTreeSet::new(),
            used: UsedExceptions::new(),
            unresolved: Vec::new(),
            lost: Vec::new(),
            broken: None,
            voice,
        }
    }

    /// Takes what became of the next candidate; `None` when the program itself failed on it.
    pub(super) fn take(
        &mut self,
        candidate: &Candidate,
        outcome: Option<Input<Result<Judged, OpenError>>>,
        interrupt: &Interrupt,
    ) -> ControlFlow<()> {
        if interrupt.came() {
            return ControlFlow::Break(());
        }
        let taken = match outcome {
            Some(Input::NoDraft) => {
                self.account.pass_over(candidate);
                return ControlFlow::Continue(());
            }
            Some(Input::Done(Ok(judged))) => self.deliver(candidate, judged),
            Some(Input::Done(Err(error))) => Err(error.into()),
            Some(Input::Lost(error)) => Err(error.into()),
            None => Err(crashed(candidate)),
        };
        self.account.found(candidate);
        self.lost.extend(taken.err());
        if self.broken.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// A mended text goes where it came from; then what is found is reported. A text that could not
    /// be written is judged as it still is.
    fn deliver(&mut self, candidate: &Candidate, judged: Judged) -> Result<(), Failure> {
        let Judged { text, mended, checked } = judged;
        let written = self.mended.deliver(&self.args.fixes, &text, mended.as_ref());
        let checked = match (checked, &written) {
            (Some(_), Err(_)) => Some(self.session.check(&text)?),
            (checked, _) => checked,
        };
        if let Some(checked) = checked {
            self.report(candidate, checked);
        }
        written
    }

    fn report(&mut self, candidate: &Candidate, checked: Checked) {
        let Checked { mut report, used } = checked;
        if let Some(known) = &mut self.known {
            known.set_apart(candidate, &mut report);
        }
        self.used.extend(used);
        self.count(&report);
        self.broken = self.outputs.file(&report).err();
    }

    fn count(&mut self, report: &FileReport) {
        self.summary.add(report);
        self.statistics.add(report);
        self.rules.extend(report.rules());
        if report.left_out > 0 {
            let name = report.source.name();
            say(&run::left_out(name, report.left_out).text(report.language));
        }
        let unresolved = report.unresolved.iter();
        self.unresolved.extend(unresolved.map(|one| unresolved_line(report, one)));
    }

    /// Says how far the run came. Reports to files are not written: they would look whole.
    pub(super) fn interrupted(self) -> ExitStatus {
        self.mended.say(&self.args.fixes, self.language());
        say(&command::check_interrupted(self.summary.files).text(self.language()));
        ExitStatus::Interrupted
    }

    /// The status after changes were only shown.
    pub(super) fn shown(mut self) -> Result<ExitStatus, Failure> {
        self.lost.extend(self.account.empty_folders(&self.folders));
        self.mended.say(&self.args.fixes, self.language());
        complain(&self.lost, self.language());
        Ok(match (self.lost.is_empty(), self.mended.texts) {
            (false, _) => ExitStatus::Failed,
            (true, 0) => ExitStatus::Clean,
            (true, _) => ExitStatus::Findings,
        })
    }

    /// Ends every report; returns the status.
    pub(super) fn reported(mut self) -> Result<ExitStatus, Failure> {
        if let Some(broken) = self.broken {
            return Err(broken);
        }
        self.lost.extend(self.account.empty_folders(&self.folders));
        self.mended.say(&self.args.fixes, self.language());
        let known = self.known.as_ref().map(|known| self.end_of(known));
        let ending = self.ending(known.as_ref());
        let language = ending.language;
        let shown = self.outputs.end(&ending)?;
        if self.args.rules.statistics {
            let text = self.statistics.text(&self.summary, language);
            print(harmless(&text).as_bytes())?;
        }
        let unheld = known.as_ref().map_or(0, |known| known.unheld);
        save(self.args, known)?;
        if unheld > 0 {
            say(&run::unheld(unheld).text(language));
        }
        complain(&self.lost, language);
        outputs::say(shown, &ending, &self.unresolved);
        if self.args.verbose {
            self.account.passed_over().for_each(|line| say(&line.text(language)));
        }
        let idle = self.session.idle_exceptions(&self.used, &self.args.input.files);
        for one in idle {
            let place = format!("{}:{}", one.file.display(), one.line);
            say(&command::idle_exception(place, one.rule, one.files).text(language));
        }
        Ok(status(&self.summary, self.args, !self.lost.is_empty()))
    }

    fn end_of(&self, known: &Known) -> KnownEnd {
        let rules = &self.session.options().rules;
        known.end(self.args.prune_baseline, &|rule| rules.wants(&rule_id(rule)))
    }

    /// What reports say after the drafts.
    fn ending(&self, known: Option<&KnownEnd>) -> Ending {
        Ending {
            rules: self.rules.iter().filter_map(|id| self.rule(id)).collect(),
            stale: known.map(|known| known.stale.clone()).unwrap_or_default(),
            failures: self.lost.iter().map(|failure| failure.text(self.language())).collect(),
            summary: self.summary,
            language: self.language(),
        }
    }

    /// The language of what is said of the run as a whole: the one that was chosen, else that of its
    /// drafts.
    fn language(&self) -> Language {
        self.voice.chosen().unwrap_or_else(|| self.summary.language())
    }

    /// What reports say of a rule, from whichever settings know it.
    fn rule(&self, id: &RuleId) -> Option<RuleInfo> {
        let language = self.language();
        self.session.all_settings().iter().find_map(|settings| settings.rule_info(id, language))
    }
}

/// Says what could not be done.
fn complain(lost: &[Failure], language: Language) {
    lost.iter().for_each(|failure| say(&failure.text(language)));
}

/// A rule by its whole name.
fn rule_id(name: &str) -> RuleId {
    let (pack, code) = name.split_once('/').unwrap_or((name, ""));
    RuleId::new(pack, code)
}

/// Writes what has become of the baseline.
fn save(args: &CheckArgs, known: Option<KnownEnd>) -> Result<(), Failure> {
    match (baseline(args), known.and_then(|known| known.renewed)) {
        (Some(file), Some(text)) => {
            // To prune is to change the file that is there.
            let replace = args.prune_baseline || args.force;
            Ok(sink::write_file(file, text.as_bytes(), replace)?)
        }
        _ => Ok(()),
    }
}

fn status(summary: &Summary, args: &CheckArgs, failed: bool) -> ExitStatus {
    if failed {
        ExitStatus::Failed
    } else if level(args.fail_on).is_some_and(|level| summary.at_least(level) > 0) {
        ExitStatus::Findings
    } else {
        ExitStatus::Clean
    }
}
