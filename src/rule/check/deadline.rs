//! `paling_lama`: so many working days after a date at the latest.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope, Silence, lacks_its_counterpart};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Read, Word, dates, word};
use crate::source::path::FieldPath;
use crate::wording;
use crate::words;

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
        let read = |path: &str| scope.draft.day_at(&FieldPath::parse(path));
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
        let start = Place::value(FieldPath::parse(&self.dari));
        vec![hit.see(start, words::check::counted_from_here())]
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let paths = [self.dari.as_str(), self.sampai.as_str()];
        lacks_its_counterpart(scope.draft, paths, |path| scope.draft.day_at(path).is_some())
    }
}

/// The days from Monday to Friday after the first date, up to the second: whole weeks at once.
fn weekdays(start: NaiveDate, end: NaiveDate) -> usize {
    let days = u64::try_from(end.signed_duration_since(start).num_days()).unwrap_or(0);
    let last = (0..days % 7).filter_map(|shift| end.checked_sub_days(Days::new(shift)));
    let extra = last.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)).count();
    usize::try_from(days / 7 * 5).unwrap_or(0) + extra
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_do_not_count() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        // 2 March 2026 is a Monday.
        assert_eq!(weekdays(day(2), day(2)), 0);
        assert_eq!(weekdays(day(2), day(6)), 4);
        assert_eq!(weekdays(day(2), day(9)), 5);
        assert_eq!(weekdays(day(6), day(8)), 0);
        assert_eq!(weekdays(day(2), day(20)), 14);
        assert_eq!(weekdays(day(20), day(2)), 0);
    }
}
