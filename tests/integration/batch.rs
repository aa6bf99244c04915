//! Many drafts in one call: written as they come, whole or not at all, each once.

use std::fs;
use std::path::Path;

use crate::common::{check, folder, names, root, run_in, sample_drafts};

/// A folder with so many sound letters.
fn letters(count: usize) -> tempfile::TempDir {
    let folder = folder();
    fs::create_dir(folder.path().join("draf")).expect("folder");
    let text = fs::read_to_string(root().join("tests/data/cli/bersih.toml")).expect("draft");
    for at in 0..count {
        fs::write(folder.path().join(format!("draf/{at:02}.toml")), &text).expect("draft");
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("parent")).expect("folder");
    fs::write(path, text).expect("file");
}

/// The summary of a report that has nothing else to say but by which regulations it judged.
fn told(out: &str) -> &str {
    let lines: Vec<&str> = out.lines().collect();
    let [summary, coverage] = lines[..] else { panic!("{out}") };
    assert!(coverage.starts_with("cakupan: Permenimipas 8/2025: "), "{out}");
    summary
}

#[test]
fn what_is_passed_over_is_said_when_asked() {
    let folder = letters(2);
    let at = folder.path();
    write(at, "draf/lain.toml", "x = 1\n");
    write(at, "draf/hasil/a.toml", "jenis = \"nota-dinas\"\n");
    write(at, "draf/arsip/a.toml", "jenis = \"nota-dinas\"\n");
    write(at, "draf/coba/a.toml", "jenis = \"nota-dinas\"\n");
    write(at, "draf/.gitignore", "hasil\n");
    write(at, "naskah.toml", "kecualikan = [\"draf/arsip\"]\n");
    let quiet = run_in(at, "check draf --exclude draf/coba").code(0);
    assert_eq!(
        (told(&quiet.out), quiet.err.as_str()),
        ("2 naskah diperiksa: tidak ada temuan", "")
    );
    let run = run_in(at, "check draf --exclude draf/coba -v").code(0);
    let lines: Vec<&str> = run.err.lines().filter(|line| line.starts_with("dilewati")).collect();
    let [archive, trial, result, other] = lines.as_slice() else { panic!("{}", run.err) };
    assert!(archive.starts_with("dilewati: draf/arsip: dikecualikan /"), "{archive}");
    assert_eq!(*trial, "dilewati: draf/coba: dikecualikan --exclude");
    assert!(result.starts_with("dilewati: draf/hasil: diabaikan menurut /"), "{result}");
    assert_eq!(*other, "dilewati: draf/lain.toml: tidak menyebut jenis");
}

#[test]
fn each_draft_is_reported_once() {
    let folder = letters(3);
    let run = run_in(folder.path(), "check draf draf/01.toml ./draf").code(0);
    assert_eq!(told(&run.out), "3 naskah diperiksa: tidak ada temuan");
    let run = run_in(folder.path(), "check draf kosong").code(2);
    assert!(run.err.contains("--> kosong"), "{}", run.err);
    assert_eq!(names(folder.path()), ["draf"]);
}

/// Programs read some reports draft by draft: whoever reads them as a whole must see no difference.
#[test]
fn reports_of_many_drafts_are_whole() {
    let folder = letters(7);
    write(folder.path(), "draf/03.toml", "jenis = \"nota-dinas\"\nlampirn = 1\n");
    for jobs in [1, 3] {
        let formats = "--format json --format gitlab=gitlab --force";
        let args = format!("check draf tiada.toml -j {jobs} {formats}");
        let run = run_in(folder.path(), &args).code(2);
        let report: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        let files = report["files"].as_array().expect("files");
        let paths: Vec<&str> = files.iter().filter_map(|file| file["path"].as_str()).collect();
        let expected: Vec<String> = (0..7).map(|at| format!("draf/{at:02}.toml")).collect();
        assert_eq!(paths, expected);
        assert_eq!(report["failures"].as_array().map(Vec::len), Some(1));
        assert_eq!(run.out, serde_json::to_string_pretty(&report).expect("JSON") + "\n");
        let gitlab = fs::read_to_string(folder.path().join("gitlab")).expect("report");
        let issues: serde_json::Value = serde_json::from_str(&gitlab).expect("JSON");
        let found = files.iter().filter_map(|file| file["findings"].as_array()).map(Vec::len);
        assert_eq!(issues.as_array().map(Vec::len), Some(found.sum()));
    }
}

#[test]
fn a_report_that_is_not_ended_leaves_no_file() {
    let folder = letters(2);
    let full = fs::File::options().write(true).open("/dev/full").expect("/dev/full");
    let args = ["check", "draf", "--format", "json", "--format", "sarif=laporan"];
    let command = &mut crate::common::naskah(args);
    let run = crate::common::run(command.current_dir(folder.path()).stdout(full));
    run.refused(&["keluaran standar tidak dapat ditulis"]);
    assert_eq!(names(folder.path()), ["draf"]);
}

