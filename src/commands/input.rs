//! From what the user named to what is worked on.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::voice::say;
use crate::cli::{DataArgs, InputArgs};
use crate::error::Failure;
use crate::session::{Candidate, Data, Found, Named, PassedOver, ReadError, Reason, Session, Text};
use crate::words::{Phrase, command, passed_over, sheet};

/// Everything that the arguments name; standard input is read at once, and a sheet.
pub(super) fn find(session: &Session, args: &InputArgs) -> Result<Found, Failure> {
    if let Some(file) = &args.data.data {
        return rows(session, file, &args.data);
    }
    let named = args.files.iter().map(|path| named(path, &args.stdin_filename));
    Ok(session.find(named.collect()))
}

/// The rows of a sheet.
fn rows(session: &Session, file: &Path, args: &DataArgs) -> Result<Found, Failure> {
    let data = Data {
        file: file.to_owned(),
        kind: args.kind.clone(),
        base: args.base.clone(),
        names: args.map.clone(),
        sheet: args.sheet.clone(),
        group: args.group_by.clone(),
        rows: args.rows.clone(),
        condition: args.condition.clone(),
    };
    let found = session.find_rows(&data)?;
    if !found.hidden.is_empty() {
        let rows = found.hidden.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let language = session.language().unwrap_or_default();
        say(&sheet::hidden(found.hidden.len(), rows).text(language));
    }
    if found.candidates.is_empty() {
        return Err(Failure::new(sheet::no_rows(), file.display(), sheet::no_rows_fix()));
    }
    Ok(found)
}

fn named(path: &Path, stdin_name: &str) -> Named {
    if path.as_os_str() != "-" {
        return Named::Path(path.to_owned());
    }
    match Text::of_stream(stdin_name, io::stdin().lock()) {
        Ok(text) => Named::Text(text),
        Err(error) => Named::Failed(error),
    }
}

/// What became of a candidate's text.
#[derive(Debug)]
pub(super) enum Input<T> {
    /// No draft: passed over.
    NoDraft,
    /// It could not be read.
    Lost(ReadError),
    /// It was worked on.
    Done(T),
}

/// Reads a candidate and works on its text.
pub(super) fn with_text<T>(
    session: &Session,
    candidate: &Candidate,
    work: impl FnOnce(Text) -> T,
) -> Input<T> {
    match session.read(candidate) {
        Ok(Some(text)) => Input::Done(work(text)),
        Ok(None) => Input::NoDraft,
        Err(error) => Input::Lost(error),
    }
}

/// What became of everything that was named, besides the drafts themselves.
#[derive(Debug, Default)]
pub(super) struct Account {
    /// The names that something was found under.
    found: BTreeSet<usize>,
    passed_over: Vec<PassedOver>,
}

impl Account {
    /// With what was passed over on the way.
    pub(super) fn new(passed_over: Vec<PassedOver>) -> Self {
        Self { found: BTreeSet::new(), passed_over }
    }

    /// Takes note of a draft, or of something that should have been one.
    pub(super) fn found(&mut self, candidate: &Candidate) {
        self.found.extend(candidate.named());
    }

    /// Takes note of what turned out to be no draft.
    pub(super) fn pass_over(&mut self, candidate: &Candidate) {
        self.passed_over.extend(candidate.passed_over());
    }

    /// A failure for each folder that was named and holds no draft.
    pub(super) fn empty_folders(&self, folders: &[(usize, PathBuf)]) -> Vec<Failure> {
        let empty = folders.iter().filter(|(name, _)| !self.found.contains(name));
        empty.map(|(_, folder)| no_drafts(folder)).collect()
    }

    /// A line for everything that was passed over, by path.
    pub(super) fn passed_over(&mut self) -> impl Iterator<Item = Phrase> {
        self.passed_over.sort_by(|one, other| one.path.cmp(&other.path));
        self.passed_over.dedup();
        self.passed_over
            .iter()
            .map(|one| passed_over::line(one.path.display(), reason(&one.reason)))
    }
}

fn no_drafts(folder: &Path) -> Failure {
    Failure::new(command::no_drafts(), folder.display(), command::no_drafts_fix())
}

fn reason(reason: &Reason) -> Phrase {
    match reason {
        Reason::Hidden => passed_over::hidden(),
        Reason::NeverADraft => passed_over::never_a_draft(),
        Reason::LinkedFolder => passed_over::linked_folder(),
        Reason::ExcludedByCaller => passed_over::excluded_by_caller(),
        Reason::Excluded(file) => passed_over::excluded(file.display()),
        Reason::Ignored(file) => passed_over::ignored(file.display()),
        Reason::NoKind => passed_over::no_kind(),
    }
}

/// A crash of our own on one draft; the others are done.
pub(super) fn crashed(candidate: &Candidate) -> Failure {
    Failure::new(command::crashed(), candidate.name(), command::crashed_fix())
}
