//! How long something took, against the time that a source allows for it.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::calendar::Calendar;

/// The time that a source allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    /// Days of the calendar.
    Days(u64),
    /// Working days, which only a list of holidays can count.
    WorkingDays(u64),
}

/// How sure it is that a limit was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Excess {
    /// Whatever holidays there were.
    Sure,
    /// Unless there were holidays enough.
    Perhaps,
}

impl Limit {
    /// The limit that one of two parameters of a check states; `None` where both do, or neither.
    pub(super) fn of(days: Option<u64>, working: Option<u64>) -> Option<Self> {
        match (days, working) {
            (Some(days), None) => Some(Self::Days(days)),
            (None, Some(days)) => Some(Self::WorkingDays(days)),
            _ => None,
        }
    }

    /// The number of days that it allows.
    pub(super) fn days(self) -> u64 {
        match self {
            Self::Days(days) | Self::WorkingDays(days) => days,
        }
    }

    /// The days after the first, up to the second: those of the calendar, or Mondays to Fridays.
    pub(super) fn taken(self, start: NaiveDate, end: NaiveDate) -> u64 {
        match self {
            Self::Days(_) => calendar_days(start, end),
            Self::WorkingDays(_) => match known(start, end) {
                Some(calendar) => calendar.between(start, end),
                None => weekdays(start, end),
            },
        }
    }

    /// Whether the way from one day to another is longer; the first day is not counted.
    pub(super) fn excess(self, start: NaiveDate, end: NaiveDate) -> Option<Excess> {
        let taken = self.taken(start, end);
        if taken <= self.days() {
            return None;
        }
        let sure = match self {
            Self::Days(_) => true,
            Self::WorkingDays(_) if known(start, end).is_some() => true,
            Self::WorkingDays(days) => {
                taken.saturating_sub(most_holidays(calendar_days(start, end))) > days
            }
        };
        Some(if sure { Excess::Sure } else { Excess::Perhaps })
    }
}

/// The working days of Indonesia, where every day between is settled.
fn known(start: NaiveDate, end: NaiveDate) -> Option<&'static Calendar> {
    let calendar = Calendar::indonesia();
    // A year of days is more than any limit allows: such a count need not be exact.
    let short = calendar_days(start, end) <= 400;
    (short && calendar.doubts(start, end).is_empty()).then_some(calendar)
}

fn calendar_days(start: NaiveDate, end: NaiveDate) -> u64 {
    u64::try_from(end.signed_duration_since(start).num_days()).unwrap_or(0)
}

/// The days from Monday to Friday after the first date, up to the second: whole weeks at once.
fn weekdays(start: NaiveDate, end: NaiveDate) -> u64 {
    let days = calendar_days(start, end);
    let last = (0..days % 7).filter_map(|shift| end.checked_sub_days(Days::new(shift)));
    let extra = last.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)).count();
    days / 7 * 5 + u64::try_from(extra).unwrap_or(0)
}

/// More Mondays to Fridays than were ever off in so many days: national holidays, joint leave and
/// polling days together. A month with Idulfitri and its joint leave had eight (28 March to 18 April
/// 2025), the three months from there sixteen; a year has not reached thirty.
fn most_holidays(days: u64) -> u64 {
    const FIRST_MONTH: u64 = 10;
    const FURTHER_MONTH: u64 = 4;
    FIRST_MONTH.min(days) + days.saturating_sub(31).div_ceil(31) * FURTHER_MONTH
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn weekends_do_not_count() {
        // 2 March 2026 is a Monday.
        assert_eq!(weekdays(day(3, 2), day(3, 2)), 0);
        assert_eq!(weekdays(day(3, 2), day(3, 6)), 4);
        assert_eq!(weekdays(day(3, 2), day(3, 9)), 5);
        assert_eq!(weekdays(day(3, 6), day(3, 8)), 0);
        assert_eq!(weekdays(day(3, 2), day(3, 20)), 14);
        assert_eq!(weekdays(day(3, 20), day(3, 2)), 0);
    }

    #[test]
    fn where_the_holidays_are_known_they_are_counted() {
        let limit = Limit::WorkingDays(3);
        assert_eq!(limit.excess(day(3, 2), day(3, 5)), None);
        assert_eq!(limit.excess(day(3, 2), day(3, 6)), Some(Excess::Sure));
        // Nyepi, Idulfitri and their joint leave lie between 17 and 25 March 2026.
        assert_eq!(limit.excess(day(3, 16), day(3, 26)), None);
        assert_eq!(limit.taken(day(3, 16), day(3, 26)), 3);
        assert_eq!(limit.excess(day(3, 16), day(3, 27)), Some(Excess::Sure));
        assert_eq!(limit.excess(day(3, 24), day(3, 2)), None);
    }

    #[test]
    fn holidays_of_a_year_without_a_list_may_save_a_short_excess_and_no_long_one() {
        let day = |month, day| NaiveDate::from_ymd_opt(2030, month, day).unwrap();
        let limit = Limit::WorkingDays(3);
        // 4 March 2030 is a Monday.
        assert_eq!(limit.excess(day(3, 4), day(3, 7)), None);
        assert_eq!(limit.excess(day(3, 4), day(3, 8)), Some(Excess::Perhaps));
        assert_eq!(limit.excess(day(3, 4), day(3, 20)), Some(Excess::Perhaps));
        assert_eq!(limit.excess(day(3, 4), day(3, 26)), Some(Excess::Sure));
        assert_eq!(Limit::WorkingDays(30).excess(day(1, 7), day(4, 2)), Some(Excess::Sure));
    }

    #[test]
    fn days_of_the_calendar_need_no_holidays() {
        assert_eq!(Limit::Days(3).excess(day(3, 6), day(3, 9)), None);
        assert_eq!(Limit::Days(3).excess(day(3, 6), day(3, 10)), Some(Excess::Sure));
    }

    #[test]
    fn one_limit_is_stated_in_one_unit() {
        assert_eq!(Limit::of(Some(3), None), Some(Limit::Days(3)));
        assert_eq!(Limit::of(None, Some(3)), Some(Limit::WorkingDays(3)));
        assert_eq!(Limit::of(None, None), None);
        assert_eq!(Limit::of(Some(3), Some(3)), None);
    }
}
