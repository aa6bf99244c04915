//! `batas_lewat`: a time limit is not over on the day of the document that sets it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::CheckKind;
use super::Scope;
use super::spans::{is_body, sentence};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::wording::{self, fixed_patterns};
use crate::words;

/// "paling lambat 12 Mei 2026", in minutes of 21 May.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Overdue {}

fixed_patterns! {
    /// What sets a limit, right before the day.
    LIMIT = r"(?i)\b(?:paling\s+(?:lambat|lama)|selambat-lambatnya|selewat-lewatnya)\s+(?:pada\s+)?(?:hari\s+[a-z’']+,?\s+)?(?:tanggal\s+|tarikh\s+)?$";
    /// What tells of a limit that was set before.
    PAST = r"(?i)\b(?:telah|sudah|semula|seharusnya|seharusnya|sepatutnya|terlambat|melewati|lewat|lalu|berbunyi|sebelumnya|tertunda)\b";
}

impl CheckKind for Overdue {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "batas waktu yang tertulis"),
            word("seharusnya", "hari naskah, yang tidak boleh didahuluinya"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::role(Role::Tanggal, "")]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let Some(own) = scope.draft.date() else { return Vec::new() };
        let mut hits = Vec::new();
        for visit in scope.visits().iter().filter(|visit| visit.has_year()) {
            let Some((path, text)) = visit.text().filter(|(path, _)| is_body(scope, path)) else {
                continue;
            };
            for found in visit.dates() {
                let day = found.parsed.as_ref().and_then(|day| day.date());
                let Some(day) = day.filter(|day| *day < own) else { continue };
                let around = sentence(text, found.span.start);
                let before = text.get(around.start..found.span.start).unwrap_or_default();
                let whole = text.get(around).unwrap_or_default();
                if !LIMIT.is_match(before) || PAST.is_match(whole) {
                    continue;
                }
                let said = wording::date_long(day, scope.draft.language());
                let hit = Hit::at(Place::within(path.clone(), found.span.clone()));
                let right = wording::date_long(own, scope.draft.language());
                let home = scope.draft.facts().path(Role::Tanggal).unwrap_or_default();
                let hit = hit.word("tertulis", said).word("seharusnya", right);
                hits.push(hit.see(Place::value(home), words::check::the_fact()));
            }
        }
        hits
    }
}
