//! A field's value as it prints, by the field's type.

use ecow::EcoString;
use serde::{Serialize, Serializer};

use super::Maker;
use super::annex::Annex;
use super::basis::Basis;
use super::block::Block;
use super::date::DateWords;
use super::party::Party;
use super::picture::Picture;
use super::run::Runs;
use super::table::Table;
use super::words::Setting;
use crate::draft::body::Body;
use crate::draft::value;
use crate::kind::{Field, FieldType, Record as Shared, Role};
use crate::source::node::{Node, Value as Given};
use crate::wording;

/// What a field prints.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Value {
    /// Not given, or of another type than the field.
    Nothing,
    /// A word for the program, such as a choice; never printed as it stands.
    Code(String),
    /// One paragraph.
    Text(Runs),
    /// Several paragraphs.
    Paragraphs {
        /// Each of them.
        #[serde(rename = "p")]
        all: Vec<Runs>,
    },
    /// A text with ayat, huruf and angka.
    Body(Vec<Block>),
    /// A date in words and figures.
    Date(Box<DateWords>),
    /// A length of time: `2 (dua) tahun`.
    Term {
        /// In words.
        #[serde(rename = "panjang")]
        words: String,
    },
    /// An amount of money.
    Money {
        /// `Rp1.500.000,00`
        #[serde(rename = "angka")]
        figures: Runs,
        /// The figures with the words behind them.
        #[serde(rename = "panjang")]
        long: Runs,
    },
    /// A whole number.
    Number(i64),
    /// A width on paper: `2.200cm`.
    Width(String),
    /// Yes or no.
    Truth(bool),
    /// Any number of the same.
    List(Vec<Self>),
    /// A shared type without a form of its own.
    Record(Record),
    /// A picture.
    Picture(Picture),
    /// A citation.
    Basis(Basis),
    /// A table.
    Table(Table),
    /// A party.
    Party(Box<Party>),
    /// An annex.
    Annex(Annex),
}

impl Value {
    /// Whether there is nothing to print.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(runs) => runs.is_empty(),
            Self::List(members) => members.is_empty(),
            _ => false,
        }
    }
}

/// The fields of a table of the draft under their own keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Record(Vec<(EcoString, Value)>);

impl Record {
    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// Keys and values in the order of the kind.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }
}

