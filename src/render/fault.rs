//! Faults of Typst at a place that people can go to: the template's line, the draft's field.

use serde_json::Value as Json;
use typst::diag::SourceDiagnostic;
use typst::syntax::DiagSpanKind;
use typst::{World, WorldExt};

use super::RenderError;
use super::data::Data;
use super::template;
use super::worker::Task;
use super::world::Closed;
use crate::draft::{Draft, inline};

/// Why a filled template cannot be laid out.
#[derive(Clone, Debug, thiserror::Error)]
pub enum LayoutError {
    /// A text of more levels than the layout can follow.
    #[error("nested too deep")]
    TooDeep,
    /// A fault at a line of a template.
    #[error("{place}: {words}")]
    Template {
        /// The file in the world, where the fault stands in one of its own.
        file: Option<String>,
        /// The template and its line, as its author knows them.
        place: String,
        /// What the layout engine says.
        words: String,
    },
    /// The system starts no thread to lay pages out on.
    #[error("no thread")]
    NoThread,
    /// No pages, and no word about it.
    #[error("no pages")]
    NoPages,
}

/// What is nested deeper than this is no text that can be written: lists of twelve levels, each
/// four of the data, and the document around them.
const DEEPEST: usize = 64;

/// A fault of the layout at the template's own line.
pub(super) fn layout(fault: &SourceDiagnostic, world: &Closed<'_>, task: &Task<'_>) -> LayoutError {
    // Every level of a list is a level of the data, and a call of the template.
    if is_deep(&task.data) {
        return LayoutError::TooDeep;
    }
    let (file, place) = place(fault, world, task);
    let hints: Vec<String> = fault.hints.iter().map(|hint| hint.v.to_string()).collect();
    let hints = if hints.is_empty() { String::new() } else { format!(" ({})", hints.join("; ")) };
    LayoutError::Template { file, place, words: format!("{}{hints}", fault.message) }
}

fn is_deep(data: &Data) -> bool {
    serde_json::to_value(data).is_ok_and(|tree| depth(&tree) > DEEPEST)
}

fn depth(tree: &Json) -> usize {
    let inner = match tree {
        Json::Array(list) => list.iter().map(depth).max(),
        Json::Object(table) => table.values().map(depth).max(),
        _ => return 0,
    };
    1 + inner.unwrap_or(0)
}

/// The file of the world that a fault stands in, if it is not the filled template, and its place for
/// the template's author.
fn place(
    fault: &SourceDiagnostic,
    world: &Closed<'_>,
    task: &Task<'_>,
) -> (Option<String>, String) {
    let whole = || format!("templates/{}/dokumen.typ.j2", task.kind.id);
    let id = match fault.span.get() {
        DiagSpanKind::Detached => return (None, whole()),
        DiagSpanKind::Number { id, .. } | DiagSpanKind::Range { id, .. } => id,
    };
    let start = world.range(fault.span).map_or(0, |range| range.start);
    if id == world.main() {
        let origin = template::origin(task.catalog, task.kind, &task.data, start);
        let place = origin.map_or_else(whole, |(path, line)| format!("templates/{path}:{line}"));
        return (None, place);
    }
    let path = id.get().vpath().get_with_slash();
    let line = world.source(id).ok().and_then(|source| source.lines().byte_to_line(start));
    let line = line.map_or_else(String::new, |line| format!(":{}", line + 1));
    (Some(path.to_owned()), format!("templates{path}{line}"))
}

/// A text that no single font can set: with the field of the draft that holds it.
pub(super) fn unprintable(faults: &[SourceDiagnostic], draft: &Draft<'_>) -> RenderError {
    let words = faults.first().map(|fault| fault.message.to_string()).unwrap_or_default();
    let mut quoted = words.split(['`', '"', '“', '”']).skip(1);
    let quoted = quoted.find(|part| !part.trim().is_empty()).unwrap_or_default();
    let wanted: String = quoted.chars().filter(|c| !c.is_whitespace()).collect();
    let home = draft
        .texts()
        .into_iter()
        .find(|(_, text)| !wanted.is_empty() && inline::plain(text).contains(wanted.as_str()));
    RenderError::Standard { field: home.map(|(path, _)| path), words }
}
