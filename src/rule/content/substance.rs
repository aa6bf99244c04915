//! What a text is about, by the stems of its words.

use std::collections::BTreeSet;

use super::words::EXPRESSIONS;

/// The stems of the words of a text that say what it is about.
#[derive(Debug)]
pub(crate) struct Substance {
    stems: BTreeSet<String>,
    english: bool,
}

/// Below so many stems the texts that another is compared with say too little.
const FEWEST_OTHERS: usize = 6;

/// How many letters of a stem are compared: endings differ.
const LETTERS: usize = 4;

impl Substance {
    /// Of a text in lower case.
    pub(crate) fn of(text: &str) -> Self {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).collect();
        let english = words.iter().filter(|word| ENGLISH.contains(word)).count() * 12;
        let telling = words.iter().filter(|word| !EXPRESSIONS.common.iter().any(|c| c == *word));
        let stems = telling.filter_map(|word| stem(word)).collect();
        Self { stems, english: english > words.len() }
    }

    /// How many stems there are.
    pub(crate) fn len(&self) -> usize {
        self.stems.len()
    }

    /// Whether the two may be about the same: they share a stem, or cannot be compared.
    pub(crate) fn agrees(&self, others: &Self) -> bool {
        others.stems.len() < FEWEST_OTHERS
            || self.english != others.english
            || !self.stems.is_disjoint(&others.stems)
    }
}

/// Small words of English, which tell it from Indonesian and Malay.
const ENGLISH: [&str; 8] = ["the", "of", "and", "for", "to", "on", "in", "shall"];

/// Prefixes, the longer before those within them.
const PREFIXES: [&str; 20] = [
    "memper", "keber", "meng", "meny", "peng", "peny", "mem", "men", "pem", "pen", "per", "ber",
    "ter", "me", "pe", "di", "ke", "se", "to", "re",
];

const SUFFIXES: [&str; 5] = ["kan", "nya", "an", "es", "s"];

/// The head of a word without its prefix and suffix; `None` for a short word.
fn stem(word: &str) -> Option<String> {
    let long = |rest: &str| rest.chars().count() >= LETTERS;
    let bare = PREFIXES.iter().find_map(|prefix| word.strip_prefix(prefix).filter(|r| long(r)));
    let bare = bare.unwrap_or(word);
    let bare = SUFFIXES
        .iter()
        .find_map(|suffix| bare.strip_suffix(suffix).filter(|r| long(r)))
        .unwrap_or(bare);
    long(bare).then(|| bare.chars().take(LETTERS).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(one: &str, others: &str) -> bool {
        Substance::of(one).agrees(&Substance::of(others))
    }

    #[test]
    fn texts_of_one_matter_share_a_stem() {
        let scope = "pembinaan warga binaan melalui pelatihan menjahit, pemasaran hasil karya, dan \
                     pendampingan usaha kecil";
        assert!(agree("pelatihan kerja warga binaan", scope));
        assert!(!agree("pelayanan paspor kolektif calon jemaah haji", scope));
        // Too little to tell, or another language.
        assert!(agree("pelayanan paspor haji", "pelatihan"));
        assert_eq!(Substance::of("kerja sama pelayanan, melayani, paspor").len(), 2);
        assert!(agree("exchange of officers and of information for the border", scope));
    }
}
