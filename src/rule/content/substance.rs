//! What a text is about, by the stems of its words.

use std::collections::BTreeSet;

use ecow::EcoString;

use super::words::EXPRESSIONS;

/// The stems of the words of a text that say what it is about.
#[derive(Debug, Default)]
pub(crate) struct Substance {
    stems: BTreeSet<EcoString>,
    words: usize,
    english: usize,
}

/// Below so many stems the texts that another is compared with say too little.
const FEWEST_OTHERS: usize = 6;

/// How many letters of a stem are compared: endings differ.
const LETTERS: usize = 4;

impl Substance {
    /// Of texts in lower case.
    pub(crate) fn of_texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut all = Self::default();
        for word in texts.into_iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic())) {
            all.words += 1;
            all.english += usize::from(ENGLISH.contains(&word));
            if !EXPRESSIONS.common.contains(word) {
                all.stems.extend(stem(word));
            }
        }
        all
    }

    /// Of several texts taken together.
    pub(crate) fn together<'s>(all: impl IntoIterator<Item = &'s Self>) -> Self {
        all.into_iter().fold(Self::default(), |mut sum, one| {
            sum.stems.extend(one.stems.iter().cloned());
            sum.words += one.words;
            sum.english += one.english;
            sum
        })
    }

    fn is_english(&self) -> bool {
        self.english * 12 > self.words
    }

    /// How many stems there are.
    pub(crate) fn len(&self) -> usize {
        self.stems.len()
    }

    /// Whether the two may be about the same: they share a stem, or cannot be compared.
    pub(crate) fn agrees(&self, others: &Self) -> bool {
        others.stems.len() < FEWEST_OTHERS
            || self.is_english() != others.is_english()
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
fn stem(word: &str) -> Option<EcoString> {
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
        Substance::of_texts([one]).agrees(&Substance::of_texts([others]))
    }

    #[test]
    fn texts_of_one_matter_share_a_stem() {
        let scope = "pembinaan warga binaan melalui pelatihan menjahit, pemasaran hasil karya, dan \
                     pendampingan usaha kecil";
        assert!(agree("pelatihan kerja warga binaan", scope));
        assert!(!agree("pelayanan paspor kolektif calon jemaah haji", scope));
        // Too little to tell, or another language.
        assert!(agree("pelayanan paspor haji", "pelatihan"));
        assert_eq!(Substance::of_texts(["kerja sama pelayanan, melayani, paspor"]).len(), 2);
        assert!(agree("exchange of officers and of information for the border", scope));
    }
}
