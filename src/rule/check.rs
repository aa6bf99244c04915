//! The closed set of check kinds. A kind is one file below this one and one line in the list.

mod amounts;
mod columns;
mod completeness;
mod contents;
mod copies;
mod count;
mod dates;
mod deadline;
mod defined;
mod facts;
mod form_name;
mod haystack;
mod label;
mod legal_basis;
mod members;
mod mentions;
mod options;
mod order;
mod parameter;
mod pattern;
mod placeholder;
mod places;
mod present;
mod provided;
mod references;
mod scope;
mod signatures;
mod spelling;
mod substance;
mod term;
mod typed_number;
mod unique;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{Deserializer, Error};

use super::declared::{Read, RuleFault, Word};
use crate::finding::{Hit, Silence};

use parameter::{Pattern, Words};
use places::{before_article, lacks_its_counterpart, missing_place, row, says, shown};
pub use scope::Scope;

/// A check kind with its parameters.
pub(crate) trait CheckKind {
    /// The placeholders that it fills in messages.
    fn words(&self) -> &'static [Word];

    /// Those of them that stay empty with these parameters.
    fn empty_words(&self) -> Vec<&'static str> {
        Vec::new()
    }

    /// What it reads of a draft because its parameters say so, to be held against the kinds when a
    /// pack is loaded.
    fn reads(&self) -> Vec<Read> {
        Vec::new()
    }

    /// What is wrong with the parameters by themselves.
    fn faults(&self) -> Vec<RuleFault> {
        Vec::new()
    }

    /// What it sees in a draft.
    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit>;

    /// Where it says nothing because the draft cannot be resolved, and why. Asked for apart from
    /// `hits`, so that it costs nothing otherwise.
    fn silences(&self, _: &Scope<'_>) -> Vec<Silence> {
        Vec::new()
    }
}

macro_rules! checks {
    ($($(#[$doc:meta])* $name:literal: $about:literal => $variant:ident($type:ty),)*) => {
        /// A check of one of the kinds.
        #[derive(Debug, JsonSchema)]
        #[schemars(tag = "jenis", description = "Jenis pemeriksa dengan parameternya.")]
        pub enum Check {
            $(
                $(#[$doc])*
                #[schemars(rename = $name, description = $about)]
                $variant($type),
            )*
        }

        impl Check {
            /// The names of the kinds.
            pub const KINDS: &[&str] = &[$($name,)*];

            /// Reads the parameters of a kind.
            ///
            /// # Errors
            /// A kind that does not exist, a parameter that the kind does not have, or one of
            /// another type.
            pub(crate) fn read<'de, D: Deserializer<'de>>(
                kind: &str,
                parameters: D,
            ) -> Result<Self, D::Error> {
                match kind {
                    $($name => <$type>::deserialize(parameters).map(Self::$variant),)*
                    _ => Err(D::Error::unknown_variant(kind, Self::KINDS)),
                }
            }

            fn kind(&self) -> &dyn CheckKind {
                match self { $(Self::$variant(check) => check,)* }
            }

            /// The name of its kind.
            pub fn name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name,)* }
            }
        }
    };
}

