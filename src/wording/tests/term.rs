//! Terms.

use chrono::NaiveDate;

use crate::wording::{Bahasa, Term, parse_term};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn term(years: i32, months: i32, weeks: i32, days: i32, working: bool) -> Option<Term> {
    Some(Term { years, months, weeks, days, working })
}

#[test]
fn reads_every_unit() {
    for (text, expected) in [
        ("2 tahun", term(2, 0, 0, 0, false)),
        ("2 (dua) tahun", term(2, 0, 0, 0, false)),
        ("dua (2) Tahun", term(2, 0, 0, 0, false)),
        ("delapan belas bulan", term(0, 18, 0, 0, false)),
        ("1 tahun 6 bulan", term(1, 6, 0, 0, false)),
        ("1 (satu) tahun dan 6 (enam) bulan", term(1, 6, 0, 0, false)),
        ("30 hari kerja", term(0, 0, 0, 30, true)),
        ("14 (empat belas) hari kalender", term(0, 0, 0, 14, false)),
        ("14 hari bekerja", term(0, 0, 0, 14, true)),
        ("2 minggu", term(0, 0, 2, 0, false)),
        ("2 (tiga) tahun", term(2, 0, 0, 0, false)),
    ] {
        assert_eq!(parse_term(text), expected, "{text:?}");
    }
    for text in [
        "",
        "2",
        "tahun",
        "2 tahunan",
        "2 tahun 3 tahun",
        "2 tahun kerja",
        "2 tahun dan",
        "-2 tahun",
        "9999999999 tahun",
        "99999999999999999999 hari",
        "2,5 tahun",
        "2 (dua tahun",
        "2 tahun 6",
    ] {
        assert_eq!(parse_term(text), None, "{text:?}");
    }
}

#[test]
fn writes_what_it_reads() {
    for text in ["2 (dua) tahun", "1 (satu) tahun 6 (enam) bulan", "30 (tiga puluh) hari kerja"] {
        assert_eq!(
            parse_term(text).map(|term| term.words(Bahasa::Indonesia)).as_deref(),
            Some(text)
        );
    }
    let text = "8 (lapan) minggu 5 (lima) hari bekerja";
    assert_eq!(parse_term(text).map(|term| term.words(Bahasa::Melayu)).as_deref(), Some(text));
    assert_eq!(Term::default().words(Bahasa::Indonesia), "0 (nol) hari");
}

#[test]
fn counts_by_the_calendar() {
    let add = |text: &str, start| parse_term(text).and_then(|term| term.add_to(start));
    assert_eq!(add("1 bulan", date(2026, 1, 31)), Some(date(2026, 2, 28)));
    assert_eq!(add("1 tahun", date(2028, 2, 29)), Some(date(2029, 2, 28)));
    assert_eq!(add("1 tahun 6 bulan", date(2026, 3, 2)), Some(date(2027, 9, 2)));
    assert_eq!(add("2 minggu", date(2026, 3, 2)), Some(date(2026, 3, 16)));
    assert_eq!(add("30 hari kerja", date(2026, 3, 2)), None);
    for text in ["8000 tahun", "2147483647 tahun", "2147483647 bulan", "2147483647 hari"] {
        assert_eq!(add(text, date(2026, 3, 2)), None, "{text}");
    }
}

#[test]
fn months_only_of_years_and_months() {
    let months = |text: &str| parse_term(text).and_then(|term| term.in_months());
    assert_eq!(months("1 tahun 6 bulan"), Some(18));
    assert_eq!(months("2 minggu"), None);
    assert_eq!(months("30 hari"), None);
    assert_eq!(months("2147483647 tahun"), None);
}
