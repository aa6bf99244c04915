//! The house style (*gaya*): the embedded one, and an office's own over it.

pub mod schema;

use std::sync::{Arc, LazyLock};

use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json};

use super::fonts;
use crate::draft::shape::nearest;
use crate::source::SourceFile;
use crate::text::length::Length;
use crate::wording::fixed_patterns;
use crate::words::{Phrase, render};

/// Why a style cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StyleError {
    /// It is no TOML.
    #[error("{place}")]
    Syntax {
        /// Where.
        place: String,
        /// What the parser says.
        source: toml::de::Error,
    },
    /// Its keys and values are not those of a style: every fault.
    #[error("{} faults in {name}", faults.len())]
    Faulty {
        /// The file.
        name: String,
        /// The faults, each with the key that has it.
        faults: Vec<StyleFault>,
    },
}

impl StyleError {
    fn of(source: toml::de::Error, name: &str, text: &str) -> Self {
        let start = source.span().map_or(0, |span| span.start);
        let at = SourceFile::new(name, text).line_column(start);
        Self::Syntax { place: format!("{name}:{}:{}", at.line, at.column), source }
    }
}

/// A fault of a style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleFault {
    /// The key, from the root.
    pub(crate) key: String,
    /// What is wrong with it.
    pub(crate) message: Phrase,
}

/// A complete style.
#[derive(Clone, Debug)]
pub struct Style(Arc<Json>);

static DEFAULT: LazyLock<Arc<Json>> = LazyLock::new(|| {
    Arc::new(toml::from_str(&schema::text()).unwrap_or_else(|_| Json::Object(Map::new())))
});

impl Default for Style {
    fn default() -> Self {
        Self(DEFAULT.clone())
    }
}

impl Style {
    /// The embedded style with an office's own file over it, table by table.
    ///
    /// # Errors
    /// Every fault of the file at once: unknown keys, wrong types, unknown fonts and lengths.
    pub(crate) fn with_file(name: &str, text: &str) -> Result<Self, StyleError> {
        let own: Json = toml::from_str(text).map_err(|error| StyleError::of(error, name, text))?;
        let mut style = Json::clone(&DEFAULT);
        let mut faults = Vec::new();
        overlay(&mut style, &own, "", &mut faults);
        if faults.is_empty() {
            return Ok(Self(Arc::new(style)));
        }
        Err(StyleError::Faulty { name: name.to_owned(), faults })
    }

    /// The style that the program brings under a name.
    ///
    /// # Errors
    /// As of a file; a test holds that none of them has faults.
    pub(crate) fn named(name: &str) -> Option<Result<Self, StyleError>> {
        let (name, text) = schema::embedded().find(|(known, _)| *known == name)?;
        Some(Self::with_file(name, text))
    }

    /// The names of the styles that the program brings.
    pub fn names() -> Vec<&'static str> {
        schema::embedded().map(|(name, _)| name).collect()
    }

    /// The style as templates see it.
    pub fn json(&self) -> Json {
        Json::clone(&self.0)
    }
}

impl Serialize for Style {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

fn overlay(base: &mut Json, own: &Json, path: &str, faults: &mut Vec<StyleFault>) {
    let (Some(known), Some(given)) = (base.as_object_mut(), own.as_object()) else {
        return;
    };
    for (key, value) in given {
        let place = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        let keys: Vec<String> = known.keys().cloned().collect();
        match known.get_mut(key) {
            None => {
                let near = nearest(key, keys.iter().map(String::as_str));
                let message = near.map_or_else(render::style_key, render::style_key_near);
                faults.push(StyleFault { key: place, message });
            }
            Some(old) if old.is_object() && value.is_object() => {
                overlay(old, value, &place, faults)
            }
            Some(old) => match value_fault(&place, old, value) {
                Some(message) => faults.push(StyleFault { key: place, message }),
                None => *old = settled(value),
            },
        }
    }
}

fixed_patterns! {
    COLOUR = r"^(#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}))?$";
}

/// The points of a letter where a style does not say how large it is.
const LETTER: f64 = 12.0;

/// A value as templates read it: a length in the one notation that they know.
fn settled(value: &Json) -> Json {
    let length = value.as_str().and_then(Length::parse);
    length.map_or_else(|| value.clone(), |length| length.to_string().into())
}

/// Whether a length can be meant at its place: no letter of 1 or 100 points, no margin of a metre.
fn sensible(place: &str, length: f64) -> bool {
    let size = place.split('.').any(|key| key.starts_with("ukuran"));
    // Two margins must leave room for text on a page of 21 cm.
    let most = if place.starts_with("batas.") { 7.0 } else { 15.0 };
    if size { (0.1..=2.6).contains(&length) } else { length <= most }
}

const POSITIONS: &[&str] =
    &["atas-kiri", "atas-tengah", "atas-kanan", "bawah-kiri", "bawah-tengah", "bawah-kanan"];
const LINES: &[&str] = &["yth", "dari", "hal", "lampiran", "sifat", "tanggal"];

/// Keys whose value is one of a few words, or a list of them; `*` is any key.
const CHOICES: &[(&str, &[&str])] = &[
    ("kertas.ukuran", &["a4", "f4"]),
    ("nomor_halaman.*.letak", POSITIONS),
    ("naskah.letak_nomor", &["nama", "tentang"]),
    ("naskah.posisi_kesatu", &["kiri", "kanan"]),
    ("naskah.nomor_rata", &["tengah", "kiri"]),
    ("nota_dinas.urutan", LINES),
    ("nota_dinas.selalu", LINES),
    ("memorandum.letak_darjah", POSITIONS),
    ("memorandum.letak_menteri", &["kiri", "kanan"]),
];

/// The words that may stand at a place, if only a few may.
fn choices(place: &str) -> Option<&'static [&'static str]> {
    let fits = |pattern: &str| {
        pattern.split('.').count() == place.split('.').count()
            && pattern.split('.').zip(place.split('.')).all(|(one, key)| one == "*" || one == key)
    };
    CHOICES.iter().find(|(pattern, _)| fits(pattern)).map(|(_, options)| *options)
}

