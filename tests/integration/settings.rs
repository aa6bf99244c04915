//! `naskah.toml`, own packs, and which rules count.

use std::path::Path;
use std::process::Output;

use crate::common::{program, root, run_in};

/// A repository with a draft of two warnings and the given configuration.
fn place(config: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("folder");
    let drafts = folder.path().join("draf/2026");
    std::fs::create_dir_all(&drafts).expect("folder");
    std::fs::create_dir(folder.path().join(".git")).expect("folder");
    let sample = root().join("templates/perjanjian-kerja-sama/contoh.toml");
    let text = std::fs::read_to_string(sample).expect("sample");
    let text = text.replacen("judul ", "jdul = 1\njudul ", 1);
    let text = text.replacen(
        "[tujuan]",
        "[pengakhiran]\nisi = \"Paling lambat 3 (dua) bulan.\"\n\n[tujuan]",
        1,
    );
    std::fs::write(drafts.join("a.toml"), text).expect("write");
    if !config.is_empty() {
        std::fs::write(folder.path().join("naskah.toml"), config).expect("write");
    }
    folder
}

fn run(folder: &Path, more: &[&str]) -> (Option<i32>, String, String) {
    let mut command = program(folder);
    let output: Output = command
        .args(["check", "draf/2026/a.toml", "--format", "concise"])
        .args(more)
        .output()
        .expect("naskah");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// The settings that hold for the draft.
fn shown(folder: &Path, more: &[&str]) -> String {
    let args = ["check", "draf/2026/a.toml", "--show-settings"];
    let output = program(folder).args(args).args(more).output().expect("naskah");
    String::from_utf8(output.stdout).expect("UTF-8")
}

const KEY: &str = "bentuk/kunci-tidak-dikenal";
const WORDS: &str = "tata-tulis/angka-terbilang-tidak-cocok";

#[test]
fn without_a_configuration_both_are_found() {
    let folder = place("");
    let (status, out, _) = run(folder.path(), &[]);
    assert_eq!(status, Some(0));
    assert!(out.contains(KEY) && out.contains(WORDS), "{out}");
}

#[test]
fn levels_and_exceptions() {
    let folder =
        place("[tingkat]\n\"bentuk/kunci-tidak-dikenal\" = \"mati\"\ntata-tulis = \"galat\"\n");
    let (status, out, _) = run(folder.path(), &[]);
    assert_eq!(status, Some(1), "{out}");
    assert!(!out.contains(KEY) && out.contains(WORDS));
    assert_eq!(run(folder.path(), &["--isolated"]).0, Some(0));
    let folder = place(&format!(
        "[[pengecualian]]\nberkas = \"draf/*/a.toml\"\naturan = \"{WORDS}\"\nalasan = \"mitra meminta\"\n"
    ));
    let (_, out, said) = run(folder.path(), &[]);
    assert!(out.contains(KEY) && !out.contains(&format!("{WORDS} ")), "{out}");
    assert!(said.contains("1 dikecualikan"), "{said}");
}

#[test]
fn the_nearest_counts_and_the_repository_ends_the_search() {
    let folder = place("[tingkat]\nbentuk = \"mati\"\n");
    std::fs::write(folder.path().join("draf/naskah.toml"), "").expect("write");
    assert!(run(folder.path(), &[]).1.contains(KEY));
    std::fs::remove_file(folder.path().join("draf/naskah.toml")).expect("remove");
    assert!(!run(folder.path(), &[]).1.contains(KEY));
    std::fs::create_dir(folder.path().join("draf/.git")).expect("folder");
    assert!(run(folder.path(), &[]).1.contains(KEY));
    assert!(!run(folder.path(), &["--config", "naskah.toml"]).1.contains(KEY));
}

/// Above what belongs to whoever works there somebody else's file would rule in silence.
#[test]
fn a_configuration_above_the_users_own_is_not_taken() {
    let folder = place("[tingkat]\ntata-tulis = \"mati\"\nbentuk = \"off\"\n");
    let drafts = folder.path().join("draf");
    std::fs::remove_dir_all(folder.path().join(".git")).expect("no repository");
    let judged = |home: Option<&Path>| {
        let mut command = program(&drafts);
        command.args(["check", "2026/a.toml", "--format", "concise"]).env_remove("HOME");
        command.envs(home.map(|home| ("HOME", home)));
        crate::common::run(&mut command).out
    };
    assert!(judged(Some(Path::new("/tidak/ada"))).contains(WORDS));
    assert!(!judged(Some(folder.path())).contains(WORDS));
    assert!(judged(Some(&drafts)).contains(WORDS));
    std::fs::create_dir(folder.path().join(".git")).expect("folder");
    assert!(!judged(Some(&drafts)).contains(WORDS));
}

/// A draft through a pipe is judged by what holds where its name says that it lies.
#[test]
fn a_text_from_a_stream_has_the_settings_of_its_name() {
    let folder = place("");
    let draft = std::fs::read(folder.path().join("draf/2026/a.toml")).expect("draft");
    std::fs::write(folder.path().join("draf/naskah.toml"), "[tingkat]\ntata-tulis = \"off\"\n")
        .expect("configuration");
    let judged = |name: &[&str]| {
        let mut command = program(folder.path());
        command.args(["check", "-", "--format", "concise"]).args(name);
        crate::common::run_with(&mut command, &draft).out
    };
    assert!(judged(&[]).contains(WORDS));
    assert!(!judged(&["--stdin-filename", "draf/2026/a.toml"]).contains(WORDS));
}

#[test]
fn what_cannot_be_used_is_refused_with_its_place() {
    let folder = place("tingkt = 1\n\n[tingkat]\n\"tata-tulis/urutan-buti\" = \"mati\"\n");
    let (status, _, said) = run(folder.path(), &[]);
    assert_eq!(status, Some(2));
    assert!(said.contains("naskah.toml:1:1") && said.contains("\"tingkat\""), "{said}");
    let folder = place("[tingkat]\n\"tata-tulis/urutan-buti\" = \"mati\"\n");
    let (status, _, said) = run(folder.path(), &[]);
    assert_eq!(status, Some(2));
    assert!(said.contains("naskah.toml:2:1") && said.contains("tata-tulis/urutan-butir"), "{said}");
}

#[test]
fn select_ignore_and_statistics() {
    let folder = place("");
    let found = |more: &[&str]| run(folder.path(), more).1;
    assert!(!found(&["--select", "tata-tulis"]).contains(KEY));
    assert!(!found(&["--ignore", WORDS]).contains(WORDS));
    assert!(!found(&["--select", "tata", "--ignore", "tata-tulis/angka"]).contains(WORDS));
    let (status, _, said) = run(folder.path(), &["--select", "tata-tuls"]);
    assert_eq!(status, Some(2));
    assert!(said.contains("mungkin maksudnya \"tata-tulis\""), "{said}");
    let counts = run_in(folder.path(), "check draf/2026/a.toml --statistics").out;
    assert!(counts.contains(&format!("     1  peringatan  {WORDS}")), "{counts}");
    assert!(counts.contains("1 naskah diperiksa"), "{counts}");
    let shown = shown(folder.path(), &["--ignore", WORDS]);
    assert!(shown.contains(&format!("ignore      : {WORDS}")), "{shown}");
}

const PACK: &str = r#"
id        = "kantor-contoh"
nama      = "Pedoman Kantor Contoh"
singkatan = "Pedoman Contoh"
sifat     = "peraturan"

[[aturan]]
kode    = "saksi-tiada"
dasar   = "angka 3"
tingkat = "galat"
bila    = { rumpun = "naskah-kerja-sama" }
periksa = { jenis = "wajib", bidang = "saksi" }
pesan   = "naskah belum menyebut saksi"
alasan  = "Kantor ini meminta dua orang saksi."

[[aturan.contoh]]
hasil = "temuan"
jenis = "perjanjian-kerja-sama"

[[aturan.contoh]]
hasil = "bersih"
jenis = "perjanjian-kerja-sama"
ubah  = { saksi = [{ nama = "A" }] }
"#;

fn with_pack(name: &str, text: &str) -> tempfile::TempDir {
    let folder = place("");
    std::fs::create_dir(folder.path().join("paket")).expect("folder");
    std::fs::write(folder.path().join("paket").join(name), text).expect("write");
    folder
}

#[test]
fn an_offices_own_pack_is_like_a_built_in_one() {
    let folder = with_pack("kantor-contoh.toml", PACK);
    let (status, out, _) = run(folder.path(), &["--packs", "paket"]);
    assert_eq!(status, Some(1));
    assert!(out.contains("kantor-contoh/saksi-tiada"), "{out}");
    let rule = ["explain", "kantor-contoh/saksi-tiada", "--packs", "paket"];
    let output = program(folder.path()).args(rule).output().expect("naskah");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("dua orang saksi") && said.contains("angka 3"), "{said}");
    let output =
        program(folder.path()).args(["rules", "kantor-contoh", "--packs", "paket"]).output();
    assert!(String::from_utf8_lossy(&output.expect("naskah").stdout).contains("saksi-tiada"));
    // The configuration brings it as well.
    std::fs::write(folder.path().join("naskah.toml"), "paket = \"paket\"\n").expect("write");
    assert_eq!(run(folder.path(), &[]).0, Some(1));
    assert!(shown(folder.path(), &[]).contains("kantor-contoh"));
}

