//! A timeline as a table, for people and for programs.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Plan, doubts};
use crate::case::allowed;
use crate::commands::columns;
use crate::procedure::Step;
use crate::procedure::timeline::{Anchor, Slot};
use crate::wording;
use crate::words::timeline as words;

/// The widest column of a table; longer words go on in the next line.
const WIDTH: usize = 44;

/// A step as words.
pub(super) struct Line {
    /// Number, owners, activity, start, due, limit.
    pub cells: [String; 6],
}

fn lines(plan: &Plan) -> Vec<Line> {
    plan.timeline.slots.iter().filter_map(|slot| line(plan, slot, shown)).collect()
}

/// A step of the timeline in words.
pub(super) fn line(
    plan: &Plan,
    slot: &Slot,
    shown: fn(&Plan, NaiveDate) -> String,
) -> Option<Line> {
    let step = plan.procedure.steps.get(slot.step)?;
    let mut owners = plan.procedure.owners(step).join(", ");
    if step.inferred.is_some() {
        owners.push('*');
    }
    let mut due = slot.due.map_or_else(|| "–".to_owned(), |day| shown(plan, day));
    if let Some(event) = slot.event {
        due = format!("{due}; {} {}", words::event().text(plan.language), shown(plan, event));
    }
    if let Some(done) = slot.done {
        let said = if slot.is_late() { words::done_late() } else { words::done() };
        due = format!("{due}; {} {}", said.text(plan.language), shown(plan, done));
    }
    let cells = [
        step.number.clone(),
        owners,
        step.activity.clone(),
        shown(plan, slot.start),
        due,
        limit(plan, step),
    ];
    Some(Line { cells })
}

/// A date with its weekday, so that a day off is seen.
fn shown(plan: &Plan, day: NaiveDate) -> String {
    let weekday = wording::weekday_name(chrono::Datelike::weekday(&day), plan.procedure.language());
    let off = plan.calendar.day_off(day).map(|off| format!(", {}", off.name)).unwrap_or_default();
    format!("{day} ({weekday}{off})")
}

fn limit(plan: &Plan, step: &Step) -> String {
    allowed(step).text(plan.language)
}

/// What stands above the words of a step.
pub(super) fn heads(plan: &Plan) -> [String; 6] {
    let words = [
        words::number(),
        words::owner(),
        words::activity(),
        words::start(),
        words::due(),
        words::limit(),
    ];
    words.map(|word| word.text(plan.language))
}

pub(super) fn for_people(plan: &Plan) -> String {
    let procedure = &plan.procedure;
    let mut out = format!("{} ({})\n", procedure.name, procedure.source);
    out += &format!("{}\n\n", counted(plan, |day| day.to_string()));
    let mut rows = vec![heads(plan)];
    rows.extend(lines(plan).into_iter().map(|line| line.cells));
    out += &columns::aligned(&rows, WIDTH);
    if let Some(star) = star(plan) {
        out += &format!("\n{star}\n");
    }
    for note in &procedure.notes {
        out += &format!("{}: {note}\n", words::note().text(plan.language));
    }
    for line in doubts(&plan.timeline.doubts, &plan.calendar, plan.language) {
        out += &format!("{line}\n");
    }
    out
}

/// From where it is counted, and by which calendar.
pub(super) fn counted(plan: &Plan, shown: impl Fn(NaiveDate) -> String) -> String {
    let said = match plan.anchor {
        Anchor::Start(day) => words::from(shown(day)),
        Anchor::Signing(day) => words::until(shown(day)),
    };
    format!("{}; {}", said.text(plan.language), calendar(plan))
}

/// What the star behind an owner means, where one stands.
pub(super) fn star(plan: &Plan) -> Option<String> {
    let inferred = plan.procedure.steps.iter().any(|step| step.inferred.is_some());
    inferred.then(|| format!("* {}", words::inferred().text(plan.language)))
}

fn calendar(plan: &Plan) -> String {
    words::by_calendar(&plan.calendar.name).text(plan.language)
}

pub(super) fn csv(plan: &Plan) -> String {
    let mut rows = vec![heads(plan)];
    let each = plan.timeline.slots.iter().zip(lines(plan));
    rows.extend(each.map(|(slot, line)| {
        let [number, owners, activity, _, _, limit] = line.cells;
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let owners = owners.trim_end_matches('*').to_owned();
        [number, owners, activity, slot.start.to_string(), day(slot.event.or(slot.due)), limit]
    }));
    columns::csv(&rows)
}

pub(super) fn json(plan: &Plan) -> String {
    let steps = plan.timeline.slots.iter().filter_map(|slot| {
        let step = plan.procedure.steps.get(slot.step)?;
        Some(json!({
            "number": step.number,
            "stage": step.stage,
            "owners": plan.procedure.owners(step),
            "inferred": step.inferred,
            "activity": step.activity,
            "start": slot.start.to_string(),
            "due": slot.due.map(|day| day.to_string()),
            "event": slot.event.map(|day| day.to_string()),
            "done": slot.done.map(|day| day.to_string()),
            "late": slot.is_late(),
            "limit": limit(plan, step),
            "needs": step.needs.iter().chain(&step.brought).collect::<Vec<_>>(),
            "outputs": step.outputs,
            "remarks": step.remarks,
            "decisions": step.decisions,
            "clause": step.clause,
        }))
    });
    let steps: Vec<Value> = steps.collect();
    let (anchor, day) = match plan.anchor {
        Anchor::Start(day) => ("start", day),
        Anchor::Signing(day) => ("signing", day),
    };
    let doubts = &plan.timeline.doubts;
    let whole = json!({
        "procedure": plan.procedure.id,
        "name": plan.procedure.name,
        "source": plan.procedure.source,
        "document": plan.procedure.document,
        "calendar": plan.calendar.id,
        "anchor": { anchor: day.to_string() },
        "steps": steps,
        "total": plan.procedure.total.as_ref().map(|total| &total.said),
        "sheet": plan.procedure.identity,
        "notes": plan.procedure.notes,
        "years_without_list": doubts.years,
        "provisional_dates": doubts.dates.iter().map(ToString::to_string).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}
