//! The fonts that an office's style names are the fonts of its documents.

use std::collections::BTreeSet;
use std::path::Path;

use naskah::render::Style;
use serde_json::Value;

use crate::common::{naskah, python, run};
use crate::desk::Desk;

/// Every embedded family and the name of its faces in a PDF.
const FAMILIES: [(&str, &str); 5] = [
    ("TeX Gyre Bonum", "TeXGyreBonum"),
    ("Liberation Serif", "LiberationSerif"),
    ("Liberation Sans", "LiberationSans"),
    ("Noto Sans", "NotoSans"),
    ("Amiri", "Amiri"),
];

/// Every key of `[huruf]` with a kind that is set by it.
const KEYS: [(&str, &str); 4] = [
    ("naskah", "nota-kesepahaman"),
    ("tabel", "laporan-penjajakan"),
    ("korespondensi", "nota-dinas"),
    ("memorandum", "memorandum-jemaah-menteri"),
];

#[test]
fn every_list_of_fonts_is_tested() {
    let style = Style::default().json();
    let keys: BTreeSet<&str> =
        style["huruf"].as_object().expect("[huruf]").keys().map(String::as_str).collect();
    assert_eq!(keys, KEYS.iter().map(|(key, _)| *key).collect());
}

#[test]
fn the_fonts_of_a_style_reach_the_document() {
    let desk = Desk::new();
    let mut wanted = Vec::new();
    for (key, kind) in KEYS {
        for (family, face) in FAMILIES {
            let name = format!("{key}-{face}");
            write_style(&desk, &name, key, &format!("[\"{family}\"]"));
            let args = format!("render {kind}-contoh.toml --style {name}.toml --output {name}.pdf");
            run(naskah(args.split(' ')).current_dir(desk.path())).code(0);
            wanted.push((desk.path().join(format!("{name}.pdf")), face));
        }
    }
    let files = wanted.iter().map(|(path, _)| path.as_path());
    let output = python("periksa_pdf.py", std::iter::once(Path::new("--fakta")).chain(files));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let mut read = 0;
    for (line, (path, face)) in text.lines().zip(&wanted) {
        let faces = faces(&serde_json::from_str(line).expect("JSON"));
        let only = !faces.is_empty() && faces.iter().all(|name| name.starts_with(face));
        assert!(only, "{}: {faces:?}", path.display());
        read += 1;
    }
    assert_eq!(read, KEYS.len() * FAMILIES.len());
}

/// The names of a document's fonts, without the six letters that mark a part of a font.
fn faces(facts: &Value) -> BTreeSet<String> {
    let fonts = facts["huruf"].as_array().expect("fonts").iter();
    let name = |font: &Value| {
        let name = font["nama"].as_str().unwrap_or_default().trim_start_matches('/').to_owned();
        name.split_once('+').map_or(name.clone(), |(_, face)| face.to_owned())
    };
    fonts.map(name).map(|name| name.replace([' ', '-'], "")).collect()
}

#[test]
fn a_font_that_is_not_embedded_is_an_error_at_its_key() {
    let desk = Desk::new();
    for (key, kind) in KEYS {
        for (list, parts) in [
            ("[\"Comic Sans MS\"]", ["\"Comic Sans MS\" tidak ada", "TeX Gyre Bonum"]),
            ("[\"Amiri\", \"Arial\"]", ["\"Arial\" tidak ada", "Liberation Sans"]),
            ("[]", ["daftar huruf kosong", "Liberation Sans"]),
            ("[\"Amiri\", 12]", ["nama huruf", "Liberation Sans"]),
            ("\"Amiri\"", ["sejenis", "Amiri"]),
        ] {
            write_style(&desk, "gaya", key, list);
            let args = format!("render {kind}-contoh.toml --style gaya.toml --output x.pdf");
            let run = run(naskah(args.split(' ')).current_dir(desk.path()));
            run.refused(&[&format!("huruf.{key}: "), parts[0], parts[1]]);
            assert!(!desk.path().join("x.pdf").exists());
        }
    }
}

/// A style that changes one list of fonts.
fn write_style(desk: &Desk, name: &str, key: &str, list: &str) {
    let text = format!("[huruf]\n{key} = {list}\n");
    std::fs::write(desk.path().join(format!("{name}.toml")), text).expect("style");
}
