//! Which days are working days: weekends, holidays and joint leave of a country, by the lists of
//! `schemas/kalender/`. A year without a list is told, and so is a date that may still change.

mod file;
pub mod schema;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate};

use crate::assets;

use file::{File, Own};

/// The days of a country that are no working days.
#[derive(Clone, Debug)]
pub(crate) struct Calendar {
    /// Its name among the files.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The minutes of work in a day.
    pub minutes: u64,
    weekend: BTreeSet<u32>,
    days: BTreeMap<NaiveDate, DayOff>,
    years: BTreeSet<i32>,
}

/// A day that is no working day.
#[derive(Clone, Debug)]
pub(crate) struct DayOff {
    /// Why.
    pub name: String,
    /// Whether it may still change.
    pub provisional: bool,
}

/// What a count of days rests on that is not certain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doubts {
    /// Years of which no list is known.
    pub years: BTreeSet<i32>,
    /// Dates that may still change.
    pub dates: BTreeSet<NaiveDate>,
}

/// Why the file of an office's own days cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CalendarError {
    /// It is no such TOML.
    #[error(transparent)]
    Syntax(#[from] toml::de::Error),
    /// A date that is none.
    #[error("{0} is no date")]
    Date(String),
}

/// The names of weekdays in the files, from Monday.
const WEEKDAYS: [&str; 7] = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"];

/// What joint leave is called.
const JOINT_LEAVE: &str = "Cuti bersama";

static INDONESIA: LazyLock<Calendar> = LazyLock::new(|| Calendar::embedded("indonesia"));

impl Calendar {
    /// That of Indonesia, by which the limits of its regulations are judged.
    pub(crate) fn indonesia() -> &'static Self {
        &INDONESIA
    }

    /// The names of those that the program brings.
    #[cfg(test)]
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        assets::CALENDARS.iter().filter_map(|(path, _)| path.strip_suffix(".toml"))
    }

    /// One that the program brings, by its name; one without any list where there is none.
    pub(crate) fn embedded(id: &str) -> Self {
        let file: Option<File> = assets::read(&format!("schemas/kalender/{id}.toml"));
        file.and_then(|file| Self::of(file).ok()).unwrap_or_else(|| Self {
            id: id.to_owned(),
            name: id.to_owned(),
            minutes: 450,
            weekend: BTreeSet::from([5, 6]),
            days: BTreeMap::new(),
            years: BTreeSet::new(),
        })
    }

    fn of(file: File) -> Result<Self, CalendarError> {
        let weekend = |name: &String| WEEKDAYS.iter().position(|day| day == name);
        let weekend = file.akhir_pekan.iter().filter_map(weekend);
        let mut calendar = Self {
            id: file.id,
            name: file.nama,
            minutes: file.menit_sehari,
            weekend: weekend.filter_map(|at| u32::try_from(at).ok()).collect(),
            days: BTreeMap::new(),
            years: file.tahun.iter().map(|year| year.tahun).collect(),
        };
        for year in file.tahun {
            for day in year.libur {
                let provisional = day.sementara || year.sementara;
                calendar.days.insert(date(&day.tanggal)?, DayOff { name: day.nama, provisional });
            }
            for day in &year.cuti_bersama {
                let off = DayOff { name: JOINT_LEAVE.to_owned(), provisional: year.sementara };
                calendar.days.entry(date(day)?).or_insert(off);
            }
        }
        Ok(calendar)
    }

    /// The same with the days of an office's own file over it: `[[libur]]` with `tanggal` and `nama`,
    /// `kerja` for days that are worked all the same, `tahun_lengkap` for years of which nothing more
    /// is to come.
    ///
    /// # Errors
    /// A text that says something else.
    pub(crate) fn with(mut self, text: &str) -> Result<Self, CalendarError> {
        let own: Own = toml::from_str(text)?;
        for day in own.libur {
            let off = DayOff { name: day.nama, provisional: day.sementara };
            self.days.insert(date(&day.tanggal)?, off);
        }
        for day in &own.kerja {
            self.days.remove(&date(day)?);
        }
        for (day, off) in &mut self.days {
            off.provisional = off.provisional && !own.tahun_lengkap.contains(&day.year());
        }
        self.years.extend(own.tahun_lengkap);
        self.minutes = own.menit_sehari.unwrap_or(self.minutes);
        Ok(self)
    }

    /// Whether people work on a day.
    pub(crate) fn is_working(&self, day: NaiveDate) -> bool {
        !self.weekend.contains(&day.weekday().num_days_from_monday())
            && !self.days.contains_key(&day)
    }

    /// Why they do not, where it is no weekend.
    pub(crate) fn day_off(&self, day: NaiveDate) -> Option<&DayOff> {
        self.days.get(&day)
    }

    /// The day so many working days after another, which itself does not count; the next working day
    /// for none, unless it is one itself.
    pub(crate) fn after(&self, day: NaiveDate, count: u64) -> Option<NaiveDate> {
        self.walk(day, count, NaiveDate::succ_opt)
    }

    /// The day so many working days before another.
    pub(crate) fn before(&self, day: NaiveDate, count: u64) -> Option<NaiveDate> {
        self.walk(day, count, NaiveDate::pred_opt)
    }

    fn walk(
        &self,
        mut day: NaiveDate,
        mut count: u64,
        step: fn(&NaiveDate) -> Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        while count > 0 || !self.is_working(day) {
            day = step(&day)?;
            if self.is_working(day) {
                count = count.saturating_sub(1);
            }
        }
        Some(day)
    }

    /// The working days after one day, up to another.
    pub(crate) fn between(&self, start: NaiveDate, end: NaiveDate) -> u64 {
        let days = start.iter_days().skip(1).take_while(|day| *day <= end);
        u64::try_from(days.filter(|day| self.is_working(*day)).count()).unwrap_or(0)
    }

    /// What a count over these days rests on that is not certain.
    pub(crate) fn doubts(&self, start: NaiveDate, end: NaiveDate) -> Doubts {
        let years = (start.year()..=end.year()).filter(|year| !self.years.contains(year));
        let uncertain = self.days.range(start..=end.max(start)).filter(|(_, off)| off.provisional);
        // What falls on a weekend anyway changes nothing, wherever it goes in the end.
        Doubts { years: years.collect(), dates: uncertain.map(|(day, _)| *day).collect() }
    }
}

