//! Numbers of a text in Indonesian, Malay or English, in forms that can be compared.

use crate::rule::check::quantities::money;
use crate::source::Span;
use crate::wording::{self, fixed_patterns};

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Months, and years as twelve of them.
    Months,
    /// Days, and weeks as seven of them.
    Days,
    Hours,
    PerCent,
    /// In hundredths.
    Money,
    /// A day as year, month and day in one number.
    Date,
    /// Anything else.
    Plain,
}

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) span: Span,
    sort: Sort,
    value: u128,
}

impl Amount {
    /// Whether both say the same.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let plain = self.sort == Sort::Plain || other.sort == Sort::Plain;
        self.value == other.value && (self.sort == other.sort || plain)
            || self.sort == Sort::Days
                && other.sort == Sort::Hours
                && self.value * 24 == other.value
            || self.sort == Sort::Hours
                && other.sort == Sort::Days
                && self.value == other.value * 24
            || months_of(self).is_some() && months_of(self) == months_of(other)
    }

    /// Whether both count the same things, so that they can contradict each other.
    pub(super) fn of_a_sort(&self, other: &Self) -> bool {
        self.sort == other.sort
    }
}

/// The month alone: "Oktober 2026" beside "1 October 2026" is no contradiction of this check.
fn months_of(one: &Amount) -> Option<u128> {
    (one.sort == Sort::Date).then_some(one.value / 100).filter(|_| one.value.is_multiple_of(100))
}

fixed_patterns! {
    /// "14 Juli 2026", "14th day of July 2026", "14 (empat belas) Juli 2026"
    DAY_FIRST = format!(r"(?i-u)\b(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:\([a-z -]+\)\s*)?(?:day\s+)?(?:of\s+|bulan\s+)?({MONTHS})[\s,]+(?:tahun\s+|in\s+the\s+year\s+)?(\d{{4}})\b");
    /// "July 14, 2026"
    MONTH_FIRST = format!(r"(?i-u)\b({MONTHS})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b");
    /// "Oktober 2026"
    MONTH_ONLY = format!(r"(?i-u)\b({MONTHS})[\s,]+(?:tahun\s+|of\s+)?(\d{{4}})\b");
    /// "14-07-2026"
    FIGURES = r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b";
    /// "09.00", "9:00 a.m.", "9 p.m.", markers of ayat and items
    NOT_COUNTED = r"(?im)\b\d{1,2}[.:]\d{2}(?:\s*(?:wib|wita|wit|a\.?m\.?|p\.?m\.?))?(?:\D|$)|\b\d{1,2}\s*(?:a\.m\.|p\.m\.|am\b|pm\b)|^[ \t]*\(?\d{1,2}[.)]";
    /// "2 x 24 jam"
    TIMES = r"(?i-u)\b(\d{1,3})\s*(?:x|kali)\s*(\d{1,3})\s*(?:\([a-z ]+\)\s*)?(?:jam|hours?)\b";
    /// A number in figures with the word that it counts: "3 (tiga) tahun", "five (5) years".
    NUMBER = r"(?i-u)\b(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?(?:st|nd|rd|th)?\)?\s*(%)?\s*(?:\([a-z ,-]{3,80}\)\s*)?(?:(%|persen|peratus|per\s*cent)|(?:(?:consecutive|calendar|working|business)\s+)?(tahun|years?|bulan|months?|minggu|pekan|weeks?|hari|days?|jam|hours?)\b)?";
    /// A number in English words with what it counts.
    ENGLISH = format!(r"(?i-u)\b({ENGLISH_NUMBERS})\s+(?:(?:consecutive|calendar|working|business)\s+)?(years?|months?|weeks?|days?|hours?)\b");
    /// A number in words, where it stands for figures of the other text.
    WORDS = format!(r"(?i-u)\b(?:{ENGLISH_NUMBERS}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan|sepuluh|first|second|third|fourth|fifth|pertama|kedua|ketiga|keempat|kelima|twice|once|sekali|both|a|an)\b");
}

/// What is more is no number that two texts are compared in.
const LARGEST: u128 = 1_000_000_000_000_000;

const MONTHS: &str = "januari|january|februari|pebruari|february|maret|mac|march|april|mei|may|juni|jun|june|juli|julai|july|agustus|ogos|august|september|oktober|october|nopember|november|desember|disember|december";
const ENGLISH_NUMBERS: &str = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|eighteen|twenty-four|twenty-one|twenty|thirty-six|thirty|forty-five|forty|fifty|sixty|ninety|one\\s+hundred\\s+and\\s+twenty|one\\s+hundred\\s+and\\s+eighty";

/// The numbers of a text, each once, in the order of their sorts.
pub(super) fn amounts(text: &str) -> Vec<Amount> {
    let mut rest = text.to_owned();
    let mut found = Vec::new();
    dates(text, &mut rest, &mut found);
    for one in money(&rest.clone()) {
        take(&mut rest, one.span, Sort::Money, Some(one.value), &mut found);
    }
    for one in TIMES.captures_iter(&rest.clone()) {
        let part = |group: usize| one.get(group)?.as_str().parse::<u128>().ok();
        let value = part(1).zip(part(2)).map(|(one, other)| one * other);
        one.get(0).into_iter().for_each(|whole| {
            take(&mut rest, whole.range(), Sort::Hours, value, &mut found);
        });
    }
    for one in NOT_COUNTED.find_iter(&rest.clone()) {
        blank(&mut rest, one.range());
    }
    numbers(&rest, &mut found);
    found
}

