//! A timeline as pages: a sheet with what each step wants, and a chart of bars over the days.

use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;

use super::chart::end;
use super::{Plan, doubts, table};
use crate::error::Failure;
use crate::fingerprint::Fingerprint;
use crate::print::Head;
use crate::procedure::Step;
use crate::procedure::timeline::{Anchor, Slot};
use crate::render::{Leaf, RenderError, leaf};
use crate::wording;
use crate::words::{Phrase, timeline as words};

/// What stands above and below both.
#[derive(Serialize)]
struct Frame {
    /// The title.
    judul: String,
    /// The procedure.
    prosedur: String,
    /// Where it comes from, how it is counted, what it adds up to: a line each.
    keterangan: Vec<String>,
    /// What is not certain or odd, a paragraph each.
    catatan: Vec<String>,
    /// The heads of the columns.
    kolom: Vec<String>,
}

#[derive(Serialize)]
struct Sheet {
    #[serde(flatten)]
    frame: Frame,
    baris: Vec<Vec<String>>,
}

#[derive(Serialize)]
struct Chart {
    #[serde(flatten)]
    frame: Frame,
    /// The months, or as many as have room: where each begins as a share of the width, and its name.
    ruas: Vec<(f64, String)>,
    baris: Vec<Bar>,
}

#[derive(Serialize)]
struct Bar {
    sel: [String; 3],
    /// Left side and width as shares of the whole.
    letak: (f64, f64),
    /// `telat`, `selesai`, `batas` where the source sets one, else `bebas`.
    keadaan: &'static str,
}

/// The most names of months that stand side by side.
const MOST_MONTHS: u32 = 5;

/// The sheet: when each step begins and is due, whose it is and what must be on the table.
pub(super) fn sheet(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let [number, owner, activity, start, due, limit] = table::heads(plan);
    let table = words::on_table().text(plan.language);
    let heads = vec![number, activity, owner, table, limit, start, due];
    let each = plan.timeline.slots.iter().filter_map(|slot| {
        let step = plan.procedure.steps.get(slot.step)?;
        let [number, owner, activity, start, due, limit] = table::line(plan, slot, weekday)?.cells;
        Some(vec![number, staged(step, activity), owner, on_table(step), limit, start, due])
    });
    let sheet = Sheet { baris: each.collect(), frame: frame(plan, &words::sheet_title(), heads) };
    pdf(plan, &words::sheet_title(), "lembar-jadwal", sheet)
}

/// The chart: a bar for each step, in the row that says its days.
pub(super) fn chart(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let slots = &plan.timeline.slots;
    let first = slots.iter().map(|slot| slot.start).min().unwrap_or_default();
    let last = slots.iter().map(end).max().unwrap_or(first);
    let span = days(first, last) + 1.0;
    let [number, _, activity, start, due, _] = table::heads(plan);
    let frame =
        frame(plan, &words::chart_title(), vec![number, activity, format!("{start} – {due}")]);
    let bars = slots.iter().filter_map(|slot| bar(plan, slot, first, span));
    let chart = Chart { ruas: months(plan, first, last, span), baris: bars.collect(), frame };
    pdf(plan, &words::chart_title(), "bagan-jadwal", chart)
}

fn frame(plan: &Plan, title: &Phrase, heads: Vec<String>) -> Frame {
    let (procedure, language) = (&plan.procedure, plan.language);
    let mut said = vec![
        words::source_said(format!("{} ({})", procedure.source, procedure.document)).text(language),
        table::counted(plan, |day| written(plan, day)),
    ];
    let total = procedure.total.as_ref();
    said.extend(total.map(|total| words::total_said(&total.said).text(language)));
    let mut notes: Vec<String> = table::star(plan).into_iter().collect();
    notes.extend(
        doubts(&plan.timeline.doubts, &plan.calendar, language).iter().map(|line| capital(line)),
    );
    let odd = |note: &String| capital(&format!("{}: {note}", words::note().text(language)));
    notes.extend(procedure.notes.iter().map(odd));
    Frame {
        judul: title.text(language),
        prosedur: procedure.name.clone(),
        keterangan: said,
        catatan: notes,
        kolom: heads,
    }
}

