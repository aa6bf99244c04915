//! A draft of a kind in which every text field of every type stands, made from the kind's own
//! definition, so that a new field is tested by being there.

use std::collections::BTreeSet;

use naskah::inside::kind::{Field, FieldType, Kind};
use toml::{Table, Value};

use crate::common::kinds::{self, Remarks};

/// Fields that take one another's place cannot all be printed at once: those that are left out of a
/// printing, and the form of its opening.
#[derive(Clone)]
pub struct Shape {
    pub name: &'static str,
    /// Keys and ends of paths that are left out; with `=` before it a whole path.
    without: Vec<String>,
    /// The form of the opening.
    opening: &'static str,
}

/// The shapes of the fields that kinds share. Most fields are printed in the first; the others are for
/// those that it leaves out.
pub fn shapes() -> Vec<Shape> {
    let shape = |name, opening, without: &[&str]| Shape {
        name,
        opening,
        without: without.iter().map(|key| (*key).to_owned()).collect(),
    };
    vec![
        shape("bagian", "komparisi", &PARTS),
        shape("pengganti", "menimbang", &["=pihak[1].komparisi", "pihak.nomor", "perubahan.teks"]),
        shape("perubahan", "komparisi", &CHANGES),
        shape("preambul", "preambul", &["kalimat_penutup", "susunan"]),
    ]
}

/// Whole sentences and other order that take the place of the parts of a document.
const PARTS: [&str; 16] = [
    "komparisi",
    "dasar.teks",
    "kewenangan.teks",
    "kuasa.teks",
    "perubahan.teks",
    "kalimat",
    "menerangkan",
    "sepakat",
    "tanda_tangan",
    "nama_judul",
    "nama_naskah",
    "jangka_waktu.isi",
    "penutup.isi",
    "kolom",
    "susunan",
    "isi_kedua",
];

/// What hides a changed regulation that is given as a sentence.
const CHANGES: [&str; 6] =
    ["komparisi", "dasar.teks", "kewenangan.teks", "kuasa.teks", "kuasa.jenis", "isi_kedua"];

impl Shape {
    /// The first of all with some more fields left out.
    pub fn first_without(more: Vec<String>) -> Self {
        let mut shape = shapes().remove(0);
        shape.without.extend(more);
        shape
    }
}

/// What an article may hold besides its text.
const RICH: [&str; 4] = ["judul_kedua", "isi_kedua", "definisi", "tabel"];

/// The places of fields that stand on no page of a kind: the reason of an exception is for reviewers,
/// and the kind's own sample names the others.
pub fn never_printed(kind: &Kind) -> BTreeSet<String> {
    let mut places = Remarks::on(kind).unprinted;
    places.insert("pengecualian.alasan".to_owned());
    places
}

/// A text field in a draft.
#[derive(Clone, Debug)]
pub struct Slot {
    pub number: usize,
    /// `pihak[0].pejabat[0].nama`
    pub path: String,
    pub field_type: FieldType,
}

impl Slot {
    /// The plain word that stands there first; no template changes it but for its case.
    pub fn word(&self) -> String {
        format!("qzx{:04}w", self.number)
    }

    /// The path without indices.
    pub fn place(&self) -> String {
        kinds::place(&self.path)
    }
}

pub struct Everything {
    pub kind: &'static Kind,
    pub shape: Shape,
    pub slots: Vec<Slot>,
    table: Table,
}

impl Everything {
    pub fn new(kind: &'static Kind, shape: Shape) -> Self {
        let mut full = Self { kind, shape, slots: Vec::new(), table: Table::new() };
        let fields: Vec<&Field> = kind.fields.iter().collect();
        full.table = full.record(&fields, "");
        full.table.insert("jenis".into(), Value::String(kind.id.clone()));
        full
    }

    /// The draft as TOML, with a text in each field.
    pub fn text(&self, fill: impl Fn(&Slot) -> String) -> String {
        let mut table = Value::Table(self.table.clone());
        self.fill(&mut table, &fill);
        toml::to_string(&table).expect("TOML")
    }

    fn fill(&self, value: &mut Value, fill: &impl Fn(&Slot) -> String) {
        match value {
            Value::String(text) => {
                if let Some(slot) = self.slots.iter().find(|slot| slot.word() == *text) {
                    *text = fill(slot);
                }
            }
            Value::Array(list) => list.iter_mut().for_each(|inner| self.fill(inner, fill)),
            Value::Table(table) => table.iter_mut().for_each(|(_, inner)| self.fill(inner, fill)),
            _ => {}
        }
    }

