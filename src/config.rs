//! `naskah.toml`: what an office or a repository settles once for all its drafts.
//!
//! Pure: from a text to settings, every fault with its place. Finding the file is the commands'.

pub mod glob;
pub mod schema;

use std::path::PathBuf;

use crate::draft::shape::nearest;
use crate::finding::{Level, RuleId};
use crate::source::node::{Node, Value};
use crate::source::{SourceFile, Span, read};
use crate::words::{self, Argument, Language, Phrase};

/// What a configuration settles.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Packs that judge every draft besides those it is judged by anyhow.
    pub(crate) packs: Vec<Named>,
    /// The style for printing.
    pub(crate) style: Option<PathBuf>,
    /// The office's own templates.
    pub(crate) templates: Option<PathBuf>,
    /// The office's own packs.
    pub(crate) pack_folder: Option<PathBuf>,
    /// Levels of rules or of whole packs; `None` is off.
    pub(crate) levels: Vec<(Named, Option<Level>)>,
    /// Findings that are let be.
    pub exceptions: Vec<Exception>,
    /// Patterns of files and folders that no walk enters, relative to the configuration.
    pub exclude: Vec<String>,
    /// The language that the program speaks where no draft decides it.
    pub(crate) language: Option<Language>,
}

/// A word with its place.
#[derive(Clone, Debug)]
pub struct Named {
    /// The word.
    pub(crate) text: String,
    /// Where it stands.
    pub span: Span,
}

/// Findings of a rule that are let be in some files.
#[derive(Clone, Debug)]
pub struct Exception {
    /// Which files, relative to the configuration.
    pub files: String,
    /// Which rules.
    pub rule: Named,
    /// Why.
    pub(crate) reason: String,
}

/// Something that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigFault {
    /// Where.
    pub span: Span,
    /// What.
    pub(crate) message: Phrase,
}

const KEYS: [&str; 8] =
    ["peraturan", "gaya", "templat", "paket", "bahasa", "tingkat", "pengecualian", "kecualikan"];
const EXCEPTION_KEYS: [&str; 3] = ["berkas", "aturan", "alasan"];
const LEVELS: [&str; 4] = ["galat", "peringatan", "catatan", OFF[0]];
const OFF: [&str; 2] = ["mati", "off"];

/// The word that a configuration has for a level, whoever reads it; `None` is off.
pub(crate) fn level_word(level: Option<Level>) -> &'static str {
    match level {
        Some(Level::Error) => "galat",
        Some(Level::Warning) => "peringatan",
        Some(Level::Info) => "catatan",
        None => "mati",
    }
}

/// Whether a selector names a rule: by its full name, its pack, or the beginning of either.
pub(crate) fn selects(selector: &str, rule: &RuleId) -> bool {
    let name = rule.to_string();
    !selector.is_empty() && name.starts_with(selector)
}

/// Whether a name is that of a rule or of its pack.
pub(crate) fn names(name: &str, rule: &RuleId) -> bool {
    name == rule.pack || name == rule.to_string()
}

impl Config {
    /// A configuration that settles nothing.
    pub(crate) const fn empty() -> Self {
        Self {
            packs: Vec::new(),
            style: None,
            templates: None,
            pack_folder: None,
            levels: Vec::new(),
            exceptions: Vec::new(),
            exclude: Vec::new(),
            language: None,
        }
    }

    /// Reads a configuration.
    ///
    /// # Errors
    /// Every fault at once.
    pub fn parse(file: &SourceFile) -> Result<Self, Vec<ConfigFault>> {
        let (root, syntax) = read::read(file.text());
        let faults = syntax
            .into_iter()
            .map(|fault| ConfigFault { span: fault.span.clone(), message: fault.whole() });
        let mut reader = Reader { config: Self::default(), faults: faults.collect() };
        reader.root(&root);
        if reader.faults.is_empty() { Ok(reader.config) } else { Err(reader.faults) }
    }

    /// The level that the configuration gives a rule; the more exact name wins, `Some(None)` is off.
    pub fn level(&self, rule: &RuleId) -> Option<Option<Level>> {
        let name = rule.to_string();
        let find = |wanted: &str| self.levels.iter().find(|(key, _)| key.text == wanted);
        find(&name).or_else(|| find(&rule.pack)).map(|(_, level)| *level)
    }
}

/// The level of a word, in any language; `Some(None)` is off.
fn level(word: &str) -> Option<Option<Level>> {
    if OFF.contains(&word) { Some(None) } else { Level::named(word).map(Some) }
}

struct Reader {
    config: Config,
    faults: Vec<ConfigFault>,
}

impl Reader {
    fn root(&mut self, root: &Node) {
        for entry in root.table().map_or(&[][..], |table| &table.0) {
            let node = &entry.node;
            match entry.key.as_str() {
                "peraturan" => self.config.packs = self.words(node),
                "kecualikan" => {
                    let patterns = self.words(node).into_iter().map(|word| word.text);
                    self.config.exclude = patterns.collect();
                }
                "gaya" => self.config.style = self.word(node).map(|word| word.text.into()),
                "templat" => self.config.templates = self.word(node).map(|word| word.text.into()),
                "paket" => self.config.pack_folder = self.word(node).map(|word| word.text.into()),
                "bahasa" => self.config.language = self.language(node),
                "tingkat" => self.levels(node),
                "pengecualian" => node.members().iter().for_each(|one| self.exception(one)),
                key => self.unknown(key, &KEYS, entry.key_span.clone()),
            }
        }
    }

