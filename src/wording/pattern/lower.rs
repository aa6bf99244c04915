//! A pattern of either case as one of small letters, for a text in small letters.
//!
//! In ASCII to make a letter small moves no byte. So a pattern that takes either case is held against
//! the text in small letters: its words are then plain words, which are read, built and searched for
//! in a fraction of the time that a class for every letter takes.

use std::iter::Peekable;
use std::str::Chars;

/// The pattern over small letters that finds in a text in small letters what another, which takes
/// either case throughout, finds in the text; `None` where that cannot be told.
pub(super) fn lowered(pattern: &str) -> Option<String> {
    let (flags, rest) = pattern.strip_prefix("(?")?.split_once(')')?;
    let (set, unset) = flags.split_once('-').unwrap_or((flags, ""));
    let simple = |flags: &str| flags.chars().all(|c| "imsux".contains(c));
    if !set.contains('i') || unset.contains('i') || !simple(set) || !simple(unset) {
        return None;
    }
    // Beyond ASCII there are letters that are the same as one of ASCII in the other case; a remark
    // may hold any sign.
    let foreign = |c: char| !c.is_ascii() && c.is_alphabetic();
    if rest.contains(foreign) || set.contains('x') && rest.contains('#') {
        return None;
    }
    let kept: String = set.chars().filter(|c| *c != 'i').collect();
    let mut lowered = match (kept.as_str(), unset) {
        ("", "") => String::new(),
        (kept, "") => format!("(?{kept})"),
        (kept, unset) => format!("(?{kept}-{unset})"),
    };
    let mut chars = rest.chars().peekable();
    let mut in_class = false;
    while let Some(c) = chars.next() {
        lowered.push(c.to_ascii_lowercase());
        match c {
            '\\' => lowered.push(escaped(&mut chars)?),
            '[' => {
                // Classes within classes, and classes with names, are rare.
                if in_class || chars.peek() == Some(&':') {
                    return None;
                }
                in_class = true;
                for own in ['^', ']'] {
                    lowered.extend(chars.next_if_eq(&own));
                }
            }
            ']' => in_class = false,
            '(' if !in_class && chars.next_if_eq(&'?').is_some() => {
                lowered.push('?');
                group(&mut chars, &mut lowered)?;
            }
            _ if in_class && chars.peek() == Some(&'-') => range(c, &mut chars, &mut lowered)?,
            _ => {}
        }
    }
    Some(lowered)
}

/// What stands behind a backslash. Characters by their number and classes by their name may be of one
/// case.
fn escaped(chars: &mut Peekable<Chars<'_>>) -> Option<char> {
    chars.next().filter(|c| !matches!(c, 'x' | 'u' | 'U' | 'p' | 'P'))
}

/// The head of a group up to its flags or its name. One that sets the case for itself is refused.
fn group(chars: &mut Peekable<Chars<'_>>, lowered: &mut String) -> Option<()> {
    let named = chars.peek().is_some_and(|c| matches!(c, 'P' | '<'));
    for c in chars.by_ref() {
        lowered.push(c);
        match c {
            'i' if !named => return None,
            '>' if named => return Some(()),
            ':' | ')' if !named => return Some(()),
            _ => {}
        }
    }
    None
}

/// What stands behind the first character of a range in a class. A range of letters is one of small
/// letters; one of which only an end is a letter takes other characters besides.
fn range(first: char, chars: &mut Peekable<Chars<'_>>, lowered: &mut String) -> Option<()> {
    let dash = chars.next()?;
    lowered.push(dash);
    let last = *chars.peek()?;
    let both = |test: fn(&char) -> bool| test(&first) && test(&last);
    let digits = both(char::is_ascii_digit);
    let letters = both(char::is_ascii_lowercase) || both(char::is_ascii_uppercase);
    if !digits && !letters && last != ']' {
        return None;
    }
    if last != ']' {
        lowered.extend(chars.next().map(|c| c.to_ascii_lowercase()));
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::lowered;

    #[test]
    fn a_pattern_of_either_case_is_one_of_small_letters() {
        let same = [
            (r"(?i)\bPasal\s+\D([A-Z]\S)", r"\bpasal\s+\D([a-z]\S)"),
            (r"(?i-u)a(?P<Kata>B)", r"(?-u)a(?P<Kata>b)"),
            (r"(?ix) A [^]A-Z-] (?: B )", r"(?x) a [^]a-z-] (?: b )"),
            (r"(?im-u)^(?-u:\b)X[(?I]", r"(?m-u)^(?-u:\b)x[(?i]"),
        ];
        for (pattern, small) in same {
            assert_eq!(lowered(pattern).as_deref(), Some(small), "{pattern}");
        }
    }

    #[test]
    fn what_sets_the_case_for_a_part_is_left() {
        let left = [
            "Pasal",
            "(?x)a",
            "(?-i)a",
            "(?i)a(?-i:B)",
            "(?i)a(?-i)B",
            r"(?i)\p{Lu}",
            r"(?i)\x41",
            "(?i)[[:upper:]]",
            "(?i)[a-z&&[^B]]",
            "(?i)[0-Z]",
            "(?i)[A-z]",
            "(?iU)a+",
            "(?i)\u{17f}",
            "(?ix)A # [\n B",
        ];
        for pattern in left {
            assert_eq!(lowered(pattern), None, "{pattern}");
        }
    }
}
