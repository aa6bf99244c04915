//! A timeline as a Gantt chart: a bar for each step over the days.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use super::Plan;
use crate::procedure::timeline::Slot;

/// The measures of the drawing, in units of SVG.
const NAMES: i64 = 380;
const DAYS: i64 = 760;
const ROW: i64 = 26;
const HEAD: i64 = 64;

pub(super) fn svg(plan: &Plan) -> String {
    let slots = &plan.timeline.slots;
    let first = slots.iter().map(|slot| slot.start).min().unwrap_or_default();
    let last = slots.iter().map(end).max().unwrap_or(first);
    let span = last.signed_duration_since(first).num_days().max(1) + 1;
    let across = |day: NaiveDate| NAMES + day.signed_duration_since(first).num_days() * DAYS / span;
    let rows = i64::try_from(slots.len()).unwrap_or_default();
    let (width, height) = (NAMES + DAYS + 20, HEAD + rows * ROW + 16);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"sans-serif\" font-size=\"11\">\n<title>{}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"white\"/>\n\
         <text x=\"10\" y=\"22\" font-size=\"14\" font-weight=\"bold\">{}</text>\n",
        safe(&plan.procedure.name),
        safe(&plan.procedure.name),
    );
    months(&mut out, first, last, &across, height);
    for (row, slot) in (0..).zip(slots) {
        bar(&mut out, plan, slot, HEAD + row * ROW, &across);
    }
    out + "</svg>\n"
}

/// The last day that matters of a step: when it was done, else when it must be.
pub(super) fn end(slot: &Slot) -> NaiveDate {
    slot.done.or(slot.event).or(slot.due).unwrap_or(slot.start)
}

/// A line and a date at the first day and at each first of a month.
fn months(
    out: &mut String,
    first: NaiveDate,
    last: NaiveDate,
    across: &dyn Fn(NaiveDate) -> i64,
    height: i64,
) {
    let days = first.iter_days().take_while(|day| *day <= last);
    for day in days.filter(|day| *day == first || day.day() == 1) {
        let x = across(day);
        let _ = writeln!(
            out,
            "<line x1=\"{x}\" y1=\"44\" x2=\"{x}\" y2=\"{height}\" stroke=\"#bbb\"/>\n\
             <text x=\"{}\" y=\"40\">{day}</text>",
            x + 2
        );
    }
}

fn bar(out: &mut String, plan: &Plan, slot: &Slot, top: i64, across: &dyn Fn(NaiveDate) -> i64) {
    let Some(step) = plan.procedure.steps.get(slot.step) else { return };
    let (from, to) = (across(slot.start), across(end(slot)));
    let colour = match (slot.is_late(), slot.done.is_some(), slot.due.is_some()) {
        (true, ..) => "#b3261e",
        (_, true, _) => "#8a8a8a",
        (_, _, true) => "#1f5fa8",
        _ => "#c9b458",
    };
    let name = clipped(&format!("{}. {}", step.number, step.activity));
    let _ = writeln!(
        out,
        "<text x=\"10\" y=\"{}\">{}</text>\n\
         <rect x=\"{from}\" y=\"{}\" width=\"{}\" height=\"14\" fill=\"{colour}\"><title>{} – {}: {}</title></rect>",
        top + 12,
        safe(&name),
        top + 2,
        (to - from).max(4),
        slot.start,
        end(slot),
        safe(&plan.procedure.owners(step).join(", ")),
    );
}

/// As much of a name as its column holds; the whole of it stands in the table.
fn clipped(name: &str) -> String {
    const MOST: usize = 62;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    name.chars().take(MOST - 1).collect::<String>() + "…"
}

fn safe(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
