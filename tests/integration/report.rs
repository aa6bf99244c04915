//! Every form of report, from the same drafts: as users see it (snapshots), and as an independent
//! reader of that form understands it (`tests/tools/baca_laporan.py`).

use std::path::Path;
use std::process::Output;
use std::sync::LazyLock;

use clap::ValueEnum;
use naskah::inside::report::Format;

use crate::common::{check, naskah, python, root, snapshot};

const DRAFTS: [&str; 4] = ["bersih.toml", "kurang.toml", "pengecualian.toml", "rusak.toml"];
/// The forms that people read. Every other one is for programs, and has its reader.
const FOR_PEOPLE: [&str; 4] = ["human", "concise", "github", "markdown"];

/// The names of all forms, from the program's own list.
pub fn forms() -> impl Iterator<Item = &'static str> {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let values = Format::ALL.iter().filter_map(ValueEnum::to_possible_value);
        values.map(|value| value.get_name().to_owned()).collect()
    });
    NAMES.iter().map(String::as_str)
}

/// Those for programs.
pub fn for_programs() -> impl Iterator<Item = &'static str> {
    forms().filter(|name| !FOR_PEOPLE.contains(name))
}

/// A folder with the drafts of `tests/data/laporan`.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("folder");
    for draft in DRAFTS {
        let from = root().join("tests/data/laporan").join(draft);
        std::fs::copy(from, folder.path().join(draft)).expect("draft");
    }
    folder
}

