//! Roles, whatever the keys are called.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::draft::{self, Draft};
use crate::kind::{Catalog, Role};
use crate::source::SourceFile;
use crate::source::path::FieldPath;

fn read<'k>(text: &str, catalog: &'k Catalog) -> Draft<'k> {
    draft::read(text, catalog).draft.expect("a known kind")
}

fn office() -> Catalog {
    let kind = "jenis = 'surat'\nnama = 'Surat'\nbahasa = 'ms'\n\
        [[bidang]]\nkunci = 'perihal'\ntipe = 'teks'\nperan = 'judul'\n\
        [[bidang]]\nkunci = 'pokok'\ntipe = 'teks'\nperan = 'judul'\n\
        [[bidang]]\nkunci = 'no_a'\ntipe = 'teks'\nperan = 'nomor'\n\
        [[bidang]]\nkunci = 'no_b'\ntipe = 'teks'\nperan = 'nomor'\n\
        [[bidang]]\nkunci = 'hari_surat'\ntipe = 'tanggal'\nperan = 'tanggal'\n\
        [[bidang]]\nkunci = 'sisi'\ntipe = 'daftar<pihak>'\nperan = 'pihak'\n\
        [[bidang]]\nkunci = 'pegangan'\ntipe = 'daftar<dasar>'\nperan = 'dasar'\n\
        [[bidang]]\nkunci = 'sebutan_lain'\ntipe = 'teks'\nperan = 'nama-naskah'\n\
        [[bidang]]\nkunci = 'bagian'\ntipe = 'daftar<pasal>'\n\
        [[bidang]]\nkunci = 'tertib'\ntipe = 'susunan'\n\
        [[bidang]]\nkunci = 'akhir'\ntipe = 'pasal'\nurutan = 9\nperan = 'penutup'\n";
    let file = SourceFile::new("surat/jenis.toml", kind);
    Catalog::with_overrides(BTreeMap::from([("surat/jenis.toml".to_owned(), file)])).expect("sound")
}

#[test]
fn a_kind_of_an_office_plays_every_role_with_keys_of_its_own() {
    let catalog = office();
    let draft = read(
        "jenis = 'surat'\nperihal = '{tebal: }'\npokok = 'Gerai'\nno_b = '2'\nno_a = '1'\n\
         hari_surat = '2 Mac 2026'\nsebutan_lain = 'SURAT DAN JANJI'\ntertib = ['dua', 'satu']\n\
         sisi = { sebutan = 'SATU', pejabat = { nama = 'A', bertindak = 'plh' } }\n\
         pegangan = { jenis = 'Undang-Undang', nomor = '6', tahun = 2011, perubahan = { teks = 'x' } }\n\
         [akhir]\nisi = 'z'\n[[bagian]]\nnama = 'satu'\nisi = 'a'\n[[bagian]]\nnama = 'dua'\nisi = 'b'\n",
        &catalog,
    );
    let facts = draft.facts();
    assert_eq!(facts.title(), Some("Gerai"));
    assert_eq!(facts.numbers().collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(draft.date(), NaiveDate::from_ymd_opt(2026, 3, 2));
    assert_eq!(facts.path(Role::Tanggal), Some(FieldPath::parse("hari_surat")));
    assert_eq!(facts.spoken_name(), "Surat dan Janji");
    assert_eq!(facts.unit(), "Pasal");
    let parties: Vec<_> = facts.parties().collect();
    assert_eq!(parties.len(), 1);
    assert_eq!(
        (parties[0].label(), parties[0].path().to_string()),
        (Some("SATU"), "sisi[0]".into())
    );
    let officials: Vec<_> = parties[0].officials().collect();
    assert!(officials[0].stands_in() && officials[0].word("nama") == Some("A"));
    let bases: Vec<_> = facts.legal_bases().collect();
    assert_eq!(bases[0].citation(), "Undang-Undang Nomor 6 Tahun 2011");
    assert_eq!(bases[0].amendments().map(|one| one.citation()).collect::<Vec<_>>(), ["x"]);
    let names: Vec<&str> = draft.outline.sections.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["dua", "satu", "akhir"]);
}

#[test]
fn every_embedded_kind_knows_its_day_and_what_it_is_about() {
    let catalog = Catalog::embedded();
    for kind in catalog.iter() {
        let text = catalog.file(&format!("{}/contoh.toml", kind.id)).expect("a smallest draft");
        let draft = read(text, &catalog);
        let dated = kind.role(Role::Tanggal).is_some();
        assert_eq!(draft.date().is_some(), dated, "{}", kind.id);
        assert_eq!(
            draft.facts().title().is_some(),
            kind.role(Role::Judul).is_some(),
            "{}",
            kind.id
        );
        assert!(dated || kind.id == "ika", "{}", kind.id);
    }
}

#[test]
fn values_are_found_by_either_path_of_a_list_of_one() {
    let catalog = office();
    let text = "jenis = 'surat'\npegangan = { nomor = '6', tahun = 2011, tanggal = 2011-05-05 }\n";
    let draft = read(text, &catalog);
    for path in ["pegangan.tahun", "pegangan[0].tahun"] {
        assert_eq!(draft.integer_at(&FieldPath::parse(path)), Some(2011), "{path}");
    }
    for path in ["pegangan[1].tahun", "pegangan.nomor", "pegangan[*].tahun", "tiada"] {
        assert_eq!(draft.integer_at(&FieldPath::parse(path)), None, "{path}");
    }
    let day = draft.day_at(&FieldPath::parse("pegangan[0].tanggal"));
    assert_eq!(day, NaiveDate::from_ymd_opt(2011, 5, 5));
}