#[test]
fn faults_of_a_pack_are_shown_in_it() {
    let wrong = PACK.replace("bidang = \"saksi\"", "bidang = \"sksi\"");
    let folder = with_pack("kantor-contoh.toml", &wrong);
    let (status, _, said) = run(folder.path(), &["--packs", "paket"]);
    assert_eq!(status, Some(2));
    assert!(said.contains("kantor-contoh.toml:12:39") && said.contains("\"sksi\""), "{said}");
    assert!(said.contains("^^^^^^"), "{said}");
    let folder = with_pack("tata-tulis.toml", &PACK.replace("kantor-contoh", "tata-tulis"));
    let (status, _, said) = run(folder.path(), &["--packs", "paket"]);
    assert_eq!(status, Some(2));
    assert!(said.contains("tidak dapat diganti"), "{said}");
    let folder = with_pack("lain.toml", PACK);
    assert!(run(folder.path(), &["--packs", "paket"]).2.contains("nama berkasnya"));
    assert_eq!(run(folder.path(), &["--packs", "tiada"]).0, Some(2));
}

#[test]
fn every_draft_has_the_configuration_nearest_to_it() {
    let folder = place("[tingkat]\nbentuk = \"mati\"\n");
    let other = folder.path().join("draf/2027");
    std::fs::create_dir(&other).expect("folder");
    std::fs::copy(folder.path().join("draf/2026/a.toml"), other.join("b.toml")).expect("copy");
    std::fs::write(other.join("naskah.toml"), "[tingkat]\ntata-tulis = \"mati\"\n").expect("write");
    let mut command = program(folder.path());
    let output = command.args(["check", ".", "--format", "concise"]).output().expect("naskah");
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    let found =
        |file: &str, rule: &str| out.lines().any(|line| line.contains(file) && line.contains(rule));
    assert!(found("a.toml", WORDS) && !found("a.toml", KEY), "{out}");
    assert!(found("b.toml", KEY) && !found("b.toml", WORDS), "{out}");
    // One that is named holds for all.
    let mut command = program(folder.path());
    let output = command
        .args(["check", ".", "--format", "concise", "--config", "naskah.toml"])
        .output()
        .expect("naskah");
    assert!(!String::from_utf8_lossy(&output.stdout).contains(KEY));
}

