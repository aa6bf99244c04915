//! The name of a document, by the pattern of its kind: for drafts that have no file of their own.

use crate::draft::{Draft, value};
use crate::kind::FieldType;

/// The most characters of a name: what every file system takes, with room for a page's number.
const LENGTH: usize = 80;

/// The name of a draft's document, without an extension. `{jenis}` is the kind, `{kunci}` the value
/// of a field; one without a value leaves nothing behind.
pub(super) fn name_of(draft: &Draft<'_>) -> String {
    let mut name = String::new();
    let mut rest = draft.kind.output.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((key, after)) = after.split_once('}') else { break };
        name.push_str(before);
        name.push_str(&value_of(key, draft).unwrap_or_default());
        rest = after;
    }
    safe(&(name + rest))
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