fn dates(text: &str, rest: &mut String, found: &mut Vec<Amount>) {
    let orders: [(&crate::wording::FixedPattern, [usize; 3]); 4] = [
        (&DAY_FIRST, [1, 2, 3]),
        (&MONTH_FIRST, [2, 1, 3]),
        (&FIGURES, [1, 2, 3]),
        (&MONTH_ONLY, [0, 1, 2]),
    ];
    for (pattern, [day, month, year]) in orders {
        let before = if text.len() == rest.len() { rest.clone() } else { text.to_owned() };
        for one in pattern.captures_iter(&before) {
            let part = |group: usize| one.get(group).map(|part| part.as_str());
            let number = |group: usize| part(group)?.parse::<u128>().ok();
            let day = if day == 0 { Some(0) } else { number(day) };
            let month = part(month).and_then(month_number);
            let value = number(year).zip(month).zip(day);
            let value = value.map(|((year, month), day)| (year * 100 + month) * 100 + day);
            if let Some(whole) = one.get(0) {
                take(rest, whole.range(), Sort::Date, value, found);
            }
        }
    }
}

fn month_number(text: &str) -> Option<u128> {
    const ENGLISH: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let named = wording::parse_month(text).map(|read| u128::from(read.month));
    let place = || ENGLISH.iter().position(|name| name.eq_ignore_ascii_case(text.trim()));
    let english = || u128::try_from(place()? + 1).ok();
    named.or_else(english).or_else(|| text.parse().ok())
}

/// Keeps a number and takes its bytes out of what is still to be read.
fn take(rest: &mut String, span: Span, sort: Sort, value: Option<u128>, found: &mut Vec<Amount>) {
    found.extend(value.map(|value| Amount { span: span.clone(), sort, value }));
    blank(rest, span);
}

fn blank(rest: &mut String, span: Span) {
    let spaces = " ".repeat(span.len());
    if rest.is_char_boundary(span.start) && rest.is_char_boundary(span.end) {
        rest.replace_range(span, &spaces);
    }
}

fn numbers(rest: &str, found: &mut Vec<Amount>) {
    for one in NUMBER.captures_iter(rest) {
        let (Some(whole), Some(figures)) = (one.get(0), one.get(1)) else { continue };
        let plain: String = figures.as_str().chars().filter(char::is_ascii_digit).collect();
        let value = plain.parse::<u128>().ok().filter(|value| *value <= LARGEST);
        let Some(value) = value else { continue };
        let per_cent = one.get(3).or(one.get(4)).is_some();
        let unit = one.get(5).map_or("", |unit| unit.as_str());
        let (sort, value) = if per_cent { (Sort::PerCent, value) } else { counted(unit, value) };
        let value = match one.get(2) {
            // A fraction makes it another number of its own sort.
            Some(fraction) => value * 1000 + fraction.as_str().parse().unwrap_or(0),
            None => value,
        };
        found.push(Amount { span: whole.range(), sort, value });
    }
    for one in ENGLISH.captures_iter(rest) {
        let (Some(whole), Some(number), Some(unit)) = (one.get(0), one.get(1), one.get(2)) else {
            continue;
        };
        let Some(value) = english(number.as_str()) else { continue };
        let (sort, value) = counted(unit.as_str(), value);
        found.push(Amount { span: whole.range(), sort, value });
    }
}

fn counted(unit: &str, value: u128) -> (Sort, u128) {
    match unit.to_lowercase().as_str() {
        "tahun" | "year" | "years" => (Sort::Months, value * 12),
        "bulan" | "month" | "months" => (Sort::Months, value),
        "minggu" | "pekan" | "week" | "weeks" => (Sort::Days, value * 7),
        "hari" | "day" | "days" => (Sort::Days, value),
        "jam" | "hour" | "hours" => (Sort::Hours, value),
        _ => (Sort::Plain, value),
    }
}

fn english(words: &str) -> Option<u128> {
    const NUMBERS: [(&str, u128); 21] = [
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
        ("fourteen", 14),
        ("fifteen", 15),
        ("eighteen", 18),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("ninety", 90),
    ];
    let value = |word: &str| NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, n)| *n);
    let lower = words.to_lowercase();
    match lower.split_once('-') {
        Some((tens, unit)) => Some(value(tens)? + value(unit)?),
        None => value(&lower),
    }
}

/// Whether the other text may say a small number in words, or leave it to an article.
pub(super) fn in_words(one: &Amount, other: &str) -> bool {
    let small = match one.sort {
        Sort::Plain => one.value <= 10,
        Sort::Months | Sort::Days | Sort::Hours => matches!(one.value, 1 | 7 | 12),
        _ => false,
    };
    small && WORDS.is_match(other)
}
