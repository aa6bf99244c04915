//! `rencana_kegiatan`: the plan of activities keeps to the calendar, and to the term of the document.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Deserialize;

use super::spans::plan;
use super::{CheckKind, Scope, term};
use crate::finding::{Hit, Place};
use crate::kind::Role;
use crate::rule::declared::{Read, Word, word};
use crate::source::path::FieldPath;
use crate::wording;
use crate::words;

/// What is wrong with the days of an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline, description = "Yang dapat salah pada hari sebuah kegiatan.")]
enum Defect {
    /// It ends before it begins.
    #[schemars(description = "Selesainya mendahului mulainya.")]
    Terbalik,
    /// It lies behind the end of the term; what lies before its start a clause judges.
    #[schemars(description = "Sesudah jangka waktu naskah berakhir.")]
    DiLuarJangkaWaktu,
}

/// The days of the activities in the plan that is printed as an annex.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanRows {
    #[schemars(description = "Yang dicari.")]
    cacat: Defect,
}

const START: &str = "mulai";
const END: &str = "selesai";

impl CheckKind for PlanRows {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] =
            &[word("tertulis", "hari yang tertulis"), word("batas", "hari yang menjadi batasnya")];
        WORDS
    }

    fn reads(&self) -> Vec<Read> {
        match self.cacat {
            Defect::Terbalik => Vec::new(),
            Defect::DiLuarJangkaWaktu => vec![Read::role(Role::JangkaWaktu, "mulai")],
        }
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let rows = rows(scope);
        match self.cacat {
            Defect::Terbalik => rows.iter().filter_map(|row| reversed(scope, row)).collect(),
            Defect::DiLuarJangkaWaktu => {
                let last = (!rows.is_empty()).then(|| term::last_day(scope.draft)).flatten();
                let last = last.into_iter();
                last.flat_map(|last| rows.iter().filter_map(move |row| outside(scope, row, last)))
                    .collect()
            }
        }
    }
}

/// An activity with the days that could be read.
struct Row {
    path: FieldPath,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
}

fn rows(scope: &Scope<'_>) -> Vec<Row> {
    let Some(list) = plan(scope) else {
        return Vec::new();
    };
    let count = scope.draft.at(&list).map_or(0, |node| node.members().len());
    let row = |at: usize| {
        let path = list.index(at);
        let day = |key: &str| scope.draft.day_at(&path.key(key));
        Row { start: day(START), end: day(END), path }
    };
    (0..count).map(row).collect()
}

fn reversed(scope: &Scope<'_>, row: &Row) -> Option<Hit> {
    let (start, end) = row.start.zip(row.end).filter(|(start, end)| end < start)?;
    let start = (row.path.key(START), start);
    Some(hit(scope, (row.path.key(END), end), start))
}

fn outside(scope: &Scope<'_>, row: &Row, last: NaiveDate) -> Option<Hit> {
    let facts = scope.draft.facts();
    let late = |key, day: Option<NaiveDate>| Some((key, day.filter(|day| *day > last)?));
    let (key, day) = late(START, row.start).or_else(|| late(END, row.end))?;
    let place = facts.path(Role::JangkaWaktu).unwrap_or_default();
    Some(hit(scope, (row.path.key(key), day), (place, last)))
}

fn hit(scope: &Scope<'_>, said: (FieldPath, NaiveDate), limit: (FieldPath, NaiveDate)) -> Hit {
    let long = |day| wording::date_long(day, scope.draft.language());
    let hit = Hit::at(Place::value(said.0)).word("tertulis", long(said.1));
    hit.word("batas", long(limit.1)).see(Place::value(limit.0), words::check::limit_here())
}
