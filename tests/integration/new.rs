//! `naskah new`: forms are sound drafts, and never cost a file.

use std::process::Stdio;

use naskah::inside::finding::Level;

use crate::common::{CATALOG, check, program};

fn form(kind: &str) -> String {
    let folder = tempfile::tempdir().expect("folder");
    let output = program(folder.path()).args(["new", kind]).output().expect("naskah");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

const BLANKS: [&str; 3] =
    ["bentuk/isian-belum-diisi", "bentuk/residu-isian", "bentuk/nomor-belum-diberi"];

#[test]
fn every_form_is_a_sound_draft_with_its_blanks_marked() {
    for kind in CATALOG.iter() {
        let text = form(&kind.id);
        let (file, checked) = check(&text);
        assert_eq!(checked.draft.expect("a draft").kind.id, kind.id);
        let blank = |id: &str| BLANKS.contains(&id);
        for finding in &checked.findings {
            let id = finding.rule.to_string();
            let line = file.line_column(finding.span.start).line;
            assert_ne!(finding.level, Level::Error, "{}:{line}: {id}\n{text}", kind.id);
            assert!(!id.starts_with("bentuk/") || blank(&id), "{}:{line}: {id}\n{text}", kind.id);
        }
        assert!(
            checked.findings.iter().any(|finding| blank(&finding.rule.to_string())),
            "{}",
            kind.id
        );
    }
}

#[test]
fn every_field_of_the_kind_is_there_with_its_help() {
    for kind in CATALOG.iter() {
        let text = form(&kind.id);
        let flat = text.replace("\n# ", " ").replace('\n', " ");
        for field in &kind.fields {
            let line = |key: &str| {
                text.contains(&format!("\n{key} = ")) || text.contains(&format!("\n#{key} = "))
            };
            let table = |key: &str| text.contains(&format!("[{key}]"));
            assert!(line(&field.key) || table(&field.key), "{}: {}\n{text}", kind.id, field.key);
            if let Some(help) = field
                .help_in(kind.language)
                .filter(|_| !matches!(field.key.as_str(), "jenis" | "tahap"))
            {
                let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(flat.contains(&help), "{}: {}: {help}", kind.id, field.key);
            }
        }
    }
}

#[test]
fn every_line_that_is_not_in_use_can_be_put_to_use() {
    for kind in CATALOG.iter() {
        let text = form(&kind.id);
        let used: String = text
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(rest) if rest.starts_with(|c: char| c == '[' || c.is_ascii_lowercase()) => {
                    rest
                }
                _ => line,
            })
            .map(|line| format!("{line}\n"))
            .collect();
        let (_, checked) = check(&used);
        let faults: Vec<String> =
            checked.findings.iter().map(|f| format!("{} {}", f.rule, f.path)).collect();
        for code in
            ["toml-tidak-sah", "kunci-tidak-dikenal", "tipe-tidak-cocok", "pilihan-tidak-dikenal"]
        {
            assert!(
                !faults.iter().any(|fault| fault.contains(code)),
                "{}: {faults:?}\n{used}",
                kind.id
            );
        }
    }
}

#[test]
fn a_file_is_replaced_only_when_asked() {
    let folder = tempfile::tempdir().expect("folder");
    let run = |more: &[&str]| {
        let mut command = program(folder.path());
        command.args(["new", "nota-dinas", "-o", "draf.toml"]).args(more).output().expect("naskah")
    };
    assert_eq!(run(&[]).status.code(), Some(0));
    std::fs::write(folder.path().join("draf.toml"), "isi").expect("write");
    assert_eq!(run(&[]).status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(folder.path().join("draf.toml")).expect("read"), "isi");
    assert_eq!(run(&["--force"]).status.code(), Some(0));
    assert_ne!(std::fs::read_to_string(folder.path().join("draf.toml")).expect("read"), "isi");
}

#[test]
fn questions_need_a_terminal() {
    let folder = tempfile::tempdir().expect("folder");
    let mut command = program(folder.path());
    let output = command
        .args(["new", "nota-dinas", "--tanya"])
        .stdin(Stdio::null())
        .output()
        .expect("naskah");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("bukan terminal"));
}

#[test]
fn an_unknown_kind_names_the_nearest() {
    let folder = tempfile::tempdir().expect("folder");
    let output = program(folder.path()).args(["new", "nota-dins"]).output().expect("naskah");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("mungkin maksudnya nota-dinas"));
}
