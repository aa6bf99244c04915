//! A document that takes too long or too much costs itself alone.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::common::{Run, folder, names, naskah, root, run};

/// A plan of so many rows.
fn plan(rows: usize) -> String {
    let sample = root().join("samples/perencanaan-kerja-sama/satu-baris.toml");
    let sample = fs::read_to_string(sample).expect("sample");
    let start = sample.find("[[baris]]").expect("a row");
    let end = sample[start + 3..].find("\n[").map_or(sample.len(), |at| start + 3 + at + 1);
    let mut text = sample[..start].to_owned();
    for number in 1..=rows {
        let row = &sample[start..end];
        text += &row.replacen("mitra = \"", &format!("mitra = \"Nomor {number} "), 1);
        text.push('\n');
    }
    text + &sample[end..]
}

/// A folder with two short drafts and a long one between them.
fn desk() -> tempfile::TempDir {
    let folder = folder();
    for (name, rows) in [("a.toml", 1), ("b.toml", 3_000), ("c.toml", 2)] {
        fs::write(folder.path().join(name), plan(rows)).expect("draft");
    }
    folder
}

fn command(folder: &Path, more: &str) -> Command {
    let all = format!("render --isolated {more} --");
    let files = ["a.toml", "b.toml", "c.toml"];
    let mut command = naskah(all.split_whitespace().chain(files));
    command.current_dir(folder);
    command
}

fn render(folder: &Path, more: &str) -> Run {
    run(&mut command(folder, more))
}

#[test]
fn a_document_beyond_a_limit_costs_itself_alone() {
    let desk = desk();
    let at = desk.path();
    let cases = [
        ("--time-limit 1 -j 1 --out-dir waktu", "waktu", "tidak selesai disusun dalam 1 detik"),
        #[cfg(target_os = "linux")]
        ("--memory-limit 200 -j 2 --out-dir memori", "memori", "lebih dari 200 MiB memori"),
    ];
    for (arguments, folder, words) in cases {
        let run = render(at, arguments).code(2);
        assert!(run.err.contains(words), "{}", run.err);
        assert!(run.err.contains("b.toml"), "{}", run.err);
        // Whether a short one takes a second is a matter of the machine; that the long one is not
        // there, and no part of it, is not.
        let made = names(&at.join(folder));
        assert!(!made.contains(&"b.pdf".to_owned()), "{made:?}");
    }
    #[cfg(target_os = "linux")]
    assert_eq!(names(&at.join("memori")), ["a.pdf", "c.pdf"]);
}

#[test]
fn within_the_limits_every_byte_is_the_same_and_faults_are_told_alike() {
    let desk = desk();
    let at = desk.path();
    let bad = plan(1).replacen("mitra = \"", "mitra = \"丁 ", 1);
    fs::write(at.join("b.toml"), bad).expect("draft");
    let plain = render(at, "--out-dir biasa");
    let limited = render(at, "--out-dir terbatas --time-limit 600");
    assert_eq!(limited.code, plain.code);
    assert_eq!(limited.err.replace("terbatas", "biasa"), plain.err);
    for name in ["a.pdf", "c.pdf"] {
        let read = |folder: &str| fs::read(at.join(folder).join(name)).expect("document");
        assert!(read("biasa") == read("terbatas"), "{name}");
    }
}

/// Whoever asked may have been killed: what works for it ends too.
#[cfg(target_os = "linux")]
#[test]
fn nothing_goes_on_for_a_run_that_was_killed() {
    let desk = desk();
    let at = desk.path();
    let mut command = command(at, "--time-limit 600 -j 1 --out-dir hasil");
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("program");
    let helper = || children_of(child.id()).into_iter().next();
    let helper = patiently(helper).expect("a helper");
    child.kill().expect("kill");
    child.wait().expect("program");
    let gone =
        || (!Path::new(&format!("/proc/{helper}")).exists() || is_dead(helper)).then_some(());
    assert!(patiently(gone).is_some(), "{helper} goes on");
}

#[cfg(target_os = "linux")]
fn patiently<T>(look: impl Fn() -> Option<T>) -> Option<T> {
    (0..1_000).find_map(|_| {
        std::thread::sleep(Duration::from_millis(10));
        look()
    })
}

/// The processes that a process has started (proc(5)).
#[cfg(target_os = "linux")]
fn children_of(process: u32) -> Vec<u32> {
    let path = format!("/proc/{process}/task/{process}/children");
    let listed = fs::read_to_string(path).unwrap_or_default();
    let every_thread =
        fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let others =
        every_thread.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    let all: String = others.chain([listed]).collect::<Vec<_>>().join(" ");
    all.split_whitespace().filter_map(|number| number.parse().ok()).collect()
}

/// One that has ended and that nobody has asked after yet.
#[cfg(target_os = "linux")]
fn is_dead(process: u32) -> bool {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    status.lines().any(|line| line.starts_with("State:") && line.contains('Z'))
}
