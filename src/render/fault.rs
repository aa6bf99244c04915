//! Faults of Typst at a place that people can go to: the template's line, the draft's field.

use typst::diag::SourceDiagnostic;
use typst::syntax::DiagSpanKind;
use typst::{World, WorldExt};

use super::template;
use super::worker::Task;
use super::world::Closed;
use crate::draft::{Draft, inline};
use crate::error::Failure;

/// A fault of the layout at the template's own line.
pub(super) fn layout(fault: &SourceDiagnostic, world: &Closed<'_>, task: &Task<'_>) -> Failure {
    let message = fault.message.to_string();
    // Every level of a list is a level of the source, and a call of the template.
    if message.contains("call depth exceeded") || message.contains("parsing depth exceeded") {
        let remedy = "kurangi tingkat rincian di dalam isi; naskah resmi memakai ayat, huruf, angka, dan huruf kecil";
        return Failure::general("isi bertingkat terlalu dalam untuk dicetak", remedy);
    }
    let hints: Vec<String> = fault.hints.iter().map(|hint| hint.v.to_string()).collect();
    let hints = if hints.is_empty() { String::new() } else { format!(" ({})", hints.join("; ")) };
    Failure::new(
        format!("templat tidak dapat disusun: {message}{hints}"),
        place(fault, world, task),
        "perbaiki templat itu, atau hapus --templates untuk memakai templat bawaan",
    )
}

fn place(fault: &SourceDiagnostic, world: &Closed<'_>, task: &Task<'_>) -> String {
    let whole = || format!("templates/{}/dokumen.typ.j2", task.kind.id);
    let id = match fault.span.get() {
        DiagSpanKind::Detached => return whole(),
        DiagSpanKind::Number { id, .. } | DiagSpanKind::Range { id, .. } => id,
    };
    let start = world.range(fault.span).map_or(0, |range| range.start);
    if id == world.main() {
        let origin = template::origin(task.catalog, task.kind, &task.data, start);
        return origin.map_or_else(whole, |(path, line)| format!("templates/{path}:{line}"));
    }
    let path = id.get().vpath().get_with_slash();
    let line = world.source(id).ok().and_then(|source| source.lines().byte_to_line(start));
    let line = line.map_or_else(String::new, |line| format!(":{}", line + 1));
    format!("templates{path}{line}")
}

/// A text that no single font can set: shown at the field of the draft that holds it.
pub(super) fn unprintable(faults: &[SourceDiagnostic], draft: &Draft<'_>) -> Failure {
    let message = faults.first().map(|fault| fault.message.to_string()).unwrap_or_default();
    let mut quoted = message.split(['`', '"', '“', '”']).skip(1);
    let quoted = quoted.find(|part| !part.trim().is_empty()).unwrap_or_default();
    let wanted: String = quoted.chars().filter(|c| !c.is_whitespace()).collect();
    let home = draft
        .texts()
        .into_iter()
        .find(|(_, text)| !wanted.is_empty() && inline::plain(text).contains(wanted.as_str()));
    let what = format!("dokumen tidak memenuhi standar PDF yang diminta: {message}");
    match home {
        Some((path, _)) => {
            let remedy =
                "ganti aksara itu di dalam draf, atau pilih standar lain dengan --pdf-standard";
            Failure::new(what, path, remedy)
        }
        None => Failure::general(what, "pilih standar lain dengan --pdf-standard"),
    }
}
