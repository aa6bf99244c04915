//! All kinds: the embedded ones, and those of an office's own folder over them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use regex::Regex;

use super::field::{Field, FieldType};
use super::{Kind, KindFile, RecordFile};
use crate::assets;
use crate::source::{SourceFile, said};

/// Every kind, read when it is first asked for, and the text files their templates are made of.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    kinds: BTreeMap<String, OnceLock<Option<Kind>>>,
    files: BTreeMap<String, Cow<'static, str>>,
}

/// A fault in a `jenis.toml`.
#[derive(Clone, Debug)]
pub struct KindFault {
    /// The file with its text.
    pub file: SourceFile,
    /// Where.
    pub span: std::ops::Range<usize>,
    /// What.
    pub message: String,
}

impl Catalog {
    /// The embedded kinds; that they are sound is what the tests prove.
    pub fn embedded() -> Self {
        Self::of(embedded_files())
    }

    /// The embedded kinds with an office's files over them: path below the folder, and text.
    ///
    /// # Errors
    /// Every fault of every `jenis.toml`, at once.
    pub fn with_overrides(overrides: BTreeMap<String, String>) -> Result<Self, Vec<KindFault>> {
        let mut files = embedded_files();
        files.extend(overrides.into_iter().map(|(path, text)| (path, Cow::Owned(text))));
        let catalog = Self::of(files);
        let faults = catalog.faults();
        if faults.is_empty() { Ok(catalog) } else { Err(faults) }
    }

    fn of(files: BTreeMap<String, Cow<'static, str>>) -> Self {
        let ids = files.keys().filter_map(|path| path.strip_suffix("/jenis.toml"));
        let kinds = ids.map(|id| (id.to_owned(), OnceLock::new())).collect();
        Self { kinds, files }
    }

    /// The faults of every `jenis.toml`.
    pub fn faults(&self) -> Vec<KindFault> {
        let mut loader = Loader::of(&self.files);
        for id in self.kinds.keys() {
            if let Some(kind) = loader.kind(id) {
                loader.validate(id, &kind);
            }
        }
        loader.faults
    }

    /// The kind of a name. Whether it is sound has been asked before: of an office's kinds when they
    /// are read, of ours in the tests.
    pub fn get(&self, id: &str) -> Option<&Kind> {
        let read = || Loader::of(&self.files).kind(id);
        self.kinds.get(id)?.get_or_init(read).as_ref()
    }

    /// The names of all kinds.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.kinds.keys().map(String::as_str)
    }

    /// All kinds by name.
    pub fn iter(&self) -> impl Iterator<Item = &Kind> {
        self.ids().filter_map(|id| self.get(id))
    }

    /// A text file below `templates/`.
    pub fn file(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(AsRef::as_ref)
    }

    /// The text files below `templates/`, by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_ref()))
    }
}

fn embedded_files() -> BTreeMap<String, Cow<'static, str>> {
    let texts = assets::TEMPLATES.iter().filter(|(path, _)| is_text(path));
    texts
        .filter_map(|(path, bytes)| Some((*path, std::str::from_utf8(bytes).ok()?)))
        .map(|(path, text)| (path.to_owned(), Cow::Borrowed(text)))
        .collect()
}

fn is_text(path: &str) -> bool {
    matches!(path.rsplit('.').next(), Some("toml" | "typ" | "j2"))
}

struct Loader<'a> {
    files: &'a BTreeMap<String, Cow<'static, str>>,
    /// The files with faults; one may have thousands.
    sources: BTreeMap<String, SourceFile>,
    faults: Vec<KindFault>,
}

impl<'a> Loader<'a> {
    fn of(files: &'a BTreeMap<String, Cow<'static, str>>) -> Self {
        Self { files, sources: BTreeMap::new(), faults: Vec::new() }
    }

    fn kind(&mut self, id: &str) -> Option<Kind> {
        let path = format!("{id}/jenis.toml");
        let file = self.read(&path)?;
        let family = file.rumpun.clone();
        let mut shared = vec!["_bersama/umum.toml".to_owned(), "_bersama/tipe.toml".to_owned()];
        let families = family.iter().chain(&file.berbagi);
        shared.extend(families.map(|name| format!("_bersama/{name}.toml")));
        let mut fields = Vec::new();
        let mut records = BTreeMap::new();
        for name in shared {
            let part = self.read(&name)?;
            merge(&mut fields, &mut records, part.bidang, part.tipe);
        }
        merge(&mut fields, &mut records, file.bidang, file.tipe);
        Some(Kind {
            id: file.jenis,
            name: file.nama,
            language: file.bahasa,
            family,
            tier: file.tingkat,
            other_names: file.nama_lain,
            packs: file.peraturan,
            font: file.huruf,
            landscape: file.mendatar,
            output: file.keluaran,
            fields,
            records,
        })
    }

