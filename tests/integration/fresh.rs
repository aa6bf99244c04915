//! What is generated, listed or promised in a file of its own is up to date and complete.

use std::collections::BTreeSet;
use std::fs;

use naskah::inside::kind::Kind;
use regex::Regex;

use crate::common::{CATALOG, names, python, root, toml_files};

#[test]
fn the_coverage_of_the_fonts_is_what_the_fonts_cover() {
    let output = python("cakupan.py", ["--periksa"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cakupan.txt usang; jalankan tests/tools/cakupan.py\n{said}");
}

#[test]
fn every_font_names_its_licence() {
    let folder = root().join("templates/_bersama/huruf");
    let list = fs::read_to_string(folder.join("LISENSI.md")).expect("LISENSI.md");
    let quoted = Regex::new(r"`([\w.-]+?)(?:\{([\w,]+)\}([\w.]+))?`").expect("pattern");
    let link = Regex::new(r"\]\(([\w.-]+)\)").expect("pattern");
    let mut licensed = BTreeSet::new();
    for row in list.lines().filter(|line| line.starts_with('|')) {
        let files: Vec<String> = quoted
            .captures_iter(row)
            .filter_map(|c| {
                Some((
                    c[1].to_owned(),
                    c.get(2)?.as_str().to_owned(),
                    c.get(3)?.as_str().to_owned(),
                ))
            })
            .flat_map(|(head, faces, tail)| {
                faces.split(',').map(|face| format!("{head}{face}{tail}")).collect::<Vec<_>>()
            })
            .collect();
        if files.is_empty() {
            continue;
        }
        let texts: Vec<&str> =
            link.captures_iter(row).filter_map(|c| Some(c.get(1)?.as_str())).collect();
        assert!(!texts.is_empty(), "tanpa teks lisensi: {row}");
        for text in texts {
            let length = fs::metadata(folder.join(text)).expect(text).len();
            assert!(length > 500, "{text}");
        }
        licensed.extend(files);
    }
    let fonts: BTreeSet<String> = names(&folder)
        .into_iter()
        .filter(|name| name.ends_with(".ttf") || name.ends_with(".otf"))
        .collect();
    assert_eq!(licensed, fonts);
}

#[test]
fn no_template_turns_text_into_source() {
    // The escape of every value is the only way in; these are the ways around it.
    let around = Regex::new(r"\|\s*safe\b|autoescape|\beval\s*\(|@preview").expect("pattern");
    for (path, text) in CATALOG.files() {
        let code = path.ends_with(".j2") || path.ends_with(".typ");
        let found = around.find(text).filter(|_| code).map(|found| found.as_str());
        assert_eq!(found, None, "{path}");
    }
}

#[test]
fn every_kind_is_complete() {
    let folders: Vec<String> = names(&root().join("templates"))
        .into_iter()
        .filter(|name| !name.starts_with('_'))
        .collect();
    let kinds: Vec<&str> = CATALOG.iter().map(|kind| kind.id.as_str()).collect();
    assert_eq!(folders, kinds);
    assert!(kinds.len() >= 6);
    for kind in kinds {
        let templates = root().join("templates").join(kind);
        for file in ["jenis.toml", "contoh.toml", "dokumen.typ.j2"] {
            assert!(templates.join(file).is_file(), "{kind}/{file}");
        }
        let samples = toml_files(&root().join("samples").join(kind));
        let text =
            |name: &str| samples.iter().find(|path| path.ends_with(name)).map(fs::read_to_string);
        let complete = text("lengkap.toml").expect("lengkap.toml").expect("text");
        assert!(!complete.contains("#~"), "{kind}/lengkap.toml must be sound");
        let faulty =
            samples.iter().filter(|path| fs::read_to_string(path).expect("text").contains("\n#~ "));
        assert!(faulty.count() >= 3, "{kind}: fewer than three faulty samples");
    }
}

#[test]
fn the_full_samples_are_of_full_length() {
    let text = |kind: &str| {
        fs::read_to_string(root().join("samples").join(kind).join("lengkap.toml")).expect("sample")
    };
    // A table that fills pages: its rows are what the document is for.
    let of_rows: Vec<&Kind> = CATALOG.iter().filter(|kind| kind.field("baris").is_some()).collect();
    assert!(of_rows.len() >= 2, "{}", of_rows.len());
    for kind in of_rows {
        assert!(text(&kind.id).matches("\n[[baris]]").count() >= 40, "{}", kind.id);
    }
    let (_, checked) = crate::common::check(&text("perjanjian-kerja-sama"));
    let articles = checked.draft.expect("draft").outline.sections.len();
    assert!(articles >= 12, "{articles} pasal");
}
