//! The parties and those who act for them.

use super::{Spot, inner};
use crate::draft::keys::party;
use crate::source::node::Node;
use crate::source::path::FieldPath;
use crate::text::stands_in;

/// A party.
#[derive(Clone, Debug)]
pub(crate) struct Party<'a> {
    pub(super) spot: Spot,
    pub(super) node: &'a Node,
}

/// One who signs for a party.
#[derive(Clone, Debug)]
pub(crate) struct Official<'a> {
    spot: Spot,
    node: &'a Node,
}

impl<'a> Party<'a> {
    /// Where it stands.
    pub(crate) fn path(&self) -> FieldPath {
        self.spot.path()
    }

    /// What the document calls it: `PIHAK KESATU`.
    pub(crate) fn label(&self) -> Option<&'a str> {
        self.word("sebutan")
    }

    /// The name of the institution.
    pub(crate) fn institution(&self) -> Option<&'a str> {
        self.word("lembaga")
    }

    /// Its name on the title, where that is another.
    pub(crate) fn title_name(&self) -> Option<&'a str> {
        self.word("nama_judul")
    }

    /// The name of the institution, or of the state, whatever the kind calls it.
    pub(crate) fn name(&self) -> Option<(FieldPath, &'a str)> {
        let mut keys = ["lembaga", "nama"].into_iter();
        keys.find_map(|key| {
            let text = self.word(key).filter(|text| !text.trim().is_empty())?;
            Some((self.path().key(key), text))
        })
    }

    /// Its level inside the institution whose document it is: `eselon-1`.
    pub(crate) fn unit(&self) -> Option<&'a str> {
        self.word(party::UNIT).filter(|word| !word.trim().is_empty())
    }

    /// Its group among partners: `pemerintah-daerah`.
    pub(crate) fn partner(&self) -> Option<&'a str> {
        self.word(party::PARTNER).filter(|word| !word.trim().is_empty())
    }

    /// What it says of itself besides: `NIK`, `NPWP`.
    pub(crate) fn remarks(&self) -> impl Iterator<Item = &'a str> {
        let remarks = self.node.get("identitas").map_or(&[][..], Node::members).iter();
        remarks.filter_map(|remark| remark.get("nama")?.str())
    }

    /// Whether it says on what it acts in another's name.
    pub(crate) fn is_empowered(&self) -> bool {
        self.node.get("kuasa").is_some_and(|node| !node.is_empty())
    }

    /// The number that it gave the document.
    pub(crate) fn number(&self) -> Option<&'a str> {
        self.word("nomor")
    }

    /// The side it stands on with others.
    pub(crate) fn group(&self) -> Option<&'a str> {
        self.word("kelompok").map(str::trim).filter(|name| !name.is_empty())
    }

    /// Those who sign for it.
    pub(crate) fn officials(&self) -> impl Iterator<Item = Official<'a>> {
        inner(&self.spot, self.node, "pejabat").map(|(spot, node)| Official { spot, node })
    }

    fn word(&self, key: &str) -> Option<&'a str> {
        self.node.get(key)?.str()
    }
}

impl<'a> Official<'a> {
    /// Where the official stands.
    pub(crate) fn path(&self) -> FieldPath {
        self.spot.path()
    }

    /// What is said of the official under a key.
    pub(crate) fn word(&self, key: &str) -> Option<&'a str> {
        self.node.get(key)?.str()
    }

    /// The offices in whose name the official acts.
    pub(crate) fn acts_for(&self) -> impl Iterator<Item = &'a str> {
        ["atas_nama", "untuk_beliau"].into_iter().filter_map(|key| self.word(key))
    }

    /// Whether the office is held in another's stead.
    pub(crate) fn stands_in(&self) -> bool {
        let stead = self.node.get("bertindak").is_some_and(|node| !node.is_empty());
        stead || stands_in(self.word("jabatan").unwrap_or_default())
    }
}