    fn read(&mut self, path: &str) -> Option<KindFile> {
        let Some(text) = self.files.get(path) else {
            self.fault(path, "", 0..0, format!("berkas {path} tidak ada"));
            return None;
        };
        // What an office put in its place is read as it stands, and so is one of ours with a fault.
        let ready = matches!(text, Cow::Borrowed(_)).then(|| format!("templates/{path}"));
        if let Some(file) = ready.and_then(|path| assets::read(&path)) {
            return Some(file);
        }
        match toml::from_str(text) {
            Ok(file) => Some(file),
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                self.fault(path, text, span, said::shape(error.message()));
                None
            }
        }
    }

    fn validate(&mut self, id: &str, kind: &Kind) {
        let path = &format!("{id}/jenis.toml");
        let text = self.files.get(path).map(|text| text.to_string()).unwrap_or_default();
        if kind.id != id {
            let message = format!("jenis harus sama dengan nama foldernya, \"{id}\"");
            self.fault(path, &text, place_of(&text, "jenis"), message);
        }
        if !matches!(kind.language.as_str(), "id" | "ms") {
            let message = "bahasa harus \"id\" atau \"ms\"".to_owned();
            self.fault(path, &text, place_of(&text, "bahasa"), message);
        }
        let all = kind.fields.iter().chain(kind.records.values().flatten());
        for field in all {
            self.validate_field(path, &text, kind, field);
        }
    }

    fn validate_field(&mut self, path: &str, text: &str, kind: &Kind, field: &Field) {
        let place = place_of(text, &field.key);
        if field.type_name.is_empty() {
            let message = format!("bidang \"{}\" belum bertipe", field.key);
            self.fault(path, text, place.clone(), message);
        }
        let facts = field.facts.as_deref();
        for record in field.field_type().record().into_iter().chain(facts) {
            if !kind.records.contains_key(record) {
                let message = format!("tipe \"{record}\" pada bidang \"{}\" tidak ada", field.key);
                self.fault(path, text, place.clone(), message);
            }
        }
        if field.signs.as_deref().is_some_and(|signs| Regex::new(signs).is_err()) {
            let message = format!("isyarat pada bidang \"{}\" bukan pola yang sah", field.key);
            self.fault(path, text, place.clone(), message);
        }
        if *field.field_type().member() == FieldType::Pilihan && field.options.is_none() {
            let message = format!("bidang pilihan \"{}\" tanpa daftar pilihan", field.key);
            self.fault(path, text, place, message);
        }
    }

    fn fault(&mut self, path: &str, text: &str, span: std::ops::Range<usize>, message: String) {
        let source = || SourceFile::new(path, text);
        let file = self.sources.entry(path.to_owned()).or_insert_with(source).clone();
        self.faults.push(KindFault { file, span, message });
    }
}

/// Where a word first stands in quotes or as a key; the start of the text otherwise.
fn place_of(text: &str, word: &str) -> std::ops::Range<usize> {
    let quoted = format!("\"{word}\"");
    let at = text.find(&quoted).or_else(|| text.find(word));
    at.map_or(0..0, |at| at..at + word.len())
}

fn merge(
    fields: &mut Vec<Field>,
    records: &mut BTreeMap<String, Vec<Field>>,
    later: Vec<Field>,
    types: Vec<RecordFile>,
) {
    for field in later {
        merge_field(fields, field);
    }
    for record in types {
        let known = records.entry(record.nama).or_default();
        for field in record.bidang {
            merge_field(known, field);
        }
    }
}

fn merge_field(fields: &mut Vec<Field>, later: Field) {
    if let Some(known) = fields.iter_mut().find(|field| field.key == later.key) {
        known.overlay(later);
        return;
    }
    let before = later.after.as_ref().and_then(|key| fields.iter().position(|f| f.key == *key));
    fields.insert(before.map_or(fields.len(), |at| at + 1), later);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_kinds_are_sound() {
        let catalog = Catalog::embedded();
        assert!(catalog.faults().is_empty(), "{:#?}", catalog.faults());
        assert!(catalog.iter().count() >= 6);
        let kind = catalog.get("perjanjian-kerja-sama").unwrap();
        assert!(kind.find(&["pihak", "pejabat", "nama"]).is_some());
        assert!(kind.find(&["jangka_waktu", "lama"]).is_some());
        assert_eq!(kind.articles().first().map(|f| f.key.as_str()), Some("dasar_hukum"));
    }

    #[test]
    fn faults_of_an_override_come_at_once() {
        let text = "jenis = \"lain\"\nnama = \"x\"\nbahasa = \"en\"\n[[bidang]]\nkunci = \"a\"\n\
                    tipe = \"tak-ada\"\n";
        let overrides = BTreeMap::from([("x/jenis.toml".to_owned(), text.to_owned())]);
        let faults = Catalog::with_overrides(overrides).unwrap_err();
        assert_eq!(faults.len(), 3, "{faults:#?}");
    }
}
