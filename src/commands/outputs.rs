//! The reports of a run, each to its place, draft by draft.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::{print, written};
use crate::cli::{CheckArgs, Output};
use crate::error::Failure;
use crate::report::{Aside, Ending, FileReport, Format, Reporter, Threshold, stale_line};
use crate::session::{Candidate, Found, Session, real};
use crate::sink::{self, Pending};
use crate::words::command;

/// The reports that the arguments ask for.
///
/// # Errors
/// When two of them have one place, or one would replace what is read.
pub(super) fn plan(
    args: &CheckArgs,
    session: &Session,
    found: &Found,
    baseline: Option<&Path>,
) -> Result<Vec<Output>, Failure> {
    let outputs = outputs(args)?;
    apart(&outputs)?;
    shown(args, &outputs)?;
    let files: Vec<&Path> = outputs.iter().filter_map(|output| output.file.as_deref()).collect();
    if files.is_empty() {
        return Ok(outputs);
    }
    let mut read = files_read(session, found.candidates.iter());
    read.extend(baseline.map(whole));
    if let Some(path) = files.iter().find(|path| read.contains(&whole(path))) {
        return Err(Failure::new(
            command::report_over_input(),
            path.display(),
            command::report_over_input_fix(),
        ));
    }
    files.iter().try_for_each(|path| sink::may_write(path, args.force))?;
    Ok(outputs)
}

/// Every file that a run reads, itself: the drafts, and what their settings come from. Nothing may
/// be written over them, forced or not.
pub(super) fn files_read<'c>(
    session: &Session,
    candidates: impl Iterator<Item = &'c Candidate>,
) -> BTreeSet<PathBuf> {
    let drafts = candidates.filter_map(|candidate| candidate.source());
    let mut read: BTreeSet<PathBuf> = drafts.map(whole).collect();
    for settings in session.all_settings() {
        read.extend(settings.files().chain(settings.style().as_deref()).map(whole));
    }
    read
}

/// The reports with `--output-file` as the file of the only one.
fn outputs(args: &CheckArgs) -> Result<Vec<Output>, Failure> {
    let mut outputs = args.format.clone();
    match (&args.output_file, outputs.as_mut_slice()) {
        (None, _) => {}
        (Some(path), [Output { file: file @ None, .. }]) => *file = Some(path.clone()),
        (Some(_), _) => {
            return Err(Failure::general(
                command::output_file_alone(),
                command::output_file_alone_fix(),
            ));
        }
    }
    Ok(outputs)
}

/// Whether every report is seen: that on standard output is not, where statistics are.
fn shown(args: &CheckArgs, outputs: &[Output]) -> Result<(), Failure> {
    let unseen = |one: &&Output| one.file.is_none() && one.format != Format::Human;
    match outputs.iter().find(unseen).filter(|_| args.rules.statistics) {
        Some(_) => {
            Err(Failure::general(command::statistics_alone(), command::statistics_alone_fix()))
        }
        None => Ok(()),
    }
}

/// The file itself, under whatever name; a new file by its folder.
fn whole(path: &Path) -> PathBuf {
    real(path).unwrap_or_else(|| path.to_owned())
}

fn apart(outputs: &[Output]) -> Result<(), Failure> {
    let mut taken = BTreeSet::new();
    for output in outputs {
        if !taken.insert(output.file.as_deref().map(whole)) {
            let place = match &output.file {
                Some(file) => file.display().into(),
                None => command::stdout().into(),
            };
            return Err(Failure::listing(command::one_place(), place, command::one_place_fix()));
        }
    }
    Ok(())
}

/// The reports of a run, being written.
pub(super) struct Outputs {
    reports: Vec<Report>,
}

struct Report {
    format: Format,
    reporter: Box<dyn Reporter>,
    place: Place,
}

/// Where a report goes.
enum Place {
    Standard,
    /// Standard output is the mended draft.
    StandardError,
    /// Something else is shown in its place.
    Nowhere,
    File(Pending),
}