fn choice_fault(place: &str, value: &Json) -> Option<Phrase> {
    let options = choices(place)?;
    let words = value.as_array().map_or_else(|| vec![value], |list| list.iter().collect());
    let wrong = words
        .into_iter()
        .find(|word| !word.as_str().is_some_and(|word| options.contains(&word)))?;
    Some(render::style_option(wrong, options.join(", ")))
}

fn value_fault(place: &str, old: &Json, new: &Json) -> Option<Phrase> {
    let alike = matches!(
        (old, new),
        (Json::String(_), Json::String(_))
            | (Json::Bool(_), Json::Bool(_))
            | (Json::Number(_), Json::Number(_))
            | (Json::Array(_), Json::Array(_))
    );
    if !alike {
        return Some(render::style_type(old));
    }
    if let Some(fault) = choice_fault(place, new) {
        return Some(fault);
    }
    if let (true, Some(colour)) = (place.ends_with(".latar_kepala"), new.as_str()) {
        let fits = COLOUR.is_match(colour);
        return (!fits).then(|| render::style_colour(colour));
    }
    if let (Some(old), Some(new)) = (old.as_str(), new.as_str()) {
        let fits = |length: Length| sensible(place, length.centimetres(LETTER));
        let unfit = Length::parse(old).is_some() && !Length::parse(new).is_some_and(fits);
        return unfit.then(|| render::style_size(old, new));
    }
    if let Some(number) = new.as_f64() {
        let unfit = !(0.0..=100.0).contains(&number);
        return unfit.then(|| render::style_number(old, new));
    }
    let families = fonts::families();
    let known = |name: &str| families.iter().any(|family| family.eq_ignore_ascii_case(name));
    let names = |list: &Json| -> Vec<String> {
        list.as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect()
    };
    let fonts = !names(old).is_empty() && names(old).iter().all(|name| known(name));
    let entries = new.as_array().map_or(0, Vec::len);
    if fonts && entries > names(new).len() {
        return Some(render::style_only_fonts(families.join(", ")));
    }
    if fonts && names(new).is_empty() {
        return Some(render::style_no_fonts(families.join(", ")));
    }
    let unknown = names(new).into_iter().find(|name| fonts && !known(name))?;
    Some(render::style_font(unknown, families.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    fn faults(text: &str) -> String {
        let Err(StyleError::Faulty { faults, .. }) = Style::with_file("g", text) else {
            panic!("{text}")
        };
        let said = faults.iter().map(|fault| fault.message.text(Language::Indonesian));
        said.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_style_of_the_program_is_sound_and_says_its_name() {
        let names = Style::names();
        assert!(names.len() >= 5 && names.is_sorted(), "{names:?}");
        for name in names {
            let style = Style::named(name).expect(name).expect(name);
            assert_eq!(style.json()["nama"], name);
        }
        assert!(Style::named("pemda").is_none());
    }

    #[test]
    fn an_office_changes_what_it_names() {
        let style = Style::with_file("g", "[batas.naskah]\nkiri = \"4cm\"\n").unwrap();
        assert_eq!(style.json()["batas"]["naskah"]["kiri"], "4cm");
        assert_eq!(
            style.json()["batas"]["naskah"]["kanan"],
            Style::default().json()["batas"]["naskah"]["kanan"]
        );
    }

    #[test]
    fn margins_leave_room_for_text() {
        let faults = faults("[batas.naskah]\nkiri = \"15cm\"\nkanan = \"7.1cm\"\n");
        assert_eq!(faults.lines().count(), 2, "{faults}");
        assert!(Style::with_file("g", "[batas.naskah]\nkiri = \"7cm\"\n").is_ok());
    }

    #[test]
    fn a_choice_is_one_of_its_words() {
        for (text, wrong) in [
            ("[kertas]\nukuran = \"a3\"", "\"a3\""),
            ("[nomor_halaman.tabel]\nletak = \"tengah\"", "\"tengah\""),
            ("[nota_dinas]\nurutan = [\"yth\", \"dari\", \"perihal\"]", "\"perihal\""),
            ("[memorandum]\nletak_darjah = [1]", "1 tidak dikenal"),
            ("[tabel]\nlatar_kepala = \"kuning\"", "\"kuning\""),
        ] {
            let faults = faults(text);
            assert!(faults.contains(wrong), "{faults}");
        }
        assert!(Style::with_file("g", "[kertas]\nukuran = \"f4\"").is_ok());
    }

    #[test]
    fn faults_come_at_once_and_name_the_nearest_key() {
        let text =
            "[batas.naskah]\nkri = \"4cm\"\natas = \"lebar\"\n[huruf]\nnaskah = [\"Comic Sans\"]\n";
        let faults = faults(text);
        for part in ["maksudnya kiri", "\"lebar\"", "Comic Sans"] {
            assert!(faults.contains(part), "{faults}");
        }
    }
}
