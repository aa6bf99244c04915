//! From what the user named to what is worked on.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::InputArgs;
use crate::error::Failure;
use crate::session::{Candidate, Found, Named, PassedOver, Reason, Session, Text};

/// Everything that the arguments name; standard input is read at once.
pub(super) fn find(session: &Session, args: &InputArgs) -> Found {
    let named = args.files.iter().map(|path| named(path, &args.stdin_filename));
    session.find(named.collect())
}

fn named(path: &Path, stdin_name: &str) -> Named {
    if path.as_os_str() != "-" {
        return Named::Path(path.to_owned());
    }
    match Text::of_stream(stdin_name, io::stdin().lock()) {
        Ok(text) => Named::Text(text),
        Err(failure) => Named::Failed(failure),
    }
}

/// What became of a candidate's text.
#[derive(Debug)]
pub(super) enum Input<T> {
    /// No draft: passed over.
    NoDraft,
    /// It could not be read.
    Lost(Box<Failure>),
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
        Err(failure) => Input::Lost(Box::new(failure)),
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
    pub(super) fn passed_over(&mut self) -> impl Iterator<Item = String> {
        self.passed_over.sort_by(|one, other| one.path.cmp(&other.path));
        self.passed_over.dedup();
        self.passed_over
            .iter()
            .map(|one| format!("dilewati: {}: {}", one.path.display(), reason(&one.reason)))
    }
}

fn no_drafts(folder: &Path) -> Failure {
    Failure::new(
        "tidak ada draf di dalam folder ini",
        folder.display(),
        "sebut folder yang berisi berkas .toml dengan kunci jenis",
    )
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Hidden => "namanya berawalan titik".to_owned(),
        Reason::NeverADraft => "nama ini tidak pernah memuat draf".to_owned(),
        Reason::LinkedFolder => "tautan ke folder tidak diikuti".to_owned(),
        Reason::ExcludedByCaller => "dikecualikan --exclude".to_owned(),
        Reason::Excluded(file) => format!("dikecualikan {}", file.display()),
        Reason::Ignored(file) => format!("diabaikan menurut {}", file.display()),
        Reason::NoKind => "tidak menyebut jenis".to_owned(),
    }
}

/// A crash of our own on one draft; the others are done.
pub(super) fn crashed(candidate: &Candidate) -> Failure {
    Failure::new(
        "kesalahan di dalam program pada draf ini",
        candidate.name(),
        "laporkan kepada pengelola naskah beserta potongan draf yang tidak rahasia",
    )
}
