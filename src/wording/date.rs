//! Writing dates.

use chrono::{Datelike, NaiveDate};

use super::{Bahasa, cardinal, month_name};

/// A date as it stands in a sentence: "2 Maret 2026", "2 Mac 2026".
pub(crate) fn date_long(date: NaiveDate, bahasa: Bahasa) -> String {
    format!("{} {} {}", date.day(), month(date, bahasa), date.year())
}

/// A date in words, as the opening of an agreement has it: "tanggal dua bulan Maret tahun dua
/// ribu dua puluh enam"; in Malay after "tarikh" (the traditional "hari bulan" is only read).
///
/// For the years from 1 to 9999; earlier ones lose their sign.
pub(crate) fn date_words(date: NaiveDate, bahasa: Bahasa) -> String {
    let head = match bahasa {
        Bahasa::Indonesia => "tanggal",
        Bahasa::Melayu => "tarikh",
    };
    let day = cardinal(date.day().into(), bahasa);
    let year = cardinal(date.year().unsigned_abs().into(), bahasa);
    format!("{head} {day} bulan {} tahun {year}", month(date, bahasa))
}

/// A date in figures: "02-03-2026".
pub(crate) fn date_figures(date: NaiveDate) -> String {
    format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year())
}

fn month(date: NaiveDate, bahasa: Bahasa) -> &'static str {
    month_name(date.month(), bahasa).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_ways() {
        let date = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date");
        assert_eq!(date_long(date, Bahasa::Indonesia), "2 Maret 2026");
        assert_eq!(date_long(date, Bahasa::Melayu), "2 Mac 2026");
        assert_eq!(date_figures(date), "02-03-2026");
        let words = "tanggal dua bulan Maret tahun dua ribu dua puluh enam";
        assert_eq!(date_words(date, Bahasa::Indonesia), words);
        let words = "tarikh lapan bulan Ogos tahun dua ribu dua puluh lapan";
        let date = NaiveDate::from_ymd_opt(2028, 8, 8).expect("a date");
        assert_eq!(date_words(date, Bahasa::Melayu), words);
    }
}
