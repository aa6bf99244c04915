//! Rows of spreadsheets: each is judged and printed as a draft of its own, and what is found in it is
//! told at its cell.

use std::fs;
use std::path::Path;

use crate::common::{folder, naskah, root, run, run_in};

const PLAN: &str = "--kind perencanaan-kerja-sama --isolated";

/// A folder with the sheets of the tests in it.
fn desk() -> tempfile::TempDir {
    let folder = folder();
    for entry in fs::read_dir(root().join("tests/data/lembar")).expect("sheets") {
        let path = entry.expect("entry").path();
        fs::copy(&path, folder.path().join(path.file_name().expect("name"))).expect("sheet");
    }
    folder
}

fn put(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    fs::write(folder.join(name), text).expect("file");
}

/// The places and rules of the findings of a sheet, without the blanks of an unfinished draft.
fn found(folder: &Path, args: &str) -> Vec<String> {
    let run = run_in(folder, &format!("check --format concise {args}"));
    let lines =
        run.out.lines().filter(|line| line.contains('[') && !line.contains("isian-belum-diisi"));
    let shown = |line: &str| {
        let (place, rest) = line.split_once(": ").expect("place");
        let (rule, message) = rest.split_once("] ").expect("rule");
        let cell = message.split(':').next().expect("cell");
        format!("{place} {} {cell}", rule.rsplit('[').next().expect("rule"))
    };
    lines.map(shown).collect()
}

#[test]
fn what_is_wrong_with_a_row_is_told_at_its_cell() {
    let desk = desk();
    let at = desk.path();
    let csv = [
        "rencana.csv:7:46 permenimipas-8-2025/sel-perencanaan-kosong E5",
        "rencana.csv:7:47 tata-tulis/tanggal-tidak-ada F5",
    ];
    assert_eq!(found(at, &format!("--data rencana.csv {PLAN}")), csv);
    let book = [
        "rencana.xlsx:8:58 permenimipas-8-2025/sel-perencanaan-kosong Data!F8",
        "rencana.xlsx:8:61 tata-tulis/tanggal-tidak-ada Data!G8",
    ];
    assert_eq!(found(at, &format!("--data rencana.xlsx {PLAN}")), book);
    let lines = "{\"mitra\": \"A\", \"bidang\": \"B\"}\n\n{\"mitra\": \"C\", \"batas_waktu\": \"31 Juni 2026\"}\n";
    put(at, "a.jsonl", lines);
    let told = found(at, &format!("--data a.jsonl {PLAN}"));
    assert!(
        told.contains(&"a.jsonl:3:16 tata-tulis/tanggal-tidak-ada a.jsonl".to_owned()),
        "{told:?}"
    );
    put(at, "a.toml", "[[baris]]\nmitra = 'A'\n\n[[baris]]\nbatas_waktu = '31 Juni 2026'\n");
    let told = found(at, &format!("--data a.toml {PLAN}"));
    assert!(
        told.contains(&"a.toml:5:16 tata-tulis/tanggal-tidak-ada a.toml".to_owned()),
        "{told:?}"
    );
}

#[test]
fn every_report_places_a_finding_in_the_sheet() {
    let desk = desk();
    let args = format!(
        "check --data rencana.csv {PLAN} --group-by unit --format json=a.json --format sarif=a.sarif"
    );
    run_in(desk.path(), &args);
    let read = |name: &str| -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(desk.path().join(name)).expect("report"))
            .expect("JSON")
    };
    let all = read("a.json").to_string();
    assert!(
        all.contains("F5: ") && !all.contains("\"fix\":{") && all.contains("rencana.csv"),
        "{all}"
    );
    let sarif = read("a.sarif");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    assert!(results.iter().all(|one| {
        let place = &one["locations"][0]["physicalLocation"];
        place["artifactLocation"]["uri"] == "rencana.csv"
            && place["region"]["startLine"].as_u64() > Some(1)
    }));
}

