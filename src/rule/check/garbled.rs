//! `aksara_rusak`: letters that were read in another encoding than they were written in.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CheckKind, Scope};
use crate::finding::{Hit, Place};
use crate::rule::declared::{Word, word};
use crate::wording::fixed_patterns;

/// UTF-8 read as a Western single-byte encoding: such pairs are never text.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Garbled {}

fixed_patterns! {
    GARBLED = r"(?x)
        â€[^\s\w,;()]? | Ã[\x{80}-\x{BF}€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ] | Â[\x{80}-\x{BF}\ ] | ï»¿ | \x{FFFD}+
        ";
}

/// What each of them begins with: hardly any text has one.
const SIGNS: [&str; 5] = ["â€", "Ã", "Â", "ï»", "\u{FFFD}"];

impl CheckKind for Garbled {
    fn words(&self) -> &'static [Word] {
        const WORDS: &[Word] = &[word("nilai", "aksara yang rusak")];
        WORDS
    }

    fn hits(&self, scope: &Scope<'_>) -> Vec<Hit> {
        let suspects: BTreeSet<usize> =
            SIGNS.iter().flat_map(|sign| scope.haystack().holding(sign)).collect();
        let texts = suspects.into_iter().filter_map(|index| scope.texts().get(index));
        let found = texts.filter_map(|(path, text)| Some((path, GARBLED.find(text)?)));
        let places = found.map(|(path, found)| {
            let place = Place::within(path.clone(), found.range());
            Hit::at(place).word("nilai", found.as_str().trim())
        });
        places.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn garbled_letters_are_told_from_foreign_ones() {
        for text in
            ["â€œlayanan", "terpaduâ€", "Jumâ€™at", "cafÃ©", "Â\u{a0}x", "Â x", "ï»¿a", "a\u{FFFD}"]
        {
            assert!(GARBLED.is_match(text), "{text}");
        }
        for text in ["Ângela", "São Tomé", "château", "€5", "naïf", "Kraków"] {
            assert!(!GARBLED.is_match(text), "{text}");
        }
    }
}
