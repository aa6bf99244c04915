//! Words for numbers, dates and terms in Indonesian and Malay, and the way back.
//!
//! Pure functions over `std`, `regex` and the civil dates of `chrono`; of the crate only `text` is imported.
//! Every reader is total: whatever a person typed gives a value or `None`, never a panic,
//! and byte ranges always lie on character boundaries of the text they were read from.
//!
//! The number words are held against two independent sources in `tests/data/wording`:
//! PyPI `num2words` 0.5.14 (id), npm `n2words` 4.0.0 (ms) and, for both, the CLDR spell-out rules of
//! npm `cldr-rbnf` 48.2.0.

mod calendar;
mod cardinal;
mod count;
mod date;
mod date_find;
mod date_parse;
mod date_said;
mod decimal;
mod figures;
mod hyphenation;
mod letter_case;
mod lexicon;
mod numeral;
mod ordinal;
mod pair;
mod pattern;
mod term;
#[cfg(test)]
mod tests;
mod token;

use std::ops::Range;

pub use calendar::{ParsedMonth, month_name, parse_month, parse_weekday, weekday_name};
pub(crate) use cardinal::cardinal;
pub(crate) use date::{date_figures, date_long, date_words};
pub(crate) use date_find::{FoundDate, dates_in, find_dates, has_year};
pub use date_parse::parse_date;
pub(crate) use date_said::{ParsedDate, Said};
pub use figures::{digits, parse_digits};
pub(crate) use hyphenation::division_places;
pub(crate) use letter_case::in_case_of;
pub use numeral::{ParsedNumber, parse_cardinal};
pub(crate) use ordinal::{letter, parse_letter, parse_roman, roman};
pub use pair::{NumberPair, find_number_pairs};
pub(crate) use pattern::{Builds, Built, FixedPattern, fixed_patterns};
pub use term::{Term, parse_term, says_a_length};

/// The language of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bahasa {
    /// Bahasa Indonesia (`id`).
    Indonesia,
    /// Bahasa Melayu (`ms`).
    Melayu,
}

impl Bahasa {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Indonesia, Self::Melayu];

    /// Its code in kinds and in documents: `id`, `ms`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Indonesia => "id",
            Self::Melayu => "ms",
        }
    }

    /// The language of a code.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bahasa| bahasa.code() == code)
    }
}

/// Whether a value was written in words or in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    /// "dua", "Maret"
    Words,
    /// "2", "03"
    Figures,
}

/// A word whose value is plain but whose spelling is not the standard one: "milyar", "Nopember".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OldSpelling {
    /// What stands there.
    pub(crate) written: String,
    /// What the standard language writes; numbers in lower case, months with a capital.
    pub(crate) standard: String,
    /// Where it stands, in bytes of the text that was read.
    pub(crate) span: Range<usize>,
}
