//! The Python of the tests: its tools (`tests/tools/`) read what naskah writes, sharing no code with it.
//!
//! Only `python3` itself has to be on the machine. Its packages stand in a virtual environment below
//! the target folder, which the first test that needs one makes.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use super::root;

/// What to do when there is no environment and none can be made.
const REMEDY: &str =
    "The tests read documents and reports with independent tools in Python. They need:
    python3 (3.11 or newer) in PATH, with its module venv (Debian: apt-get install python3-venv);
    once, a way for pip to the packages of tests/tools/requirements.txt.
Or name a Python that has these packages: NASKAH_PYTHON=/path/to/python";

/// The Python that has the packages, or why there is none: every test that needs it says so.
static PYTHON: LazyLock<Result<PathBuf, String>> =
    LazyLock::new(|| match std::env::var_os("NASKAH_PYTHON") {
        Some(given) => Ok(given.into()),
        None => {
            let requirements = root().join("tests/tools/requirements.txt");
            environment("python3".as_ref(), &requirements, env!("CARGO_TARGET_TMPDIR").as_ref())
        }
    });

/// Runs a tool of `tests/tools/`.
pub fn python<S: AsRef<OsStr>>(tool: &str, args: impl IntoIterator<Item = S>) -> Output {
    let python = PYTHON.as_ref().unwrap_or_else(|fault| panic!("{fault}\n{REMEDY}"));
    let mut command = bare(python);
    command.arg(root().join("tests/tools").join(tool)).args(args);
    let output = output(&mut command).unwrap_or_else(|fault| panic!("{fault}\n{REMEDY}"));
    let said = String::from_utf8_lossy(&output.stderr);
    let whole = !said.contains("ModuleNotFoundError");
    assert!(whole, "{} lacks a package:\n{said}\n{REMEDY}", python.display());
    output
}

/// The Python of a virtual environment below `home` that has the packages of a list. It is made when
/// there is none for this list and this Python, once however many threads and processes ask for it,
/// and stands under its name only when it is whole.
///
/// # Errors
///
/// What went wrong: no usable Python, no module `venv`, or a package that cannot be installed.
pub fn environment(base: &Path, requirements: &Path, home: &Path) -> Result<PathBuf, String> {
    let version = version(base)?;
    let list = fs::read(requirements).map_err(|e| format!("{}: {e}", requirements.display()))?;
    let mut hasher = DefaultHasher::new();
    (version, list).hash(&mut hasher);
    let name = format!("python-{:016x}", hasher.finish());
    let made = home.join(&name);
    let lock = home.join(format!("{name}.lock"));
    let _alone = locked(&lock).map_err(|e| format!("{}: {e}", lock.display()))?;
    if !made.is_dir() {
        make(base, requirements, &home.join(format!("{name}.new")), &made)?;
    }
    Ok(interpreter(&made))
}

/// Holds a lock until the file is dropped; one whose holder died is free.
fn locked(path: &Path) -> std::io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = File::create(path)?;
    file.lock()?;
    Ok(file)
}

/// Makes an environment under another name and renames it. Scripts of its packages name the folder in
/// which they were made, so tools are run as modules only.
fn make(base: &Path, requirements: &Path, unfinished: &Path, made: &Path) -> Result<(), String> {
    // What a run that was interrupted left behind; whoever holds the lock is alone here.
    let _ = fs::remove_dir_all(unfinished);
    succeed(bare(base).args(["-m", "venv"]).arg(unfinished))?;
    let install = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"];
    let mut pip = bare(&interpreter(unfinished));
    succeed(pip.args(install).arg("--requirement").arg(requirements))?;
    fs::rename(unfinished, made).map_err(|e| format!("{}: {e}", made.display()))
}

fn interpreter(environment: &Path) -> PathBuf {
    environment.join("bin/python")
}

/// What tells one Python from another.
fn version(base: &Path) -> Result<String, String> {
    let code = "import sys; assert sys.version_info >= (3, 11), f'Python {sys.version}'; \
                print(sys.version, sys.base_prefix)";
    let output = succeed(bare(base).args(["-c", code]))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A Python that knows no other packages than its own and leaves nothing beside the tools.
fn bare(python: &Path) -> Command {
    let mut command = Command::new(python);
    for variable in ["PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"] {
        command.env_remove(variable);
    }
    command.arg("-B");
    command
}

fn output(command: &mut Command) -> Result<Output, String> {
    command.output().map_err(|error| format!("{}: {error}", shown(command)))
}

fn succeed(command: &mut Command) -> Result<Output, String> {
    let output = output(command)?;
    if output.status.success() {
        return Ok(output);
    }
    let said = [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said));
    Err(format!("{}: {}\n{}{}", shown(command), output.status, said[0], said[1]))
}

/// The words of a command.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
