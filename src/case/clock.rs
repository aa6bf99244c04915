//! From when the time of a step counts, and until when it must be done.
//!
//! A step may begin when the last of those before it was reached: the steps that give what it needs,
//! the nearest before it by number, and those whose decision leads to it. Counting from the last is in
//! favour of whoever acts. What was received later counts from that day (`diterima`); where the source
//! counts from the signing, so does this.

use chrono::{Days, NaiveDate};

use super::read::{Case, Entry};
use crate::draft::keys::case as keys;
use crate::procedure::timeline::days_of;
use crate::procedure::{Step, Time};
use crate::source::path::FieldPath;

/// The time of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    /// The day from which it counts, which itself does not.
    pub since: NaiveDate,
    /// Where that day stands.
    pub place: FieldPath,
    /// The last day; `None` where the source sets no time.
    pub due: Option<NaiveDate>,
    /// Whether the count rests on a list of holidays that is complete and settled.
    pub sure: bool,
}

impl Case {
    /// The time of a step, up to a day where it was reached on one; `None` where nothing tells from
    /// when it counts.
    pub(crate) fn clock(&self, at: usize, entry: Option<&Entry>) -> Option<Clock> {
        let step = self.procedure.steps.get(at)?;
        if step.before.is_some() {
            return self.before_event(step);
        }
        let until = entry.and_then(|entry| entry.reached);
        let received =
            entry.and_then(|entry| Some((entry.path.key(keys::RECEIVED), entry.received?)));
        let signed = || self.signed().filter(|_| step.since_signing());
        let (place, since) = received.or_else(signed).or_else(|| self.begin(at, until))?;
        let due = days_of(&self.calendar, since, step.time);
        Some(self.clock_of(step, since, place, due))
    }

    /// A step that must be done so much before the signing.
    fn before_event(&self, step: &Step) -> Option<Clock> {
        let (place, event) = self.signing.clone()?;
        let due = match step.time {
            Time::Days(days) => event.checked_sub_days(Days::new(days)),
            Time::WorkingDays(days) => self.calendar.before(event, days),
            _ => Some(event),
        };
        Some(self.clock_of(step, event, place, due))
    }

    fn clock_of(
        &self,
        step: &Step,
        since: NaiveDate,
        place: FieldPath,
        due: Option<NaiveDate>,
    ) -> Clock {
        let counted = matches!(step.time, Time::WorkingDays(_) | Time::Minutes(_));
        let last = due.unwrap_or(since);
        let (first, last) = (since.min(last), since.max(last));
        let sure = !counted || self.calendar.doubts(first, last).is_empty();
        Clock { since, place, due, sure }
    }

    /// When a step could begin, by the steps before it; the start of the case for the first.
    pub(crate) fn begin(
        &self,
        at: usize,
        until: Option<NaiveDate>,
    ) -> Option<(FieldPath, NaiveDate)> {
        let early = |day: NaiveDate| until.is_none_or(|until| day <= until);
        let nearest = (0..at).rev().find(|step| self.reached(*step).any(|(_, day)| early(day)));
        let before = self.givers(at).chain(nearest).chain(self.deciding(at));
        let days = before.flat_map(|step| self.reached(step)).filter(|(_, day)| early(*day));
        let last = days.max_by_key(|(_, day)| *day);
        let reached = last.map(|(entry, day)| (entry.path.key(keys::REACHED), day));
        // What was skipped tells nothing of when the next could begin.
        let is_first = || (0..at).all(|step| self.waived(step).is_some());
        let start = || self.start.clone().filter(|(_, day)| is_first() && early(*day));
        reached.or_else(start)
    }

    /// The other steps that give what a step needs.
    pub(crate) fn givers(&self, at: usize) -> impl Iterator<Item = usize> {
        let needs = self.procedure.steps.get(at).map_or(&[][..], |step| &step.needs);
        needs.iter().filter_map(|need| self.giver(need)).filter(move |giver| *giver != at)
    }

    /// The other steps whose decision leads back or forward to a step.
    fn deciding(&self, at: usize) -> impl Iterator<Item = usize> {
        let number = self.procedure.steps.get(at).map_or("", |step| step.number.as_str());
        let steps = self.procedure.steps.iter().enumerate();
        let leads = move |step: &Step| step.decisions.iter().any(|one| one.to == number);
        steps.filter(move |(other, step)| *other != at && leads(step)).map(|(other, _)| other)
    }
}

impl Step {
    /// Whether its time counts from the signing, whatever was done since.
    fn since_signing(&self) -> bool {
        self.since.as_deref() == Some("penandatanganan")
    }
}