#[test]
fn an_exception_that_nothing_needs_is_said_when_all_was_checked() {
    let exception = |rule: &str| {
        format!(
            "[[pengecualian]]\nberkas = \"draf/**\"\naturan = \"{rule}\"\nalasan = \"lama\"\n\n"
        )
    };
    let folder = place(&(exception(WORDS) + &exception("tata-tulis/urutan-butir")));
    let said = |args: &[&str]| {
        let output = program(folder.path()).arg("check").args(args).output().expect("naskah");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let idle =
        "naskah.toml:8: pengecualian tidak terpakai lagi: tata-tulis/urutan-butir pada draf/**";
    let all = said(&["."]);
    assert!(all.contains(idle) && all.matches("tidak terpakai").count() == 1, "{all}");
    // Of a part nobody knows, nor when rules were left out.
    assert!(!said(&["draf/2026/a.toml"]).contains("tidak terpakai"));
    assert!(!said(&[".", "--select", "bentuk"]).contains("tidak terpakai"));
}

#[test]
fn rules_are_tried_on_their_own_examples() {
    let office = root().join("samples/kantor");
    let tried = |folder: &Path, more: &[&str]| {
        let mut command = program(folder);
        let output = command.args(["rules", "--uji"]).args(more).output().expect("naskah");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (status, out) = tried(&office, &[]);
    assert_eq!((status, out.as_str()), (Some(0), "4 contoh diuji, 0 tidak cocok\n"));
    let folder = tempfile::tempdir().expect("folder");
    let pack = std::fs::read_to_string(office.join("peraturan/kebiasaan-kantor.toml"));
    let pack = pack.expect("pack").replace("{1,80}", "{1,10}");
    std::fs::write(folder.path().join("kebiasaan-kantor.toml"), pack).expect("write");
    let (status, out) = tried(folder.path(), &["--packs", "."]);
    assert_eq!(status, Some(1));
    let wrong = "kebiasaan-kantor/hal-terlalu-panjang contoh 2: seharusnya bersih";
    assert!(out.starts_with(wrong) && out.ends_with("2 contoh diuji, 1 tidak cocok\n"), "{out}");
}

/// Before it judges a draft an office's rule is tried on its examples; the list of rules, where one
/// works on them, does without.
#[test]
fn a_rule_that_its_own_examples_refute_judges_nothing() {
    let folder = with_pack("kantor-contoh.toml", &PACK.replacen("\"temuan\"", "\"bersih\"", 1));
    let (status, _, said) = run(folder.path(), &["--packs", "paket"]);
    assert_eq!(status, Some(2));
    let folder = with_pack("kantor-contoh.toml", &PACK.replace("{ nama = \"A\" }", "{}"));
    let (status, out, said_then) = run(folder.path(), &["--packs", "paket"]);
    assert_eq!((status, out.as_str()), (Some(2), ""));
    assert!(said.contains("aturan tanpa contoh"), "{said}");
    assert!(said_then.contains("kantor-contoh.toml:20:1"), "{said_then}");
    assert!(said_then.contains("tidak cocok dengan aturannya: seharusnya bersih"), "{said_then}");
    let mut command = program(folder.path());
    let output = command.args(["rules", "--uji", "--packs", "paket"]).output().expect("naskah");
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!((output.status.code(), out.lines().count()), (Some(1), 2), "{out}");
}
