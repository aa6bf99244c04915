//! `--show-settings`: the settings for people.

use std::path::PathBuf;

use super::Settings;

impl Settings {
    /// The settings for people.
    pub(in crate::commands) fn shown(&self) -> String {
        let path = |path: &Option<PathBuf>| {
            path.as_ref().map_or("—".into(), |path| path.display().to_string())
        };
        let words =
            |words: &[String]| if words.is_empty() { "—".into() } else { words.join(", ") };
        let packs: Vec<String> = self.config.packs.iter().map(|pack| pack.text.clone()).collect();
        let mut out = format!("konfigurasi : {}\n", path(&self.file));
        out += &format!("peraturan   : {}\n", words(&packs));
        out += &format!(
            "paket       : {}\n",
            words(&self.registry.own().map(str::to_owned).collect::<Vec<_>>())
        );
        out += &format!("templat     : {}\n", path(&self.config.templates));
        out += &format!("gaya        : {}\n", path(&self.config.style));
        out += &format!("select      : {}\n", words(&self.select));
        out += &format!("ignore      : {}\n", words(&self.ignore));
        for (rule, level) in &self.config.levels {
            out += &format!(
                "tingkat     : {} = {}\n",
                rule.text,
                level.map_or("mati", crate::finding::Level::word)
            );
        }
        for one in &self.config.exceptions {
            out +=
                &format!("pengecualian: {} pada {} ({})\n", one.rule.text, one.files, one.reason);
        }
        out
    }
}
