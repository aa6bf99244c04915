//! `jenis.toml` and the files that kinds share, as they are written.

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::file_schema::language;
use super::{Field, KindFault};
use crate::assets;
use crate::source::{SourceFile, Span, syntax};
use crate::words::{self, Phrase};

/// A file of `templates/`: one of ours, or one that an office laid over it.
#[derive(Clone, Debug)]
pub(super) enum TemplateFile {
    /// Ours, by its text.
    Embedded(&'static str),
    /// An office's, under the name that the office gave.
    Office(SourceFile),
}

impl TemplateFile {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Embedded(text) => text,
            Self::Office(file) => file.text(),
        }
    }

    /// The file for messages; `path` counts from `templates/`.
    pub(super) fn source(&self, path: &str) -> SourceFile {
        match self {
            Self::Embedded(text) => SourceFile::new(format!("templates/{path}"), *text),
            Self::Office(file) => file.clone(),
        }
    }
}

/// A `jenis.toml`; of a file that kinds share only `bidang` and `tipe` count.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(
    description = "Sebuah jenis naskah: bidangnya, jenis bidang bersamanya, dan nama berkas hasilnya."
)]
pub(super) struct KindFile {
    #[schemars(description = "Sama dengan nama foldernya.")]
    pub(crate) jenis: String,
    #[schemars(description = "Nama jenis naskah ini bagi pembaca.")]
    pub(crate) nama: String,
    #[schemars(description = "Bahasa naskahnya.", schema_with = "language")]
    pub(crate) bahasa: String,
    #[schemars(
        description = "Rumpunnya; bidang di _bersama/<rumpun>.toml menjadi bidangnya juga."
    )]
    pub(crate) rumpun: Option<String>,
    /// Families whose fields it has without belonging to them.
    #[schemars(
        description = "Rumpun lain yang bidangnya dipakai bersama tanpa menjadi anggotanya."
    )]
    pub(crate) berbagi: Vec<String>,
    #[schemars(description = "Tingkat kerja sama yang tetap bagi jenis ini: utama atau teknis.")]
    pub(crate) tingkat: Option<String>,
    #[schemars(
        description = "id peraturan yang menilai drafnya bila draf tidak menyebut yang lain."
    )]
    pub(crate) peraturan: Vec<String>,
    #[schemars(description = "Nama berkas hasil tanpa akhiran; {bidang} diganti isi bidang itu.")]
    pub(crate) keluaran: String,
    #[schemars(description = "Bidang-bidangnya, menurut urutan formulir.")]
    pub(crate) bidang: Vec<Field>,
    #[schemars(description = "Jenis bidang berupa tabel, yang dipakai bersama.")]
    pub(crate) tipe: Vec<RecordFile>,
}

/// A shared type.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(
    description = "Sebuah tabel dengan bidang-bidangnya, yang disebut dengan namanya pada `tipe`."
)]
pub(super) struct RecordFile {
    #[schemars(description = "Namanya.")]
    pub(crate) nama: String,
    #[schemars(description = "Bidang-bidangnya.")]
    #[serde(default)]
    pub(crate) bidang: Vec<Field>,
}

/// The head of a `jenis.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct Head {
    pub(super) nama: String,
    pub(super) rumpun: Option<String>,
    pub(super) tingkat: Option<String>,
}

/// Reads the head of one of our files alone; `path` counts from `templates/`.
pub(super) fn head(path: &str, file: &TemplateFile) -> Option<Head> {
    let ready = matches!(file, TemplateFile::Embedded(_));
    ready.then(|| assets::read(&format!("templates/{path}"))).flatten()
}

/// Reads a file; `path` counts from `templates/`.
///
/// # Errors
/// Every fault of its shape, in the order of the text.
pub(super) fn read(path: &str, file: &TemplateFile) -> Result<KindFile, Vec<KindFault>> {
    // What an office put in its place is read as it stands, and so is one of ours with a fault.
    let ready = matches!(file, TemplateFile::Embedded(_));
    if let Some(read) = ready.then(|| assets::read(&format!("templates/{path}"))).flatten() {
        return Ok(read);
    }
    let file = file.source(path);
    let mut pieces = Pieces { file: &file, faults: Vec::new() };
    match (pieces.file(), pieces.faults) {
        (Some(read), faults) if faults.is_empty() => Ok(read),
        (_, mut faults) => {
            faults.sort_by_key(|fault| fault.span.start);
            Err(faults)
        }
    }
}

/// Reads a file piece by piece, so that one bad field hides no other.
struct Pieces<'a> {
    file: &'a SourceFile,
    faults: Vec<KindFault>,
}

impl Pieces<'_> {
    fn file(&mut self) -> Option<KindFile> {
        let (table, errors) = DeTable::parse_recoverable(self.file.text());
        errors.iter().for_each(|error| self.error(error));
        if !errors.is_empty() {
            return None;
        }
        let span = table.span();
        let mut table = table.into_inner();
        let bidang = self.fields(&mut table);
        let records = take(&mut table, "tipe").into_iter().filter_map(|one| self.record(one));
        let tipe = records.collect();
        let head: KindFile = self.piece(Spanned::new(span, DeValue::Table(table)))?;
        Some(KindFile { bidang, tipe, ..head })
    }

    fn record(&mut self, value: Spanned<DeValue<'_>>) -> Option<RecordFile> {
        let span = value.span();
        let mut table = match value.into_inner() {
            DeValue::Table(table) => table,
            other => return self.piece(Spanned::new(span, other)),
        };
        if !table.contains_key("bidang") {
            self.fault(span.clone(), words::kind::fields_missing());
        }
        let bidang = self.fields(&mut table);
        let head: RecordFile = self.piece(Spanned::new(span, DeValue::Table(table)))?;
        Some(RecordFile { bidang, ..head })
    }

    fn fields(&mut self, table: &mut DeTable<'_>) -> Vec<Field> {
        take(table, "bidang").into_iter().filter_map(|field| self.piece(field)).collect()
    }

    fn piece<T: DeserializeOwned>(&mut self, value: Spanned<DeValue<'_>>) -> Option<T> {
        T::deserialize(ValueDeserializer::from(value)).map_err(|error| self.error(&error)).ok()
    }

    fn error(&mut self, error: &toml::de::Error) {
        self.fault(error.span().unwrap_or(0..0), syntax::shape(error.message()));
    }

    fn fault(&mut self, span: Span, message: Phrase) {
        self.faults.push(KindFault { file: self.file.clone(), span, message });
    }
}

/// Takes the members of a list out of a table; what is no list stays, for the table's own reading.
fn take<'t>(table: &mut DeTable<'t>, key: &str) -> Vec<Spanned<DeValue<'t>>> {
    if !table.get(key).is_some_and(|value| matches!(value.get_ref(), DeValue::Array(_))) {
        return Vec::new();
    }
    match table.remove(key).map(Spanned::into_inner) {
        Some(DeValue::Array(list)) => list.into_iter().collect(),
        _ => Vec::new(),
    }
}