impl<K: Into<EcoString>> FromIterator<(K, Value)> for Record {
    fn from_iter<I: IntoIterator<Item = (K, Value)>>(entries: I) -> Self {
        Self(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl Maker<'_> {
    /// The fields at the root that print by themselves.
    pub(super) fn fields(&self) -> Record {
        let fields = self.draft.kind.fields.iter().filter(|field| !self.is_elsewhere(field));
        fields.map(|field| (field.key.as_str(), self.root_field(field))).collect()
    }

    /// Whether a field at the root is printed by the articles, the long table or the flow chart.
    fn is_elsewhere(&self, field: &Field) -> bool {
        let free = self.draft.kind.free_articles().is_some_and(|free| free.key == field.key);
        let of_flow = matches!(
            field.role,
            Some(Role::Pelaku | Role::Alur | Role::AlurBawaan | Role::Rangkaian)
        );
        ((field.is_article() || free) && self.draft.outline_kind())
            || self.is_of_rows(field)
            || of_flow
    }

    fn root_field(&self, field: &Field) -> Value {
        match field.role {
            Some(Role::Pihak) => self.parties(field),
            Some(Role::Dasar) => self.bases(field),
            Some(Role::Lampiran) => self.annexes(field),
            Some(Role::Prosedur) => or_nothing(self.case, |case| {
                let (name, source) = (&case.procedure.name, &case.procedure.source);
                Value::Text(Runs::words(format!("{name} ({source})")))
            }),
            _ => self.field(field, self.draft.root.get(&field.key)),
        }
    }

    /// The value of a field, or its default, or nothing.
    pub(super) fn field(&self, field: &Field, node: Option<&Node>) -> Value {
        match (node, &field.default) {
            (Some(node), _) => self.value(field, field.field_type(), node),
            (None, Some(text)) if field.field_type().is_text() => {
                Value::Text(self.runs(text, setting(field)))
            }
            (None, Some(text)) => Value::Code(text.clone()),
            (None, None) => Value::Nothing,
        }
    }

    /// A value as its type shows it.
    pub(super) fn value(&self, field: &Field, kind: &FieldType, node: &Node) -> Value {
        if node.is_empty() && !matches!(kind, FieldType::Teks) {
            return Value::Nothing;
        }
        match kind {
            FieldType::Kata | FieldType::Pilihan => {
                or_nothing(node.str(), |text| Value::Code(text.to_owned()))
            }
            FieldType::Teks => {
                or_nothing(node.str(), |text| Value::Text(self.runs(text, setting(field))))
            }
            FieldType::Paragraf => self.paragraphs(node, setting(field)),
            FieldType::Isi => self.body(&Body::read(node), setting(field)),
            FieldType::Tanggal => or_nothing(value::date(node), |date| {
                Value::Date(Box::new(DateWords::new(date, self.language)))
            }),
            FieldType::Waktu | FieldType::Mulai => self.moment(node, setting(field)),
            FieldType::Lama => or_nothing(value::term(node), |term| Value::Term {
                words: term.words(self.language),
            }),
            FieldType::Uang => self.money(node, setting(field)),
            FieldType::Bilangan => or_nothing(value::integer(node), Value::Number),
            FieldType::Ukuran => {
                or_nothing(value::size(node), |size| Value::Width(format!("{size:.3}cm")))
            }
            FieldType::YaTidak => match node.value {
                Given::Bool(truth) => Value::Truth(truth),
                _ => Value::Nothing,
            },
            FieldType::Susunan => Value::Nothing,
            FieldType::Daftar(inner) => self.list(field, inner, node),
            FieldType::Record(record) => self.record(field, record, node),
        }
    }

    fn list(&self, field: &Field, inner: &FieldType, node: &Node) -> Value {
        Value::List(node.members().iter().map(|one| self.value(field, inner, one)).collect())
    }

    fn record(&self, field: &Field, record: &Shared, node: &Node) -> Value {
        match record {
            Shared::Picture => Value::Picture(self.picture(field, node)),
            Shared::LegalBasis => Value::Basis(self.basis(field, node)),
            Shared::Annex => Value::Annex(self.annex(field, node)),
            Shared::Table => Value::Table(self.table(node)),
            Shared::Article | Shared::Other(_) => {
                Value::Record(self.entries(field, node, |_| true))
            }
        }
    }

    /// The fields of a shared type that are wanted.
    pub(super) fn entries(
        &self,
        field: &Field,
        node: &Node,
        wanted: impl Fn(&str) -> bool,
    ) -> Record {
        let fields = self.draft.kind.record_fields(field).filter(|inner| wanted(&inner.key));
        fields.map(|inner| (inner.key.as_str(), self.field(inner, node.get(&inner.key)))).collect()
    }

    fn money(&self, node: &Node, setting: Setting) -> Value {
        or_nothing(value::money(node, self.language), |money| Value::Money {
            figures: self.runs(&money.figures(self.language), setting),
            long: self.runs(&money.long(self.language), setting),
        })
    }

    /// A date in words, or the phrase that stands for one.
    pub(super) fn moment(&self, node: &Node, setting: Setting) -> Value {
        match (&node.value, value::date(node)) {
            (Given::Datetime(_), Some(date)) => {
                Value::Text(Runs::words(wording::date_long(date, self.language)))
            }
            (Given::String(text), _) => Value::Text(self.runs(text, setting)),
            _ => Value::Nothing,
        }
    }

    fn body(&self, body: &Body, setting: Setting) -> Value {
        if body.blocks.is_empty() {
            return Value::Nothing;
        }
        Value::Body(self.blocks(&body.blocks, setting))
    }
}

fn or_nothing<T>(given: Option<T>, make: impl FnOnce(T) -> Value) -> Value {
    given.map_or(Value::Nothing, make)
}

/// How a field's texts are set.
pub(super) fn setting(field: &Field) -> Setting {
    Setting { capitals: field.capitals == Some(true), ..Setting::default() }
}