pub fn run(folder: &Path, args: &[&str]) -> Output {
    let args = [&["check"], args].concat();
    naskah(args).current_dir(folder).output().expect("naskah")
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// What the reader of a form finds in a report: path, line, rule and state.
pub fn read(form: &str, report: &Path) -> Vec<(String, usize, String, String)> {
    let schema = match form {
        "json" => Some("schemas/laporan.schema.json"),
        "sarif" => Some("tests/data/sarif/sarif-schema-2.1.0.json"),
        _ => None,
    };
    let mut args = vec![form.into(), report.as_os_str().to_owned()];
    args.extend(schema.map(|schema| root().join(schema).into_os_string()));
    let output = python("baca_laporan.py", args);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{form}: {said}");
    serde_json::from_slice(&output.stdout).expect("a list")
}

/// The same from the engine itself.
fn expected(states: &[&str]) -> Vec<(String, usize, String, String)> {
    let mut all = Vec::new();
    for draft in DRAFTS {
        let text = std::fs::read_to_string(root().join("tests/data/laporan").join(draft));
        let (file, checked) = check(&text.expect("draft"));
        let excepted = checked.excepted.iter().map(|(one, _)| (one, "excepted"));
        let open = checked.findings.iter().map(|one| (one, "open"));
        for (one, state) in open.chain(excepted).filter(|(_, state)| states.contains(state)) {
            let line = file.line_column(one.span.start).line;
            all.push((draft.to_owned(), line, one.rule.to_string(), state.to_owned()));
        }
    }
    all.sort();
    all
}

#[test]
fn every_form_as_users_see_it() {
    let folder = folder();
    for format in forms() {
        let output = run(folder.path(), &[&DRAFTS[..], &["--format", format]].concat());
        assert_eq!(output.status.code(), Some(1), "{format}");
        let text = stdout(&output).replace(env!("CARGO_PKG_VERSION"), "VERSI");
        snapshot(&format!("bentuk-{format}"), &text);
    }
}

#[test]
fn independent_readers_find_the_same() {
    let folder = folder();
    let report = folder.path().join("laporan");
    for form in for_programs() {
        let format = format!("{form}=laporan");
        let options = ["--format", &format, "--fail-on", "info", "--force"];
        run(folder.path(), &[&DRAFTS[..], &options].concat());
        let mut found = read(form, &report);
        found.sort();
        let states: &[&str] = match form {
            "gitlab" | "rdjson" => &["open"],
            _ => &["open", "excepted"],
        };
        let mut expected = expected(states);
        if form == "junit" {
            expected
                .iter_mut()
                .filter(|one| one.3 == "excepted")
                .for_each(|one| one.3 = "skipped".into());
            expected.sort();
        }
        assert_eq!(found, expected, "{form}");
    }
}

#[test]
fn every_sample_passes_the_schemas() {
    let folder = tempfile::tempdir().expect("folder");
    let report = folder.path().join("laporan");
    for form in ["json", "sarif", "junit", "gitlab"] {
        let target = format!("{form}={}", report.display());
        let output = run(root(), &["samples", "--format", &target, "--force"]);
        assert_eq!(output.status.code(), Some(1), "{form}");
        assert!(read(form, &report).len() > 50, "{form}");
        let text = std::fs::read_to_string(&report).expect("report");
        assert_eq!(form == "sarif", text.contains("relatedLocations"), "{form}");
    }
}

#[test]
fn clean_runs_are_valid_too() {
    let folder = folder();
    let report = folder.path().join("laporan");
    for form in for_programs() {
        let format = format!("{form}=laporan");
        let output = run(folder.path(), &["bersih.toml", "--format", &format, "--force"]);
        assert_eq!(output.status.code(), Some(0), "{form}");
        assert_eq!(read(form, &report), Vec::new(), "{form}");
    }
    let output = run(folder.path(), &["bersih.toml", "--format", "gitlab"]);
    assert_eq!(stdout(&output).trim(), "[]");
}

#[test]
fn one_run_writes_several_reports() {
    let folder = folder();
    let formats = ["--format", "human", "--format", "sarif=a.sarif", "--format", "junit=b.xml"];
    let output = run(folder.path(), &[&["kurang.toml"][..], &formats].concat());
    assert!(stdout(&output).contains("galat[permenimipas-8-2025/"), "{}", stdout(&output));
    assert!(!read("sarif", &folder.path().join("a.sarif")).is_empty());
    assert!(!read("junit", &folder.path().join("b.xml")).is_empty());
    let alone = run(folder.path(), &["kurang.toml", "--format", "sarif"]);
    let file = std::fs::read_to_string(folder.path().join("a.sarif")).expect("a.sarif");
    assert_eq!(stdout(&alone), file);
}

#[test]
fn places_of_reports_never_clash() {
    let folder = folder();
    let before = std::fs::read(folder.path().join("kurang.toml")).expect("draft");
    for bad in [
        &["--format", "human", "--format", "sarif"][..],
        &["--format", "json=a", "--format", "sarif=./a"],
        &["--format", "json=kurang.toml"],
        &["--format", "json=a", "--format", "sarif=b", "--output-file", "c"],
        &["--format", "json=tiada/a", "--format", "sarif=b"],
        &["--format", "jsno"],
        &["--format", "json="],
    ] {
        let output = run(folder.path(), &[&["kurang.toml"][..], bad].concat());
        assert_eq!(output.status.code(), Some(2), "{bad:?}");
        assert!(output.stdout.is_empty(), "{bad:?}");
    }
    assert_eq!(std::fs::read(folder.path().join("kurang.toml")).expect("draft"), before);
    assert!(!folder.path().join("b").exists(), "all files or none");
}

#[test]
fn paths_start_at_the_root_of_the_repository() {
    let folder = folder();
    std::fs::create_dir(folder.path().join(".git")).expect("folder");
    let inside = folder.path().join("dalam map");
    std::fs::create_dir(&inside).expect("folder");
    std::fs::rename(folder.path().join("kurang.toml"), inside.join("kurang.toml")).expect("moved");
    for form in ["sarif", "gitlab", "rdjson"] {
        run(&inside, &["./kurang.toml", "--format", &format!("{form}=laporan"), "--force"]);
        let found = read(form, &inside.join("laporan"));
        assert!(found.iter().all(|one| one.0 == "dalam map/kurang.toml"), "{form}: {found:?}");
    }
}

/// Lines added above change no fingerprint, in SARIF or GitLab; another word does.
#[test]
fn fingerprints_outlive_edits_above() {
    let folder = folder();
    let path = folder.path().join("pengecualian.toml");
    let text = std::fs::read_to_string(&path).expect("draft");
    let prints = |text: &str| {
        std::fs::write(&path, text).expect("draft");
        ["sarif", "gitlab"].map(|form| {
            let report = stdout(&run(folder.path(), &["pengecualian.toml", "--format", form]));
            let lines = report
                .lines()
                .filter(|line| line.contains("ineHash\"") || line.contains("fingerprint\""));
            lines.map(|line| line.trim().to_owned()).collect::<Vec<_>>()
        })
    };
    let before = prints(&text);
    assert_eq!(before.each_ref().map(Vec::len), [4, 3]);
    let edited = format!("# satu\n\n# dua\n{}", text.replace("yth  ", "# tiga\nyth"));
    assert_eq!(prints(&edited), before);
    assert_ne!(prints(&text.replace("Café kolektif", "Kafe kolektif")), before);
}
