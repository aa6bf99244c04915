//! Dates in the words that sentences of a document need.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::wording::{self, Bahasa};

/// A date in every form that it is printed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct DateWords {
    /// `2 Maret 2026`
    #[serde(rename = "panjang")]
    pub(crate) long: String,
    /// `Senin`
    #[serde(rename = "hari")]
    pub(crate) weekday: &'static str,
    /// `dua`
    #[serde(rename = "tanggal_kata")]
    pub(crate) day: String,
    /// `Maret`
    #[serde(rename = "bulan")]
    pub(crate) month: &'static str,
    /// `dua ribu dua puluh enam`
    #[serde(rename = "tahun_kata")]
    pub(crate) year: String,
    /// `2026`
    #[serde(rename = "tahun")]
    pub(crate) year_number: i32,
    /// `02-03-2026`
    #[serde(rename = "angka")]
    pub(crate) figures: String,
    /// `2026-03-02`
    pub(crate) iso: String,
}

impl DateWords {
    pub(super) fn new(date: NaiveDate, language: Bahasa) -> Self {
        let number = |n: i64| wording::cardinal(n.unsigned_abs(), language);
        Self {
            long: wording::date_long(date, language),
            weekday: wording::weekday_name(date.weekday(), language),
            day: number(date.day().into()),
            month: wording::month_name(date.month(), language).unwrap_or_default(),
            year: number(date.year().into()),
            year_number: date.year(),
            figures: wording::date_figures(date),
            iso: date.to_string(),
        }
    }
}
