//! What an agreement has beside its articles: annexes made from facts, tables of annexes.

use serde_json::{Map, Value as Json, json};

use super::Maker;
use super::articles::table;
use super::runs::Setting;
use crate::draft::value;
use crate::source::node::Node;
use crate::wording;

/// Completes the annexes: their tables as runs, and the plan of activities as one more.
pub(super) fn complete(maker: &Maker<'_>, values: &mut Map<String, Json>) {
    let nodes = maker.draft.root.get("lampiran").map_or(&[][..], Node::members);
    let annexes = values.get_mut("lampiran").and_then(Json::as_array_mut);
    for (annex, node) in annexes.into_iter().flatten().zip(nodes) {
        let tables = node.get("tabel").filter(|list| !list.is_empty());
        let tables: Vec<Json> =
            tables.map_or(&[][..], Node::members).iter().map(|one| table(maker, one)).collect();
        if let Some(map) = annex.as_object_mut().filter(|map| map.contains_key("tabel")) {
            map.insert("tabel".into(), Json::Array(tables));
        }
    }
    let bases = values.get_mut("dasar").and_then(Json::as_array_mut);
    let count = bases.as_ref().map_or(0, |list| list.len());
    for (index, basis) in bases.into_iter().flatten().enumerate() {
        if let Some(sentence) = basis.get_mut("kalimat") {
            punctuate(sentence, if index + 1 == count { "." } else { ";" });
        }
    }
    if let Some(plan) = plan(maker) {
        match values.get_mut("lampiran") {
            Some(Json::Array(list)) => list.push(plan),
            _ => {
                values.insert("lampiran".into(), json!([plan]));
            }
        }
    }
}

/// Puts the mark behind a member of a list that does not bring its own.
fn punctuate(runs: &mut Json, mark: &str) {
    match runs {
        Json::String(text) if !text.trim_end().ends_with(['.', ';']) => text.push_str(mark),
        Json::Array(list) => {
            let last = list.last().map(super::values::flatten).unwrap_or_default();
            if !last.ends_with(['.', ';']) {
                list.push(json!(mark));
            }
        }
        _ => {}
    }
}

/// The activities of `[[kegiatan.rincian]]` as a table of their own; columns that no activity fills
/// are left out.
fn plan(maker: &Maker<'_>) -> Option<Json> {
    let list = maker.draft.root.get("kegiatan")?.get("rincian").filter(|list| !list.is_empty())?;
    let activities = list.members();
    let columns = [
        ("nama", "KEGIATAN", 6),
        ("waktu", "WAKTU", 4),
        ("lokasi", "LOKASI", 5),
        ("penanggung_jawab", "PENANGGUNG JAWAB", 4),
        ("anggaran", "ANGGARAN", 4),
        ("keterangan", "KETERANGAN", 5),
    ];
    let rows: Vec<Vec<Json>> = activities
        .iter()
        .map(|activity| columns.iter().map(|(key, _, _)| cell(maker, activity, key)).collect())
        .collect();
    let used: Vec<usize> = (0..columns.len())
        .filter(|at| rows.iter().any(|row| row.get(*at).is_some_and(|cell| cell != "")))
        .collect();
    let pick =
        |row: &Vec<Json>| used.iter().filter_map(|at| row.get(*at).cloned()).collect::<Vec<_>>();
    let numbered = rows.iter().enumerate().map(|(index, row)| {
        let mut cells = vec![json!((index + 1).to_string())];
        cells.extend(pick(row));
        cells
    });
    let heads = used.iter().filter_map(|at| columns.get(*at)).map(|(_, head, _)| *head);
    let widths = used.iter().filter_map(|at| columns.get(*at)).map(|(_, _, width)| *width);
    let heads: Vec<&str> = std::iter::once("NO.").chain(heads).collect();
    let widths: Vec<i32> = std::iter::once(1).chain(widths).collect();
    let rows: Vec<Vec<Json>> = numbered.collect();
    let table = json!({ "judul": null, "kolom": heads, "baris": rows, "lebar": widths });
    Some(json!({ "judul": "RENCANA KEGIATAN", "isi": null, "tabel": [table], "mendatar": true }))
}

fn cell(maker: &Maker<'_>, activity: &Node, key: &str) -> Json {
    let language = maker.language;
    let narrow = Setting { narrow: true, ..Setting::default() };
    let date = |key: &str| {
        activity.get(key).and_then(value::date).map(|d| wording::date_long(d, language))
    };
    match key {
        "waktu" => json!(match (date("mulai"), date("selesai")) {
            (Some(start), Some(end)) if start == end => start,
            (Some(start), Some(end)) => format!("{start} s.d. {end}"),
            (Some(start), None) => format!("mulai {start}"),
            (None, Some(end)) => format!("sampai {end}"),
            (None, None) => String::new(),
        }),
        "anggaran" => {
            let money = activity.get(key).and_then(|node| value::money(node, language));
            json!(money.map_or_else(String::new, |money| money.figures(language)))
        }
        _ => {
            let text = activity.get(key).and_then(Node::str).unwrap_or_default();
            maker.runs(text, narrow)
        }
    }
}
