//! Which configuration governs a draft: the nearest `naskah.toml` above it.

use std::path::{Path, PathBuf};

use super::fault::{Fault, OpenError, Subject};
use super::{Options, place, text};
use crate::config::glob;
use crate::config::{Config, ConfigFault};
use crate::sink::folder_of;
use crate::source::SourceFile;

/// The name of a configuration.
const NAME: &str = "naskah.toml";

/// Which configuration holds for the drafts of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ConfigChoice {
    /// The nearest `naskah.toml` above each draft, as far as the root of its repository.
    #[default]
    Nearest,
    /// This file for all of them.
    File(PathBuf),
    /// None.
    Isolated,
}

/// A configuration with the file that it stands in.
#[derive(Debug)]
pub(super) struct Configuration {
    /// The file, as it was given or found.
    pub file: PathBuf,
    /// Its text.
    pub source: SourceFile,
    /// What it settles.
    pub config: Config,
    /// Its folder with links resolved; what it says of paths counts from there.
    root: Option<PathBuf>,
}

impl Configuration {
    /// Reads a configuration.
    pub(super) fn read(file: &Path) -> Result<Self, OpenError> {
        let source = text::read_file(file)?;
        let config = Config::parse(&source).map_err(|faults| {
            let faults = faults.into_iter().map(|one| configuration_fault(&source, one)).collect();
            OpenError::Faulty(Subject::Configuration, faults)
        })?;
        let root = folder_of(file).canonicalize().ok();
        Ok(Self { file: file.to_owned(), source, config, root })
    }

    /// A path that it names, from where the program stands.
    pub(super) fn beside(&self, path: &Path) -> PathBuf {
        folder_of(&self.file).join(path)
    }

    /// A file as it would name it: relative to its folder, with `/`. `None` outside the folder.
    pub(super) fn place(&self, file: &Path) -> Option<String> {
        place::below(file, self.root.as_deref()?)
    }

    /// Whether it leaves a file or folder out of every walk.
    pub(super) fn excludes(&self, path: &Path) -> bool {
        // The place costs questions to the disk.
        let patterns = &self.config.exclude;
        if patterns.is_empty() {
            return false;
        }
        let place = self.place(path);
        place.is_some_and(|place| patterns.iter().any(|pattern| glob::fits(pattern, &place)))
    }

    /// Whether a folder holds everything that it governs.
    pub(super) fn lies_within(&self, folder: &Path) -> bool {
        let folder = folder.canonicalize().ok();
        let within = |root: &PathBuf| folder.is_some_and(|folder| root.starts_with(folder));
        self.root.as_ref().is_some_and(within)
    }
}

fn configuration_fault(file: &SourceFile, fault: ConfigFault) -> Fault {
    Fault { file: file.clone(), span: fault.span, message: fault.message }
}

/// The nearest configuration above a folder, as far as what belongs to whoever works there: the root
/// of the repository; outside of one the user's home folder, where the folder lies in it; elsewhere the
/// folder where the session stands, or else the folder itself. Above that others may write, and a file
/// of theirs would rule in silence. A folder that does not exist counts as lying where the session
/// does.
pub(super) fn nearest(folder: &Path, options: &Options) -> Option<PathBuf> {
    let here = options.folder().canonicalize().ok();
    let whole = folder.canonicalize().ok().or_else(|| here.clone())?;
    let home = options.home.as_ref().and_then(|home| home.canonicalize().ok());
    let repository = whole.ancestors().find(|folder| folder.join(".git").exists());
    let around = |top: &&PathBuf| whole.starts_with(top);
    let top = repository
        .or_else(|| home.as_ref().filter(around).map(PathBuf::as_path))
        .or_else(|| here.as_ref().filter(around).map(PathBuf::as_path))
        .unwrap_or(&whole);
    let inside = whole.ancestors().take_while(|folder| folder.starts_with(top));
    inside.map(|folder| folder.join(NAME)).find(|file| file.is_file())
}
