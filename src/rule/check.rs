//! The closed set of check kinds. A kind is one file below this one and one line in the list.

mod abbreviation;
mod addressee;
mod amounts;
mod authority;
mod bilingual;
mod capital_term;
mod cited_law;
mod cited_length;
mod columns;
mod completeness;
mod contacts;
mod contents;
mod copies;
mod count;
mod dates;
mod deadline;
mod defined;
mod doubled;
mod elapsed;
mod facts;
mod facts_said;
mod files;
mod filled;
mod form_name;
mod garbled;
mod haystack;
mod inner_reference;
mod inserted;
mod kind_name;
mod known_label;
mod label;
mod language;
mod later;
mod legal_basis;
mod limits_said;
mod members;
mod mentions;
mod misspelt_number;
mod name_drift;
mod named_member;
mod office;
mod opposed;
mod options;
mod order;
mod others_power;
mod overdue;
mod own_label;
mod parameter;
mod partner;
mod parts;
mod pattern;
mod payer;
mod percentage;
mod phrase;
mod placeholder;
mod places;
mod plan_rows;
mod points_to;
mod predecessor;
mod present;
mod printed;
mod proceeding;
mod product;
mod provided;
mod quantities;
mod quoted;
mod recalled;
mod recital_matter;
mod references;
mod repeated_lead;
mod repeated_paragraph;
mod same_field;
mod same_person;
mod scope;
mod sequence;
mod shares;
mod signatory;
mod signatures;
mod spans;
mod spelling;
mod staff_number;
mod stranger;
mod substance;
mod term;
mod term_said;
mod time_said;
mod timetable;
mod typed_number;
mod unique;
mod unit_agrees;
mod year;

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

    /// Whether a draft is about what it looks at.
    fn concerns(&self, _: &Scope<'_>) -> bool {
        true
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
    "memuat_semua": "Daftar memuat semua nilai yang disebut. Daftar yang belum diisi hanya catatan." => ContainsAll(options::ContainsAll),
    /// A list has so many members.
    "jumlah": "Banyaknya anggota daftar yang terisi mencapai batas bawah dan tidak melampaui batas atas." => Count(count::Count),
    /// A list has a member of a certain kind.
    "ada_anggota": "Daftar mempunyai anggota yang mengisi semua bidang yang disebut." => HasMember(members::HasMember),
    /// What a step gives comes with what the step takes.
    "kelengkapan": "Bila keluaran sebuah langkah ada, berkas yang mendasarinya ada pula, tidak bertanggal sesudahnya, dan langkah itu tidak melampaui waktunya." => Completeness(completeness::Completeness),
    /// The column heads are the official ones.
    "kolom": "Judul kolom yang diisi sama dengan yang resmi, menurut urutannya." => Columns(columns::Columns),
    /// One date is not after others.
    "tidak_sesudah": "Sebuah tanggal tidak sesudah tanggal lain. Diam bila salah satunya belum diisi." => NotAfter(sequence::NotAfter),
    /// One date is not before others.
    "tidak_sebelum": "Sebuah tanggal tidak mendahului tanggal lain. Diam bila salah satunya belum diisi." => NotBefore(sequence::NotBefore),
    /// So many days after a date at the latest.
    "paling_lama": "Paling lama sekian hari, atau sekian hari kerja, sesudah sebuah tanggal. Hari libur dan cuti bersama dihitung menurut schemas/kalender/indonesia.toml; pada tahun tanpa daftar, kelebihan yang dapat habis oleh hari libur hanya catatan." => Deadline(deadline::Deadline),
    /// So many days after a date at the latest, as a letter tells it.
    "waktu_kalimat": "Paling lama sekian hari kerja di antara dua tanggal yang disebut kalimat, menurut kata di depannya." => TimeSaid(time_said::TimeSaid),
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
    /// What members name exists.
    "menunjuk_anggota": "Yang ditunjuk anggota sebuah daftar ada di antara anggota daftar yang ditunjuk." => PointsTo(points_to::PointsTo),
    /// The signature block says what the komparisi says.
    "penanda_tangan": "Yang tertulis di bawah tanda tangan sama dengan yang disebut komparisi." => Signatures(signatures::Signatures),
    /// No letters from another encoding.
    "aksara_rusak": "Tidak ada huruf yang rusak karena dibaca dengan sandi lain." => Garbled(garbled::Garbled),
    /// Numbers of civil servants can be such.
    "nip": "Nomor induk pegawai terdiri atas tanggal lahir, bulan pengangkatan, jenis kelamin, dan nomor urut yang mungkin." => StaffNumber(staff_number::StaffNumber),
    /// Who signs for an institution holds an office that may.
    "penanda_tangan_berwenang": "Yang menandatangani bagi instansi memegang jabatan yang berwenang, menurut satuan, lembaga, dan jabatannya. Yang bertindak atas nama pejabat berwenang tanpa kuasa hanya diperingatkan. Diam bila jabatannya tidak dikenal." => Signatory(signatory::Signatory),
    /// Among those whom a paper names is an office that a clause asks for.
    "pejabat": "Di antara pejabat yang disebut beberapa bidang ada yang tingkat, instansi, dan satuannya diminta. Diam bila jabatannya tidak dikenal." => Addressee(addressee::Addressee),
    /// A list has a member that is an institution's, by a code or by its name.
    "anggota_instansi": "Daftar mempunyai anggota dari suatu instansi, menurut namanya atau kodenya. Nama instansi lain mengalahkan kode. Diam bila tidak ada yang memberi tahu." => NamedMember(named_member::NamedMember),
    /// A field is filled, and with more than a word for its being empty.
    "terisi": "Tiap bidang yang disebut terisi, dan isinya bukan kata yang berarti belum diisi." => Filled(filled::Filled),
    /// The level that a party gives itself is that of the office that signs for it.
    "satuan_sesuai": "Satuan yang disebut sebuah pihak sesuai dengan jabatan penanda tangannya." => UnitAgrees(unit_agrees::UnitAgrees),
    /// Who takes note is of the service of the parties.
    "sebidang": "Pejabat pada sebuah bidang berasal dari bidang tugas yang sama dengan salah satu pihak. Diam bila jabatannya atau pihaknya tidak menyebut salah satu bidang tugas." => SameField(same_field::SameField),
    /// Nobody signs, attests and approves.
    "orang_ganda": "Tidak seorang pun menandatangani bagi dua pihak, atau menandatangani dan sekaligus tersebut di tempat lain." => SamePerson(same_person::SamePerson),
    /// Partners are of the groups that a clause names.
    "golongan_mitra": "Tiap mitra termasuk golongan yang boleh, menurut pihak.mitra dan menurut namanya. Nama yang tidak dikenal tidak dinilai; yang golongannya hanya dapat diduga diperingatkan." => Partner(partner::Partner),
    /// Nothing is left to be filled in.
    "residu": "Tidak ada isian yang tertinggal: titik-titik, <…>, [isi], XX, dan sisa program lain." => Placeholder(placeholder::Placeholder),
    /// The markers of lists follow each other.
    "urutan_butir": "Tanda butir di dalam isi berurutan." => Order(order::Order),
    /// One thing and its opposite.
    "pernyataan_bertentangan": "Tidak ada kalimat yang menyangkal apa yang dinyatakan kalimat lain." => Opposed(opposed::Opposed),
    /// An article between two others has the number of the first.
    "pasal_sisipan": "Pasal yang disisipkan di antara dua pasal bernomor pasal yang pertama dengan huruf." => Inserted(inserted::Inserted),
    /// What is quoted of an ayat is that ayat.
    "kutipan_ayat": "Bunyi sebuah ayat yang dikutip bernomor ayat yang disebut." => Quoted(quoted::Quoted),
    /// Groups times members make the whole that is said.
    "hasil_kali": "Banyaknya kelompok dikali isi masing-masing sama dengan keseluruhan yang disebut kalimatnya. Diam bila dibatasi (paling banyak, sekitar)." => Product(product::Product),
    /// A power stays with those who have it.
    "wewenang_pihak_lain": "Kewenangan yang hanya dimiliki lembaga tertentu tidak diberikan kepada pihak lain. Diam bila kalimatnya menyebut beberapa pihak." => OthersPower(others_power::OthersPower),
    /// The recitals are about what the document is about.
    "pokok_pertimbangan": "Kerja sama yang disebut pertimbangan sepokok dengan judul dan pasal-pasalnya." => RecitalMatter(recital_matter::RecitalMatter),
    /// So many of so many are so many per cent.
    "persentase": "Persentase yang disebut sesudah dua bilangan hal yang sama cocok dengan keduanya." => Percentage(percentage::Percentage),
    /// A limit is not over when it is set.
    "batas_lewat": "Batas waktu yang ditetapkan tidak mendahului tanggal naskahnya. Yang diceritakan sebagai sudah lewat dibiarkan." => Overdue(overdue::Overdue),
    /// A number that is called back was said.
    "bilangan_tersebut": "Bilangan yang dirujuk kembali dengan kata tersebut, itu, atau dimaksud sama dengan yang tertulis lebih dahulu tentang hal yang sama. Diam bila halnya belum dihitung." => Recalled(recalled::Recalled),
    /// One thing is paid for by one party.
    "penanggung_berbeda": "Satu hal yang sama tidak ditanggung oleh dua pihak yang berlainan." => Payer(payer::Payer),
    /// Days of an extension or an ending fit to those of the agreement.
    "sambungan_naskah": "Perpanjangan bersambung dengan naskah yang diperpanjang, dan pengakhiran tidak berlaku sebelum waktunya. Diam bila tanggalnya tidak disebut." => Predecessor(predecessor::Predecessor),
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
    /// No legal basis stands twice.
    "dasar_hukum_ganda": "Tidak ada peraturan yang disebut dua kali di antara dasar hukum." => BasisTwice(legal_basis::BasisTwice),
    /// Legal bases are about the matter of the document.
    "dasar_hukum_sepokok": "Judul dasar hukum mempunyai paling sedikit satu kata pokok yang sama dengan teks lain naskah itu." => BasisMatter(legal_basis::BasisMatter),
    /// The name of the document is not that of the other form.
    "nama_bentuk": "Nama naskah bukan nama bentuk kerja sama yang lain." => FormName(form_name::FormName),
    /// No printed text has a certain phrase.
    "frasa": "Tidak ada teks tercetak yang memuat suatu ungkapan." => Phrases(phrase::Phrases),
    /// No word stands twice in a row.
    "ayat_berulang": "Tidak ada ayat yang mengulang ayat lain pasalnya kata demi kata." => RepeatedParagraph(repeated_paragraph::RepeatedParagraph),
    /// No word twice in a row.
    "kata_berulang": "Tidak ada kata yang tertulis dua kali berturut-turut." => Doubled(doubled::Doubled),
    /// The addresses of the parties are sound.
    "kontak": "Alamat surat-menyurat para pihak sesuai kuncinya, ada pada semua pihak, dan tercetak." => Contacts(contacts::Contacts),
    /// Nobody is called what nobody is.
    "sebutan_dikenal": "Tidak ada sebutan pihak yang tidak diperkenalkan." => KnownLabel(known_label::KnownLabel),
    /// A komparisi ends with the label of its own party.
    "sebutan_komparisi": "Komparisi memperkenalkan pihaknya dengan sebutan pihak itu sendiri." => OwnLabel(own_label::OwnLabel),
    /// The document calls itself one thing.
    "nama_naskah": "Naskah menyebut dirinya dengan satu nama, yang ejaannya benar." => KindName(kind_name::KindName),
    /// Names are written as they were introduced.
    "nama_seragam": "Nama lembaga, jabatan, orang, dan tempat ditulis sebagaimana diperkenalkan." => NameDrift(name_drift::NameDrift),
    /// Sentences on the term agree.
    "masa_berlaku_kalimat": "Kalimat tentang jangka waktu sama dengan faktanya, dengan kalimat lain, dan dengan kalender." => TermSaid(term_said::TermSaid),
    /// Facts and sentences agree.
    "fakta_kalimat": "Fakta yang diisi sama dengan yang dikatakan kalimat yang dicetak." => FactsSaid(facts_said::FactsSaid),
    /// References inside an article lead somewhere.
    "rujukan_dalam": "Ayat, huruf, dan lampiran yang dirujuk tanpa pasal ada, dan mengatur hal yang dirujuk." => InnerReference(inner_reference::InnerReference),
    /// Shares make a whole.
    "bagian_persen": "Bagian-bagian dari satu keseluruhan berjumlah seratus persen." => Shares(shares::Shares),
    /// Parts make the whole that is said.
    "jumlah_bagian": "Bagian-bagian yang disebut berjumlah sebanyak keseluruhan yang disebut: uang, persen, orang, hari, butir, dan baris tabel. Diam bila bagiannya terbatas (paling banyak, setiap, termasuk) atau keseluruhannya tidak jelas." => Parts(parts::Parts),
    /// Both texts say the same.
    "dua_bahasa": "Teks dalam dua bahasa menyebut bilangan yang sama, dan satu bahasa yang berlaku. Yang hanya ada pada satu teks dibiarkan." => Bilingual(bilingual::Bilingual),
    /// What is spoken of as existing is not younger than the document.
    "sesudah_naskah": "Naskah lain yang disebut sudah ada tidak bertanggal sesudah naskah ini. Yang akan ada, dan batas waktu, dibiarkan." => Later(later::Later),
    /// Lengths of time stand where they are said to.
    "tenggang_dirujuk": "Waktu yang dikutip dengan rujukannya disebut di tempat yang dirujuk. Diam bila di sana tidak ada waktu." => CitedLength(cited_length::CitedLength),
    /// An annex puts things on the days of the articles.
    "jadwal_lampiran": "Hari sebuah kegiatan menurut tabel lampiran sama dengan hari menurut ayat yang dimulai dengan kegiatan itu." => Timetable(timetable::Timetable),
    /// Activities keep to the calendar and to the term.
    "rencana_kegiatan": "Kegiatan pada rencana selesai sesudah mulai, dan di dalam jangka waktu naskah. Diam tentang hari yang belum berupa tanggal." => PlanRows(plan_rows::PlanRows),
    /// No two items lead in with the same words.
    "awal_berulang": "Tidak ada dua butir satu daftar yang mengantar rinciannya dengan kata yang sama." => RepeatedLead(repeated_lead::RepeatedLead),
    /// One matter has one limit.
    "batas_berbeda": "Satu hal diberi satu batas: tenggat dan kekerapannya di dalam satu pasal, dan pengadilan di seluruh naskah." => LimitsSaid(limits_said::LimitsSaid),
    /// Signers have the authority they claim.
    "wewenang": "Kewenangan penanda tangan disebut, merata, mendahului naskah, dan bagi lembaganya sendiri." => Authority(authority::Authority),
    /// Years agree with dates.
    "tahun_naskah": "Tahun pada judul dan nomor sama dengan tahun tanggalnya." => Year(year::Year),
    /// Nothing that is needed or given is left off the page.
    "tercetak": "Nama, jabatan, dan lembaga para pihak tercetak, bukan titik-titik, dan tidak ada yang hilang." => Printed(printed::Printed),
    /// Terms beside those that are defined.
    "istilah_lain": "Istilah didefinisikan satu kali, tidak oleh dirinya sendiri, dan tidak diganti istilah lain." => CapitalTerm(capital_term::CapitalTerm),
    /// The languages of a document.
    "bahasa_naskah": "Naskah mempunyai teks bahasa Indonesia, dan nama lembaga tidak diterjemahkan." => Languages(language::Languages),
    /// Number words are spelt rightly.
    "kata_bilangan": "Kata di samping angka adalah kata bilangan." => MisspeltNumber(misspelt_number::MisspeltNumber),
    /// Abbreviations are explained.
    "singkatan_dijelaskan": "Singkatan yang dipakai pasal dijelaskan kepanjangannya." => Abbreviations(abbreviation::Abbreviations),
    /// Governments that act in the text are parties or introduced.
    "pemerintah_lain": "Pemerintah yang bertindak atau berkewajiban di dalam pasal adalah pihak, atau disebut sebelum pasal." => Stranger(stranger::Stranger),
    /// Laws are cited by their own number.
    "peraturan_dikenal": "Nomor, tahun, dan judul peraturan yang dikenal saling cocok." => CitedLaw(cited_law::CitedLaw),
    /// A case went as its procedure has it.
    "perkara": "Perjalanan sebuah perkara menurut prosedurnya: langkah, pelaksana, waktu menurut kalender, keluaran, kelengkapan, dan dokumen yang disebutnya. Dasar tiap temuan ialah langkahnya sendiri." => Proceeding(proceeding::Proceeding),
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

    /// Whether a draft is about what it looks at.
    pub(crate) fn concerns(&self, scope: &Scope<'_>) -> bool {
        self.kind().concerns(scope)
    }

    /// What it sees in a draft.
    pub fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        self.kind().hits(scope)
    }

    /// Where it declines to judge, and why.
    pub(crate) fn silences(&self, scope: &Scope<'_>) -> Vec<Silence> {
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
