//! Roles: what a field means to the program, whatever its key is called in its kind.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::types::Nature;
use super::{Field, FieldType, Record};

/// What a field means. A kind gives a role with `peran`; nothing in the program knows the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(description = "Arti sebuah bidang bagi program.")]
pub(crate) enum Role {
    /// What the document is about; of several the first that says something.
    #[schemars(description = "Tentang apa naskahnya; dari beberapa yang pertama terisi.")]
    Judul,
    /// The number of the document; of several all count.
    #[schemars(description = "Nomor naskah.")]
    Nomor,
    /// The day of the document.
    #[schemars(description = "Hari naskah.")]
    Tanggal,
    /// Another name of the document that the parties chose.
    #[schemars(description = "Nama lain naskah yang dipilih para pihak.")]
    NamaNaskah,
    /// The parties.
    #[schemars(description = "Para pihak.")]
    Pihak,
    /// What all parties are called together.
    #[schemars(description = "Sebutan semua pihak bersama-sama.")]
    SebutanBersama,
    /// What an article is called: `Pasal`, `Klausul`.
    #[schemars(description = "Sebutan sebuah pasal: Pasal, Klausul.")]
    Satuan,
    /// The tier of the cooperation, in kinds that are of either.
    #[schemars(description = "Tingkat kerja sama, pada jenis yang tidak tetap tingkatnya.")]
    Tingkat,
    /// The regulations that the document rests on.
    #[schemars(description = "Peraturan yang menjadi dasar.")]
    Dasar,
    /// The document that this one extends, ends or replaces.
    #[schemars(description = "Naskah yang diperpanjang, diakhiri, atau diganti.")]
    Pendahulu,
    /// The article on the term.
    #[schemars(description = "Pasal tentang jangka waktu.")]
    JangkaWaktu,
    /// The article on money, under which the accounts of the parties stand.
    #[schemars(description = "Pasal tentang biaya; rekening para pihak dicetak di bawahnya.")]
    Pendanaan,
    /// The article on letters, under which the addresses of the parties stand.
    #[schemars(
        description = "Pasal tentang surat-menyurat; alamat para pihak dicetak di bawahnya."
    )]
    Korespondensi,
    /// The closing article, which stands last.
    #[schemars(description = "Pasal penutup, yang terakhir.")]
    Penutup,
    /// Closing words outside the articles.
    #[schemars(description = "Kalimat penutup di luar pasal.")]
    KalimatPenutup,
    /// Names and offices under the signatures.
    #[schemars(description = "Nama dan jabatan di bawah tanda tangan.")]
    TandaTangan,
    /// Where the document is signed.
    #[schemars(description = "Tempat penandatanganan.")]
    Tempat,
    /// The agreement above this one.
    #[schemars(description = "Kerja Sama utama yang mendahului naskah.")]
    Induk,
    /// The opening, where it has a form or a sentence of its own.
    #[schemars(description = "Bentuk dan kalimat pembukaan.")]
    Pembukaan,
    /// What is considered before the articles.
    #[schemars(description = "Hal-hal yang diterangkan lebih dahulu.")]
    Pertimbangan,
    /// The annexes.
    #[schemars(description = "Lampiran-lampiran.")]
    Lampiran,
    /// The procedure that a case follows.
    #[schemars(description = "Prosedur yang diikuti sebuah perkara.")]
    Prosedur,
    /// The steps that a case went through.
    #[schemars(description = "Langkah-langkah yang ditempuh sebuah perkara.")]
    Langkah,
    /// The partner, in papers that are of no parties.
    #[schemars(description = "Mitra, pada naskah yang tidak berpihak.")]
    Mitra,
    /// Of an article: rows that are printed with numbers of their own.
    #[schemars(description = "Pada pasal: baris yang dicetak sebagai tabel bernomor.")]
    Tabel,
    /// Of an article: activities, which are printed as an annex.
    #[schemars(description = "Pada pasal: kegiatan yang dicetak sebagai lampiran.")]
    RencanaKegiatan,
    /// Who acts in a procedure: the lanes of its flow chart.
    #[schemars(description = "Pelaku prosedur; lajur bagan alirnya.")]
    Pelaku,
    /// The steps of a procedure, which are printed with their flow chart.
    #[schemars(description = "Langkah prosedur; dicetak dengan bagan alirnya.")]
    Alur,
    /// Several procedures on one sheet, each with its actors and steps.
    #[schemars(
        description = "Beberapa prosedur pada satu lembar, masing-masing dengan pelaku dan langkahnya."
    )]
    Rangkaian,
    /// A procedure that the program knows, in place of steps.
    #[schemars(description = "Prosedur bawaan program, pengganti langkah.")]
    AlurBawaan,
}

impl Role {
    /// The word for it in `jenis.toml`.
    pub(crate) fn name(self) -> String {
        let name = serde_json::to_value(self).ok();
        name.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    }

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
            | Self::Tempat
            | Self::Mitra
            | Self::KalimatPenutup => text,
            Self::Prosedur => *field_type == FieldType::Kata,
            Self::Tanggal => *field_type == FieldType::Tanggal,
            Self::Tingkat => *field_type == FieldType::Pilihan,
            Self::Dasar => list && field_type.record() == Some(&Record::LegalBasis),
            Self::Pendahulu | Self::Induk | Self::Pembukaan => {
                matches!(field_type, FieldType::Record(_))
            }
            Self::Pertimbangan => matches!(field_type, FieldType::Daftar(_)),
            Self::JangkaWaktu | Self::Pendanaan | Self::Korespondensi | Self::Penutup => {
                field.is_article()
            }
            Self::Pihak
            | Self::TandaTangan
            | Self::Lampiran
            | Self::Langkah
            | Self::Tabel
            | Self::RencanaKegiatan
            | Self::Pelaku
            | Self::Rangkaian
            | Self::Alur => list,
            Self::AlurBawaan => *field_type == FieldType::Pilihan,
        }
    }
}
