//! Batches: going on where a run ended, shares of several machines, one archive, one document of all.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value as Json;

use crate::common::{Run, folder, names, naskah, python, root, run, run_in};

const HEADS: &str = "Unit,Tahun,Mitra,Bidang,Urgensi,Batas Waktu,Rencana Strategis,Data Dukung\n";

/// A sheet of so many plans, each of an office of its own.
fn sheet(rows: usize) -> String {
    let row = |number: usize| {
        format!("Unit {number:02},2026,Mitra {number},Layanan,Urgensi,2026-06-30,Sasaran,Surat\n")
    };
    HEADS.to_owned() + &(1..=rows).map(row).collect::<String>()
}

/// A folder with a sheet and what its documents begin with.
fn desk(rows: usize) -> tempfile::TempDir {
    let folder = folder();
    put(folder.path(), "rencana.csv", &sheet(rows));
    let base = root().join("tests/data/lembar/dasar.toml");
    fs::copy(base, folder.path().join("dasar.toml")).expect("base");
    folder
}

fn put(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("file");
}

fn command(folder: &Path, more: &str) -> Command {
    let all = "render --isolated --data rencana.csv --base dasar.toml -o {unit} ".to_owned() + more;
    let mut command = naskah(all.split_whitespace());
    command.current_dir(folder);
    command
}

fn render(folder: &Path, more: &str) -> Run {
    run(&mut command(folder, more))
}

const KEPT: &str = "--out-dir hasil --manifest daftar.jsonl --resume --why";

/// The documents of a folder by name.
fn documents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let read = |path: &Path| fs::read(path).expect("document");
    entries.map(|one| (one.file_name().to_string_lossy().into_owned(), read(&one.path()))).collect()
}

fn manifest(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("manifest")
}

#[test]
fn only_what_has_changed_is_made_again_and_it_is_said_why() {
    let desk = desk(3);
    let at = desk.path();
    let run = render(at, KEPT).code(0);
    assert_eq!(run.err.matches("belum pernah dibuat").count(), 3, "{}", run.err);
    let (first, listed) = (documents(&at.join("hasil")), manifest(at, "daftar.jsonl"));
    let run = render(at, KEPT).code(0);
    assert_eq!(run.err.matches("tetap: ").count(), 3, "{}", run.err);
    assert!(run.err.ends_with("0 dari 3 naskah dicetak, 3 tetap\n"), "{}", run.err);
    assert_eq!(manifest(at, "daftar.jsonl"), listed);

    put(at, "rencana.csv", &sheet(3).replace("Mitra 2,", "Mitra Baru,"));
    let run = render(at, KEPT).code(0);
    assert!(run.err.contains("dibuat: Unit-02.pdf: berubah: isi naskah\n"), "{}", run.err);
    assert!(run.err.contains("1 dari 3 naskah dicetak, 2 tetap"), "{}", run.err);
    let second = documents(&at.join("hasil"));
    let differ: Vec<&String> = first.keys().filter(|name| first[*name] != second[*name]).collect();
    assert_eq!(differ, ["Unit-02.pdf"]);

    fs::remove_file(at.join("hasil/Unit-01.pdf")).expect("document");
    let run = render(at, KEPT).code(0);
    assert!(
        run.err.contains("dibuat: Unit-01.pdf: berkas Unit-01.pdf tidak ada lagi"),
        "{}",
        run.err
    );
    let run = render(at, &format!("{KEPT} --style pemerintah-daerah")).code(0);
    assert_eq!(run.err.matches("berubah: gaya\n").count(), 3, "{}", run.err);
    let run = render(at, &format!("{KEPT} --pdf-standard a-2b")).code(0);
    assert_eq!(run.err.matches("berubah: gaya, pilihan keluaran\n").count(), 3, "{}", run.err);
}