#[test]
fn equal_rows_make_one_table_and_others_do_not() {
    let desk = desk();
    let at = desk.path();
    let run =
        run_in(at, &format!("check --data rencana.csv {PLAN} --group-by Unit --to-toml draf"));
    assert!(run.err.contains("2 draf ditulis ke draf"), "{}", run.err);
    let first = fs::read_to_string(at.join("draf/baris-2.toml")).expect("draft");
    assert_eq!(first.matches("[[baris]]").count(), 2, "{first}");
    assert!(first.contains("data_dukung = [\"Surat A\", \"Surat B\"]"), "{first}");
    assert!(first.contains("[\"Baris satu\", \"baris dua\"]"), "{first}");
    assert!(
        first.contains("tahun = 2026") && first.contains("batas_waktu = 2026-09-30"),
        "{first}"
    );
    // The drafts are what the rows were judged as.
    let own = run_in(at, "check draf/baris-5.toml --isolated --format concise");
    assert!(own.out.contains("tanggal-tidak-ada") && own.out.contains("sel-perencanaan-kosong"));
    put(at, "beda.csv", "Unit,Tahun,Mitra\nA,2026,X\nA,2027,Y\n");
    let run = run_in(at, &format!("check --data beda.csv {PLAN} --group-by unit"));
    assert!(run.err.contains("Tahun berbeda") && run.err.contains("beda.csv:B3"), "{}", run.err);
    assert_eq!(run.code, 2);
}

#[test]
fn rows_are_chosen() {
    let desk = desk();
    let count = |more: &[&str]| {
        let mut args: Vec<&str> =
            "check --data rencana.csv --format concise --fail-on tidak-pernah".split(' ').collect();
        args.extend(PLAN.split(' ').chain(more.iter().copied()));
        let run = run(naskah(args).current_dir(desk.path()));
        run.err.split(' ').next().and_then(|word| word.parse::<usize>().ok())
    };
    assert_eq!(count(&[]), Some(3));
    assert_eq!(count(&["--rows", "3-9"]), Some(2));
    assert_eq!(count(&["--where", "unit = \"Kantor Wilayah B\""]), Some(1));
    assert_eq!(count(&["--where", "mitra != Bank Contoh", "--rows", "2"]), Some(1));
    let none = run_in(desk.path(), &format!("check --data rencana.csv {PLAN} --rows 99"));
    assert!(none.code == 2 && none.err.contains("tidak ada baris yang terpilih"), "{}", none.err);
}

#[test]
fn what_is_wrong_with_a_sheet_is_said_with_its_place_and_a_cure() {
    let desk = desk();
    let at = desk.path();
    put(at, "asing.csv", "Mitra,Urgensy\nA,B\n");
    put(at, "dua.csv", "Mitra,MITRA\nA,B\n");
    put(at, "kepala.csv", "a,b\nc,d\n");
    put(at, "latin.csv", b"Mitra\nKaf\xe9\n");
    put(at, "a.doc", "x");
    put(at, "rusak.xlsx", "bukan buku kerja");
    put(at, "peta.toml", "\"Urgensy\" = \"urgensi\"\n");
    put(at, "abai.toml", "\"urgensy\" = \"\"\n");
    let says = |args: &str, words: &[&str]| {
        let run = run_in(at, &format!("check --isolated {args}"));
        assert_eq!(run.code, 2, "{args}: {}", run.err);
        for word in words {
            assert!(run.err.contains(word), "{args}: {word}: {}", run.err);
        }
    };
    let plan = "--kind perencanaan-kerja-sama";
    says(&format!("--data asing.csv {plan}"), &["asing.csv:B1", "Urgensy", "urgensi"]);
    says(&format!("--data dua.csv {plan}"), &["dua.csv:B1", "dua kolom"]);
    says(&format!("--data kepala.csv {plan}"), &["tidak ada baris kepala", "mitra"]);
    says(&format!("--data latin.csv {plan}"), &["latin.csv:2", "UTF-8"]);
    says(&format!("--data a.doc {plan}"), &["bentuk berkas data", ".xlsx"]);
    says(&format!("--data rusak.xlsx {plan}"), &["rusak.xlsx", "simpan ulang"]);
    says(&format!("--data rencana.xlsx {plan} --sheet Tiada"), &["tidak ada lembar Tiada", "Data"]);
    says(
        &format!("--data rencana.csv {plan} --group-by satker"),
        &["tidak ada kolom satker", "Unit"],
    );
    says("--data rencana.csv", &["jenis naskahnya tidak disebut", "--kind"]);
    says("--data rencana.csv --kind perencanaan", &["tidak ada jenis naskah"]);
    says(&format!("--data rencana.csv {plan} --fix"), &["--fix"]);
    says(
        "--data surat-1904.xlsx --kind nota-dinas",
        &["Surat!D2", "kehilangan digit", "Surat!C3", "#DIV/0!"],
    );
    for map in ["peta.toml", "abai.toml"] {
        let run = run_in(
            at,
            &format!("check --isolated --data asing.csv {plan} --map {map} --fail-on tidak-pernah"),
        );
        assert_eq!(run.code, 0, "{}", run.err);
    }
}

