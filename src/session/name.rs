//! The name of a document, by the pattern of its kind: for drafts that have no file of their own.

use std::path::PathBuf;

use super::{OpenError, Session, SheetFault, Text};
use crate::draft::shape::nearest;
use crate::draft::{self, Draft, value};
use crate::kind::{FieldType, Kind};
use crate::sheet::{known_names, table};
use crate::source::path::FieldPath;

/// The most characters of a name: what every file system takes, with room for a page's number.
const LENGTH: usize = 80;

/// The name of a draft's document, without an extension. `{jenis}` is the kind, `{kunci}` the value
/// of a field; one without a value leaves nothing behind.
pub(super) fn name_of(draft: &Draft<'_>) -> String {
    safe(&filled(&draft.kind.output, |key| value_of(key, draft).unwrap_or_default()))
}

/// The path of a row's document by a pattern of the user's: what stands between the braces may also
/// be a field of a table below, or of the first row of the table that the kind prints, and `{baris}`
/// is the number of the row. Values never make folders.
pub(super) fn path_of(pattern: &str, draft: &Draft<'_>, row: usize) -> Result<PathBuf, SheetFault> {
    let mut unknown = None;
    let path = filled(pattern, |key| {
        let value = match key {
            "baris" => Some(row.to_string()),
            _ => value_of(key, draft).or_else(|| value_below(key, draft)),
        };
        if value.is_none() && !is_field(key, draft.kind) {
            unknown.get_or_insert_with(|| key.to_owned());
        }
        safe(&value.unwrap_or_default())
    });
    if let Some(field) = unknown {
        let known = known_names(draft.kind);
        let meant = nearest(&field, known.iter().map(String::as_str)).map(str::to_owned);
        return Err(SheetFault::NamePattern { field, meant });
    }
    let path = PathBuf::from(path);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    if stem.chars().any(char::is_alphanumeric) { Ok(path) } else { Err(SheetFault::NoName) }
}

fn filled(pattern: &str, mut value: impl FnMut(&str) -> String) -> String {
    let mut name = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((key, after)) = after.split_once('}') else { break };
        name.push_str(before);
        name.push_str(&value(key));
        rest = after;
    }
    name + rest
}

/// The value of a field that stands below the root: `pejabat.nama`, or `mitra` of the first row.
fn value_below(key: &str, draft: &Draft<'_>) -> Option<String> {
    let path = FieldPath::parse(key);
    let table = table(draft.kind).map(|table| FieldPath::root().key(table.key.as_str()).index(0));
    let paths = std::iter::once(path.clone()).chain(table.map(|table| table.join(&path)));
    let mut found = paths.filter_map(|path| draft.at(&path));
    found.find_map(|node| {
        let date = || value::date(node).map(|date| date.to_string());
        let number = || value::integer(node).map(|number| number.to_string());
        node.str().map(str::to_owned).or_else(date).or_else(number)
    })
}

fn is_field(key: &str, kind: &Kind) -> bool {
    let keys: Vec<&str> = key.split('.').collect();
    let below = table(kind).and_then(|table| kind.find(&[table.key.as_str(), key]));
    key == "jenis" || kind.find(&keys).is_some() || below.is_some()
}

impl Session {
    /// The path of the document of a row by a pattern, or by that of its kind.
    ///
    /// # Errors
    /// Settings that cannot be used, and a pattern that names no field or leaves nothing.
    pub fn path_of_row(
        &self,
        text: &Text,
        pattern: Option<&str>,
        row: usize,
    ) -> Result<Result<PathBuf, SheetFault>, OpenError> {
        let settings = self.settings(text)?;
        let reading = draft::read(text.source.text(), &settings.catalog);
        let Some(draft) = reading.draft else { return Ok(Err(SheetFault::NoKind)) };
        Ok(match pattern {
            Some(pattern) => path_of(pattern, &draft, row),
            None => Ok(PathBuf::from(name_of(&draft))),
        })
    }
}

/// A field's value as a name can hold it: a date as `2026-03-02`, a number in digits.
fn value_of(key: &str, draft: &Draft<'_>) -> Option<String> {
    if key == "jenis" {
        return Some(draft.kind.id.clone());
    }
    let typed = draft.kind.field(key).map(|field| field.field_type());
    let given = draft.root.get(key);
    let word = match typed {
        Some(FieldType::Tanggal) => value::date(given?).map(|date| date.to_string()),
        Some(FieldType::Bilangan) => value::integer(given?).map(|number| number.to_string()),
        _ => None,
    };
    word.or_else(|| draft.text(key).map(str::to_owned))
}

/// The letters and digits of a text, with single hyphens between them.
fn safe(text: &str) -> String {
    let safe = text.chars().map(|c| if c.is_alphanumeric() { c } else { '-' });
    let safe: String = safe.take(LENGTH).collect();
    let parts: Vec<&str> = safe.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft;
    use crate::kind::{Catalog, Kind};

    fn named(kind: &str, pattern: &str, text: &str) -> String {
        let catalog = Catalog::embedded();
        let draft = draft::read(&format!("jenis = '{kind}'\n{text}"), &catalog).draft.unwrap();
        let kind = Kind { output: pattern.to_owned(), ..draft.kind.clone() };
        name_of(&draft::Draft { kind: &kind, ..draft })
    }

    #[test]
    fn any_field_may_be_named() {
        let letter = |pattern: &str, text: &str| named("nota-dinas", pattern, text);
        assert_eq!(letter("{jenis}-{nomor}", "nomor = '007/A.1'"), "nota-dinas-007-A-1");
        assert_eq!(
            letter("{tanggal}_{hal}", "tanggal = 2026-03-02\nhal = 'Rapat'"),
            "2026-03-02-Rapat"
        );
        assert_eq!(letter("{tanggal}", "tanggal = '2 Maret 2026'"), "2026-03-02");
        assert_eq!(named("perencanaan-kerja-sama", "{tahun} {unit}", "tahun = 2026"), "2026");
        assert_eq!(named("ika", "{jenis}-{tajuk}", "tajuk = 'MoU Haji'"), "ika-MoU-Haji");
    }

    #[test]
    fn what_has_no_value_leaves_nothing() {
        assert_eq!(named("nota-dinas", "{jenis}-{nomor}-{tiada}-x", ""), "nota-dinas-x");
        assert_eq!(named("nota-dinas", "{jenis}-{nomor", "nomor = '1'"), "nota-dinas-nomor");
        assert_eq!(named("nota-dinas", "{hal}", &format!("hal = '{}'", "a".repeat(99))).len(), 80);
    }
}
