//! Terms: "2 (dua) tahun", "30 hari kerja".

use chrono::{Datelike, Days, Months, NaiveDate};

use super::count::counts;
use super::token::{Token, tokens};
use super::{Bahasa, cardinal};

/// A length of time in the units of the calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Term {
    /// Years.
    pub(crate) years: i32,
    /// Months.
    pub(crate) months: i32,
    /// Weeks.
    pub(crate) weeks: i32,
    /// Days.
    pub(crate) days: i32,
    /// Whether the days are working days, which only a calendar of holidays can count.
    pub(crate) working: bool,
}

/// The term that the whole of `text` says, in Indonesian or Malay: "18 bulan", "1 tahun 6 bulan",
/// "2 (dua) tahun", "30 hari kerja", "14 (empat belas) hari kalender".
///
/// Where figure and words differ the one that stands first counts; [`find_number_pairs`] finds
/// the difference. `None` when a unit comes twice or a count is beyond `i32`.
///
/// [`find_number_pairs`]: super::find_number_pairs
pub fn parse_term(text: &str) -> Option<Term> {
    let tokens = tokens(text);
    let mut term = Term::default();
    let mut rest: &[Token<'_>] = &tokens;
    loop {
        let (found, after) = counts(rest)?;
        let count = i32::try_from(found.first()?.value).ok()?;
        let (unit, after) = after.split_first()?;
        rest = term.put(count, unit, after)?;
        if rest.is_empty() {
            return Some(term);
        }
        let joined = rest.iter().take_while(|token| token.is_any(&["dan", ","])).count();
        rest = rest.get(joined..)?;
    }
}

/// Whether the whole of `text` says a length of time, also one that no calendar counts: "1 (satu)
/// tahun anggaran", "2 x 24 jam", "2 (dua) semester", "selama 3 (tiga) bulan".
pub fn says_a_length(text: &str) -> bool {
    if parse_term(text).is_some() {
        return true;
    }
    let tokens = tokens(text);
    let lead =
        tokens.iter().take_while(|token| token.is_any(&["selama", "paling", "lama"])).count();
    let mut rest = tokens.get(lead..).unwrap_or_default();
    let mut said = false;
    while let Some((_, after)) = counts(rest) {
        let units = after.iter().take_while(|token| token.is_any(&UNITS)).count();
        if units == 0 {
            return false;
        }
        said |= after.first().is_some_and(|token| !token.is_any(&TIMES));
        rest = after.get(units..).unwrap_or_default();
    }
    said && rest.is_empty()
}

const TIMES: [&str; 3] = ["x", "×", "kali"];

const UNITS: [&str; 23] = [
    "x",
    "×",
    "kali",
    "tahun",
    "anggaran",
    "fiskal",
    "ajaran",
    "akademik",
    "semester",
    "triwulan",
    "kuartal",
    "caturwulan",
    "bulan",
    "minggu",
    "pekan",
    "hari",
    "kalender",
    "kerja",
    "jam",
    "menit",
    "berturut",
    "-",
    "dan",
];

impl Term {
    /// Sets one unit; gives what follows it.
    fn put<'a, 't>(
        &mut self,
        count: i32,
        unit: &Token<'a>,
        after: &'t [Token<'a>],
    ) -> Option<&'t [Token<'a>]> {
        let slot = match unit.text.to_lowercase().as_str() {
            "tahun" => &mut self.years,
            "bulan" => &mut self.months,
            "minggu" | "pekan" => &mut self.weeks,
            "hari" => &mut self.days,
            _ => return None,
        };
        if std::mem::replace(slot, count) != 0 {
            return None;
        }
        match after {
            [kind, rest @ ..] if unit.is("hari") && kind.is_any(&["kerja", "bekerja"]) => {
                self.working = true;
                Some(rest)
            }
            [kind, rest @ ..] if unit.is("hari") && kind.is_any(&["kalender", "kalendar"]) => {
                Some(rest)
            }
            rest => Some(rest),
        }
    }

    /// The term as a text has it: "2 (dua) tahun", "1 (satu) tahun 6 (enam) bulan".
    pub fn words(&self, bahasa: Bahasa) -> String {
        let days = match (self.working, bahasa) {
            (false, _) => "hari",
            (true, Bahasa::Indonesia) => "hari kerja",
            (true, Bahasa::Melayu) => "hari bekerja",
        };
        let say = |count: i32, unit: &str| {
            format!("{count} ({}) {unit}", cardinal(count.unsigned_abs().into(), bahasa))
        };
        let units = [
            (self.years, "tahun"),
            (self.months, "bulan"),
            (self.weeks, "minggu"),
            (self.days, days),
        ];
        let said: Vec<String> = units
            .iter()
            .filter(|(count, _)| *count != 0)
            .map(|(count, unit)| say(*count, unit))
            .collect();
        if said.is_empty() { say(0, days) } else { said.join(" ") }
    }

    /// The date one term later by the calendar: 31 January and one month is the last day of
    /// February. `None` for working days, and beyond the year 9999.
    pub(crate) fn add_to(&self, date: NaiveDate) -> Option<NaiveDate> {
        if self.working && self.days != 0 {
            return None;
        }
        let months = self.years.checked_mul(12)?.checked_add(self.months)?;
        let days = i64::from(self.weeks) * 7 + i64::from(self.days);
        let month = date.checked_add_months(Months::new(u32::try_from(months).ok()?))?;
        let end = month.checked_add_days(Days::new(u64::try_from(days).ok()?))?;
        (end.year() <= 9999).then_some(end)
    }

    /// The term in months, when it is made of years and months only.
    pub fn in_months(&self) -> Option<i32> {
        if self.weeks != 0 || self.days != 0 {
            return None;
        }
        self.years.checked_mul(12)?.checked_add(self.months)
    }
}
