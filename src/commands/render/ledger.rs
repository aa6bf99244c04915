//! `--report`: what became of every draft, for whoever printed a thousand of them.

use std::path::Path;

use serde_json::{Value as Json, json};

use super::outcome::{Line, Outcome};
use crate::error::Failure;
use crate::sink;
use crate::words::{Language, render, sheet};

/// What became of the drafts, in their order.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    lines: Vec<Line>,
    /// Whether somebody asked the run to end before it was done, or the disk did.
    pub(super) broken_off: bool,
}

impl Ledger {
    pub(super) fn note(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// How many drafts there were.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// How many drafts came to this.
    pub(super) fn count(&self, code: &str) -> usize {
        self.lines.iter().filter(|line| line.outcome.code() == code).count()
    }

    /// Writes it in the form that the ending of the file says.
    ///
    /// # Errors
    /// Another ending, and a file that cannot be written.
    pub(super) fn write(
        &self,
        path: &Path,
        replace: bool,
        reader: Language,
    ) -> Result<(), Failure> {
        let text = match form(path)? {
            Form::Json => self.json(),
            Form::Csv => self.csv(reader),
            Form::Markdown => self.markdown(reader),
        };
        sink::write_file(path, text.as_bytes(), replace)?;
        Ok(())
    }

    fn json(&self) -> String {
        let whole = json!({
            "interrupted": self.broken_off,
            "drafts": self.lines.iter().map(entry).collect::<Vec<_>>(),
        });
        serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
    }

    fn csv(&self, reader: Language) -> String {
        let quoted = |cell: &String| format!("\"{}\"", inert(cell).replace('"', "\"\""));
        let line = |row: [String; 4]| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n";
        std::iter::once(heads(reader)).chain(self.rows(reader)).map(line).collect()
    }

    fn markdown(&self, reader: Language) -> String {
        let line = |row: [String; 4]| {
            let cells = row.iter().map(|cell| cell.replace('|', "\\|").replace('\n', " "));
            format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
        };
        let head = line(heads(reader)) + "| --- | --- | --- | --- |\n";
        let broken_off = sheet::broken_off(self.count(Outcome::NotReached.code())).text(reader);
        let note = if self.broken_off { format!("{broken_off}\n\n") } else { String::new() };
        note + &head + &self.rows(reader).map(line).collect::<String>()
    }

    fn rows(&self, reader: Language) -> impl Iterator<Item = [String; 4]> {
        self.lines.iter().map(move |line| {
            let causes = line.outcome.causes().iter().map(|cause| match &cause.place {
                Some(place) => format!("{place}: {}", cause.text),
                None => cause.text.clone(),
            });
            let causes = causes.collect::<Vec<_>>().join("; ");
            [line.name.clone(), line.outcome.words().text(reader), files(line).join("; "), causes]
        })
    }
}

fn files(line: &Line) -> Vec<String> {
    line.files.iter().map(|file| file.display().to_string()).collect()
}

fn entry(line: &Line) -> Json {
    let causes = line.outcome.causes().iter();
    let causes =
        causes.map(|one| json!({ "rule": one.rule, "place": one.place, "text": one.text }));
    json!({
        "draft": line.name,
        "outcome": line.outcome.code(),
        "files": files(line),
        "causes": causes.collect::<Vec<_>>(),
    })
}

/// A cell that no spreadsheet takes for a formula.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn heads(reader: Language) -> [String; 4] {
    let heads =
        [sheet::head_draft(), sheet::head_outcome(), sheet::head_file(), sheet::head_cause()];
    heads.map(|head| head.text(reader))
}

enum Form {
    Json,
    Csv,
    Markdown,
}

/// The form that a file is to have.
fn form(path: &Path) -> Result<Form, Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    match ending.as_deref() {
        Some("json") => Ok(Form::Json),
        Some("csv") => Ok(Form::Csv),
        Some("md") => Ok(Form::Markdown),
        _ => {
            let (what, remedy) = (render::ledger_form(), render::ledger_form_fix());
            Err(Failure::new(what, path.display(), remedy))
        }
    }
}

/// Whether a report can be written there, before anything is printed.
///
/// # Errors
/// As when it is written.
pub(super) fn may_write(path: &Path, replace: bool) -> Result<(), Failure> {
    form(path)?;
    Ok(sink::may_write(path, replace)?)
}
