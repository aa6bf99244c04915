//! The field types. A type is one file below this one and one line in the list: what it takes, what
//! it says, and how editors, forms and the interview of `naskah new` speak of it.

mod bilangan;
mod daftar;
mod isi;
mod kata;
mod lama;
mod mulai;
mod paragraf;
mod pilihan;
mod record;
mod susunan;
mod tanggal;
mod teks;
#[cfg(test)]
mod tests;
mod toml_text;
mod uang;
mod ukuran;
mod waktu;
mod ya_tidak;

use super::Field;
use super::schema::Writer;
use super::value::Typed;
use crate::source::node::Node;
use crate::wording::Bahasa;
use crate::words::{self, Phrase};

pub use record::Record;
pub(crate) use susunan::{BAB, PASAL};
pub(crate) use toml_text::quoted;

/// What a type answers. There are no default answers: a new type that leaves one out does not
/// compile.
pub(crate) trait ValueType {
    /// What is expected, in the words of a message.
    fn expectation(&self) -> Phrase;

    /// Whether a value may stand in a field, and what it says there.
    fn read(&self, field: &Field, node: &Node, language: Bahasa) -> Read;

    /// Where the values are that it holds.
    fn inside(&self, node: &Node) -> Inside<'_>;

    /// What may be looked for in it.
    fn nature(&self) -> Nature;

    /// The JSON Schema of a value, for editors.
    fn schema(&self, field: &Field, writer: &mut Writer<'_>) -> serde_json::Value;

    /// What stands in a form until somebody fills it in; `None` where no blank can stand.
    fn blank(&self, field: &Field) -> Option<Blank>;

    /// An example in one line of TOML.
    fn example(&self, field: &Field) -> String;

    /// Whether one line can answer for it, so that the interview may ask.
    fn is_asked(&self) -> bool;

    /// Why an answer of the interview cannot stand, if it cannot.
    fn objection(&self, field: &Field, answer: &str) -> Option<Phrase>;

    /// An answer that can stand, as TOML.
    fn answer(&self, answer: &str) -> String;
}

/// How a type read a value.
#[derive(Debug)]
pub(crate) struct Read {
    /// Whether it may stand there.
    pub(crate) fit: Fit,
    /// What it says, where that is more than what stands there.
    pub(crate) typed: Option<Typed>,
}

/// Whether a value may stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// It may.
    Good,
    /// It is of another type.
    Wrong,
    /// It is a word, but none of the field's options.
    NoOption,
}

impl Read {
    /// A value that says no more than its words.
    fn plain(fits: bool) -> Self {
        Self::typed(fits, None)
    }

    fn typed(fits: bool, typed: Option<Typed>) -> Self {
        Self { fit: if fits { Fit::Good } else { Fit::Wrong }, typed }
    }
}

/// Where a walk goes on below a value.
#[derive(Debug)]
pub(crate) enum Inside<'t> {
    /// Nowhere: the value is taken as a whole.
    Nothing,
    /// To the members of the list, which are of this type.
    Members(&'t FieldType),
    /// To the value itself, which stands for one of this type.
    Itself(&'t FieldType),
    /// To the keys of the table.
    Fields,
}

/// What may be looked for in the values of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nature {
    /// Sentences or names that are printed letter by letter.
    Text,
    /// A date.
    Date,
    /// A date, or the name of an event.
    Event,
    /// A length of time.
    Length,
    /// A date, a length of time, or some other phrase for when.
    Time,
    /// Figures.
    Number,
    /// A fact that no blank can stand for: a word for the program, an option, a yes or no.
    Claim,
    /// Other values, or an order of them.
    Structure,
}

/// A value of a form that is still to be filled in.
#[derive(Debug)]
pub(crate) struct Blank {
    /// TOML; of a text it may be several lines.
    pub(crate) text: String,
    /// What to write there, where the blank does not say it.
    pub(crate) hint: Option<Phrase>,
}

