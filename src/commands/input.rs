//! From what the user named to texts: files, folders, standard input.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::cli::InputArgs;
use crate::error::{Failure, system};
use crate::kind::{Catalog, KindFault};
use crate::source::SourceFile;

/// The largest draft that is read: a table of some 50,000 rows.
const LIMIT: u64 = 32 * 1024 * 1024;

/// A draft to work on.
#[derive(Debug)]
pub(super) struct Input {
    /// Its text under the name that reports show.
    pub source: SourceFile,
    /// The file; `None` for standard input.
    pub file: Option<PathBuf>,
    /// Which settings hold for it.
    pub settings: usize,
}

/// Every draft that the arguments name, in their order, and what could not be read.
pub(super) fn read(args: &InputArgs) -> (Vec<Input>, Vec<Failure>) {
    let mut inputs = Vec::new();
    let mut failures = Vec::new();
    for path in &args.files {
        if path.as_os_str() == "-" {
            sort(standard_input(&args.stdin_filename), &mut inputs, &mut failures);
        } else if path.is_dir() {
            let before = inputs.len() + failures.len();
            folder(path, &mut inputs, &mut failures);
            if inputs.len() + failures.len() == before {
                failures.push(no_drafts(path));
            }
        } else {
            sort(file(path), &mut inputs, &mut failures);
        }
    }
    (inputs, failures)
}

fn sort<T>(found: Result<T, Failure>, inputs: &mut Vec<T>, failures: &mut Vec<Failure>) {
    match found {
        Ok(found) => inputs.push(found),
        Err(failure) => failures.push(failure),
    }
}

fn standard_input(name: &str) -> Result<Input, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| {
        let what = format!("masukan standar tidak dapat dibaca{}", system(&error));
        Failure::general(what, "kirim draf melalui pipa")
    })?;
    let source = SourceFile::new(name, text(bytes, name)?);
    Ok(Input { source, file: None, settings: 0 })
}

fn file(path: &Path) -> Result<Input, Failure> {
    Ok(Input { source: text_file(path)?, file: Some(path.to_owned()), settings: 0 })
}

/// The text of a file, whatever it is for.
pub(super) fn text_file(path: &Path) -> Result<SourceFile, Failure> {
    let failed = |error: &std::io::Error| unreadable(path, error);
    let name = path.display().to_string();
    let opened = fs::File::open(path).map_err(|error| failed(&error))?;
    let mut bytes = Vec::new();
    // A device such as /dev/zero has no length and no end.
    opened.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    let text = text(bytes, &name)?;
    Ok(SourceFile::new(name, text))
}

fn text(bytes: Vec<u8>, name: &str) -> Result<String, Failure> {
    if bytes.len() as u64 > LIMIT {
        return Err(too_large(name));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..at).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Failure::new(
            "berkas bukan teks UTF-8",
            format!("{name}:{line}"),
            "simpan ulang berkas dengan pengodean UTF-8 (di Word: Save As, Plain Text, UTF-8)",
        )
    })
}

fn too_large(name: &str) -> Failure {
    Failure::new(
        format!("berkas lebih besar dari {} MiB", LIMIT / 1024 / 1024),
        name,
        "pecah draf menjadi beberapa berkas",
    )
}

pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    let (what, remedy) = match error.kind() {
        std::io::ErrorKind::NotFound => ("tidak ada", "periksa ejaan nama dan foldernya"),
        std::io::ErrorKind::NotADirectory => ("bukan folder", "periksa ejaan nama dan foldernya"),
        std::io::ErrorKind::IsADirectory => ("adalah folder", "sebut berkas di dalamnya"),
        std::io::ErrorKind::PermissionDenied => ("tidak boleh dibaca", "periksa hak akses berkas"),
        _ => {
            let what = format!("berkas tidak dapat dibaca{}", system(error));
            return Failure::new(what, path.display(), "periksa berkas dan tempat penyimpanannya");
        }
    };
    Failure::new(format!("berkas {what}"), path.display(), remedy)
}

/// The drafts below a folder: its `.toml` files that say which kind they are. Other TOML files of a
/// repository are none of ours. One that cannot be read costs none of the others.
fn folder(root: &Path, inputs: &mut Vec<Input>, failures: &mut Vec<Failure>) {
    let mut files = Vec::new();
    if let Err(failure) = walk(root, &mut files) {
        failures.push(failure);
    }
    files.sort();
    for path in &files {
        match file(path) {
            Ok(input) if !names_a_kind(input.source.text()) => {}
            found => sort(found, inputs, failures),
        }
    }
}

fn no_drafts(root: &Path) -> Failure {
    Failure::new(
        "tidak ada draf di dalam folder ini",
        root.display(),
        "sebut folder yang berisi berkas .toml dengan kunci jenis",
    )
}

fn names_a_kind(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    text.lines().take_while(|line| !line.starts_with('[')).any(|line| {
        line.trim_start()
            .strip_prefix("jenis")
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    })
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        let (path, name) = (entry.path(), entry.file_name());
        let hidden = name.to_string_lossy().starts_with('.');
        // A link to a folder may lead round in a circle; it is not followed.
        let kind = entry.file_type().map_err(|error| unreadable(&path, &error))?;
        if hidden || matches!(name.to_str(), Some("target" | "node_modules" | "jenis.toml")) {
            continue;
        }
        if kind.is_dir() {
            walk(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") && path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

/// The kinds, with the office's own templates over the embedded ones.
pub(super) fn catalog(templates: Option<&Path>) -> Result<Catalog, Failure> {
    match templates {
        None => Ok(Catalog::embedded()),
        Some(folder) => {
            Catalog::with_overrides(overrides(folder)?).map_err(|faults| kind_failure(&faults))
        }
    }
}

fn overrides(root: &Path) -> Result<BTreeMap<String, SourceFile>, Failure> {
    fn walk(
        root: &Path,
        folder: &Path,
        found: &mut BTreeMap<String, SourceFile>,
    ) -> Result<(), Failure> {
        for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
            let path = entry.map_err(|error| unreadable(folder, &error))?.path();
            let extension = path.extension().and_then(|text| text.to_str());
            if path.is_dir() {
                walk(root, &path, found)?;
            } else if matches!(extension, Some("toml" | "typ" | "j2")) {
                let file = text_file(&path)?;
                let short = path.strip_prefix(root).unwrap_or(&path);
                found.insert(short.to_string_lossy().replace('\\', "/"), file);
            }
        }
        Ok(())
    }
    let mut found = BTreeMap::new();
    walk(root, root, &mut found)?;
    Ok(found)
}

fn kind_failure(faults: &[KindFault]) -> Failure {
    let places: Vec<String> = faults
        .iter()
        .map(|fault| {
            let at = fault.file.line_column(fault.span.start);
            format!("{}:{}:{}: {}", fault.file.name(), at.line, at.column, fault.message)
        })
        .collect();
    Failure::new(
        "jenis naskah tidak dapat dimuat",
        places.join("\n      "),
        "perbaiki berkas itu di dalam folder --templates",
    )
}
