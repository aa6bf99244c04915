//! Dates in running text, in every form that people write them.

use std::ops::Range;

use chrono::NaiveDate;

use super::calendar::every_month_name;
use super::date_parse::parse_prefix;
use super::lexicon::is_numeral_anywhere;
use super::token::{Kind, Token, tokens_in};
use super::{ParsedDate, fixed_patterns, parse_date, parse_month, parse_weekday};

fixed_patterns! {
    /// The name of a month, or the word "bulan", behind which its number may stand.
    ANCHOR = format!(r"(?i-u)\b(?:bulan|{})\b", every_month_name().collect::<Vec<_>>().join("|"));
}

/// More bytes than a date takes before its month, or from there on.
const REACH: usize = 240;
/// More tokens than a date has before its month.
const LONGEST: usize = 24;

/// What may stand in a date besides numbers and names.
const FILLERS: [&str; 14] = [
    "hari",
    "ini",
    "tanggal",
    "tgl",
    "tarikh",
    "bertarikh",
    "bertanggal",
    "bulan",
    "haribulan",
    "hb",
    ",",
    ".",
    "(",
    ")",
];

/// What announces a date in figures.
const LEADS: [&str; 6] = ["tanggal", "tgl", "tarikh", "bertarikh", "bertanggal", "hari"];

/// A stretch of a text that says a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundDate {
    /// Its bytes.
    pub(crate) span: Range<usize>,
    /// What was read; its places count from the beginning of the span. `None` for one in words that
    /// cannot be read.
    pub(crate) parsed: Option<ParsedDate>,
}

/// The dates of a text that say day, month and year, in order: "Senin, tanggal 5 Januari 2026",
/// "Selasa (2 Maret 2026)", "tanggal dua bulan Maret tahun dua ribu dua puluh enam", "2hb Mac 2026",
/// and those in figures that a weekday or "tanggal" announces.
pub(crate) fn find_dates(text: &str) -> Vec<FoundDate> {
    if !may_have_dates(text) {
        return Vec::new();
    }
    let named = ANCHOR.find_iter(text).filter_map(|anchor| around_month(text, anchor.range()));
    let figures = years(text).filter_map(|year| around_figures(text, year));
    let mut found: Vec<FoundDate> = named.chain(figures).collect();
    found.sort_by_key(|date| (date.span.start, std::cmp::Reverse(date.span.end)));
    let mut end = 0;
    found.retain(|date| {
        let apart = date.span.start >= end;
        end = end.max(date.span.end);
        apart
    });
    found
}

/// The days that a text names, each with its bytes.
pub(crate) fn dates_in(text: &str) -> Vec<(Range<usize>, NaiveDate)> {
    let found = find_dates(text).into_iter();
    found.filter_map(|date| Some((date.span, date.parsed?.date()?))).collect()
}

/// Whether a text says a year, in figures or in words. Nearly none does, and looking is cheap.
pub(crate) fn may_have_dates(text: &str) -> bool {
    let thousand = |word: &str| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    has_year(text) || ["ribu", "RIBU", "Ribu"].into_iter().any(thousand)
}

/// The date around the name of a month.
fn around_month(text: &str, anchor: Range<usize>) -> Option<FoundDate> {
    let tokens = tokens_in(text, window(text, &anchor));
    let at = tokens.iter().position(|token| token.start == anchor.start)?;
    let (before, after) = tokens.split_at_checked(at)?;
    let (month, rest) = after.split_first()?;
    let numbered = month.is("bulan");
    if numbered && !rest.first().is_some_and(is_number) {
        return None;
    }
    let read = first_parse(text, &tokens, lead(before), at);
    read.or_else(|| unread(text, before, after))
}

/// The date in figures that a year ends, where a word says that it is one.
fn around_figures(text: &str, year: usize) -> Option<FoundDate> {
    let before = text.get(..year)?;
    if !before.ends_with(['-', '/', '.']) {
        return None;
    }
    let tokens = tokens_in(text, window(text, &(year..year)));
    let end = tokens.iter().position(|token| token.start == year)?;
    let first = end.checked_sub(4)?;
    let start = first - lead(tokens.get(..first)?);
    let announces = |token: &Token<'_>| token.is_any(&LEADS) || is_weekday(token);
    let announced = tokens.get(start..first)?.iter().any(announces);
    let weekday_behind = matches!(
        tokens.get(end + 1..end + 4), Some([open, day, _]) if open.is("(") && is_weekday(day)
    );
    let start = if announced { start } else { first };
    (announced || weekday_behind).then(|| first_parse(text, &tokens, first - start, first))?
}

