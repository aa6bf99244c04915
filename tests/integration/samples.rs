//! Samples carry their expectations: `#~ pack/kode` above the line where a finding is expected,
//! `#~ pack/kode +3` for three lines further down.

use std::fmt::Write as _;

use crate::common::{check, sample_drafts};

#[test]
fn samples_give_what_they_expect() {
    let files = sample_drafts();
    assert!(files.len() >= 20, "only {} samples", files.len());
    let mut wrong = String::new();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("sample");
        let (file, checked) = check(&text);
        let mut found: Vec<(usize, String)> = checked
            .findings
            .iter()
            .map(|finding| (file.line_column(finding.span.start).line, finding.rule.to_string()))
            .collect();
        let mut expected = expectations(&text);
        found.sort();
        expected.sort();
        for (line, rule) in expected.iter().filter(|one| !found.contains(one)) {
            let _ = writeln!(wrong, "{}:{line}: tidak muncul: {rule}", path.display());
        }
        for (line, rule) in found.iter().filter(|one| !expected.contains(one)) {
            let _ = writeln!(wrong, "{}:{line}: tidak diharapkan: {rule}", path.display());
        }
        if found.len() != expected.len() {
            let _ = writeln!(
                wrong,
                "{}: {} temuan, {} diharapkan",
                path.display(),
                found.len(),
                expected.len()
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn expectations(text: &str) -> Vec<(usize, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(words) = line.trim_start().strip_prefix("#~") else {
            continue;
        };
        let mut words = words.split_whitespace();
        let rule = words.next().expect("a rule after #~").to_owned();
        let offset: usize =
            words.next().map_or(0, |word| word.trim_start_matches('+').parse().expect("+n"));
        let rest = lines.get(at + 1..).unwrap_or_default();
        let next =
            rest.iter().position(|line| !line.trim_start().starts_with("#~")).expect("a line");
        found.push((at + 1 + next + 1 + offset, rule));
    }
    found
}