impl Doubts {
    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.years.is_empty() && self.dates.is_empty()
    }
}

/// The day so many days of the calendar from another.
pub(crate) fn days_after(day: NaiveDate, count: u64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(count))
}

fn date(value: &toml::Value) -> Result<NaiveDate, CalendarError> {
    // In the form that the build made of the files a date is a table of one text.
    let text = match value {
        toml::Value::Datetime(date) => date.to_string(),
        toml::Value::Table(table) => {
            table.values().next().and_then(toml::Value::as_str).unwrap_or_default().to_owned()
        }
        other => other.as_str().unwrap_or_default().to_owned(),
    };
    NaiveDate::parse_from_str(&text, "%Y-%m-%d").map_err(|_| CalendarError::Date(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn every_calendar_reads() {
        for name in Calendar::names() {
            let calendar = Calendar::embedded(name);
            assert!(calendar.id == name && calendar.years.len() >= 3, "{name}");
            for day in calendar.days.keys() {
                assert!(calendar.years.contains(&day.year()), "{name} {day}");
            }
        }
        assert_eq!(Calendar::names().count(), 2);
        assert_eq!(Calendar::indonesia().days.range(day(2026, 1, 1)..day(2027, 1, 1)).count(), 25);
    }

    #[test]
    fn weekends_holidays_and_joint_leave_are_no_working_days() {
        let calendar = Calendar::indonesia();
        // Nyepi and Idulfitri of 2026 with their joint leave: from Wednesday 18 to Tuesday 24 March.
        assert_eq!(calendar.after(day(2026, 3, 17), 1), Some(day(2026, 3, 25)));
        assert_eq!(calendar.before(day(2026, 3, 25), 1), Some(day(2026, 3, 17)));
        assert_eq!(calendar.between(day(2026, 3, 16), day(2026, 3, 25)), 2);
        assert_eq!(calendar.after(day(2026, 3, 21), 0), Some(day(2026, 3, 25)));
        assert_eq!(calendar.after(day(2026, 3, 17), 0), Some(day(2026, 3, 17)));
        assert_eq!(calendar.between(day(2026, 3, 25), day(2026, 3, 16)), 0);
        // Over the year's end: Christmas Eve is joint leave, Christmas a Friday.
        assert_eq!(calendar.after(day(2025, 12, 24), 5), Some(day(2026, 1, 5)));
    }

    #[test]
    fn what_is_not_certain_is_told() {
        let calendar = Calendar::indonesia();
        assert!(calendar.doubts(day(2025, 12, 1), day(2026, 12, 31)).is_empty());
        let doubts = calendar.doubts(day(2026, 12, 1), day(2027, 2, 28));
        assert!(doubts.years.is_empty() && doubts.dates.contains(&day(2027, 1, 5)));
        assert!(calendar.doubts(day(2027, 11, 1), day(2028, 1, 3)).years.contains(&2028));
    }

    #[test]
    fn an_office_has_days_of_its_own() {
        let text = "kerja = [2026-03-18]\ntahun_lengkap = [2027]\n[[libur]]\ntanggal = 2026-03-17\nnama = 'Rapat kerja'\n";
        let calendar = Calendar::embedded("indonesia").with(text).unwrap();
        assert!(calendar.is_working(day(2026, 3, 18)) && !calendar.is_working(day(2026, 3, 17)));
        assert!(calendar.doubts(day(2027, 1, 1), day(2027, 12, 31)).is_empty());
        assert_eq!(
            calendar.day_off(day(2026, 3, 17)).map(|off| off.name.as_str()),
            Some("Rapat kerja")
        );
        assert!(Calendar::embedded("indonesia").with("hari = 3").is_err());
    }
}
