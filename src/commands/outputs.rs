//! The reports of a run, each to its place.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::input::Input;
use super::settled::Settled;
use super::{print, statistics, written};
use crate::cli::{CheckArgs, Output};
use crate::error::Failure;
use crate::finding::RuleId;
use crate::report::{FileReport, Format, RuleInfo, Run, stale_line, unresolved_line};

/// The reports that the arguments ask for.
///
/// # Errors
/// When two of them have one place, or one would replace what is read.
pub(super) fn plan(
    args: &CheckArgs,
    inputs: &[Input],
    baseline: Option<&Path>,
) -> Result<Vec<Output>, Failure> {
    let mut outputs = args.format.clone();
    if let Some(path) = &args.output_file {
        match outputs.as_mut_slice() {
            [Output { file: file @ None, .. }] => *file = Some(path.clone()),
            _ => {
                return Err(Failure::general(
                    "--output-file berlaku untuk satu --format tanpa berkas",
                    "pakai --format BENTUK=BERKAS untuk tiap laporan",
                ));
            }
        }
    }
    apart(&outputs)?;
    let read = inputs.iter().filter_map(|input| input.file.as_deref()).chain(baseline);
    let read: Vec<PathBuf> = read.map(real).collect();
    for path in outputs.iter().filter_map(|output| output.file.as_deref()) {
        crate::sink::may_write(path, true)?;
        if read.contains(&real(path)) {
            let remedy = "pilih nama lain untuk laporan";
            return Err(Failure::new(
                "laporan akan menimpa berkas yang dibaca",
                path.display(),
                remedy,
            ));
        }
    }
    Ok(outputs)
}

fn apart(outputs: &[Output]) -> Result<(), Failure> {
    for (at, one) in outputs.iter().enumerate() {
        let same = |other: &Output| match (&one.file, &other.file) {
            (Some(one), Some(other)) => real(one) == real(other),
            (one, other) => one.is_none() && other.is_none(),
        };
        if outputs.iter().skip(at + 1).any(same) {
            let place = one
                .file
                .as_ref()
                .map_or("keluaran standar".into(), |file| file.display().to_string());
            let remedy = "beri tiap laporan berkasnya sendiri: --format BENTUK=BERKAS";
            return Err(Failure::new("dua laporan ditujukan ke satu tempat", place, remedy));
        }
    }
    Ok(())
}

/// The file itself, under whatever name; a new file by its folder.
fn real(path: &Path) -> PathBuf {
    let new = || Some(super::places::folder(path)?.join(path.file_name()?));
    path.canonicalize().ok().or_else(new).unwrap_or_else(|| path.to_owned())
}

/// Says on standard error what whoever watches would otherwise miss: the count, unless a whole report
/// comes on standard output; stale entries of the baseline, unless that report is for people; and
/// where rules declined to judge, unless the report there holds it.
pub(super) fn say(outputs: &[Output], run: &Run<'_>) {
    let shown = outputs.iter().find(|output| output.file.is_none()).map(|output| output.format);
    let mut err = anstream::stderr();
    if !matches!(shown, Some(Format::Json | Format::Jsonl)) {
        for file in &run.files {
            for one in &file.unresolved {
                let _ = writeln!(err, "{}", unresolved_line(&file.source, one));
            }
        }
    }
    if !matches!(shown, Some(Format::Human | Format::Github | Format::Markdown)) {
        for entry in &run.stale {
            let _ = writeln!(err, "{}", stale_line(entry));
        }
    }
    if matches!(shown, None | Some(Format::Concise)) {
        let _ = writeln!(err, "{}", run.summary().line());
    }
}

/// Writes every report: all files, or none of them, then standard output.
pub(super) fn deliver(outputs: &[Output], run: &Run<'_>, args: &CheckArgs) -> Result<(), Failure> {
    let mut files = Vec::new();
    let mut shown = Vec::new();
    for output in outputs {
        let mut out = Vec::new();
        written(output.format.write(run, &mut out))?;
        match &output.file {
            Some(file) => files.push((file.as_path(), plain(&out))),
            None => shown = out,
        }
    }
    let files: Vec<(&Path, &[u8])> =
        files.iter().map(|(file, out)| (*file, out.as_slice())).collect();
    crate::sink::write_files(&files, true)?;
    if args.rules.statistics {
        shown = statistics::text(run).into_bytes();
    }
    // Standard output may be the mended draft.
    match args.fixes.fix && args.input.files.iter().any(|file| file.as_os_str() == "-") {
        true => written(anstream::stderr().write_all(&shown)),
        false => print(&shown),
    }
}

/// A file gets no colours.
fn plain(out: &[u8]) -> Vec<u8> {
    let mut stripped = anstream::StripStream::new(Vec::new());
    match stripped.write_all(out) {
        Ok(()) => stripped.into_inner(),
        Err(_) => out.to_vec(),
    }
}

/// What reports say of the rules that found something.
pub(super) fn rules(reports: &[&FileReport], settled: &Settled) -> Vec<RuleInfo> {
    let found = reports.iter().flat_map(|report| report.rules());
    let ids: BTreeSet<RuleId> = found.collect();
    let info = |id: RuleId| {
        let (rule, pack) = settled.rule(&id.pack, &id.code)?;
        Some(RuleInfo {
            id,
            level: rule.level,
            message: rule.message.clone(),
            reason: rule.reason.clone(),
            help: rule.help.clone(),
            citation: rule.citation.clone(),
            house_style: rule.house_style,
            pack: pack.to_owned(),
        })
    };
    ids.into_iter().filter_map(info).collect()
}
