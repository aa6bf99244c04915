//! Words that no line end may part: `Pasal 3`, `ayat (2)`, `Nomor 27`, `2 Maret 2026`, `2 (dua)`.

use crate::wording::parse_month;

/// Words that say nothing without the number or the letter behind them, in small letters.
const BEFORE_NUMBERS: [&str; 14] = [
    "pasal",
    "ayat",
    "angka",
    "nomor",
    "no.",
    "bab",
    "halaman",
    "perenggan",
    "subperenggan",
    "artikel",
    "seksyen",
    "bil.",
    "rp",
    "rm",
];
const BEFORE_LETTERS: [&str; 3] = ["huruf", "lampiran", "subperenggan"];

/// The longest group that stays together, in bytes: lines are longer, also those of a list.
const LONGEST: usize = 24;

/// How many of the words, from the first, stand in one line: 1 where the first stands for itself.
pub(super) fn bound(words: &[&str]) -> usize {
    let count = match words {
        [day, month, year, ..] if is_date(day, month, year) => 3,
        [day, month, ..] if is_day(day) && is_month(month) => 2,
        [word, next, ..] if follows(word, next) => 2,
        _ => 1,
    };
    let length: usize = words.iter().take(count).map(|word| word.len() + 1).sum();
    if length > LONGEST { 1 } else { count }
}

fn follows(word: &str, next: &str) -> bool {
    let word = word.trim_start_matches(OPENING);
    let figure = next.trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit());
    let counted = next.starts_with('(') && !figure && word.chars().all(|c| c.is_ascii_digit());
    (counted && !word.is_empty())
        || (figure && is_one_of(&BEFORE_NUMBERS, word))
        || (is_letter(next) && is_one_of(&BEFORE_LETTERS, word))
}

const OPENING: [char; 3] = ['(', '"', '\u{201c}'];
const CLOSING: [char; 6] = [',', '.', ';', ':', ')', '"'];

fn is_one_of(list: &[&str], word: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// `a`, `b;`, `(c)`, `II,`
fn is_letter(word: &str) -> bool {
    let core = word.trim_start_matches(OPENING).trim_end_matches(CLOSING);
    let roman = !core.is_empty() && core.chars().all(|c| "IVX".contains(c));
    roman || (core.len() == 1 && core.starts_with(|c: char| c.is_ascii_alphabetic()))
}

fn is_date(day: &str, month: &str, year: &str) -> bool {
    let figures = year.trim_end_matches(CLOSING);
    is_day(day)
        && is_month(month)
        && figures.len() == 4
        && figures.chars().all(|c| c.is_ascii_digit())
}

fn is_day(word: &str) -> bool {
    let figures = word.trim_start_matches(OPENING);
    matches!(figures.len(), 1 | 2) && figures.chars().all(|c| c.is_ascii_digit())
}

fn is_month(word: &str) -> bool {
    word.len() > 2 && parse_month(word.trim_end_matches(CLOSING)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        words[..bound(&words)].join(" ")
    }

    #[test]
    fn what_says_nothing_alone_stays_with_the_next() {
        for whole in [
            "Pasal 3",
            "PASAL 12,",
            "ayat (2)",
            "(ayat (2)",
            "huruf b.",
            "Nomor 27",
            "2 Maret 2028.",
            "(14 April 2029)",
            "17 Ogos",
            "2 (dua)",
            "Lampiran A",
            "LAMPIRAN II,",
            "perenggan 4.2",
        ] {
            assert_eq!(first(&format!("{whole} dan seterusnya")), whole);
        }
    }

    #[test]
    fn other_words_stand_for_themselves() {
        for text in [
            "Pasal ini",
            "ayat pertama",
            "huruf besar",
            "Nomor WIM.12-HK",
            "40 Maret-April",
            "",
            "12",
            "Lampiran peraturan",
        ] {
            let word = text.split(' ').next().unwrap();
            assert_eq!(first(text), word);
        }
        assert_eq!(first(&format!("nomor {}", "1".repeat(30))), "nomor");
    }
}
