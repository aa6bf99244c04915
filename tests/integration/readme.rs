//! Every command of the README does what it says.

use std::process::Command;

use naskah::inside::words::Language;

use crate::common::{CATALOG, root};
use crate::report::forms;

#[test]
fn every_command_runs() {
    let text = std::fs::read_to_string(root().join("README.md")).expect("README.md");
    let folder = tempfile::tempdir().expect("folder");
    let samples = folder.path().join("samples");
    copy(&root().join("samples"), &samples);
    std::fs::create_dir(folder.path().join("hasil")).expect("folder");
    let commands = commands(&text);
    assert!(commands.len() >= 9, "{commands:?}");
    for line in commands {
        let words: Vec<&str> = line.split_whitespace().skip(1).collect();
        let output = Command::new(env!("CARGO_BIN_EXE_naskah"))
            .args(&words)
            .current_dir(folder.path())
            .output()
            .expect("naskah");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{line}\n{said}");
    }
    for file in ["lengkap.pdf", "muatan-kurang.pdf", "laporan.json"] {
        assert!(folder.path().join("hasil").join(file).is_file(), "{file}");
    }
}

/// The lines of blocks marked `sh`; the blocks `sh utama` and `sh pasang` are `.ci/run`'s.
fn commands(text: &str) -> Vec<&str> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in text.lines() {
        match line {
            "```sh" => inside = true,
            "```" => inside = false,
            line if inside => found.push(line),
            _ => {}
        }
    }
    assert!(found.iter().all(|line| line.starts_with("naskah ")), "{found:?}");
    found
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).expect("folder");
    for entry in std::fs::read_dir(from).expect("folder") {
        let path = entry.expect("entry").path();
        let target = to.join(path.file_name().expect("name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("copy");
        }
    }
}

/// A kind or a form of report that the README does not name is found by nobody.
#[test]
fn every_kind_and_every_form_stands_in_a_table() {
    let text = std::fs::read_to_string(root().join("README.md")).expect("README.md");
    let heads: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" | ").next())
        .flat_map(|cell| cell.split(", "))
        .collect();
    let names = CATALOG.iter().map(|kind| kind.id.as_str()).chain(forms());
    let unnamed: Vec<&str> =
        names.filter(|name| !heads.contains(&format!("`{name}`").as_str())).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}

/// The contact sheet names its kinds in an uncompressed text chunk (PNG 11.3.4.3, keyword and a zero).
#[test]
fn the_contact_sheet_shows_every_kind_and_is_small() {
    const RENEW: &str = "tests/tools/lembar_contoh.py target/debug/naskah samples/jenis.png";
    let text = std::fs::read_to_string(root().join("README.md")).expect("README.md");
    assert!(text.contains("](samples/jenis.png)"), "the README shows it");
    let bytes = std::fs::read(root().join("samples/jenis.png")).expect("contact sheet");
    assert!(bytes.len() < 400_000, "{} bytes", bytes.len());
    let key = b"tEXtJenis\0";
    let start = bytes.windows(key.len()).position(|part| part == key).expect(RENEW);
    let length = bytes[start - 4..start].try_into().expect("four bytes");
    let length = usize::try_from(u32::from_be_bytes(length)).expect("a length");
    let shown = &bytes[start + key.len()..start + 4 + length];
    let shown = std::str::from_utf8(shown).expect("names");
    let mut kinds: Vec<&str> = CATALOG.ids().collect();
    kinds.sort_unstable();
    assert_eq!(shown.split(' ').collect::<Vec<_>>(), kinds, "{RENEW}");
}

/// A block that names a file in its first line shows a part of that file, as it stands there.
#[test]
fn files_are_shown_as_they_are() {
    let text = std::fs::read_to_string(root().join("README.md")).expect("README.md");
    let mut shown = 0;
    for block in text.split("```").skip(1).step_by(2) {
        let Some((name, part)) =
            block.split_once("\n# samples/").and_then(|(_, rest)| rest.split_once('\n'))
        else {
            continue;
        };
        let file = std::fs::read_to_string(root().join("samples").join(name)).expect(name);
        let same = part.trim().split("\n\n").all(|piece| file.contains(piece));
        assert!(same, "{name}:\n{part}");
        shown += 1;
    }
    assert!(shown >= 5, "{shown}");
}

#[test]
fn the_excerpt_shown_is_the_programs_own() {
    let text = std::fs::read_to_string(root().join("README.md")).expect("README.md");
    let rule =
        crate::common::REGISTRY.rule("permenimipas-8-2025/pendanaan-tidak-dimuat").expect("rule");
    assert!(
        text.contains(rule.message_in(Language::Indonesian)),
        "pesan berubah: {:?}",
        rule.message
    );
    assert!(text.contains(rule.help_in(Language::Indonesian).unwrap_or_default()), "saran berubah");
    assert!(text.contains(rule.citation.as_deref().unwrap_or_default()), "dasar berubah");
}
