//! Schemas as tables for people.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

/// The keys of a table.
pub(super) fn keys(table: &Value, schema: &Value, out: &mut String) {
    let needed: BTreeSet<&str> =
        table["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let keys = table["properties"].as_object().expect("keys");
    let mut rows =
        keys.iter().filter(|(key, one)| *key != "jenis" || one["enum"].is_null()).peekable();
    if rows.peek().is_some() {
        out.push_str("\n| kunci | isi | |\n| --- | --- | --- |\n");
    }
    let rows: Vec<(&String, &Value)> = rows.collect();
    for (key, one) in &rows {
        let must = if needed.contains(key.as_str()) { "**wajib.** " } else { "" };
        let said = one["description"].as_str().expect("said").replace('|', "\\|");
        let _ = writeln!(out, "| `{key}` | {} | {must}{said} |", content(one, schema));
    }
    for (key, one) in rows {
        options(key, one, schema, out);
    }
}

/// What the options of a key mean, where it has any.
pub(super) fn options(key: &str, one: &Value, schema: &Value, out: &mut String) {
    let target = one["allOf"][0]["$ref"].as_str().map(|name| name.rsplit('/').next());
    let target = target.flatten().map_or(one, |name| &schema["definitions"][name]);
    let ways = target["anyOf"].as_array().into_iter().flatten();
    let options: Vec<&Value> = ways.filter(|way| way["enum"].is_array()).collect();
    if !options.is_empty() {
        let _ = write!(out, "\nPilihan `{key}`:\n\n");
    }
    for option in options {
        let said = option["description"].as_str().expect("said");
        let _ = writeln!(out, "- {}: {said}", content(option, schema));
    }
}

/// What a key holds, in the words of those who write packs.
fn content(one: &Value, schema: &Value) -> String {
    if let Some(name) = one["$ref"].as_str() {
        let target = &schema["definitions"][name.rsplit('/').next().expect("a name")];
        return if name.ends_with("/Check") { "tabel".to_owned() } else { content(target, schema) };
    }
    if let Some(inner) = one["allOf"].get(0) {
        return content(inner, schema);
    }
    if let Some(ways) = one["anyOf"].as_array() {
        let ways: Vec<String> = ways.iter().map(|way| content(way, schema)).collect();
        return ways.join(" atau ");
    }
    if let Some(options) = one["enum"].as_array() {
        let options: Vec<String> =
            options.iter().filter_map(Value::as_str).map(|word| format!("`{word}`")).collect();
        return options.join(" atau ");
    }
    match (one["type"].as_str(), one["format"].as_str()) {
        (Some("string"), Some("date")) => "tanggal".to_owned(),
        (Some("string"), _) => "teks".to_owned(),
        (Some("integer"), _) => "bilangan bulat".to_owned(),
        (Some("boolean"), _) => "true atau false".to_owned(),
        (Some("array"), _) => format!("daftar {}", content(&one["items"], schema)),
        (Some("object"), _) => "tabel".to_owned(),
        other => panic!("{other:?}"),
    }
}
