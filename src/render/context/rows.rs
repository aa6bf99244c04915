//! The rows of the Lampiran tables: they go into the world as a data file, not as source.

use serde_json::{Map, Value as Json, json};

use super::Maker;
use super::runs::Setting;
use crate::kind::{Field, FieldType};
use crate::source::node::Node;

/// Takes the rows out of the values, and completes the heads and widths of the columns.
pub(super) fn take(maker: &Maker<'_>, values: &mut Map<String, Json>) -> Option<Json> {
    let field = maker.draft.kind.fields.iter().find(|field| field.columns.is_some())?;
    let given = values.get("kolom").and_then(Json::as_array).is_some_and(|list| !list.is_empty());
    if !given {
        values.insert("kolom".into(), json!(field.columns));
    }
    values.insert("lebar".into(), json!(field.widths));
    values.remove(&field.key);
    let list = maker.draft.root.get(&field.key).map_or(&[][..], Node::members);
    let columns: Vec<&Field> = maker.draft.kind.record_fields(field).collect();
    let rows: Vec<Json> = list
        .iter()
        .filter(|node| node.table().is_some())
        .map(|row| {
            let cells: Vec<Json> = columns.iter().map(|column| cell(maker, column, row)).collect();
            json!({ "sel": cells })
        })
        .collect();
    Some(json!({ "baris": rows }))
}

fn cell(maker: &Maker<'_>, column: &Field, row: &Node) -> Json {
    let setting = Setting {
        capitals: column.capitals == Some(true),
        narrow: true,
        hyphenate: column.hyphenate == Some(true),
    };
    let Some(node) = row.get(&column.key).filter(|node| !node.is_empty()) else {
        return json!("");
    };
    match column.field_type() {
        FieldType::Daftar(_) => entries(maker, node, setting),
        FieldType::Waktu => {
            let shown = maker.value(column, &FieldType::Waktu, node).unwrap_or(Json::Null);
            if shown.is_null() { json!("") } else { shown }
        }
        other => {
            let shown = match other.cell(column, node, maker.language) {
                Some(words) => maker.runs(&words, setting),
                None => maker.paragraphs(node, setting),
            };
            if shown.is_null() { json!("") } else { shown }
        }
    }
}

/// One entry as a text, several as a numbered list.
fn entries(maker: &Maker<'_>, node: &Node, setting: Setting) -> Json {
    let texts: Vec<&str> = node.members().iter().filter_map(Node::str).collect();
    match texts.as_slice() {
        [] => json!(""),
        [one] => maker.runs(one, setting),
        many => {
            let items = many.iter().enumerate().map(|(index, text)| {
                json!({ "m": format!("{}.", index + 1), "n": [{ "p": maker.runs(text, setting) }] })
            });
            json!({ "d": items.collect::<Vec<_>>() })
        }
    }
}
