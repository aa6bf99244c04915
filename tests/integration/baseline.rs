//! `--baseline`, `--write-baseline`, `--prune-baseline`.

use std::path::Path;

use crate::common::snapshot;
use crate::report::{folder, read, run, stdout};

const ALL: [&str; 3] = ["bersih.toml", "kurang.toml", "pengecualian.toml"];

fn check(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let output = run(folder, &[&ALL[..], &["--fail-on", "info"], args].concat());
    (output.status.code(), stdout(&output) + &String::from_utf8_lossy(&output.stderr))
}

fn edit(folder: &Path, draft: &str, from: &str, to: &str) {
    let path = folder.join(draft);
    let text = std::fs::read_to_string(&path).expect("draft");
    assert!(text.contains(from), "{from}");
    std::fs::write(path, text.replacen(from, to, 1)).expect("draft");
}

fn text(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("lama.json")).expect("lama.json")
}

#[test]
fn known_findings_do_not_count_and_stay_in_reports() {
    let folder = folder();
    let folder = folder.path();
    assert_eq!(check(folder, &[]).0, Some(1));
    let (status, said) = check(folder, &["--write-baseline", "lama.json"]);
    assert_eq!(status, Some(0), "{said}");
    snapshot("baseline", &text(folder));
    let (status, said) = check(folder, &["--baseline", "lama.json"]);
    assert_eq!(status, Some(0));
    assert!(said.contains("pada baseline") && !said.contains("galat["), "{said}");
    for form in ["json", "sarif"] {
        let format = format!("{form}=laporan");
        check(folder, &["--baseline", "lama.json", "--format", &format, "--force"]);
        let found = read(form, &folder.join("laporan"));
        assert!(found.iter().any(|one| one.3 == "baselined"), "{form}");
        assert!(found.iter().all(|one| one.3 != "open"), "{form}: {found:?}");
    }
}

#[test]
fn lines_do_not_matter_and_content_does() {
    let folder = folder();
    let folder = folder.path();
    check(folder, &["--write-baseline", "lama.json"]);
    edit(folder, "kurang.toml", "jenis ", "# baris baru\n\njenis ");
    edit(folder, "pengecualian.toml", "yth  ", "# baris baru\nyth  ");
    assert_eq!(check(folder, &["--baseline", "lama.json"]).0, Some(0));
    // The same fault a second time, in another paragraph, is a new finding.
    edit(
        folder,
        "pengecualian.toml",
        "\"\"\"\n\n[kop]",
        "\nJadwal baru: hari Senin, 14 April 2026.\n\"\"\"\n\n[kop]",
    );
    let (status, said) = check(folder, &["--baseline", "lama.json", "--format", "concise"]);
    assert_eq!(status, Some(1), "{said}");
    assert_eq!(said.matches("hari-tidak-cocok").count(), 1, "{said}");
}

