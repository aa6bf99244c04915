//! Which settings hold for which draft: the nearest `naskah.toml` above each.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::input::Input;
use super::settings::{Settings, folder_of, load, nearest_config};
use crate::cli::{RuleArgs, SettingsArgs};
use crate::error::Failure;
use crate::rule::Rule;

/// The settings of a run, one for each configuration that its drafts lie under.
pub(super) struct Settled {
    all: Vec<Settings>,
}

impl Settled {
    /// Finds the settings of every draft and notes them in it.
    pub(super) fn load(args: &SettingsArgs, inputs: &mut [Input]) -> Result<Self, Failure> {
        if args.config.is_some() || args.isolated {
            return Ok(Self { all: vec![load(args, args.config.clone())?] });
        }
        // A thousand drafts of one folder are one question.
        let mut folders: BTreeMap<PathBuf, Option<PathBuf>> = BTreeMap::new();
        let mut files: Vec<Option<PathBuf>> = Vec::new();
        for input in inputs.iter_mut() {
            let folder = folder_of(input.file.as_deref()).to_owned();
            let file = folders.entry(folder).or_insert_with_key(|folder| nearest_config(folder));
            input.settings = files.iter().position(|one| one == file).unwrap_or_else(|| {
                files.push(file.clone());
                files.len() - 1
            });
        }
        if files.is_empty() {
            files.push(nearest_config(Path::new(".")));
        }
        let all = files.into_iter().map(|file| load(args, file)).collect::<Result<_, _>>()?;
        Ok(Self { all })
    }

    /// Takes over which rules the arguments choose.
    pub(super) fn choose(mut self, args: &RuleArgs) -> Result<Self, Failure> {
        for (flag, words) in [("--select", &args.select), ("--ignore", &args.ignore)] {
            let known = |word: &&String| !self.all.iter().any(|one| one.known(word));
            if let Some(word) = words.iter().find(known) {
                let what = format!("{flag}: tidak ada aturan atau peraturan \"{word}\"");
                let remedy = self.all.first().map(|one| one.meant(word)).unwrap_or_default();
                return Err(Failure::general(what, remedy));
            }
        }
        self.all.iter_mut().for_each(|one| one.choose(args));
        Ok(self)
    }

    /// The settings of a draft.
    pub(super) fn of(&self, input: &Input) -> Option<&Settings> {
        self.all.get(input.settings)
    }

    /// All of them, in the order of the drafts.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Settings> {
        self.all.iter()
    }

    /// A rule by its pack and code, from whichever settings know it.
    pub(super) fn rule(&self, pack: &str, code: &str) -> Option<(&Rule, &str)> {
        self.all.iter().find_map(|one| {
            let pack = one.registry.get(pack)?.ok()?;
            Some((pack.rule(code)?, pack.name.as_str()))
        })
    }

    /// Whether the arguments let this rule, by its whole name, take part in the run.
    pub(super) fn asks_for(&self, rule: &str) -> bool {
        self.all.iter().any(|one| one.asks_for(rule))
    }
}
