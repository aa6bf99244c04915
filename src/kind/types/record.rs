//! Shared types: tables with fields of their own, from the `[[tipe]]` blocks of the kinds' files.

use serde_json::{Value, json};

use super::{Blank, FieldType, Inside, Nature, Read, ValueType, isi, quoted};
use crate::kind::Field;
use crate::kind::schema::Writer;
use crate::source::node::Node;
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

/// A shared type by its name. To some the program gives a meaning of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// `pasal`: an article of the body, which may be its text alone.
    Article,
    /// `gambar`: a picture in a file beside the draft.
    Picture,
    /// `dasar`: a regulation or decree that something rests on.
    LegalBasis,
    /// `tabel`: a table with heads of its own.
    Table,
    /// `lampiran`: an annex.
    Annex,
    /// Any other.
    Other(String),
}

impl Record {
    /// The type of a name.
    pub(crate) fn named(name: &str) -> Self {
        let known = [Self::Article, Self::Picture, Self::LegalBasis, Self::Table, Self::Annex];
        known
            .into_iter()
            .find(|record| record.name() == name)
            .unwrap_or_else(|| Self::Other(name.to_owned()))
    }

    /// Its name in the kinds' files.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Article => "pasal",
            Self::Picture => "gambar",
            Self::LegalBasis => "dasar",
            Self::Table => "tabel",
            Self::Annex => "lampiran",
            Self::Other(name) => name,
        }
    }

    fn is_text_alone(&self, node: &Node) -> bool {
        *self == Self::Article && isi::is_text(node)
    }
}

impl ValueType for Record {
    fn expectation(&self) -> Phrase {
        words::value::a_table(self.name())
    }

    fn read(&self, _: &Field, node: &Node, _: Bahasa) -> Read {
        Read::plain(node.table().is_some() || self.is_text_alone(node))
    }

    fn inside(&self, node: &Node) -> Inside<'_> {
        match (node.table(), self) {
            (Some(_), _) => Inside::Fields,
            (None, Self::Article) if node.str().is_some() || node.array().is_some() => {
                Inside::Itself(&FieldType::Isi)
            }
            (None, _) => Inside::Nothing,
        }
    }

    fn nature(&self) -> Nature {
        Nature::Structure
    }

    fn schema(&self, field: &Field, writer: &mut Writer<'_>) -> Value {
        writer.record(field, self.name(), |writer, table| match self {
            Self::Article => json!({ "anyOf": [table, isi::Isi.schema(field, writer)] }),
            Self::Picture | Self::LegalBasis | Self::Table | Self::Annex | Self::Other(_) => table,
        })
    }

    fn blank(&self, _: &Field) -> Option<Blank> {
        None
    }

    fn example(&self, field: &Field) -> String {
        quoted(field.example_or_option())
    }

    fn is_asked(&self) -> bool {
        false
    }

    fn objection(&self, _: &Field, _: &str) -> Option<Phrase> {
        None
    }

    fn answer(&self, answer: &str) -> String {
        quoted(answer)
    }
}
