//! Where cases stand, as a table.

use chrono::{Datelike, NaiveDate};

use super::Row;
use crate::case::Next;
use crate::commands::columns;
use crate::commands::overview::{Lost, Overview};
use crate::wording::{Bahasa, weekday_name};
use crate::words::{Argument, Language, outlook as words};

/// The widest column.
const WIDTH: usize = 28;

pub(super) fn for_people(overview: &Overview<Row>, today: NaiveDate) -> String {
    let language = overview.language;
    let mut out = words::on_day(shown(today, language)).text(language) + "\n\n";
    let mut rows = vec![heads(language)];
    rows.extend(overview.found.iter().map(|(file, row)| cells(file, row, language)));
    out += &columns::aligned(&rows, WIDTH);
    let next = || overview.found.iter().filter_map(|(_, row)| row.standing.next.as_ref());
    if next().any(|next| next.inferred) {
        out += &format!("\n* {}\n", crate::words::timeline::inferred().text(language));
    }
    if next().any(|next| !next.sure) {
        out += &format!("\n? {}\n", words::unsure().text(language));
    }
    out + &overview.told_lost()
}

fn heads(language: Language) -> [String; 7] {
    let heads = [
        words::file(),
        words::matter(),
        words::reached(),
        words::next(),
        words::turn(),
        words::due(),
        words::remarks(),
    ];
    heads.map(|head| head.text(language))
}

fn cells(file: &str, row: &Row, language: Language) -> [String; 7] {
    let standing = &row.standing;
    let reached = match &standing.last {
        Some((number, day)) => {
            words::reached_step(number, shown(*day, language), standing.steps.0, standing.steps.1)
        }
        None => words::not_begun(standing.steps.1),
    };
    let (next, turn, due) = match &standing.next {
        Some(next) => {
            let mark = if next.inferred { "*" } else { "" };
            let name = format!("{}. {}", next.number, next.activity);
            (name, next.owners.join(", ") + mark, due(next, language))
        }
        None => (words::complete().text(language), String::new(), String::new()),
    };
    [
        file.to_owned(),
        standing.title.clone(),
        reached.text(language),
        next,
        turn,
        due,
        remarks(row, language),
    ]
}

fn due(next: &Next, language: Language) -> String {
    let Some(day) = next.due else { return next.allowed.text(language) };
    let mark = if next.sure { "" } else { "?" };
    let day = shown(day, language);
    match next.over {
        0 => day + mark,
        days => words::over(day + mark, days).text(language),
    }
}

fn remarks(row: &Row, language: Language) -> String {
    let standing = &row.standing;
    let list = |steps: &[String]| Argument::list(steps, ", ");
    let said = [
        (!standing.late.is_empty()).then(|| words::late(list(&standing.late))),
        (!standing.skipped.is_empty()).then(|| words::skipped(list(&standing.skipped))),
        (row.errors > 0).then(|| words::errors(row.errors)),
        (row.warnings > 0).then(|| words::warnings(row.warnings)),
    ];
    let said: Vec<String> = said.into_iter().flatten().map(|one| one.text(language)).collect();
    said.join("; ")
}

pub(super) fn shown(day: NaiveDate, language: Language) -> String {
    let spoken = match language {
        Language::Malay => Bahasa::Melayu,
        Language::Indonesian | Language::English => Bahasa::Indonesia,
    };
    format!("{day} ({})", weekday_name(day.weekday(), spoken))
}

pub(super) fn csv(overview: &Overview<Row>, today: NaiveDate) -> String {
    let language = overview.language;
    let [file, matter, _, next, turn, due, remarks_head] = heads(language);
    let number = crate::words::timeline::number().text(language);
    let days = words::days_over().text(language);
    let on = words::as_of().text(language);
    let mut rows = vec![[on, file, matter, number, next, turn, due, days, remarks_head]];
    rows.extend(overview.found.iter().map(|(file, row)| {
        let next = row.standing.next.as_ref();
        let of_next = |say: fn(&Next) -> String| next.map(say).unwrap_or_default();
        [
            today.to_string(),
            file.clone(),
            row.standing.title.clone(),
            of_next(|next| next.number.clone()),
            of_next(|next| next.activity.clone()),
            of_next(|next| next.owners.join(", ")),
            of_next(|next| next.due.map(|day| day.to_string()).unwrap_or_default()),
            of_next(|next| next.over.to_string()),
            remarks(row, language),
        ]
    }));
    rows.extend(overview.lost.iter().map(|Lost { file, why }| {
        let none = String::new;
        let (day, file, why) = (today.to_string(), file.clone(), why.clone());
        [day, file, none(), none(), none(), none(), none(), none(), why]
    }));
    columns::csv(&rows)
}
