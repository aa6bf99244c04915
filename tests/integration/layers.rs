//! Imports go one way (DESIGN.md section 2), and what depends on the moment stays at the top.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use regex::Regex;

use crate::common::root;

/// A module and what it may import. `text`, `assets`, `error`, `batch` and `fingerprint` import
/// nothing.
const LAYERS: &[(&str, &[&str])] = &[
    ("lib", &["cli", "commands", "error"]),
    (
        "commands",
        &[
            "batch", "cli", "draft", "engine", "error", "finding", "kind", "render", "report",
            "rule", "session", "sink", "source", "words",
        ],
    ),
    ("cli", &["error", "render::Format", "report::Format"]),
    (
        "session",
        &[
            "baseline", "config", "draft", "engine", "error", "finding", "kind", "render",
            "report", "rule", "sink", "source", "words",
        ],
    ),
    ("config", &["draft", "finding", "source", "words"]),
    ("engine", &["draft", "finding", "fingerprint", "kind", "rule", "source", "wording", "words"]),
    ("report", &["baseline", "finding", "fingerprint", "source"]),
    ("baseline", &["finding", "fingerprint"]),
    (
        "render",
        &["assets", "draft", "error", "kind", "print", "source", "text", "wording", "words"],
    ),
    ("print", &["draft", "kind", "source", "text", "wording"]),
    ("rule", &["assets", "draft", "finding", "kind", "source", "text", "wording", "words"]),
    ("draft", &["assets", "finding", "kind", "source", "text", "wording", "words"]),
    ("kind", &["assets", "source", "text", "wording", "words"]),
    ("instansi", &["assets"]),
    ("finding", &["fingerprint", "source", "words"]),
    ("fingerprint", &[]),
    ("sink", &["error"]),
    ("source", &["text", "words"]),
    ("words", &["wording"]),
    ("wording", &["text"]),
    ("text", &[]),
    ("assets", &[]),
    ("error", &[]),
    ("batch", &[]),
];

/// The modules that may ask the machine, and print.
const TOP: [&str; 3] = ["main", "cli", "commands"];

/// What only they may do. `env!` is read by the compiler and no matter here.
const OF_THE_MOMENT: [&str; 12] = [
    "std::env",
    "env::var",
    "SystemTime",
    "Instant",
    "println!",
    "eprintln!",
    "print!(",
    "dbg!",
    "process::exit",
    "stdout()",
    "stderr()",
    "stdin()",
];

#[test]
fn imports_go_one_way() {
    let import = Regex::new(r"\bcrate::([a-z_]+)((?:::[A-Za-z_]+)*)").expect("pattern");
    let mut wrong = String::new();
    for (module, path, text) in sources() {
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == module) else {
            assert_eq!(module, "main", "src/{module} stands in no layer");
            continue;
        };
        assert!(
            !text.contains("use crate::{"),
            "{path}: one line an import, so that they can be read"
        );
        for found in import.captures_iter(&text) {
            let (target, rest) = (&found[1], &found[2]);
            let fits = |rule: &&str| *rule == target || **rule == format!("{target}{rest}");
            if target != module && !allowed.iter().any(fits) {
                let _ = writeln!(wrong, "{path}: {module} imports {target}{rest}");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_table_has_no_circle() {
    // Every module imports only from below it in the table.
    for (at, (module, allowed)) in LAYERS.iter().enumerate() {
        for target in *allowed {
            let target = target.split("::").next().expect("module");
            let below = LAYERS.iter().position(|(name, _)| *name == target).expect("known module");
            assert!(below > at, "{module} -> {target}");
        }
    }
}

#[test]
fn only_the_top_asks_the_machine() {
    let mut wrong = String::new();
    for (module, path, text) in sources() {
        for word in OF_THE_MOMENT.iter().filter(|word| text.contains(**word)) {
            if !TOP.contains(&module.as_str()) {
                let _ = writeln!(wrong, "{path}: {word}");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn main_knows_nothing_but_run() {
    let text = std::fs::read_to_string(root().join("src/main.rs")).expect("main.rs");
    let used = Regex::new(r"naskah::([a-z_]+)").expect("pattern");
    let names: Vec<&str> =
        used.captures_iter(&text).filter_map(|c| Some(c.get(1)?.as_str())).collect();
    assert_eq!(names, ["run"]);
}

/// Every source file with its module, without its tests and comments.
fn sources() -> Vec<(String, String, String)> {
    let folder = root().join("src");
    let mut files = Vec::new();
    walk(&folder, &mut files);
    files.sort();
    assert!(files.len() > 60, "{}", files.len());
    let read = |path: PathBuf| {
        let short = path.strip_prefix(&folder).expect("below src").to_string_lossy().into_owned();
        let module = short.split(['/', '.']).next().expect("module").to_owned();
        let text = std::fs::read_to_string(&path).expect("source");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        (module, short, lines.collect::<Vec<_>>().join("\n"))
    };
    files.into_iter().map(read).collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() && path.file_name().is_none_or(|name| name != "tests") {
            walk(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs")
            && path.file_stem().is_none_or(|s| s != "tests")
        {
            found.push(path);
        }
    }
}
