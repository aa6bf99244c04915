//! The row of a table that gives the sums of those above it.

use super::hit;
use crate::draft::keys::table;
use crate::finding::Hit;
use crate::kind::FieldType;
use crate::kind::types::Record;
use crate::rule::check::Scope;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::wording::{self, Bahasa, fixed_patterns};

fixed_patterns! {
    /// The head of a row of sums.
    TOTAL = r"(?i)^\s*(?:jumlah|total|jumlah\s+(?:seluruhnya|keseluruhan|total|besar)|total\s+(?:keseluruhan|anggaran|biaya)|grand\s+total)\s*:?\s*$";
    /// Sums of some rows, which would count twice.
    PARTIAL = r"(?i)\b(?:sub\s*-?\s*(?:jumlah|total)|jumlah|total|dibulatkan|ppn|pajak)\b";
    /// Columns whose sum says nothing.
    NO_SUM = r"(?i)^\s*no\b|nomor|tahun|%|persen|rata|satuan|tarif|harga|lama|durasi|tanggal|kode";
    /// A number, with currency or unit around it.
    NUMBER = r"(?i)^\s*(?:(?:Rp|RM|IDR)\.?\s*)?(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}|-{1,2}))?\s*(?:orang|jam|unit|hari|peserta|kali|paket|buah|pax)?\s*$";
}

pub(super) fn uneven(scope: &Scope<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for visit in scope.visits() {
        if *visit.field_type == FieldType::Record(Record::Table) {
            hits.extend(of_table(scope, &visit.path, visit.node));
        }
    }
    hits
}

fn of_table(scope: &Scope<'_>, path: &FieldPath, node: &Node) -> Vec<Hit> {
    let rows: Vec<Vec<&str>> =
        node.get(table::ROWS).map_or(&[][..], Node::members).iter().map(cells).collect();
    let Some((total, above)) = rows.split_last().filter(|(_, above)| above.len() >= 2) else {
        return Vec::new();
    };
    let named = |row: &[&str]| row.iter().take(2).any(|cell| TOTAL.is_match(cell));
    let partial = |row: &Vec<&str>| row.iter().take(2).any(|cell| PARTIAL.is_match(cell));
    if !named(total) || above.iter().any(partial) {
        return Vec::new();
    }
    let heads = node.get(table::HEADS).map_or(&[][..], Node::members);
    let language = scope.draft.language();
    let wrong = total.iter().enumerate().filter_map(|(column, said)| {
        let head = heads.get(column).and_then(Node::str).unwrap_or_default();
        let sum = sum(above, total.len(), column).filter(|_| !NO_SUM.is_match(head))?;
        let whole = number(said)?;
        let place = path.key(table::ROWS).index(above.len()).index(column);
        (sum != whole).then(|| {
            let parts: Vec<String> = above
                .iter()
                .filter_map(|row| row.get(column))
                .filter(|cell| !is_blank(cell))
                .map(|cell| cell.trim().to_owned())
                .collect();
            hit(&place, 0..said.len(), said, &parts, spoken(sum, language))
        })
    });
    wrong.collect()
}

fn cells(row: &Node) -> Vec<&str> {
    row.members().iter().map(|cell| cell.str().unwrap_or_default()).collect()
}

/// The sum of a column all of whose cells are numbers or blank.
fn sum(rows: &[Vec<&str>], width: usize, column: usize) -> Option<u64> {
    let mut sum = 0_u64;
    let mut counted = 0;
    for row in rows {
        let cell = row.get(column).filter(|_| row.len() == width)?;
        if is_blank(cell) {
            continue;
        }
        sum = sum.checked_add(number(cell)?)?;
        counted += 1;
    }
    (counted >= 2).then_some(sum)
}

fn is_blank(cell: &str) -> bool {
    cell.trim().chars().all(|c| matches!(c, '-' | '–' | '—'))
}

/// In hundredths, so that cents count.
fn number(cell: &str) -> Option<u64> {
    let found = NUMBER.captures(cell)?;
    let whole: String = found.get(1)?.as_str().chars().filter(char::is_ascii_digit).collect();
    let cents = found.get(2).map_or("0", |part| part.as_str());
    let cents: u64 = format!("{cents:0<2}").replace('-', "0").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents)
}

fn spoken(hundredths: u64, language: Bahasa) -> String {
    let whole = wording::digits(hundredths / 100, language);
    match hundredths % 100 {
        0 => whole,
        cents => format!("{whole},{cents:02}"),
    }
}
