//! `sesudah_naskah`: papers that a document speaks of as existing are not younger than it.

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::is_body;
use super::{CheckKind, Scope};
use crate::draft::shape::Visit;
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::wording::{self, FixedPattern, fixed_patterns};
use crate::words;

/// Decrees, deeds, statements and agreements in the opening, the parties and the articles.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Later {}

impl CheckKind for Later {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("tertulis", "hari atau tahun yang tertulis"),
            word("seharusnya", "hari naskah, yang tidak boleh didahuluinya"),
        ];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        vec![Read::role(Role::Tanggal, "")]
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let Some(signed) = scope.draft.date() else {
            return Vec::new();
        };
        let mut hits = Vec::new();
        for visit in scope.visits().iter().filter(|visit| visit.has_year()) {
            let Some((path, text)) = visit.text().filter(|(path, _)| speaks(scope, path)) else {
                continue;
            };
            let made = if recites(scope, &path) { &MADE } else { &NUMBERED_DAY };
            let day = days(visit, text, signed, made);
            let year = years(text, signed);
            hits.extend(day.into_iter().chain(year).map(|(span, said)| {
                let hit = Hit::at(Place::within(path.clone(), span)).word("tertulis", said);
                let own = scope.draft.facts().path(Role::Tanggal).unwrap_or_default();
                let right = wording::date_long(signed, scope.draft.language());
                hit.word("seharusnya", right).see(Place::value(own), words::check::the_fact())
            }));
        }
        hits
    }
}

fixed_patterns! {
    /// What says of a paper that it was made on the day behind it.
    MADE = r"(?i)\b(?:ditandatangani|ditanda\s+tangani|ditetapkan|diundangkan|disahkan|bertanggal|tertanggal|bertarikh|signed|dated|nomor\s+\S+(?:\s+tahun\s+\d{4})?)\b[^.;:\n]{0,70}$";
    /// The same in an article, which also speaks of what is still to be made.
    NUMBERED_DAY = r"(?i)\b(?:bertanggal|tertanggal|bertarikh|dated|(?:telah|sudah)\s+(?:ditandatangani|ditetapkan|disahkan)\b[^.;:\n]{0,70}|nomor\s+\S+(?:\s+tahun\s+\d{4})?),?\s*$";
    /// What says that it will be, or speaks of a time limit.
    PLANNED = r"(?i)\b(?:akan|paling|selambat|sebelum|sampai|hingga|sejak|berlaku|mulai|terhitung|berakhir|direncanakan|will|shall|until|before|by|lapses?|expires?|ends?|perjanjian\s+kerja\s+sama\s+ini|nota\s+kesepahaman\s+ini|naskah\s+ini)\b[^.;:\n]{0,90}$";
    /// The year in the number of a paper.
    NUMBERED = r"(?i)\b(?:undang-undang|peraturan|keputusan|instruksi|akta|surat|nota\s+kesepahaman|perjanjian)\b[^.;:\n]{0,80}?\b(?:nomor|no\.)\s*:?\s*\S{1,40}\s+tahun\s+(\d{4})\b";
}

/// Whether a text is one of the opening, of a komparisi or of the articles.
fn speaks(scope: &Scope<'_>, path: &FieldPath) -> bool {
    is_body(scope, path) || path.last_key() == Some("komparisi")
}

/// Whether a text tells what came before the document.
fn recites(scope: &Scope<'_>, path: &FieldPath) -> bool {
    let head = path.keys().next().unwrap_or_default();
    let roles = [Role::Pembukaan, Role::Pertimbangan];
    let opening = roles
        .iter()
        .any(|role| scope.draft.kind.role(*role).is_some_and(|field| field.key == head));
    opening || path.last_key() == Some("komparisi")
}

/// Days after that of the document.
fn days(
    visit: &Visit<'_>,
    text: &str,
    signed: NaiveDate,
    pattern: &FixedPattern,
) -> Vec<(Span, String)> {
    let later = visit.dates().iter().filter_map(|found| {
        let day = found.parsed.as_ref()?.date().filter(|day| *day > signed)?;
        let before = clause(text, found.span.start);
        let made = pattern.is_match(before) && !PLANNED.is_match(before) && day.year() < 2200;
        made.then(|| {
            (found.span.clone(), text.get(found.span.clone()).unwrap_or_default().trim().to_owned())
        })
    });
    later.collect()
}

/// Numbers whose year is after that of the document.
fn years(text: &str, signed: NaiveDate) -> Vec<(Span, String)> {
    let later = NUMBERED.captures_iter(text).filter_map(|found| {
        let year = found.get(1)?;
        let said: i32 = year.as_str().parse().ok()?;
        let planned = PLANNED.is_match(clause(text, found.get(0)?.start()));
        (said > signed.year() && !planned).then(|| (year.range(), year.as_str().to_owned()))
    });
    later.collect()
}

/// What stands before a byte, so far as a sentence may lead to it.
fn clause(text: &str, at: usize) -> &str {
    let from = text.floor_char_boundary(at.saturating_sub(200));
    text.get(from..at).unwrap_or_default()
}
