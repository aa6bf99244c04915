//! Which files of a folder are drafts.

use std::path::Path;

use crate::draft::keys::is_nearly_kind;

/// Folders that hold no drafts of anybody's, whatever is in them.
const NEVER: [&str; 2] = ["target", "node_modules"];

/// Whether a name alone says that a folder has no drafts.
pub(super) fn never_has_drafts(path: &Path) -> bool {
    path.file_name().is_some_and(|name| NEVER.iter().any(|never| name == *never))
}

/// Whether a file may be a draft by its name.
pub(super) fn may_be_a_draft(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// Whether a text is a draft: it says which kind it is, if only nearly as it should be said. Other
/// TOML files of a repository are none of ours, and those that define a kind are none either.
pub(super) fn is_a_draft(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    // Also the line ends of another age.
    let lines = text.split(['\n', '\r']);
    let mut above_tables = lines.take_while(|line| !line.starts_with('['));
    above_tables.any(says_a_kind) && !text.lines().any(defines_a_kind)
}

/// Whether a line gives the kind: under a slip of its key, in capitals or quotes, with another sign
/// than `=`, or with none before the quoted name.
fn says_a_kind(line: &str) -> bool {
    let line = line.trim_start_matches(look_empty).trim_start_matches(QUOTES);
    let end = line.find(|c: char| !c.is_alphanumeric()).unwrap_or(line.len());
    let (key, rest) = line.split_at(end);
    let rest = rest.trim_start_matches(look_empty);
    let sign = rest.trim_start_matches(QUOTES).trim_start_matches(look_empty);
    is_nearly_kind(key)
        && (SIGNS.iter().any(|one| sign.starts_with(one)) || rest.starts_with(QUOTES))
}

/// What nobody sees before a key or behind it.
fn look_empty(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\0' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// What people write between a key and its value.
const SIGNS: [&str; 6] = ["=", ":", "->", "→", "＝", "："];

const QUOTES: [char; 6] = ['"', '\'', '“', '”', '‘', '’'];

/// Whether a line heads a field or a type, which only files that define kinds have.
fn defines_a_kind(line: &str) -> bool {
    ["[[bidang]]", "[[tipe]]"].iter().any(|head| line.starts_with(head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_says_its_kind_before_its_first_table() {
        for text in [
            "jenis = 1",
            "\u{feff}# a\n  jenis= 'x'\n",
            "a = 1\njenis\t= 'x'\n[b]\n",
            "Jenis = 'x'",
            "JENIS='x'",
            "\"jenis\" = 'x'",
            "jennis = 'x'",
            "jenis : 'x'",
            "jenis -> 'x'",
            "jenis ＝ 'x'",
            "\u{200b}jenis\u{a0}= 'x'",
            "# a\rjenis = 'x'\r",
            "jenis “nota-dinas”",
            "“jenis” = “nota-dinas”",
        ] {
            assert!(is_a_draft(text), "{text}");
        }
        for text in [
            "",
            "[a]\njenis = 'x'\n",
            "jenisnya = 'x'",
            "# jenis = 'x'",
            "jenis kelamin = 1",
            "jenis = 'x'\n[[bidang]]\nkunci = 'y'\n",
        ] {
            assert!(!is_a_draft(text), "{text}");
        }
    }

    #[test]
    fn names_of_drafts() {
        let may = |name: &str| may_be_a_draft(Path::new(name));
        assert!(
            may("a.toml") && may("NOTA.TOML") && may("jenis.toml") && !may("a.tom") && !may("toml")
        );
    }
}
