//! Sums of money and counted things in running text.

use crate::source::Span;
use crate::wording::{self, Bahasa, fixed_patterns};

/// A sum of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Money {
    /// The bytes of currency and figures.
    pub(super) span: Span,
    /// In hundredths.
    pub(super) value: u128,
    /// The currency in capitals; both names of the rupiah are one.
    pub(super) currency: String,
}

/// A number of things: "6 (enam) orang".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// The bytes from the number to the noun.
    pub(super) span: Span,
    /// How many.
    pub(super) value: u64,
    /// Of what, in lower case.
    pub(super) noun: String,
}

fixed_patterns! {
    /// "Rp84.000.000,00", "RM 1,500.50", "Rp1,5 miliar"
    MONEY = r"(?:\b(Rp|RM|IDR|MYR|USD|EUR|AUD|SGD|JPY)|(US\$|\$|€))\.?\s*(\d{1,3}(?:[.,\s\u{a0}\u{202f}\u{2009}]\d{3})+|\d+)(?:[.,](\d{1,2})\b|,-{1,2})?(?:\s*(?i:(ribu|juta|miliar|milyar|triliun|thousand|million|billion)\b))?";
    /// "6 (enam) orang", "enam (6) orang", "enam orang"
    COUNT = format!(r"(?i-u)\b(?:(\d{{1,3}}(?:\.\d{{3}})*)(?:\s*\([a-z\s-]{{3,80}}\))?|({NUMERALS}(?:\s+{NUMERALS})*)(?:\s*\(\d+\))?)\s+([a-z]{{3,20}})\b");
    /// A line that begins an item.
    ITEM = r"(?m)^[ \t]*(?:[a-z]|\d{1,2})[.)][ \t]";
    /// An item within a line.
    RUN_IN = r"[:;]\s*(?:dan\s+|serta\s+)?[a-z1-9][.)]\s";
    /// Where a sentence ends; markers of lists and abbreviations end none.
    STOP = r"(?:\p{L}{3,}|\)|\d{2})\.(?:\s|$)";
}

/// No agreement is about more, in hundredths; and any number of such sums can be added up.
const LARGEST_SUM: u128 = 1_000_000_000_000_000_000_000;

/// The same of things.
const LARGEST_COUNT: u64 = 1_000_000_000_000;

const NUMERALS: &str = r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan|sepuluh|sebelas|seratus|seribu|belas|puluh|ratus|ribu)";

/// The sums of money of a text, in order.
pub(super) fn money(text: &str) -> Vec<Money> {
    let found = MONEY.captures_iter(text).filter_map(|one| {
        let whole: u128 = only_figures(one.get(3)?.as_str()).parse().ok()?;
        let cents = match one.get(4).map(|cents| cents.as_str()) {
            Some(cents) if cents.len() == 1 => cents.parse::<u128>().ok()?.checked_mul(10)?,
            Some(cents) => cents.parse().ok()?,
            None => 0,
        };
        let power = one.get(5).map_or(1, |word| power(word.as_str()));
        let value = whole.checked_mul(100)?.checked_add(cents)?.checked_mul(power)?;
        let value = Some(value).filter(|value| *value <= LARGEST_SUM)?;
        let name = one.get(1).or(one.get(2))?.as_str();
        let currency = if name == "IDR" { "Rp" } else { name }.to_owned();
        Some(Money { span: one.get(0)?.range(), value, currency })
    });
    found.collect()
}

fn power(word: &str) -> u128 {
    match word.to_lowercase().as_str() {
        "ribu" | "thousand" => 1_000,
        "juta" | "million" => 1_000_000,
        "miliar" | "milyar" | "billion" => 1_000_000_000,
        _ => 1_000_000_000_000,
    }
}

