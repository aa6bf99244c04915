//! `rujukan`: references by name and in plain words lead to something that is there.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::draft::inline;
use crate::draft::outline::{Outline, Section};
use crate::finding::{Hit, Place};
use crate::source::Span;
use crate::source::node::{Node, Value};
use crate::source::path::FieldPath;

/// What is wrong with a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Defect {
    /// It leads nowhere.
    TidakAda,
    /// It leads to where it stands.
    DiriSendiri,
}

/// References in the articles of a draft.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct References {
    cacat: Defect,
}

/// A reference, by name or in words.
struct Found {
    span: Span,
    /// The article it names: by its number for words, resolved for names.
    number: Option<usize>,
    parts: Vec<String>,
}

impl CheckKind for References {
    fn run(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for section in &scope.draft.outline.sections {
            for (path, text) in strings(scope.draft.at(&section.text_path), &section.text_path) {
                for found in references(&scope.draft.outline, text, unit(scope)) {
                    if self.wrong(&scope.draft.outline, section, &found) {
                        hits.push(hit(&path, text, found.span, scope));
                    }
                }
            }
        }
        hits
    }
}

impl References {
    fn wrong(&self, outline: &Outline, home: &Section, found: &Found) -> bool {
        let target = found.number.and_then(|number| outline.numbered(number));
        match (self.cacat, target) {
            (Defect::TidakAda, None) => true,
            (Defect::TidakAda, Some(target)) => {
                !found.parts.is_empty() && !target.body.has(&found.parts)
            }
            (Defect::DiriSendiri, Some(target)) => {
                target.number == home.number && is_here(home, found)
            }
            (Defect::DiriSendiri, None) => false,
        }
    }
}

/// Whether a reference to its own article means the very place where it stands.
fn is_here(home: &Section, found: &Found) -> bool {
    match found.parts.as_slice() {
        [] => true,
        [ayat] => home.body.ayat_at(found.span.start).is_some_and(|here| here.to_string() == *ayat),
        _ => false,
    }
}

fn hit(path: &FieldPath, text: &str, span: Span, scope: &Scope<'_>) -> Hit {
    let said = text.get(span.clone()).unwrap_or_default().to_owned();
    let count = scope.draft.outline.sections.len().to_string();
    Hit::at(Place::within(path.clone(), span)).word("rujukan", said).word("jumlah", count)
}

fn unit<'a>(scope: &'a Scope<'_>) -> &'a str {
    scope.draft.text("satuan_naskah").unwrap_or("Pasal")
}

fn strings<'a>(node: Option<&'a Node>, path: &FieldPath) -> Vec<(FieldPath, &'a str)> {
    match node.map(|node| &node.value) {
        Some(Value::String(text)) => vec![(path.clone(), text)],
        Some(Value::Array(list)) => {
            let members = list.iter().enumerate();
            members.flat_map(|(index, member)| strings(Some(member), &path.index(index))).collect()
        }
        _ => Vec::new(),
    }
}

fn references(outline: &Outline, text: &str, unit: &str) -> Vec<Found> {
    let by_name = inline::references(text).into_iter().map(|mark| Found {
        number: outline.find(&mark.name).map(|section| section.number),
        span: mark.span,
        parts: mark.parts,
    });
    let mut found: Vec<Found> = by_name.collect();
    if unit == "Pasal" {
        found.extend(in_words(text));
    }
    found
}

static PASAL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?-u)\bPasal\s+(\d{1,4})\b(?:\s+ayat\s+\((\d{1,2})\))?(?:\s+huruf\s+([a-z])\b)?(?:\s+angka\s+(\d{1,2})\b)?",
    )
    .ok()
});

/// "Pasal 7 ayat (2)" of this very text; a reference to another law is none of ours.
fn in_words(text: &str) -> Vec<Found> {
    let Some(pattern) = &*PASAL else {
        return Vec::new();
    };
    pattern
        .captures_iter(text)
        .filter_map(|found| {
            let whole = found.get(0)?;
            if of_another_text(text, &whole.range()) {
                return None;
            }
            let part = |group: usize| found.get(group).map(|part| part.as_str().to_owned());
            Some(Found {
                span: whole.range(),
                number: found.get(1)?.as_str().parse().ok(),
                parts: (2..=4).filter_map(part).collect(),
            })
        })
        .collect()
}

/// How far after a reference the name of the text that it belongs to may stand, in bytes.
const LOOK: usize = 1_000;

/// Whether the words around a reference say that it belongs to a law or another agreement. When in
/// doubt it does: a false alarm costs more than a missed fault.
fn of_another_text(text: &str, span: &Span) -> bool {
    static OTHERS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?ix-u)^(?:\s*(?:,|dan(?:/atau)?|atau|s\.d\.|sampai\s+dengan|serta|juncto|jo\.?|ayat\s+\(\d+\)|huruf\s+[a-z]\b|angka\s+\d+\b|pasal\s+\d+[a-z]?\b))*
            \s*(?:dari\s+|pada\s+|dalam\s+)?
            (?:undang|peraturan|keputusan|kitab|kuh|uu\b|pp\b|perpres|permen|perda|anggaran\s+dasar|konvensi|statuta|nota\s+kesepahaman\s+(?:tanggal|nomor)|perjanjian\s+(?:tanggal|nomor|induk))",
        )
        .ok()
    });
    let after = text.get(span.end..).unwrap_or_default();
    // Bounded: of a page full of references each would look through all that follow it.
    let after = (LOOK..LOOK + 4).find_map(|end| after.get(..end)).unwrap_or(after);
    let before = text.get(..span.start).unwrap_or_default();
    OTHERS.as_ref().is_some_and(|pattern| pattern.is_match(after)) || follows_a_law(before)
}

/// Whether the clause before a reference ends with a law: "Kitab … ", "Undang-Undang … Tahun 2011".
fn follows_a_law(before: &str) -> bool {
    let near = before.char_indices().rev().nth(120).and_then(|(at, _)| before.get(at..));
    let clause = near.unwrap_or(before).rsplit(['.', ';']).next().unwrap_or_default();
    let near = clause.trim_end_matches([' ', '\n', '\t', ',']).to_lowercase();
    let year = near.len().checked_sub(10).and_then(|at| near.get(at..));
    let dated = year.is_some_and(|end| {
        end.strip_prefix("tahun ").is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()))
    });
    dated
        || near.contains("kitab")
        || near.contains("undang-undang")
        || near.ends_with("kuhp")
        || near.ends_with("kuhperdata")
}
