//! A summary in GitHub's Markdown, for `GITHUB_STEP_SUMMARY` and comments: the counts and a table.
//! Every mark that could be syntax is written as a numeric entity, so that draft text stays text:
//! no table cell, link, mention, image, formula or tag comes from a draft.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::{Ending, FileReport, Reporter, Threshold, one_line, stale_line};
use crate::finding::Finding;
use crate::words::{self, Argument};

/// A step summary may have 1 MiB; the table ends before.
const LIMIT: usize = 900_000;

/// The report: the counts stand before the table.
#[derive(Default)]
pub(super) struct Markdown {
    rows: String,
    /// Findings that the table has no room for.
    left: usize,
}

impl Markdown {
    pub(super) fn new(_: Threshold) -> Self {
        Self::default()
    }
}

impl Reporter for Markdown {
    fn file(&mut self, file: &FileReport, _: &mut dyn Write) -> io::Result<()> {
        for (file, finding) in file.open() {
            let row = row(file, finding);
            if self.left == 0 && self.rows.len() + row.len() < LIMIT {
                self.rows.push_str(&row);
            } else {
                self.left += 1;
            }
        }
        Ok(())
    }

    fn end(&mut self, ending: &Ending, out: &mut dyn Write) -> io::Result<()> {
        let Self { rows, left } = self;
        let language = ending.language;
        writeln!(out, "## naskah\n\n{}\n", plain(&ending.summary.line(language)))?;
        if !rows.is_empty() {
            writeln!(out, "{}", words::report::table_head().text(language))?;
            writeln!(out, "| --- | --- | --- | --- | --- |\n{rows}")?;
        }
        if *left > 0 {
            writeln!(out, "{}\n", words::report::more_findings(*left).text(language))?;
        }
        let stale = ending.stale.iter().map(|entry| stale_line(entry, language));
        for line in stale.chain(ending.failures.iter().cloned()) {
            writeln!(out, "- {}", plain(&line))?;
        }
        Ok(())
    }
}

fn row(file: &FileReport, finding: &Finding) -> String {
    let at = file.source.line_column(finding.span.start);
    let place = plain(&format!("{}:{}:{}", file.place, at.line, at.column));
    let help = Argument::maybe(finding.help.as_ref().map(words::report::help_beside));
    let words = plain(&format!("{}.{}", finding.message, help.text(file.language)));
    let basis = finding.citation.as_deref().unwrap_or("—");
    let mut row = String::new();
    let (level, rule) = (finding.level.word(file.language), plain(&finding.rule.to_string()));
    let _ = writeln!(row, "| {level} | {place} | {words} | {} | {rule} |", plain(basis));
    row
}

fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in one_line(text).chars() {
        let special = match c {
            '&' | '<' | '>' | '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '#' | '@' | '!'
            | '$' | ':' | '"' | '\'' | '{' | '}' | '=' => true,
            // `www.` alone makes a link.
            '.' => before.eq_ignore_ascii_case(&'w'),
            _ => false,
        };
        if special {
            let _ = write!(out, "&#{};", u32::from(c));
        } else {
            out.push(c);
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draft_text_is_no_markdown() {
        let text = plain("| a | <img src=x> [b](http://c) @d www.e.f `g` $h$\n# i");
        for mark in ["|", "<", "[", "http:", "@", "www.", "`", "$", "\n"] {
            assert!(!text.contains(mark), "{mark:?} in {text}");
        }
        assert_eq!(plain("Pasal 5 (satu) huruf a."), "Pasal 5 (satu) huruf a.");
    }
}
