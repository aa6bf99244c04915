//! When each step of a procedure may begin and must be done.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Procedure, Step, Time};
use crate::calendar::{Calendar, Doubts};

/// From where a timeline is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// The first step begins on this day.
    Start(NaiveDate),
    /// The document is signed on this day.
    Signing(NaiveDate),
}

/// A step in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    /// Which step.
    pub step: usize,
    /// When it may begin at the earliest; counted back from a signing, when it must at the latest.
    pub start: NaiveDate,
    /// When it must be done; `None` where the source sets no time and nothing later does.
    pub due: Option<NaiveDate>,
    /// The event that it must precede.
    pub event: Option<NaiveDate>,
    /// When it was done.
    pub done: Option<NaiveDate>,
}

/// The steps of a procedure in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Timeline {
    /// A slot a step, in order.
    pub slots: Vec<Slot>,
    /// What it rests on that is not certain.
    pub doubts: Doubts,
}

/// A moment of work: a day, and the minutes of it that are used.
#[derive(Clone, Copy)]
struct Moment {
    day: NaiveDate,
    minutes: u64,
}

impl Slot {
    /// Whether it was done too late.
    pub(crate) fn is_late(&self) -> bool {
        let limit = self.event.or(self.due);
        self.done.zip(limit).is_some_and(|(done, limit)| done > limit)
    }

    /// The last day that matters of it.
    fn end(&self) -> NaiveDate {
        self.done.or(self.event).or(self.due).unwrap_or(self.start)
    }
}

impl Timeline {
    /// The steps of a procedure, counted from an anchor. Steps that were done, by their numbers in
    /// the source, move those behind them. `None` where dates run out.
    pub(crate) fn of(
        procedure: &Procedure,
        calendar: &Calendar,
        anchor: Anchor,
        done: &BTreeMap<usize, NaiveDate>,
    ) -> Option<Self> {
        let slots = match anchor {
            Anchor::Start(day) => forward(procedure, calendar, 0, day, done)?,
            Anchor::Signing(day) => {
                let at = procedure.signing();
                let mut slots = backward(procedure, calendar, at, day, done)?;
                slots.extend(forward(procedure, calendar, at + 1, day, done)?);
                slots
            }
        };
        let first = slots.iter().map(|slot| slot.start).min()?;
        let last = slots.iter().map(Slot::end).max()?;
        Some(Self { doubts: calendar.doubts(first, last), slots })
    }
}

fn forward(
    procedure: &Procedure,
    calendar: &Calendar,
    first: usize,
    day: NaiveDate,
    done: &BTreeMap<usize, NaiveDate>,
) -> Option<Vec<Slot>> {
    let mut now = Moment { day, minutes: 0 };
    let mut slots = Vec::new();
    for (step, one) in procedure.steps.iter().enumerate().skip(first) {
        let (slot, after) = next(calendar, step, one, now, done.get(&step).copied())?;
        slots.push(slot);
        now = after;
    }
    Some(slots)
}

/// A step that begins at a moment, and the moment at which the next may.
fn next(
    calendar: &Calendar,
    step: usize,
    one: &Step,
    now: Moment,
    done: Option<NaiveDate>,
) -> Option<(Slot, Moment)> {
    let end = later(calendar, now, one.time)?;
    let timed = matches!(one.time, Time::Days(_) | Time::WorkingDays(_) | Time::Minutes(_));
    let (due, event) = match &one.before {
        // So much earlier than an event which nobody has fixed: it can be no nearer than that.
        Some(_) => (Some(now.day), Some(end.day)),
        None => (timed.then_some(end.day), None),
    };
    let slot = Slot { step, start: now.day, due, event, done };
    let after = done.map_or(end, |day| Moment { day, minutes: 0 });
    Some((slot, after))
}

fn later(calendar: &Calendar, now: Moment, time: Time) -> Option<Moment> {
    let whole = |day: NaiveDate| Moment { day, minutes: 0 };
    match time {
        Time::Days(days) => crate::calendar::days_after(now.day, days).map(whole),
        Time::WorkingDays(days) => calendar.after(now.day, days).map(whole),
        Time::Minutes(minutes) => {
            let mut day = calendar.after(now.day, 0)?;
            let used = if day == now.day { now.minutes } else { 0 };
            let mut used = used + minutes;
            while used > calendar.minutes.max(1) {
                used -= calendar.minutes.max(1);
                day = calendar.after(day, 1)?;
            }
            Some(Moment { day, minutes: used })
        }
        Time::Tentative | Time::None | Time::Unsaid => Some(now),
    }
}

/// The last day of a time that counts from a day; `None` where the source sets none. Of minutes only
/// days are known: what came in the last hour of a day may be worked on all the next.
pub(crate) fn days_of(calendar: &Calendar, since: NaiveDate, time: Time) -> Option<NaiveDate> {
    match time {
        Time::Days(_) | Time::WorkingDays(_) => {
            Some(later(calendar, Moment { day: since, minutes: 0 }, time)?.day)
        }
        Time::Minutes(_) => {
            calendar.after(later(calendar, Moment { day: since, minutes: 0 }, time)?.day, 1)
        }
        Time::Tentative | Time::None | Time::Unsaid => None,
    }
}

/// The steps up to the signing, from the last to the first.
fn backward(
    procedure: &Procedure,
    calendar: &Calendar,
    signing: usize,
    day: NaiveDate,
    done: &BTreeMap<usize, NaiveDate>,
) -> Option<Vec<Slot>> {
    let mut slots = Vec::new();
    let mut due = day;
    let mut minutes = 0;
    for (step, one) in procedure.steps.iter().enumerate().take(signing + 1).rev() {
        let start = earlier(calendar, due, &mut minutes, one.time)?;
        let before = one.before.is_some();
        let event = before.then_some(due);
        let done = done.get(&step).copied();
        slots.push(Slot { step, start, due: Some(if before { start } else { due }), event, done });
        due = start;
    }
    slots.reverse();
    Some(slots)
}

/// The day on which something must begin that ends on another. Minutes of one day are added up.
fn earlier(
    calendar: &Calendar,
    due: NaiveDate,
    minutes: &mut u64,
    time: Time,
) -> Option<NaiveDate> {
    let Time::Minutes(count) = time else {
        *minutes = 0;
        return match time {
            Time::Days(days) => due.checked_sub_days(chrono::Days::new(days)),
            Time::WorkingDays(days) => calendar.before(due, days),
            _ => Some(due),
        };
    };
    let mut day = calendar.before(due, 0)?;
    *minutes += count;
    while *minutes > calendar.minutes.max(1) {
        *minutes -= calendar.minutes.max(1);
        day = calendar.before(day, 1)?;
    }
    Some(day)
}

#[cfg(test)]
mod tests;
