//! What a path means in a kind: the field that it leads to, if it leads anywhere.

use std::borrow::Cow;

use crate::kind::{Field, FieldType, Kind};
use crate::source::path::{FieldPath, Step};

/// Where a path leads.
#[derive(Debug)]
pub(crate) struct Target<'k> {
    /// The field.
    field: &'k Field,
    /// The type of what stands there.
    pub(crate) field_type: Cow<'k, FieldType>,
    /// Whether a list was gone through without saying which member.
    pub(crate) many: bool,
}

/// Why a path leads nowhere.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Nowhere<'k> {
    /// No such key; these are there.
    Key(String, Vec<&'k str>),
    /// A member of what is no list.
    NoList(FieldPath),
}

/// The parts of a date that is given in several forms, and those of an amount.
const DATE: [&str; 4] = ["tanggal", "hari", "terbilang", "angka"];
const MONEY: [&str; 3] = ["nilai", "mata_uang", "terbilang"];

/// Follows a path through the fields of a kind.
///
/// # Errors
/// Why it leads nowhere.
pub(crate) fn follow<'k>(kind: &'k Kind, path: &FieldPath) -> Result<Target<'k>, Nowhere<'k>> {
    follow_from(kind, kind.fields.iter(), path)
}

/// Whether there is a table in drafts of a kind that can have all of these paths below it.
pub(crate) fn fit_somewhere(kind: &Kind, paths: &[FieldPath]) -> bool {
    let mut fields = kind.fields.iter().chain(kind.records.values().flatten());
    fit(kind, kind.fields.iter(), paths)
        || fields.any(|field| fit(kind, kind.record_fields(field), paths))
}

fn fit<'k>(
    kind: &'k Kind,
    fields: impl Iterator<Item = &'k Field> + Clone,
    paths: &[FieldPath],
) -> bool {
    paths.iter().all(|path| follow_from(kind, fields.clone(), path).is_ok())
}

fn follow_from<'k>(
    kind: &'k Kind,
    fields: impl Iterator<Item = &'k Field> + Clone,
    path: &FieldPath,
) -> Result<Target<'k>, Nowhere<'k>> {
    let mut walk = Walk { kind, fields, here: None, gone: FieldPath::root() };
    for step in path.steps() {
        let target = walk.step(step)?;
        walk.here = Some(target);
        walk.gone = match step {
            Step::Key(key) => walk.gone.key(key.clone()),
            Step::Index(index) => walk.gone.index(*index),
            Step::Each => walk.gone,
        };
    }
    walk.here.ok_or(Nowhere::Key(String::new(), Vec::new()))
}

struct Walk<'k, F> {
    kind: &'k Kind,
    /// Those of the table where it starts.
    fields: F,
    here: Option<Target<'k>>,
    gone: FieldPath,
}

impl<'k, F: Iterator<Item = &'k Field> + Clone> Walk<'k, F> {
    fn step(&mut self, step: &Step) -> Result<Target<'k>, Nowhere<'k>> {
        match (self.here.take(), step) {
            (None, Step::Key(key)) => among(key, self.fields.clone(), false),
            (None, _) => Err(Nowhere::NoList(FieldPath::root())),
            (Some(target), Step::Key(key)) => self.inside(target, key),
            (Some(target), Step::Index(_)) => self.member(target, false),
            (Some(target), Step::Each) => self.member(target, true),
        }
    }

    /// A key of what stands here.
    fn inside(&self, target: Target<'k>, key: &str) -> Result<Target<'k>, Nowhere<'k>> {
        let many = target.many || matches!(*target.field_type, FieldType::Daftar(_));
        match target.field_type.member() {
            FieldType::Record(_) => among(key, self.kind.record_fields(target.field), many),
            FieldType::Tanggal => part(target.field, key, &DATE, many),
            FieldType::Uang => part(target.field, key, &MONEY, many),
            _ => Err(Nowhere::Key(key.to_owned(), Vec::new())),
        }
    }

    /// A member of what stands here.
    fn member(&self, target: Target<'k>, many: bool) -> Result<Target<'k>, Nowhere<'k>> {
        let many = target.many || many;
        match target.field_type.as_ref() {
            FieldType::Daftar(inner) => {
                let field_type = Cow::Owned(inner.as_ref().clone());
                Ok(Target { field_type, many, ..target })
            }
            FieldType::Paragraf | FieldType::Isi | FieldType::Susunan => {
                Ok(Target { many, ..target })
            }
            _ => Err(Nowhere::NoList(self.gone.clone())),
        }
    }
}

