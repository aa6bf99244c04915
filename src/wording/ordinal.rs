//! The signs that number parts of a text: Roman numerals (BAB IV) and letters (huruf aa).

const ROMAN: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A Roman numeral in capitals, from 1 to 3999; beyond that the notation has no common form.
pub(crate) fn roman(n: u32) -> Option<String> {
    if !(1..=3999).contains(&n) {
        return None;
    }
    let (mut rest, mut text) = (n, String::new());
    for (value, sign) in ROMAN {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    Some(text)
}

/// The value of a Roman numeral in its regular form, all capitals or all small letters.
pub(crate) fn parse_roman(text: &str) -> Option<u32> {
    let one_case = !text.contains(char::is_lowercase) || !text.contains(char::is_uppercase);
    let capitals = text.to_ascii_uppercase();
    let (mut rest, mut value) = (capitals.as_str(), 0_u32);
    for (step, sign) in ROMAN {
        while let Some(after) = rest.strip_prefix(sign) {
            value = value.checked_add(step)?;
            rest = after;
        }
    }
    // Writing it again refuses IIII, VX and everything that is no numeral at all.
    (one_case && rest.is_empty() && roman(value)? == capitals).then_some(value)
}

/// The letters of an item: 1 is a, 26 is z, 27 is aa, as a word processor counts on;
/// 0 has none and gives an empty text.
pub(crate) fn letter(n: usize) -> String {
    let (mut rest, mut letters) = (n, Vec::new());
    while rest > 0 {
        rest -= 1;
        letters.extend(u8::try_from(rest % 26).map(|step| char::from(b'a' + step)));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

/// The number of an item from its small letters: the inverse of [`letter`].
pub(crate) fn parse_letter(text: &str) -> Option<usize> {
    let step = |n: usize, c: char| {
        let digit = ('a'..='z').position(|letter| letter == c)? + 1;
        n.checked_mul(26)?.checked_add(digit)
    };
    text.chars().try_fold(0, step).filter(|n| *n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_and_back() {
        for n in 1..=3999 {
            assert_eq!(parse_roman(&roman(n).expect("in range")), Some(n));
        }
        assert_eq!(roman(0), None);
        assert_eq!(roman(4000), None);
        assert_eq!(roman(1994).as_deref(), Some("MCMXCIV"));
        assert_eq!(parse_roman("xiv"), Some(14));
        let long = "M".repeat(9_000);
        for text in ["", "IIII", "VX", "IC", "iV", "A", "I I", "É", "ſ", &long] {
            assert_eq!(parse_roman(text), None, "{text:?}");
        }
    }

    #[test]
    fn letters_and_back() {
        let spelt =
            [(0, ""), (1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (703, "aaa")];
        for (n, text) in spelt {
            assert_eq!(letter(n), text);
        }
        for n in (1..20_000).chain([usize::MAX]) {
            assert_eq!(parse_letter(&letter(n)), Some(n));
        }
        for text in ["", "A", "1", "é", "zzzzzzzzzzzzzzzzzzzz"] {
            assert_eq!(parse_letter(text), None, "{text:?}");
        }
    }
}
