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
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn dues(name: &str, anchor: Anchor, done: &[(usize, &str)]) -> Vec<String> {
        let procedure = Procedure::embedded(name).unwrap();
        let calendar = Calendar::embedded(&procedure.calendar);
        let done = done.iter().map(|(step, text)| (*step, day(text))).collect();
        let timeline = Timeline::of(&procedure, &calendar, anchor, &done).unwrap();
        let due = |slot: &Slot| slot.due.map_or_else(|| "-".to_owned(), |due| due.to_string());
        timeline.slots.iter().map(due).collect()
    }

    // Counted by hand on the calendars of 2025 to 2027.

    #[test]
    fn the_ten_steps_of_kdn_take_sixty_days() {
        let found = dues("sop-kdn-ika", Anchor::Start(day("2026-01-05")), &[]);
        let wanted = [
            "2026-01-08",
            "2026-01-22",
            "2026-02-05",
            "2026-02-08",
            "2026-02-15",
            "2026-02-18",
            "2026-02-21",
            "2026-02-21",
            "2026-03-03",
            "2026-03-06",
        ];
        assert_eq!(found, wanted);
        // The ceremony is a week after the letter to KLN; the last copy is filed on the sixtieth day.
        assert_eq!(day("2026-03-06") - day("2026-01-05"), chrono::TimeDelta::days(60));
        let back = dues("sop-kdn-ika", Anchor::Signing(day("2026-02-28")), &[]);
        assert_eq!(back, wanted);
    }

    #[test]
    fn working_days_leave_out_weekends_holidays_and_joint_leave() {
        // From Monday 9 March 2026: ten working days pass over Nyepi, Idulfitri and its joint leave.
        let found = dues("sop-bpom-a", Anchor::Start(day("2026-03-09")), &[]);
        let wanted = [
            "-",
            "2026-03-30",
            "2026-04-02",
            "2026-04-14",
            "2026-04-17",
            "2026-04-24",
            "2026-04-29",
            "2026-04-30",
            "2026-05-05",
            "2026-05-06",
        ];
        assert_eq!(found, wanted);
        // Over the year's end: 24 and 25 December 2026 are off, 1 January 2027 too, 5 January 2027.
        let found = dues("sop-bpom-c", Anchor::Start(day("2026-12-21")), &[]);
        assert_eq!(found, ["2026-12-28", "2027-01-13", "2027-01-20", "2027-01-27"]);
        let found = dues("sop-bpom-b", Anchor::Start(day("2026-06-02")), &[]);
        let wanted = [
            "2026-06-17",
            "2026-07-15",
            "2026-07-29",
            "2026-08-05",
            "2026-08-10",
            "2026-08-18",
            "2026-08-26",
            "2026-08-28",
            "2026-09-11",
            "2026-09-14",
            "2026-09-21",
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn minutes_fill_days_of_work() {
        let found = dues("sop-polhukam-053", Anchor::Start(day("2026-02-13")), &[]);
        assert!(
            found.iter().all(|due| due == "2026-02-13"),
            "385 minutes are less than a day: {found:?}"
        );
        // On a Saturday nobody works; Monday and Tuesday are joint leave and Imlek.
        let found = dues("sop-polhukam-053", Anchor::Start(day("2026-02-14")), &[]);
        assert!(found.iter().all(|due| due == "2026-02-18"), "{found:?}");
    }

    #[test]
    fn the_limits_of_the_regulation_are_counted() {
        let found = dues("permenimipas-penyelarasan", Anchor::Start(day("2026-03-02")), &[]);
        assert_eq!(found, ["2026-03-16", "-"]);
        let found = dues("permenimipas-luar-negeri", Anchor::Start(day("2026-01-05")), &[]);
        assert_eq!(found[1], "2026-02-19");
        let signed = dues("permenimipas-luar-negeri", Anchor::Signing(day("2026-03-02")), &[]);
        assert_eq!((signed[6].as_str(), signed[7].as_str()), ("2026-03-02", "2026-03-27"));
        let found = dues("permenimipas-dalam-negeri", Anchor::Start(day("2025-12-22")), &[]);
        assert_eq!(found, ["-", "-", "2026-01-08", "-", "-", "-", "-", "-"]);
        for name in ["permenimipas-perpanjangan", "permenimipas-pengakhiran"] {
            let found = dues(name, Anchor::Start(day("2026-03-02")), &[]);
            assert!(found.iter().all(|due| due == "-"), "{name}");
        }
        let found = dues("permenimipas-penyimpanan", Anchor::Start(day("2026-03-02")), &[]);
        assert_eq!(found, ["-", "2026-03-27", "-"]);
        let found = dues("sop-ppe-136-2025", Anchor::Start(day("2026-03-02")), &[]);
        assert_eq!(found, ["-", "-", "-", "2026-03-03", "-", "2026-03-03"]);
    }

    #[test]
    fn what_was_done_moves_what_is_to_come() {
        let done = [(0, "2026-03-10"), (1, "2026-03-12")];
        let found = dues("sop-bpom-a", Anchor::Start(day("2026-03-09")), &done);
        assert_eq!(found.get(2).map(String::as_str), Some("2026-03-17"));
        let procedure = Procedure::embedded("sop-bpom-c").unwrap();
        let done = BTreeMap::from([(0, day("2026-03-12"))]);
        let timeline = Timeline::of(
            &procedure,
            Calendar::indonesia(),
            Anchor::Start(day("2026-03-02")),
            &done,
        );
        let late: Vec<bool> = timeline.unwrap().slots.iter().map(Slot::is_late).collect();
        assert_eq!(late, [true, false, false, false]);
    }

    #[test]
    fn a_year_without_a_list_is_told() {
        let procedure = Procedure::embedded("sop-bpom-b").unwrap();
        let years = |start: &str| {
            let anchor = Anchor::Start(day(start));
            let timeline =
                Timeline::of(&procedure, Calendar::indonesia(), anchor, &BTreeMap::new());
            timeline.unwrap().doubts.years.into_iter().collect::<Vec<_>>()
        };
        assert_eq!(years("2026-03-02"), [0; 0]);
        assert_eq!(years("2030-03-04"), [2030]);
    }
}
