//! How often in a week, and on which days.

use chrono::Weekday;

use super::hit;
use crate::finding::Hit;
use crate::rule::check::Scope;
use crate::rule::check::quantities::stop;
use crate::rule::check::spans::{body_texts_with, tokens};
use crate::wording::{self, Bahasa, fixed_patterns};

fixed_patterns! {
    /// "2 (dua) kali dalam 1 (satu) minggu", "tiga hari seminggu", "twice a week"
    OFTEN = r"(?i)\b(?:(\d)\s*(?:\([a-z]+\)\s*)?|(satu|dua|tiga|empat|lima|enam|tujuh)\s*(?:\(\d\)\s*)?)(?:kali|hari(?:\s+(?:kerja|layanan|pelayanan|bekerja))?)\s+(?:(?:dalam|per|setiap|tiap)\s+)?(?:(?:1\s*)?(?:\(?satu\)?\s+)?(?:minggu|pekan)|seminggu|sepekan)\b|\b(\d)\s*(?:\([a-z]+\)\s*)?hari,?\s+(?:yaitu|yakni|iaitu|ialah)\b";
    /// A number that the days may exceed, and one that they may fall short of.
    LEAST = r"(?i)(?:paling\s+(?:sedikit|kurang)|minimal|sekurang-kurangnya)\s*$";
    MOST = r"(?i)(?:paling\s+banyak|maksimal|sebanyak-banyaknya)\s*$";
    /// Days by choice, by turns or without some of them.
    CHOICE = r"(?i)\b(?:atau|kecuali|selain|bergantian|bergiliran|ganjil|genap|pertama|kedua|ketiga|keempat|terakhir)\b";
    /// More than one time on a day.
    TIMES = r"(?i)\b(?:pukul|sesi|pagi|siang|petang|sore|malam|jam)\b";
    /// From one day to another.
    RANGE = r"(?i)^\s*(?:sampai(?:\s+dengan)?|hingga|s\.d\.|s/d|-|–)\s*(?:hari\s+)?$";
}

pub(super) fn uneven(scope: &Scope<'_>) -> Vec<Hit> {
    let language = scope.draft.language();
    let mut hits = Vec::new();
    for (path, text) in body_texts_with(scope, &OFTEN) {
        for found in OFTEN.captures_iter(text) {
            let Some(whole) = found.get(0) else { continue };
            let number = [1, 2, 3].iter().find_map(|group| found.get(*group));
            let value = number.and_then(|one| read(one.as_str(), language));
            let end = stop(text, whole.end());
            let behind = text.get(whole.end()..end).unwrap_or_default();
            let behind = behind.split([';', '\n']).next().unwrap_or_default();
            let days = days(behind);
            let count = days.len();
            let before = text.get(..whole.start()).unwrap_or_default();
            let Some(value) = value.filter(|_| count > 0 && !CHOICE.is_match(behind)) else {
                continue;
            };
            let more = count > value && !LEAST.is_match(before);
            let fewer = count < value && !MOST.is_match(before) && !TIMES.is_match(behind);
            if more || fewer {
                let names: Vec<String> = days
                    .iter()
                    .map(|day| wording::weekday_name(*day, language).to_owned())
                    .collect();
                let sum = format!("{count} hari");
                hits.push(hit(path, whole.range(), whole.as_str(), &names, sum));
            }
        }
    }
    hits
}

fn read(number: &str, language: Bahasa) -> Option<usize> {
    let words = || usize::try_from(wording::parse_cardinal(number, language)?.value).ok();
    number.parse().ok().or_else(words)
}

/// The days that a text names, each once, with those between two of them.
pub(in crate::rule::check) fn days(text: &str) -> Vec<Weekday> {
    let mut found: Vec<Weekday> = Vec::new();
    let mut last: Option<(Weekday, usize)> = None;
    let mut previous = String::new();
    for token in tokens(text) {
        let name = token.text.to_lowercase();
        let after = std::mem::replace(&mut previous, name);
        let Some(day) = weekday(token.text).filter(|_| !is_a_week(token.text, &after)) else {
            continue;
        };
        if let Some((from, end)) = last
            && text.get(end..token.span.start).is_some_and(|between| RANGE.is_match(between))
        {
            let mut next = from.succ();
            while next != day {
                add(&mut found, next);
                next = next.succ();
            }
        }
        add(&mut found, day);
        last = Some((day, token.span.end));
    }
    found
}

/// Names of days with a capital; "minggu" in small letters is a week.
fn weekday(word: &str) -> Option<Weekday> {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    wording::parse_weekday(word).filter(|_| capital)
}

/// "Minggu pertama": the week.
fn is_a_week(word: &str, before: &str) -> bool {
    word.eq_ignore_ascii_case("minggu") && matches!(before, "setiap" | "satu" | "per" | "1")
}

fn add(days: &mut Vec<Weekday>, day: Weekday) {
    if !days.contains(&day) {
        days.push(day);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_with_those_between() {
        assert_eq!(days(", yaitu setiap hari Senin sampai dengan Jumat").len(), 5);
        assert_eq!(days("hari Selasa, Kamis, dan Sabtu, lalu hari Selasa").len(), 3);
        assert!(days("setiap minggu pada bulan Mei").is_empty());
    }
}
