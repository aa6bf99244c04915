//! `--baseline`, `--write-baseline` and `--prune-baseline`: which file, read or written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::input::{self, Input};
use super::places;
use crate::baseline::{Baseline, Entry, unread};
use crate::cli::CheckArgs;
use crate::error::Failure;
use crate::finding::Finding;
use crate::report::FileReport;

/// The baseline of a run.
pub(super) struct Known<'a> {
    file: &'a Path,
    folder: Option<PathBuf>,
    baseline: Baseline,
    write: bool,
    prune: bool,
}

impl<'a> Known<'a> {
    /// The baseline that the arguments name, if any.
    pub(super) fn of(args: &'a CheckArgs) -> Result<Option<Self>, Failure> {
        let (file, write) = match (&args.write_baseline, &args.baseline) {
            (Some(file), _) => (file, true),
            (None, Some(file)) => (file, false),
            (None, None) => return Ok(None),
        };
        crate::sink::may_write(file, true)?;
        let baseline = if write && !file.exists() { Baseline::default() } else { read(file)? };
        let folder = places::folder(file);
        Ok(Some(Self { file, folder, baseline, write, prune: args.prune_baseline }))
    }

    /// Sets known findings apart; returns the entries that are stale. Entries of rules that this run
    /// was not `asked` for stay as they are.
    pub(super) fn apply(
        &mut self,
        drafts: &mut [(&Input, FileReport)],
        asked: &dyn Fn(&str) -> bool,
    ) -> Vec<Entry> {
        let paths: Vec<String> = drafts.iter().map(|(input, _)| self.path(input)).collect();
        if self.write {
            self.relearn(drafts, &paths, asked);
        }
        for ((_, report), path) in drafts.iter_mut().zip(&paths) {
            let findings = std::mem::take(&mut report.findings);
            (report.findings, report.baselined) = self.baseline.split(path, findings);
        }
        let judged: BTreeMap<String, &[Finding]> = drafts
            .iter()
            .zip(paths)
            .map(|((_, report), path)| match report.findings.iter().any(unread) {
                // Of a draft that cannot be read nobody knows which findings are gone.
                true => (path, None),
                false => (path, Some(report.baselined.as_slice())),
            })
            .filter_map(|(path, known)| Some((path, known?)))
            .collect();
        let folder = self.folder.clone().unwrap_or_default();
        self.baseline.stale(&judged, &|path| folder.join(path).exists(), asked)
    }

    /// Drafts of this run get the entries that they have now; the others keep theirs.
    fn relearn(
        &mut self,
        drafts: &[(&Input, FileReport)],
        paths: &[String],
        asked: &dyn Fn(&str) -> bool,
    ) {
        let mut learned = Baseline::default();
        let mut judged = BTreeMap::new();
        for ((_, report), path) in drafts.iter().zip(paths) {
            if !report.findings.iter().any(unread) {
                learned.learn(path, &report.findings);
                judged.insert(path.clone(), report.findings.as_slice());
            }
        }
        let folder = self.folder.clone().unwrap_or_default();
        let gone = self.baseline.stale(&judged, &|path| folder.join(path).exists(), asked);
        self.baseline = self.baseline.without(&gone);
        self.baseline.merge(learned);
    }

    /// Writes what has to be written.
    pub(super) fn save(&self, stale: &[Entry]) -> Result<(), Failure> {
        let text = match (self.write, self.prune && !stale.is_empty()) {
            (true, _) => self.baseline.to_json(),
            (false, true) => self.baseline.without(stale).to_json(),
            (false, false) => return Ok(()),
        };
        crate::sink::write_file(self.file, text.as_bytes(), true)
    }

    /// The file.
    pub(super) fn file(&self) -> &Path {
        self.file
    }

    fn path(&self, input: &Input) -> String {
        places::path_from(input, self.folder.as_deref())
    }
}

fn read(file: &Path) -> Result<Baseline, Failure> {
    let text = input::text_file(file)?;
    Baseline::parse(text.text()).map_err(|fault| {
        Failure::new(
            format!("baseline tidak dapat dibaca: {fault}"),
            file.display(),
            "pulihkan berkas itu dari riwayatnya, atau hapus lalu buat lagi dengan --write-baseline",
        )
    })
}
