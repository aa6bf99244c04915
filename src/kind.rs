//! Kinds of document: what a draft may hold, read from `templates/<jenis>/jenis.toml`.

pub mod catalog;
mod fault;
pub mod field;
mod file;
mod load;
mod merge;
mod output;
mod review;
pub mod schema;

use std::collections::BTreeMap;

pub use catalog::Catalog;
pub use fault::KindFault;
pub use field::{Field, FieldType};

use crate::wording::Bahasa;

/// A kind of document.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Its name in drafts: the folder's name.
    pub id: String,
    /// Its name for people: `Perjanjian Kerja Sama`.
    pub name: String,
    /// The language of its documents.
    pub language: Bahasa,
    /// The family it shares fields and rules with.
    pub family: Option<String>,
    /// `utama` or `teknis` (Permenimipas 8/2025 Pasal 3 ayat (1)), where that applies.
    pub tier: Option<String>,
    /// The packs that judge it when the draft names none.
    pub packs: Vec<String>,
    /// The name of an output file: words, and `{kunci}` for the value of a root field.
    pub output: String,
    /// The fields at the root of a draft, in their order.
    pub fields: Vec<Field>,
    /// The fields of each shared type.
    pub records: BTreeMap<String, Vec<Field>>,
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
