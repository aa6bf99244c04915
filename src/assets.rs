//! The files that the binary carries: kinds with their templates and fonts, packs, the
//! provisions of their sources, what became of other regulations, institutions, and words of contents.

use serde::de::DeserializeOwned;

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The embedded files under a folder of `templates/`, by path.
pub(crate) fn templates_under(folder: &str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    TEMPLATES.iter().filter(move |(path, _)| path.starts_with(folder)).copied()
}

/// What an embedded TOML file says, by its path in the repository; from the JSON that the build made
/// of it. `None` for a file that does not read as such a `T`: its text then tells where the fault is.
pub(crate) fn read<T: DeserializeOwned>(path: &str) -> Option<T> {
    let (_, json) = READY.iter().find(|(known, _)| *known == path)?;
    serde_json::from_str(json).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_at_the_start_says_the_same_as_json() {
        let folders = [
            ("templates", TEMPLATES),
            ("schemas/peraturan", PACKS),
            ("schemas/cakupan", COVERAGE),
            ("schemas/dasar-hukum", LEGAL_BASES),
            ("schemas/instansi", INSTITUTIONS),
            ("schemas/muatan", CONTENTS),
            ("schemas/kalender", CALENDARS),
            ("schemas/prosedur", PROCEDURES),
        ];
        let mut count = 0;
        for (folder, files) in folders {
            // Samples and styles are read as they stand, and rarely.
            let rare = |path: &str| path.ends_with("/contoh.toml") || path.contains("/gaya/");
            let toml = |path: &str| path.ends_with(".toml") && !rare(path);
            for (path, bytes) in files.iter().filter(|(path, _)| toml(path)) {
                let text = std::str::from_utf8(bytes).unwrap();
                let mut ready: toml::Value = read(&format!("{folder}/{path}")).unwrap();
                unfold(&mut ready);
                assert!(ready == toml::from_str(text).unwrap(), "{path}");
                count += 1;
            }
        }
        assert_eq!(count, READY.len());
    }

    fn unfold(pack: &mut toml::Value) {
        let rules = pack.get_mut("aturan").and_then(toml::Value::as_array_mut);
        for rule in rules.into_iter().flatten() {
            if let Some(toml::Value::String(folded)) = rule.get("contoh") {
                let examples: toml::Value = serde_json::from_str(folded).unwrap();
                rule.as_table_mut().unwrap().insert("contoh".to_owned(), examples);
            }
        }
    }
}
