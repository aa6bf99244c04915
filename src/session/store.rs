//! What a session has opened: each configuration once, and its settings once, however many drafts
//! lie under it and however often they are judged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::configuration::{self, ConfigChoice, Configuration};
use super::fault::OpenError;
use super::{Options, Settings};
use crate::words::Language;

/// The configurations and settings of a session.
#[derive(Debug)]
pub(super) struct Store {
    /// What the caller settled.
    pub options: Options,
    opened: Mutex<Opened>,
}

#[derive(Debug, Default)]
struct Opened {
    /// The configuration above each folder that was asked for: a thousand drafts of one folder are
    /// one question to the disk.
    above: BTreeMap<PathBuf, Option<PathBuf>>,
    configurations: BTreeMap<PathBuf, Arc<Configuration>>,
    /// In the order in which they were first asked for.
    settings: Vec<(Option<PathBuf>, Arc<Settings>)>,
}

impl Store {
    pub(super) fn new(options: Options) -> Self {
        Self { options, opened: Mutex::default() }
    }

    /// A crash while something was opened leaves what was opened before as it is.
    fn opened(&self) -> MutexGuard<'_, Opened> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The file of the configuration that governs the texts of a folder; `None` where there is none.
    pub(super) fn above(&self, folder: &Path) -> Option<PathBuf> {
        match &self.options.config {
            ConfigChoice::File(file) => return Some(file.clone()),
            ConfigChoice::Isolated => return None,
            ConfigChoice::Nearest => {}
        }
        if let Some(known) = self.opened().above.get(folder) {
            return known.clone();
        }
        let found = configuration::nearest(folder, &self.options);
        self.opened().above.insert(folder.to_owned(), found.clone());
        found
    }

    /// A configuration by its file.
    pub(super) fn configuration(&self, file: &Path) -> Result<Arc<Configuration>, OpenError> {
        if let Some(known) = self.opened().configurations.get(file) {
            return Ok(Arc::clone(known));
        }
        let read = Arc::new(Configuration::read(file)?);
        self.opened().configurations.insert(file.to_owned(), Arc::clone(&read));
        Ok(read)
    }

    /// The language that a configuration names, of those that were read the first by its path.
    pub(super) fn language(&self) -> Option<Language> {
        self.opened().configurations.values().find_map(|own| own.config.language)
    }

    /// The settings that hold for the texts of a folder.
    pub(super) fn settings(&self, folder: &Path) -> Result<Arc<Settings>, OpenError> {
        let file = self.above(folder);
        if let Some(settings) = self.opened().settings_of(file.as_deref()) {
            return Ok(settings);
        }
        let configuration = file.as_deref().map(|file| self.configuration(file)).transpose()?;
        let loaded = Settings::load(configuration, &self.options)?;
        let mut opened = self.opened();
        // Another thread may have been faster; there is one of each.
        if let Some(settings) = opened.settings_of(file.as_deref()) {
            return Ok(settings);
        }
        let settings = Arc::new(loaded.numbered(opened.settings.len()));
        opened.settings.push((file, Arc::clone(&settings)));
        Ok(settings)
    }

    /// All settings that were opened, in the order in which they were first asked for.
    pub(super) fn all(&self) -> Vec<Arc<Settings>> {
        self.opened().settings.iter().map(|(_, settings)| Arc::clone(settings)).collect()
    }
}

impl Opened {
    /// The settings that the configuration of this file makes, if they were read.
    fn settings_of(&self, file: Option<&Path>) -> Option<Arc<Settings>> {
        let mut all = self.settings.iter();
        all.find(|(of, _)| of.as_deref() == file).map(|(_, settings)| Arc::clone(settings))
    }
}