#[test]
fn a_file_that_somebody_else_has_changed_is_not_taken_for_ours() {
    let desk = desk(2);
    let at = desk.path();
    render(at, KEPT).code(0);
    put(at, "hasil/Unit-01.pdf", "catatan orang");
    let run = render(at, KEPT).code(2);
    assert!(
        run.err.contains("berubah sejak ditulis") && run.err.contains("--force"),
        "{}",
        run.err
    );
    assert_eq!(fs::read(at.join("hasil/Unit-01.pdf")).expect("file"), b"catatan orang");
    let run = render(at, &format!("{KEPT} --force")).code(0);
    assert!(run.err.contains("1 dari 2 naskah dicetak, 1 tetap"), "{}", run.err);
}

/// A draft that has become faulty keeps its old document, which is still ours once it is mended.
#[test]
fn a_mended_row_takes_the_place_of_its_old_document() {
    let desk = desk(2);
    let at = desk.path();
    render(at, KEPT).code(0);
    put(at, "rencana.csv", &sheet(2).replace("Unit 02,2026", "Unit 02,dua ribu"));
    render(at, KEPT).code(1);
    put(at, "rencana.csv", &sheet(2).replace("Mitra 2,", "Mitra Baru,"));
    let run = render(at, KEPT).code(0);
    assert!(run.err.contains("dibuat: Unit-02.pdf: belum berhasil dicetak"), "{}", run.err);
    assert!(run.err.contains("1 dari 2 naskah dicetak, 1 tetap"), "{}", run.err);
}

/// Half of the drafts is not taken for all of them.
#[cfg(unix)]
#[test]
fn a_full_disk_ends_the_run_and_names_no_part_of_it() {
    for whole in ["--combine semua.pdf", "--archive semua.tar"] {
        let desk = desk(3);
        let at = desk.path();
        fs::create_dir(at.join("hasil")).expect("folder");
        let full = if whole.contains("combine") { "hasil/Unit-02.pdf" } else { "semua.tar" };
        std::os::unix::fs::symlink("/dev/full", at.join(full)).expect("link");
        let more = format!("--out-dir hasil --report hasil.json -j 1 {whole}");
        let run = render(at, &more).code(2);
        assert!(run.err.contains("tempat penyimpanan penuh"), "{}", run.err);
        let json: Json = serde_json::from_str(&manifest(at, "hasil.json")).expect("JSON");
        if whole.contains("combine") {
            assert!(!at.join("semua.pdf").exists(), "half of the drafts");
            assert_eq!(json["interrupted"], true);
            assert_eq!(json["drafts"][2]["outcome"], "not_reached");
            assert!(
                at.join("hasil/Unit-01.pdf").exists() && !at.join("hasil/Unit-03.pdf").exists()
            );
        }
    }
}

#[test]
fn a_row_that_is_gone_leaves_its_file_and_is_named() {
    let desk = desk(3);
    let at = desk.path();
    render(at, KEPT).code(0);
    put(at, "rencana.csv", &sheet(2));
    let run = render(at, KEPT).code(0);
    assert!(run.err.contains("tidak diminta lagi, dibiarkan: Unit-03.pdf"), "{}", run.err);
    assert!(at.join("hasil/Unit-03.pdf").exists());
    assert_eq!(manifest(at, "daftar.jsonl").lines().count(), 3);
}

#[test]
fn what_is_no_manifest_is_refused_and_kept() {
    let desk = desk(1);
    let at = desk.path();
    put(at, "daftar.jsonl", "catatan\n");
    render(at, KEPT).refused(&["bukan daftar hasil", "daftar.jsonl"]);
    render(at, "--manifest daftar.jsonl").refused(&["sudah ada", "daftar.jsonl"]);
    assert_eq!(manifest(at, "daftar.jsonl"), "catatan\n");
    render(at, "--manifest rencana.csv --force").refused(&["menimpa berkas yang dibaca"]);
    render(at, "--resume").code(2);
    assert_eq!(names(at), ["daftar.jsonl", "dasar.toml", "rencana.csv"]);
}

