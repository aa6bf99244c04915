//! Case files, where they stand, and agreements in force: as a drafter uses them, mistakes included.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::common::{Run, folder, python, root, run_in, snapshot};

/// A case by the procedure of the regulation for foreign cooperation.
const CASE: &str = r#"jenis    = "berkas-kerja-sama"
prosedur = "permenimipas-luar-negeri"
judul    = "Pertukaran Informasi Keimigrasian"
mulai    = 2026-01-12

[[pihak]]
lembaga = "Kementerian Imigrasi dan Pemasyarakatan"

[[pihak]]
lembaga = "Kementerian Dalam Negeri Negara Contoh"
"#;

/// A step with its outputs by the names of the source.
fn step(number: &str, day: &str, actor: &str, output: &str) -> String {
    let output = if output.is_empty() {
        String::new()
    } else {
        format!("keluaran = {{ nama = \"{output}\" }}\n")
    };
    let day = if day.is_empty() { String::new() } else { format!("tanggal = {day}\n") };
    format!("\n[[langkah]]\nnomor = \"{number}\"\n{day}pelaksana = \"{actor}\"\n{output}")
}

fn first() -> String {
    step("1", "2026-01-20", "eselon1", "Hasil penjajakan")
        + "kelengkapan = { nama = \"Rencana Kerja Sama luar negeri\" }\n"
}

/// The lines of a check, without those that the coverage adds.
fn lines(run: &Run) -> Vec<&str> {
    run.out
        .lines()
        .filter(|line| line.contains("berkas-kerja-sama/") || line.contains("bentuk/"))
        .collect()
}

fn check(text: &str, args: &str) -> Run {
    let folder = folder();
    fs::write(folder.path().join("perkara.toml"), text).expect("file");
    run_in(folder.path(), &format!("check perkara.toml --format concise {args}"))
}

/// Each of these is said at its line and column, with the clause of its step.
fn says(run: &Run, parts: &[&str]) {
    let found = lines(run).into_iter().any(|line| parts.iter().all(|part| line.contains(part)));
    assert!(found, "{parts:?}:\n{}", run.out);
}

#[test]
fn limits_are_counted_over_weekends_and_long_holidays() {
    // Thirty working days from 20 January 2026: ten until 3 February, fifteen until 10 February,
    // eighteen until 13 February; 16 and 17 February are Imlek and its joint leave, so that the
    // nineteenth is 18 February and the thirtieth 5 March.
    let late = |day: &str| {
        check(&format!("{CASE}{}{}", first(), step("2", day, "biro", "Hasil analisis")), "")
    };
    assert_eq!(lines(&late("2026-03-05")), [""; 0]);
    says(
        &late("2026-03-06"),
        &["langkah-terlambat", ":21:11:", "6 Maret 2026", "batasnya 5 Maret 2026", "Pasal 28"],
    );
    // Received two days later, it has two days more.
    let text = format!(
        "{CASE}{}{}diterima = 2026-01-22\n",
        first(),
        step("2", "2026-03-09", "biro", "Hasil analisis")
    );
    assert_eq!(lines(&check(&text, "")), [""; 0]);
}

