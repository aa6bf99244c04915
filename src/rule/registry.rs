//! All packs, compiled when they are first asked for.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::compile::{compile_embedded, verified};
use super::declared::RuleFault;
use super::pack::AppliesTo;
use super::pack_text::{PackFault, PackText};
use super::verify::Surroundings;
use super::{Pack, Rule};
use crate::assets;
pub(crate) use crate::finding::FORMAT;
use crate::finding::{Builtin, Place};
use crate::kind::Catalog;
use crate::source::SourceFile;
use crate::source::path::FieldPath;
use crate::words::{self, Phrase};

type Slot = OnceLock<Result<Pack, Vec<PackFault>>>;

/// The packs of the binary.
#[derive(Debug)]
pub struct Registry {
    packs: BTreeMap<String, (Cow<'static, str>, Slot)>,
    /// The packs from outside.
    own: Vec<SourceFile>,
    /// Packs that judge every draft besides those it is judged by anyhow.
    also: Vec<String>,
    /// Whose documents the embedded packs govern.
    heads: OnceLock<Vec<Head>>,
}

/// What tells whose documents a pack governs, without its rules.
#[derive(Debug, Deserialize)]
pub(crate) struct Head {
    /// The pack.
    pub(crate) id: String,
    /// Whose documents it governs.
    #[serde(rename = "berlaku_bagi")]
    pub(crate) applies_to: Option<AppliesTo>,
}

impl Registry {
    /// The embedded packs.
    pub fn embedded() -> Self {
        let packs = assets::PACKS.iter().filter_map(|(path, bytes)| {
            let text = std::str::from_utf8(bytes).ok()?;
            Some((path.strip_suffix(".toml")?.to_owned(), (Cow::Borrowed(text), Slot::new())))
        });
        Self { packs: packs.collect(), own: Vec::new(), also: Vec::new(), heads: OnceLock::new() }
    }

    /// The embedded packs and an office's own, which judge every draft that their conditions fit.
    ///
    /// # Errors
    /// Every fault of the office's packs, at once.
    pub fn with_packs(files: Vec<SourceFile>, catalog: &Catalog) -> Result<Self, Vec<PackFault>> {
        let mut registry = Self::embedded();
        let own = files.iter().map(|file| stem(file).to_owned());
        let packs = registry.packs.keys().cloned().chain(own).collect();
        let around = Surroundings { catalog, packs };
        let mut faults = Vec::new();
        for file in files {
            faults.extend(registry.admit(file, &around).err().into_iter().flatten());
        }
        if faults.is_empty() { Ok(registry) } else { Err(faults) }
    }

    fn admit(&mut self, file: SourceFile, around: &Surroundings<'_>) -> Result<(), Vec<PackFault>> {
        let pack = verified(&file, around)?;
        let stem = stem(&file);
        let misnamed = if pack.id != stem {
            Some(words::pack::id_of_file(stem))
        } else if self.packs.contains_key(stem) {
            Some(words::pack::built_in_stays(stem))
        } else {
            None
        };
        if let Some(message) = misnamed {
            let place = Place::value(FieldPath::root().key("id"));
            return Err(vec![PackText::new(&file).fault(&place, message)]);
        }
        let text = Cow::Owned(file.text().to_owned());
        self.also.push(pack.id.clone());
        self.packs.insert(pack.id.clone(), (text, Slot::from(Ok(pack))));
        self.own.push(file);
        Ok(())
    }

    /// The faults of an embedded pack, held against the kinds as an office's pack is.
    #[cfg(any(test, feature = "inside"))]
    pub fn verify(&self, id: &str, catalog: &Catalog) -> Vec<PackFault> {
        let file = SourceFile::new(format!("{id}.toml"), self.text(id).unwrap_or_default());
        let around = Surroundings { catalog, packs: self.packs.keys().cloned().collect() };
        verified(&file, &around).err().unwrap_or_default()
    }

    /// A fault of an example in an office's pack: the rule's place in the pack, and the example's in
    /// the rule.
    pub(crate) fn example_fault(
        &self,
        pack: &str,
        rule: usize,
        example: usize,
        message: Phrase,
    ) -> Option<PackFault> {
        let file = self.own.iter().find(|file| stem(file) == pack)?;
        let spot = Place::value(FieldPath::root().key("contoh").index(example));
        Some(PackText::new(file).rule_fault(rule, RuleFault::at(spot, message)))
    }

    /// Lets packs judge every draft besides those it is judged by anyhow.
    pub(crate) fn judge_also(&mut self, packs: impl IntoIterator<Item = String>) {
        self.also.extend(packs);
    }

    /// The names of the packs from outside.
    pub(crate) fn own(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(stem)
    }

    /// The pack of a name.
    ///
    /// # Errors
    /// The faults of the pack; `None` when there is none of that name.
    pub fn get(&self, id: &str) -> Option<Result<&Pack, &[PackFault]>> {
        let (text, slot) = self.packs.get(id)?;
        let pack = slot.get_or_init(|| compile_embedded(id, text));
        Some(pack.as_ref().map_err(Vec::as_slice))
    }

    /// The text of a pack.
    #[cfg(any(test, feature = "inside"))]
    pub fn text(&self, id: &str) -> Option<&str> {
        self.packs.get(id).map(|(text, _)| text.as_ref())
    }

    /// The names of all packs.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.packs.keys().map(String::as_str)
    }

    /// Every sound pack, by name.
    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.ids().filter_map(|id| self.get(id)?.ok())
    }

    /// The faults of all packs.
    #[cfg(any(test, feature = "inside"))]
    pub fn faults(&self) -> Vec<PackFault> {
        let all = self.ids().filter_map(|id| self.get(id)?.err());
        all.flatten().cloned().collect()
    }

    /// The rule of a defect that Rust reports itself.
    pub fn builtin(&self, defect: Builtin) -> Option<&Rule> {
        self.get(FORMAT)?.ok()?.rule(defect.code())
    }

    /// The rule of a full name, `pack/kode`, or of a code that only one pack has.
    pub fn rule(&self, name: &str) -> Option<&Rule> {
        if let Some((pack, code)) = name.split_once('/') {
            return self.get(pack)?.ok()?.rule(code);
        }
        let mut found = self.packs().filter_map(|pack| pack.rule(name));
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// The packs that judge every draft besides those it is judged by anyhow.
    pub(crate) fn also(&self) -> &[String] {
        &self.also
    }

    /// Whose documents the embedded packs govern.
    pub(crate) fn heads(&self) -> &[Head] {
        self.heads.get_or_init(|| {
            let heads = assets::HEADS.iter();
            heads.filter_map(|head| serde_json::from_str(head).ok()).collect()
        })
    }
}

/// The name of a pack's file, which is the pack's own.
fn stem(file: &SourceFile) -> &str {
    let name = file.name().rsplit(['/', '\\']).next().unwrap_or_default();
    name.trim_end_matches(".toml")
}