impl Blank {
    /// Text with a sign that something is missing.
    fn open(text: String) -> Option<Self> {
        Some(Self { text, hint: None })
    }

    /// Nothing yet, with what to write there.
    fn hint(hint: Phrase) -> Option<Self> {
        Some(Self { text: quoted(""), hint: Some(hint) })
    }

    /// Nothing yet, with the field's example or that of its type.
    fn like(field: &Field, usual: &str) -> Option<Self> {
        Self::hint(words::form::for_example(field.example.as_deref().unwrap_or(usual)))
    }
}

macro_rules! types {
    ($($(#[$doc:meta])* $name:literal => $variant:ident($home:expr),)*) => {
        /// What a field may hold.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum FieldType {
            $($(#[$doc])* $variant,)*
            /// A shared type.
            Record(Record),
            /// Any number of the same; one may stand without brackets.
            Daftar(Box<Self>),
        }

        impl FieldType {
            /// The names of the types that are no shared ones.
            pub(crate) const NAMES: &[&str] = &[$($name),*];

            /// Reads `teks`, `daftar<pihak>`, `pejabat`.
            pub(crate) fn parse(text: &str) -> Self {
                let text = text.trim();
                let inner = text.strip_prefix("daftar<").and_then(|rest| rest.strip_suffix('>'));
                match (inner, text) {
                    (Some(inner), _) => Self::Daftar(Box::new(Self::parse(inner))),
                    $((None, $name) => Self::$variant,)*
                    (None, record) => Self::Record(Record::named(record)),
                }
            }

            /// Where a type answers for itself.
            pub(crate) fn home(&self) -> &dyn ValueType {
                match self {
                    $(Self::$variant => &$home,)*
                    Self::Record(record) => record,
                    Self::Daftar(inner) => inner,
                }
            }
        }
    };
}

types! {
    /// A word for the program: a name, a code, a file. Never printed.
    "kata" => Kata(kata::Kata),
    /// One line of text.
    "teks" => Teks(teks::Teks),
    /// One or more paragraphs: a string, or a list of strings.
    "paragraf" => Paragraf(paragraf::Paragraf),
    /// Text with ayat, huruf and angka: a string with markers, or a list.
    "isi" => Isi(isi::Isi),
    /// A date; also with weekday, words and figures beside it.
    "tanggal" => Tanggal(tanggal::Tanggal),
    /// A length of time: `2 tahun`.
    "lama" => Lama(lama::Lama),
    /// The start of a term: `penandatanganan`, another event, or a date.
    "mulai" => Mulai(mulai::Mulai),
    /// A date, a length of time or a free phrase.
    "waktu" => Waktu(waktu::Waktu),
    /// Money: an amount in rupiah, or a table with `nilai`, `mata_uang`, `terbilang`.
    "uang" => Uang(uang::Uang),
    /// A whole number.
    "bilangan" => Bilangan(bilangan::Bilangan),
    /// How wide something is on paper: `2,2 cm`.
    "ukuran" => Ukuran(ukuran::Ukuran),
    /// true or false.
    "ya-tidak" => YaTidak(ya_tidak::YaTidak),
    /// One of the field's options.
    "pilihan" => Pilihan(pilihan::Pilihan),
    /// The order of the articles, with BAB groups.
    "susunan" => Susunan(susunan::Susunan),
}

impl FieldType {
    /// The type of a member, for a list; else the type itself.
    pub(crate) fn member(&self) -> &Self {
        match self {
            Self::Daftar(inner) => inner,
            other => other,
        }
    }

    /// The shared type at the bottom, if there is one.
    pub(crate) fn record(&self) -> Option<&Record> {
        match self {
            Self::Record(record) => Some(record),
            Self::Daftar(inner) => inner.record(),
            _ => None,
        }
    }

    /// Whether a person types sentences or names here that are printed.
    pub(crate) fn is_text(&self) -> bool {
        self.home().nature() == Nature::Text
    }
}
