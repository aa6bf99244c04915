//! The closed set of field types, and the fields that a kind or a shared type is made of.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::{capitalised, words};

/// What a field may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// A word for the program: a name, a code, a file. Never printed.
    Kata,
    /// One line of text.
    Teks,
    /// One or more paragraphs: a string, or a list of strings.
    Paragraf,
    /// Text with ayat, huruf and angka: a string with markers, or a list.
    Isi,
    /// A date; also with weekday, words and figures beside it.
    Tanggal,
    /// A length of time: `2 tahun`.
    Lama,
    /// The start of a term: `penandatanganan`, another event, or a date.
    Mulai,
    /// A date, a length of time or a free phrase.
    Waktu,
    /// Money: an amount in rupiah, or a table with `nilai`, `mata_uang`, `terbilang`.
    Uang,
    /// A whole number.
    Bilangan,
    /// How wide something is on paper: `2,2 cm`.
    Ukuran,
    /// true or false.
    YaTidak,
    /// One of the field's options.
    Pilihan,
    /// The order of the articles, with BAB groups.
    Susunan,
    /// A shared type.
    Record(String),
    /// Any number of the same; one may stand without brackets.
    Daftar(Box<Self>),
}

impl FieldType {
    /// Reads `teks`, `daftar<pihak>`, `pejabat`.
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        if let Some(inner) = text.strip_prefix("daftar<").and_then(|rest| rest.strip_suffix('>')) {
            return Self::Daftar(Box::new(Self::parse(inner)));
        }
        match text {
            "kata" => Self::Kata,
            "teks" => Self::Teks,
            "paragraf" => Self::Paragraf,
            "isi" => Self::Isi,
            "tanggal" => Self::Tanggal,
            "lama" => Self::Lama,
            "mulai" => Self::Mulai,
            "waktu" => Self::Waktu,
            "uang" => Self::Uang,
            "bilangan" => Self::Bilangan,
            "ukuran" => Self::Ukuran,
            "ya-tidak" => Self::YaTidak,
            "pilihan" => Self::Pilihan,
            "susunan" => Self::Susunan,
            record => Self::Record(record.to_owned()),
        }
    }

    /// The type of a member, for a list; else the type itself.
    pub fn member(&self) -> &Self {
        match self {
            Self::Daftar(inner) => inner,
            other => other,
        }
    }

    /// The shared type at the bottom, if there is one.
    pub fn record(&self) -> Option<&str> {
        match self {
            Self::Record(name) => Some(name),
            Self::Daftar(inner) => inner.record(),
            _ => None,
        }
    }

    /// Whether a person types sentences or names here that are printed.
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Teks | Self::Paragraf | Self::Isi)
    }

    /// What is expected here, in the words of a message.
    pub fn expectation(&self) -> String {
        match self {
            Self::Kata | Self::Teks => "teks dalam tanda petik".into(),
            Self::Paragraf => "teks, atau daftar teks".into(),
            Self::Isi => "teks dengan ayat, huruf, dan angka, atau daftar teks".into(),
            Self::Tanggal => "tanggal seperti 2026-03-02 atau \"2 Maret 2026\"".into(),
            Self::Lama => "lama waktu seperti \"2 tahun\" atau \"30 hari kerja\"".into(),
            Self::Mulai => "\"penandatanganan\", peristiwa lain, atau tanggal".into(),
            Self::Waktu => "tanggal, atau teks seperti \"Triwulan II 2026\"".into(),
            Self::Uang => "jumlah rupiah seperti 1500000, atau { nilai = …, terbilang = … }".into(),
            Self::Bilangan => "bilangan bulat".into(),
            Self::Ukuran => "ukuran seperti \"2,2 cm\" atau \"22 mm\", paling lebar 17 cm".into(),
            Self::YaTidak => "true atau false".into(),
            Self::Pilihan => "salah satu pilihan".into(),
            Self::Susunan => "daftar nama pasal, atau { bab = \"…\", pasal = […] }".into(),
            Self::Record(name) => format!("tabel {name}"),
            Self::Daftar(inner) => format!("daftar: {}", inner.expectation()),
        }
    }
}

