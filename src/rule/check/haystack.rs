//! Many texts as one, so that a phrase is looked for once.

use std::cell::OnceCell;

use memchr::memmem;

/// Texts joined, with where each begins.
#[derive(Debug)]
pub(crate) struct Haystack {
    all: String,
    /// The same in ASCII lower case, which moves no byte.
    lower: OnceCell<String>,
    starts: Vec<usize>,
}

impl Haystack {
    /// Joins texts.
    pub(crate) fn of<T: AsRef<str>>(texts: impl Iterator<Item = T>) -> Self {
        let (mut all, mut starts) = (String::new(), Vec::new());
        for text in texts {
            starts.push(all.len());
            all.push_str(text.as_ref());
            // No phrase goes across.
            all.push('\0');
        }
        Self { all, lower: OnceCell::new(), starts }
    }

    /// Where a phrase stands: which text, and the byte in it. In order.
    pub(crate) fn places(&self, phrase: &str) -> impl Iterator<Item = (usize, usize)> {
        self.matches(&self.all, phrase).map(|at| self.place(at))
    }

    /// The texts in which a phrase stands, whatever its case; the phrase itself is in lower case.
    pub(crate) fn holding(&self, phrase: &str) -> impl Iterator<Item = usize> {
        self.matches(self.lower(), phrase).map(|at| self.place(at).0)
    }

    /// Where a phrase stands as whole words: which text, and the byte in it.
    pub(crate) fn words(&self, phrase: &str) -> impl Iterator<Item = (usize, usize)> {
        self.whole_words(&self.all, phrase)
    }

    /// The same, whatever its case; the phrase itself is in lower case.
    pub(crate) fn lower_words(&self, phrase: &str) -> impl Iterator<Item = (usize, usize)> {
        self.whole_words(self.lower(), phrase)
    }

    fn lower(&self) -> &str {
        self.lower.get_or_init(|| self.all.to_ascii_lowercase())
    }

    fn whole_words(&self, all: &str, phrase: &str) -> impl Iterator<Item = (usize, usize)> {
        self.matches(all, phrase).filter(|at| is_word(all, *at, phrase)).map(|at| self.place(at))
    }

    /// The bytes at which a phrase begins, none of them inside the phrase before.
    fn matches(&self, all: &str, phrase: &str) -> impl Iterator<Item = usize> {
        let none = phrase.is_empty() || phrase.contains('\0');
        let found = memmem::find_iter(all.as_bytes(), phrase.as_bytes()).filter(move |_| !none);
        found.collect::<Vec<_>>().into_iter()
    }

    fn place(&self, at: usize) -> (usize, usize) {
        let index = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        (index, at - self.starts.get(index).copied().unwrap_or(0))
    }
}

/// Whether a phrase stands there as whole words, or with "-nya" behind it.
fn is_word(text: &str, at: usize, phrase: &str) -> bool {
    let open = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    let tail = text.get(at + phrase.len()..).unwrap_or_default();
    let tail = tail.strip_prefix("nya").unwrap_or(tail);
    open(before) && open(tail.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_in_its_text() {
        let texts = Haystack::of(["Data Warga", "", "data wargaku, Datanya, basisData"].iter());
        assert_eq!(texts.places("Data").collect::<Vec<_>>(), [(0, 0), (2, 14), (2, 28)]);
        assert_eq!(texts.words("Data").collect::<Vec<_>>(), [(0, 0), (2, 14)]);
        assert_eq!(texts.lower_words("data warga").collect::<Vec<_>>(), [(0, 0)]);
        assert_eq!(texts.holding("data w").collect::<Vec<_>>(), [0, 2]);
        assert_eq!(texts.places("").count() + texts.words("Warga\0").count(), 0);
    }
}