/// Killed at any moment a run leaves whole files, and what goes on with it the same bytes as a run that
/// nobody disturbed.
#[test]
fn a_killed_run_is_gone_on_with_to_the_same_bytes() {
    let desk = desk(24);
    let at = desk.path();
    let whole = "--out-dir utuh --manifest utuh.jsonl -j 2";
    render(at, whole).code(0);
    let mut unfinished = 0;
    for round in 0..6_u64 {
        let mut command = command(at, "--out-dir hasil --manifest daftar.jsonl --resume -j 2");
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("program");
        let before = names(&at.join("utuh")).len().min(names_in(&at.join("hasil")));
        // Some are killed before the first document, others between two.
        while names_in(&at.join("hasil")) <= before + usize::try_from(round).unwrap_or(0) / 2 {
            if child.try_wait().expect("program").is_some() {
                break;
            }
            std::thread::sleep(Duration::from_millis(3));
        }
        child.kill().expect("kill");
        child.wait().expect("program");
        for (name, bytes) in documents(&at.join("hasil")) {
            let whole = !name.ends_with(".pdf") || bytes.trim_ascii_end().ends_with(b"%%EOF");
            assert!(whole, "{name}");
        }
        unfinished += usize::from(names_in(&at.join("hasil")) < 24);
    }
    assert!(unfinished > 0, "nothing was killed");
    render(at, "--out-dir hasil --manifest daftar.jsonl --resume").code(0);
    assert!(documents(&at.join("hasil")) == documents(&at.join("utuh")));
    assert_eq!(manifest(at, "daftar.jsonl"), manifest(at, "utuh.jsonl"));
}

fn names_in(folder: &Path) -> usize {
    documents_named(folder).count()
}

fn documents_named(folder: &Path) -> impl Iterator<Item = String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(".pdf"))
}

#[test]
fn shares_make_the_whole_and_what_is_missing_is_proved() {
    let desk = desk(9);
    let at = desk.path();
    render(at, "--out-dir utuh --manifest utuh.jsonl").code(0);
    for number in 1..=3 {
        let more = format!("--out-dir hasil --shard {number}/3 --manifest bagian-{number}.jsonl");
        render(at, &more).code(0);
    }
    assert!(documents(&at.join("hasil")) == documents(&at.join("utuh")));
    let merge = |more: &str| run_in(at, &format!("gabung {more}"));
    let all = "bagian-1.jsonl bagian-2.jsonl bagian-3.jsonl";
    let run = merge(&format!("{all} -o semua.jsonl --out-dir hasil")).code(0);
    assert!(run.out.starts_with("utuh: 9 naskah dari 3 daftar"), "{}", run.out);
    assert_eq!(manifest(at, "semua.jsonl"), manifest(at, "utuh.jsonl"));

    let run = merge("bagian-1.jsonl bagian-3.jsonl -o kurang.jsonl").code(1);
    assert!(run.err.contains("bagian 2/3 tidak ada"), "{}", run.err);
    assert!(run.err.contains("tidak ada pada daftar mana pun"), "{}", run.err);
    assert!(!at.join("kurang.jsonl").exists());
    let run = merge("bagian-1.jsonl bagian-1.jsonl bagian-2.jsonl bagian-3.jsonl").code(1);
    assert!(run.err.contains("bagian sama") && run.err.contains("dua kali: "), "{}", run.err);
    fs::remove_file(at.join("hasil/Unit-04.pdf")).expect("document");
    put(at, "hasil/Unit-05.pdf", "lain");
    let run = merge(&format!("{all} --out-dir hasil")).code(1);
    assert!(run.err.contains("berkas tidak ada: Unit-04.pdf"), "{}", run.err);
    assert!(run.err.contains("lain daripada yang ditulis: Unit-05.pdf"), "{}", run.err);
    // A share of another sheet.
    put(at, "rencana.csv", &sheet(9).replace("Mitra 3,", "Mitra X,"));
    render(at, "--out-dir lain --shard 2/3 --manifest bagian-2.jsonl --force").code(0);
    let run = merge(all).code(1);
    assert!(run.err.contains("lembar kerja atau cara membacanya berbeda"), "{}", run.err);
    run_in(at, "gabung rencana.csv").refused(&["bukan daftar hasil"]);
    for share in ["0/3", "4/3", "x"] {
        render(at, &format!("--shard {share}")).code(2);
    }
}