impl Outputs {
    /// Begins the reports.
    ///
    /// # Errors
    /// When one of them cannot be written.
    pub(super) fn begin(
        planned: Vec<Output>,
        args: &CheckArgs,
        threshold: Threshold,
    ) -> Result<Self, Failure> {
        let mut outputs = Self { reports: Vec::new() };
        for Output { format, file } in planned {
            let place = match file {
                Some(file) => Place::File(Pending::new(&file, args.force)?),
                None => standard(args),
            };
            outputs.reports.push(Report { format, reporter: format.reporter(threshold), place });
        }
        outputs.each(|reporter, out| reporter.begin(out))?;
        Ok(outputs)
    }

    /// Reports one draft in every form.
    ///
    /// # Errors
    /// When one of them cannot be written.
    pub(super) fn file(&mut self, file: &FileReport) -> Result<(), Failure> {
        self.each(|reporter, out| reporter.file(file, out))
    }

    /// Ends the reports: all files get their names, or none of them.
    ///
    /// # Errors
    /// When one of them cannot be written.
    pub(super) fn end(mut self, ending: &Ending) -> Result<Option<Format>, Failure> {
        self.each(|reporter, out| reporter.end(ending, out))?;
        let (mut files, mut shown) = (Vec::new(), None);
        for report in self.reports {
            match report.place {
                Place::File(file) => files.push(file),
                Place::Standard | Place::StandardError | Place::Nowhere => {
                    shown = Some(report.format);
                }
            }
        }
        sink::commit(files)?;
        Ok(shown)
    }

    fn each(
        &mut self,
        mut write: impl FnMut(&mut dyn Reporter, &mut dyn Write) -> std::io::Result<()>,
    ) -> Result<(), Failure> {
        // A report that nobody will see is not made.
        let seen = self.reports.iter_mut().filter(|report| !matches!(report.place, Place::Nowhere));
        for report in seen {
            let mut chunk = Vec::new();
            written(write(report.reporter.as_mut(), &mut chunk))?;
            if !chunk.is_empty() {
                report.place.append(&chunk)?;
            }
        }
        Ok(())
    }
}

/// What becomes of the report on standard output.
fn standard(args: &CheckArgs) -> Place {
    if args.rules.statistics {
        Place::Nowhere
    } else if shows_drafts(args) {
        Place::StandardError
    } else {
        Place::Standard
    }
}

/// Whether standard output is the mended draft.
pub(super) fn shows_drafts(args: &CheckArgs) -> bool {
    args.fixes.fix && args.input.files.iter().any(|file| file.as_os_str() == "-")
}

impl Place {
    fn append(&mut self, chunk: &[u8]) -> Result<(), Failure> {
        match self {
            Self::Standard => print(chunk),
            Self::StandardError => written(anstream::stderr().write_all(chunk)),
            Self::Nowhere => Ok(()),
            Self::File(file) => Ok(file.append(&plain(chunk))?),
        }
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

/// Says on standard error what whoever watches would otherwise miss: what the report on standard
/// output, if there is one, does not tell.
pub(super) fn say(shown: Option<Format>, ending: &Ending, unresolved: &[String]) {
    let tells = |aside: Aside| shown.is_some_and(|format| format.tells(aside));
    let mut lines: Vec<String> = Vec::new();
    if !tells(Aside::Unresolved) {
        lines.extend_from_slice(unresolved);
    }
    if !tells(Aside::Stale) {
        lines.extend(ending.stale.iter().map(|entry| stale_line(entry, ending.language)));
    }
    if !tells(Aside::Summary) {
        lines.push(ending.summary.line(ending.language));
    }
    let mut err = anstream::stderr();
    for line in lines {
        // When even standard error is closed there is nobody left to tell.
        let _ = writeln!(err, "{line}");
    }
}
