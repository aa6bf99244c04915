//! Where a case stands on a day.

use chrono::NaiveDate;

use super::read::Case;
use super::seen::{allowed, clause};
use crate::procedure::Step;
use crate::words::Phrase;

/// How far a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// No step was reached.
    NotBegun,
    /// Some were.
    Underway,
    /// No step is left.
    Complete,
}

/// Where a case stands.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    /// What it is about.
    pub title: String,
    /// The procedure that it follows: its name among the files, and what people call it.
    pub procedure: (String, String),
    /// How far it is.
    pub stage: Stage,
    /// How many steps are done or do not apply, of how many.
    pub steps: (usize, usize),
    /// The step that was reached last, with its day.
    pub last: Option<(String, NaiveDate)>,
    /// The step that is next.
    pub next: Option<Next>,
    /// The steps that were reached after their limits, by their numbers.
    pub late: Vec<String>,
    /// The steps that were skipped, by their numbers.
    pub skipped: Vec<String>,
}

/// The step that is next.
#[derive(Clone, Debug)]
pub(crate) struct Next {
    /// Its number.
    pub number: String,
    /// What is done in it.
    pub activity: String,
    /// Whose it is.
    pub owners: Vec<String>,
    /// Whether the source does not name them.
    pub inferred: bool,
    /// How long it may take.
    pub allowed: Phrase,
    /// From when its time counts.
    pub since: Option<NaiveDate>,
    /// The last day.
    pub due: Option<NaiveDate>,
    /// Whether that rests on a settled list of holidays.
    pub sure: bool,
    /// By how many days of the calendar it is over on the day that is asked about.
    pub over: u64,
    /// Its clause.
    pub clause: String,
}

impl Standing {
    /// That of a case on a day.
    pub(crate) fn of(case: &Case, today: NaiveDate) -> Self {
        let until = case.until(today);
        let steps = &until.procedure.steps;
        let settled = (0..steps.len()).filter(|at| until.is_settled(*at) || until.is_bypassed(*at));
        let last = until.entries.iter().filter_map(|entry| Some((entry, entry.reached?)));
        let last = last.filter(|(entry, _)| entry.step.is_some());
        let next = until.next_step().and_then(|at| until.next(at, today));
        let last = last.max_by_key(|(entry, day)| (*day, entry.step));
        Self {
            title: case.title.clone().unwrap_or_default(),
            procedure: (until.procedure.id.clone(), until.procedure.name.clone()),
            stage: match (&next, &last) {
                (None, _) => Stage::Complete,
                (_, None) => Stage::NotBegun,
                (_, Some(_)) => Stage::Underway,
            },
            steps: (settled.count(), steps.len()),
            last: last.map(|(entry, day)| (entry.number.clone(), day)),
            late: until.numbers(|at| until.was_late(at)),
            skipped: until.numbers(|at| until.was_skipped(at)),
            next,
        }
    }
}

impl Case {
    /// The case as it stood on a day: what came later had not been reached.
    fn until(&self, today: NaiveDate) -> Self {
        let mut case = self.clone();
        for entry in &mut case.entries {
            if entry.reached.is_some_and(|day| day > today) {
                (entry.reached, entry.answer) = (None, None);
            }
        }
        case
    }

    fn numbers(&self, is: impl Fn(usize) -> bool) -> Vec<String> {
        let steps = self.procedure.steps.iter().enumerate();
        steps.filter(|(at, _)| is(*at)).map(|(_, step)| step.number.clone()).collect()
    }

    fn was_late(&self, at: usize) -> bool {
        let mut entries = self.entries.iter().filter(|entry| entry.step == Some(at));
        entries.any(|entry| self.late_day(entry).is_some())
    }

    fn was_skipped(&self, at: usize) -> bool {
        let later = |step: usize| step > at && self.reached(step).next().is_some();
        !self.is_settled(at) && !self.is_bypassed(at) && (0..self.procedure.steps.len()).any(later)
    }

    fn next(&self, at: usize, today: NaiveDate) -> Option<Next> {
        let step: &Step = self.procedure.steps.get(at)?;
        let clock = self.clock(at, self.begun(at));
        let due = clock.as_ref().and_then(|clock| clock.due);
        let over = due.map_or(0, |due| today.signed_duration_since(due).num_days());
        Some(Next {
            number: step.number.clone(),
            activity: step.activity.clone(),
            owners: self.procedure.owners(step).into_iter().map(str::to_owned).collect(),
            inferred: step.inferred.is_some(),
            allowed: allowed(step),
            since: clock.as_ref().map(|clock| clock.since),
            due,
            sure: clock.is_none_or(|clock| clock.sure),
            over: u64::try_from(over).unwrap_or(0),
            clause: clause(&self.procedure, step),
        })
    }
}
