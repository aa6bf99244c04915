//! `naskah check --verbose`: where rules decline to judge, and why.

use std::collections::BTreeSet;

use naskah::inside::engine;

use crate::common::{CATALOG, REGISTRY, check, folder, run_in};

/// A draft in which nothing is wrong and much cannot be resolved.
const DRAFT: &str = r#"jenis      = "perjanjian-kerja-sama"
judul      = "Layanan Paspor"
tempat     = "Kota Contoh"
tanggal    = 2026-03-02
koordinasi = ["pimpinan-eselon-1", "biro-hukum-dan-kerja-sama"]

[induk]
nomor = ["12/NK/2026"]

[[pihak]]
sebutan = "PIHAK KESATU"
lembaga = "Kantor Imigrasi Kelas I TPI Contoh"
satuan  = "upt"
pejabat = { nama = "ANDIKA PRATAMA", jabatan = "Kepala Kantor" }

[[pihak]]
sebutan = "PIHAK KEDUA"
lembaga = "Pemerintah Kota Contoh"
pejabat = { nama = "LARAS KUSUMANINGRUM", jabatan = "Wali Kota Contoh" }

[ketentuan_umum]
definisi = [{ istilah = "SIMKIM", arti = "sistem yang selanjutnya diatur tersendiri" }]

[tujuan]
isi = "Perjanjian Kerja Sama ini bertujuan melaksanakan Pasal 12 Nota Kesepahaman."

[ruang_lingkup]
isi = "Ruang lingkup meliputi layanan pada PON XX."

[kegiatan]
isi = "PIHAK KETIGA tidak dilibatkan dalam kegiatan."

[hak_dan_kewajiban]
isi = "PARA PIHAK membayar 5 (lima bagian) persen."

[jangka_waktu]
mulai = "sejak disetujui"
lama  = "1 tahun anggaran"

[lain_lain]
isi = "Biaya yang timbul ditanggung PIHAK KEDUA."

[penutup]
isi = "Dibuat dalam rangkap secukupnya."

[[tanda_tangan]]
pihak   = "PIHAK KEEMPAT"
nama    = "SIAPA"
jabatan = "Kepala"

[[dasar]]
jenis = "Peraturan Wali Kota Contoh"
nomor = "3"
tahun = 2020

[[dasar]]
jenis = "Undang-Undang"
nomor = "6"
tahun = 2011
"#;

/// Every check that can be in doubt says so, in a line of its own, and none of them is a finding.
#[test]
fn each_silence_has_its_place_and_its_reason() {
    let folder = folder();
    std::fs::write(folder.path().join("draf.toml"), DRAFT).expect("draft");
    let quiet = run_in(folder.path(), "check draf.toml --format concise --fail-on warning").code(0);
    assert!(!quiet.err.contains("tidak dinilai"), "{}", quiet.err);
    for flag in ["--verbose", "-v"] {
        let run =
            run_in(folder.path(), &format!("check draf.toml --format concise {flag}")).code(0);
        assert_eq!(run.out, quiet.out);
        for line in [
            "draf.toml:4:14: tidak dinilai [permenimipas-8-2025/induk-lebih-muda]: ",
            "draf.toml:16:1: tidak dinilai [permenimipas-8-2025/tanpa-mitra]: ",
            "draf.toml:22:42: tidak dinilai [tata-tulis/istilah-tidak-dipakai]: ",
            "draf.toml:25:57: tidak dinilai [tata-tulis/rujukan-tidak-ada]: \"Pasal 12\" ",
            "draf.toml:28:48: tidak dinilai [bentuk/residu-isian]: \"XX\" ",
            "draf.toml:31:8: tidak dinilai [tata-tulis/sebutan-pihak-berubah]: \"PIHAK KETIGA\" ",
            "draf.toml:34:31: tidak dinilai [tata-tulis/angka-terbilang-tidak-cocok]: ",
            "draf.toml:36:1: tidak dinilai [tata-tulis/masa-berlaku-tidak-cocok]: ",
            "draf.toml:44:21: tidak dinilai [tata-tulis/rangkap-kurang]: ",
            "draf.toml:48:11: tidak dinilai [tata-tulis/nama-penanda-tangan-berbeda]: ",
            "draf.toml:51:1: tidak dinilai [tata-tulis/urutan-dasar-hukum]: ",
        ] {
            let found =
                run.err.lines().any(|said| said.starts_with(line) && said.len() > line.len() + 8);
            assert!(found, "{line}\n{}", run.err);
        }
    }
}

