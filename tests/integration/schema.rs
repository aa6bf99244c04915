//! The committed JSON Schemas are the kinds' own, and an independent validator agrees with them.

use std::path::{Path, PathBuf};
use std::process::Output;

use naskah::inside::json_schema;
use naskah::inside::kind::schema;

use crate::common::{CATALOG, program, python, root};

fn committed(kind: &str) -> PathBuf {
    root().join("schemas/draf").join(format!("{kind}.schema.json"))
}

#[test]
fn committed_schemas_are_fresh() {
    for kind in CATALOG.iter() {
        let path = committed(&kind.id);
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let remedy =
            format!("naskah schema {} -o schemas/draf/{}.schema.json --force", kind.id, kind.id);
        assert!(
            text == json_schema::text(&schema::schema(kind)),
            "{} usang; jalankan: {remedy}",
            path.display()
        );
    }
    let count = std::fs::read_dir(root().join("schemas/draf")).expect("folder").count();
    assert_eq!(count, CATALOG.iter().count(), "skema tanpa jenis");
}

fn validate(drafts: &[PathBuf]) -> Output {
    let schemas = root().join("schemas/draf");
    python("skema.py", std::iter::once(&schemas).chain(drafts))
}

#[test]
fn an_independent_validator_passes_every_sound_draft() {
    let mut drafts = Vec::new();
    for kind in CATALOG.iter() {
        drafts.push(root().join("templates").join(&kind.id).join("contoh.toml"));
        drafts.push(root().join("samples").join(&kind.id).join("lengkap.toml"));
    }
    assert!(drafts.len() >= 12, "{drafts:?}");
    let output = validate(&drafts);
    let said = String::from_utf8_lossy(&output.stdout);
    let broken = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{broken}");
}

#[test]
fn a_mistyped_key_fails_it() {
    let folder = tempfile::tempdir().expect("folder");
    for (kind, from, to) in [
        ("perjanjian-kerja-sama", "judul", "jdul"),
        ("perjanjian-kerja-sama", "lembaga", "lembag"),
        ("perjanjian-kerja-sama", "\"pemerintah-daerah\"", "\"pemda\""),
        ("nota-dinas", "yth", "yht"),
    ] {
        let text = CATALOG.file(&format!("{kind}/contoh.toml")).expect("contoh.toml");
        assert!(text.contains(from), "{kind}: {from}");
        let path = folder.path().join("salah.toml");
        std::fs::write(&path, text.replacen(from, to, 1)).expect("write");
        let output = validate(&[path]);
        assert_eq!(output.status.code(), Some(1), "{kind}: {to} lolos");
        assert!(String::from_utf8_lossy(&output.stdout).contains("Draft7Validator"));
    }
}

#[test]
fn forms_pass_it_too() {
    let folder = tempfile::tempdir().expect("folder");
    let mut drafts = Vec::new();
    for kind in CATALOG.iter() {
        let path = folder.path().join(format!("{}.toml", kind.id));
        let made = program(folder.path()).args(["new", &kind.id, "-o"]).arg(&path).status();
        assert!(made.expect("naskah").success());
        drafts.push(path);
    }
    let output = validate(&drafts);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn samples_name_their_schema() {
    for path in crate::common::sample_drafts() {
        let text = std::fs::read_to_string(&path).expect("sample");
        let Some(line) = text.lines().next().and_then(|line| line.strip_prefix("#:schema ")) else {
            let exempt = ["tanpa-jenis", "jenis-salah"];
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            assert!(exempt.contains(&stem), "{}: baris pertama bukan #:schema", path.display());
            continue;
        };
        let folder = path.parent().unwrap_or_else(|| Path::new("."));
        assert!(folder.join(line).is_file(), "{}: {line}", path.display());
    }
}
