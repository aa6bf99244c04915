//! The reference of packs: every check kind with its parameters, the words it gives to messages and
//! an example, made of what the program says of itself and of the built-in packs.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use naskah::inside::rule::{Check, Rule, schema};
use naskah::inside::source::node::Node;
use naskah::inside::source::path::FieldPath;
use naskah::inside::source::read;

use super::tables::keys;
use crate::common::REGISTRY;

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
fn every_check_kind_has_its_example() {
    let text = reference();
    assert_eq!(text.matches("\n### `").count(), Check::KINDS.len());
    assert_eq!(text.matches("\nContoh (`").count(), Check::KINDS.len());
}

/// The reference.
pub(super) fn reference() -> String {
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
        let Some((rule, lines)) = examples.get(name) else {
            panic!("{name}: no rule of a built-in pack uses this check kind");
        };
        words(rule, &mut out);
        let _ = write!(out, "\nContoh (`{}`):\n\n```toml\n{lines}```\n", rule.id);
    }
    out
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
fn lines(text: &str, tree: &Node, at: usize) -> String {
    let rule = FieldPath::root().key("aturan").index(at);
    let mut out = String::new();
    for key in ["bila", "periksa", "pesan"] {
        if let Some(node) = tree.at(&rule.key(key)) {
            let _ = writeln!(out, "{key:7} = {}", &text[node.span.clone()]);
        }
    }
    out
}