#[test]
fn an_archive_holds_the_same_documents() {
    let desk = desk(4);
    let at = desk.path();
    render(at, "--out-dir utuh").code(0);
    let archived = "--archive hasil.tar --manifest daftar.jsonl --resume";
    render(at, archived).code(0);
    assert_eq!(names(at), ["daftar.jsonl", "dasar.toml", "hasil.tar", "rencana.csv", "utuh"]);
    let first = fs::read(at.join("hasil.tar")).expect("archive");
    let mut archive = tar::Archive::new(first.as_slice());
    let mut held = BTreeMap::new();
    for entry in archive.entries().expect("archive") {
        let mut entry = entry.expect("entry");
        let name = entry.path().expect("name").to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).expect("document");
        held.insert(name, bytes);
    }
    assert!(held == documents(&at.join("utuh")));
    let run = render(at, archived).code(0);
    assert!(run.err.contains("0 dari 4 naskah dicetak, 4 tetap"), "{}", run.err);
    assert!(fs::read(at.join("hasil.tar")).expect("archive") == first);
    run_in(at, "gabung daftar.jsonl --archive hasil.tar").code(0);
    put(at, "rencana.csv", &sheet(4).replace("Mitra 2,", "Mitra Baru,"));
    let run = render(at, archived).code(0);
    assert!(run.err.contains("1 dari 4 naskah dicetak, 3 tetap"), "{}", run.err);
    run_in(at, "gabung daftar.jsonl --archive hasil.tar").code(0);
}

/// One document of all is as sound as each of them: tags, bookmarks, ids of table heads.
#[test]
fn all_documents_in_one_keep_their_tags_and_get_bookmarks() {
    let folder = folder();
    let at = folder.path();
    let samples = ["perjanjian-kerja-sama", "ika", "laporan-penjajakan", "perencanaan-kerja-sama"];
    let drafts = samples.map(|kind| root().join(format!("samples/{kind}/lengkap.toml")));
    let mut args: Vec<String> = drafts.iter().map(|path| path.display().to_string()).collect();
    args.extend(["--isolated", "--combine", "semua.pdf"].map(str::to_owned));
    let render = || {
        let mut command = naskah(std::iter::once("render".to_owned()).chain(args.clone()));
        run(command.current_dir(at))
    };
    render().code(0);
    assert_eq!(names(at), ["semua.pdf"], "no files besides");
    let file = at.join("semua.pdf");
    let first = fs::read(&file).expect("document");
    let output = python("periksa_pdf.py", [&file]);
    let said: Json = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(said["galat"], Json::Array(Vec::new()), "{said}");
    assert_eq!(said["judul"], "semua");
    let marks = said["penanda"].as_array().expect("bookmarks");
    let top: Vec<&str> =
        marks.iter().filter(|mark| mark[0] == 1).filter_map(|mark| mark[1].as_str()).collect();
    assert_eq!(top.len(), 4, "{top:?}");
    assert!(top[0].starts_with("Perjanjian Kerja Sama: "), "{top:?}");
    assert!(marks.iter().any(|mark| mark[0] == 2 && mark[1] == "PERJANJIAN KERJA SAMA"));
    render().refused(&["semua.pdf", "--force"]);
    fs::remove_file(&file).expect("document");
    render().code(0);
    assert!(fs::read(&file).expect("document") == first, "the same bytes");
    run_in(at, "render --combine a.pdf --format png x.toml").refused(&["hanya PDF"]);
    // Rows of one name are told apart by their numbers.
    put(at, "sama.csv", &(HEADS.to_owned() + &"A,2026,B,C,D,2026-06-30,E,F\n".repeat(3)));
    fs::copy(root().join("tests/data/lembar/dasar.toml"), at.join("dasar.toml")).expect("base");
    let rows = "render --isolated --data sama.csv --base dasar.toml --combine sama.pdf";
    run_in(at, rows).code(0);
    let output = python("periksa_pdf.py", [at.join("sama.pdf")]);
    let said: Json = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(said["galat"], Json::Array(Vec::new()), "{said}");
    let marks = said["penanda"].as_array().expect("bookmarks");
    let mut top: Vec<&Json> = marks.iter().filter(|mark| mark[0] == 1).collect();
    top.dedup();
    assert_eq!(top.len(), 3, "{top:?}");
}