fn only_figures(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The counted things of a text, in order; numbers of articles and of papers are none.
pub(super) fn counts(text: &str, language: Bahasa) -> Vec<Count> {
    const NAMES: [&str; 12] = [
        "pasal",
        "nomor",
        "no.",
        "angka",
        "tahun",
        "tanggal",
        "lampiran",
        "bab",
        "salah",
        "butir",
        "gelombang",
        "tahap",
    ];
    let found = COUNT.captures_iter(text).filter_map(|one| {
        let whole = one.get(0)?;
        let before = text.get(..whole.start())?.trim_end();
        let last = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
        let part = before.ends_with(['-', '/', ',', '.', ':'])
            && text.get(..whole.start()) == Some(before);
        let value = match (one.get(1), one.get(2)) {
            (Some(figures), _) => only_figures(figures.as_str()).parse().ok()?,
            (_, words) => wording::parse_cardinal(words?.as_str(), language)?.value,
        };
        let value = Some(value).filter(|value| *value <= LARGEST_COUNT)?;
        let count = Count { span: whole.range(), value, noun: one.get(3)?.as_str().to_lowercase() };
        (!part && !NAMES.contains(&last.as_str())).then_some(count)
    });
    found.collect()
}

/// Where the items of a list in a text begin.
pub(super) fn items(text: &str) -> Vec<usize> {
    ITEM.find_iter(text).map(|one| one.start()).collect()
}

/// Where the sentence ends that goes on at a byte; lists belong to it.
pub(super) fn stop(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    STOP.find(rest).map_or(text.len(), |one| at + one.end())
}

/// Where the parts of a whole end that stands at a byte: with its sentence, and within a list with its
/// item.
pub(super) fn reach(text: &str, unit: &Span, at: usize) -> usize {
    let end = stop(text, at).min(unit.end);
    let behind = text.get(at..end).unwrap_or_default();
    let list = ITEM.is_match(behind) || RUN_IN.is_match(behind);
    let end = behind.find(';').filter(|_| !list).map_or(end, |semicolon| at + semicolon);
    let inside = text.get(unit.start..at).is_some_and(|before| ITEM.is_match(before));
    let next = text.get(at..end).and_then(|rest| ITEM.find(rest)).filter(|_| inside);
    next.map_or(end, |next| at + next.start())
}

/// A sum as a text has it.
pub(super) fn sum_in_figures(value: u128, currency: &str) -> String {
    let (whole, cents) = (value / 100, value % 100);
    let language = if currency == "Rp" { Bahasa::Indonesia } else { Bahasa::Melayu };
    let mark = if currency == "Rp" { ',' } else { '.' };
    let grouped = |whole| wording::digits(whole, language);
    let figures = u64::try_from(whole).map_or_else(|_| whole.to_string(), grouped);
    format!("{currency}{figures}{mark}{cents:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_read_whole() {
        let read = |text: &str| money(text).iter().map(|one| one.value / 100).collect::<Vec<_>>();
        assert_eq!(
            read("Rp84.000.000,00; RM 1,500.00; Rp540\u{a0}000 000,-; IDR 25 million; Rp7 juta"),
            [84_000_000, 1_500, 540_000_000, 25_000_000, 7_000_000]
        );
    }

    #[test]
    fn things_are_counted_and_articles_are_not() {
        let text = "Pasal 5 dan salah satu pihak; 6 (enam) orang, empat (4) tempat, dua puluh unit, 1.250 peserta";
        let read: Vec<u64> = counts(text, Bahasa::Indonesia).iter().map(|one| one.value).collect();
        assert_eq!(read, [6, 4, 20, 1250]);
    }

    /// What is beyond all measure is no sum: nothing is added up to something else than it is.
    #[test]
    fn numbers_beyond_measure_are_left_alone() {
        let nines = "9".repeat(36);
        assert!(money(&format!("Rp{nines} dan Rp{}", "9".repeat(22))).is_empty());
        assert!(counts("18.000.000.000.000.000.000 orang", Bahasa::Indonesia).is_empty());
        assert_eq!(
            sum_in_figures(3_000_000_000_000_000_000_000, "USD"),
            "USD30000000000000000000.00"
        );
    }

    #[test]
    fn a_sentence_holds_its_list() {
        let text = "sebesar: \na. satu; dan\nb. dua puluh.\nBerikutnya";
        assert!(text.get(..stop(text, 0)).unwrap().trim_end().ends_with("puluh."));
    }
}
