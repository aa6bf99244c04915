//! `naskah render --record`: what it says of every document, held against the paper.

use std::path::Path;

use serde_json::Value;

use crate::common::{folder, python, root, run_in};
use crate::pdf::{FACTS, PRINTED};

/// A name begins at most so far below the room of its signature, in points.
const BELOW: f64 = 40.0;

fn record() -> Value {
    let text = std::fs::read_to_string(PRINTED.path().join("catatan.json")).expect("record");
    serde_json::from_str(&text).expect("JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// A box on a page in points from its lower left corner, and what stands in it.
struct Placed {
    page: u64,
    left: f64,
    bottom: f64,
    right: f64,
    top: f64,
    text: String,
}

impl Placed {
    /// A word as `kata_pdf.py --letak` gives it: from the upper left corner.
    fn word(value: &Value, sizes: &[Value]) -> Self {
        let side = |at: usize| value[at].as_f64().expect("a side");
        let page = value[0].as_u64().expect("a page");
        let height = sizes[usize::try_from(page).expect("few") - 1][1].as_f64().expect("a height");
        Self {
            page,
            left: side(1),
            bottom: height - side(4),
            right: side(3),
            top: height - side(2),
            text: value[5].as_str().expect("a word").to_owned(),
        }
    }

    fn room(signer: &Value) -> Self {
        let side = |key: &str| signer[key].as_f64().expect("a side");
        Self {
            page: signer["page"].as_u64().expect("a page"),
            left: side("left"),
            bottom: side("bottom"),
            right: side("left") + side("width"),
            top: side("bottom") + side("height"),
            text: signer["name"].as_str().expect("a name").to_owned(),
        }
    }

    fn middle(&self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.bottom, self.top))
    }

    /// Whether another stands within.
    fn holds(&self, other: &Self) -> bool {
        let (x, y) = other.middle();
        self.page == other.page
            && (self.left..self.right).contains(&x)
            && (self.bottom..self.top).contains(&y)
    }

    /// Whether another stands right below.
    fn stands_over(&self, other: &Self) -> bool {
        let strip =
            Self { top: self.bottom, bottom: self.bottom - BELOW, text: String::new(), ..*self };
        strip.holds(other)
    }
}

/// Letters and figures, as they are compared.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[test]
fn every_signer_has_his_name_below_an_empty_room() {
    let record = record();
    let mut named = 0;
    for document in list(&record["documents"]) {
        let file = document["files"][0]["file"].as_str().expect("a file");
        let name = Path::new(file).file_stem().expect("a name").to_str().expect("UTF-8");
        let output = python("kata_pdf.py", [Path::new("--letak"), &PRINTED.path().join(file)]);
        let words: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let sizes = list(&FACTS[name]["halaman"]);
        let words: Vec<Placed> =
            list(&words).iter().map(|word| Placed::word(word, sizes)).collect();
        for room in list(&document["signers"]).iter().map(Placed::room) {
            let inside = words.iter().filter(|word| room.holds(word));
            let inside: Vec<&str> = inside.map(|word| word.text.as_str()).collect();
            let stamp = |word: &&str| ["METERAI", "Rp10.000", "RANCANGAN", "DRAF"].contains(word);
            assert!(inside.iter().all(stamp), "{name}, {}: {inside:?}", room.text);
            if let Some(first) = room.text.split_whitespace().next() {
                let below = words.iter().filter(|word| room.stands_over(word));
                let below: Vec<String> = below.map(|word| letters(&word.text)).collect();
                let first = letters(first);
                assert!(
                    below.iter().any(|word| first.starts_with(word.as_str()) && !word.is_empty()),
                    "{name}, page {}, {}: {below:?}",
                    room.page,
                    room.text
                );
                named += 1;
            }
        }
    }
    assert!(named > 60, "{named}");
}

#[test]
fn every_document_that_somebody_signs_says_who() {
    // Who was there signs a list; a table of comments and a procedure of KDN nobody.
    let unsigned = [
        "daftar-hadir",
        "jadual-ulasan",
        "nota-diplomatik",
        "aturcara-majlis",
        "prosedur-operasi-standard",
    ];
    for document in list(&record()["documents"]) {
        let kind = document["particulars"]["kind"].as_str().expect("a kind");
        let signed = !list(&document["signers"]).is_empty();
        assert!(signed || unsigned.contains(&kind), "{}", document["draft"]);
    }
}

#[test]
fn an_agreement_says_what_it_is_about() {
    let record = record();
    let mut all = list(&record["documents"]).iter();
    let own = all.find(|one| one["draft"] == "nota-kesepahaman-lengkap.toml").expect("an entry");
    let hash = own["files"][0]["hash"].as_str().expect("a hash");
    assert!(hash.len() == 32 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash}");
    let said = &own["particulars"];
    let sample = root().join("samples/nota-kesepahaman/lengkap.toml");
    let sample: toml::Table =
        std::fs::read_to_string(sample).expect("sample").parse().expect("TOML");
    let word = |path: &[&str]| {
        let first = sample.get(path[0]).expect("a key");
        let value = path[1..].iter().fold(first, |value, key| &value[*key]);
        value.as_str().map_or_else(|| value.to_string(), str::to_owned)
    };
    assert_eq!(said["subject"], word(&["judul"]));
    assert_eq!(said["date"], word(&["tanggal"]));
    assert_eq!(said["term"]["length"], word(&["jangka_waktu", "lama"]));
    assert_eq!(said["term"]["end"], word(&["jangka_waktu", "berakhir"]));
    let labels: Vec<&Value> = list(&said["parties"]).iter().map(|party| &party["label"]).collect();
    assert_eq!(labels, ["PIHAK KESATU", "PIHAK KEDUA"]);
    let numbers = list(&said["parties"]).iter().all(|party| party["number"].is_string());
    assert!(numbers || !list(&said["numbers"]).is_empty());
}

#[test]
fn a_record_takes_no_place_of_another_file() {
    let folder = folder();
    let sample = root().join("samples/nota-dinas-laporan");
    let draft = std::fs::read_to_string(sample.join("lengkap.toml")).expect("sample");
    std::fs::write(folder.path().join("draf.toml"), draft).expect("draft");
    let to = |record: &str| format!("render draf.toml -o naskah.pdf --record {record}");
    run_in(folder.path(), &to("catatan.csv")).code(2);
    run_in(folder.path(), &to("draf.toml")).code(2);
    std::fs::write(folder.path().join("catatan.json"), "lama").expect("file");
    run_in(folder.path(), &to("catatan.json")).code(2);
    assert!(!folder.path().join("naskah.pdf").exists(), "nothing is printed before it is known");
    run_in(folder.path(), &(to("catatan.json") + " --force")).code(0);
    let text = std::fs::read_to_string(folder.path().join("catatan.json")).expect("record");
    assert!(text.contains("\"file\": \"naskah.pdf\"") && !text.contains("lama\n"), "{text}");
}