#[cfg(feature = "render")]
mod rendering {
    use std::io::Read as _;
    use std::process::{Child, Command, Stdio};
    use std::time::Duration;

    use super::*;
    use crate::common::{naskah, run_with};

    fn pdfs(folder: &Path) -> usize {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.filter(|entry| entry.path().extension().is_some_and(|one| one == "pdf")).count()
    }

    /// Waits until there is a finished document while the program still works on others.
    fn wait_for_the_first(child: &mut Child, folder: &Path) {
        while pdfs(folder) == 0 {
            assert!(child.try_wait().expect("program").is_none(), "all was written at once");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    #[test]
    fn ctrl_c_leaves_whole_files_and_says_how_many() {
        let folder = letters(60);
        let results = folder.path().join("hasil");
        let mut command = naskah(["render", "draf", "--out-dir", "hasil"]);
        let command = command.current_dir(folder.path()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("program");
        wait_for_the_first(&mut child, &results);
        let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        assert!(kill.expect("kill").success());
        let mut said = String::new();
        child.stderr.take().expect("stderr").read_to_string(&mut said).expect("UTF-8");
        assert_eq!(child.wait().expect("program").code(), Some(130), "{said}");
        let written = pdfs(&results);
        assert!((1..60).contains(&written), "{written}");
        assert!(said.ends_with(&format!("dihentikan: {written} berkas sudah ditulis\n")), "{said}");
        assert_eq!(said.matches("ditulis: ").count(), written);
        for name in names(&results) {
            let bytes = fs::read(results.join(&name)).expect("document");
            assert!(bytes.ends_with(b"%%EOF") || bytes.ends_with(b"%%EOF\n"), "{name}");
        }
    }

    #[test]
    fn one_bad_draft_costs_itself_wherever_it_stands() {
        let folder = letters(5);
        write(folder.path(), "draf/02.toml", "jenis = \"nota-dinas\"\nhal = \n");
        fs::write(folder.path().join("draf/03.toml"), b"jenis = \xff").expect("draft");
        for jobs in [1, 3] {
            let args = format!("render draf --out-dir hasil --force -j {jobs}");
            let run = run_in(folder.path(), &args).code(2);
            // In the order of the input, each where its turn comes.
            let places =
                ["ditulis: hasil/01.pdf", "--> draf/02.toml", "draf/03.toml:1", "hasil/04.pdf"];
            let at = places.map(|place| {
                run.err.find(place).unwrap_or_else(|| panic!("{place}:\n{}", run.err))
            });
            assert!(at.is_sorted(), "{}", run.err);
            assert_eq!(names(&folder.path().join("hasil")), ["00.pdf", "01.pdf", "04.pdf"]);
        }
    }

    /// Two instruments through a pipe have two names, by the fields that their kind names.
    #[test]
    fn a_document_without_a_file_is_named_by_its_kind() {
        let folder = folder();
        let sound = crate::common::CATALOG.file("ika/contoh.toml").expect("contoh.toml");
        let title = sound.lines().find(|line| line.starts_with("tajuk")).expect("tajuk");
        for name in ["Satu", "Dua"] {
            let text = sound.replace(title, &format!("tajuk = \"Tajuk {name}\""));
            let mut command = naskah(["render", "-", "--out-dir", "hasil", "--draft"]);
            run_with(command.current_dir(folder.path()), text.as_bytes()).code(0);
        }
        let expected = ["ika-Tajuk-Dua.pdf", "ika-Tajuk-Satu.pdf"];
        assert_eq!(names(&folder.path().join("hasil")), expected);
    }
}

/// What was read of a text is kept for the next draft that has it: in whatever company a draft comes,
/// it is judged as it is alone.
#[test]
fn company_changes_no_finding() {
    let read = |path: &std::path::PathBuf| fs::read_to_string(path).expect("draft");
    let mut texts: Vec<String> = sample_drafts().iter().map(read).collect();
    let other = |text: &String| {
        let later = text.replace("2026", "2027").replace("PIHAK KESATU", "PIHAK PERTAMA");
        later.replace(" (dua) ", " (tiga) ").replace("Kantor Imigrasi", "Kantor  Imigrasi")
    };
    texts.extend(texts.iter().map(other).collect::<Vec<_>>());
    let findings = |text: &String| format!("{:?}", check(text).1.findings);
    let alone = |text| std::thread::scope(|scope| scope.spawn(|| findings(text)).join());
    let alone: Vec<String> = texts.iter().map(|text| alone(text).expect("findings")).collect();
    let together: Vec<String> = texts.iter().map(findings).collect();
    assert!(alone == together && alone.len() > 60, "in their order");
    let mut again: Vec<String> = texts.iter().rev().map(findings).collect();
    again.reverse();
    assert!(alone == again, "in the other");
}
