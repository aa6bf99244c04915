//! What a file of data says to people: once, or in several languages.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::Language;

/// Words of a pack or a kind: `"…"`, in the language of the file, or `{ id = "…", ms = "…" }`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translated {
    texts: ByLanguage,
    /// Whether the file names the languages.
    named: bool,
}

/// The same words by language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Kalimat yang sama dalam beberapa bahasa.")]
struct ByLanguage {
    #[schemars(description = "Bahasa Indonesia.")]
    id: Option<String>,
    #[schemars(description = "Bahasa Melayu.")]
    ms: Option<String>,
    #[schemars(description = "Bahasa Inggris.")]
    en: Option<String>,
}

impl ByLanguage {
    fn get(&self, language: Language) -> Option<&str> {
        match language {
            Language::Indonesian => self.id.as_deref(),
            Language::Malay => self.ms.as_deref(),
            Language::English => self.en.as_deref(),
        }
    }
}

impl Translated {
    /// Words in Indonesian, and those beside them in Malay.
    pub(crate) fn with_malay(self, malay: Option<String>) -> Self {
        let texts = ByLanguage { ms: malay.or(self.texts.ms), ..self.texts };
        Self { texts, ..self }
    }

    /// Words without a language as those of the file that they stand in.
    #[must_use]
    pub(crate) fn in_file_of(self, language: Language) -> Self {
        if self.named || language != Language::Malay {
            return self;
        }
        let Self { texts: ByLanguage { id, en, .. }, named } = self;
        Self { texts: ByLanguage { id: None, ms: id, en }, named }
    }

    /// Whether the file names the languages.
    pub(crate) fn is_by_language(&self) -> bool {
        self.named
    }

    /// The words in exactly this language.
    pub(crate) fn exactly(&self, language: Language) -> Option<&str> {
        self.texts.get(language)
    }

    /// The words for a reader of a language: in Indonesian, or in whatever there is, where that
    /// language is wanting.
    pub(crate) fn text(&self, language: Language) -> &str {
        let found = std::iter::once(language).chain(Language::ALL);
        found.filter_map(|language| self.exactly(language)).next().unwrap_or_default()
    }

    /// The words of each language that there is.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Language, &str)> {
        Language::ALL.into_iter().filter_map(|language| Some((language, self.exactly(language)?)))
    }
}

impl<'de> Deserialize<'de> for Translated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TranslatedVisitor)
    }
}

/// Not an untagged enum: that would tell nobody what is wrong with a table.
struct TranslatedVisitor;

impl<'de> Visitor<'de> for TranslatedVisitor {
    type Value = Translated;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Translated, E> {
        let texts = ByLanguage { id: Some(text.to_owned()), ..ByLanguage::default() };
        Ok(Translated { texts, named: false })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Translated, A::Error> {
        let texts = ByLanguage::deserialize(MapAccessDeserializer::new(map))?;
        let some = [&texts.id, &texts.ms, &texts.en].into_iter().any(Option::is_some);
        if some {
            Ok(Translated { texts, named: true })
        } else {
            Err(A::Error::missing_field("id"))
        }
    }
}

impl JsonSchema for Translated {
    fn schema_name() -> Cow<'static, str> {
        Shape::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Shape::json_schema(generator)
    }
}

/// The two ways to write them, for their schema.
#[derive(JsonSchema)]
#[serde(untagged)]
#[schemars(
    rename = "Translated",
    description = "Kalimat bagi manusia: teks, atau beberapa bahasa sekaligus."
)]
#[allow(dead_code, reason = "only its shape is asked for")]
enum Shape {
    /// Words in the language of the file.
    #[schemars(description = "Kalimat dalam bahasa berkas ini.")]
    Plain(String),
    /// In several.
    #[schemars(description = "Kalimat menurut bahasanya.")]
    Named(ByLanguage),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Translated, toml::de::Error> {
        let table: toml::Table = toml::from_str(text)?;
        table.get("a").cloned().unwrap().try_into()
    }

    #[test]
    fn words_are_said_in_the_language_of_the_reader_or_another() {
        let plain = read("a = 'satu'").unwrap();
        assert_eq!(plain.text(Language::Malay), "satu");
        assert_eq!(
            plain.clone().in_file_of(Language::Malay).exactly(Language::Malay),
            Some("satu")
        );
        let both = read("a = { id = 'dapat', ms = 'boleh' }").unwrap();
        let said = [Language::Indonesian, Language::Malay, Language::English].map(|l| both.text(l));
        assert_eq!(said, ["dapat", "boleh", "dapat"]);
        assert_eq!(read("a = { ms = 'boleh' }").unwrap().text(Language::English), "boleh");
    }

    #[test]
    fn a_table_without_a_language_says_nothing() {
        for text in ["a = {}", "a = { de = 'x' }", "a = 7", "a = { id = 7 }"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
