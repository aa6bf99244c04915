//! Agreements that end soon, as a table.

use chrono::NaiveDate;

use super::{Agreement, Window, asides};
use crate::commands::columns;
use crate::commands::overview::Overview;
use crate::words::{Language, outlook as words};

/// The widest column.
const WIDTH: usize = 30;

pub(super) fn for_people(
    overview: &Overview<Agreement>,
    shown: &[&(String, Agreement)],
    window: Window,
) -> String {
    let language = overview.language;
    let (today, last) = (window.today.to_string(), window.last.to_string());
    let head = if window.all { words::all_on(today) } else { words::ending(today, last) };
    let mut out = head.text(language) + "\n\n";
    if shown.is_empty() {
        out += &format!("{}\n", words::none_ends().text(language));
    } else {
        let mut rows = vec![heads(language)];
        rows.extend(shown.iter().map(|(file, one)| cells(file, one, window, language)));
        out += &columns::aligned(&rows, WIDTH);
    }
    if shown.iter().any(|(_, one)| one.account.term.counted) {
        out += &format!("\n* {}\n", words::counted().text(language));
    }
    let asides = asides(overview, window);
    if !asides.is_empty() {
        out += &format!("\n{}\n", asides.join("\n"));
    }
    out + &overview.told_lost()
}

fn heads(language: Language) -> [String; 7] {
    let heads = [
        words::end(),
        words::notice(),
        words::document(),
        words::matter(),
        words::partner(),
        words::file(),
        words::remarks(),
    ];
    heads.map(|head| head.text(language))
}

fn cells(file: &str, one: &Agreement, window: Window, language: Language) -> [String; 7] {
    let mark = if one.account.term.counted { "*" } else { "" };
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let late = one.notice.filter(|day| *day < window.today);
    let notice = match late {
        Some(day) => words::notice_past(day.to_string()).text(language),
        None => day(one.notice),
    };
    let errors = (one.errors > 0).then(|| words::errors(one.errors).text(language));
    [
        day(one.account.term.end) + mark,
        notice,
        one.called(),
        one.title().to_owned(),
        one.partners(),
        file.to_owned(),
        errors.unwrap_or_default(),
    ]
}

pub(super) fn csv(shown: &[&(String, Agreement)], window: Window, language: Language) -> String {
    let [end, notice, document, matter, partner, file, _] = heads(language);
    let on = words::as_of().text(language);
    let mut rows = vec![[on, end, notice, document, matter, partner, file]];
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    rows.extend(shown.iter().map(|(file, one)| {
        [
            window.today.to_string(),
            day(one.account.term.end),
            day(one.notice),
            one.called(),
            one.title().to_owned(),
            one.partners(),
            file.clone(),
        ]
    }));
    columns::csv(&rows)
}
