//! The fields that a kind or a shared type is made of.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Deserialize;

use super::evidence::{Evidence, Sign};
use super::file_schema::TypeName;
use super::role::Role;
use super::types::{FieldType, Record};
use crate::text::{capitalised, words};
use crate::wording::Bahasa;
use crate::words::{Phrase, Translated};

/// A field of a kind or of a shared type, as its TOML says.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Sebuah bidang.")]
pub struct Field {
    /// The key in a draft.
    #[schemars(description = "Kuncinya di dalam draf.")]
    #[serde(rename = "kunci")]
    pub key: String,
    /// The type; may be left out where a kind only changes an inherited field.
    #[schemars(
        description = "Jenis isinya; boleh tidak ada bila hanya mengubah bidang yang diwarisi.",
        with = "TypeName"
    )]
    #[serde(rename = "tipe", default)]
    pub(crate) type_name: String,
    /// What it means to the program.
    #[schemars(description = "Artinya bagi program.")]
    #[serde(rename = "peran")]
    pub(crate) role: Option<Role>,
    /// Names and titles that are given as those write them who bear them: no word in it is a slip.
    #[schemars(
        description = "Nama dan gelar yang ditulis sebagaimana pemiliknya menulisnya: ejaannya tidak diperiksa."
    )]
    #[serde(rename = "dikutip")]
    pub(crate) quoted: Option<bool>,
    /// Of an article: matters of all sorts may stand in it.
    #[schemars(description = "Pada pasal: boleh memuat hal-hal yang bermacam-macam.")]
    #[serde(rename = "campuran")]
    pub(crate) of_all_sorts: Option<bool>,
    /// What to write there, for forms, editors and messages.
    #[schemars(description = "Apa yang ditulis di situ; tampak pada formulir, editor, dan pesan.")]
    #[serde(rename = "bantuan")]
    pub(crate) help: Option<Translated>,
    /// An example value.
    #[schemars(description = "Contoh isinya.")]
    #[serde(rename = "contoh")]
    pub(crate) example: Option<String>,
    /// The options of a `pilihan`.
    #[schemars(description = "Pilihan sebuah bidang bertipe pilihan.")]
    #[serde(rename = "pilihan")]
    pub options: Option<Vec<String>>,
    /// What is printed for an option, where that is not its own words with a capital.
    #[schemars(description = "Yang dicetak bagi suatu pilihan, bila bukan katanya sendiri.")]
    #[serde(rename = "sebutan")]
    pub(crate) option_words: Option<BTreeMap<String, String>>,
    /// The value when the draft gives none.
    #[schemars(description = "Isinya bila draf tidak menyebut apa pun.")]
    #[serde(rename = "bawaan")]
    pub(crate) default: Option<String>,
    /// Printed in capitals.
    #[schemars(description = "Dicetak dengan huruf kapital.")]
    #[serde(rename = "kapital")]
    pub(crate) capitals: Option<bool>,
    /// May be hyphenated in a narrow column.
    #[schemars(description = "Boleh dipenggal dalam kolom sempit.")]
    #[serde(rename = "penggal")]
    pub(crate) hyphenate: Option<bool>,
    /// Expected in every draft; its absence is a warning.
    #[schemars(description = "Diharapkan pada tiap draf; bila tidak ada, peringatan.")]
    #[serde(rename = "perlu")]
    pub(crate) needed: Option<bool>,
    /// The key after which it stands, where the order of the files is not the order wanted.
    #[schemars(
        description = "Kunci yang mendahuluinya, bila urutan berkas bukan urutan yang dikehendaki."
    )]
    #[serde(rename = "setelah")]
    pub(crate) after: Option<String>,
    /// Of an article: the usual heading.
    #[schemars(description = "Pada pasal: judul yang lazim.")]
    #[serde(rename = "judul")]
    pub(crate) heading: Option<String>,
    /// Of an article: its place among the others.
    #[schemars(description = "Pada pasal: tempatnya di antara pasal lain.")]
    #[serde(rename = "urutan")]
    pub(crate) order: Option<u32>,
    /// Of an article: the mandatory contents that it carries by its nature.
    #[schemars(description = "Pada pasal: muatan wajib yang dengan sendirinya dimuatnya.")]
    #[serde(rename = "muatan")]
    pub(crate) carries: Option<Vec<String>>,
    /// Of an article: other headings under which the same content stands in real agreements.
    #[schemars(description = "Pada pasal: judul lain yang lazim bagi muatan yang sama.")]
    #[serde(rename = "padanan")]
    pub(crate) synonyms: Option<Vec<String>>,
    /// Of an article: a pattern of the words that speak of its content wherever they stand.
    #[schemars(
        description = "Pada pasal: pola kata yang membicarakan muatannya di mana pun tempatnya."
    )]
    #[serde(rename = "isyarat")]
    pub(crate) signs: Option<Sign>,
    /// Of an article: what its text must say to carry its content.
    #[schemars(
        description = "Pada pasal: apa yang harus dikatakan teksnya supaya muatannya termuat."
    )]
    #[serde(rename = "bukti")]
    pub(crate) evidence: Option<Evidence>,
    /// Of an article: a text that goes on with an earlier one must say its content itself.
    #[schemars(
        description = "Pada pasal: teks yang meneruskan teks lama harus mengatakan muatannya sendiri."
    )]
    #[serde(rename = "sendiri")]
    pub(crate) said_itself: Option<bool>,
    /// Of an article: the sentences made from its facts when no text is given.
    #[schemars(description = "Pada pasal: kalimat dari faktanya bila draf tidak memberi teks.")]
    #[serde(rename = "baku")]
    pub(crate) standard: Option<Vec<String>>,
    /// Of an article: keys whose presence makes it appear even without a text of its own.
    #[schemars(description = "Pada pasal: kunci yang membuatnya ada walau tanpa teks sendiri.")]
    #[serde(rename = "hadir_bila")]
    pub(crate) implied_by: Option<Vec<String>>,
    /// Of an article: the shared type that holds its facts.
    #[schemars(description = "Pada pasal: jenis tabel yang memuat faktanya.")]
    #[serde(rename = "fakta")]
    pub(crate) facts: Option<String>,
    /// Of an article: a first line to offer when it is missing.
    #[schemars(description = "Pada pasal: baris pertama yang ditawarkan bila ia tidak ada.")]
    #[serde(rename = "baris")]
    pub(crate) opening: Option<String>,
    /// Of a table: the official column heads.
    #[schemars(description = "Pada tabel: kepala kolom resmi.")]
    #[serde(rename = "kolom")]
    pub(crate) columns: Option<Vec<String>>,
    /// Of a table: relative widths of the columns.
    #[schemars(description = "Pada tabel: lebar nisbi kolom.")]
    #[serde(rename = "lebar")]
    pub(crate) widths: Option<Vec<u32>>,
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
    pub(crate) fn phrases(&self) -> &[Vec<String>] {
        self.phrases.get_or_init(|| {
            let headings = self.heading.iter().chain(self.synonyms.iter().flatten());
            headings.map(|heading| words(heading)).filter(|phrase| !phrase.is_empty()).collect()
        })
    }

    /// What to write there, for whoever writes documents of a language.
    pub fn help_in(&self, language: Bahasa) -> Option<&str> {
        self.help.as_ref().map(|help| help.text(language.into()))
    }

    /// What is printed for an option: `nota-dinas-usulan` as "Nota dinas usulan".
    pub(crate) fn option_text(&self, option: &str) -> String {
        let given = self.option_words.as_ref().and_then(|words| words.get(option));
        given.cloned().unwrap_or_else(|| capitalised(&option.replace('-', " ")))
    }

    /// A word that may stand here: the example, else what holds when nothing is said, else an option.
    pub(crate) fn example_or_option(&self) -> &str {
        let option = self.options.iter().flatten().next();
        let word = self.example.as_ref().or(self.default.as_ref()).or(option);
        word.map_or("…", String::as_str)
    }

    /// Why an answer of the interview cannot stand here, if it cannot.
    pub(crate) fn objection(&self, answer: &str) -> Option<Phrase> {
        self.field_type().home().objection(self, answer)
    }

    /// Whether this is an article of the body.
    pub(crate) fn is_article(&self) -> bool {
        *self.field_type() == FieldType::Record(Record::Article)
    }

    /// Takes over what a later file says of the same key.
    pub(crate) fn overlay(&mut self, later: Self) {
        if !later.type_name.is_empty() {
            self.type_name = later.type_name;
            self.parsed = OnceLock::new();
        }
        self.phrases = OnceLock::new();
        macro_rules! take {
            ($($name:ident),*) => { $(if later.$name.is_some() { self.$name = later.$name; })* };
        }
        take!(
            role,
            quoted,
            of_all_sorts,
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
            evidence,
            said_itself,
            standard,
            implied_by,
            facts,
            opening,
            columns,
            widths
        );
    }
}
