//! Which language prevails where the texts differ.

use crate::finding::{Hit, Place};
use crate::rule::check::Scope;
use crate::source::Span;
use crate::source::path::FieldPath;
use crate::wording::fixed_patterns;
use crate::words;

fixed_patterns! {
    /// "naskah bahasa Inggris yang berlaku", "teks dalam bahasa Indonesia akan digunakan"
    INDONESIAN = r"(?i)\b(?:naskah|teks|versi|terjemahan)\s+(?:(?:asli|dalam|ini|yang|ditulis|ber)\s*){0,3}bahasa\s+([a-z]+)\s+(?:(?:ini|yang|akan|harus|hendaklah|adalah|lah|dianggap|menjadi|sebagai|paling)\s+){0,4}(?:berlaku|mengikat|digunakan|dipakai|menentukan|diutamakan|dijadikan|diacu|acuan|rujukan|mengatasi|mengatasinya|terpakai|diguna\s+pakai)\b";
    /// "the English text prevails", "the version in English shall be controlling"
    ENGLISH = r"(?i)\b(?:(?:text|version)\s+in\s+(?:the\s+)?)?([a-z]+)(?:\s+language)?(?:\s+(?:text|version))?\s+(?:(?:shall|will|is|to|be|the)\s+){0,3}(?:prevails?|governs?|govern|controlling|authoritative|take\s+precedence|takes\s+precedence)\b";
    /// What both texts are together.
    TOGETHER = r"(?i)\b(?:sama|equally|both|kedua|ketiga|masing-masing|dan\s+bahasa)\b";
}

/// Languages by their names, in Indonesian and in English.
const LANGUAGES: [(&str, &str); 16] = [
    ("indonesia", "indonesian"),
    ("inggris", "english"),
    ("inggeris", "english"),
    ("melayu", "malay"),
    ("arab", "arabic"),
    ("mandarin", "chinese"),
    ("tionghoa", "chinese"),
    ("jepang", "japanese"),
    ("korea", "korean"),
    ("prancis", "french"),
    ("perancis", "french"),
    ("belanda", "dutch"),
    ("jerman", "german"),
    ("rusia", "russian"),
    ("spanyol", "spanish"),
    ("portugis", "portuguese"),
];

/// A sentence that says which text prevails.
struct Said<'s> {
    path: &'s FieldPath,
    span: Span,
    written: &'s str,
    language: String,
}

/// Sentences that say another language than the first of them.
pub(super) fn several(scope: &Scope<'_>) -> Vec<Hit> {
    let mut said: Vec<Said<'_>> = Vec::new();
    for (at, (path, text)) in scope.texts().iter().enumerate() {
        for pattern in [&INDONESIAN, &ENGLISH].into_iter().filter(|one| scope.has(at, one)) {
            for found in pattern.captures_iter(text) {
                let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
                let before = text.get(..whole.start()).unwrap_or_default();
                let clause = before.rsplit(['.', ';', ',']).next().unwrap_or_default();
                let Some(language) = language(name.as_str()) else { continue };
                if !TOGETHER.is_match(clause) && !TOGETHER.is_match(whole.as_str()) {
                    said.push(Said { path, span: whole.range(), written: name.as_str(), language });
                }
            }
        }
    }
    let Some((first, others)) = said.split_first() else {
        return Vec::new();
    };
    let other = others.iter().filter(|one| one.language != first.language);
    let hit = |one: &Said<'_>| {
        let hit = Hit::at(Place::within(one.path.clone(), one.span.clone()));
        let hit = hit.word("tertulis", one.written).word("seharusnya", first.written);
        let place = Place::within(first.path.clone(), first.span.clone());
        hit.see(place, words::check::differs_from_this())
    };
    other.map(hit).collect()
}

/// The English name of a language that is known, or whose name both languages share.
fn language(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let known = LANGUAGES.iter().find(|(own, english)| *own == lower || *english == lower);
    known.map(|(_, english)| (*english).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prevailing_text_is_read() {
        let read = |pattern: &crate::wording::FixedPattern, text: &str| {
            language(pattern.captures(text)?.get(1)?.as_str())
        };
        for text in [
            "naskah bahasa Inggris yang berlaku",
            "naskah dalam bahasa Inggris yang akan digunakan",
            "teks bahasa Inggeris hendaklah mengatasi",
        ] {
            assert_eq!(read(&INDONESIAN, text).as_deref(), Some("english"), "{text}");
        }
        for text in [
            "the Indonesian text shall prevail",
            "the text in Indonesian will prevail",
            "the Indonesian language version prevails",
        ] {
            assert_eq!(read(&ENGLISH, text).as_deref(), Some("indonesian"), "{text}");
        }
        assert!(!INDONESIAN.is_match("dibuat dalam bahasa Indonesia dan bahasa Inggris"));
    }
}
