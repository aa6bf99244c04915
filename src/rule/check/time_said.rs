//! `waktu_kalimat`: how long something took, as a letter tells it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::elapsed::{Excess, Limit};
use super::{CheckKind, Pattern, Scope};
use crate::finding::{Hit, Level, Place};
use crate::rule::declared::{FieldUse, Read, RuleFault, Shape, Word, word};
use crate::source::Span;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording;
use crate::words;

/// Counts from a date that a text gives to another, or to a date field; both are known by the words
/// in front of them. A letter tells more than one thing, so the end that no word marks is a note.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimeSaid {
    #[schemars(description = "Teks yang dibaca.")]
    bidang: String,
    #[schemars(description = "Ungkapan reguler; teks lain tidak dinilai.")]
    bila_menyebut: Pattern,
    #[schemars(description = "Ungkapan reguler di depan tanggal mulai dihitung.")]
    dari: Pattern,
    #[schemars(description = "Ungkapan reguler di depan tanggal yang diperiksa.")]
    sampai: Option<Pattern>,
    #[schemars(description = "Bidang tanggal yang diperiksa bila teks tidak menyebutnya.")]
    batas: String,
    #[schemars(description = "Banyaknya hari kerja yang boleh. Sebut ini atau hari, salah satu.")]
    hari_kerja: Option<u64>,
    #[schemars(description = "Banyaknya hari kalender yang boleh.")]
    hari: Option<u64>,
}

impl CheckKind for TimeSaid {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("hari", "banyaknya hari yang terpakai"),
            word("batas", "banyaknya hari yang boleh"),
            word("nilai", "tanggal yang diperiksa"),
            word("sejak", "tanggal mulai dihitung"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        let text = FieldUse::named("bidang", &self.bidang).shape(Shape::Words);
        let end = FieldUse::named("batas", &self.batas).shape(Shape::Date);
        vec![Read::Field(text), Read::Field(end)]
    }

    fn faults(&self) -> Vec<RuleFault> {
        let patterns = [("bila_menyebut", Some(&self.bila_menyebut)), ("dari", Some(&self.dari))];
        let patterns = patterns.into_iter().chain([("sampai", self.sampai.as_ref())]);
        let wrong = patterns.filter_map(|(key, one)| one?.fault(key));
        let unlimited = self.limit().is_none();
        let limit = unlimited.then(|| RuleFault::of("jenis", words::pack::deadline_needs_one()));
        wrong.chain(limit).collect()
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let path = FieldPath::parse(&self.bidang);
        let text = scope.draft.at(&path).and_then(Node::str);
        let text = text.filter(|text| self.bila_menyebut.matches(text));
        text.and_then(|text| self.hit(scope, &path, text)).into_iter().collect()
    }
}

impl TimeSaid {
    fn limit(&self) -> Option<Limit> {
        Limit::of(self.hari, self.hari_kerja)
    }

    fn hit(&self, scope: &Scope<'_>, path: &FieldPath, text: &str) -> Option<Hit> {
        let limit = self.limit()?;
        let dates = introduced(text);
        let (_, since, start) = dates.iter().find(|(lead, ..)| self.dari.matches(lead))?;
        let said = self
            .sampai
            .as_ref()
            .and_then(|pattern| dates.iter().rev().find(|(lead, ..)| pattern.matches(lead)));
        let place = |span: &Span| Place::within(path.clone(), span.clone());
        let (end, end_place) = match said {
            Some((_, span, end)) => (*end, place(span)),
            None => {
                let field = FieldPath::parse(&self.batas);
                (scope.draft.day_at(&field)?, Place::value(field))
            }
        };
        let excess = limit.excess(*start, end)?;
        let long = |date: NaiveDate| wording::date_long(date, scope.draft.language());
        let hit = Hit::at(end_place)
            .word("hari", limit.taken(*start, end).to_string())
            .word("batas", limit.days().to_string())
            .word("nilai", long(end))
            .word("sejak", long(*start))
            .see(place(since), words::check::counted_from_here());
        let sure = excess == Excess::Sure && (said.is_some() || self.sampai.is_none());
        Some(if sure { hit } else { hit.at_most(Level::Info) })
    }
}

/// The dates of a text, each with the words of its sentence that stand between it and the date before.
fn introduced(text: &str) -> Vec<(&str, Span, NaiveDate)> {
    let mut from = 0;
    let dates = wording::dates_in(text).into_iter();
    let lead = dates.map(|(span, date)| {
        let before = text.get(from..span.start).unwrap_or_default();
        from = span.end;
        let sentence = before.rfind([';', '\n']).into_iter().chain(before.rfind(". ")).max();
        (before.get(sentence.map_or(0, |at| at + 1)..).unwrap_or_default(), span, date)
    });
    lead.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_the_words_of_their_own_sentence() {
        let text = "Usulan diterima tanggal 1 Oktober 2025. Penyelarasan selesai pada tanggal 28 \
                    Oktober 2025, dan disampaikan 3 November 2025.";
        let leads: Vec<&str> = introduced(text).into_iter().map(|(lead, ..)| lead.trim()).collect();
        assert_eq!(leads, ["Usulan diterima", "Penyelarasan selesai pada", ", dan disampaikan"]);
    }
}
