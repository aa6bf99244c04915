//! All packs, compiled when they are first asked for.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::compile::{PackFault, compile, compile_embedded, verify};
use super::{Pack, Rule};
use crate::assets;
use crate::draft::Draft;
use crate::finding::Builtin;
pub use crate::finding::FORMAT;
use crate::kind::Catalog;
use crate::source::{SourceFile, read};

type Slot = OnceLock<Result<Pack, Vec<PackFault>>>;

/// The packs of the binary.
#[derive(Debug)]
pub struct Registry {
    packs: BTreeMap<String, (Cow<'static, str>, Slot)>,
    /// The packs from outside.
    own: Vec<String>,
    /// Packs that judge every draft besides those it is judged by anyhow.
    also: Vec<String>,
}

impl Registry {
    /// The embedded packs.
    pub fn embedded() -> Self {
        let packs = assets::PACKS.iter().filter_map(|(path, bytes)| {
            let text = std::str::from_utf8(bytes).ok()?;
            Some((path.strip_suffix(".toml")?.to_owned(), (Cow::Borrowed(text), Slot::new())))
        });
        Self { packs: packs.collect(), own: Vec::new(), also: Vec::new() }
    }

    /// The embedded packs and an office's own, which judge every draft that their conditions fit.
    ///
    /// # Errors
    /// Every fault of the office's packs, at once.
    pub fn with_packs(files: Vec<SourceFile>, catalog: &Catalog) -> Result<Self, Vec<PackFault>> {
        let mut registry = Self::embedded();
        let mut faults = Vec::new();
        for file in files {
            match registry.admit(&file, catalog) {
                Ok(()) => {}
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() { Ok(registry) } else { Err(faults) }
    }

    fn admit(&mut self, file: &SourceFile, catalog: &Catalog) -> Result<(), Vec<PackFault>> {
        let named = |message: String| {
            let (root, _) = read::read(file.text());
            let id = root.get("id").map_or(0..0, |node| node.span.clone());
            vec![PackFault { file: file.clone(), span: id, message }]
        };
        let pack = compile(file.name(), file.text())?;
        let stem =
            file.name().rsplit(['/', '\\']).next().unwrap_or_default().trim_end_matches(".toml");
        if pack.id != stem {
            return Err(named(format!("id harus sama dengan nama berkasnya, \"{stem}\"")));
        }
        if self.packs.contains_key(stem) {
            return Err(named(format!(
                "peraturan bawaan \"{stem}\" tidak dapat diganti; pakai nama lain"
            )));
        }
        let faults = verify(&pack, file.text(), catalog);
        if !faults.is_empty() {
            return Err(faults
                .into_iter()
                .map(|fault| PackFault { file: file.clone(), ..fault })
                .collect());
        }
        let id = pack.id.clone();
        self.packs.insert(id.clone(), (Cow::Owned(file.text().to_owned()), Slot::from(Ok(pack))));
        self.own.push(id.clone());
        self.also.push(id);
        Ok(())
    }

    /// Lets packs judge every draft besides those it is judged by anyhow.
    pub fn judge_also(&mut self, packs: impl IntoIterator<Item = String>) {
        self.also.extend(packs);
    }

    /// The names of the packs from outside.
    pub fn own(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(String::as_str)
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

    /// The names of the packs that judge a draft: those it names, else those of its kind; and those
    /// that judge every draft.
    pub fn chosen(&self, draft: &Draft<'_>) -> Vec<String> {
        let mut chosen = draft.packs();
        for pack in &self.also {
            if !chosen.contains(pack) {
                chosen.push(pack.clone());
            }
        }
        chosen
    }
}
