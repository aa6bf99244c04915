//! Roles: what a field means to the program, whatever its key is called in its kind.

use serde::Deserialize;

use super::types::Nature;
use super::{Field, FieldType, Record};

/// What a field means. A kind gives a role with `peran`; nothing in the program knows the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// What the document is about; of several the first that says something.
    Judul,
    /// The number of the document; of several all count.
    Nomor,
    /// The day of the document.
    Tanggal,
    /// Another name of the document that the parties chose.
    NamaNaskah,
    /// The parties.
    Pihak,
    /// What all parties are called together.
    SebutanBersama,
    /// What an article is called: `Pasal`, `Klausul`.
    Satuan,
    /// The tier of the cooperation, in kinds that are of either.
    Tingkat,
    /// The regulations that the document rests on.
    Dasar,
    /// The document that this one extends, ends or replaces.
    Pendahulu,
    /// The article on the term.
    JangkaWaktu,
    /// The article on money, under which the accounts of the parties stand.
    Pendanaan,
    /// The article on letters, under which the addresses of the parties stand.
    Korespondensi,
    /// The closing article, which stands last.
    Penutup,
    /// Closing words outside the articles.
    KalimatPenutup,
    /// Names and offices under the signatures.
    TandaTangan,
    /// The annexes.
    Lampiran,
    /// Of an article: rows that are printed with numbers of their own.
    Tabel,
    /// Of an article: activities, which are printed as an annex.
    RencanaKegiatan,
}

impl Role {
    /// Whether several fields may have it.
    pub(super) fn may_repeat(self) -> bool {
        matches!(self, Self::Judul | Self::Nomor | Self::Tabel)
    }

    /// Whether it is for fields of shared types; all others are for the root of a draft.
    pub(super) fn is_for_records(self) -> bool {
        matches!(self, Self::Tabel | Self::RencanaKegiatan)
    }

    /// Whether a field's values can play it.
    pub(super) fn fits(self, field: &Field) -> bool {
        let field_type = field.field_type();
        let text = field_type.home().nature() == Nature::Text;
        let list = matches!(field_type, FieldType::Daftar(inner) if inner.record().is_some());
        match self {
            Self::Judul
            | Self::Nomor
            | Self::NamaNaskah
            | Self::SebutanBersama
            | Self::Satuan
            | Self::KalimatPenutup => text,
            Self::Tanggal => *field_type == FieldType::Tanggal,
            Self::Tingkat => *field_type == FieldType::Pilihan,
            Self::Dasar => list && field_type.record() == Some(&Record::LegalBasis),
            Self::Pendahulu => matches!(field_type, FieldType::Record(_)),
            Self::JangkaWaktu | Self::Pendanaan | Self::Korespondensi | Self::Penutup => {
                field.is_article()
            }
            Self::Pihak
            | Self::TandaTangan
            | Self::Lampiran
            | Self::Tabel
            | Self::RencanaKegiatan => list,
        }
    }
}
