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
mod term;
mod typed_number;
mod unique;

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
    ($($(#[$doc:meta])* $name:literal => $variant:ident($type:ty),)*) => {
        /// A check of one of the kinds.
        #[derive(Debug)]
        pub enum Check {
            $($(#[$doc])* $variant($type),)*
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
    "wajib" => Required(present::Required),
    /// At least one of several must be there.
    "salah_satu_ada" => AnyOf(present::AnyOf),
    /// Every member of a list has at least one of several fields.
    "wajib_salah_satu" => EachAnyOf(present::EachAnyOf),
    /// The text carries a mandatory content.
    "memuat" => Contains(contents::Contains),
    /// A value belongs to a class, or does not.
    "golongan" => Options(options::Options),
    /// A list holds all of some words.
    "memuat_semua" => ContainsAll(options::ContainsAll),
    /// A list has so many members.
    "jumlah" => Count(count::Count),
    /// A list has a member of a certain kind.
    "ada_anggota" => HasMember(members::HasMember),
    /// What a step gives comes with what the step takes.
    "kelengkapan" => Completeness(completeness::Completeness),
    /// The column heads are the official ones.
    "kolom" => Columns(columns::Columns),
    /// One date is not after another.
    "tidak_sesudah" => NotAfter(dates::NotAfter),
    /// So many working days after a date at the latest.
    "paling_lama" => Deadline(deadline::Deadline),
    /// The parts of a date agree.
    "tanggal_selaras" => DateAgrees(dates::DateAgrees),
    /// Figures and words of a number agree.
    "angka_terbilang" => Amounts(amounts::Amounts),
    /// Numbers and months in the standard spelling.
    "ejaan_lama" => Spelling(spelling::Spelling),
    /// Start and length give the end.
    "masa_berlaku" => TermAgrees(term::TermAgrees),
    /// References lead somewhere.
    "rujukan" => References(references::References),
    /// No two members are alike.
    "unik" => Unique(unique::Unique),
    /// The signature block says what the komparisi says.
    "penanda_tangan" => Signatures(signatures::Signatures),
    /// Nothing is left to be filled in.
    "residu" => Placeholder(placeholder::Placeholder),
    /// The markers of lists follow each other.
    "urutan_butir" => Order(order::Order),
    /// A text matches a pattern, or does not.
    "pola" => Matches(pattern::Matches),
    /// One of several texts speaks of something.
    "menyebut" => Mentions(mentions::Mentions),
    /// A fact is given, or the text speaks of it.
    "fakta_atau_teks" => FactOrText(facts::FactOrText),
    /// A matter is dealt with somewhere in the text.
    "diatur" => Provided(provided::Provided),
    /// Defined terms are used, and used as they were defined.
    "istilah" => Defined(defined::Defined),
    /// A party is called as it was introduced.
    "sebutan_seragam" => Label(label::Label),
    /// An original for every party.
    "rangkap" => Copies(copies::Copies),
    /// Numbers that the program makes are not typed.
    "nomor_diketik" => TypedNumber(typed_number::TypedNumber),
    /// No cited regulation has lost its standing.
    "dasar_hukum_berlaku" => InForce(legal_basis::InForce),
    /// Legal bases stand by rank and time.
    "urutan_dasar_hukum" => BasisOrder(legal_basis::BasisOrder),
    /// The name of the document is not that of the other form.
    "nama_bentuk" => FormName(form_name::FormName),
    /// Seen by the reader of drafts itself.
    "bawaan" => BuiltIn(BuiltIn),
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
#[derive(Debug, Deserialize)]
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
