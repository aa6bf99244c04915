//! `jadwal_lampiran`: the days of a matter in an article are those in the table of an annex.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::Weekday;
use schemars::JsonSchema;
use serde::Deserialize;

use super::parts::days;
use super::shares::units;
use super::{CheckKind, Scope};
use crate::draft::keys::table;
use crate::finding::{Hit, Place};
use crate::kind::types::Record;
use crate::kind::{FieldType, Role};
use crate::rule::declared::{Word, word};
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::Known;
use crate::wording::{self, Bahasa, fixed_patterns};
use crate::words;

/// Matters that an annex puts on days of the week, and articles on others.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Timetable {}

impl CheckKind for Timetable {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[
            word("hal", "kegiatan atau layanannya"),
            word("tertulis", "hari menurut lampiran"),
            word("seharusnya", "hari menurut pasal"),
        ];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let rows = rows(scope);
        let language = scope.draft.language();
        let mut hits = Vec::new();
        for section in &scope.draft.outline.sections {
            let text = scope.draft.at(&section.text_path).and_then(Node::str).unwrap_or_default();
            if rows.is_empty() || !text.contains("ari ") {
                continue;
            }
            for unit in units(text) {
                let own = text.get(unit.clone()).unwrap_or_default();
                let Some((label, row)) = rows.iter().find(|(label, _)| begins(own, label)) else {
                    continue;
                };
                let said = if PARTIAL.is_match(own) { Vec::new() } else { days(own) };
                let other = said.iter().any(|day| !row.days.contains(day))
                    || row.days.iter().any(|day| !said.contains(day));
                if said.is_empty() || !other {
                    continue;
                }
                let hit = Hit::at(Place::value(row.path.clone())).word("hal", label.as_str());
                let hit = hit.word("tertulis", names(&row.days, language));
                let place = Place::within(section.text_path.clone(), unit);
                let hit = hit.word("seharusnya", names(&said, language));
                hits.push(hit.see(place, words::check::differs_from_this()));
            }
        }
        hits
    }
}

fixed_patterns! {
    /// A single day, or days by choice.
    PARTIAL = r"(?i)\b(?:atau|kecuali|selain|(?:19|20)\d\d|disepakati|bergantian|laporan)\b";
    /// The marker of an ayat.
    MARKER = r"^\s*\(\d{1,2}\)\s*";
}

/// A matter of an annex with its days.
struct Row {
    path: FieldPath,
    days: Vec<Weekday>,
}

/// The rows of the tables in annexes that name days, by what they are about.
fn rows(scope: &Scope<'_>) -> BTreeMap<String, Row> {
    let mut found: BTreeMap<String, Row> = BTreeMap::new();
    let annex = scope.draft.kind.role(Role::Lampiran).map(|field| field.key.as_str());
    for visit in scope.visits() {
        let inside = annex.is_some() && visit.path.keys().next() == annex;
        if !inside || *visit.field_type != FieldType::Record(Record::Table) {
            continue;
        }
        let list = visit.path.key(table::ROWS);
        let all = visit.node.get(table::ROWS).map_or(&[][..], Node::members).iter().enumerate();
        for (at, row) in all {
            let cells: Vec<&str> = row.members().iter().filter_map(Node::str).collect();
            let label = cells.iter().find(|cell| is_label(cell));
            let on = cells.iter().enumerate().find(|(_, cell)| !days_of(cell).0.is_empty());
            let Some((label, (column, cell))) = label.zip(on) else { continue };
            let path = list.index(at).index(column);
            let row = found.entry(label.trim().to_lowercase());
            let row = row.or_insert_with(|| Row { path, days: Vec::new() });
            row.days.extend(&days_of(cell).0);
        }
    }
    found
}

/// The days that a cell names.
struct Days(Vec<Weekday>);

fn days_of(cell: &str) -> Rc<Days> {
    Known::of(cell).read(|| Days(days(cell)))
}

/// Two words at least, and none of them a day or a figure.
fn is_label(cell: &str) -> bool {
    cell.split_whitespace().count() >= 2
        && days_of(cell).0.is_empty()
        && !cell.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether an ayat begins with a matter.
fn begins(unit: &str, label: &str) -> bool {
    let marker = MARKER.find(unit).map_or(0, |one| one.end());
    let text = unit.get(marker..).unwrap_or_default().trim_start();
    text.get(..label.len()).is_some_and(|head| head.to_lowercase() == label)
}

fn names(days: &[Weekday], language: Bahasa) -> String {
    let names: Vec<&str> = days.iter().map(|day| wording::weekday_name(*day, language)).collect();
    names.join(", ")
}
