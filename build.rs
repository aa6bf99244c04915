//! Lists `templates/` and the folders of `schemas/` as tables of embedded files, so that a new kind
//! or regulation is a new file and no line of Rust. TOML that the program reads at every start comes
//! as JSON besides, which reads many times faster. And makes constructors of the sentences in `words/`.

#[path = "src/fingerprint/fnv.rs"]
mod fnv;
#[path = "build/words.rs"]
mod words;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("words.rs"), words::generate(&root.join("words"))?)?;
    let mut text = String::new();
    let (mut ready, mut heads) = (String::new(), String::new());
    let folders = [
        ("TEMPLATES", "templates"),
        ("PACKS", "schemas/peraturan"),
        ("COVERAGE", "schemas/cakupan"),
        ("LEGAL_BASES", "schemas/dasar-hukum"),
        ("INSTITUTIONS", "schemas/instansi"),
        ("CONTENTS", "schemas/muatan"),
        ("CALENDARS", "schemas/kalender"),
        ("PROCEDURES", "schemas/prosedur"),
    ];
    for (name, folder) in folders {
        let mut files = Vec::new();
        walk(&root.join(folder), &mut files)?;
        files.sort();
        let _ = writeln!(text, "/// Embedded files of `{folder}/`, by path, sorted.");
        let _ = writeln!(text, "#[allow(dead_code)]\npub static {name}: &[(&str, &[u8])] = &[");
        for file in files {
            let short = file.strip_prefix(root.join(folder)).unwrap_or(&file);
            let short = short.to_string_lossy().replace('\\', "/");
            if read_at_start(folder, &short)
                && let Some(json) = json(&file)?
            {
                let _ = writeln!(ready, "    ({:?}, {json:?}),", format!("{folder}/{short}"));
                if name == "PACKS" {
                    let _ = writeln!(heads, "    {:?},", head(&json)?);
                }
            }
            let _ = writeln!(
                text,
                "    ({short:?}, include_bytes!({:?})),",
                file.display().to_string()
            );
        }
        text.push_str("];\n");
        println!("cargo:rerun-if-changed={folder}");
    }
    let _ = write!(
        text,
        "/// The TOML files among them as JSON, by path, sorted by folder.\n\
         pub static READY: &[(&str, &str)] = &[\n{ready}];\n\
         /// The heads of the packs, without their rules, as JSON.\n\
         pub static HEADS: &[&str] = &[\n{heads}];\n"
    );
    let _ = write!(
        text,
        "/// The hash of the program itself: its code and what that is built with.\n\
         #[allow(dead_code)]\npub static PROGRAM: &str = \"{}\";\n",
        program(&root)?
    );
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build/words.rs");
    fs::write(out.join("assets.rs"), text)
}

/// The hash of the source files and of the versions of what they rest on.
fn program(root: &Path) -> io::Result<String> {
    let mut files = vec![root.join("Cargo.lock")];
    walk(&root.join("src"), &mut files)?;
    files.sort();
    let mut bytes = Vec::new();
    for file in files {
        // The path too, from the root: the same code elsewhere is the same program.
        let short = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        bytes.extend_from_slice(short.as_bytes());
        bytes.push(0xff);
        bytes.extend(fs::read(&file).unwrap_or_default());
        bytes.push(0xff);
    }
    Ok(format!("{:032x}", fnv::fnv(bytes.into_iter())))
}

/// Whether the program reads a file at its start or at a first question: packs, their provisions,
/// legal bases, institutions, words of contents, and what kinds are made of.
fn read_at_start(folder: &str, path: &str) -> bool {
    let shared = path.strip_prefix("_bersama/").is_some_and(|name| !name.contains('/'));
    let kind = path.ends_with("/jenis.toml") || (shared && path.ends_with(".toml"));
    match folder {
        "templates" => kind,
        "schemas/peraturan"
        | "schemas/cakupan"
        | "schemas/dasar-hukum"
        | "schemas/instansi"
        | "schemas/muatan"
        | "schemas/kalender"
        | "schemas/prosedur" => path.ends_with(".toml"),
        _ => false,
    }
}

/// A TOML file as JSON. A faulty one has none: the program says what is wrong with it, and where.
fn json(file: &Path) -> io::Result<Option<String>> {
    let value: Option<toml::Value> = toml::from_str(&fs::read_to_string(file)?).ok();
    Ok(value.and_then(|value| {
        let mut json = serde_json::to_value(value).ok()?;
        fold_examples(&mut json)?;
        serde_json::to_string(&json).ok()
    }))
}

/// The head of a pack without its rules.
fn head(pack: &str) -> io::Result<String> {
    let mut head: serde_json::Value = serde_json::from_str(pack)?;
    if let Some(head) = head.as_object_mut() {
        head.remove("aturan");
    }
    Ok(serde_json::to_string(&head)?)
}

/// The examples of rules, half of every pack and needed by hardly any command, as a text of their own
/// that is read when it is asked for.
fn fold_examples(json: &mut serde_json::Value) -> Option<()> {
    for rule in json.get_mut("aturan").and_then(|rules| rules.as_array_mut()).into_iter().flatten()
    {
        if let Some(examples) = rule.get_mut("contoh") {
            *examples = serde_json::to_string(examples).ok()?.into();
        }
    }
    Some(())
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    println!("cargo:rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