/// The original goes to the Secretary General fourteen working days after the signing (Pasal 39
/// ayat (4)), whatever was done since. Signed on Monday 9 March 2026: 10 to 13 and 16 and 17 March are
/// six; Nyepi and Idulfitri with their joint leave last until 24 March; 25 to 27 make nine; 30 March to 2
/// April thirteen, and Friday 3 April is Good Friday: the fourteenth is Monday 6 April.
#[test]
fn originals_are_filed_fourteen_working_days_after_the_signing() {
    let filed = |day: &str| {
        let steps: String = [
            ("1", "2026-01-20", "eselon1", "Hasil penjajakan"),
            ("2", "2026-01-26", "biro", "Hasil analisis"),
            ("3", "2026-01-27", "biro", "Rekomendasi"),
            ("4", "2026-02-05", "eselon1", "Rancangan Naskah Kerja Sama luar negeri"),
            ("5", "2026-02-20", "biro", "Hasil penelaahan"),
            ("6", "2026-03-02", "eselon1", "Naskah Kerja Sama luar negeri"),
            ("7", "2026-03-09", "penanda_tangan", "Naskah asli Kerja Sama luar negeri"),
            ("8", day, "eselon1", "Penyampaian naskah asli"),
        ]
        .iter()
        .map(|(number, day, actor, output)| step(number, day, actor, output))
        .collect();
        let steps = steps.replacen(
            "keluaran",
            "kelengkapan = { nama = \"Rencana Kerja Sama luar negeri\" }\nkeluaran",
            1,
        );
        check(&format!("{CASE}{steps}"), "")
    };
    assert_eq!(lines(&filed("2026-04-06")), [""; 0]);
    let run = filed("2026-04-07");
    says(
        &run,
        &[
            "langkah-terlambat",
            "langkah 8",
            "batasnya 6 April 2026",
            "14 hari kerja sejak 9 Maret 2026",
            "Permenimipas 8/2025 Pasal 39 ayat (4)",
        ],
    );
    assert_eq!(run.code, 0, "a warning: {}", run.out);
}

#[test]
fn steps_are_held_against_the_procedure() {
    let text = format!(
        "{CASE}{}{}{}",
        step("1", "2026-01-20", "biro", ""),
        step("3", "2026-01-19", "biro", "Rekomendasi"),
        step("12", "2026-02-02", "biro", "x"),
    );
    let run = check(&text, "");
    says(&run, &["pelaksana-keliru", ":15:13:", "Biro Hukum dan Kerja Sama", "Pasal 27"]);
    says(&run, &["keluaran-kurang", ":12:1:", "\"Hasil penjajakan\"", "Pasal 27"]);
    says(&run, &["kelengkapan-kurang", "\"Rencana Kerja Sama luar negeri\"", "Pasal 27"]);
    says(&run, &["langkah-dilewati", "langkah 2", "Pasal 28"]);
    says(&run, &["langkah-tidak-berurutan", "langkah 3", "sebelum langkah 1"]);
    says(&run, &["langkah-tidak-dikenal", "langkah 12", "1, 2, 3, 4, 5, 6, 7, 8, 9"]);
    // From a step that nobody recorded no limit is counted.
    let lone = format!("{CASE}{}", step("2", "2026-06-30", "biro", "Hasil analisis"));
    let run = check(&lone, "");
    assert!(!run.out.contains("langkah-terlambat"), "{}", run.out);
    says(&run, &["langkah-dilewati", "langkah 1"]);
    // Who says why a step does not apply is believed.
    let waived = format!(
        "{text}\n[[langkah]]\nnomor = \"2\"\ndilewati = \"Analisis dilakukan bersama langkah 1\"\n"
    );
    let run = check(&waived, "");
    assert!(!run.out.contains("langkah-dilewati"), "{}", run.out);
}

#[test]
fn what_depends_on_the_day_is_judged_by_the_day_that_is_named() {
    let text = format!("{CASE}{}", first());
    let run = check(&text, "");
    says(
        &run,
        &["catatan[berkas-kerja-sama/langkah-belum-dinilai]", "batasnya 5 Maret 2026", "--as-of"],
    );
    let run = check(&text, "--as-of 2026-03-05");
    assert_eq!(lines(&run), [""; 0]);
    let run = check(&text, "--as-of 2026-03-06");
    says(
        &run,
        &[
            "langkah-lewat-waktu",
            "langkah 2",
            "6 Maret 2026",
            "Biro Hukum dan Kerja Sama",
            "Pasal 28",
        ],
    );
    let run = check(&text, "--as-of 2026-01-19");
    says(&run, &["langkah-bertanggal-mendatang", ":14:11:", "20 Januari 2026"]);
    let run = check(&text, "--as-of 2026-13-01");
    assert!(run.code == 2 && run.err.contains("2026-13-01"), "{}", run.err);
    // A year of which no list is known is said, and is no more than a note.
    let later = text.replace("2026-01", "2031-01");
    let run = check(&later, "--as-of 2031-12-01");
    says(&run, &["catatan[berkas-kerja-sama/langkah-lewat-waktu]", "tanpa daftar hari libur"]);
}