#[test]
fn dates_numbers_and_lines_of_workbooks_are_taken_over() {
    let desk = desk();
    let at = desk.path();
    for (sheet, name) in [("surat-1904.xlsx", "baris-4.toml"), ("surat.ods", "baris-3.toml")] {
        run_in(
            at,
            &format!("check --data {sheet} --kind nota-dinas --isolated --to-toml {sheet}-draf"),
        );
        let draft = fs::read_to_string(at.join(format!("{sheet}-draf/{name}"))).expect("draft");
        assert!(draft.contains("hal = \"Undangan\""), "{draft}");
        let day = if sheet.ends_with("ods") { "2026-03-03" } else { "2026-03-04" };
        assert!(draft.contains(&format!("tanggal = {day}")), "{draft}");
    }
    let draft = fs::read_to_string(at.join("surat-1904.xlsx-draf/baris-4.toml")).expect("draft");
    assert!(draft.contains("[pejabat]\nnip = \"198001012005011001\""), "{draft}");
    // A cell that spans rows holds for each of them.
    run_in(at, &format!("check --data rencana.xlsx {PLAN} --to-toml buku"));
    let draft = fs::read_to_string(at.join("buku/baris-6.toml")).expect("draft");
    assert!(draft.contains("unit = \"Kantor Wilayah A\""), "{draft}");
}

