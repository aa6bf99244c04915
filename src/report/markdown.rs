//! A summary in GitHub's Markdown, for `GITHUB_STEP_SUMMARY` and comments: the counts and a table.
//! Every mark that could be syntax is written as a numeric entity, so that draft text stays text:
//! no table cell, link, mention, image, formula or tag comes from a draft.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::{Ending, FileReport, Reporter, one_line, stale_line};
use crate::finding::{Finding, Level};

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
    pub(super) fn new(_: Level) -> Self {
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
        writeln!(out, "## naskah\n\n{}\n", plain(&ending.summary.line()))?;
        if !rows.is_empty() {
            writeln!(out, "| Tingkat | Tempat | Temuan | Dasar | Aturan |")?;
            writeln!(out, "| --- | --- | --- | --- | --- |\n{rows}")?;
        }
        if *left > 0 {
            writeln!(out, "dan {left} temuan lain\n")?;
        }
        for line in ending.stale.iter().map(stale_line).chain(ending.failures.iter().cloned()) {
            writeln!(out, "- {}", plain(&line))?;
        }
        Ok(())
    }
}

fn row(file: &FileReport, finding: &Finding) -> String {
    let at = file.source.line_column(finding.span.start);
    let place = plain(&format!("{}:{}:{}", file.place, at.line, at.column));
    let help = finding.help.as_ref().map_or_else(String::new, |help| format!(" Saran: {help}"));
    let words = plain(&format!("{}.{help}", finding.message));
    let basis = finding.citation.as_deref().unwrap_or("—");
    let mut row = String::new();
    let (level, rule) = (finding.level.word(), plain(&finding.rule.to_string()));
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