/// The silences of a run are an array of their own, empty unless asked for.
#[test]
fn machines_read_them_apart_from_the_findings() {
    let folder = folder();
    std::fs::write(folder.path().join("draf.toml"), DRAFT).expect("draft");
    let read = |flags: &str| -> serde_json::Value {
        let run = run_in(folder.path(), &format!("check draf.toml --format json {flags}")).code(0);
        assert!(!run.err.contains("tidak dinilai"), "{}", run.err);
        serde_json::from_str(&run.out).expect("JSON")
    };
    let (quiet, verbose) = (read(""), read("--verbose"));
    assert_eq!(quiet["files"][0]["findings"], verbose["files"][0]["findings"]);
    assert_eq!(quiet["files"][0]["unresolved"].as_array().map(Vec::len), Some(0));
    let all = verbose["files"][0]["unresolved"].as_array().expect("an array").clone();
    assert!(all.len() >= 12, "{all:#?}");
    let of = |rule: &str| all.iter().find(|one| one["rule"] == rule).expect("a rule").clone();
    let one = of("tata-tulis/rujukan-tidak-ada");
    assert_eq!(one["path"], "tujuan.isi");
    assert_eq!((&one["location"]["line"], &one["location"]["column"]), (&25.into(), &57.into()));
    let lines = run_in(folder.path(), "check draf.toml --format jsonl -v").code(0);
    let said = lines.out.lines().filter(|line| line.contains(r#""type":"unresolved""#)).count();
    assert_eq!(said, all.len());
    // Rules that do not take part say nothing here either.
    let run = run_in(folder.path(), "check draf.toml -v --select tata-tulis/rujukan-tidak-ada");
    assert_eq!(
        run.err.lines().filter(|line| line.contains("tidak dinilai")).count(),
        1,
        "{}",
        run.err
    );
}

/// A rule whose condition depends on a field that is not there.
#[test]
fn a_rule_that_may_not_apply_says_what_is_wanting() {
    let text = CATALOG.file("naskah-perpanjangan/contoh.toml").expect("contoh");
    // The document that it takes further would tell its tier, too.
    let tells = |line: &str| {
        line.starts_with("tingkat_kerja_sama") || line.ends_with("\"perjanjian-kerja-sama\"")
    };
    let text = text.lines().filter(|line| !tells(line));
    let text = text.collect::<Vec<_>>().join("\n");
    let (file, checked) = check(&text);
    let draft = checked.draft.expect("a draft");
    let found = engine::unresolved(&file, &draft, &CATALOG, &REGISTRY);
    let rules: BTreeSet<String> = found.iter().map(|one| one.rule.to_string()).collect();
    for rule in ["pelaksana-utama-tidak-berwenang", "pelaksana-teknis-tidak-berwenang"] {
        assert!(rules.contains(&format!("permenimipas-8-2025/{rule}")), "{rules:?}");
    }
    assert!(found.iter().all(|one| one.reason.contains("tidak diisi")), "{found:#?}");
}

/// Nobody is told of doubts where there are none.
#[test]
fn the_smallest_drafts_leave_nothing_open() {
    for kind in CATALOG.iter() {
        let text = CATALOG.file(&format!("{}/contoh.toml", kind.id)).expect("contoh.toml");
        let (file, checked) = check(text);
        let found =
            engine::unresolved(&file, &checked.draft.expect("a draft"), &CATALOG, &REGISTRY);
        assert!(found.is_empty(), "{}: {found:#?}", kind.id);
    }
}

/// A text that no regulation judged says so: silence would look like approval.
#[test]
fn a_text_that_is_not_judged_says_so() {
    let folder = folder();
    let texts = [
        ("jenis = \"nota-dinas\"\nbaris tanpa kunci\n", "draf.toml:2:1", "toml-tidak-sah"),
        ("jenis = \"nota-dina\"\n", "draf.toml:1:9", "jenis-tidak-dikenal"),
        ("hal = \"x\"\n", "draf.toml:1:1", "jenis-tidak-disebut"),
    ];
    for (text, place, rule) in texts {
        std::fs::write(folder.path().join("draf.toml"), text).expect("draft");
        let run = run_in(folder.path(), "check draf.toml --verbose --format concise").code(1);
        let said: Vec<&str> =
            run.err.lines().filter(|line| line.contains("tidak dinilai")).collect();
        let [line] = said[..] else { panic!("{said:?}") };
        assert!(line.starts_with(&format!("{place}: tidak dinilai [bentuk/{rule}]: ")), "{line}");
        let quiet = run_in(folder.path(), "check draf.toml --format concise").code(1);
        assert!(!quiet.err.contains("tidak dinilai"), "{}", quiet.err);
    }
}
