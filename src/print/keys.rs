//! The keys of shared types that the print tree knows by name, all of them. What stands at the root of
//! a draft it finds by role.

/// The column heads of a long table, at the root of its draft.
pub(super) const HEADS: &str = "kolom";

/// An article.
pub(super) mod article {
    pub(crate) const SECOND_HEADING: &str = "judul_kedua";
    pub(crate) const SECOND_TEXT: &str = "isi_kedua";
    pub(crate) const DEFINITIONS: &str = "definisi";
    pub(crate) const TERM: &str = "istilah";
    pub(crate) const MEANING: &str = "arti";
    pub(crate) const TABLES: &str = "tabel";
    pub(crate) const ACCOUNTS: &str = "rekening";
    pub(crate) const UNITS: &str = "pelaksana";
    pub(crate) const UNIT_COLUMNS: [&str; 3] = ["pihak", "unit", "tugas"];
}

/// A step of a procedure, and who acts in it.
pub(super) mod step {
    pub(crate) const TITLE: &str = "judul";
    pub(crate) const KNOWN: &str = "prosedur";
    pub(crate) const STEPS: &str = "langkah";
    pub(crate) const KEY: &str = "kunci";
    pub(crate) const NAME: &str = "nama";
    pub(crate) const NUMBER: &str = "nomor";
    pub(crate) const STAGE: &str = "tahap";
    pub(crate) const ACTORS: &str = "pelaku";
    pub(crate) const ACTIVITY: &str = "kegiatan";
    pub(crate) const NEEDS: &str = "kelengkapan";
    pub(crate) const BROUGHT: &str = "dari_luar";
    pub(crate) const TIME: &str = "waktu";
    pub(crate) const OUTPUTS: &str = "keluaran";
    pub(crate) const REMARKS: &str = "keterangan";
    pub(crate) const PROCESS: &str = "proses";
    pub(crate) const CONSULTED: &str = "dirujuk";
    pub(crate) const REFERENCES: &str = "rujukan";
    pub(crate) const DECISIONS: &str = "putusan";
    pub(crate) const ANSWER: &str = "jawab";
    pub(crate) const TO: &str = "ke";
}

/// A party.
pub(super) mod party {
    pub(crate) const LABEL: &str = "sebutan";
    pub(crate) const INSTITUTION: &str = "lembaga";
    pub(crate) const TITLE_NAME: &str = "nama_judul";
    pub(crate) const NUMBER: &str = "nomor";
    pub(crate) const GROUP: &str = "kelompok";
    pub(crate) const ADDRESS: &str = "alamat";
    pub(crate) const APPEARANCE: &str = "komparisi";
    pub(crate) const IDENTITY: &str = "identitas";
    pub(crate) const NAME: &str = "nama";
    pub(crate) const TEXT: &str = "isi";
    pub(crate) const OFFICIALS: &str = "pejabat";
    pub(crate) const POST: &str = "jabatan";
    pub(crate) const ACTING: &str = "bertindak";
    pub(crate) const AUTHORITY: &str = "kewenangan";
    pub(crate) const POWER: &str = "kuasa";
    pub(crate) const CONTACT: &str = "kontak";
    pub(crate) const ACCOUNTS: &str = "rekening";
}

/// An address, and a bank account.
pub(super) mod contact {
    pub(crate) const ATTENTION: &str = "up";
    pub(crate) const ADDRESS: &str = "alamat";
    pub(crate) const TELEPHONE: &str = "telepon";
    pub(crate) const FACSIMILE: &str = "faksimile";
    pub(crate) const MAIL: &str = "surel";
    pub(crate) const SITE: &str = "situs";
    pub(crate) const BANK: &str = "bank";
    pub(crate) const NUMBER: &str = "nomor";
    pub(crate) const HOLDER: &str = "atas_nama";
}

/// A citation.
pub(super) mod basis {
    pub(crate) const TEXT: &str = "teks";
    pub(crate) const KIND: &str = "jenis";
    pub(crate) const NUMBER: &str = "nomor";
    pub(crate) const YEAR: &str = "tahun";
    pub(crate) const DATE: &str = "tanggal";
    pub(crate) const SUBJECT: &str = "tentang";
    pub(crate) const GAZETTE: &str = "pengundangan";
    pub(crate) const CHANGES: &str = "perubahan";
}

/// A table, an annex, a picture.
pub(super) mod part {
    pub(crate) const HEADING: &str = "judul";
    pub(crate) const HEADS: &str = "kolom";
    pub(crate) const ROWS: &str = "baris";
    pub(crate) const WIDTHS: &str = "lebar";
    pub(crate) const TEXT: &str = "isi";
    pub(crate) const TABLES: &str = "tabel";
    pub(crate) const LANDSCAPE: &str = "mendatar";
    pub(crate) const FILE: &str = "berkas";
}

/// A planned activity.
pub(super) mod activity {
    pub(crate) const NAME: &str = "nama";
    pub(crate) const START: &str = "mulai";
    pub(crate) const END: &str = "selesai";
    pub(crate) const PLACE: &str = "lokasi";
    pub(crate) const RESPONSIBLE: &str = "penanggung_jawab";
    pub(crate) const BUDGET: &str = "anggaran";
    pub(crate) const NOTE: &str = "keterangan";
}
