//! Markers at the head of lines: `(1)`, `a.`, `1)`, `(i)`, `2.1`, `-`.

use crate::wording;

/// The row of signs that a marker counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Series {
    /// 1, 2, 3.
    Digit,
    /// a, b, c.
    Lower,
    /// A, B, C.
    Upper,
    /// i, ii, iii.
    LowerRoman,
    /// I, II, III.
    UpperRoman,
    /// A dash or a dot, which does not count.
    Bullet,
}

/// What stands around the sign.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// `(1)`
    Round,
    /// `1.`
    Dot,
    /// `1)`
    Closing,
    /// `2.1`: the part before the last number.
    Decimal(String),
    /// `-`
    Bare,
}

/// How the markers of a list look.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Style {
    /// The row of signs.
    pub(crate) series: Series,
    /// What stands around them.
    pub(crate) shape: Shape,
}

/// A way to read a marker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// How it looks.
    pub(crate) style: Style,
    /// Its number, from 1.
    pub(crate) value: usize,
}

impl Style {
    /// The usual style of a level: ayat `(1)`, huruf `a.`, angka `1)`; then `a)`.
    pub(crate) fn of_level(level: usize) -> Self {
        let (series, shape) = match level {
            0 => (Series::Digit, Shape::Round),
            1 => (Series::Lower, Shape::Dot),
            2 => (Series::Digit, Shape::Closing),
            _ => (Series::Lower, Shape::Closing),
        };
        Self { series, shape }
    }

    /// The marker of a number in this style.
    pub(crate) fn print(&self, value: usize) -> String {
        let sign = match self.series {
            Series::Digit => value.to_string(),
            Series::Lower => wording::letter(value),
            Series::Upper => wording::letter(value).to_uppercase(),
            Series::LowerRoman => roman(value).to_lowercase(),
            Series::UpperRoman => roman(value),
            Series::Bullet => "–".to_owned(),
        };
        match &self.shape {
            Shape::Round => format!("({sign})"),
            Shape::Dot => format!("{sign}."),
            Shape::Closing => format!("{sign})"),
            Shape::Decimal(before) => format!("{before}.{sign}"),
            Shape::Bare => sign,
        }
    }

    /// Whether this is how ayat are marked.
    pub(crate) fn is_ayat(&self) -> bool {
        self.series == Series::Digit && self.shape == Shape::Round
    }
}

fn roman(value: usize) -> String {
    u32::try_from(value).ok().and_then(wording::roman).unwrap_or_else(|| value.to_string())
}

/// The marker at the head of a line: its length in bytes and the ways to read it, likeliest first.
pub fn read(line: &str) -> Option<(usize, Vec<Reading>)> {
    let end = line.find(char::is_whitespace)?;
    let (token, after) = line.split_at(end);
    if is_bullet(token, after) {
        let style = Style { series: Series::Bullet, shape: Shape::Bare };
        return Some((end, vec![Reading { style, value: 1 }]));
    }
    let (sign, shape) = taken_apart(token)?;
    // "2026." is no marker of a list.
    let readings = readings(sign, &shape);
    (!readings.is_empty()).then_some((end, readings))
}

/// The same without a blank behind the marker: `(1)PIHAK`, `a.daftar`, `1.Kegiatan`. Such may as well
/// be an abbreviation; the lines around it tell.
pub(crate) fn read_tight(line: &str) -> Option<(usize, Vec<Reading>)> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric()).filter(|length| *length <= 2)?;
    let end = line.len() - inner.len() + length + 1;
    let letter = line.get(end..)?.chars().next().filter(|c| c.is_alphabetic());
    let (sign, shape) = taken_apart(line.get(..end)?)?;
    let readings = readings(sign, &shape);
    (letter.is_some() && !readings.is_empty()).then_some((end, readings))
}

/// The sign of a marker and what stands around it.
fn taken_apart(token: &str) -> Option<(&str, Shape)> {
    if let Some(inner) = token.strip_prefix('(') {
        return Some((inner.strip_suffix(')')?, Shape::Round));
    }
    if let Some(sign) = token.strip_suffix(".)").or_else(|| token.strip_suffix(')')) {
        return Some((sign, Shape::Closing));
    }
    let bare = token.strip_suffix('.');
    match bare.unwrap_or(token).rsplit_once('.') {
        // Word's "1.1." and the "1.1" of regulations.
        Some((before, sign)) => {
            let numbers = before.split('.').all(|part| short_number(part).is_some());
            numbers.then(|| (sign, Shape::Decimal(before.to_owned())))
        }
        None => bare.map(|sign| (sign, Shape::Dot)),
    }
}

