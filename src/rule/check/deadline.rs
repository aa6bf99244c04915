//! `paling_lama`: so many days after a date at the latest.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::elapsed::{Excess, Limit};
use super::{CheckKind, Scope, Silence, lacks_its_counterpart};
use crate::finding::{Hit, Level, Place};
use crate::rule::declared::{Read, RuleFault, Word, dates, word};
use crate::source::path::FieldPath;
use crate::wording;
use crate::words;

/// Counts the days after the first, of the calendar or from Monday to Friday; holidays are not known
/// here, so an excess that holidays could use up is a note at most. Nothing is said while either date
/// is missing.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    #[schemars(description = "Tanggal mulai dihitung; hari itu sendiri tidak terhitung.")]
    dari: String,
    #[schemars(description = "Tanggal yang diperiksa.")]
    sampai: String,
    #[schemars(description = "Banyaknya hari kerja yang boleh. Sebut ini atau hari, salah satu.")]
    hari_kerja: Option<u64>,
    #[schemars(description = "Banyaknya hari kalender yang boleh.")]
    hari: Option<u64>,
}

impl CheckKind for Deadline {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("hari", "banyaknya hari yang terpakai"),
            word("batas", "banyaknya hari yang boleh"),
            word("nilai", "tanggal pada sampai"),
            word("sejak", "tanggal pada dari"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        dates([("dari", &self.dari), ("sampai", &self.sampai)])
    }

    fn faults(&self) -> Vec<RuleFault> {
        let fault = || RuleFault::of("jenis", words::pack::deadline_needs_one());
        self.limit().is_none().then(fault).into_iter().collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        self.hit(scope).into_iter().collect()
    }

    fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        let paths = [self.dari.as_str(), self.sampai.as_str()];
        lacks_its_counterpart(scope.draft, paths, |path| scope.draft.day_at(path).is_some())
    }
}

impl Deadline {
    fn limit(&self) -> Option<Limit> {
        Limit::of(self.hari, self.hari_kerja)
    }

    fn hit(&self, scope: &Scope<'_>) -> Option<Hit> {
        let read = |path: &str| scope.draft.day_at(&FieldPath::parse(path));
        let (start, end, limit) = (read(&self.dari)?, read(&self.sampai)?, self.limit()?);
        let excess = limit.excess(start, end)?;
        let long = |date: NaiveDate| wording::date_long(date, scope.draft.language());
        let hit = Hit::at(Place::value(FieldPath::parse(&self.sampai)))
            .word("hari", limit.taken(start, end).to_string())
            .word("batas", limit.days().to_string())
            .word("nilai", long(end))
            .word("sejak", long(start));
        let since = Place::value(FieldPath::parse(&self.dari));
        let hit = hit.see(since, words::check::counted_from_here());
        Some(if excess == Excess::Sure { hit } else { hit.at_most(Level::Info) })
    }
}