/// The activity under its stage.
fn staged(step: &Step, activity: String) -> String {
    match &step.stage {
        Some(stage) => format!("{}: {activity}", capital(stage)),
        None => activity,
    }
}

fn on_table(step: &Step) -> String {
    let all: Vec<&str> = step.needs.iter().chain(&step.brought).map(String::as_str).collect();
    if all.is_empty() { "–".to_owned() } else { all.join("; ") }
}

fn bar(plan: &Plan, slot: &Slot, first: NaiveDate, span: f64) -> Option<Bar> {
    let [number, _, activity, ..] = table::line(plan, slot, weekday)?.cells;
    let last = end(slot);
    let keadaan = match (slot.is_late(), slot.done.is_some(), slot.due.is_some()) {
        (true, ..) => "telat",
        (_, true, _) => "selesai",
        (_, _, true) => "batas",
        _ => "bebas",
    };
    let (from, to) = (written(plan, slot.start), written(plan, last));
    let mut said = if from == to { from } else { format!("{from} – {to}") };
    if slot.done.is_some() {
        let word = if slot.is_late() { words::done_late() } else { words::done() };
        said = format!("{said} ({})", word.text(plan.language));
    }
    // What was done before it could begin has a day of its own all the same.
    let left = slot.start.min(last);
    let letak = (days(first, left) / span, (days(left, last.max(slot.start)) + 1.0) / span);
    Some(Bar { sel: [number, activity, said], letak, keadaan })
}

/// The first day and the first of each month, or of every second, third or further one.
fn months(plan: &Plan, first: NaiveDate, last: NaiveDate, span: f64) -> Vec<(f64, String)> {
    let count = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).unwrap_or_default();
    let between = u32::try_from(count(last) - count(first) + 1).unwrap_or(1);
    let step = Months::new(between.div_ceil(MOST_MONTHS).max(1));
    let name = |day: NaiveDate| {
        let month = wording::month_name(day.month(), plan.procedure.language());
        format!("{} {}", month.unwrap_or_default(), day.year())
    };
    let mut all = vec![(0.0, name(first))];
    let mut month = first.with_day(1).and_then(|day| day.checked_add_months(step));
    while let Some(day) = month.filter(|day| *day <= last) {
        all.push((days(first, day) / span, name(day)));
        month = day.checked_add_months(step);
    }
    all
}

/// A date as a letter writes it.
fn written(plan: &Plan, day: NaiveDate) -> String {
    wording::date_long(day, plan.procedure.language())
}

/// The same with its weekday, and why nobody works on it.
fn weekday(plan: &Plan, day: NaiveDate) -> String {
    let name = wording::weekday_name(day.weekday(), plan.procedure.language());
    let off = plan.calendar.day_off(day).map(|off| format!(" ({})", off.name));
    format!("{name}, {}{}", written(plan, day), off.unwrap_or_default())
}

/// The days from one to another.
fn days(from: NaiveDate, to: NaiveDate) -> f64 {
    i32::try_from(to.signed_duration_since(from).num_days()).map_or(0.0, f64::from)
}

fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

fn pdf<T: Serialize>(
    plan: &Plan,
    title: &Phrase,
    function: &'static str,
    content: T,
) -> Result<Vec<u8>, Failure> {
    let (Anchor::Start(day) | Anchor::Signing(day)) = plan.anchor;
    let name = title.text(plan.language);
    // Two sheets that say anything else are two documents.
    let said = serde_json::to_vec(&content).unwrap_or_default();
    let print = Fingerprint::of_bytes([said.as_slice()]);
    let head = Head {
        spoken_name: name.clone(),
        watermark: false,
        title: shown(&format!("{name}: {}", plan.procedure.name)),
        language: plan.procedure.language().code(),
        kind: function.to_owned(),
        identity: format!("{function} {} {print}", plan.procedure.id),
        date: Some(day),
        name,
    };
    leaf(&Leaf { head, drawn_by: ("jadwal.typ", function), content }).map_err(|error| match error {
        RenderError::Standard { words, .. } => {
            Failure::general(words::no_letter(words), words::no_letter_fix())
        }
        other => other.into(),
    })
}

/// Without what programs that show properties cannot.
fn shown(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_control()).collect()
}
