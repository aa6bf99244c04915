//! Imports go one way (ARCHITECTURE.md, "Rooms"), and what depends on the moment stays at the top.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use regex::Regex;

use crate::common::root;

/// A module and what it may import; those that import nothing stand last.
const LAYERS: &[(&str, &[&str])] = &[
    ("lib", &["cli", "commands", "error"]),
    (
        "commands",
        &[
            "batch",
            "calendar",
            "case",
            "cli",
            "config::level_word",
            "config::schema",
            "draft",
            "engine",
            "error",
            "finding",
            "fingerprint",
            "json_schema",
            "kind",
            "manifest",
            "print",
            "procedure",
            "render",
            "report",
            "rule",
            "session",
            "sheet",
            "sink",
            "source",
            "wording",
            "words",
        ],
    ),
    ("cli", &["error", "manifest::Share", "render::Format", "report::Format", "words"]),
    ("failure", &["baseline", "error", "render", "session", "sink", "source::syntax", "words"]),
    (
        "session",
        &[
            "assets",
            "baseline",
            "case",
            "config",
            "draft",
            "engine",
            "finding",
            "fingerprint",
            "kind",
            "manifest",
            "picture",
            "print",
            "render",
            "report",
            "rule",
            "sheet",
            "sink",
            "source",
            "words",
        ],
    ),
    ("config", &["draft", "finding", "json_schema", "source", "words"]),
    (
        "engine",
        &[
            "case",
            "draft",
            "finding",
            "fingerprint",
            "kind",
            "picture",
            "rule",
            "source",
            "wording",
            "words",
        ],
    ),
    ("report", &["baseline", "finding", "fingerprint", "source", "words"]),
    ("baseline", &["finding", "fingerprint"]),
    (
        "render",
        &[
            "assets",
            "case",
            "draft",
            "fingerprint",
            "json_schema",
            "kind",
            "picture",
            "print",
            "source",
            "text",
            "wording",
            "words",
        ],
    ),
    ("picture", &["error", "words"]),
    ("sheet", &["kind", "source", "text", "wording", "words"]),
    ("print", &["case", "draft", "kind", "procedure", "source", "text", "wording"]),
    (
        "rule",
        &[
            "assets",
            "calendar",
            "case",
            "draft",
            "finding",
            "instansi",
            "json_schema",
            "kind",
            "source",
            "text",
            "wording",
            "words",
        ],
    ),
    (
        "case",
        &[
            "calendar",
            "draft",
            "error",
            "finding",
            "kind",
            "procedure",
            "source",
            "text",
            "wording",
            "words",
        ],
    ),
    ("procedure", &["assets", "calendar", "json_schema", "wording"]),
    ("draft", &["assets", "finding", "kind", "source", "text", "wording", "words"]),
    ("kind", &["assets", "json_schema", "source", "text", "wording", "words"]),
    ("instansi", &["assets"]),
    ("finding", &["fingerprint", "source", "words"]),
    ("manifest", &["fingerprint"]),
    ("fingerprint", &[]),
    ("sink", &[]),
    ("error", &["words"]),
    ("source", &["text", "words"]),
    ("words", &["wording"]),
    ("wording", &["text"]),
    ("text", &[]),
    ("calendar", &["assets", "json_schema"]),
    ("assets", &[]),
    ("json_schema", &[]),
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
        let climbs = climbing_imports(&path, &text);
        let plain = import.captures_iter(&text);
        let plain = plain.map(|found| (found[1].to_owned(), found[2].to_owned()));
        for (target, rest) in plain.chain(climbs) {
            let fits = |rule: &&str| **rule == target || **rule == format!("{target}{rest}");
            if target != module && !allowed.iter().any(fits) {
                let _ = writeln!(wrong, "{path}: {module} imports {target}{rest}");
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The rooms that a file reaches by `super::` from the top of its own, with what follows the room.
fn climbing_imports(path: &str, text: &str) -> Vec<(String, String)> {
    let climb = Regex::new(r"((?:\bsuper::)+)([a-z_]+)((?:::[A-Za-z_]+)*)").expect("pattern");
    let depth = Path::new(path).with_extension("").components().count();
    let climbs = climb.captures_iter(text);
    let out = climbs.filter(|found| found[1].matches("super").count() >= depth);
    let rooms = out.map(|found| (found[2].to_owned(), found[3].to_owned()));
    rooms.filter(|(target, _)| LAYERS.iter().any(|(name, _)| name == target)).collect()
}

#[test]
fn a_climb_out_of_a_room_is_an_import() {
    let climbs = |path: &str, text: &str| climbing_imports(path, text).len();
    assert_eq!(climbs("draft.rs", "use super::engine::check;"), 1);
    assert_eq!(climbs("draft/body.rs", "use super::super::engine;"), 1);
    assert_eq!(climbs("draft/body.rs", "use super::engine;"), 0);
    assert_eq!(climbs("draft/body.rs", "use super::super::Unknown;"), 0);
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
fn main_knows_nothing_but_one_call() {
    let text = std::fs::read_to_string(root().join("src/main.rs")).expect("main.rs");
    let used = Regex::new(r"naskah::([a-z_]+)").expect("pattern");
    let names: Vec<&str> =
        used.captures_iter(&text).filter_map(|c| Some(c.get(1)?.as_str())).collect();
    assert_eq!(names, ["obey_command_line"]);
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
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
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
