//! Markers at the head of lines: `(1)`, `a.`, `1)`, `(i)`, `2.1`, `-`.

use crate::wording;

/// The row of signs that a marker counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Series {
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
pub enum Shape {
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
pub struct Style {
    /// The row of signs.
    pub series: Series,
    /// What stands around them.
    pub shape: Shape,
}

/// A way to read a marker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// How it looks.
    pub style: Style,
    /// Its number, from 1.
    pub value: usize,
}

impl Style {
    /// The usual style of a level: ayat `(1)`, huruf `a.`, angka `1)`; then `a)`.
    pub fn of_level(level: usize) -> Self {
        let (series, shape) = match level {
            0 => (Series::Digit, Shape::Round),
            1 => (Series::Lower, Shape::Dot),
            2 => (Series::Digit, Shape::Closing),
            _ => (Series::Lower, Shape::Closing),
        };
        Self { series, shape }
    }

    /// The marker of a number in this style.
    pub fn print(&self, value: usize) -> String {
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
    pub fn is_ayat(&self) -> bool {
        self.series == Series::Digit && self.shape == Shape::Round
    }
}

fn roman(value: usize) -> String {
    u32::try_from(value).ok().and_then(wording::roman).unwrap_or_else(|| value.to_string())
}

/// The marker at the head of a line: its length in bytes and the ways to read it, likeliest first.
pub fn read(line: &str) -> Option<(usize, Vec<Reading>)> {
    let end = line.find([' ', '\t']).unwrap_or(line.len());
    let token = line.get(..end)?;
    if matches!(token, "-" | "–" | "•" | "·" | "▪") && end < line.len() {
        let style = Style { series: Series::Bullet, shape: Shape::Bare };
        return Some((end, vec![Reading { style, value: 1 }]));
    }
    let (sign, shape) = if let Some(inner) = token.strip_prefix('(') {
        (inner.strip_suffix(')')?, Shape::Round)
    } else if let Some(sign) = token.strip_suffix(')') {
        (sign, Shape::Closing)
    } else if let Some(sign) = token.strip_suffix('.') {
        (sign, Shape::Dot)
    } else {
        let (before, sign) = token.rsplit_once('.')?;
        let numbers = before.split('.').all(|part| short_number(part).is_some());
        (sign, numbers.then(|| Shape::Decimal(before.to_owned()))?)
    };
    // "2026." or a bare "1." at the end of a text is no marker of a list.
    let readings = readings(sign, &shape);
    (!readings.is_empty() && end < line.len()).then_some((end, readings))
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
        for good in ["(1) x", "a. x", "12) x", "(i) x", "2.1 x", "A. x", "- x", "aa) x"] {
            assert!(read(good).is_some(), "{good}");
        }
        for bad in ["2026. x", "(dua) x", "1.", "e.g. x", "0. x", "x", "", "(1)x", "1,5 x", "-"] {
            assert!(read(bad).is_none(), "{bad}: {:?}", read(bad));
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