#[test]
fn a_folder_of_drafts_becomes_a_folder_of_documents_with_the_same_folders() {
    let folder = folder();
    let at = folder.path();
    let sound = crate::common::CATALOG.file("nota-dinas/contoh.toml").expect("contoh.toml");
    for place in ["draf/a/surat.toml", "draf/b/dalam/surat.toml", "draf/surat.toml"] {
        fs::create_dir_all(at.join(place).parent().expect("folder")).expect("folder");
        put(at, place, sound);
    }
    run_in(at, "render draf --out-dir hasil --isolated --draft").code(0);
    for place in ["hasil/a/surat.pdf", "hasil/b/dalam/surat.pdf", "hasil/surat.pdf"] {
        assert!(at.join(place).is_file(), "{place}");
    }
    let run = run_in(at, "render draf -o nama/{jenis}-{hal} --isolated --draft").code(2);
    assert!(run.err.contains("nama berkas yang sama"), "{}", run.err);
    let run = run_in(at, "render draf/surat.toml -o nama/{jenis} --isolated --draft").code(0);
    assert!(run.err.contains("ditulis: nama/nota-dinas.pdf"), "{}", run.err);
}

#[test]
fn what_was_not_reached_is_said_so() {
    let desk = desk(40);
    let at = desk.path();
    let mut command = command(at, "--out-dir hasil --report hasil.json -j 1");
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("program");
    while names_in(&at.join("hasil")) == 0 {
        assert!(child.try_wait().expect("program").is_none(), "all was written at once");
        std::thread::sleep(Duration::from_millis(3));
    }
    let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(kill.expect("kill").success());
    assert_eq!(child.wait().expect("program").code(), Some(130));
    let json: Json = serde_json::from_str(&manifest(at, "hasil.json")).expect("JSON");
    assert_eq!(json["interrupted"], true);
    let drafts = json["drafts"].as_array().expect("drafts");
    let of = |code: &str| drafts.iter().filter(|one| one["outcome"] == code).count();
    assert_eq!(drafts.len(), 40);
    assert_eq!(of("printed"), names_in(&at.join("hasil")));
    assert_eq!(of("printed") + of("not_reached"), 40);
}

#[test]
fn the_report_says_what_stood_in_the_way_and_every_file() {
    let desk = desk(2);
    let at = desk.path();
    put(at, "rencana.csv", &sheet(2).replace("Unit 02,2026", "Unit 02,dua ribu"));
    render(at, "--out-dir hasil --report hasil.json --format png --ppi 30").code(1);
    let json: Json = serde_json::from_str(&manifest(at, "hasil.json")).expect("JSON");
    assert_eq!(json["interrupted"], false);
    assert_eq!(json["drafts"][0]["files"][0], "hasil/Unit-01.png");
    let cause = &json["drafts"][1]["causes"][0];
    assert_eq!(cause["place"], "rencana.csv:3:9", "{cause}");
    assert!(cause["rule"].as_str().is_some_and(|rule| rule.contains('/')), "{cause}");
    assert!(cause["text"].as_str().is_some_and(|text| text.starts_with("B3: ")), "{cause}");
    render(at, "--out-dir lagi --report hasil.csv").code(1);
    let csv = manifest(at, "hasil.csv");
    assert!(csv.starts_with("\"Naskah\",\"Hasil\",\"Berkas\",\"Sebab\"\r\n"), "{csv}");
    assert!(csv.contains("rencana.csv:3:9: B3: "), "{csv}");
}

