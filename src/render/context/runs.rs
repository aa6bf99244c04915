//! Texts as runs: a string, or pieces with emphasis, resolved references and breakable long words.

use serde_json::{Value as Json, json};
use unicode_segmentation::UnicodeSegmentation;

use super::Maker;
use super::sentence::Sentence;
use crate::draft::body;
use crate::draft::inline::{self, Inline, Reference};
use crate::wording::Bahasa;

/// How a text is set.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Setting {
    /// In capitals.
    pub capitals: bool,
    /// In a narrow column, where also shorter words may have to break.
    pub narrow: bool,
    /// Words may be hyphenated: prose in a narrow column, never names.
    pub hyphenate: bool,
}

/// From this length on a word may break anywhere: longer than any word of the language, shorter
/// than the narrowest text column.
const LONG: usize = 30;
/// The same in the columns of a table.
const LONG_IN_COLUMN: usize = 14;
/// A word of more letters breaks only after every few of them, where there is room.
const ENDLESS: usize = 400;
const FEW: usize = 4;
/// Typst counts places within a text in sixteen bits, so a long text goes in as several. It joins
/// them again before it shapes them.
const PART: usize = 32_000;

impl Maker<'_> {
    /// One paragraph: lines joined, inline syntax read.
    pub(crate) fn runs(&self, text: &str, setting: Setting) -> Json {
        self.pieces(&inline::parse(&body::squeeze(text)), setting)
    }

    /// A sentence put together from several fields.
    pub(crate) fn sentence(&self, sentence: Sentence) -> Json {
        self.pieces(&sentence.pieces(), Setting::default())
    }

    fn pieces(&self, pieces: &[Inline], setting: Setting) -> Json {
        let mut runs: Vec<Json> = Vec::new();
        for piece in pieces {
            match piece {
                Inline::Text(text) => words(text, setting, &mut runs),
                Inline::Italic(inner) => runs.push(json!({ "i": self.pieces(inner, setting) })),
                Inline::Bold(inner) => runs.push(json!({ "b": self.pieces(inner, setting) })),
                Inline::Reference(mark) => words(&self.reference(mark), setting, &mut runs),
            }
        }
        match runs.len() {
            0 => Json::String(String::new()),
            1 if runs.first().is_some_and(Json::is_string) => runs.remove(0),
            _ => Json::Array(runs),
        }
    }

    /// `Pasal 7 ayat (2) huruf a`; dots for a reference that leads nowhere.
    fn reference(&self, mark: &Reference) -> String {
        let unit = match self.language {
            Bahasa::Melayu => "perenggan",
            Bahasa::Indonesia => self.draft.text("satuan_naskah").unwrap_or("Pasal"),
        };
        let Some(section) = self.draft.outline.find(&mark.name) else {
            return format!("{unit} ....");
        };
        let mut text = format!("{unit} {}", section.number);
        let ayat = section.body.ayat().next().is_some();
        for (depth, part) in mark.parts.iter().enumerate() {
            let digit = part.starts_with(|c: char| c.is_ascii_digit());
            text.push_str(&match (digit, depth == 0 && ayat) {
                (true, true) => format!(" ayat ({part})"),
                (true, false) => format!(" angka {part}"),
                (false, _) => format!(" huruf {part}"),
            });
        }
        text
    }
}

fn words(text: &str, setting: Setting, runs: &mut Vec<Json>) {
    let text = if setting.capitals { text.to_uppercase() } else { text.to_owned() };
    let limit = if setting.narrow { LONG_IN_COLUMN } else { LONG };
    let mut plain = String::new();
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 {
            plain.push(' ');
        }
        let hyphenated = setting.hyphenate.then(|| super::hyphenate(word)).flatten();
        if let Some(parts) = hyphenated {
            plain.push_str(&parts);
        } else if word.len() > limit && !joins(word) && word.graphemes(true).count() > limit {
            push(&mut plain, runs);
            runs.push(json!({ "w": breakable(word, setting) }));
        } else {
            plain.push_str(word);
        }
    }
    push(&mut plain, runs);
}

/// The pieces that a long word may break between: its letters, or a few of them in a word so long
/// that it fills lines of its own, since laying out a piece costs as much as a word.
fn breakable(word: &str, setting: Setting) -> Vec<String> {
    let letters: Vec<&str> = word.graphemes(true).collect();
    let few = if letters.len() > ENDLESS && !setting.narrow { FEW } else { 1 };
    letters.chunks(few).map(<[&str]>::concat).collect()
}

fn push(plain: &mut String, runs: &mut Vec<Json>) {
    let mut rest = std::mem::take(plain);
    while rest.len() > PART {
        let tail = rest.split_off(rest.floor_char_boundary(PART));
        runs.push(Json::String(std::mem::replace(&mut rest, tail)));
    }
    if !rest.is_empty() {
        runs.push(Json::String(rest));
    }
}

/// Whether letters of a word join their neighbours, which a break would undo.
fn joins(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FEFF}'))
}
