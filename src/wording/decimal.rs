//! Numbers with a fraction, in figures and in words: 1,5; "satu koma lima"; "lima rupiah dua sen".

use super::figures::{parse_digits, separators};
use super::lexicon::{Mark, lexemes};
use super::numeral::{ParsedNumber, read};
use super::token::Token;
#[cfg(test)]
use super::token::tokens;
use super::{Bahasa, OldSpelling, cardinal};

/// A number that is not negative, exact to four decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Decimal {
    /// The whole number.
    pub(crate) whole: u64,
    /// What is beyond it, in ten-thousandths.
    pub(crate) fraction: u16,
}

const UNIT: u128 = 10_000;

impl Decimal {
    /// A whole number.
    pub(crate) fn whole(whole: u64) -> Self {
        Self { whole, fraction: 0 }
    }

    fn times(self, scale: u64) -> Option<Self> {
        let all = (u128::from(self.whole) * UNIT + u128::from(self.fraction)) * u128::from(scale);
        let whole = u64::try_from(all / UNIT).ok()?;
        Some(Self { whole, fraction: u16::try_from(all % UNIT).ok()? })
    }

    /// The number in words: "lima belas", "satu koma lima"; with a currency, "seribu rupiah lima puluh
    /// sen".
    pub(crate) fn words(self, currency: Option<&str>, bahasa: Bahasa) -> String {
        let whole = cardinal(self.whole, bahasa);
        let cents = self.fraction / 100;
        match currency {
            _ if self.fraction == 0 => whole,
            Some(currency) if self.fraction.is_multiple_of(100) => {
                format!("{whole} {currency} {} sen", cardinal(cents.into(), bahasa))
            }
            _ => {
                let figures = format!("{:04}", self.fraction);
                let digits = figures.trim_end_matches('0').chars().filter_map(|c| c.to_digit(10));
                let said: Vec<String> = digits.map(|n| cardinal(n.into(), bahasa)).collect();
                format!("{whole} {} {}", point(bahasa), said.join(" "))
            }
        }
    }
}

/// How the mark before a fraction is said.
fn point(bahasa: Bahasa) -> &'static str {
    match bahasa {
        Bahasa::Indonesia => "koma",
        Bahasa::Melayu => "perpuluhan",
    }
}

/// The number of figures, its thousands separated or not: "1.500", "2,5", "1.500.000,50".
///
/// `None` for more than four decimals, for three where they may be thousands of the other language,
/// and for groups of a wrong length.
pub(super) fn parse_figures(text: &str, bahasa: Bahasa) -> Option<Decimal> {
    if let Some(whole) = parse_digits(text, bahasa) {
        return Some(Decimal::whole(whole));
    }
    let (group, decimal) = separators(bahasa);
    let (whole, fraction) = text.split_once(decimal)?;
    let doubtful = fraction.len() == 3 && !whole.contains(group) && whole != "0";
    let whole = parse_digits(whole, bahasa)?;
    (!doubtful).then_some(Decimal { whole, fraction: decimals(fraction)? })
}

/// Decimals as they are written, in ten-thousandths.
fn decimals(figures: &str) -> Option<u16> {
    let good = (1..=4).contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit());
    good.then(|| format!("{figures:0<4}").parse().ok())?
}

/// A figure with the scale that stands behind it: "1,5 miliar".
pub(super) fn scaled(number: Decimal, scale: &str, bahasa: Bahasa) -> Option<Decimal> {
    number.times(scale_of(scale, bahasa)?)
}

/// The value of a word that is nothing but a scale: "miliar", "juta".
pub(super) fn scale_of(word: &str, bahasa: Bahasa) -> Option<u64> {
    match lexemes(word, bahasa)?[..] {
        [only] => match only.mark {
            Mark::Scale(scale) => Some(scale),
            _ => None,
        },
        _ => None,
    }
}

/// A number that was read from words, with what is spelt in an old way.
#[derive(Debug)]
pub(super) struct ParsedDecimal {
    pub(super) value: Decimal,
    pub(super) old: Vec<OldSpelling>,
}

