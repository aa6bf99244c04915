//! `schemas/rujukan/*.md` and `schemas/*.schema.json`: what an office that writes packs, kinds, styles
//! and configurations looks up, made of what the program says of itself.
//!
//! `NASKAH_PERBARUI=1 cargo test references` writes them anew.

mod calendars;
mod configuration;
mod kinds;
mod packs;
mod procedures;
#[cfg(feature = "render")]
mod styles;
mod tables;

use std::path::Path;

use serde_json::Value;

use crate::common::{program, root};

/// A file that an office writes: what its schema is asked for by, the schema, the reference.
type OfficeFile = (&'static str, fn() -> Value, fn() -> String);

const OFFICE_FILES: &[OfficeFile] = &[
    ("paket", naskah::inside::rule::schema::schema, packs::reference),
    ("jenis", naskah::inside::kind::file_schema::schema, kinds::reference),
    ("konfigurasi", naskah::inside::config::schema::schema, configuration::reference),
    ("prosedur", naskah::inside::procedure::schema::schema, procedures::reference),
    ("kalender", naskah::inside::calendar::schema::schema, calendars::reference),
    #[cfg(feature = "render")]
    ("gaya", naskah::inside::render::style::schema::schema, styles::reference),
];

/// Whether a committed file is what the program says, after writing it where that is asked for.
fn fresh(path: &Path, text: &str) {
    if std::env::var_os("NASKAH_PERBARUI").is_some() {
        std::fs::write(path, text).expect("write");
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    let remedy = "NASKAH_PERBARUI=1 cargo test references";
    assert!(committed == text, "{} usang; jalankan: {remedy}", path.display());
}

#[test]
fn the_references_are_fresh() {
    for (name, _, reference) in OFFICE_FILES {
        fresh(&root().join(format!("schemas/rujukan/{name}.md")), &reference());
    }
}

#[test]
fn the_schemas_are_fresh_and_printed() {
    for (name, schema, _) in OFFICE_FILES {
        let text = naskah::inside::json_schema::text(&schema());
        fresh(&root().join(format!("schemas/{name}.schema.json")), &text);
        let folder = tempfile::tempdir().expect("folder");
        let printed = program(folder.path()).args(["schema", name]).output().expect("naskah");
        assert_eq!(String::from_utf8_lossy(&printed.stdout), text);
    }
}
