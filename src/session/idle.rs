//! Exceptions of a configuration that nothing needs.

use std::path::{Path, PathBuf};

use super::configuration::Configuration;
use super::{Options, Settings, UsedException, UsedExceptions};
use crate::config::Exception;

/// An exception that took no finding in a run over everything that its configuration governs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdleException {
    /// The configuration.
    pub file: PathBuf,
    /// The line in it, from 1.
    pub line: usize,
    /// The rule or pack that it names.
    pub rule: String,
    /// The pattern of the drafts that it names.
    pub files: String,
}

impl Settings {
    /// The exceptions that are not among the used ones. Only a run over all that the configuration
    /// governs can tell, and only when no rule and no draft was left out.
    pub(super) fn idle(
        &self,
        used: &UsedExceptions,
        named: &[PathBuf],
        options: &Options,
    ) -> Vec<IdleException> {
        let Some(own) = self.configuration.as_deref() else {
            return Vec::new();
        };
        let whole = |folder: &Path| folder.is_dir() && own.lies_within(folder);
        let everything = options.rules.is_everything() && options.exclude.is_empty();
        if !everything || !named.iter().any(|folder| whole(folder)) {
            return Vec::new();
        }
        let exceptions = own.config.exceptions.iter().enumerate();
        let number = |exception| UsedException { settings: self.number, exception };
        let idle = exceptions.filter(|(at, _)| !used.contains(&number(*at)));
        idle.map(|(_, one)| own.idle(one)).collect()
    }
}

impl Configuration {
    fn idle(&self, exception: &Exception) -> IdleException {
        IdleException {
            file: self.file.clone(),
            line: self.source.line_column(exception.rule.span.start).line,
            rule: exception.rule.text.clone(),
            files: exception.files.clone(),
        }
    }
}
