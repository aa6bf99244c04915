//! What the tree decides, seen by its types; what pages are made of it, the tests of the pages see.

use super::block::Block;
use super::rows::Cell;
use super::run::{Run, Runs};
use super::value::Value;
use super::*;
use crate::draft;
use crate::kind::Catalog;

fn tree(text: &str) -> Document {
    let catalog = Catalog::embedded();
    let draft = draft::read(text, &catalog).draft.unwrap();
    Document::build(&draft, &Pictures::new(), None, false)
}

fn list<'d>(document: &'d Document, key: &str) -> &'d [Value] {
    match document.fields.get(key) {
        Some(Value::List(members)) => members,
        other => panic!("{key}: {other:?}"),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Text(runs) => runs.plain(),
        other => panic!("{other:?}"),
    }
}

const AGREEMENT: &str = r#"
jenis = "perjanjian-kerja-sama"
judul = "Layanan Terpadu"
[[pihak]]
sebutan  = "PIHAK KESATU"
lembaga  = "Kantor Contoh"
alamat   = "Jalan Satu"
kelompok = "Golongan A"
nomor    = "A-1"
[[pihak.identitas]]
nama = "NPWP"
isi  = "01.2"
[[pihak.pejabat]]
nama      = "SITI"
jabatan   = "Kepala Kantor"
bertindak = "plh"
[[pihak.kewenangan]]
jenis   = "Keputusan Menteri"
nomor   = "5"
tahun   = 2025
[pihak.kuasa]
nomor   = "7"
tanggal = 2026-01-02
[pihak.kontak]
alamat = "Jalan Dua"
[[pihak.rekening]]
bank = "Bank Contoh"
[[pihak]]
nama_judul = "Pemerintah Kota"
komparisi  = "Wali Kota, hadir."
kelompok   = "Golongan A"
[[dasar]]
jenis = "Undang-Undang"
nomor = "6"
tahun = 2011
[[dasar.perubahan]]
teks = "Undang-Undang Nomor 63 Tahun 2024"
[[dasar]]
teks = "Peraturan {miring:a quo}."
[kegiatan]
isi = "Kegiatan dimuat dalam {pasal:korespondensi/2/a}."
[[kegiatan.rincian]]
nama     = "Rapat"
mulai    = 2026-03-02
selesai  = 2026-03-04
[[kegiatan.rincian]]
nama     = "Laporan"
anggaran = 1500000
[pendanaan]
isi = "APBN."
[korespondensi]
isi = """
(1) Surat dikirim.
(2) Dengan:
    a. pos; atau
    b. surel.
"""
[[lampiran]]
judul = "Peta"
[[lampiran.tabel]]
kolom = ["Kolom"]
baris = [["Kementerian/Lembaga"]]
"#;

#[test]
fn a_party_appears_in_the_words_of_the_draft_or_ours() {
    let document = tree(AGREEMENT);
    let [Value::Party(first), Value::Party(second)] = list(&document, "pihak") else {
        panic!("{:?}", document.fields.get("pihak"));
    };
    assert_eq!(
        text(&first.appearance),
        "Plh. Kepala Kantor, berkedudukan di Jalan Satu, NPWP 01.2, dalam hal ini bertindak untuk \
         dan atas nama Kantor Contoh berdasarkan Keputusan Menteri Nomor 5 Tahun 2025 dan Surat \
         Kuasa Nomor 7 tanggal 2 Januari 2026, selanjutnya disebut PIHAK KESATU;"
    );
    assert_eq!(text(&first.title_name), "KANTOR CONTOH");
    assert_eq!(text(&second.appearance), "Wali Kota, hadir.");
    assert_eq!(text(&second.title_name), "PEMERINTAH KOTA");
    assert_eq!((first.numeral.as_str(), second.numeral.as_str()), ("I", "II"));
    // The name of a group stands above its first party alone.
    assert_eq!(first.group_heading.as_ref().map(text).as_deref(), Some("Golongan A"));
    assert_eq!(second.group_heading, None);
}

#[test]
fn legal_bases_are_closed_as_a_list() {
    let document = tree(AGREEMENT);
    let sentence = |value: &Value| match value {
        Value::Basis(basis) => basis.sentence.plain(),
        other => panic!("{other:?}"),
    };
    let sentences: Vec<String> = list(&document, "dasar").iter().map(sentence).collect();
    let first = "Undang-Undang Nomor 6 Tahun 2011 sebagaimana telah diubah dengan Undang-Undang \
                 Nomor 63 Tahun 2024;";
    assert_eq!(sentences, [first, "Peraturan a quo."]);
}

#[test]
fn the_plan_is_the_last_annex_with_the_columns_that_are_filled() {
    let document = tree(AGREEMENT);
    let [Value::Annex(own), Value::Annex(plan)] = list(&document, "lampiran") else {
        panic!("{:?}", document.fields.get("lampiran"));
    };
    // Words in a column break sooner.
    let cell = own.tables.first().and_then(|table| table.rows.first()?.first()?.clone()).unwrap();
    assert!(matches!(cell.as_slice(), [Run::Long(_)]), "{cell:?}");
    let table = plan.tables.first().unwrap();
    let shown = |row: &[Option<Runs>]| {
        row.iter().flatten().map(Runs::plain).collect::<Vec<_>>().join(" | ")
    };
    assert_eq!(shown(&table.heads), "NO. | KEGIATAN | WAKTU | ANGGARAN");
    assert_eq!(table.widths.as_deref(), Some(&[1, 6, 4, 4][..]));
    let rows: Vec<String> = table.rows.iter().map(|row| shown(row)).collect();
    assert_eq!(
        rows,
        ["1 | Rapat | 2 Maret 2026 s.d. 4 Maret 2026 | ", "2 | Laporan |  | Rp1.500.000,00"]
    );
}

