//! GitLab Code Quality: an array with the properties that GitLab reads
//! (docs.gitlab.com, "Code Quality report format"). Findings that do not count are left out, as the
//! form knows no suppression; a clean run is an empty array.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use serde::Serialize;

use super::safe_json::List;
use super::{Ending, FileReport, Reporter, Threshold, identity, told};
use crate::finding::{Finding, Level};
use crate::fingerprint::Fingerprint;

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: Fingerprint,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// The report.
pub(super) struct Gitlab {
    issues: List,
    used: Used,
}

impl Gitlab {
    pub(super) fn new(_: Threshold) -> Self {
        Self { issues: List::at(0), used: Used::default() }
    }
}

impl Reporter for Gitlab {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.issues.begin(out)
    }

    fn file(&mut self, file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
        for (file, finding) in file.open() {
            self.issues.member(out, &issue(file, finding, &mut self.used))?;
        }
        Ok(())
    }

    fn end(&mut self, _: &Ending, out: &mut dyn Write) -> io::Result<()> {
        self.issues.end(out)?;
        writeln!(out)
    }
}

/// The fingerprints of a report, and of each finding's own the last that was made from it.
#[derive(Default)]
struct Used {
    all: HashSet<Fingerprint>,
    last: HashMap<Fingerprint, Fingerprint>,
}

fn issue(file: &FileReport, finding: &Finding, used: &mut Used) -> Issue {
    let start = file.source.line_column(finding.span.start);
    let end = file.source.line_column(finding.span.end);
    let check_name = finding.rule.to_string();
    Issue {
        // GitLab does not show the name of the check.
        description: format!("{check_name}: {}", told(finding, file.language)),
        check_name,
        fingerprint: unique(&file.place, finding, used),
        severity: match finding.level {
            Level::Error => "major",
            Level::Warning => "minor",
            Level::Info => "info",
        },
        location: Location {
            path: file.place.clone(),
            lines: Lines { begin: start.line, end: end.line },
        },
    }
}

/// GitLab shows only the first of two issues with one fingerprint; the second gets some salt.
fn unique(place: &str, finding: &Finding, used: &mut Used) -> Fingerprint {
    let own = Fingerprint::of(&[place, &identity(finding).to_string()]);
    let salted = |print: Fingerprint| Fingerprint::of(&[&print.to_string()]);
    // From the last one on: ten thousand findings of one fingerprint are ten thousand steps.
    let mut print = used.last.get(&own).map_or(own, |last| salted(*last));
    while !used.all.insert(print) {
        print = salted(print);
    }
    used.last.insert(own, print);
    print
}
