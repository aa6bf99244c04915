//! JUnit XML, as CI services read it (the form of ruff's reports): a suite a draft, a test case a
//! finding. A clean draft is one case that passes, findings below the threshold pass with their words
//! as output, and findings that do not count are skipped.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use super::{Ending, FileReport, Reporter, State, Threshold, harmless, told};
use crate::finding::Finding;
use crate::words::{self, Language};

struct Suite {
    name: String,
    cases: Vec<Case>,
}

struct Case {
    name: String,
    at: Option<(usize, usize)>,
    outcome: Outcome,
}

enum Outcome {
    Passed,
    Said(String),
    Failed { message: String, kind: &'static str, text: String },
    Skipped(String),
    Broken { message: String, text: String },
}

/// The report: the counts of all suites stand before the first.
pub(super) struct Junit {
    suites: Vec<Suite>,
    threshold: Threshold,
}

impl Junit {
    pub(super) fn new(threshold: Threshold) -> Self {
        Self { suites: Vec::new(), threshold }
    }
}

impl Reporter for Junit {
    fn file(&mut self, file: &FileReport, _: &mut dyn Write) -> io::Result<()> {
        self.suites.push(suite(file, self.threshold));
        Ok(())
    }

    fn end(&mut self, ending: &Ending, out: &mut dyn Write) -> io::Result<()> {
        let failures = ending.failures.iter();
        let mut broken: Vec<Suite> = failures.map(|text| broken(text, ending.language)).collect();
        apart(broken.iter_mut().flat_map(|suite| &mut suite.cases));
        self.suites.append(&mut broken);
        let all = counts(self.suites.iter().flat_map(|suite| &suite.cases));
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(out, "<testsuites name=\"naskah\" {all}>")?;
        for suite in &self.suites {
            write!(out, "{}", suite_text(suite))?;
        }
        writeln!(out, "</testsuites>")
    }
}

/// What could not be checked.
fn broken(text: &str, language: Language) -> Suite {
    let message = words::report::unchecked().text(language);
    let outcome = Outcome::Broken { message, text: text.to_owned() };
    let cases = vec![Case { name: "org.naskah".into(), at: None, outcome }];
    Suite { name: "naskah".into(), cases }
}

fn suite(file: &FileReport, threshold: Threshold) -> Suite {
    let mut cases: Vec<Case> =
        file.all().map(|(finding, state)| case(file, finding, state, threshold)).collect();
    if cases.is_empty() {
        cases.push(Case { name: "org.naskah".into(), at: None, outcome: Outcome::Passed });
    }
    apart(cases.iter_mut());
    Suite { name: file.source.name().to_owned(), cases }
}

/// Gives cases of one name a number from the second on: of two with one name services keep one.
fn apart<'a>(cases: impl Iterator<Item = &'a mut Case>) {
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases {
        let count = met.entry(case.name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            let _ = write!(case.name, " #{count}");
        }
    }
}

fn case(file: &FileReport, finding: &Finding, state: State<'_>, threshold: Threshold) -> Case {
    let at = file.source.line_column(finding.span.start);
    let place = format!("{}:{}:{}", file.source.name(), at.line, at.column);
    let text = format!("{place}: {}", told(finding, file.language));
    let outcome = match state {
        State::Excepted(reason) => Outcome::Skipped(reason.to_owned()),
        State::Baselined => Outcome::Skipped(words::report::in_baseline().text(file.language)),
        State::Open if threshold.is_none_or(|from| finding.level < from) => Outcome::Said(text),
        State::Open => {
            let (message, kind) = (finding.message.clone(), finding.level.code());
            Outcome::Failed { message, kind, text }
        }
    };
    Case { name: format!("org.naskah.{}", finding.rule), at: Some((at.line, at.column)), outcome }
}

fn suite_text(suite: &Suite) -> String {
    let mut out = String::new();
    let name = escaped(&suite.name);
    let counts = counts(suite.cases.iter());
    let _ = writeln!(out, "  <testsuite name=\"{name}\" {counts} package=\"org.naskah\">");
    for case in &suite.cases {
        let at = case.at.map_or_else(String::new, |(line, column)| {
            format!(" line=\"{line}\" column=\"{column}\"")
        });
        let case_name = escaped(&case.name);
        let _ = write!(out, "    <testcase name=\"{case_name}\" classname=\"{name}\"{at}>");
        let _ = writeln!(out, "{}</testcase>", outcome_text(&case.outcome));
    }
    out.push_str("  </testsuite>\n");
    out
}

fn outcome_text(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Passed => String::new(),
        Outcome::Said(text) => format!("<system-out>{}</system-out>", escaped(text)),
        Outcome::Skipped(reason) => format!("<skipped message=\"{}\"/>", escaped(reason)),
        Outcome::Broken { message, text } => {
            format!("<error message=\"{}\">{}</error>", escaped(message), escaped(text))
        }
        Outcome::Failed { message, kind, text } => {
            let (message, text) = (escaped(message), escaped(text));
            format!("<failure message=\"{message}\" type=\"{kind}\">{text}</failure>")
        }
    }
}

fn counts<'a>(cases: impl Iterator<Item = &'a Case>) -> String {
    let (mut tests, mut failures, mut skipped, mut errors) = (0, 0, 0, 0);
    for case in cases {
        tests += 1;
        match case.outcome {
            Outcome::Failed { .. } => failures += 1,
            Outcome::Skipped(_) => skipped += 1,
            Outcome::Broken { .. } => errors += 1,
            Outcome::Passed | Outcome::Said(_) => {}
        }
    }
    format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\"")
}

/// Text for XML 1.0: control characters and what no XML may hold are shown as pictures first, so
/// that only the five marks of the syntax and the blanks that readers fold are left to escape.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in harmless(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_legal_xml() {
        assert_eq!(escaped("]]></failure>&\"'"), "]]&gt;&lt;/failure&gt;&amp;&quot;&apos;");
        assert_eq!(escaped("a\u{0}\u{b}\u{ffff}b\n"), "a\u{2400}\u{240b}\u{fffd}b&#10;");
    }
}