/// A script of the samples with the program on its path.
fn script(folder: &Path, name: &str, args: &[&str], set: &[(&str, &str)]) -> Run {
    let bin = Path::new(env!("CARGO_BIN_EXE_naskah")).parent().expect("folder");
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new(root().join("samples/massal").join(name));
    command.args(args).current_dir(folder).env("PATH", path);
    let fixed = [("DATA", "rencana.csv"), ("DASAR", "dasar.toml"), ("HASIL", "hasil")];
    run(command.envs(fixed).envs(set.iter().copied()).stdin(Stdio::null()))
}

#[test]
fn the_recipes_for_several_machines_make_the_whole() {
    let desk = desk(6);
    let at = desk.path();
    script(at, "bagian.sh", &["1", "2"], &[]).code(0);
    fs::create_dir_all(at.join("samples/massal")).expect("folder");
    let share = root().join("samples/massal/bagian.sh");
    fs::copy(share, at.join("samples/massal/bagian.sh")).expect("script");
    let task = [("SLURM_ARRAY_TASK_ID", "2"), ("SLURM_ARRAY_TASK_COUNT", "2")];
    script(at, "slurm.sh", &[], &task).code(0);
    let parts = "gabung hasil/bagian-1.jsonl hasil/bagian-2.jsonl --out-dir hasil/naskah";
    run_in(at, parts).code(0);

    let job = fs::read_to_string(root().join("samples/massal/kubernetes.yaml")).expect("job");
    let output = python("yaml_json.py", [&job]);
    let job: Json = serde_json::from_slice(&output.stdout).expect("YAML");
    let container = &job["spec"]["template"]["spec"]["containers"][0];
    assert_eq!(job["spec"]["completionMode"], "Indexed");
    let shares = job["spec"]["completions"].as_u64().expect("completions");
    let words = |part: &Json| -> Vec<String> {
        let words = part.as_array().expect("words").iter();
        words.map(|word| word.as_str().expect("word").to_owned()).collect()
    };
    let (head, tail) = (words(&container["command"]), words(&container["args"]));
    fs::create_dir(at.join("arsip")).expect("folder");
    let bin = Path::new(env!("CARGO_BIN_EXE_naskah")).parent().expect("folder");
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
    for index in 0..shares {
        let mut pod = Command::new(&head[0]);
        pod.args(head.iter().skip(1).chain(&tail)).current_dir(at).env("PATH", &path);
        pod.env("JOB_COMPLETION_INDEX", index.to_string()).env("DATA", "rencana.csv");
        run(pod.env("DASAR", "dasar.toml").env("HASIL", "arsip")).code(0);
    }
    let mut merge = vec!["gabung".to_owned()];
    merge.extend((1..=shares).map(|number| format!("arsip/bagian-{number}.jsonl")));
    for number in 1..=shares {
        merge.extend(["--archive".to_owned(), format!("arsip/bagian-{number}.tar")]);
    }
    run(naskah(merge).current_dir(at)).code(0);
    let ci = fs::read_to_string(root().join("samples/massal/ci.yaml")).expect("matrix");
    let output = python("yaml_json.py", [&ci]);
    let ci: Json = serde_json::from_slice(&output.stdout).expect("YAML");
    let numbers = ci["jobs"]["bagian"]["strategy"]["matrix"]["nomor"].as_array().expect("matrix");
    let calls = ci["jobs"]["bagian"]["steps"].to_string();
    assert!(calls.contains(&format!("}}}} {}", numbers.len())), "{calls}");
}
