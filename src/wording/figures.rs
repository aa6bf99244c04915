//! Numbers in figures with their separators.

use super::Bahasa;

/// A whole number in figures with separated thousands: 1.234.567 (id), 1,234,567 (ms), as CLDR
/// has them for both languages.
pub fn digits(n: u64, bahasa: Bahasa) -> String {
    let (group, _) = separators(bahasa);
    let plain = n.to_string();
    let mut text = String::with_capacity(plain.len() + plain.len() / 3);
    for (at, digit) in plain.chars().enumerate() {
        if at > 0 && (plain.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    text
}

/// The whole number that figures stand for, with or without separated thousands and with a
/// fraction of zeros ("1.500.000,00"): the inverse of [`digits`].
///
/// The separators of the other language are read only where they cannot be mistaken
/// ("1,500,000" in an Indonesian text, but not "1,500"). `None` for a fraction other than zero,
/// for groups of a wrong length, and above `u64::MAX`.
pub fn parse_digits(text: &str, bahasa: Bahasa) -> Option<u64> {
    let (group, decimal) = separators(bahasa);
    let count = text.chars().filter(|c| matches!(c, '.' | ',')).count();
    let foreign = || (count >= 2).then(|| whole(text, decimal, group)).flatten();
    whole(text, group, decimal).or_else(foreign)
}

/// The separator of thousands and that of the fraction.
pub(super) fn separators(bahasa: Bahasa) -> (char, char) {
    match bahasa {
        Bahasa::Indonesia => ('.', ','),
        Bahasa::Melayu => (',', '.'),
    }
}

fn whole(text: &str, group: char, decimal: char) -> Option<u64> {
    let (whole, fraction) = text.split_once(decimal).unwrap_or((text, "0"));
    // "5,000" may as well be five thousand in the other language: nobody writes three decimals.
    let doubtful = fraction.len() == 3 && !whole.contains(group);
    if fraction.is_empty() || doubtful || fraction.chars().any(|c| c != '0') {
        return None;
    }
    let mut groups = whole.split(group);
    let head = groups.next().unwrap_or_default();
    let tail: Vec<&str> = groups.collect();
    let regular = tail.is_empty() || (1..=3).contains(&head.len());
    let all_digits = whole.chars().all(|c| c == group || c.is_ascii_digit());
    if !regular || !all_digits || tail.iter().any(|group| group.len() != 3) {
        return None;
    }
    format!("{head}{}", tail.concat()).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Bahasa::{Indonesia, Melayu};

    #[test]
    fn groups_of_three() {
        assert_eq!(digits(0, Indonesia), "0");
        assert_eq!(digits(999, Indonesia), "999");
        assert_eq!(digits(1_234_567, Indonesia), "1.234.567");
        assert_eq!(digits(123_456, Melayu), "123,456");
        assert_eq!(digits(u64::MAX, Melayu), "18,446,744,073,709,551,615");
    }

    #[test]
    fn reads_back_and_refuses_the_rest() {
        for n in [0, 5, 999, 1_000, 12_345, 1_000_000, u64::MAX] {
            assert_eq!(parse_digits(&digits(n, Indonesia), Indonesia), Some(n));
            assert_eq!(parse_digits(&digits(n, Melayu), Melayu), Some(n));
        }
        assert_eq!(parse_digits("1.500.000,00", Indonesia), Some(1_500_000));
        assert_eq!(parse_digits("1,500.00", Melayu), Some(1_500));
        assert_eq!(parse_digits("1,500,000", Indonesia), Some(1_500_000));
        assert_eq!(parse_digits("08", Indonesia), Some(8));
        for text in [
            "",
            ".",
            ",",
            "1,500",
            "1.5",
            "5,000",
            "2,5",
            "5,",
            ".500",
            "1..000",
            "1.0000",
            "1234.567",
            "+5",
            "١",
            "99999999999999999999",
        ] {
            assert_eq!(parse_digits(text, Indonesia), None, "{text:?}");
        }
    }
}
