//! Keys of the draft format itself: those that every kind has, and those of the shared types that
//! the program reads. What a kind calls its own fields is said by roles instead.

/// The kind of a draft.
pub(crate) const KIND: &str = "jenis";
/// Whether a key is that of the kind, or a slip of it.
pub(crate) fn is_nearly_kind(key: &str) -> bool {
    let near = |key: &str| strsim::damerau_levenshtein(&key.to_lowercase(), KIND) <= 1;
    key == KIND || (key.len() <= 2 * KIND.len() && near(key))
}
/// How far it is: draft or final.
pub(crate) const STAGE: &str = "tahap";
/// The packs that judge it.
pub(crate) const PACKS: &str = "peraturan";

/// The institution whose document it is.
pub(crate) const INSTITUTION: &str = "instansi";

/// Of a party.
pub(crate) mod party {
    /// Its level inside the institution whose document it is.
    pub(crate) const UNIT: &str = "satuan";
    /// Its group among partners.
    pub(crate) const PARTNER: &str = "mitra";
}

/// Of an article.
pub(crate) mod article {
    /// Its name for references.
    pub(crate) const NAME: &str = "nama";
    /// Its heading.
    pub(crate) const HEADING: &str = "judul";
    /// Its heading in the second language.
    pub(crate) const SECOND_HEADING: &str = "judul_kedua";
    /// Its text.
    pub(crate) const TEXT: &str = "isi";
    /// Its text in the second language.
    pub(crate) const SECOND_TEXT: &str = "isi_kedua";
    /// The mandatory contents that it carries besides its own.
    pub(crate) const CARRIES: &str = "memuat";
    /// The article that it stands behind.
    pub(crate) const AFTER: &str = "setelah";
    /// Its definitions.
    pub(crate) const DEFINITIONS: &str = "definisi";
    /// The word that a definition defines.
    pub(crate) const TERM: &str = "istilah";
    /// What the word means.
    pub(crate) const MEANING: &str = "arti";
}

/// Of a table.
pub(crate) mod table {
    /// The heads of its columns.
    pub(crate) const HEADS: &str = "kolom";
    /// Its rows.
    pub(crate) const ROWS: &str = "baris";
}

/// Of the article on the term.
pub(crate) mod term {
    /// The first day, or the event that it is.
    pub(crate) const START: &str = "mulai";
    /// The event of signing.
    pub(crate) const SIGNING: &str = "penandatanganan";
    /// The length.
    pub(crate) const LENGTH: &str = "lama";
    /// The last day.
    pub(crate) const END: &str = "berakhir";
}

/// The file of a picture.
pub(crate) const PICTURE_FILE: &str = "berkas";

/// Of the closing article: the number of originals.
pub(crate) const COPIES: &str = "rangkap";

/// Of a case file, its steps and their papers.
pub(crate) mod case {
    /// When the first step may begin.
    pub(crate) const START: &str = "mulai";
    /// When the document is signed.
    pub(crate) const SIGNING: &str = "penandatanganan";
    /// The file of an office's own days.
    pub(crate) const CALENDAR: &str = "kalender";
    /// Who plays which actor of the procedure.
    pub(crate) const PLAYERS: &str = "pelaku";
    /// The key of an actor there.
    pub(crate) const KEY: &str = "kunci";
    /// The number of a step, or of a paper.
    pub(crate) const NUMBER: &str = "nomor";
    /// When what a step works on was received.
    pub(crate) const RECEIVED: &str = "diterima";
    /// When a step was reached; the date of a paper.
    pub(crate) const REACHED: &str = "tanggal";
    /// Who acted in a step.
    pub(crate) const ACTORS: &str = "pelaksana";
    /// What was decided in it.
    pub(crate) const ANSWER: &str = "putusan";
    /// Why it does not apply.
    pub(crate) const WAIVED: &str = "dilewati";
    /// What it gave.
    pub(crate) const OUTPUTS: &str = "keluaran";
    /// What it needed.
    pub(crate) const NEEDS: &str = "kelengkapan";
    /// The name of a paper, or of somebody.
    pub(crate) const NAME: &str = "nama";
    /// The file of a paper.
    pub(crate) const FILE: &str = "berkas";
}