/// How many of the last tokens may belong to a date that goes on behind them.
fn lead(before: &[Token<'_>]) -> usize {
    let part = |token: &&Token<'_>| is_number(token) || token.is_any(&FILLERS) || is_weekday(token);
    before.iter().rev().take(LONGEST).take_while(part).count()
}

/// The longest date that begins among so many tokens before a place and goes beyond it.
fn first_parse(text: &str, tokens: &[Token<'_>], lead: usize, at: usize) -> Option<FoundDate> {
    const MARKS: [&str; 4] = [",", ".", "(", ")"];
    let starts = (at - lead..=at)
        .filter(|start| tokens.get(*start).is_some_and(|token| !token.is_any(&MARKS)));
    starts.into_iter().find_map(|start| {
        let rest = tokens.get(start..)?;
        let length = parse_prefix(rest)?;
        let last = rest.get(length.checked_sub(1)?)?;
        let span = rest.first()?.start..last.end();
        let parsed = Some(parse_date(text.get(span.clone())?)?);
        (start + length > at).then_some(FoundDate { span, parsed })
    })
}

/// "tanggal dau bulan Maret tahun …": a date in words that says no number.
fn unread(text: &str, before: &[Token<'_>], after: &[Token<'_>]) -> Option<FoundDate> {
    let (last, words) = before.split_last()?;
    let named = parse_month(after.first()?.text).is_some() && last.is("bulan");
    let year = after.get(1..)?.iter().find(|token| !token.is(","))?;
    let start = words.iter().rev().take(6).find(|token| token.is_any(&LEADS))?;
    let span = start.start..year.end();
    let sentence = text.get(span.clone())?.contains(['.', ';', '\n']);
    (named && year.is("tahun") && !sentence).then_some(FoundDate { span, parsed: None })
}

fn window(text: &str, anchor: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(anchor.start.saturating_sub(REACH));
    start..text.ceil_char_boundary((anchor.end + REACH).min(text.len()))
}

fn is_number(token: &Token<'_>) -> bool {
    token.kind == Kind::Number || is_numeral_anywhere(token.text)
}

fn is_weekday(token: &Token<'_>) -> bool {
    token.kind == Kind::Word && parse_weekday(token.text).is_some()
}

/// Whether a text has four figures in a row.
pub(crate) fn has_year(text: &str) -> bool {
    years(text).next().is_some()
}

/// Where four figures or more in a row begin. Most texts have none, and looking is cheap: of any
/// four bytes in a row one stands at a multiple of four.
fn years(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let met = from;
            if !bytes.get(met)?.is_ascii_digit() {
                from += 4;
                continue;
            }
            let start = met - (1..=met).take_while(|back| digit(met - back)).count();
            let end = met + (met..bytes.len()).take_while(|at| digit(*at)).count();
            from = end.next_multiple_of(4);
            if end - start >= 4 {
                return Some(start);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_seen_wherever_they_stand() {
        for lead in 0..9 {
            for year in ["2026", "20260", "12345678"] {
                let text = format!("{}{year}{}", "x".repeat(lead), "x".repeat(lead % 3));
                assert_eq!(years(&text).collect::<Vec<_>>(), [lead], "{text}");
                let text = format!("12 {text} 123 {text}");
                assert_eq!(years(&text).count(), 2, "{text}");
            }
            assert!(!has_year(&format!("{}202 6 123", "x".repeat(lead))));
        }
        assert!(!has_year("") && !has_year("123") && has_year("1234"));
    }

    #[track_caller]
    fn found(text: &str) -> Vec<&str> {
        find_dates(text).into_iter().filter_map(|date| text.get(date.span)).collect()
    }

    #[test]
    fn dates_are_found_in_their_sentence() {
        let text = "Pada hari Senin tanggal 5 Januari 2026, dan tanggal lima bulan Mei tahun dua ribu \
                    dua puluh enam (05-05-2026), 3 (tiga) bulan sejak tanggal 5 Mei 2026.";
        let dates = [
            "hari Senin tanggal 5 Januari 2026",
            "tanggal lima bulan Mei tahun dua ribu dua puluh enam (05-05-2026)",
            "tanggal 5 Mei 2026",
        ];
        assert_eq!(found(text), dates);
    }

    #[test]
    fn every_usual_form_is_found_whole() {
        for date in [
            "Rabu, 3 Nopember 2027",
            "RABU 3 DJUNI 2027",
            "Isnin, 1\nMac 2027",
            "ahad 2 ogos 2027",
            "hari ini Selasa tanggal dua bulan Maret tahun dua ribu dua puluh enam",
            "Selasa (2 Maret 2026)",
            "2 Mac 2026 (Selasa)",
            "Selasa, 02-03-2026",
            "02-03-2026 (Selasa)",
            "Selasa bertarikh 2 Mac 2026",
            "Selasa, tgl. 2 Maret 2026",
            "2hb Mac 2026",
            "2 haribulan Mac 2026",
            "dua Maret dua ribu dua puluh enam",
            "tanggal 2 bulan 3 tahun 2026",
            "Selasa,\u{a0}2\u{202f}Maret\u{2009}2026",
            "30 Februari 2026",
        ] {
            assert_eq!(found(date), [date]);
            assert_eq!(found(&format!("(Pada {date}, di sini)")), [date]);
        }
        for other in [
            "Nomor 12 Tahun 2026",
            "Rabu 3 hari 2027",
            "Senin 5 Mei 20267",
            "1234",
            "W.12.03.2026",
            "bulan Maret tahun 2026",
            "selama 3 (tiga) bulan sejak 2026",
            "dua ribu rupiah",
        ] {
            assert_eq!(found(other), [""; 0], "{other}");
        }
    }

    #[test]
    fn a_date_in_words_that_says_no_number_is_told() {
        let text = "hari Senin tanggal dau bulan Maret tahun dua ribu dua puluh enam";
        let dates = find_dates(text);
        assert!(matches!(&dates[..], [FoundDate { parsed: None, .. }]), "{dates:?}");
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        assert_eq!(dates_in("Dibuat pada 2 Mac 2026 dalam dua naskhah"), [(12..22, day)]);
        assert_eq!(dates_in("sampai 30 Februari 2026"), []);
    }
}