/// A field of a kind or of a shared type, as its TOML says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The key in a draft.
    #[serde(rename = "kunci")]
    pub key: String,
    /// The type; may be left out where a kind only changes an inherited field.
    #[serde(rename = "tipe", default)]
    pub type_name: String,
    /// What to write there, for forms, editors and messages.
    #[serde(rename = "bantuan")]
    pub help: Option<String>,
    /// An example value.
    #[serde(rename = "contoh")]
    pub example: Option<String>,
    /// The options of a `pilihan`.
    #[serde(rename = "pilihan")]
    pub options: Option<Vec<String>>,
    /// What is printed for an option, where that is not its own words with a capital.
    #[serde(rename = "sebutan")]
    pub option_words: Option<BTreeMap<String, String>>,
    /// The value when the draft gives none.
    #[serde(rename = "bawaan")]
    pub default: Option<String>,
    /// Printed in capitals.
    #[serde(rename = "kapital")]
    pub capitals: Option<bool>,
    /// May be hyphenated in a narrow column.
    #[serde(rename = "penggal")]
    pub hyphenate: Option<bool>,
    /// Expected in every draft; its absence is a warning.
    #[serde(rename = "perlu")]
    pub needed: Option<bool>,
    /// The key after which it stands, where the order of the files is not the order wanted.
    #[serde(rename = "setelah")]
    pub after: Option<String>,
    /// Of an article: the usual heading.
    #[serde(rename = "judul")]
    pub heading: Option<String>,
    /// Of an article: its place among the others.
    #[serde(rename = "urutan")]
    pub order: Option<u32>,
    /// Of an article: the mandatory contents that it carries by its nature.
    #[serde(rename = "muatan")]
    pub carries: Option<Vec<String>>,
    /// Of an article: other headings under which the same content stands in real agreements.
    #[serde(rename = "padanan")]
    pub synonyms: Option<Vec<String>>,
    /// Of an article: a pattern of the words that speak of its content wherever they stand.
    #[serde(rename = "isyarat")]
    pub signs: Option<String>,
    /// Of an article: the sentences made from its facts when no text is given.
    #[serde(rename = "baku")]
    pub standard: Option<Vec<String>>,
    /// Of an article: keys whose presence makes it appear even without a text of its own.
    #[serde(rename = "hadir_bila")]
    pub implied_by: Option<Vec<String>>,
    /// Of an article: the shared type that holds its facts.
    #[serde(rename = "fakta")]
    pub facts: Option<String>,
    /// Of an article: a first line to offer when it is missing.
    #[serde(rename = "baris")]
    pub opening: Option<String>,
    /// Of a table: the official column heads.
    #[serde(rename = "kolom")]
    pub columns: Option<Vec<String>>,
    /// Of a table: relative widths of the columns.
    #[serde(rename = "lebar")]
    pub widths: Option<Vec<u32>>,
    /// The type, read once: every value of every draft asks.
    #[serde(skip)]
    parsed: OnceLock<FieldType>,
    #[serde(skip)]
    phrases: OnceLock<Vec<Vec<String>>>,
}

impl Field {
    /// The type.
    pub fn field_type(&self) -> &FieldType {
        self.parsed.get_or_init(|| FieldType::parse(&self.type_name))
    }

    /// Of an article: its usual headings, each as words.
    pub fn phrases(&self) -> &[Vec<String>] {
        self.phrases.get_or_init(|| {
            let headings = self.heading.iter().chain(self.synonyms.iter().flatten());
            headings.map(|heading| words(heading)).filter(|phrase| !phrase.is_empty()).collect()
        })
    }

    /// What is printed for an option: `nota-dinas-usulan` as "Nota dinas usulan".
    pub fn option_text(&self, option: &str) -> String {
        let given = self.option_words.as_ref().and_then(|words| words.get(option));
        given.cloned().unwrap_or_else(|| capitalised(&option.replace('-', " ")))
    }

    /// Whether this is an article of the body.
    pub fn is_article(&self) -> bool {
        self.type_name == "pasal"
    }

    /// Takes over what a later file says of the same key.
    pub fn overlay(&mut self, later: Self) {
        if !later.type_name.is_empty() {
            self.type_name = later.type_name;
            self.parsed = OnceLock::new();
        }
        self.phrases = OnceLock::new();
        macro_rules! take {
            ($($name:ident),*) => { $(if later.$name.is_some() { self.$name = later.$name; })* };
        }
        take!(
            help,
            example,
            options,
            option_words,
            default,
            capitals,
            hyphenate,
            needed,
            after,
            heading,
            order,
            carries,
            synonyms,
            signs,
            standard,
            implied_by,
            facts,
            opening,
            columns,
            widths
        );
    }
}