#[test]
fn articles_gather_what_belongs_under_them() {
    let document = tree(AGREEMENT);
    let articles = document.articles.unwrap();
    let find = |name: &str| articles.iter().find(|article| article.name == name).unwrap();
    let contacts = find("korespondensi").contacts.clone().unwrap();
    let [contact] = contacts.as_slice() else { panic!("{contacts:?}") };
    assert_eq!(contact.address.as_ref().map(Runs::plain).as_deref(), Some("Jalan Dua"));
    let accounts = find("pendanaan").accounts.clone().unwrap();
    let [account] = accounts.as_slice() else { panic!("{accounts:?}") };
    assert_eq!(account.label.as_ref().map(Runs::plain).as_deref(), Some("PIHAK KESATU"));
    assert_eq!((&find("kegiatan").contacts, &find("kegiatan").accounts), (&None, &None));
    // A reference has the number of its article.
    let number = find("korespondensi").number;
    let body = find("kegiatan").body.clone().unwrap();
    let [Block::Paragraph(runs)] = body.as_slice() else { panic!("{body:?}") };
    assert_eq!(runs.plain(), format!("Kegiatan dimuat dalam Pasal {number} ayat (2) huruf a."));
}

#[test]
fn articles_are_no_fields_of_their_own() {
    let document = tree(AGREEMENT);
    for key in ["kegiatan", "pendanaan", "korespondensi", "pasal"] {
        assert_eq!(document.fields.get(key), None, "{key}");
    }
    assert!(document.fields.get("judul").is_some());
}

#[test]
fn paragraphs_of_a_memorandum_are_numbered_and_lists_belong_to_them() {
    let document = tree(
        "jenis = \"memorandum-jemaah-menteri\"\n\
         tujuan = \"\"\"\nSatu:\n\na. x\nb. y\n\nDua.\n\n## Anak judul\n\nTiga.\n\"\"\"\n",
    );
    let articles = document.articles.unwrap();
    let article = articles.iter().find(|article| article.name == "tujuan").unwrap();
    assert_eq!(article.label.plain(), format!("{}.", article.number));
    let mut markers = Vec::new();
    for block in article.body.iter().flatten() {
        match block {
            Block::List(items) => {
                markers.extend(items.iter().map(|item| (item.marker.clone(), item.blocks.len())));
            }
            Block::Heading(runs) => markers.push((runs.plain(), 0)),
            Block::Paragraph(runs) => panic!("without a number: {runs:?}"),
        }
    }
    let number = |at: usize| format!("{}.{at}", article.number);
    let wanted = [(number(1), 2), (number(2), 1), ("Anak judul".to_owned(), 0), (number(3), 1)];
    assert_eq!(markers, wanted);
}

#[test]
fn a_long_table_has_the_heads_of_its_kind_or_its_own() {
    let text = |heads: &str| {
        format!("jenis = \"perencanaan-kerja-sama\"\n{heads}\n[[baris]]\nmitra = \"Satu\"\n")
    };
    let (usual, own) = (tree(&text("")), tree(&text("kolom = [\"A\", \"B\"]")));
    let (usual, own) = (usual.rows.unwrap(), own.rows.unwrap());
    assert_eq!(own.heads, ["A", "B"].map(|head| Value::Text(Runs::words(head))));
    assert!(usual.heads.len() > 2);
    let cells = &usual.rows.first().unwrap().cells;
    assert_eq!(cells.len() + 1, usual.heads.len());
    assert_eq!(cells.first(), Some(&Cell::Text(Runs::words("Satu"))));
}

#[test]
fn a_picture_has_the_address_that_it_is_given() {
    let catalog = Catalog::embedded();
    let text = "jenis = \"nota-dinas\"\n[kop.logo]\nberkas = \"a.svg\"\nlebar = \"2,5 cm\"\n";
    let draft = draft::read(text, &catalog).draft.unwrap();
    assert_eq!(pictures(&draft), ["a.svg"]);
    let address = |pictures: &Pictures| {
        let document = Document::build(&draft, pictures, None, false);
        let Some(Value::Record(kop)) = document.fields.get("kop").cloned() else { panic!() };
        let Some(Value::Picture(logo)) = kop.get("logo").cloned() else { panic!("{kop:?}") };
        assert_eq!(logo.given.get("lebar"), Some(&Value::Width("2.500cm".to_owned())));
        logo.address
    };
    let known = Pictures::from([("a.svg".to_owned(), "/gambar/0.svg".to_owned())]);
    assert_eq!(address(&known).as_deref(), Some("/gambar/0.svg"));
    assert_eq!(address(&Pictures::new()), None);
}

#[test]
fn as_data_the_tree_is_one_record_of_plain_values() {
    let json = serde_json::to_value(tree(AGREEMENT)).unwrap();
    assert_eq!(json["judul"], "LAYANAN TERPADU");
    assert_eq!(json["naskah"]["nama"], "PERJANJIAN KERJA SAMA");
    assert_eq!(json["pihak"][1]["romawi"], "II");
    assert_eq!(json["dasar"][1]["kalimat"][1], serde_json::json!({ "i": "a quo" }));
    assert_eq!(json["lampiran"][1]["mendatar"], true);
    let correspondence = json["pasal"].as_array().unwrap().last().unwrap();
    assert_eq!(correspondence["nodes"][0]["d"][1]["n"][1]["d"][0]["m"], "a.");
    assert!(json["tanggal"].is_null());
}