#[test]
fn procedures_and_calendars_that_cannot_be_used_are_errors() {
    let with = |from: &str, to: &str| check(&CASE.replace(from, to), "");
    let run = with("permenimipas-luar-negeri", "permenimipas-luar-negri").code(1);
    says(&run, &["bentuk/prosedur-tidak-dapat-dipakai", ":2:12:", "tidak dikenal"]);
    for (name, says_so) in [
        ("../prosedur.toml", "di luar folder"),
        ("/etc/prosedur.toml", "di luar folder"),
        ("tiada.toml", "tidak ada"),
    ] {
        says(
            &with("permenimipas-luar-negeri", name).code(1),
            &["prosedur-tidak-dapat-dipakai", says_so],
        );
    }
    let run = with("mulai ", "kalender = \"../libur.toml\"\nmulai ").code(1);
    says(&run, &["prosedur-tidak-dapat-dipakai", ":4:12:", "di luar folder"]);
}

/// An office's own procedure and its own days, beside the case file.
#[test]
fn an_office_has_its_own_procedure_and_days() {
    let folder = folder();
    let at = folder.path();
    let own =
        fs::read_to_string(root().join("schemas/prosedur/sop-bpom-c.toml")).expect("procedure");
    fs::write(at.join("monev.toml"), own.replace("sop-bpom-c", "monev")).expect("file");
    fs::write(at.join("libur.toml"), "[[libur]]\ntanggal = 2026-03-10\nnama = \"Hari jadi\"\n")
        .expect("file");
    let smallest = root().join("templates/berkas-kerja-sama/contoh.toml");
    let case = fs::read_to_string(smallest).expect("case").replace("sop-bpom-c", "monev.toml");
    fs::write(at.join("perkara.toml"), &case).expect("file");
    let run = run_in(at, "check perkara.toml --format concise").code(0);
    assert_eq!(lines(&run), [""; 0]);
    // Three working days from 9 March are one day more where the tenth is off.
    let late = case.replacen("2026-03-12", "2026-03-13", 1);
    fs::write(at.join("perkara.toml"), &late).expect("file");
    says(
        &run_in(at, "check perkara.toml --format concise"),
        &["langkah-terlambat", "batasnya 12 Maret 2026"],
    );
    fs::write(at.join("perkara.toml"), late.replace("mulai ", "kalender = \"libur.toml\"\nmulai "))
        .expect("file");
    assert_eq!(lines(&run_in(at, "check perkara.toml --format concise")), [""; 0]);
}

/// The sample of an agreement, a proposal and a case that names them.
fn with_documents(at: &Path, change: impl Fn(&str, String) -> String) -> String {
    let sample = |kind: &str| {
        fs::read_to_string(root().join("samples").join(kind).join("lengkap.toml")).expect("sample")
    };
    fs::create_dir_all(at.join("draf")).expect("folder");
    for kind in ["perjanjian-kerja-sama", "usulan-kerja-sama"] {
        fs::write(at.join(format!("draf/{kind}.toml")), change(kind, sample(kind))).expect("file");
    }
    fs::write(at.join("draf/pindaian.pdf"), "%PDF-1.7\n").expect("file");
    let case = r#"jenis    = "berkas-kerja-sama"
prosedur = "permenimipas-dalam-negeri"
judul    = "JUDUL"
penandatanganan = 2026-03-02

[[pihak]]
lembaga = "KESATU"

[[pihak]]
lembaga = "KEDUA"

[[langkah]]
nomor = "2"
tanggal = 2026-01-15
pelaksana = "pemrakarsa"
keluaran = { nama = "Usulan Kerja Sama", berkas = "draf/usulan-kerja-sama.toml" }

[[langkah]]
nomor = "7"
tanggal = 2026-03-02
pelaksana = "penanda_tangan"
keluaran = { nama = "Naskah Kerja Sama", berkas = "draf/perjanjian-kerja-sama.toml" }
kelengkapan = { nama = "Rancangan Naskah Kerja Sama", berkas = "draf/pindaian.pdf" }
"#;
    let agreement: toml::Table = sample("perjanjian-kerja-sama").parse().expect("sample");
    let party = |at: usize| agreement["pihak"][at]["lembaga"].as_str().expect("party").to_owned();
    let case = case.replace("JUDUL", agreement["judul"].as_str().expect("title"));
    let case = case.replace("KESATU", &party(0)).replace("KEDUA", &party(1));
    change("berkas-kerja-sama", case)
}

