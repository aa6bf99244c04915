//! What the tests share.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use naskah::inside::engine::{self, Checked};
use naskah::inside::kind::Catalog;
use naskah::inside::rule::Registry;
use naskah::inside::source::SourceFile;

#[cfg(feature = "render")]
pub mod kinds;
pub mod python;

pub use python::python;

pub static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::embedded);
pub static REGISTRY: LazyLock<Registry> = LazyLock::new(Registry::embedded);

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Checks a text as the program does.
pub fn check(text: &str) -> (SourceFile, Checked<'static>) {
    let file = SourceFile::new("draf.toml", text);
    let checked = engine::check(&file, &CATALOG, &REGISTRY);
    (file, checked)
}

/// Every TOML file below a folder, sorted.
pub fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            found.extend(toml_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The sample drafts of the built-in kinds.
pub fn sample_drafts() -> Vec<PathBuf> {
    let files = toml_files(&root().join("samples")).into_iter();
    // A style, and an office with kinds and regulations of its own.
    let other = |path: &PathBuf| {
        path.ends_with("gaya-contoh.toml") || path.starts_with(root().join("samples/kantor"))
    };
    files.filter(|path| !other(path)).collect()
}

/// The program with nothing of this machine's environment, standing in the root of the repository.
pub fn naskah<S: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_naskah"));
    command.args(args).env_clear().current_dir(root()).stdin(Stdio::null());
    command
}

/// What a run left behind. Whatever happens, the program never panics.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Run {
    finished(command.output().expect("program"))
}

/// Runs a command with a standard input.
pub fn run_with(command: &mut Command, input: &[u8]) -> Run {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("program");
    // A program that has read enough may close its end.
    let _ = child.stdin.take().expect("stdin").write_all(input);
    finished(child.wait_with_output().expect("program"))
}

/// Runs the program in a folder, arguments split at blanks.
pub fn run_in(folder: &Path, args: &str) -> Run {
    run(naskah(args.split_whitespace()).current_dir(folder))
}

fn finished(output: Output) -> Run {
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let run = Run {
        code: output.status.code().unwrap_or(-1),
        out: text(&output.stdout),
        err: text(&output.stderr),
    };
    assert!(!run.err.contains("panicked") && run.code >= 0, "{output:?}");
    run
}

impl Run {
    /// Asserts the exit status.
    #[track_caller]
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "\n{}\n{}", self.out, self.err);
        self
    }

    /// Asserts that the program refused its work: status 2, and a message that says what, where and
    /// how to mend it, in Indonesian and without the insides of a Rust value.
    #[track_caller]
    pub fn refused(self, parts: &[&str]) -> Self {
        let run = self.code(2);
        for part in ["gagal: ", "\n  saran: "].iter().chain(parts) {
            assert!(run.err.contains(part), "{part} tidak ada:\n{}", run.err);
        }
        let insides =
            ["Some(", "None", "Error {", "Os {", "Err(", "os error", "thread '", "unwrap"];
        let shown: Vec<_> = insides.iter().filter(|inside| run.err.contains(**inside)).collect();
        assert!(shown.is_empty(), "{shown:?}:\n{}", run.err);
        run
    }
}

/// An empty folder that goes away with the test.
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("folder")
}

/// The names in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("folder");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Compares with the snapshot of a name in `tests/snapshots/`.
#[track_caller]
pub fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// The program in a folder of its own, with the environment of whoever runs the tests.
pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_naskah"));
    command.current_dir(folder);
    command
}