    fn record(&mut self, fields: &[&Field], path: &str) -> Table {
        let mut table = Table::new();
        for field in fields {
            let path =
                if path.is_empty() { field.key.clone() } else { format!("{path}.{}", field.key) };
            if self.wanted(&path, field)
                && let Some(value) = self.value(field, field.field_type(), &path)
            {
                table.insert(field.key.clone(), value);
            }
        }
        table
    }

    fn wanted(&self, path: &str, field: &Field) -> bool {
        // A change of a change of a law.
        let deep = path.matches("perubahan").count() > 1;
        if deep || self.left_out(path) || (path == "nomor" && self.numbers_its_parties()) {
            return false;
        }
        self.is_rich(path) || !RICH.contains(&field.key.as_str())
    }

    /// One article with everything is enough, besides those that the writer adds.
    fn is_rich(&self, path: &str) -> bool {
        let first = self.kind.articles().first().map(|field| format!("{}.", field.key));
        let rich = first.into_iter().chain(["pasal[".to_owned(), "lampiran[".to_owned()]);
        rich.into_iter().any(|head| path.starts_with(&head))
    }

    fn left_out(&self, path: &str) -> bool {
        let place = kinds::place(path);
        self.shape.without.iter().any(|end| match end.strip_prefix('=') {
            Some(whole) => path == whole,
            None => place == *end || place.ends_with(&format!(".{end}")),
        })
    }

    /// Whether every party brings a number of its own, whose place one of the document would take.
    fn numbers_its_parties(&self) -> bool {
        self.kind.find(&["pihak", "nomor"]).is_some() && !self.left_out("pihak.nomor")
    }

    fn value(&mut self, field: &Field, kind: &FieldType, path: &str) -> Option<Value> {
        // Names of things that stand elsewhere in the draft.
        if path.starts_with("tanda_tangan") && field.key == "pihak" {
            let named = self.slots.iter().find(|slot| slot.path == "pihak[0].sebutan")?;
            return Some(Value::String(named.word()));
        }
        let date = || Value::Datetime("2026-03-02".parse().expect("date"));
        Some(match kind {
            FieldType::Teks
            | FieldType::Paragraf
            | FieldType::Isi
            | FieldType::Waktu
            | FieldType::Mulai => self.slot(kind, path),
            FieldType::Kata => match field.key.as_str() {
                "berkas" => Value::String("lambang.svg".into()),
                "nama" => Value::String("pasal_lain".into()),
                _ => return None,
            },
            FieldType::Tanggal => date(),
            FieldType::Ukuran => return None,
            FieldType::Lama => Value::String("2 tahun".into()),
            FieldType::Bilangan => Value::Integer(2),
            FieldType::YaTidak => Value::Boolean(true),
            FieldType::Pilihan => match field.key.as_str() {
                "bentuk" => Value::String(self.shape.opening.into()),
                "letak_judul" | "tahap" | "posisi_kesatu" => return None,
                _ => Value::String(field.options.as_ref()?.first()?.clone()),
            },
            FieldType::Uang => {
                let mut table = Table::new();
                table.insert("nilai".into(), Value::Integer(1_500_000));
                for key in ["mata_uang", "terbilang"] {
                    table.insert(key.into(), self.slot(&FieldType::Teks, &format!("{path}.{key}")));
                }
                Value::Table(table)
            }
            FieldType::Susunan => {
                let bab = self.slot(&FieldType::Teks, &format!("{path}[0].bab"));
                let first = self.kind.articles().first()?.key.as_str().into();
                let mut table = Table::new();
                table.insert("bab".into(), bab);
                table.insert("pasal".into(), Value::Array(vec![first, "pasal_lain".into()]));
                Value::Array(vec![Value::Table(table)])
            }
            FieldType::Record(_) => {
                let fields: Vec<Field> = self.kind.record_fields(field).cloned().collect();
                Value::Table(self.record(&fields.iter().collect::<Vec<_>>(), path))
            }
            FieldType::Daftar(inner) => {
                let one = matches!(**inner, FieldType::Record(_)) && field.key != "pihak";
                let count = if one { 1 } else { 2 };
                let members =
                    (0..count).filter_map(|at| self.value(field, inner, &format!("{path}[{at}]")));
                Value::Array(members.collect())
            }
        })
    }

    fn slot(&mut self, field_type: &FieldType, path: &str) -> Value {
        let slot = Slot {
            number: self.slots.len(),
            path: path.to_owned(),
            field_type: field_type.clone(),
        };
        let word = slot.word();
        self.slots.push(slot);
        Value::String(word)
    }
}
