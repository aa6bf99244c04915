//! `naskah status`: where each case stands, what is due next and whose it is, and what is late.

mod table;

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::overview::{Look, Lost, Overview, look_over};
use super::voice::Voice;
use crate::case::{Next, Stage, Standing};
use crate::cli::{StatusArgs, StatusFormat};
use crate::error::{ExitStatus, Failure};
use crate::session::CaseLook;
use crate::words::{Language, outlook as words};

/// A case with what was found in its file: errors and warnings.
struct Row {
    standing: Standing,
    errors: usize,
    warnings: usize,
}

pub(super) fn show_status(args: &StatusArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    let today = args.over.as_of;
    let mut overview = look_over(&args.over, voice, |session, text| {
        Ok(match session.case(text, today)? {
            CaseLook::Other => Look::Other,
            CaseLook::Faulty(why) => Look::Faulty(why),
            CaseLook::Case { standing, findings: (errors, warnings) } => {
                Look::One(Row { standing: *standing, errors, warnings })
            }
        })
    })?;
    if overview.found.is_empty() && overview.lost.is_empty() {
        return Err(Failure::general(words::no_cases(), words::no_cases_fix()));
    }
    overview.found.sort_by(|(one_file, one), (other_file, other)| {
        by_urgency(&one.standing, &other.standing).then_with(|| one_file.cmp(other_file))
    });
    let text = match args.format {
        StatusFormat::Table => table::for_people(&overview, today),
        StatusFormat::Csv => table::csv(&overview, today),
        StatusFormat::Json => json(&overview, today),
    };
    overview.deliver(&text, &args.over)
}

/// What is due first stands first; then what has no limit, then what is complete.
fn by_urgency(one: &Standing, other: &Standing) -> Ordering {
    let due = |standing: &Standing| standing.next.as_ref().and_then(|next| next.due);
    let done = |standing: &Standing| standing.stage == Stage::Complete;
    let open = |standing: &Standing| due(standing).is_none();
    let key = |standing: &Standing| (done(standing), open(standing), due(standing));
    key(one).cmp(&key(other))
}

fn json(overview: &Overview<Row>, today: NaiveDate) -> String {
    let language = overview.language;
    let cases: Vec<Value> =
        overview.found.iter().map(|(file, row)| case(file, row, language)).collect();
    let lost = overview.lost.iter().map(|Lost { file, why }| json!({ "file": file, "why": why }));
    let whole = json!({
        "version": 1,
        "as_of": today.to_string(),
        "cases": cases,
        "faulty": lost.collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

fn case(file: &str, row: &Row, language: Language) -> Value {
    let Standing { title, procedure, stage, steps, last, next, late, skipped } = &row.standing;
    let stage = match stage {
        Stage::NotBegun => "not-begun",
        Stage::Underway => "underway",
        Stage::Complete => "complete",
    };
    json!({
        "file": file,
        "title": title,
        "procedure": procedure.0,
        "stage": stage,
        "settled": steps.0,
        "steps": steps.1,
        "last": last.as_ref().map(|(number, day)| {
            json!({ "step": number, "date": day.to_string() })
        }),
        "next": next.as_ref().map(|next| step(next, language)),
        "late": late,
        "skipped": skipped,
        "errors": row.errors,
        "warnings": row.warnings,
    })
}

fn step(next: &Next, language: Language) -> Value {
    json!({
        "step": next.number,
        "activity": next.activity,
        "owners": next.owners,
        "owners_inferred": next.inferred,
        "limit": next.allowed.text(language),
        "since": next.since.map(|day| day.to_string()),
        "due": next.due.map(|day| day.to_string()),
        "days_over": next.over,
        "holidays_settled": next.sure,
        "clause": next.clause,
    })
}
