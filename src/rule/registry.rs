//! All packs, compiled when they are first asked for.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::compile::{PackFault, compile};
use super::{Pack, Rule};
use crate::assets;
use crate::draft::Draft;

/// The pack that every draft is read with: the format itself.
pub const FORMAT: &str = "bentuk";

type Slot = OnceLock<Result<Pack, Vec<PackFault>>>;

/// The packs of the binary.
#[derive(Debug)]
pub struct Registry {
    packs: BTreeMap<String, (String, Slot)>,
}

impl Registry {
    /// The embedded packs.
    pub fn embedded() -> Self {
        let packs = assets::PACKS.iter().filter_map(|(path, bytes)| {
            let text = std::str::from_utf8(bytes).ok()?;
            Some((path.strip_suffix(".toml")?.to_owned(), (text.to_owned(), Slot::new())))
        });
        Self { packs: packs.collect() }
    }

    /// The pack of a name.
    ///
    /// # Errors
    /// The faults of the pack; `None` when there is none of that name.
    pub fn get(&self, id: &str) -> Option<Result<&Pack, &[PackFault]>> {
        let (text, slot) = self.packs.get(id)?;
        let pack = slot.get_or_init(|| compile(&format!("{id}.toml"), text));
        Some(pack.as_ref().map_err(Vec::as_slice))
    }

    /// The text of a pack.
    pub fn text(&self, id: &str) -> Option<&str> {
        self.packs.get(id).map(|(text, _)| text.as_str())
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

    /// The rule of a full name, `pack/kode`, or of a code that only one pack has.
    pub fn rule(&self, name: &str) -> Option<&Rule> {
        if let Some((pack, code)) = name.split_once('/') {
            return self.get(pack)?.ok()?.rule(code);
        }
        let mut found = self.packs().filter_map(|pack| pack.rule(name));
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// The names of the packs that judge a draft: those it names, else those of its kind.
    pub fn chosen(&self, draft: &Draft<'_>) -> Vec<String> {
        draft.packs()
    }
}