/// Whether a sign before a blank is a bullet. Word sets some with a letter or a sign that is one only
/// with a tab or a wide blank behind it, and some in its private characters.
fn is_bullet(token: &str, after: &str) -> bool {
    const BULLETS: [&str; 14] =
        ["-", "–", "—", "•", "·", "▪", "●", "○", "◦", "■", "□", "►", "➢", "✓"];
    let wide = || !after.starts_with(' ') || after.starts_with("  ");
    let mut letters = token.chars();
    match (letters.next(), letters.next()) {
        (Some('o' | '§'), None) => wide(),
        (Some(one), None) => BULLETS.contains(&token) || is_private(one),
        _ => false,
    }
}

/// The characters of Word's fonts of symbols.
pub(crate) fn is_private(c: char) -> bool {
    matches!(c, '\u{F020}'..='\u{F0FF}')
}

fn readings(sign: &str, shape: &Shape) -> Vec<Reading> {
    let lower = sign.chars().all(|c| c.is_ascii_lowercase());
    let upper = sign.chars().all(|c| c.is_ascii_uppercase());
    let letter = (sign.len() <= 2 && (lower || upper))
        .then(|| wording::parse_letter(&sign.to_ascii_lowercase()))
        .flatten()
        .map(|value| (if lower { Series::Lower } else { Series::Upper }, value));
    let roman = (lower || upper)
        .then(|| wording::parse_roman(sign))
        .flatten()
        .and_then(|value| usize::try_from(value).ok())
        .filter(|&value| value <= 50)
        .map(|value| (if lower { Series::LowerRoman } else { Series::UpperRoman }, value));
    let digit = short_number(sign).map(|value| (Series::Digit, value));
    let decimal = matches!(shape, Shape::Decimal(_));
    [digit, letter, roman]
        .into_iter()
        .flatten()
        .filter(|(series, _)| !decimal || *series == Series::Digit)
        .map(|(series, value)| Reading { style: Style { series, shape: shape.clone() }, value })
        .collect()
}

fn short_number(sign: &str) -> Option<usize> {
    let digits = sign.bytes().all(|b| b.is_ascii_digit()) && !sign.starts_with('0');
    let plain = (1..=2).contains(&sign.len()) && digits;
    plain.then(|| sign.parse().ok()).flatten().filter(|&value| value > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_and_what_is_none() {
        for good in [
            "(1) x",
            "a. x",
            "12) x",
            "(i) x",
            "2.1 x",
            "A. x",
            "- x",
            "aa) x",
            "a.\u{a0}x",
            "a.\u{2003}x",
            "●\tx",
            "o\tx",
            "§\tx",
            "\u{f0b7}\tx",
            "1.) x",
            "1.1. x",
            "2.1.3. x",
        ] {
            assert!(read(good).is_some(), "{good}");
        }
        for bad in [
            "2026. x", "(dua) x", "1.", "e.g. x", "0. x", "x", "", "(1)x", "1,5 x", "-", "o x",
            "§ 5", "08.30. x", "a.x y",
        ] {
            assert!(read(bad).is_none(), "{bad}: {:?}", read(bad));
        }
    }

    #[test]
    fn markers_without_a_blank() {
        for (line, length) in
            [("(1)PIHAK x", 3), ("a.daftar", 2), ("12)Kegiatan", 3), ("1.Kegiatan", 2)]
        {
            assert_eq!(read_tight(line).map(|(length, _)| length), Some(length), "{line}");
        }
        for none in ["1.5 km", "abc.def", "(dua)", "a. x", "1.000", "", "("] {
            assert_eq!(read_tight(none), None, "{none}");
        }
    }

    #[test]
    fn a_printed_marker_reads_back() {
        for text in ["(7)", "c.", "4)", "(iv)", "3.2", "B."] {
            let (_, readings) = read(&format!("{text} x")).unwrap();
            assert!(readings.iter().any(|r| r.style.print(r.value) == text), "{text}");
        }
    }
}
