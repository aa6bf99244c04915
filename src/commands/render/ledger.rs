//! `--report`: what became of every row, for whoever printed a thousand of them.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::error::Failure;
use crate::sink;
use crate::words::{Language, Phrase, render, sheet};

/// What became of the drafts, in their order.
#[derive(Debug, Default)]
pub(super) struct Ledger(Vec<Entry>);

#[derive(Debug)]
struct Entry {
    /// The draft or the row.
    name: String,
    /// Its file, where it was written.
    file: Option<PathBuf>,
    outcome: Outcome,
}

/// What became of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was printed.
    Printed,
    /// Its findings stand in the way.
    Refused,
    /// Something else did.
    Failed,
}

impl Outcome {
    fn code(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }

    fn words(self) -> Phrase {
        match self {
            Self::Printed => sheet::outcome_printed(),
            Self::Refused => sheet::outcome_refused(),
            Self::Failed => sheet::outcome_failed(),
        }
    }
}

impl Ledger {
    pub(super) fn note(&mut self, name: String, file: Option<PathBuf>, outcome: Outcome) {
        self.0.push(Entry { name, file, outcome });
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
        let entries = self.0.iter().map(|one| {
            let file = one.file.as_ref().map(|file| file.display().to_string());
            json!({ "draft": one.name, "file": file, "outcome": one.outcome.code() })
        });
        let whole = json!({ "drafts": entries.collect::<Vec<_>>() });
        serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
    }

    fn csv(&self, reader: Language) -> String {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: [String; 3]| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n";
        std::iter::once(heads(reader)).chain(self.rows(reader)).map(line).collect()
    }

    fn markdown(&self, reader: Language) -> String {
        let line = |row: [String; 3]| {
            let cells = row.iter().map(|cell| cell.replace('|', "\\|").replace('\n', " "));
            format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
        };
        let head = line(heads(reader)) + "| --- | --- | --- |\n";
        head + &self.rows(reader).map(line).collect::<String>()
    }

    fn rows(&self, reader: Language) -> impl Iterator<Item = [String; 3]> {
        self.0.iter().map(move |one| {
            let file = one.file.as_ref().map(|file| file.display().to_string());
            [one.name.clone(), one.outcome.words().text(reader), file.unwrap_or_default()]
        })
    }
}

fn heads(reader: Language) -> [String; 3] {
    [sheet::head_draft(), sheet::head_outcome(), sheet::head_file()].map(|head| head.text(reader))
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
