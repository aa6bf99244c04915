//! `paling_lama`: so many working days after a date at the latest.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence, lacks_its_counterpart};
use crate::draft::value;
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, dates, word};
use crate::source::path::FieldPath;
use crate::wording;

/// Counts Monday to Friday, the first day left out; holidays are not known here, so the count is at
/// least that of the working days, and a finding can only be a question. Nothing is said while
/// either date is missing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    #[schemars(description = "Tanggal mulai dihitung; hari itu sendiri tidak terhitung.")]
    dari: String,
    #[schemars(description = "Tanggal yang diperiksa.")]
    sampai: String,
    #[schemars(description = "Banyaknya hari kerja yang boleh.")]
    hari_kerja: usize,
}

impl CheckKind for Deadline {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("hari", "banyaknya hari kerja yang terpakai"),
            word("batas", "banyaknya hari kerja yang boleh"),
            word("nilai", "tanggal pada sampai"),
            word("sejak", "tanggal pada dari"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        dates([("dari", &self.dari), ("sampai", &self.sampai)])
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let read = |path: &str| scope.draft.at(&FieldPath::parse(path)).and_then(value::date);
        let (Some(start), Some(end)) = (read(&self.dari), read(&self.sampai)) else {
            return Vec::new();
        };
        let days = weekdays(start, end);
        if days <= self.hari_kerja {
            return Vec::new();
        }
        let long = |date| wording::date_long(date, scope.draft.language());
        let hit = Hit::at(Place::value(FieldPath::parse(&self.sampai)))
            .word("hari", days.to_string())
            .word("batas", self.hari_kerja.to_string())
            .word("nilai", long(end))
            .word("sejak", long(start));
        vec![hit.see(Place::value(FieldPath::parse(&self.dari)), "dihitung dari sini")]
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let paths = [self.dari.as_str(), self.sampai.as_str()];
        lacks_its_counterpart(scope.draft, paths, |node| value::date(node).is_some())
    }
}

/// The days from Monday to Friday after the first date, up to the second: whole weeks at once.
fn weekdays(start: Date, end: Date) -> usize {
    let days = start.until(end).map_or(0, |span| span.get_days());
    let (weeks, rest) = (days.max(0) / 7, days.max(0) % 7);
    let works = |shift: i32| {
        let day = end.checked_sub(shift.days()).map(Date::weekday);
        day.is_ok_and(|day| !matches!(day, Weekday::Saturday | Weekday::Sunday))
    };
    let extra = (0..rest).filter(|shift| works(*shift)).count();
    usize::try_from(weeks * 5).unwrap_or(0) + extra
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_do_not_count() {
        let day = |day: i8| Date::new(2026, 3, day).unwrap();
        // 2 March 2026 is a Monday.
        assert_eq!(weekdays(day(2), day(2)), 0);
        assert_eq!(weekdays(day(2), day(6)), 4);
        assert_eq!(weekdays(day(2), day(9)), 5);
        assert_eq!(weekdays(day(6), day(8)), 0);
        assert_eq!(weekdays(day(2), day(20)), 14);
        assert_eq!(weekdays(day(20), day(2)), 0);
    }
}