/// The number of words without currency or per cent at their ends.
pub(super) fn parse_words(words: &[Token<'_>], bahasa: Bahasa) -> Option<ParsedDecimal> {
    if let Some(number) = read(words, bahasa) {
        return Some(plain(number));
    }
    let at = |names: &[&str]| words.iter().position(|token| token.is_any(names));
    if let Some(at) = at(&["koma", "perpuluhan"]) {
        return with_decimals(words.get(..at)?, words.get(at + 1..)?, bahasa);
    }
    if let Some(at) = at(&["rupiah", "ringgit"]) {
        return with_cents(words.get(..at)?, words.get(at + 1..)?, bahasa);
    }
    if let Some(at) = at(&["sen"]).filter(|at| at + 1 < words.len()) {
        return cents_behind(words.get(..at)?, words.get(at + 1..)?, bahasa);
    }
    let (half, whole) = words.split_last()?;
    let number = if whole.is_empty() { None } else { Some(read(whole, bahasa)?) };
    let old = number.as_ref().map_or_else(Vec::new, |number| number.old.clone());
    let value = Decimal { whole: number.map_or(0, |number| number.value), fraction: 5_000 };
    half.is("setengah").then_some(ParsedDecimal { value, old })
}

fn plain(ParsedNumber { value, old }: ParsedNumber) -> ParsedDecimal {
    ParsedDecimal { value: Decimal::whole(value), old }
}

/// "satu koma lima", "satu koma lima miliar", "nol koma dua puluh lima"
fn with_decimals(whole: &[Token<'_>], rest: &[Token<'_>], bahasa: Bahasa) -> Option<ParsedDecimal> {
    let scale = rest.last().filter(|_| rest.len() > 1);
    let scale = scale.and_then(|token| scale_of(token.text, bahasa));
    let figures = if scale.is_some() { rest.get(..rest.len() - 1)? } else { rest };
    let mut number = plain(read(whole, bahasa)?);
    number.value.fraction = decimals(&spoken_decimals(figures, bahasa)?)?;
    number.value = number.value.times(scale.unwrap_or(1))?;
    Some(number)
}

/// Decimals said one by one ("dua lima", "nol lima") or as a number ("dua puluh lima").
fn spoken_decimals(words: &[Token<'_>], bahasa: Bahasa) -> Option<String> {
    let digit = |token: &Token<'_>| {
        let number = read(&[*token], bahasa).filter(|number| number.value < 10)?;
        Some(number.value.to_string())
    };
    let one_by_one: Option<String> = words.iter().map(digit).collect();
    one_by_one.or_else(|| Some(read(words, bahasa)?.value.to_string()))
}

/// "seribu rupiah lima puluh sen"
fn with_cents(whole: &[Token<'_>], rest: &[Token<'_>], bahasa: Bahasa) -> Option<ParsedDecimal> {
    let mut number = plain(read(whole, bahasa)?);
    let joined = usize::from(rest.first().is_some_and(|token| token.is("dan")));
    let (unit, cents) = rest.get(joined..)?.split_last()?;
    let cents = read(cents, bahasa).filter(|_| unit.is("sen"))?;
    let cents = u16::try_from(cents.value).ok().filter(|cents| *cents < 100)?;
    number.value.fraction = cents * 100;
    Some(number)
}

/// "seribu dan sen lima puluh", as Malay cheques have it
fn cents_behind(whole: &[Token<'_>], cents: &[Token<'_>], bahasa: Bahasa) -> Option<ParsedDecimal> {
    let (and, whole) = whole.split_last()?;
    let mut number = plain(read(whole, bahasa).filter(|_| and.is("dan"))?);
    let cents = u16::try_from(read(cents, bahasa)?.value).ok().filter(|cents| *cents < 100)?;
    number.value.fraction = cents * 100;
    Some(number)
}

/// The number that a whole text spells out, as [`parse_words`] reads it.
#[cfg(test)]
fn of_words(text: &str, bahasa: Bahasa) -> Option<Decimal> {
    parse_words(&tokens(text), bahasa).map(|number| number.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Bahasa::{Indonesia, Melayu};

    fn decimal(whole: u64, fraction: u16) -> Decimal {
        Decimal { whole, fraction }
    }

    #[test]
    fn figures_with_a_fraction_are_read_exactly() {
        let id = |text| parse_figures(text, Indonesia);
        assert_eq!(id("2,5"), Some(decimal(2, 5_000)));
        assert_eq!(id("0,05"), Some(decimal(0, 500)));
        assert_eq!(id("1.500,50"), Some(decimal(1_500, 5_000)));
        assert_eq!(id("1.500,125"), Some(decimal(1_500, 1_250)));
        assert_eq!(parse_figures("1,500.5", Melayu), Some(decimal(1_500, 5_000)));
        for text in ["1,500", "1,23456", "1.5", "09.00", ",5", "5,", "1,5,5"] {
            assert_eq!(id(text), None, "{text}");
        }
    }

    #[test]
    fn words_with_a_fraction_are_read_exactly() {
        let id = |text| of_words(text, Indonesia);
        assert_eq!(id("dua koma lima"), Some(decimal(2, 5_000)));
        assert_eq!(id("nol koma nol lima"), Some(decimal(0, 500)));
        assert_eq!(id("nol koma dua puluh lima"), Some(decimal(0, 2_500)));
        assert_eq!(id("satu koma lima miliar"), Some(decimal(1_500_000_000, 0)));
        assert_eq!(id("seribu rupiah lima puluh sen"), Some(decimal(1_000, 5_000)));
        assert_eq!(id("dua setengah"), Some(decimal(2, 5_000)));
        assert_eq!(id("setengah"), Some(decimal(0, 5_000)));
        assert_eq!(of_words("dua perpuluhan lima", Melayu), Some(decimal(2, 5_000)));
        assert_eq!(of_words("satu dan sen lima puluh", Melayu), Some(decimal(1, 5_000)));
        assert_eq!(of_words("satu ringgit dan lima puluh sen", Melayu), Some(decimal(1, 5_000)));
        for text in ["koma lima", "dua koma", "lima orang", "seribu rupiah lima puluh", "koma"] {
            assert_eq!(id(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_said_is_read_back() {
        for number in [decimal(7, 0), decimal(2, 5_000), decimal(0, 500), decimal(12, 3_040)] {
            for bahasa in Bahasa::ALL {
                assert_eq!(of_words(&number.words(None, bahasa), bahasa), Some(number));
            }
        }
        let cents = decimal(1_000, 2_600).words(Some("rupiah"), Indonesia);
        assert_eq!(cents, "seribu rupiah dua puluh enam sen");
    }
}
