//! Days as iCalendar, for the calendars that people look at.

use chrono::{NaiveDate, NaiveTime, TimeZone, Utc};
use icalendar::{Calendar, Component, Event, EventLike};

/// An event of a whole day.
pub(super) struct WholeDay {
    /// What it is known by, the same whenever it is made.
    pub uid: String,
    /// The day that counts as that on which it was made: no clock is asked.
    pub made: NaiveDate,
    /// The day.
    pub day: NaiveDate,
    /// What happens.
    pub summary: String,
    /// What else there is to say, a line each.
    pub lines: Vec<String>,
}

/// A calendar of a name with these events.
pub(super) fn calendar(name: &str, events: impl IntoIterator<Item = WholeDay>) -> String {
    let mut calendar = Calendar::new();
    calendar.name(name);
    for one in events {
        calendar.push(event(one));
    }
    calendar.done().to_string()
}

fn event(one: WholeDay) -> Event {
    let WholeDay { uid, made, day, summary, lines } = one;
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    // No clock: the same events are the same text whenever they are made.
    Event::new()
        .uid(&uid)
        .timestamp(Utc.from_utc_datetime(&made.and_time(NaiveTime::MIN)))
        .starts(day)
        // The first day after it, as the format has it.
        .ends(day.succ_opt().unwrap_or(day))
        .summary(&summary)
        .description(&lines.join("\n"))
        .done()
}
