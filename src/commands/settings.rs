//! The settings of a run: arguments over the nearest `naskah.toml`, with the packs and kinds that
//! they bring.

mod shown;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use super::{input, packs};
use crate::cli::{RuleArgs, SettingsArgs};
use crate::config::{Config, glob, names, selects};
use crate::draft::Draft;
use crate::draft::shape::nearest;
use crate::engine::{self, Checked};
use crate::error::Failure;
use crate::finding::{RuleId, Unresolved};
use crate::kind::Catalog;
use crate::rule::Registry;
use crate::sink;
use crate::source::{SourceFile, Span};

/// The name of a configuration.
const NAME: &str = "naskah.toml";

/// What a run works with.
pub(super) struct Settings {
    /// The kinds.
    pub catalog: Catalog,
    /// The packs.
    pub registry: Registry,
    config: Config,
    /// The configuration's file.
    file: Option<PathBuf>,
    /// Its text.
    source: Option<SourceFile>,
    /// Which exceptions of the configuration took a finding, whichever worker saw it.
    used: Vec<AtomicBool>,
    select: Vec<String>,
    ignore: Vec<String>,
}

/// Settings for a command that reads no drafts: those of this folder.
pub(super) fn here(args: &SettingsArgs) -> Result<Settings, Failure> {
    let file = match (&args.config, args.isolated) {
        (Some(path), _) => Some(path.clone()),
        (None, true) => None,
        (None, false) => nearest_config(Path::new(".")),
    };
    Ok(unproved(args, file)?.0)
}

/// Settings by which drafts are judged: arguments over a configuration.
pub(super) fn load(args: &SettingsArgs, file: Option<PathBuf>) -> Result<Settings, Failure> {
    let (settings, folder) = unproved(args, file)?;
    if let Some(folder) = folder {
        packs::prove(&settings.registry, &folder, &settings.catalog)?;
    }
    Ok(settings)
}

/// The same before the office's rules are tried on their examples, with the folder of its packs.
fn unproved(
    args: &SettingsArgs,
    file: Option<PathBuf>,
) -> Result<(Settings, Option<PathBuf>), Failure> {
    let (source, config) = match &file {
        Some(path) => {
            let source = input::text_file(path)?;
            let config = Config::parse(&source).map_err(|faults| {
                refused(
                    &source,
                    faults.into_iter().map(|fault| (fault.span, fault.message)).collect(),
                )
            })?;
            (Some(source), config)
        }
        None => (None, Config::default()),
    };
    let beside = |path: &PathBuf| folder_of(file.as_deref()).join(path);
    let templates = args.templates.clone().or_else(|| config.templates.as_ref().map(beside));
    let catalog = input::catalog(templates.as_deref())?;
    let folder = args.packs.clone().or_else(|| config.pack_folder.as_ref().map(beside));
    let own = folder.as_deref().map(packs::read).transpose()?.unwrap_or_default();
    let mut registry = packs::registry(own, folder.as_deref(), &catalog)?;
    registry.judge_also(config.packs.iter().map(|pack| pack.text.clone()));
    let used = config.exceptions.iter().map(|_| AtomicBool::new(false)).collect();
    let (select, ignore) = (Vec::new(), Vec::new());
    let settings = Settings { catalog, registry, config, file, source, used, select, ignore };
    if let Some(source) = &settings.source {
        settings.names_exist(source)?;
    }
    Ok((settings, folder))
}

/// The folder of a file; the working folder for what has none.
pub(super) fn folder_of(file: Option<&Path>) -> &Path {
    file.map_or_else(|| Path::new("."), sink::folder_of)
}

