//! What a text is about, by the stems of its words.

use super::words::EXPRESSIONS;

/// The stems of the words of a text that say what it is about.
#[derive(Debug, Default)]
pub(crate) struct Substance {
    /// In order, each once.
    stems: Vec<Stem>,
    words: usize,
    english: usize,
}

/// The first letters of a word without its prefix, one behind the other.
type Stem = u128;

/// Below so many stems the texts that another is compared with say too little.
const FEWEST_OTHERS: usize = 6;

/// How many letters of a stem are compared: endings differ.
const LETTERS: usize = 4;

impl Substance {
    /// Of a text in lower case.
    pub(crate) fn of_text(text: &str) -> Self {
        let (mut words, mut english) = (0, 0);
        let mut stems = Vec::new();
        for word in text.split(|c: char| !c.is_alphabetic()) {
            words += 1;
            english += usize::from(word.len() <= 5 && ENGLISH.contains(&word));
            // Looked up last: most words come again.
            if let Some(stem) = stem(word)
                && !EXPRESSIONS.common.contains(word)
            {
                stems.push(stem);
            }
        }
        Self { stems: ordered(stems), words, english }
    }

    /// Of several texts taken together.
    pub(crate) fn together<'s>(all: impl IntoIterator<Item = &'s Self>) -> Self {
        let sum = all.into_iter().fold(Self::default(), |mut sum, one| {
            sum.stems.extend(&one.stems);
            sum.words += one.words;
            sum.english += one.english;
            sum
        });
        Self { stems: ordered(sum.stems), ..sum }
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
            || self.stems.iter().any(|stem| others.stems.binary_search(stem).is_ok())
    }
}

fn ordered(mut stems: Vec<Stem>) -> Vec<Stem> {
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// Small words of English, which tell it from Indonesian and Malay.
const ENGLISH: [&str; 8] = ["the", "of", "and", "for", "to", "on", "in", "shall"];

/// Prefixes, the longer before those within them.
const PREFIXES: [&str; 20] = [
    "memper", "keber", "meng", "meny", "peng", "peny", "mem", "men", "pem", "pen", "per", "ber",
    "ter", "me", "pe", "di", "ke", "se", "to", "re",
];

/// The head of a word without its prefix and suffix; `None` for a short word.
fn stem(word: &str) -> Option<Stem> {
    let long = |rest: &str| rest.len() >= LETTERS && rest.chars().nth(LETTERS - 1).is_some();
    if !long(word) {
        return None;
    }
    let first = word.as_bytes().first();
    // Most prefixes begin otherwise.
    let like = PREFIXES.iter().filter(|prefix| prefix.as_bytes().first() == first);
    let mut bare = like.filter_map(|prefix| word.strip_prefix(prefix));
    let bare = bare.find(|rest| long(rest));
    let bare = bare.unwrap_or(word);
    // A suffix goes only where so many letters are left as are compared.
    Some(bare.chars().take(LETTERS).fold(0, |stem, c| stem << 32 | Stem::from(u32::from(c))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(one: &str, others: &str) -> bool {
        Substance::of_text(one).agrees(&Substance::of_text(others))
    }

    #[test]
    fn texts_of_one_matter_share_a_stem() {
        let scope = "pembinaan warga binaan melalui pelatihan menjahit, pemasaran hasil karya, dan \
                     pendampingan usaha kecil";
        assert!(agree("pelatihan kerja warga binaan", scope));
        assert!(!agree("pelayanan paspor kolektif calon jemaah haji", scope));
        // Too little to tell, or another language.
        assert!(agree("pelayanan paspor haji", "pelatihan"));
        assert_eq!(Substance::of_text("kerja sama pelayanan, melayani, paspor").len(), 2);
        assert!(agree("exchange of officers and of information for the border", scope));
    }
}
