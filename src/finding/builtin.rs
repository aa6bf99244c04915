//! The defects that no check of a pack looks for: the reader of drafts and the engine meet them on
//! their way. How grave each is, what is said of it and what shows it stands in the pack `bentuk`.

use super::{Hit, RuleId};

/// The pack of the format of drafts, by which every draft is judged.
pub const FORMAT: &str = "bentuk";

/// A defect with its place, before its rule says how grave it is.
pub type Fault = (Builtin, Hit);

macro_rules! builtins {
    ($($(#[$doc:meta])* $variant:ident = $code:literal gives [$($word:literal),*];)*) => {
        /// A defect that Rust itself reports. Each has a rule of its code in the pack `bentuk`, and
        /// each rule there whose check is `bawaan` has one of these; tests hold both.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Builtin {
            $($(#[$doc])* $variant,)*
        }

        impl Builtin {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The code of its rule.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The placeholders that its rule may use: each of its hits has a word for all of them.
            pub(crate) const fn words(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($word),*],)* }
            }
        }
    };
}

builtins! {
    /// A line that is no TOML.
    Syntax = "toml-tidak-sah" gives ["kesalahan", "perbaikan"];
    /// The draft does not say of which kind it is.
    KindMissing = "jenis-tidak-disebut" gives ["baris", "cara"];
    /// It is of a kind that does not exist.
    KindUnknown = "jenis-tidak-dikenal" gives ["boleh", "nilai"];
    /// A key that its kind does not have.
    KeyUnknown = "kunci-tidak-dikenal" gives ["kunci", "maksud"];
    /// A value of another type than its field's.
    TypeMismatch = "tipe-tidak-cocok" gives ["bidang", "cara", "harapan", "nyata"];
    /// A value that is none of its field's options.
    OptionUnknown = "pilihan-tidak-dikenal" gives ["bidang", "boleh", "nilai"];
    /// A character that prints nothing.
    ControlCharacter = "karakter-kendali" gives ["kode"];
    /// A character that no embedded font holds.
    CharacterWithoutFont = "karakter-tanpa-huruf" gives ["kode"];
    /// More marks on one letter than can be set.
    PiledMarks = "tanda-bertumpuk" gives ["kode"];
    /// Something in braces that was meant for a mark of the inline syntax and is none.
    MarkUnread = "tanda-tidak-terbaca" gives ["maksud", "tanda"];
    /// What looks like the marker of an item and is not read as one.
    MarkerUnread = "penanda-tidak-terbaca" gives ["penanda"];
    /// A reference by name that leads nowhere.
    ReferenceLost = "rujukan-nama-tidak-ada" gives ["maksud", "rujukan"];
    /// A row of a table with fewer or more cells than its table has columns.
    RowLength = "panjang-baris" gives ["kolom", "sel"];
    /// A field that every draft of the kind fills, or a blank of a form that nobody filled.
    Blank = "isian-belum-diisi" gives ["bantuan", "baris", "bidang"];
    /// A picture that cannot be printed.
    Picture = "gambar-tidak-dapat-dicetak" gives ["kesalahan", "perbaikan"];
    /// The procedure or the calendar of a case file cannot be used.
    ProcedureUnknown = "prosedur-tidak-dapat-dipakai" gives ["kesalahan", "perbaikan"];
    /// A document that a case file names cannot be read.
    DocumentUnread = "dokumen-tidak-terbaca" gives ["kesalahan", "perbaikan"];
    /// A draft that a case file names has errors.
    DocumentFaulty = "dokumen-bergalat" gives ["berkas", "jumlah", "pertama"];
    /// `susunan` names an article that is not there.
    OrderUnknown = "susunan-tidak-dikenal" gives ["nama"];
    /// `susunan` leaves an article out.
    OrderIncomplete = "susunan-tidak-lengkap" gives ["nama"];
    /// Two articles of one name.
    ArticleTwice = "nama-pasal-ganda" gives ["nama"];
    /// An exception that gives no reason.
    ExceptionWithoutReason = "pengecualian-tanpa-alasan" gives ["kode"];
    /// An exception for what was not read.
    ExceptionForbidden = "kesalahan-baca-dikecualikan" gives ["kode"];
    /// An exception that takes no finding.
    ExceptionUnused = "pengecualian-tidak-terpakai" gives ["kode"];
    /// The draft names a regulation that does not exist.
    PackUnknown = "peraturan-tidak-dikenal" gives ["maksud", "nilai"];
    /// An exception names a rule that does not exist.
    RuleUnknown = "aturan-tidak-dikenal" gives ["kode"];
    /// The regulation was not in force on the day of the draft.
    PackNotYet = "peraturan-belum-berlaku" gives ["berlaku", "pendahulu", "peraturan", "tanggal"];
    /// The draft names a regulation that governs documents of none of those behind it.
    PackMisfit = "peraturan-bukan-milik-pihak" gives ["peraturan", "pihak"];
    /// The draft does not name the regulation that governs it.
    PackBypassed = "peraturan-instansi-tidak-disebut" gives ["akibat", "pihak", "seharusnya"];
    /// Another regulation had taken its place on that day.
    PackReplaced = "peraturan-sudah-diganti"
        gives ["bagi", "pengganti", "peraturan", "sejak", "tanggal"];
}

impl Builtin {
    /// The one whose rule has this name, if it is the name of one.
    pub fn named(rule: &RuleId) -> Option<Self> {
        let of_format = rule.pack == FORMAT;
        Self::ALL.iter().copied().find(|one| of_format && one.code() == rule.code)
    }

    /// Whether no regulation can judge a text that has it: the text is broken, or of no known kind.
    pub(crate) fn bars_judging(self) -> bool {
        matches!(self, Self::Syntax | Self::KindMissing | Self::KindUnknown)
    }

    /// Whether a draft that has it is judged in part at most. Counted as known in a baseline it would
    /// hide every other finding.
    pub(crate) fn hides_others(self) -> bool {
        self.bars_judging() || self == Self::PackUnknown
    }

    /// Whether a draft that has it is not whole on any page: what it speaks of was not read. In a finished
    /// draft that is also a key that nobody knows, with everything under it.
    pub(crate) fn leaves_out(self, finished: bool) -> bool {
        self.hides_others() || (finished && self == Self::KeyUnknown)
    }

    /// Whether no selection, level or exception takes it away: what it speaks of is not printed, or not
    /// as it was meant, so that nobody would know. That is a value of another type too; in a finished
    /// draft also a reference that leads nowhere, and cells for which a table has no column.
    pub(crate) fn always_stands(self, finished: bool) -> bool {
        let in_the_end = matches!(self, Self::ReferenceLost | Self::RowLength);
        self.leaves_out(finished) || self == Self::TypeMismatch || (finished && in_the_end)
    }

    /// Whether it is left unsaid where a regulation speaks of the same field.
    pub(crate) fn yields_to_regulations(self) -> bool {
        self == Self::Blank
    }

    /// Whether it is no news where a syntax fault is told: it speaks of what was read instead.
    pub(crate) fn follows_from_syntax(self) -> bool {
        matches!(self, Self::Blank | Self::TypeMismatch | Self::KeyUnknown)
    }

    /// Whether it is no news of a text with syntax faults, whose tree has holes.
    pub(crate) fn may_be_a_hole(self) -> bool {
        matches!(self, Self::Blank | Self::TypeMismatch | Self::ReferenceLost | Self::RowLength)
    }
}