/// The nearest configuration above a file or folder, up to the root of its repository.
pub(super) fn nearest_config(path: &Path) -> Option<PathBuf> {
    // Standard input, and what does not exist, count as lying here.
    let whole = std::fs::canonicalize(path).or_else(|_| std::fs::canonicalize(".")).ok()?;
    for folder in whole.ancestors().skip_while(|folder| !folder.is_dir()) {
        let file = folder.join(NAME);
        if file.is_file() {
            return Some(file);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}

/// A configuration that cannot be used: every fault with its line.
fn refused(source: &SourceFile, faults: Vec<(Span, String)>) -> Failure {
    let places: Vec<String> = faults
        .into_iter()
        .map(|(span, message)| {
            let at = source.line_column(span.start);
            format!("{}:{}:{}: {message}", source.name(), at.line, at.column)
        })
        .collect();
    Failure::new(
        "konfigurasi tidak dapat dipakai",
        places.join("\n      "),
        "perbaiki berkas itu, atau pakai --isolated",
    )
}

impl Settings {
    /// Takes over which rules the arguments choose.
    pub(super) fn choose(&mut self, args: &RuleArgs) {
        self.select.clone_from(&args.select);
        self.ignore.clone_from(&args.ignore);
    }

    /// Checks a text and leaves of the findings what these settings let stand.
    pub(super) fn check(&self, source: &SourceFile, file: Option<&Path>) -> Checked<'_> {
        let mut checked = engine::check(source, &self.catalog, &self.registry);
        // Only exceptions ask for the place, and it costs questions to the disk.
        let place = file.filter(|_| !self.config.exceptions.is_empty());
        let place = place.and_then(|file| self.place(file));
        let mut kept = Vec::new();
        for mut finding in std::mem::take(&mut checked.findings) {
            let level = self.config.level(&finding.rule);
            if !self.wanted(&finding.rule) || level == Some(None) {
                continue;
            }
            finding.level = level.flatten().unwrap_or(finding.level);
            match self.exception(&finding.rule, place.as_deref()) {
                Some(reason) => checked.excepted.push((finding, reason)),
                None => kept.push(finding),
            }
        }
        checked.findings = kept;
        checked
    }

    /// Where the rules that take part decline to judge a draft.
    pub(super) fn unresolved(&self, source: &SourceFile, draft: &Draft<'_>) -> Vec<Unresolved> {
        let found = engine::unresolved(source, draft, &self.catalog, &self.registry);
        let off = |rule: &RuleId| self.config.level(rule) == Some(None);
        found.into_iter().filter(|one| self.wanted(&one.rule) && !off(&one.rule)).collect()
    }

    /// The style of the configuration.
    #[cfg(feature = "render")]
    pub(super) fn style(&self) -> Option<PathBuf> {
        self.config.style.as_ref().map(|style| folder_of(self.file.as_deref()).join(style))
    }

    /// Exceptions of the configuration that no draft of this run needed. Only a run over all that
    /// the configuration governs can tell, and only when no rule was left out.
    pub(super) fn idle(&self, files: &[PathBuf]) -> Vec<String> {
        let whole = |path: &Path| std::fs::canonicalize(path).ok();
        let governed = self.file.as_deref().and_then(|file| whole(folder_of(Some(file))));
        let all = governed.is_some_and(|governed| {
            let covers = |path: &PathBuf| {
                path.is_dir() && whole(path).is_some_and(|path| governed.starts_with(path))
            };
            files.iter().any(covers)
        });
        if !all || !self.select.is_empty() || !self.ignore.is_empty() {
            return Vec::new();
        }
        let Some(source) = &self.source else {
            return Vec::new();
        };
        let idle = self.config.exceptions.iter().zip(&self.used);
        idle.filter(|(_, used)| !used.load(Ordering::Relaxed))
            .map(|(one, _)| {
                let line = source.line_column(one.rule.span.start).line;
                let (name, rule, files) = (source.name(), &one.rule.text, &one.files);
                format!("{name}:{line}: pengecualian tidak terpakai lagi: {rule} pada {files}")
            })
            .collect()
    }

    fn wanted(&self, rule: &RuleId) -> bool {
        let among = |words: &[String]| words.iter().any(|word| selects(word, rule));
        (self.select.is_empty() || among(&self.select)) && !among(&self.ignore)
    }

    /// Whether the arguments let this rule, by its whole name, take part in the run.
    pub(super) fn asks_for(&self, rule: &str) -> bool {
        let (pack, code) = rule.split_once('/').unwrap_or((rule, ""));
        self.wanted(&RuleId::new(pack, code))
    }

    fn exception(&self, rule: &RuleId, place: Option<&str>) -> Option<String> {
        let place = place?;
        let fits = |one: &crate::config::Exception| {
            names(&one.rule.text, rule) && glob::fits(&one.files, place)
        };
        let (one, used) =
            self.config.exceptions.iter().zip(&self.used).find(|(one, _)| fits(one))?;
        used.store(true, Ordering::Relaxed);
        Some(one.reason.clone())
    }

    /// A file as the configuration names it: relative to its folder, with `/`.
    fn place(&self, file: &Path) -> Option<String> {
        let root = std::fs::canonicalize(folder_of(Some(self.file.as_deref()?))).ok()?;
        let whole = std::fs::canonicalize(file).ok()?;
        Some(whole.strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/"))
    }

    /// Whether a word chooses any rule.
    pub(super) fn known(&self, selector: &str) -> bool {
        let mut rules = self.registry.packs().flat_map(|pack| &pack.rules);
        rules.any(|rule| selects(selector, &rule.id))
    }

    /// Whether the configuration may speak of this: a rule or a pack, by its whole name.
    fn named(&self, name: &str) -> bool {
        let mut rules = self.registry.packs().flat_map(|pack| &pack.rules);
        rules.any(|rule| names(name, &rule.id))
    }

    /// What a word that chooses nothing may have meant.
    pub(super) fn meant(&self, selector: &str) -> String {
        let names: Vec<String> = self
            .registry
            .packs()
            .flat_map(|pack| &pack.rules)
            .map(|rule| rule.id.to_string())
            .collect();
        let all = names.iter().map(String::as_str).chain(self.registry.ids());
        let near = nearest(selector, all).map(|near| format!("mungkin maksudnya \"{near}\"; "));
        format!("{}lihat daftarnya dengan: naskah rules", near.unwrap_or_default())
    }

    /// Whether every rule and pack that the configuration names is there.
    fn names_exist(&self, source: &SourceFile) -> Result<(), Failure> {
        let rules = self.config.levels.iter().map(|(rule, _)| rule);
        let rules = rules.chain(self.config.exceptions.iter().map(|one| &one.rule));
        let rules = rules.filter(|rule| !self.named(&rule.text));
        let packs = self.config.packs.iter().filter(|pack| self.registry.get(&pack.text).is_none());
        let faults: Vec<(Span, String)> = rules
            .chain(packs)
            .map(|name| {
                (
                    name.span.clone(),
                    format!(
                        "tidak ada aturan atau peraturan \"{}\"; {}",
                        name.text,
                        self.meant(&name.text)
                    ),
                )
            })
            .collect();
        if faults.is_empty() { Ok(()) } else { Err(refused(source, faults)) }
    }
}
