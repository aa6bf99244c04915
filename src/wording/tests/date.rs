//! Dates in all their forms.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::wording::{
    Bahasa, Form, ParsedDate, Said, date_figures, date_long, date_words, parse_date, weekday_name,
};

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn parsed(text: &str) -> ParsedDate {
    parse_date(text).unwrap_or_else(|| panic!("no date: {text:?}"))
}

fn said<T: Copy>(text: &str, parts: &[Said<T>]) -> Vec<(T, Form, String)> {
    parts.iter().map(|said| (said.value, said.form, text[said.span.clone()].to_owned())).collect()
}

#[test]
fn every_form_is_the_same_day() {
    for text in [
        "2 Maret 2026",
        "2 MAC 2026",
        "02-03-2026",
        "2/3/2026",
        "2.3.2026",
        "2026-03-02",
        "Senin, 2 Maret 2026",
        "Isnin 2 Mac 2026",
        "2 hari bulan Mac 2026",
        "tanggal 2 bulan 3 tahun 2026",
        "tanggal 2 (dua) bulan Maret tahun 2026 (dua ribu dua puluh enam)",
        "dua Maret dua ribu dua puluh enam",
        "tanggal dua (2) bulan tiga (Maret) tahun dua ribu dua puluh enam (2026)",
        "2 Maret 2026 (02-03-2026).",
        "Pada hari ini, Senin, tanggal dua, bulan Maret, tahun dua ribu dua puluh enam (02-03-2026),",
    ] {
        let parsed = parsed(text);
        assert_eq!(parsed.date(), Some(date(2026, 3, 2)), "{text:?}");
        assert!(parsed.disagreements().is_empty() && parsed.old.is_empty(), "{text:?}");
        assert!(parsed.weekday.is_none_or(|said| said.value == Weekday::Mon));
    }
}

#[test]
fn parts_know_their_form_and_place() {
    let text = "hari Senin tanggal dua, bulan Maret, tahun dua ribu dua puluh enam (02-03-2026)";
    let parsed = parsed(text);
    let weekday = parsed.weekday.clone().map(|said| (said.value, said.span));
    assert_eq!(weekday, Some((Weekday::Mon, 5..10)));
    let two = |word: &str, figure: &str| {
        [(Form::Words, word.to_owned()), (Form::Figures, figure.to_owned())]
    };
    let forms = |said: Vec<(i16, Form, String)>| {
        said.into_iter().map(|(_, form, text)| (form, text)).collect::<Vec<_>>()
    };
    assert_eq!(forms(said(text, &parsed.year)), two("dua ribu dua puluh enam", "2026"));
    let [(2, Form::Words, day), (2, Form::Figures, figure)] = &said(text, &parsed.day)[..] else {
        panic!("{parsed:?}")
    };
    assert_eq!((day.as_str(), figure.as_str()), ("dua", "02"));
    assert_eq!(said(text, &parsed.month)[0], (3, Form::Words, "Maret".to_owned()));
}

#[test]
fn a_contradiction_has_two_places() {
    let text = "tanggal tiga bulan Maret tahun dua ribu dua puluh enam (02-03-2026)";
    let parsed = parsed(text);
    assert_eq!(parsed.date(), None);
    let [(first, second)] = &parsed.disagreements()[..] else { panic!("{parsed:?}") };
    assert_eq!((&text[first.clone()], &text[second.clone()]), ("tiga", "02"));
}

#[test]
fn old_spellings_are_noted_in_place() {
    let text = "5 Nopember 2026";
    let old = parsed(text).old;
    assert_eq!(
        (old.len(), old[0].standard.as_str(), &text[old[0].span.clone()]),
        (1, "November", "Nopember")
    );
    assert!(parsed("tarikh lapan bulan Ogos tahun dua ribu dua puluh lapan").old.is_empty());
    assert!(parsed("tanggal delapan bulan Agustus tahun dua ribu dua puluh").old.is_empty());
}

#[test]
fn an_impossible_day_is_read_but_no_date() {
    for text in ["31 Februari 2026", "00-00-2026", "99/99/2026", "29 Februari 2027"] {
        assert_eq!(parsed(text).date(), None, "{text:?}");
    }
}

#[test]
fn what_is_no_date() {
    for text in [
        "",
        "2026",
        "2 Maret",
        "Maret 2026",
        "02-03-26",
        "2-3/2026",
        "2 Marret 2026",
        "Senin",
        "2 Maret 2026 di Jakarta",
        "2 3 2026",
        "dua ratus Maret 2026",
        "2 Maret 20260",
        "2 Maret 2026 (x)",
        "2 Maret 2026 (02-03",
        "tanggal",
        "(02-03-2026)",
        "99999999999999999999 Maret 2026",
        "1 Januari sejuta",
        "1 Januari sepuluh ribu",
        "2 Maret 26",
        "2026-03-2026",
        "2 Maret 2026 (02-03-2026 dan)",
        "2 Maret 2026 (02-03-2026, 1)",
    ] {
        assert_eq!(parse_date(text), None, "{text:?}");
    }
}

#[test]
fn reads_back_what_it_writes() {
    let mut day = date(1999, 12, 25);
    while day < date(2031, 1, 1) {
        for bahasa in [Bahasa::Indonesia, Bahasa::Melayu] {
            let weekday = weekday_name(day.weekday(), bahasa);
            let words =
                format!("hari {weekday} {} ({})", date_words(day, bahasa), date_figures(day));
            assert_eq!(parsed(&words).date(), Some(day), "{words}");
            assert_eq!(parsed(&date_long(day, bahasa)).date(), Some(day));
        }
        day = day.checked_add_days(Days::new(3)).expect("in range");
    }
}