fn with_changed(change: impl Fn(&str, String) -> String, args: &str) -> Run {
    let folder = folder();
    let case = with_documents(folder.path(), change);
    fs::write(folder.path().join("perkara.toml"), case).expect("file");
    run_in(folder.path(), &format!("check perkara.toml --format concise {args}"))
}

fn about_documents(run: &Run) -> Vec<&str> {
    lines(run).into_iter().filter(|line| line.contains("dokumen-")).collect()
}

#[test]
fn documents_that_agree_are_let_be() {
    let run = with_changed(|_, text| text, "--verbose");
    assert_eq!(about_documents(&run), [""; 0], "{}", run.out);
    assert!(
        run.err.contains("isi PDF tidak dibaca") || run.out.contains("isi PDF tidak dibaca"),
        "{}{}",
        run.out,
        run.err
    );
}

#[test]
fn documents_that_contradict_are_told() {
    let change = |kind: &'static str, from: &'static str, to: &'static str| {
        move |one: &str, text: String| {
            if one != kind {
                return text;
            }
            let changed = text.replacen(from, to, 1);
            assert_ne!(changed, text, "{from}");
            changed
        }
    };
    let title =
        with_changed(change("berkas-kerja-sama", "judul    = \"", "judul    = \"Lain "), "");
    says(
        &title,
        &[
            "dokumen-berbeda",
            "langkah 7",
            "judul menurut draf/perjanjian-kerja-sama.toml baris",
            "berkas ini",
        ],
    );
    let party = with_changed(change("berkas-kerja-sama", "lembaga = \"", "lembaga = \"Badan "), "");
    says(&party, &["dokumen-berbeda", "para pihak menurut draf/perjanjian-kerja-sama.toml"]);
    let signing = with_changed(
        |kind, text| match kind {
            "berkas-kerja-sama" => text.replace("2026-03-02", "2026-03-04"),
            _ => text,
        },
        "",
    );
    says(&signing, &["dokumen-berbeda", "tanggal penandatanganan", "2 Maret 2026", "4 Maret 2026"]);
    let number = with_changed(
        change(
            "berkas-kerja-sama",
            "{ nama = \"Naskah Kerja Sama\"",
            "{ nama = \"Naskah Kerja Sama\", nomor = \"X-1\"",
        ),
        "",
    );
    says(&number, &["dokumen-berbeda", "nomor menurut draf/perjanjian-kerja-sama.toml", "X-1"]);
    let term = with_changed(
        change("usulan-kerja-sama", "2 (dua) tahun sejak", "3 (tiga) tahun sejak"),
        "",
    );
    says(&term, &["dokumen-berbeda", "jangka waktu", "3 (tiga) tahun", "2 (dua) tahun"]);
    let partner = with_changed(
        change("usulan-kerja-sama", "mitra", "mitra = \"Universitas Lain\"\n# mitra"),
        "",
    );
    says(
        &partner,
        &["dokumen-berbeda", "mitra menurut draf/usulan-kerja-sama.toml", "Universitas Lain"],
    );
    let late = with_changed(change("berkas-kerja-sama", "2026-01-15", "2025-01-15"), "");
    says(&late, &["dokumen-berbeda", "langkah 2", "tidak dapat sesudah langkahnya tercapai"]);
}