#[test]
fn stale_entries_are_said_and_pruning_only_removes() {
    let folder = folder();
    let folder = folder.path();
    check(folder, &["--write-baseline", "lama.json"]);
    let before = text(folder);
    edit(folder, "pengecualian.toml", "hari Senin", "hari Selasa");
    edit(folder, "kurang.toml", "tujuan]", "tujuan_salah]");
    for format in ["human", "concise", "github", "junit"] {
        let (status, said) = check(folder, &["--baseline", "lama.json", "--format", format]);
        assert_eq!(status, Some(1), "the misspelt key is new");
        assert_eq!(
            said.matches("entri baseline tidak terpakai lagi").count(),
            1,
            "{format}: {said}"
        );
    }
    assert_eq!(text(folder), before, "reading writes nothing");
    check(folder, &["--baseline", "lama.json", "--prune-baseline"]);
    let (after, before) = (text(folder), before.lines().map(str::trim).collect::<Vec<_>>());
    assert!(after.lines().count() < before.len());
    assert!(after.lines().all(|line| before.contains(&line.trim())), "{after}");
    // A run over one draft says nothing of the others.
    let output = run(folder, &["bersih.toml", "--baseline", "lama.json", "--prune-baseline"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(folder), after);
    // A draft that is gone takes its entries with it.
    std::fs::remove_file(folder.join("kurang.toml")).expect("removed");
    run(folder, &["bersih.toml", "--baseline", "lama.json", "--prune-baseline"]);
    assert!(!text(folder).contains("kurang.toml"));
}

#[test]
fn a_broken_draft_is_never_known_and_never_stale() {
    let folder = folder();
    let folder = folder.path();
    check(folder, &["--write-baseline", "lama.json"]);
    let before = text(folder);
    edit(folder, "kurang.toml", "jenis ", "rusak\njenis ");
    let (status, said) = check(folder, &["--baseline", "lama.json", "--prune-baseline"]);
    assert_eq!(status, Some(1));
    assert!(!said.contains("tidak terpakai lagi"), "{said}");
    assert_eq!(check(folder, &["--write-baseline", "lama.json", "--force"]).0, Some(1));
    assert_eq!(text(folder), before);
}

#[test]
fn what_no_baseline_can_hold_is_said() {
    let folder = folder();
    let folder = folder.path();
    edit(folder, "kurang.toml", "jenis ", "rusak\njenis ");
    let (status, said) = check(folder, &["--write-baseline", "lama.json"]);
    assert_eq!(status, Some(1));
    assert!(said.contains("1 temuan tidak dicatat pada baseline"), "{said}");
}

#[test]
fn a_draft_is_known_under_its_new_name() {
    let folder = folder();
    let folder = folder.path();
    check(folder, &["--write-baseline", "lama.json"]);
    let moved = |from: &str, to: &str| {
        std::fs::rename(folder.join(from), folder.join(to)).expect("renamed");
    };
    moved("kurang.toml", "pindah.toml");
    let now = ["pindah.toml", "bersih.toml", "pengecualian.toml", "--fail-on", "info"];
    let judged = |more: &[&str]| {
        let output = run(folder, &[&now[..], &["--baseline", "lama.json"], more].concat());
        (output.status.code(), stdout(&output) + &String::from_utf8_lossy(&output.stderr))
    };
    let (status, said) = judged(&[]);
    assert_eq!(status, Some(0), "{said}");
    assert!(!said.contains("tidak terpakai lagi"), "{said}");
    // One that is gone has become one draft: a second of the same words is new.
    std::fs::copy(folder.join("pindah.toml"), folder.join("salinan.toml")).expect("copy");
    assert_eq!(judged(&["salinan.toml"]).0, Some(1));
    // With --prune-baseline the file follows.
    assert_eq!(judged(&["--prune-baseline"]).0, Some(0));
    let text = text(folder);
    assert!(text.contains("\"pindah.toml\"") && !text.contains("\"kurang.toml\""), "{text}");
}

#[test]
fn a_baseline_means_the_same_from_every_folder() {
    let folder = folder();
    let (folder, below) = (folder.path(), folder.path().join("hasil"));
    std::fs::create_dir(&below).expect("folder");
    assert_eq!(check(folder, &["--write-baseline", "hasil/lama.json"]).0, Some(0));
    let output = run(&below, &["../kurang.toml", "--baseline", "lama.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    let text = std::fs::read_to_string(below.join("lama.json")).expect("lama.json");
    assert!(text.contains("\"../kurang.toml\""), "{text}");
}

#[test]
fn what_is_no_baseline_is_refused() {
    let folder = folder();
    let folder = folder.path();
    assert_eq!(check(folder, &["--baseline", "tiada.json"]).0, Some(2));
    for bad in [
        "",
        "[]",
        "{\"schema_version\":2,\"entries\":[]}",
        "{\"schema_version\":1,\"entries\":[{}]}",
    ] {
        std::fs::write(folder.join("lama.json"), bad).expect("written");
        assert_eq!(check(folder, &["--baseline", "lama.json"]).0, Some(2), "{bad}");
        let again = check(folder, &["--write-baseline", "lama.json", "--force"]);
        assert_eq!(again.0, Some(2), "{bad}");
        assert_eq!(text(folder), bad, "a damaged baseline is not overwritten");
    }
    assert_eq!(check(folder, &["--prune-baseline"]).0, Some(2));
}
