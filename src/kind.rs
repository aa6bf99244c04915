//! Kinds of document: what a draft may hold, read from `templates/<jenis>/jenis.toml`.

pub(crate) mod catalog;
pub(crate) mod evidence;
mod fault;
pub(crate) mod field;
mod file;
pub mod file_schema;
mod load;
mod merge;
mod output;
mod review;
mod role;
pub mod schema;
pub(crate) mod sentence;
pub(crate) mod types;
pub(crate) mod value;

use std::collections::BTreeMap;
use std::iter::Chain;
use std::slice;
use std::sync::OnceLock;

pub use catalog::Catalog;
pub(crate) use fault::KindFault;
pub use field::Field;
pub(crate) use role::Role;
pub use types::{FieldType, Record};

use crate::source::path::FieldPath;
use crate::wording::Bahasa;

/// The fields that a table may have.
pub(crate) type Fields<'k> = Chain<slice::Iter<'k, Field>, slice::Iter<'k, Field>>;

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
    /// The families whose fields it has: its own, and those of which it borrows the fields alone.
    pub(crate) shares: Vec<String>,
    /// `utama` or `teknis` (Permenimipas 8/2025 Pasal 3 ayat (1)), where that applies.
    pub(crate) tier: Option<String>,
    /// The packs that judge it when the draft names none.
    pub packs: Vec<String>,
    /// The name of an output file: words, and `{kunci}` for the value of a root field.
    pub(crate) output: String,
    /// The fields at the root of a draft, in their order.
    pub fields: Vec<Field>,
    /// The fields of each shared type.
    pub(crate) records: BTreeMap<String, Vec<Field>>,
    /// The usual headings of its articles by their first words: which field, and which of its headings.
    pub(crate) headings: OnceLock<Vec<(usize, usize)>>,
}

impl Kind {
    /// The usual headings of its articles that begin with a word, each with its field, in the order
    /// of the fields.
    pub(crate) fn headings_with(&self, first: &str) -> impl Iterator<Item = (&Field, &[String])> {
        let at = |place: &(usize, usize)| {
            let field = self.fields.get(place.0)?;
            Some((field, field.phrases().get(place.1)?.as_slice()))
        };
        let word = move |place: &(usize, usize)| {
            at(place).and_then(|(_, phrase)| phrase.first()).map_or("", String::as_str)
        };
        let all = self.headings.get_or_init(|| {
            let fields = self.fields.iter().enumerate().filter(|(_, field)| field.is_article());
            let all =
                fields.flat_map(|(at, field)| (0..field.phrases().len()).map(move |n| (at, n)));
            let mut all: Vec<(usize, usize)> = all.collect();
            // Stable: those with the same word keep the order of the kind.
            all.sort_by(|one, other| word(one).cmp(word(other)));
            all
        });
        let from = all.partition_point(|place| word(place) < first);
        let rest = all.get(from..).unwrap_or_default();
        let count = rest.partition_point(|place| word(place) == first);
        rest.iter().take(count).filter_map(at)
    }

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

    /// The fields at the root of a draft.
    pub(crate) fn root_fields(&self) -> Fields<'_> {
        self.fields.iter().chain([].iter())
    }

    /// The fields that a table under this field may have: those of its shared type and, of an
    /// article, those of its facts.
    pub fn record_fields(&self, field: &Field) -> Fields<'_> {
        let record = self.shared(field.field_type().record().map(Record::name));
        record.iter().chain(self.shared(field.facts.as_deref()))
    }

    /// The fields of a shared type alone.
    pub(crate) fn fields_of(&self, record: &Record) -> &[Field] {
        self.shared(Some(record.name()))
    }

    fn shared(&self, name: Option<&str>) -> &[Field] {
        name.and_then(|name| self.records.get(name)).map_or(&[], Vec::as_slice)
    }

    /// The field of a role, the first where there are several.
    pub(crate) fn role(&self, role: Role) -> Option<&Field> {
        self.fields.iter().find(|field| field.role == Some(role))
    }

    /// The field for articles that have no key of their own.
    pub(crate) fn free_articles(&self) -> Option<&Field> {
        let article = FieldType::Record(Record::Article);
        let free = |field: &&Field| match field.field_type() {
            FieldType::Daftar(member) => **member == article,
            _ => false,
        };
        self.fields.iter().find(free)
    }

    /// The field that orders the articles.
    pub(crate) fn article_order(&self) -> Option<&Field> {
        self.fields.iter().find(|field| *field.field_type() == FieldType::Susunan)
    }

    /// The fields on the way to a path, as far as they are known.
    pub(crate) fn along(&self, path: &FieldPath) -> Vec<&Field> {
        let mut found: Vec<&Field> = Vec::new();
        for key in path.keys() {
            let next = match found.last() {
                None => self.field(key),
                Some(field) => self.record_fields(field).find(|inner| inner.key == key),
            };
            let Some(next) = next else { break };
            found.push(next);
        }
        found
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