    fn words(&mut self, node: &Node) -> Vec<Named> {
        node.members().iter().filter_map(|one| self.word(one)).collect()
    }

    fn word(&mut self, node: &Node) -> Option<Named> {
        match &node.value {
            Value::String(text) if !text.trim().is_empty() => {
                Some(Named { text: text.clone(), span: node.span.clone() })
            }
            _ => {
                self.fault(node.span.clone(), words::config::no_text(node.type_name()));
                None
            }
        }
    }

    fn language(&mut self, node: &Node) -> Option<Language> {
        let word = self.word(node)?;
        let language = Language::of_code(&word.text);
        if language.is_none() {
            let all = Argument::list(Language::ALL.map(Language::code), ", ");
            self.fault(word.span, words::config::language_unknown(&word.text, all));
        }
        language
    }

    fn levels(&mut self, node: &Node) {
        let Some(table) = node.table() else {
            self.fault(node.span.clone(), words::config::levels_no_table());
            return;
        };
        for entry in &table.0 {
            let Some(word) = self.word(&entry.node) else { continue };
            let Some(level) = level(&word.text) else {
                let all = Argument::list(LEVELS, ", ");
                self.fault(word.span, words::config::level_unknown(&word.text, all));
                continue;
            };
            let rule = Named { text: entry.key.to_string(), span: entry.key_span.clone() };
            self.config.levels.push((rule, level));
        }
    }

    fn exception(&mut self, node: &Node) {
        let Some(table) = node.table() else {
            self.fault(node.span.clone(), words::config::exception_no_table());
            return;
        };
        for entry in &table.0 {
            if !EXCEPTION_KEYS.contains(&entry.key.as_str()) {
                self.unknown(&entry.key, &EXCEPTION_KEYS, entry.key_span.clone());
            }
        }
        let mut take = |key: &str| match table.get(key) {
            Some(node) => self.word(node),
            None => {
                self.fault(node.span.clone(), words::config::exception_without(key));
                None
            }
        };
        let (files, rule, reason) = (take("berkas"), take("aturan"), take("alasan"));
        if let (Some(files), Some(rule), Some(reason)) = (files, rule, reason) {
            self.config.exceptions.push(Exception { files: files.text, rule, reason: reason.text });
        }
    }

    fn unknown(&mut self, key: &str, known: &[&str], span: Span) {
        let meant = nearest(key, known.iter().copied()).map_or_else(
            || words::config::keys(Argument::list(known, ", ")),
            words::meant::perhaps,
        );
        self.fault(span, words::config::key_unknown(key, meant));
    }

    fn fault(&mut self, span: Span, message: Phrase) {
        self.faults.push(ConfigFault { span, message });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, Vec<String>> {
        let file = SourceFile::new("naskah.toml", text);
        Config::parse(&file).map_err(|faults| {
            let place = |fault: &ConfigFault| file.line_column(fault.span.start);
            let say = |fault: &ConfigFault| {
                let said = fault.message.text(words::Language::Indonesian);
                format!("{}:{} {said}", place(fault).line, place(fault).column)
            };
            faults.iter().map(say).collect()
        })
    }

    #[test]
    fn a_whole_configuration() {
        let text = "peraturan = 'tata-tulis'\ngaya = 'g.toml'\nbahasa = 'ms'\nkecualikan = ['arsip', 'x/**']\n[tingkat]\n'a/b' = 'mati'\na = 'galat'\n\
                    [[pengecualian]]\nberkas = 'arsip/**'\naturan = 'a/c'\nalasan = 'lama'\n";
        let config = parse(text).unwrap();
        assert_eq!(config.level(&RuleId::new("a", "b")), Some(None));
        assert_eq!(config.level(&RuleId::new("a", "x")), Some(Some(Level::Error)));
        assert_eq!(config.level(&RuleId::new("ab", "x")), None);
        for (word, meant) in
            [("error", "galat"), ("amaran", "peringatan"), ("info", "catatan"), ("off", "mati")]
        {
            assert!(level(word).is_some() && level(word) == level(meant), "{word}");
        }
        assert_eq!(config.language, Some(Language::Malay));
        assert_eq!(config.exceptions.len(), 1);
        assert_eq!(config.exclude, ["arsip", "x/**"]);
    }

    #[test]
    fn faults_come_at_once_with_their_places() {
        let text = "peratran = 'x'\ngaya = 3\nbahasa = 'de'\n[tingkat]\nx = 'parah'\n[[pengecualian]]\naturn = 'a'\n";
        let faults = parse(text).unwrap_err();
        assert!(faults[0].starts_with("1:1") && faults[0].contains("\"peraturan\""), "{faults:?}");
        assert!(faults[1].starts_with("2:8"), "{faults:?}");
        assert!(faults[2].starts_with("3:10") && faults[2].contains("id, ms, en"), "{faults:?}");
        assert!(faults[3].starts_with("5:5"), "{faults:?}");
        assert!(
            faults.iter().any(|fault| fault.starts_with("7:1") && fault.contains("\"aturan\""))
        );
    }

    #[test]
    fn selectors() {
        let rule = RuleId::new("tata-tulis", "hari-tidak-cocok");
        for good in ["tata-tulis", "tata-tulis/hari-tidak-cocok", "tata"] {
            assert!(selects(good, &rule), "{good}");
        }
        assert!(!selects("", &rule) && !selects("hari", &rule));
    }
}
