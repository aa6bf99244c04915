//! A timeline as iCalendar.

use super::Plan;
use crate::commands::events::{self, WholeDay};
use crate::procedure::Step;
use crate::procedure::timeline::Slot;

/// An event of the whole day on which each step is due.
pub(super) fn calendar(plan: &Plan) -> String {
    let days = plan.timeline.slots.iter().filter_map(|slot| {
        let step = plan.procedure.steps.get(slot.step)?;
        Some(due(plan, slot, step))
    });
    events::calendar(&plan.procedure.name, days)
}

fn due(plan: &Plan, slot: &Slot, step: &Step) -> WholeDay {
    let owners = plan.procedure.owners(step).join(", ");
    let needs: Vec<&str> = step.needs.iter().chain(&step.brought).map(String::as_str).collect();
    WholeDay {
        uid: format!("{}-{}-{}@naskah", plan.procedure.id, step.number, slot.start),
        made: slot.start,
        day: slot.done.or(slot.event).or(slot.due).unwrap_or(slot.start),
        summary: format!("{}. {}", step.number, step.activity),
        lines: vec![owners, needs.join("; "), step.clause.clone()],
    }
}
