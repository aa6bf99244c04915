//! `schemas/peraturan/RUJUKAN.md`: every check kind with its parameters, the words it gives to
//! messages and an example, made of what the program says of itself and of the built-in packs.
//!
//! `NASKAH_PERBARUI=1 cargo test pack_reference` writes it anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use naskah::rule::{Check, Rule, schema};
use naskah::source::path::FieldPath;
use naskah::source::read;
use serde_json::Value;

use crate::common::{REGISTRY, root};

const HEAD: &str = "\
# Rujukan paket peraturan

Berkas ini dibuat dari program; jangan disunting. Editor memakai skema yang sama,
`schemas/paket.schema.json` (atau `naskah schema paket`).

Jalur sebuah bidang ditulis `judul`, `jangka_waktu.lama`, `pihak[0].nomor`, atau `pihak[*].nomor` untuk
tiap anggota daftar. Yang salah pada sebuah paket ditunjukkan di tempatnya ketika paket itu dimuat:
kunci, nilai, dan kata yang tidak ada. Sesudah itu tiap aturan diuji pada contohnya sendiri.

- Bidang yang disebut aturan harus ada pada tiap jenis naskah di dalam `bila.jenis`.
- Tanpa `bila.jenis`, bidang yang ketiadaannya menjadi temuan (seperti pada `wajib`, dan pada `jumlah`
  dengan minimal) harus ada pada semua jenis yang dinilai; bidang yang hanya dibaca bila terisi cukup
  ada pada salah satunya. Jenis tanpa bidang pada `bila.ada`, atau tanpa bidang yang nilainya
  ditanyakan `bila`, tidak dinilai.
";

#[test]
fn the_reference_of_packs_is_fresh() {
    let path = root().join("schemas/peraturan/RUJUKAN.md");
    let text = reference();
    if std::env::var_os("NASKAH_PERBARUI").is_some() {
        std::fs::write(&path, &text).expect("write");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let remedy = "NASKAH_PERBARUI=1 cargo test --no-default-features pack_reference";
    assert!(committed == text, "{} usang; jalankan: {remedy}", path.display());
    assert_eq!(text.matches("\n### `").count(), Check::KINDS.len());
    assert_eq!(text.matches("\nContoh (`").count(), Check::KINDS.len());
}

fn reference() -> String {
    let schema = schema::schema();
    let mut out = HEAD.to_owned();
    for (title, pointer) in [
        ("Kepala berkas", ""),
        ("`pengganti`", "/definitions/SuccessorFile"),
        ("`[[aturan]]`", "/definitions/RuleFile"),
        ("`bila`", "/definitions/RuleFile/properties/bila"),
        ("`[[aturan.contoh]]`", "/definitions/ExampleFile"),
    ] {
        let body = schema.pointer(pointer).expect("a table");
        let _ = write!(out, "\n## {title}\n\n{}\n", body["description"].as_str().expect("said"));
        keys(body, &schema, &mut out);
    }
    out.push_str(
        "\nKunci lain pada `bila` adalah jalur sebuah bidang dengan nilai yang dituntut.\n",
    );
    out.push_str("\n## Pemeriksa (`periksa.jenis`)\n");
    let examples = examples();
    for kind in schema["definitions"]["Check"]["anyOf"].as_array().expect("kinds") {
        let name = kind["properties"]["jenis"]["enum"][0].as_str().expect("a name");
        let _ = write!(out, "\n### `{name}`\n\n{}\n", kind["description"].as_str().expect("said"));
        keys(kind, &schema, &mut out);
        let (rule, lines) = &examples[name];
        words(rule, &mut out);
        let _ = write!(out, "\nContoh (`{}`):\n\n```toml\n{lines}```\n", rule.id);
    }
    out
}

/// The keys of a table.
fn keys(table: &Value, schema: &Value, out: &mut String) {
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
fn options(key: &str, one: &Value, schema: &Value, out: &mut String) {
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
        (Some("boolean"), _) => "ya-tidak".to_owned(),
        (Some("integer"), _) => "bilangan bulat".to_owned(),
        (Some("array"), _) => format!("daftar {}", content(&one["items"], schema)),
        (Some("object"), _) => "tabel".to_owned(),
        other => panic!("{other:?}"),
    }
}

/// The words that a check gives to messages.
fn words(rule: &Rule, out: &mut String) {
    let words = rule.check.words();
    if !words.is_empty() {
        out.push_str("\nKata untuk pesan dan saran:\n\n");
    }
    for word in words {
        let _ = writeln!(out, "- `{{{}}}`: {}", word.name, word.meaning);
    }
}

/// Of each check kind the rule that shows it in the fewest letters, with its lines.
fn examples() -> BTreeMap<&'static str, (&'static Rule, String)> {
    let mut found: BTreeMap<&str, (&Rule, String)> = BTreeMap::new();
    for pack in REGISTRY.packs() {
        let text = REGISTRY.text(&pack.id).expect("a text");
        let (tree, _) = read::read(text);
        for (at, rule) in pack.rules.iter().enumerate() {
            let lines = lines(text, &tree, at);
            let known = found.get(rule.check.name()).map_or(usize::MAX, |(_, known)| known.len());
            if lines.len() < known {
                found.insert(rule.check.name(), (rule, lines));
            }
        }
    }
    found
}

/// What a rule judges, what it looks at and what it says, as they are written.
fn lines(text: &str, tree: &naskah::source::node::Node, at: usize) -> String {
    let rule = FieldPath::root().key("aturan").index(at);
    let mut out = String::new();
    for key in ["bila", "periksa", "pesan"] {
        if let Some(node) = tree.at(&rule.key(key)) {
            let _ = writeln!(out, "{key:7} = {}", &text[node.span.clone()]);
        }
    }
    out
}