checks! {
    /// Something must be there and not empty.
    "wajib": "Tiap bidang yang disebut harus terisi." => Required(present::Required),
    /// At least one of several must be there.
    "salah_satu_ada": "Paling sedikit satu di antara beberapa bidang harus terisi." => AnyOf(present::AnyOf),
    /// Every member of a list has at least one of several fields.
    "wajib_salah_satu": "Tiap anggota daftar mengisi paling sedikit satu di antara beberapa bidang." => EachAnyOf(present::EachAnyOf),
    /// The text carries a mandatory content.
    "memuat": "Naskah memuat suatu muatan: dalam pasalnya sendiri, dalam pasal yang menyebutnya di memuat, di bawah judul yang seluruhnya lazim baginya, atau dalam kalimat yang tegas menyatakannya. Hanya yang tercetak dihitung. Yang tampaknya memuatnya, atau pasal yang tampaknya berisi lain, menjadi peringatan di tempatnya." => Contains(contents::Contains),
    /// A value belongs to a class, or does not.
    "golongan": "Tiap nilai yang diisi termasuk yang boleh, atau tidak termasuk yang dilarang." => Options(options::Options),
    /// A list holds all of some words.
    "memuat_semua": "Daftar memuat semua nilai yang disebut." => ContainsAll(options::ContainsAll),
    /// A list has so many members.
    "jumlah": "Banyaknya anggota daftar yang terisi mencapai batas bawah dan tidak melampaui batas atas." => Count(count::Count),
    /// A list has a member of a certain kind.
    "ada_anggota": "Daftar mempunyai anggota yang mengisi semua bidang yang disebut." => HasMember(members::HasMember),
    /// What a step gives comes with what the step takes.
    "kelengkapan": "Bila keluaran sebuah langkah ada, berkas yang menyertainya ada pula." => Completeness(completeness::Completeness),
    /// The column heads are the official ones.
    "kolom": "Judul kolom yang diisi sama dengan yang resmi, menurut urutannya." => Columns(columns::Columns),
    /// One date is not after another.
    "tidak_sesudah": "Sebuah tanggal tidak sesudah tanggal lain. Diam bila salah satunya belum diisi." => NotAfter(dates::NotAfter),
    /// So many working days after a date at the latest.
    "paling_lama": "Paling lama sekian hari kerja sesudah sebuah tanggal. Senin sampai Jumat dihitung; hari libur tidak dikenal, jadi temuannya hanya pertanyaan." => Deadline(deadline::Deadline),
    /// The parts of a date agree.
    "tanggal_selaras": "Bagian-bagian tanggal saling cocok, pada bidang tanggal dan di dalam teks." => DateAgrees(dates::DateAgrees),
    /// Figures and words of a number agree.
    "angka_terbilang": "Bilangan dalam angka dan dalam kata sama nilainya." => Amounts(amounts::Amounts),
    /// Numbers and months in the standard spelling.
    "ejaan_lama": "Bilangan dan nama bulan ditulis menurut ejaan baku." => Spelling(spelling::Spelling),
    /// Start and length give the end.
    "masa_berlaku": "jangka_waktu.mulai ditambah jangka_waktu.lama sama dengan jangka_waktu.berakhir." => TermAgrees(term::TermAgrees),
    /// References lead somewhere.
    "rujukan": "Rujukan kepada pasal, dengan nama atau dengan nomor, menuju bagian yang ada." => References(references::References),
    /// No two members are alike.
    "unik": "Nilai sebuah bidang tidak berulang di antara anggota daftar; huruf besar dan spasi diabaikan." => Unique(unique::Unique),
    /// The signature block says what the komparisi says.
    "penanda_tangan": "Yang tertulis di bawah tanda tangan sama dengan yang disebut komparisi." => Signatures(signatures::Signatures),
    /// Nothing is left to be filled in.
    "residu": "Tidak ada isian yang tertinggal: titik-titik, <…>, [isi], XX." => Placeholder(placeholder::Placeholder),
    /// The markers of lists follow each other.
    "urutan_butir": "Tanda butir di dalam isi berurutan." => Order(order::Order),
    /// A text matches a pattern, or does not.
    "pola": "Teks yang diisi cocok dengan sebuah pola, atau tidak." => Matches(pattern::Matches),
    /// One of several texts speaks of something.
    "menyebut": "Paling sedikit satu di antara beberapa teks cocok dengan sebuah pola. Diam bila semuanya kosong." => Mentions(mentions::Mentions),
    /// A fact is given, or the text speaks of it.
    "fakta_atau_teks": "Sebuah fakta diisi, atau pasal yang memuat suatu muatan menyebutkannya. Diam bila tidak ada pasal yang memuatnya." => FactOrText(facts::FactOrText),
    /// A matter is dealt with somewhere in the text.
    "diatur": "Suatu hal diatur: salah satu bidangnya terisi, atau ada teks naskah yang cocok dengan pola." => Provided(provided::Provided),
    /// Some text says something.
    "berisi": "Paling sedikit satu di antara beberapa bidang mencetak sesuatu yang bermakna; tanda hubung, titik-titik, dan yang baru akan ditetapkan kelak tidak dihitung." => SaysSomething(substance::SaysSomething),
    /// A text is about what the others are about.
    "sepokok": "Sebuah teks mempunyai paling sedikit satu kata pokok yang sama dengan teks lain dalam naskah itu. Diam bila teksnya terlalu pendek atau bahasanya berbeda." => SameMatter(substance::SameMatter),
    /// Defined terms are used, and used as they were defined.
    "istilah": "Istilah pada definisi dipakai, dan dipakai sebagaimana didefinisikan." => Defined(defined::Defined),
    /// A party is called as it was introduced.
    "sebutan_seragam": "Pihak disebut sebagaimana diperkenalkan." => Label(label::Label),
    /// An original for every party.
    "rangkap": "Banyaknya rangkap tidak kurang daripada banyaknya pihak." => Copies(copies::Copies),
    /// Numbers that the program makes are not typed.
    "nomor_diketik": "Nomor pasal dan bab, yang dibuat program, tidak diketik." => TypedNumber(typed_number::TypedNumber),
    /// No cited regulation has lost its standing.
    "dasar_hukum_berlaku": "Tidak ada peraturan yang disebut, yang pada hari naskah berstatus demikian." => InForce(legal_basis::InForce),
    /// Legal bases stand by rank and time.
    "urutan_dasar_hukum": "Dasar hukum berurutan menurut tingkatnya, lalu tahun dan nomornya." => BasisOrder(legal_basis::BasisOrder),
    /// The name of the document is not that of the other form.
    "nama_bentuk": "Nama naskah bukan nama bentuk kerja sama yang lain." => FormName(form_name::FormName),
    /// Seen by the reader of drafts itself.
    "bawaan": "Ditemukan pembaca draf sendiri; hanya dalam peraturan bentuk." => BuiltIn(BuiltIn),
}

impl Check {
    /// The placeholders that it fills in messages.
    pub fn words(&self) -> &'static [Word] {
        self.kind().words()
    }

    /// Those of them that stay empty with these parameters.
    pub fn empty_words(&self) -> Vec<&'static str> {
        self.kind().empty_words()
    }

    /// What it reads of a draft because its parameters say so.
    pub(crate) fn reads(&self) -> Vec<Read> {
        self.kind().reads()
    }

    /// What is wrong with its parameters by themselves.
    pub(crate) fn faults(&self) -> Vec<RuleFault> {
        self.kind().faults()
    }

    /// What it sees in a draft.
    pub fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        self.kind().hits(scope)
    }

    /// Where it declines to judge, and why.
    pub fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
        self.kind().silences(scope)
    }
}

/// A check that the reader of drafts makes; its findings come with the reading.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BuiltIn {}

impl CheckKind for BuiltIn {
    /// Which words there are the defect says, not the check.
    fn words(&self) -> &'static [Word] {
        &[]
    }

    fn hits(&self, _: &Scope<'_>) -> Vec<Hit> {
        Vec::new()
    }
}
