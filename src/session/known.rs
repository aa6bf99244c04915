//! The baseline of a run: which findings it knows already, and which of its entries are gone. Drafts
//! pass one by one.

use std::path::{Path, PathBuf};

use super::text::{ReadError, read_file};
use super::{Candidate, place};
use crate::baseline::{Baseline, BaselineError, Entry, Judged, unread};
use crate::report::FileReport;
use crate::sink::folder_of;

/// The baseline of a run.
#[derive(Debug)]
pub struct Known {
    /// The folder that its paths count from, with links resolved.
    folder: Option<PathBuf>,
    baseline: Baseline,
    /// The entries that the drafts of this run have now, when they are to be taken in.
    learned: Option<Baseline>,
    judged: Judged,
    /// How many findings no baseline can hold, since their draft was not read.
    unheld: usize,
}

impl Known {
    /// Reads a baseline. With `learn` the drafts of the run get the entries that they have now; then
    /// the file need not exist.
    ///
    /// # Errors
    /// A file that cannot be read, or is no baseline.
    pub fn read(file: &Path, learn: bool) -> Result<Self, KnownError> {
        let baseline = if learn && !file.exists() { Baseline::default() } else { parse(file)? };
        let folder = place::real(file);
        let folder = folder.as_deref().map(|file| folder_of(file).to_owned());
        let learned = learn.then(Baseline::default);
        Ok(Self { folder, baseline, learned, judged: Judged::default(), unheld: 0 })
    }

    /// Sets the findings of a draft apart that the baseline knows.
    pub fn set_apart(&mut self, candidate: &Candidate, report: &mut FileReport) {
        let folder = self.folder.as_deref();
        let path = place::path_from(candidate.file(), report.source.name(), folder);
        let findings = std::mem::take(&mut report.findings);
        if findings.iter().any(unread) {
            // Of a draft that cannot be read nobody knows which findings are gone.
            (report.findings, report.baselined) = self.baseline.split(&path, findings);
            self.unheld += report.findings.len();
            return;
        }
        if let Some(learned) = &mut self.learned {
            learned.learn(&path, &findings);
        }
        if let Some(learned) = &self.learned {
            (report.findings, report.baselined) = learned.split(&path, findings);
            self.judged.add(path, &report.baselined);
            return;
        }
        let root = folder.unwrap_or_else(|| Path::new(""));
        let exists = |path: &str| root.join(path).exists();
        let path = self.baseline.known_as(&path, &findings, &mut self.judged, &exists);
        (report.findings, report.baselined) = self.baseline.split(&path, findings);
        self.judged.add(path, &report.baselined);
    }

    /// What has become of the baseline, once every draft has passed. Entries of rules that the run was
    /// not `asked` for stay as they are. With `prune` the stale ones go.
    pub fn end(&self, prune: bool, asked: &dyn Fn(&str) -> bool) -> KnownEnd {
        let folder = self.folder.as_deref().unwrap_or_else(|| Path::new(""));
        let exists = |path: &str| folder.join(path).exists();
        let stale = self.baseline.stale(&self.judged, &exists, asked);
        let mut renewed = self.baseline.without(&stale).renamed(&self.judged);
        let unheld = self.unheld;
        match &self.learned {
            Some(learned) => {
                renewed.merge(learned.clone());
                KnownEnd { stale: Vec::new(), renewed: Some(renewed.to_json()), unheld }
            }
            None => {
                let changed = prune && renewed != self.baseline;
                let renewed = changed.then(|| renewed.to_json());
                KnownEnd { stale, renewed, unheld: 0 }
            }
        }
    }
}

/// What has become of a baseline.
#[derive(Debug)]
pub struct KnownEnd {
    /// Entries whose finding is gone.
    pub stale: Vec<Entry>,
    /// The text that the file should have from now on, when it is to change.
    pub renewed: Option<String>,
    /// How many findings it was to take in and cannot hold.
    pub unheld: usize,
}

/// Why a baseline cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KnownError {
    /// Its file cannot be read.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// Its file says something else.
    #[error("no baseline in {}", file.display())]
    Faulty {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        source: BaselineError,
    },
}

fn parse(file: &Path) -> Result<Baseline, KnownError> {
    let text = read_file(file)?;
    let faulty = |source| KnownError::Faulty { file: file.to_owned(), source };
    Baseline::parse(text.text()).map_err(faulty)
}
