//! `naskah masa-berlaku`: which agreements end within some months, and which notice falls due, from a
//! folder of final drafts.

mod outcome;
mod register;
mod table;

use chrono::{Months, NaiveDate};
use serde_json::{Value, json};

use super::events::{self, WholeDay};
use super::overview::{Look, Lost, Overview, look_over};
use super::voice::{Voice, say};
use crate::calendar::Calendar;
use crate::case::Account;
use crate::cli::{InForceArgs, InForceFormat};
use crate::error::{ExitStatus, Failure};
use crate::session::AgreementLook;
use crate::words::{Language, outlook as words};

use outcome::Fate;

/// An agreement with what was found in its file.
struct Agreement {
    account: Account,
    errors: usize,
    /// What became of it.
    fate: Fate,
    /// The last day on which an extension is announced in time.
    notice: Option<NaiveDate>,
}

/// What is looked for.
#[derive(Clone, Copy)]
struct Window {
    today: NaiveDate,
    last: NaiveDate,
    all: bool,
}

pub(super) fn show_in_force(args: &InForceArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    let mut overview = look_over(&args.over, voice, |session, text| {
        Ok(match session.agreement(text)? {
            AgreementLook::Other => Look::Other,
            AgreementLook::Faulty(why) => Look::Faulty(why),
            AgreementLook::Agreement(account, errors) => Look::One(agreement(*account, errors)),
        })
    })?;
    if overview.found.is_empty() && overview.lost.is_empty() {
        return Err(Failure::general(words::no_agreements(), words::no_agreements_fix()));
    }
    let today = args.over.as_of;
    let last = today.checked_add_months(Months::new(args.within)).unwrap_or(NaiveDate::MAX);
    let window = Window { today, last, all: args.semua };
    outcome::settle(&mut overview.found, today);
    overview.found.sort_by(|(one_file, one), (other_file, other)| {
        let key = |one: &Agreement| (one.next(today).is_none(), one.next(today));
        key(one).cmp(&key(other)).then_with(|| one_file.cmp(other_file))
    });
    let shown: Vec<&(String, Agreement)> =
        overview.found.iter().filter(|(_, one)| window.shows(one)).collect();
    let text = match args.format {
        InForceFormat::Table => table::for_people(&overview, &shown, window),
        InForceFormat::Csv => table::csv(&shown, window, overview.language),
        InForceFormat::Json => json(&overview, &shown, window),
        InForceFormat::Ics => calendar(&shown, window, overview.language),
        InForceFormat::Register => register::draft(&shown, window, overview.language),
    };
    let status = overview.deliver(&text, &args.over)?;
    if args.format != InForceFormat::Table {
        asides(&overview, window).iter().for_each(|line| say(line));
    }
    Ok(status)
}

fn agreement(account: Account, errors: usize) -> Agreement {
    let notice = account.term.announced_by(Calendar::indonesia());
    Agreement { account, errors, fate: Fate::Stands, notice }
}

impl Agreement {
    /// The next day on which something falls due.
    fn next(&self, today: NaiveDate) -> Option<NaiveDate> {
        let notice = self.notice.filter(|day| *day >= today);
        notice.into_iter().chain(self.account.term.end).min()
    }

    /// Whether it is one that can be counted on: final, and neither ended nor extended.
    fn counts(&self) -> bool {
        self.account.finished && self.fate == Fate::Stands
    }

    /// What it is called in a list: its name and its numbers.
    fn called(&self) -> String {
        let numbers: Vec<&str> =
            self.account.numbers.iter().map(|number| number.value.as_str()).collect();
        match numbers.as_slice() {
            [] => self.account.name.clone(),
            numbers => format!("{} Nomor {}", self.account.name, numbers.join(", ")),
        }
    }

    /// What it is about.
    fn title(&self) -> &str {
        self.account.title.as_ref().map_or("", |title| title.value.as_str())
    }

    /// The parties besides the first, who mostly keeps the list.
    fn partners(&self) -> String {
        let parties = self.account.parties.as_ref().map_or(&[][..], |told| &told.value);
        let others = parties.get(1..).filter(|others| !others.is_empty()).unwrap_or(parties);
        others.join("; ")
    }

    /// The day on which it was signed.
    fn date(&self) -> Option<NaiveDate> {
        self.account.date.as_ref().map(|told| told.value)
    }
}

impl Window {
    fn shows(self, one: &Agreement) -> bool {
        let within = |day: NaiveDate| (self.today..=self.last).contains(&day);
        let end = one.account.term.end;
        let stands = end.is_some_and(|end| end >= self.today);
        let due = one.notice.into_iter().chain(end).any(within);
        one.counts() && stands && (self.all || due)
    }
}

/// What is not in the list and has to be said.
fn asides(overview: &Overview<Agreement>, window: Window) -> Vec<String> {
    let say = |(file, one): &(String, Agreement)| -> Option<String> {
        let ended = one.account.term.end.filter(|end| *end < window.today);
        let phrase = match &one.fate {
            Fate::Ended(by) => words::ended_by(file, by),
            Fate::Extended(by) => words::extended_by(file, by),
            Fate::Ends | Fate::Changes => return None,
            Fate::Stands if !one.account.finished => words::not_final(file),
            Fate::Stands if one.account.term.end.is_none() => words::no_end(file),
            Fate::Stands => words::is_over(file, ended?.to_string()),
        };
        Some(phrase.text(overview.language))
    };
    // By the files: nobody waits for any of them.
    let mut all: Vec<&(String, Agreement)> = overview.found.iter().collect();
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    all.into_iter().filter_map(say).collect()
}

fn json(overview: &Overview<Agreement>, shown: &[&(String, Agreement)], window: Window) -> String {
    let agreements: Vec<Value> = shown.iter().map(|(file, one)| value(file, one)).collect();
    let lost = overview.lost.iter().map(|Lost { file, why }| json!({ "file": file, "why": why }));
    let whole = json!({
        "version": 1,
        "as_of": window.today.to_string(),
        "until": window.last.to_string(),
        "agreements": agreements,
        "left_out": asides(overview, window),
        "faulty": lost.collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

fn value(file: &str, one: &Agreement) -> Value {
    let Account { kind, name, numbers, parties, term, .. } = &one.account;
    let numbers: Vec<&str> = numbers.iter().map(|number| number.value.as_str()).collect();
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    json!({
        "file": file,
        "kind": kind,
        "name": name,
        "numbers": numbers,
        "title": one.title(),
        "parties": parties.as_ref().map(|told| &told.value),
        "signed": day(one.date()),
        "start": day(term.start),
        "end": day(term.end),
        "end_counted": term.counted,
        "notice_due": day(one.notice),
        "errors": one.errors,
    })
}

/// An event for the end of each, and one for the notice before it.
fn calendar(shown: &[&(String, Agreement)], window: Window, language: Language) -> String {
    let days = shown.iter().flat_map(|(file, one)| {
        let event = |name: &str, day: NaiveDate, summary: String| WholeDay {
            uid: format!("{}-{name}-{day}@naskah", file.replace(['/', '\\', ' '], "-")),
            made: window.today,
            day,
            summary,
            lines: vec![one.called(), one.partners(), file.clone()],
        };
        let notice = one.notice.filter(|day| *day >= window.today).map(|day| {
            event("pemberitahuan", day, words::notice_event(one.title()).text(language))
        });
        let end = one
            .account
            .term
            .end
            .map(|day| event("berakhir", day, words::end_event(one.title()).text(language)));
        notice.into_iter().chain(end)
    });
    events::calendar(&words::calendar_name().text(language), days)
}
