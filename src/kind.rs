//! Kinds of document: what a draft may hold, read from `templates/<jenis>/jenis.toml`.

pub mod catalog;
pub mod field;
pub mod schema;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use catalog::{Catalog, KindFault};
pub use field::{Field, FieldType};

/// A kind of document.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Its name in drafts: the folder's name.
    pub id: String,
    /// Its name for people: `Perjanjian Kerja Sama`.
    pub name: String,
    /// `id` or `ms`.
    pub language: String,
    /// The family it shares fields and rules with.
    pub family: Option<String>,
    /// `utama` or `teknis` (Permenimipas 8/2025 Pasal 3 ayat (1)), where that applies.
    pub tier: Option<String>,
    /// Other names that the parties may agree on.
    pub other_names: Vec<String>,
    /// The packs that judge it when the draft names none.
    pub packs: Vec<String>,
    /// Which font list of the style it is set in: `naskah`, `korespondensi`, …
    pub font: String,
    /// Whether the pages lie on their side.
    pub landscape: bool,
    /// The pattern of the output name.
    pub output: String,
    /// The fields at the root of a draft, in their order.
    pub fields: Vec<Field>,
    /// The fields of each shared type.
    pub records: BTreeMap<String, Vec<Field>>,
}

/// `jenis.toml` and the shared files, as they are written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct KindFile {
    pub jenis: String,
    pub nama: String,
    pub bahasa: String,
    pub rumpun: Option<String>,
    /// Families whose fields it has without belonging to them.
    pub berbagi: Vec<String>,
    pub tingkat: Option<String>,
    pub nama_lain: Vec<String>,
    pub peraturan: Vec<String>,
    pub huruf: String,
    pub mendatar: bool,
    pub keluaran: String,
    pub bidang: Vec<Field>,
    pub tipe: Vec<RecordFile>,
}

/// A shared type as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecordFile {
    pub nama: String,
    pub bidang: Vec<Field>,
}

impl Kind {
    /// The field of a root key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The articles in their usual order.
    pub fn articles(&self) -> Vec<&Field> {
        let mut found: Vec<_> = self.fields.iter().filter(|field| field.is_article()).collect();
        found.sort_by_key(|field| field.order);
        found
    }

    /// The fields that a table under this field may have.
    pub fn record_fields<'k>(
        &'k self,
        field: &'k Field,
    ) -> impl Iterator<Item = &'k Field> + Clone {
        let names = [field.field_type().record(), field.facts.as_deref()].into_iter().flatten();
        names.filter_map(|name| self.records.get(name)).flatten()
    }

    /// Follows keys from the root: `["pihak", "pejabat", "nama"]`.
    pub fn find(&self, keys: &[&str]) -> Option<&Field> {
        let (first, rest) = keys.split_first()?;
        let mut field = self.field(first)?;
        for key in rest {
            field = self.record_fields(field).find(|inner| inner.key == *key)?;
        }
        Some(field)
    }
}
