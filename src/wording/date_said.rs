//! What a text says of a date.

use std::ops::Range;

use chrono::{NaiveDate, Weekday};

use super::{Form, OldSpelling};

/// A part of a date as it was said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said<T> {
    /// The value, which need not be possible: "31 Februari" says 31.
    pub(crate) value: T,
    /// In words or in figures.
    pub(crate) form: Form,
    /// Where, in bytes of the text.
    pub(crate) span: Range<usize>,
}

/// What a text says of a date, part by part, each as often as it is said.
///
/// "tanggal dua bulan Maret tahun dua ribu dua puluh enam (02-03-2026)" says day, month and year
/// twice; "2 Maret 2026" says each once, the month in words and the others in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedDate {
    /// The weekday in front.
    pub(crate) weekday: Option<Said<Weekday>>,
    /// Days of the month, 0 to 99; never empty.
    pub(crate) day: Vec<Said<i8>>,
    /// Months, 0 to 99; never empty.
    pub(crate) month: Vec<Said<i8>>,
    /// Years, 0 to 9999; never empty.
    pub(crate) year: Vec<Said<i16>>,
    /// Words in an old spelling.
    pub(crate) old: Vec<OldSpelling>,
}

impl ParsedDate {
    /// The date, when its parts do not contradict each other and the calendar has it.
    ///
    /// The weekday is left to the caller, who can compare it with the date's own.
    pub fn date(&self) -> Option<NaiveDate> {
        let (month, day) = (agreed(&self.month)?, agreed(&self.day)?);
        let (month, day) = (u32::try_from(month).ok()?, u32::try_from(day).ok()?);
        NaiveDate::from_ymd_opt(agreed(&self.year)?.into(), month, day)
    }

    /// Places that say different things of one part: the first saying, and the one against it.
    pub fn disagreements(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let mut found = against(&self.day);
        found.extend(against(&self.month));
        found.extend(against(&self.year));
        found
    }
}

fn agreed<T: Copy + PartialEq>(said: &[Said<T>]) -> Option<T> {
    let first = said.first()?.value;
    said.iter().all(|other| other.value == first).then_some(first)
}

fn against<T: PartialEq>(said: &[Said<T>]) -> Vec<(Range<usize>, Range<usize>)> {
    let Some((first, others)) = said.split_first() else {
        return Vec::new();
    };
    let differing = others.iter().filter(|other| other.value != first.value);
    differing.map(|other| (first.span.clone(), other.span.clone())).collect()
}
