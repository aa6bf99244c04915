//! The tools that read PDFs for the tests notice what is wrong with one: a check that cannot fail
//! proves nothing.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Output;

use serde::Deserialize;

use crate::common::{folder, python};
use crate::pdf::PRINTED;

/// A copy of a sound document that was broken in one way.
#[derive(Deserialize)]
struct BrokenCopy {
    nama: String,
    /// The tool that must notice.
    alat: String,
    /// What the tool must say; of a copy without a fault nothing.
    sebab: Option<String>,
}

/// Breaks a document with table heads and pictures into a folder.
fn broken_copies(folder: &Path) -> Vec<BrokenCopy> {
    let sound = PRINTED.path().join("hasil/nota-kesepahaman-lengkap.pdf");
    let output = python("rusak_pdf.py", [&sound, folder]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let lines = text(&output.stdout);
    lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What the checker says of a file, one list of faults a line.
fn faults(output: &Output) -> Vec<String> {
    assert!(output.status.success(), "{}", text(&output.stderr));
    let judged = text(&output.stdout);
    let line = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("JSON");
    judged.lines().map(|one| line(one)["galat"].to_string()).collect()
}

#[test]
fn the_checker_names_every_fault() {
    let folder = folder();
    let mut copies = broken_copies(folder.path());
    copies.retain(|copy| copy.alat == "periksa_pdf.py");
    assert!(copies.len() > 20, "{}", copies.len());
    let files = copies.iter().map(|copy| folder.path().join(format!("{}.pdf", copy.nama)));
    let found = faults(&python("periksa_pdf.py", files));
    assert_eq!(found.len(), copies.len());
    for (copy, found) in copies.iter().zip(&found) {
        match &copy.sebab {
            Some(cause) => assert!(found.contains(cause), "{}: {cause}: {found}", copy.nama),
            None => assert_eq!(found, "[]", "{}", copy.nama),
        }
    }
    assert!(copies.iter().any(|copy| copy.sebab.is_none()), "no sound copy among them");
}

#[test]
fn no_reader_guesses_at_what_is_broken() {
    let folder = folder();
    let mut tried: BTreeMap<String, usize> = BTreeMap::new();
    let copies = broken_copies(folder.path()).into_iter();
    for copy in copies.filter(|copy| copy.alat != "periksa_pdf.py") {
        let file = folder.path().join(format!("{}.pdf", copy.nama));
        let output = python(&copy.alat, [file]);
        let (said, cause) = (text(&output.stderr), copy.sebab.expect("a cause"));
        let refused = !output.status.success() && said.contains(&cause);
        assert!(refused, "{} {}: {cause}: {said}", copy.alat, copy.nama);
        *tried.entry(copy.alat).or_default() += 1;
    }
    let tools: Vec<&str> = tried.keys().map(String::as_str).collect();
    assert_eq!(tools, ["baca_pdf.py", "kata_pdf.py", "tepi_pdf.py"]);
}
