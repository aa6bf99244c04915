//! `naskah flow`: who does what in a procedure and where it goes on, as a picture or as text.

mod mermaid;
mod svg;

use super::print_bytes;
use super::timeline::procedure;
use super::voice::Voice;
use crate::cli::{FlowArgs, FlowFormat};
use crate::error::{ExitStatus, Failure};
use crate::procedure::flow::{Ends, Flow};
use crate::procedure::{Procedure, Step};
use crate::sink;
use crate::words::{Language, flow as words};

/// A procedure with its flow, which begins and ends in rows of its own.
struct Chart {
    procedure: Procedure,
    flow: Flow,
    language: Language,
}

pub(super) fn draw_flow(args: &FlowArgs, voice: &Voice) -> Result<ExitStatus, Failure> {
    let procedure = procedure(&args.procedure)?;
    let language = voice.chosen().unwrap_or(procedure.language().into());
    let chart = Chart { flow: Flow::of(&procedure, Ends::Own), procedure, language };
    let text = match args.format {
        FlowFormat::Mermaid => mermaid::text(&chart),
        FlowFormat::Svg => svg::picture(&chart),
    };
    match args.output.as_deref().filter(|path| path.as_os_str() != "-") {
        Some(path) => sink::write_file(path, text.as_bytes(), args.force)?,
        None => print_bytes(text.as_bytes())?,
    }
    Ok(ExitStatus::Clean)
}

impl Chart {
    /// The step of a row; none of the first and the last.
    fn step(&self, row: usize) -> Option<&Step> {
        self.procedure.steps.get(row.checked_sub(1)?)
    }

    /// What the first row and the last say.
    fn end(&self, row: usize) -> String {
        let word = if row == 0 { words::start() } else { words::end() };
        word.text(self.language)
    }
}
