//! The settings of a run: arguments over the nearest `naskah.toml`, with the packs and kinds that
//! they bring.

mod shown;

use std::path::{Path, PathBuf};

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
    select: Vec<String>,
    ignore: Vec<String>,
}

/// Settings for a command that reads these files; for one that reads none, those of this folder.
pub(super) fn load(
    args: &SettingsArgs,
    templates: Option<&Path>,
    files: &[PathBuf],
) -> Result<Settings, Failure> {
    let file = match (&args.config, args.isolated) {
        (Some(path), _) => Some(path.clone()),
        (None, true) => None,
        (None, false) => find(files)?,
    };
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
    let templates = templates.map(Path::to_owned).or_else(|| config.templates.as_ref().map(beside));
    let catalog = input::catalog(templates.as_deref())?;
    let folder = args.packs.clone().or_else(|| config.pack_folder.as_ref().map(beside));
    let own = folder.as_deref().map(packs::read).transpose()?.unwrap_or_default();
    let mut registry = packs::registry(own, folder.as_deref(), &catalog)?;
    registry.judge_also(config.packs.iter().map(|pack| pack.text.clone()));
    let settings =
        Settings { catalog, registry, config, file, select: Vec::new(), ignore: Vec::new() };
    if let Some(source) = &source {
        settings.names_exist(source)?;
    }
    Ok(settings)
}

fn folder_of(file: Option<&Path>) -> &Path {
    let parent = file.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    parent.unwrap_or_else(|| Path::new("."))
}

/// The one configuration of all these files.
fn find(files: &[PathBuf]) -> Result<Option<PathBuf>, Failure> {
    let folder = |path: &PathBuf| {
        if path.is_dir() { path.clone() } else { folder_of(Some(path)).to_owned() }
    };
    let mut starts: Vec<PathBuf> = files.iter().map(folder).collect();
    if starts.is_empty() {
        starts.push(PathBuf::from("."));
    }
    // A thousand drafts of one folder are one question.
    starts.sort();
    starts.dedup();
    let mut found: Vec<Option<PathBuf>> = starts.iter().map(|path| above(path)).collect();
    found.sort();
    found.dedup();
    match found.as_slice() {
        [one] => Ok(one.clone()),
        many => {
            let shown = |path: &Option<PathBuf>| {
                path.as_ref().map_or("tanpa".into(), |path| path.display().to_string())
            };
            let places: Vec<String> = many.iter().map(shown).collect();
            Err(Failure::new(
                "draf-draf ini tidak memakai konfigurasi yang sama",
                places.join("\n      "),
                "periksa terpisah, atau sebut satu dengan --config, atau pakai --isolated",
            ))
        }
    }
}

/// The nearest configuration above a file or folder, up to the root of its repository.
fn above(path: &Path) -> Option<PathBuf> {
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
    pub(super) fn choose(mut self, args: &RuleArgs) -> Result<Self, Failure> {
        for (flag, words) in [("--select", &args.select), ("--ignore", &args.ignore)] {
            if let Some(word) = words.iter().find(|word| !self.known(word)) {
                let what = format!("{flag}: tidak ada aturan atau peraturan \"{word}\"");
                return Err(Failure::general(what, self.meant(word)));
            }
        }
        self.select.clone_from(&args.select);
        self.ignore.clone_from(&args.ignore);
        Ok(self)
    }

    /// Checks a text and leaves of the findings what these settings let stand.
    pub(super) fn check(&self, source: &SourceFile, file: Option<&Path>) -> Checked<'_> {
        let mut checked = engine::check(source, &self.catalog, &self.registry);
        let place = file.and_then(|file| self.place(file));
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
        let fits = |one: &&crate::config::Exception| {
            names(&one.rule.text, rule) && glob::fits(&one.files, place)
        };
        self.config.exceptions.iter().find(fits).map(|one| one.reason.clone())
    }

    /// A file as the configuration names it: relative to its folder, with `/`.
    fn place(&self, file: &Path) -> Option<String> {
        let root = std::fs::canonicalize(folder_of(Some(self.file.as_deref()?))).ok()?;
        let whole = std::fs::canonicalize(file).ok()?;
        Some(whole.strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/"))
    }

    fn known(&self, selector: &str) -> bool {
        let mut rules = self.registry.packs().flat_map(|pack| &pack.rules);
        rules.any(|rule| selects(selector, &rule.id))
    }

    /// Whether the configuration may speak of this: a rule or a pack, by its whole name.
    fn named(&self, name: &str) -> bool {
        let mut rules = self.registry.packs().flat_map(|pack| &pack.rules);
        rules.any(|rule| names(name, &rule.id))
    }

    fn meant(&self, selector: &str) -> String {
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
