//! A timeline as iCalendar, for the calendars that people look at.

use chrono::{NaiveTime, TimeZone, Utc};
use icalendar::{Calendar, Component, Event, EventLike};

use super::Plan;
use crate::procedure::Step;
use crate::procedure::timeline::Slot;

/// An event of the whole day on which each step is due.
pub(super) fn calendar(plan: &Plan) -> String {
    let mut calendar = Calendar::new();
    calendar.name(&plan.procedure.name);
    for slot in &plan.timeline.slots {
        if let Some(step) = plan.procedure.steps.get(slot.step) {
            calendar.push(event(plan, slot, step));
        }
    }
    calendar.done().to_string()
}

fn event(plan: &Plan, slot: &Slot, step: &Step) -> Event {
    let day = slot.done.or(slot.event).or(slot.due).unwrap_or(slot.start);
    let owners = plan.procedure.owners(step).join(", ");
    let needs: Vec<&str> = step.needs.iter().chain(&step.brought).map(String::as_str).collect();
    let described = [owners.clone(), needs.join("; "), step.clause.clone()];
    let described: Vec<String> = described.into_iter().filter(|line| !line.is_empty()).collect();
    // No clock: the same timeline is the same text whenever it is made.
    let made = Utc.from_utc_datetime(&slot.start.and_time(NaiveTime::MIN));
    Event::new()
        .uid(&format!("{}-{}-{}@naskah", plan.procedure.id, step.number, slot.start))
        .timestamp(made)
        .starts(day)
        // The first day after it, as the format has it.
        .ends(day.succ_opt().unwrap_or(day))
        .summary(&format!("{}. {}", step.number, step.activity))
        .description(&described.join("\n"))
        .done()
}
