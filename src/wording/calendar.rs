//! Names of months and weekdays.

use chrono::Weekday;

use super::token::is_apostrophe;
use super::{Bahasa, OldSpelling};

/// Months in Indonesian and in Malay (CLDR).
const MONTHS: [(&str, &str); 12] = [
    ("Januari", "Januari"),
    ("Februari", "Februari"),
    ("Maret", "Mac"),
    ("April", "April"),
    ("Mei", "Mei"),
    ("Juni", "Jun"),
    ("Juli", "Julai"),
    ("Agustus", "Ogos"),
    ("September", "September"),
    ("Oktober", "Oktober"),
    ("November", "November"),
    ("Desember", "Disember"),
];

/// Spellings that are still met, with the month they mean; "dj" is the spelling before 1972.
const OLD_MONTHS: [(&str, u32); 6] = [
    ("djanuari", 1),
    ("pebruari", 2),
    ("febuari", 2),
    ("djuni", 6),
    ("djuli", 7),
    ("nopember", 11),
];

/// Every name that a month has in the languages, old spellings included.
pub(super) fn every_month_name() -> impl Iterator<Item = &'static str> {
    let names = MONTHS.into_iter().flat_map(|(id, ms)| [id, ms]);
    names.chain(OLD_MONTHS.into_iter().map(|(old, _)| old))
}

/// A month that was read from its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedMonth {
    /// 1 to 12.
    pub month: u32,
    /// Set when the name is spelt in an old way ("Nopember").
    pub(crate) old: Option<OldSpelling>,
}

/// The name of a month from 1 to 12.
pub fn month_name(month: u32, bahasa: Bahasa) -> Option<&'static str> {
    let at = usize::try_from(month).ok()?.checked_sub(1)?;
    let (id, ms) = MONTHS.get(at)?;
    Some(match bahasa {
        Bahasa::Indonesia => id,
        Bahasa::Melayu => ms,
    })
}

/// The month of an Indonesian or Malay name, whatever its case, old spellings included.
///
/// To ask whether the name belongs to the language of the document, compare it with
/// [`month_name`]: "Ogos" is read here although an Indonesian text should not have it.
pub fn parse_month(text: &str) -> Option<ParsedMonth> {
    let name = text.trim();
    let known = (1..=12)
        .zip(MONTHS)
        .find(|(_, (id, ms))| id.eq_ignore_ascii_case(name) || ms.eq_ignore_ascii_case(name));
    if let Some((month, _)) = known {
        return Some(ParsedMonth { month, old: None });
    }
    let (_, month) = OLD_MONTHS.iter().find(|(old, _)| old.eq_ignore_ascii_case(name))?;
    let start = text.len() - text.trim_start().len();
    let old = OldSpelling {
        written: name.to_owned(),
        standard: month_name(*month, Bahasa::Indonesia)?.to_owned(),
        span: start..start + name.len(),
    };
    Some(ParsedMonth { month: *month, old: Some(old) })
}

/// The name of a weekday (CLDR).
pub fn weekday_name(weekday: Weekday, bahasa: Bahasa) -> &'static str {
    let (id, ms) = match weekday {
        Weekday::Mon => ("Senin", "Isnin"),
        Weekday::Tue => ("Selasa", "Selasa"),
        Weekday::Wed => ("Rabu", "Rabu"),
        Weekday::Thu => ("Kamis", "Khamis"),
        Weekday::Fri => ("Jumat", "Jumaat"),
        Weekday::Sat => ("Sabtu", "Sabtu"),
        Weekday::Sun => ("Minggu", "Ahad"),
    };
    match bahasa {
        Bahasa::Indonesia => id,
        Bahasa::Melayu => ms,
    }
}

/// The weekday of an Indonesian or Malay name, whatever its case; "Jum'at" and "Ahad" too.
pub fn parse_weekday(text: &str) -> Option<Weekday> {
    let name: String = text.trim().chars().filter(|c| !is_apostrophe(*c)).collect();
    match name.to_lowercase().as_str() {
        "senin" | "isnin" => Some(Weekday::Mon),
        "selasa" => Some(Weekday::Tue),
        "rabu" => Some(Weekday::Wed),
        "kamis" | "khamis" => Some(Weekday::Thu),
        "jumat" | "jumaat" => Some(Weekday::Fri),
        "sabtu" => Some(Weekday::Sat),
        "minggu" | "ahad" => Some(Weekday::Sun),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for bahasa in [Bahasa::Indonesia, Bahasa::Melayu] {
            for month in 1..=12 {
                let name = month_name(month, bahasa).expect("in range");
                assert_eq!(parse_month(name), Some(ParsedMonth { month, old: None }));
            }
            let week = std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ()));
            for weekday in week.take(7) {
                assert_eq!(parse_weekday(weekday_name(weekday, bahasa)), Some(weekday));
            }
        }
        for month in [0, 13, u32::MAX] {
            assert_eq!(month_name(month, Bahasa::Melayu), None);
        }
    }

    #[test]
    fn old_months_name_the_standard() {
        let parsed = parse_month(" NOPEMBER ").expect("a month");
        let old = parsed.old.expect("old");
        assert_eq!((parsed.month, old.standard.as_str(), old.span), (11, "November", 1..9));
        assert_eq!(parse_month("Pebruari").map(|parsed| parsed.month), Some(2));
        assert_eq!(parse_month("Marret"), None);
    }

    #[test]
    fn friday_with_any_apostrophe() {
        for text in ["Jum'at", "jum\u{2019}at", " JUMAT ", "Jumaat"] {
            assert_eq!(parse_weekday(text), Some(Weekday::Fri), "{text:?}");
        }
        assert_eq!(parse_weekday("Rebo"), None);
        assert_eq!(parse_weekday(""), None);
    }
}
