//! `naskah timeline`: when each step of a procedure may begin and must be done.

mod chart;
mod events;
#[cfg(feature = "render")]
mod pages;
mod table;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;

use super::print_bytes;
use super::voice::{Voice, say};
use crate::calendar::{Calendar, Doubts};
use crate::cli::{TimelineArgs, TimelineFormat};
use crate::draft::shape::nearest;
use crate::error::{ExitStatus, Failure};
use crate::procedure::Procedure;
use crate::procedure::timeline::{Anchor, Timeline};
use crate::session::{ReadError, Text};
use crate::sink;
use crate::words::{Argument, Language, command, timeline as words};

/// A timeline with what it was made of.
struct Plan {
    procedure: Procedure,
    calendar: Calendar,
    anchor: Anchor,
    timeline: Timeline,
    language: Language,
}

pub(super) fn show_timeline(args: &TimelineArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    let procedure = procedure(&args.procedure)?;
    let calendar = calendar(args, &procedure)?;
    let anchor = match (args.start, args.by) {
        (_, Some(day)) => Anchor::Signing(day),
        (Some(day), None) => Anchor::Start(day),
        (None, None) => {
            return Err(Failure::general(words::no_anchor(), words::no_anchor_fix()));
        }
    };
    let done = done(args, &procedure)?;
    let timeline = Timeline::of(&procedure, &calendar, anchor, &done)
        .ok_or_else(|| Failure::general(words::out_of_time(), words::out_of_time_fix()))?;
    let language = voice.chosen().unwrap_or(procedure.language().into());
    let plan = Plan { procedure, calendar, anchor, timeline, language };
    let bytes = match args.format {
        TimelineFormat::Table => table::for_people(&plan).into_bytes(),
        TimelineFormat::Csv => table::csv(&plan).into_bytes(),
        TimelineFormat::Json => table::json(&plan).into_bytes(),
        TimelineFormat::Ics => events::calendar(&plan).into_bytes(),
        TimelineFormat::Svg => chart::svg(&plan).into_bytes(),
        #[cfg(feature = "render")]
        TimelineFormat::Pdf => pages::sheet(&plan)?,
        #[cfg(feature = "render")]
        TimelineFormat::ChartPdf => pages::chart(&plan)?,
    };
    match args.output.as_deref().filter(|path| path.as_os_str() != "-") {
        Some(path) => sink::write_file(path, &bytes, args.force)?,
        None => print_bytes(&bytes)?,
    }
    if args.format != TimelineFormat::Table {
        warn(&plan);
    }
    Ok(ExitStatus::Clean)
}

/// What is not certain is said wherever the timeline itself does not.
fn warn(plan: &Plan) {
    for line in doubts(&plan.timeline.doubts, &plan.calendar, plan.language) {
        say(&line);
    }
}

/// What a timeline rests on that is not certain, a line each.
fn doubts(doubts: &Doubts, calendar: &Calendar, language: Language) -> Vec<String> {
    let years: Vec<String> = doubts.years.iter().map(ToString::to_string).collect();
    let named = |day: &NaiveDate| {
        let name = calendar.day_off(*day).map_or("", |off| off.name.as_str());
        format!("{day} {name}")
    };
    let dates: Vec<String> = doubts.dates.iter().map(named).collect();
    let mut lines = Vec::new();
    if !years.is_empty() {
        lines.push(words::no_list(years.join(", "), &calendar.name).text(language));
    }
    if !dates.is_empty() {
        lines.push(words::provisional(dates.join(", ")).text(language));
    }
    lines
}

/// The procedure of a name, or of an office's own file.
pub(super) fn procedure(name: &str) -> Result<Procedure, Failure> {
    if let Some(known) = Procedure::embedded(name) {
        return Ok(known);
    }
    let file = Path::new(name);
    if !name.ends_with(".toml") && !file.exists() {
        let known: Vec<&str> = Procedure::names().collect();
        let remedy = match nearest(name, known.iter().copied()) {
            Some(near) => command::perhaps_and_known(near, Argument::list(&known, ", ")),
            None => words::known(Argument::list(&known, ", ")),
        };
        return Err(Failure::general(words::no_procedure(name), remedy));
    }
    let text = read(file)?;
    Procedure::parse(&text)
        .map_err(|fault| Failure::new(words::faulty(fault.to_string()), name, words::faulty_fix()))
}

fn read(file: &Path) -> Result<String, ReadError> {
    Text::of_file(file).map(|text| text.source.text().to_owned())
}

/// The calendar of the procedure, with an office's own days over it.
fn calendar(args: &TimelineArgs, procedure: &Procedure) -> Result<Calendar, Failure> {
    let calendar = Calendar::embedded(&procedure.calendar);
    let Some(file) = &args.calendar else { return Ok(calendar) };
    calendar.with(&read(file)?).map_err(|error| {
        Failure::new(
            words::calendar_faulty(error.to_string()),
            file.display(),
            words::calendar_fix(),
        )
    })
}

/// The steps that are done, by their places.
fn done(args: &TimelineArgs, procedure: &Procedure) -> Result<BTreeMap<usize, NaiveDate>, Failure> {
    let each = args.done.iter().map(|(number, day)| {
        let at = procedure.at(number).ok_or_else(|| {
            let known: Vec<&str> =
                procedure.steps.iter().map(|step| step.number.as_str()).collect();
            Failure::general(words::no_step(number), words::known(Argument::list(&known, ", ")))
        })?;
        Ok((at, *day))
    });
    each.collect()
}