fn among<'k>(
    key: &str,
    fields: impl Iterator<Item = &'k Field> + Clone,
    many: bool,
) -> Result<Target<'k>, Nowhere<'k>> {
    let field = fields.clone().find(|field| field.key == key).ok_or_else(|| {
        Nowhere::Key(key.to_owned(), fields.map(|field| field.key.as_str()).collect())
    })?;
    Ok(Target { field, field_type: Cow::Borrowed(field.field_type()), many })
}

fn part<'k>(
    field: &'k Field,
    key: &str,
    parts: &[&'static str],
    many: bool,
) -> Result<Target<'k>, Nowhere<'k>> {
    if !parts.contains(&key) {
        return Err(Nowhere::Key(key.to_owned(), parts.to_vec()));
    }
    let field_type = match key {
        "tanggal" => FieldType::Tanggal,
        "nilai" => FieldType::Bilangan,
        _ => FieldType::Teks,
    };
    Ok(Target { field, field_type: Cow::Owned(field_type), many })
}

impl Target<'_> {
    /// The values that can stand there, where they are a closed set.
    pub(crate) fn options(&self) -> Option<Vec<&str>> {
        match self.field_type.member() {
            FieldType::Pilihan => {
                Some(self.field.options.iter().flatten().map(String::as_str).collect())
            }
            FieldType::YaTidak => Some(vec!["true", "false"]),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::{Catalog, Record};

    #[test]
    fn paths_are_followed_into_lists_records_and_facts() {
        let catalog = Catalog::embedded();
        let kind = catalog.get("perjanjian-kerja-sama").unwrap();
        let follow = |path: &str| follow(kind, &FieldPath::parse(path));
        let many = |path: &str| follow(path).unwrap().many;
        assert!(!many("judul") && !many("pihak") && !many("pihak[1].nomor"));
        assert!(many("pihak.nomor") && many("pihak[*].pejabat[0].nama"));
        assert_eq!(
            *follow("pihak").unwrap().field_type.member(),
            FieldType::Record(Record::named("pihak"))
        );
        assert_eq!(*follow("jangka_waktu.lama").unwrap().field_type, FieldType::Lama);
        assert_eq!(*follow("pendanaan.nilai.terbilang").unwrap().field_type, FieldType::Teks);
        assert_eq!(*follow("tanggal.hari").unwrap().field_type, FieldType::Teks);
        assert!(follow("lingkup").unwrap().options().unwrap().contains(&"dalam-negeri"));
    }

    #[test]
    fn lines_to_insert_fit_into_some_table() {
        let catalog = Catalog::embedded();
        let kind = catalog.get("perjanjian-kerja-sama").unwrap();
        let fit = |paths: &[&str]| {
            let paths: Vec<FieldPath> = paths.iter().map(|path| FieldPath::parse(path)).collect();
            fit_somewhere(kind, &paths)
        };
        assert!(fit(&["pihak[0].sebutan"]) && fit(&["sebutan", "pejabat.nama"]));
        assert!(fit(&["isi", "sumber"]), "an article and its facts");
        assert!(!fit(&["jangka_waktu.perpanjangan.isi"]) && !fit(&["sebutan", "judul"]));
    }

    #[test]
    fn paths_that_lead_nowhere_say_where_they_end() {
        let catalog = Catalog::embedded();
        let kind = catalog.get("perjanjian-kerja-sama").unwrap();
        let nowhere = |path: &str| follow(kind, &FieldPath::parse(path)).unwrap_err();
        let Nowhere::Key(key, known) = nowhere("pihak.sebutn") else { panic!("a key") };
        assert!(key == "sebutn" && known.contains(&"sebutan") && !known.contains(&"judul"));
        assert_eq!(nowhere("judul[1]"), Nowhere::NoList(FieldPath::parse("judul")));
        assert_eq!(nowhere("judul.huruf"), Nowhere::Key("huruf".into(), Vec::new()));
        assert!(matches!(nowhere("tanggal.bulan"), Nowhere::Key(..)));
        assert!(matches!(nowhere(""), Nowhere::Key(..)));
    }
}
