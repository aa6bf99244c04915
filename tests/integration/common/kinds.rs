//! What the tests must know of a kind beyond its fields. It stands with the kind, in its template and in
//! comments of its full sample, so that no test changes when a kind is added:
//!
//! ```toml
//! # Tidak dicetak: induk.nomor, induk.tentang.      fields that stand on no page
//! # Uji cetak tanpa: kalimat.                       printed once more without what hides other fields
//! ```

use std::collections::BTreeSet;

use naskah::inside::kind::Kind;
use naskah::inside::render::Style;
use regex::Regex;

use super::{CATALOG, root};

/// What a full sample says of its kind.
#[derive(Debug, Default)]
pub struct Remarks {
    /// The places of fields that are kept for the checks and for people, and stand on no page.
    pub unprinted: BTreeSet<String>,
    /// Fields, one list a printing, that are left out so that those they take the place of are seen.
    pub without: Vec<Vec<String>>,
}

impl Remarks {
    /// The remarks on a kind.
    pub fn on(kind: &Kind) -> Self {
        let path = root().join("samples").join(&kind.id).join("lengkap.toml");
        Self::read(&std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", kind.id)))
    }

    fn read(sample: &str) -> Self {
        let mut remarks = Self::default();
        for line in sample.lines() {
            if let Some(list) = line.strip_prefix("# Tidak dicetak:") {
                remarks.unprinted.extend(places(list));
            } else if let Some(list) = line.strip_prefix("# Uji cetak tanpa:") {
                remarks.without.push(places(list).collect());
            }
        }
        remarks
    }
}

fn places(list: &str) -> impl Iterator<Item = String> {
    list.trim_end_matches('.').split(',').map(|place| place.trim().to_owned())
}

/// A path without the numbers of list members: `pihak[0].pejabat.nama` as `pihak.pejabat.nama`.
pub fn place(path: &str) -> String {
    let mut place = path.to_owned();
    while let (Some(open), Some(close)) = (place.find('['), place.find(']')) {
        place.replace_range(open..=close, "");
    }
    place
}

/// The family whose fields a kind has, whether it belongs to it or only shares them; else itself.
pub fn family(kind: &Kind) -> String {
    let text = CATALOG.file(&format!("{}/jenis.toml", kind.id)).expect("jenis.toml");
    let file: toml::Table = toml::from_str(text).expect("jenis.toml");
    let shared = file.get("berbagi").and_then(|list| list.get(0)).and_then(toml::Value::as_str);
    kind.family.as_deref().or(shared).unwrap_or(&kind.id).to_owned()
}

/// The group of the style in which a kind is set (`[batas.naskah]`, `huruf.naskah`, …): the one that its
/// template names, or a template that it includes.
pub fn class(kind: &Kind) -> String {
    let class = Regex::new(r#"\bkelas: "([a-z]+)""#).expect("pattern");
    let included = Regex::new(r#"\{% include "([^"]+)" %\}"#).expect("pattern");
    let mut waiting = vec![format!("{}/dokumen.typ.j2", kind.id)];
    while let Some(path) = waiting.pop() {
        let text = CATALOG.file(&path).unwrap_or_else(|| panic!("{}: no {path}", kind.id));
        if let Some(found) = class.captures(text) {
            return found[1].to_owned();
        }
        waiting.extend(included.captures_iter(text).map(|found| found[1].to_owned()));
    }
    panic!("{}: no template names its kelas", kind.id)
}

/// Every list of fonts of the style, by the class that it is for, with a kind that is set in it.
pub fn of_each_class() -> Vec<(String, &'static Kind)> {
    let style = Style::default().json();
    let classes = style["huruf"].as_object().expect("[huruf]").keys();
    let set_in = |name: &String| CATALOG.iter().find(|kind| class(kind) == *name);
    classes
        .map(|name| (name.clone(), set_in(name).unwrap_or_else(|| panic!("no kind of {name}"))))
        .collect()
}

#[test]
fn remarks_are_read_from_comments() {
    let text =
        "# Tidak dicetak: a.b, c.\njenis = \"x\"\n# Tidak dicetak: d\n# Uji cetak tanpa: e, f.\n";
    let remarks = Remarks::read(text);
    assert_eq!(remarks.unprinted.into_iter().collect::<Vec<_>>(), ["a.b", "c", "d"]);
    assert_eq!(remarks.without, [["e", "f"]]);
}
