//! Lengths on paper as people and styles write them: `2.5cm`, `2,5 cm`, `11pt`.

use std::fmt;

/// A length in the unit that it was written in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Length {
    number: f64,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Centimetre,
    Millimetre,
    Point,
    Inch,
    /// The height of a letter, whatever its size is where the length is used.
    Letter,
}

impl Unit {
    const ALL: [Self; 5] =
        [Self::Centimetre, Self::Millimetre, Self::Point, Self::Inch, Self::Letter];

    fn sign(self) -> &'static str {
        match self {
            Self::Centimetre => "cm",
            Self::Millimetre => "mm",
            Self::Point => "pt",
            Self::Inch => "in",
            Self::Letter => "em",
        }
    }
}

impl Length {
    /// Reads a number with a decimal point or comma, and a unit. `None` for anything else; a length
    /// has no sign.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let end = text.find(|c: char| !matches!(c, '0'..='9' | '.' | ','))?;
        let (number, sign) = text.split_at(end);
        let unit = Unit::ALL.into_iter().find(|unit| unit.sign() == sign.trim_start())?;
        let number: f64 = number.replace(',', ".").parse().ok()?;
        number.is_finite().then_some(Self { number, unit })
    }

    /// In centimetres; `None` for what depends on the size of the letters.
    pub(crate) fn absolute(self) -> Option<f64> {
        match self.unit {
            Unit::Centimetre => Some(self.number),
            Unit::Millimetre => Some(self.number / 10.0),
            Unit::Point => Some(self.number / 72.0 * 2.54),
            Unit::Inch => Some(self.number * 2.54),
            Unit::Letter => None,
        }
    }

    /// In centimetres, where letters are of so many points.
    #[cfg(feature = "render")]
    pub(crate) fn centimetres(self, letter: f64) -> f64 {
        self.absolute().unwrap_or(self.number * letter / 72.0 * 2.54)
    }
}

/// The notation that templates read: `2.5cm`.
impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.number, self.unit.sign())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        Length::parse(text).map(|length| length.to_string())
    }

    #[test]
    fn lengths_are_read_in_every_notation_and_written_in_one() {
        for (text, same) in [
            ("2.5cm", "2.5cm"),
            (" 2,5 cm ", "2.5cm"),
            ("12mm", "12mm"),
            ("11.50pt", "11.5pt"),
            ("1in", "1in"),
            ("0.3em", "0.3em"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(same), "{text}");
        }
        for text in ["", "cm", "2.5", "-2cm", "+2cm", "1.2.3cm", "2 km", "infcm", "2cm x", "e2cm"] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn units_are_those_of_print() {
        let absolute = |text: &str| Length::parse(text).and_then(Length::absolute);
        assert_eq!(absolute("1in"), Some(2.54));
        assert_eq!(absolute("72pt"), Some(2.54));
        assert_eq!(absolute("25.4mm"), Some(2.54));
        assert_eq!(absolute("1em"), None);
    }
}