#[test]
fn documents_that_cannot_be_read_are_errors() {
    for (name, wanted) in [
        ("../usulan.toml", "di luar folder"),
        ("/etc/passwd", "di luar folder"),
        ("C:/usulan.toml", "di luar folder"),
        ("draf\\\\usulan.toml", "garis miring terbalik"),
        ("draf/tiada.toml", "tidak ada"),
        ("draf", "tidak ada"),
        ("draf/catatan.docx", "bukan draf TOML dan bukan PDF"),
        ("draf/rusak.pdf", "isinya bukan PDF"),
        ("draf/lain.toml", "bukan draf"),
        ("perkara.toml", "berkas perkara lain"),
        ("draf/latin.toml", "bukan teks UTF-8"),
    ] {
        let folder = folder();
        let at = folder.path();
        let case = with_documents(at, |_, text| text);
        fs::write(at.join("draf/catatan.docx"), "x").expect("file");
        fs::write(at.join("draf/rusak.pdf"), "x").expect("file");
        fs::write(at.join("draf/lain.toml"), "a = 1\n").expect("file");
        fs::write(at.join("draf/latin.toml"), b"jenis = \"\xe9\"\n").expect("file");
        fs::write(at.join("perkara.toml"), case.replace("draf/usulan-kerja-sama.toml", name))
            .expect("file");
        let run = run_in(at, "check perkara.toml --format concise").code(1);
        says(&run, &["bentuk/dokumen-tidak-terbaca", ":16:51:", wanted]);
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let (folder, other) = (folder(), folder());
    let at = folder.path();
    let case = with_documents(at, |_, text| text);
    fs::write(other.path().join("usulan.toml"), "jenis = \"nota-dinas\"\n").expect("file");
    std::os::unix::fs::symlink(other.path().join("usulan.toml"), at.join("draf/usulan.toml"))
        .expect("link");
    fs::write(
        at.join("perkara.toml"),
        case.replace("draf/usulan-kerja-sama.toml", "draf/usulan.toml"),
    )
    .expect("file");
    let run = run_in(at, "check perkara.toml --format concise").code(1);
    says(&run, &["bentuk/dokumen-tidak-terbaca", "tautan ke luar folder"]);
}

#[test]
fn a_document_with_errors_is_one_of_the_case() {
    let run = with_changed(
        |kind, text| match kind {
            "perjanjian-kerja-sama" => text.replacen("[tujuan]", "[tujuan_lain]", 1),
            _ => text,
        },
        "",
    )
    .code(1);
    says(
        &run,
        &[
            "galat[bentuk/dokumen-bergalat]",
            "\"draf/perjanjian-kerja-sama.toml\"",
            "yang pertama pada baris",
        ],
    );
}

fn cases() -> tempfile::TempDir {
    let folder = folder();
    let at = folder.path();
    let smallest = root().join("templates/berkas-kerja-sama/contoh.toml");
    let smallest = fs::read_to_string(smallest).expect("case");
    fs::create_dir(at.join("selesai")).expect("folder");
    fs::write(at.join("selesai/monev.toml"), &smallest).expect("file");
    fs::write(at.join("a-terbuka.toml"), format!("{CASE}{}", first())).expect("file");
    fs::write(at.join("b-belum.toml"), CASE).expect("file");
    let open = smallest.replace("2026-03-12\npelaksana", "2026-03-13\npelaksana");
    let open = open.split("\n[[langkah]]\nnomor     = \"3\"").next().expect("head").to_owned();
    fs::write(at.join("z-monev.toml"), open).expect("file");
    fs::write(at.join("nota.toml"), "jenis = \"nota-dinas\"\n").expect("file");
    folder
}

#[test]
fn status_says_where_each_case_stands() {
    let folder = cases();
    let at = folder.path();
    let run = run_in(at, "status . --as-of 2026-04-13").code(0);
    snapshot("status-tabel", &run.out);
    let json = run_in(at, "status . --as-of 2026-04-13 --format json").code(0).out;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let cases = json["cases"].as_array().expect("cases");
    let files: Vec<&str> = cases.iter().map(|one| one["file"].as_str().expect("file")).collect();
    // What is due first; then what has no limit; then what is complete.
    assert_eq!(
        files,
        ["./a-terbuka.toml", "./z-monev.toml", "./selesai/monev.toml", "./b-belum.toml"]
    );
    assert_eq!(cases[0]["next"]["step"], "2");
    assert_eq!(
        (&cases[0]["next"]["due"], &cases[0]["next"]["days_over"]),
        (&"2026-03-05".into(), &39.into())
    );
    // Step 3 of monev: five working days from 2 April; Friday 3 April is Good Friday.
    assert_eq!(
        (&cases[1]["next"]["due"], &cases[1]["next"]["days_over"]),
        (&"2026-04-10".into(), &3.into())
    );
    assert_eq!(cases[1]["late"], serde_json::json!(["1"]));
    assert_eq!(cases[2]["next"]["step"], "4");
    assert_eq!(cases[3]["stage"], "not-begun");
    let csv = run_in(at, "status . --as-of 2026-04-13 --format csv").code(0).out;
    assert_eq!(csv.split_terminator("\r\n").count(), 5);
    assert!(csv.contains("\"2026-03-05\",\"39\""), "{csv}");
    let later = run_in(at, "status selesai --as-of 2026-04-20 --format json").code(0).out;
    let later: Value = serde_json::from_str(&later).expect("JSON");
    assert_eq!(later["cases"][0]["stage"], "complete");
}

#[test]
fn status_names_what_it_cannot_judge() {
    let folder = cases();
    let at = folder.path();
    fs::write(at.join("c-putus.toml"), CASE.replace("berkas-kerja-sama", "berkas-kerjasam"))
        .expect("file");
    fs::write(at.join("d-lain.toml"), CASE.replace("permenimipas-luar-negeri", "sop-lain"))
        .expect("file");
    let run = run_in(at, "status . --as-of 2026-04-13").code(2);
    assert!(
        run.out.contains("Tidak dapat dinilai (2)") && run.out.contains("a-terbuka.toml"),
        "{}",
        run.out
    );
    for part in [
        "c-putus.toml",
        "jenisnya tidak terbaca",
        "d-lain.toml",
        "prosedur \"sop-lain\" tidak dikenal",
    ] {
        assert!(run.err.contains(part), "{part}: {}", run.err);
    }
    run_in(at, "status nota.toml --as-of 2026-04-13").refused(&["tidak ada berkas perkara"]);
    let run = run_in(at, "status .");
    assert!(run.code == 2 && run.err.contains("--as-of"), "{}", run.err);
}

/// A folder of final agreements: one extended, one ended, one that ends soon, one in draft.
fn agreements() -> tempfile::TempDir {
    let folder = folder();
    let at = folder.path();
    let sample = |kind: &str| {
        fs::read_to_string(root().join("samples").join(kind).join("lengkap.toml")).expect("sample")
    };
    let agreement = sample("perjanjian-kerja-sama");
    fs::write(at.join("pks.toml"), &agreement).expect("file");
    fs::write(at.join("rancangan.toml"), agreement.replace("\"final\"", "\"rancangan\""))
        .expect("file");
    fs::write(at.join("nk.toml"), sample("nota-kesepahaman")).expect("file");
    fs::write(at.join("msp.toml"), sample("memorandum-saling-pengertian")).expect("file");
    folder
}

#[test]
fn agreements_that_end_soon_are_listed_with_their_notice() {
    let folder = agreements();
    let at = folder.path();
    let run = run_in(at, "masa-berlaku . --as-of 2027-10-15 --within 6").code(0);
    snapshot("masa-berlaku-tabel", &run.out);
    let json = |args: &str| {
        let run = run_in(at, &format!("masa-berlaku . --format json {args}")).code(0);
        let json: Value = serde_json::from_str(&run.out).expect("JSON");
        json
    };
    let soon = json("--as-of 2027-10-15 --within 6");
    let one = &soon["agreements"][0];
    assert_eq!(soon["agreements"].as_array().map(Vec::len), Some(1));
    // Three months before 1 March 2028.
    assert_eq!((&one["end"], &one["notice_due"]), (&"2028-03-01".into(), &"2027-12-01".into()));
    // The notice alone falls due: six months before 14 April 2029.
    let msp = json("--as-of 2028-09-01 --within 2");
    assert_eq!(msp["agreements"][0]["notice_due"], "2028-10-14");
    // The notice of the sample nota kesepahaman stands in a sentence alone.
    let all = json("--as-of 2026-06-01 --semua");
    let notices: Vec<&str> = all["agreements"]
        .as_array()
        .expect("agreements")
        .iter()
        .filter_map(|one| one["notice_due"].as_str())
        .collect();
    assert_eq!(notices, ["2027-12-01", "2028-10-14", "2030-02-18"]);
    let left = soon["left_out"].to_string();
    assert!(left.contains("rancangan.toml") && left.contains("belum final"), "{left}");
    let none = run_in(at, "masa-berlaku . --as-of 2026-06-01 --within 1").code(0);
    assert!(none.out.contains("tidak ada"), "{}", none.out);
    let over = json("--as-of 2031-01-01");
    assert!(over["left_out"].to_string().contains("sudah berakhir 2030-08-18"), "{over}");
}

#[test]
fn what_was_extended_or_ended_is_not_counted() {
    let folder = agreements();
    let at = folder.path();
    for (kind, says) in [
        ("naskah-perpanjangan", "diperpanjang menurut"),
        ("naskah-pengakhiran", "diakhiri menurut"),
    ] {
        let sample = root().join("samples").join(kind).join("lengkap.toml");
        fs::copy(sample, at.join("sesudah.toml")).expect("file");
        let run = run_in(at, "masa-berlaku . --as-of 2028-02-20 --within 1 --format json").code(0);
        let json: Value = serde_json::from_str(&run.out).expect("JSON");
        let left = json["left_out"].to_string();
        assert!(left.contains(says) && left.contains("pks.toml"), "{kind}: {left}");
        assert!(!json["agreements"].to_string().contains("pks.toml"), "{kind}");
        assert!(run.err.contains(says), "said as well: {}", run.err);
    }
}

#[test]
fn agreements_go_to_calendars_sheets_and_the_register() {
    let folder = agreements();
    let at = folder.path();
    let args = "masa-berlaku . --as-of 2027-10-15 --within 6";
    run_in(at, &format!("{args} --format ics -o akhir.ics")).code(0);
    let first = fs::read(at.join("akhir.ics")).expect("file");
    let output = python("baca_ics.py", [&at.join("akhir.ics")]);
    let read = String::from_utf8_lossy(&output.stdout).into_owned();
    let days: Vec<&str> = read.lines().filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(
        days,
        ["2027-12-01", "2028-03-01"],
        "{read}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(run_in(at, &format!("{args} --format ics -o akhir.ics")).code, 2);
    run_in(at, &format!("{args} --format ics -o akhir.ics --force")).code(0);
    assert_eq!(fs::read(at.join("akhir.ics")).expect("file"), first, "no clock in it");
    let csv = run_in(at, &format!("{args} --format csv")).code(0).out;
    assert!(csv.contains("\"2028-03-01\",\"2027-12-01\""), "{csv}");
    run_in(at, &format!("{args} --format daftar -o daftar.toml")).code(0);
    let register = fs::read_to_string(at.join("daftar.toml")).expect("file");
    let table: toml::Table = register.parse().expect("TOML");
    assert_eq!(table["jenis"].as_str(), Some("daftar-kerja-sama"));
    assert_eq!(table["baris"][0]["berakhir"].to_string(), "2028-03-01");
    // What is still to be filled in is a warning; nothing of it is an error.
    let run = run_in(at, "check daftar.toml --format concise").code(0);
    assert!(run.out.contains("bentuk/isian-belum-diisi"), "{}", run.out);
}