#[cfg(feature = "render")]
#[test]
fn documents_are_named_by_their_rows_before_any_is_written() {
    let desk = desk();
    let at = desk.path();
    let fine =
        fs::read_to_string(at.join("rencana.csv")).expect("sheet").replace("31 Juni", "30 Juni");
    put(at, "baik.csv", fine);
    let render = |more: &[&str]| {
        let mut args = vec!["render", "--isolated", "--data", "baik.csv", "--base", "dasar.toml"];
        args.extend(more);
        run(naskah(args).current_dir(at))
    };
    let run = render(&["-o", "hasil/{unit}.pdf"]);
    assert!(run.code == 2 && run.err.contains("nama berkas yang sama"), "{}", run.err);
    assert!(!at.join("hasil").exists(), "nothing is written");
    let run = render(&["-o", "hasil/{uni}.pdf"]);
    assert!(run.code == 2 && run.err.contains("mungkin maksudnya unit"), "{}", run.err);
    let run = render(&["--group-by", "unit", "-o", "hasil/{unit}/{tahun}-{mitra}"]);
    assert!(run.code == 0 && run.err.contains("2 dari 2 naskah dicetak"), "{}", run.err);
    let first = at.join("hasil/Kantor-Wilayah-A/2026-Pemerintah-Kota-Contoh.pdf");
    let before = fs::read(&first).expect("PDF");
    assert!(
        before.starts_with(b"%PDF")
            && at.join("hasil/Kantor-Wilayah-B/2026-Bank-Contoh.pdf").exists()
    );
    let run = render(&["--group-by", "unit", "-o", "hasil/{unit}/{tahun}-{mitra}"]);
    assert!(run.code == 2 && run.err.contains("--force"), "{}", run.err);
    // What the sheet says of a document replaces what the base says; its rows are all the rows.
    let run = render(&["--rows", "2", "--out-dir", "lain"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(at.join("lain/perencanaan-kerja-sama-Kantor-Wilayah-A-2026.pdf").exists());
}

#[cfg(feature = "render")]
#[test]
fn a_bad_row_costs_that_row() {
    let desk = desk();
    let at = desk.path();
    put(
        at,
        "campur.csv",
        "Unit,Tahun,Mitra,Bidang,Urgensi,Batas Waktu,Rencana Strategis,Data Dukung\nA,2026,X,Y,Z,2026-01-02,S,D\nB,dua ribu,X,Y,Z,2026-01-02,S,D\nC,2026,X,#N/A,Z,2026-01-02,S,D\nD,2026,X,Y,Z,2026-01-02,S,D\n",
    );
    let args =
        ["render", "--isolated", "--data", "campur.csv", "--base", "dasar.toml", "-o", "h/{unit}"];
    let run = run(naskah(args).current_dir(at));
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("B3: ") && run.err.contains("campur.csv:D4"), "{}", run.err);
    assert!(run.err.contains("2 dari 4 naskah dicetak"), "{}", run.err);
    assert!(at.join("h/A.pdf").exists() && at.join("h/D.pdf").exists());
    assert!(!at.join("h/B.pdf").exists() && !at.join("h/C.pdf").exists());
}

#[cfg(feature = "render")]
#[test]
fn what_became_of_each_row_is_reported() {
    let desk = desk();
    let at = desk.path();
    put(
        at,
        "tiga.csv",
        "Unit,Tahun,Mitra,Bidang,Urgensi,Batas Waktu,Rencana Strategis,Data Dukung\nA,2026,X,Y,Z,2026-01-02,S,D\nB,dua ribu,X,Y,Z,2026-01-02,S,D\nC,2026,X,#N/A,Z,2026-01-02,S,D\n",
    );
    let render = |report: &str| {
        let args = [
            "render",
            "--isolated",
            "--data",
            "tiga.csv",
            "--base",
            "dasar.toml",
            "-o",
            "h/{unit}",
            "--force",
            "--report",
            report,
        ];
        run(naskah(args).current_dir(at))
    };
    assert_eq!(render("hasil.csv").code, 2);
    let csv = fs::read_to_string(at.join("hasil.csv")).expect("report");
    let rows: Vec<&str> = csv.lines().skip(1).collect();
    assert_eq!(rows[0], "\"tiga.csv:A2\",\"dicetak\",\"h/A.pdf\",\"\"");
    assert!(rows[1].contains("masih ada galat") && rows[2].contains("gagal"), "{csv}");
    render("hasil.json");
    let json = fs::read_to_string(at.join("hasil.json")).expect("report");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let outcomes: Vec<&str> = json["drafts"]
        .as_array()
        .expect("drafts")
        .iter()
        .map(|one| one["outcome"].as_str().expect("outcome"))
        .collect();
    assert_eq!(outcomes, ["printed", "refused", "failed"]);
    render("hasil.md");
    assert!(
        fs::read_to_string(at.join("hasil.md"))
            .expect("report")
            .contains("| tiga.csv:A2 | dicetak | h/A.pdf |")
    );
    let other = render("hasil.txt");
    assert!(other.code == 2 && other.err.contains(".json, .csv"), "{}", other.err);
}

#[test]
fn hidden_rows_of_a_workbook_are_taken_and_named() {
    let desk = desk();
    let at = desk.path();
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Lain").expect("name");
    let sheet = book.add_worksheet();
    sheet.set_name("Rencana 2026").expect("name");
    for (row, words) in [["Mitra", "Bidang"], ["A", "X"], ["B", "Y"], ["C", "Z"]].iter().enumerate()
    {
        let row = u32::try_from(row).expect("row");
        sheet.write(row, 0, words[0]).expect("cell");
        sheet.write(row, 1, words[1]).expect("cell");
    }
    sheet.set_row_hidden(2).expect("row");
    put(at, "sembunyi.xlsx", book.save_to_buffer().expect("book"));
    let all = format!("--data sembunyi.xlsx {PLAN} --sheet");
    let mut args: Vec<&str> = vec!["check"];
    args.extend(all.split(' '));
    args.extend(["Rencana 2026", "--to-toml", "draf"]);
    let run = run(naskah(args).current_dir(at));
    assert!(
        run.err.contains("1 baris yang tersembunyi") && run.err.contains(": 3 ("),
        "{}",
        run.err
    );
    assert!(run.err.contains("3 draf ditulis"), "{}", run.err);
    let none = run_in(at, &format!("check --data rencana.xlsx {PLAN}"));
    assert!(!none.err.contains("tersembunyi"), "{}", none.err);
}

/// An empty workbook of a kind, filled in, comes back as drafts.
#[test]
fn a_workbook_of_ours_is_filled_in_and_read() {
    let desk = desk();
    let at = desk.path();
    run_in(at, "new perencanaan-kerja-sama --xlsx -o kosong.xlsx").code(0);
    let first = fs::read(at.join("kosong.xlsx")).expect("book");
    run_in(at, &format!("check --data kosong.xlsx {PLAN}")).refused(&["tidak ada baris"]);
    run_in(at, "new perencanaan-kerja-sama --xlsx").code(2);
    run_in(at, "new perencanaan-kerja-sama --xlsx -o kosong.xlsx").refused(&["sudah ada"]);
    run_in(at, "new perencanaan-kerja-sama --xlsx -o kosong.xlsx --force").code(0);
    assert!(fs::read(at.join("kosong.xlsx")).expect("book") == first, "the same bytes");
}
