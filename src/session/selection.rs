//! Which files of a folder are drafts.

use std::path::Path;

/// Folders and files that hold no drafts of anybody's, whatever is in them.
const NEVER: [&str; 3] = ["target", "node_modules", "jenis.toml"];

/// Whether a name alone says that a file is no draft, or that a folder has none.
pub(super) fn never_a_draft(path: &Path) -> bool {
    path.file_name().is_some_and(|name| NEVER.iter().any(|never| name == *never))
}

/// Whether a file may be a draft by its name.
pub(super) fn may_be_a_draft(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml")
}

/// Whether a text is a draft: it says which kind it is. Other TOML files of a repository are none of
/// ours.
pub(super) fn is_a_draft(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    text.lines().take_while(|line| !line.starts_with('[')).any(|line| {
        line.trim_start()
            .strip_prefix("jenis")
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_says_its_kind_before_its_first_table() {
        for text in ["jenis = 1", "\u{feff}# a\n  jenis= 'x'\n", "a = 1\njenis\t= 'x'\n[b]\n"] {
            assert!(is_a_draft(text), "{text}");
        }
        for text in ["", "[a]\njenis = 'x'\n", "jenisnya = 'x'", "# jenis = 'x'"] {
            assert!(!is_a_draft(text), "{text}");
        }
    }
}
