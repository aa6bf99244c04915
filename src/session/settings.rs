//! The settings that one configuration makes, with the kinds and packs that it brings.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::configuration::Configuration;
use super::fault::{Fault, OpenError, Subject};
use super::{Options, Selection, kinds, packs};
use crate::config::{Config, Named, names, selects};
use crate::draft::shape::nearest;
use crate::finding::RuleId;
use crate::kind::Catalog;
use crate::report::RuleInfo;
use crate::rule::Registry;
use crate::source::SourceFile;
use crate::words::{self, Language, Phrase};

/// What holds for the drafts under one configuration.
#[derive(Debug)]
pub struct Settings {
    /// The kinds.
    pub(crate) catalog: Catalog,
    /// The packs.
    pub(crate) registry: Registry,
    /// Which rules take part.
    pub(crate) rules: Selection,
    /// Which settings of the session these are, from 0.
    pub(super) number: usize,
    pub(super) configuration: Option<Arc<Configuration>>,
    reader: Language,
    /// The office's own templates.
    own_kinds: Vec<PathBuf>,
    /// Its own packs.
    own_rules: Vec<PathBuf>,
    /// The folder of the office's own packs, if it has any.
    own_packs: Option<PathBuf>,
    /// What trying their rules on their own examples gave, once that was asked.
    proof: OnceLock<Result<(), OpenError>>,
}

/// What a configuration settles that names nothing.
static NOTHING: Config = Config::empty();

impl Settings {
    /// What the caller settled, over a configuration.
    pub(super) fn load(
        configuration: Option<Arc<Configuration>>,
        options: &Options,
    ) -> Result<Self, OpenError> {
        let own = configuration.as_deref();
        let beside = |path: fn(&Config) -> Option<&PathBuf>| {
            own.and_then(|own| Some(own.beside(path(&own.config)?)))
        };
        let folder = options.templates.clone().or_else(|| beside(|own| own.templates.as_ref()));
        let (catalog, own_kinds) = kinds::load(folder.as_deref())?;
        let folder = options.packs.clone().or_else(|| beside(|own| own.pack_folder.as_ref()));
        let (mut registry, own_rules) = packs::load(folder.as_deref(), &catalog)?;
        let also = own.map_or(&[][..], |own| &own.config.packs);
        registry.judge_also(also.iter().map(|pack| pack.text.clone()));
        let rules = options.rules.clone();
        let reader = options.language.or_else(|| own?.config.language).unwrap_or_default();
        let settings = Self {
            catalog,
            registry,
            rules,
            number: 0,
            configuration,
            reader,
            own_kinds,
            own_rules,
            own_packs: folder,
            proof: OnceLock::new(),
        };
        settings.names_exist()?;
        Ok(settings)
    }

    /// The same as the n-th of a session.
    pub(super) fn numbered(self, number: usize) -> Self {
        Self { number, ..self }
    }

    /// Whether the office's own rules find in their examples what these promise. Asked before they
    /// judge a draft; who wants to read or mend them need not wait for it.
    pub(super) fn prove(&self) -> Result<(), OpenError> {
        let Some(folder) = &self.own_packs else {
            return Ok(());
        };
        let proof = self.proof.get_or_init(|| packs::prove(&self.registry, folder, &self.catalog));
        proof.clone()
    }

    /// The language of readers whose draft does not say what it is written in.
    pub(super) fn reader(&self) -> Language {
        self.reader
    }

    /// What the configuration settles.
    pub(crate) fn config(&self) -> &Config {
        self.configuration.as_ref().map_or(&NOTHING, |own| &own.config)
    }

    /// The file of the configuration, if there is one.
    pub fn file(&self) -> Option<&Path> {
        self.configuration.as_deref().map(|own| own.file.as_path())
    }

    /// Every file on the disk that these settings were read from: when one of them changes, they
    /// hold no longer, and neither does a session that they belong to.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.judging_files().chain(self.own_kinds.iter().map(PathBuf::as_path))
    }

    /// Those of them that decide how a draft is judged: the configuration and the packs.
    pub(super) fn judging_files(&self) -> impl Iterator<Item = &Path> {
        self.file().into_iter().chain(self.own_rules.iter().map(PathBuf::as_path))
    }

    /// The house style that the configuration names.
    pub fn style(&self) -> Option<PathBuf> {
        let own = self.configuration.as_deref()?;
        Some(own.beside(own.config.style.as_deref()?))
    }

    /// What reports say of a rule in a language; `None` when no pack has it.
    pub(crate) fn rule_info(&self, id: &RuleId, language: Language) -> Option<RuleInfo> {
        let pack = self.registry.get(&id.pack)?.ok()?;
        let rule = pack.rule(&id.code)?;
        Some(RuleInfo {
            id: id.clone(),
            level: rule.level,
            message: rule.message_in(language).to_owned(),
            reason: rule.reason_in(language).to_owned(),
            help: rule.help_in(language).map(str::to_owned),
            citation: rule.citation.clone(),
            house_style: rule.house_style,
            pack: pack.name.clone(),
        })
    }

    /// Whether a word chooses any rule.
    pub(super) fn selectable(&self, selector: &str) -> bool {
        self.rule_ids().any(|rule| selects(selector, rule))
    }

    /// What a word that chooses nothing may have meant.
    pub(super) fn meant(&self, selector: &str) -> Phrase {
        let names: Vec<String> = self.rule_ids().map(ToString::to_string).collect();
        let all = names.iter().map(String::as_str).chain(self.registry.ids());
        nearest(selector, all)
            .map_or_else(words::config::list_of_rules, words::config::perhaps_and_list)
    }

    fn rule_ids(&self) -> impl Iterator<Item = &RuleId> {
        self.registry.packs().flat_map(|pack| &pack.rules).map(|rule| &rule.id)
    }

    /// Whether every rule and pack that the configuration names is there.
    fn names_exist(&self) -> Result<(), OpenError> {
        let Some(own) = &self.configuration else {
            return Ok(());
        };
        let unknown = self.unknown_names(&own.config).into_iter();
        let faults: Vec<Fault> = unknown.map(|name| self.unknown(name, &own.source)).collect();
        if faults.is_empty() {
            return Ok(());
        }
        Err(OpenError::Faulty(Subject::Configuration, faults))
    }

    fn unknown(&self, name: &Named, file: &SourceFile) -> Fault {
        let meant = self.meant(&name.text);
        let message = words::config::rule_unknown(&name.text, meant);
        Fault { file: file.clone(), span: name.span.clone(), message }
    }

    fn unknown_names<'c>(&self, config: &'c Config) -> Vec<&'c Named> {
        let rules = config.levels.iter().map(|(rule, _)| rule);
        let rules = rules.chain(config.exceptions.iter().map(|one| &one.rule));
        let named = |name: &Named| self.rule_ids().any(|rule| names(&name.text, rule));
        let rules = rules.filter(|name| !named(name));
        let packs = config.packs.iter().filter(|pack| self.registry.get(&pack.text).is_none());
        rules.chain(packs).collect()
    }
}
