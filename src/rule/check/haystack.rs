//! Many texts as one, so that a phrase is looked for once.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use memchr::memmem;

/// Texts joined, with where each begins.
#[derive(Debug)]
pub(crate) struct Haystack {
    all: String,
    /// The same in ASCII lower case, which moves no byte.
    lower: OnceCell<String>,
    grams: OnceCell<Grams>,
    bytes: OnceCell<Vec<Bytes>>,
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
        Self { all, lower: OnceCell::new(), grams: OnceCell::new(), bytes: OnceCell::new(), starts }
    }

    /// Where a phrase stands: which text, and the byte in it. In order.
    pub(crate) fn places(&self, phrase: &str) -> impl Iterator<Item = (usize, usize)> {
        self.matches(&self.all, phrase).map(|at| self.place(at))
    }

    /// The texts in which a phrase stands, whatever its case; the phrase itself is in lower case.
    pub(crate) fn holding(&self, phrase: &str) -> impl Iterator<Item = usize> {
        let finder = self.may_have(phrase).then(|| memmem::Finder::new(phrase));
        let mut from = 0;
        std::iter::from_fn(move || {
            let rest = self.lower().as_bytes().get(from..)?;
            let at = from + finder.as_ref()?.find(rest)?;
            let (text, _) = self.place(at);
            from = self.starts.get(text + 1).copied().unwrap_or(usize::MAX);
            Some(text)
        })
    }

    /// The texts in which any of some phrases stands, whatever its case; the phrases themselves are in
    /// lower case.
    pub(super) fn holding_any(&self, phrases: &[String]) -> BTreeSet<usize> {
        // Signs of one byte stand in nearly every text, soon after it begins.
        let (signs, others): (Vec<&String>, Vec<&String>) =
            phrases.iter().partition(|phrase| phrase.len() == 1);
        let mut found: BTreeSet<usize> =
            others.iter().flat_map(|phrase| self.holding(phrase)).collect();
        let signs = Bytes::of(signs.iter().flat_map(|sign| sign.bytes()).filter(|sign| *sign != 0));
        if !signs.is_empty() {
            let texts = self.bytes().iter().enumerate();
            found.extend(texts.filter(|(_, bytes)| bytes.meets(&signs)).map(|(at, _)| at));
        }
        found
    }

    /// Where a phrase stands as whole words: which text, and the byte in it.
    pub(crate) fn words(&self, phrase: &str) -> impl Iterator<Item = (usize, usize)> {
        self.whole_words(&self.all, phrase)
    }

    /// The same, whatever its case; the phrase itself is in lower case.
    pub(crate) fn lower_words(&self, phrase: &str) -> impl Iterator<Item = (usize, usize)> {
        self.whole_words(self.lower(), phrase)
    }

    /// Whether a phrase cannot stand anywhere, whatever its case; most that are looked for do not.
    pub(crate) fn lacks(&self, phrase: &str) -> bool {
        !self.grams.get_or_init(|| Grams::of(self.lower().as_bytes())).may_have(phrase.as_bytes())
    }

    /// What bytes each text has, in lower case.
    fn bytes(&self) -> &[Bytes] {
        let each = || {
            let ends = self.starts.iter().skip(1).copied().chain([self.all.len()]);
            let texts = self.starts.iter().zip(ends);
            let text = |(start, end): (&usize, usize)| self.lower().as_bytes().get(*start..end);
            texts.map(|one| Bytes::of(text(one).unwrap_or_default().iter().copied())).collect()
        };
        self.bytes.get_or_init(each)
    }

    fn lower(&self) -> &str {
        self.lower.get_or_init(|| self.all.to_ascii_lowercase())
    }

    fn whole_words(&self, all: &str, phrase: &str) -> impl Iterator<Item = (usize, usize)> {
        self.matches(all, phrase).filter(|at| is_word(all, *at, phrase)).map(|at| self.place(at))
    }

    /// The bytes at which a phrase begins, none of them inside the phrase before. Often the first is
    /// all that is asked for.
    fn matches(&self, all: &str, phrase: &str) -> impl Iterator<Item = usize> {
        let finder = self.may_have(phrase).then(|| memmem::Finder::new(phrase));
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = from + finder.as_ref()?.find(all.as_bytes().get(from..)?)?;
            from = at + phrase.len();
            Some(at)
        })
    }

    fn may_have(&self, phrase: &str) -> bool {
        !phrase.is_empty() && !phrase.contains('\0') && !self.lacks(phrase)
    }

    fn place(&self, at: usize) -> (usize, usize) {
        let index = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        (index, at - self.starts.get(index).copied().unwrap_or(0))
    }
}

/// A set of bytes.
#[derive(Debug, Default)]
struct Bytes([u64; 4]);

impl Bytes {
    fn of(bytes: impl Iterator<Item = u8>) -> Self {
        let mut set = Self::default();
        for byte in bytes {
            if let Some(word) = set.0.get_mut(usize::from(byte / 64)) {
                *word |= 1 << (byte % 64);
            }
        }
        set
    }

    fn is_empty(&self) -> bool {
        self.0 == [0; 4]
    }

    fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(one, other)| one & other != 0)
    }
}

/// Which bytes stand beside each other in a text in lower case, by a hash of so many of them: what a
/// phrase has and the text has not tells without a search that it is not there.
#[derive(Debug)]
struct Grams {
    short: Box<[u64; GRAMS / 64]>,
    long: Box<[u64; GRAMS / 64]>,
}

/// How many hashes there are.
const GRAMS: usize = 1 << 15;

/// How many bytes are taken together. Of a few words of a language all short rows of letters stand
/// somewhere in any text, but not all of the longer ones.
const SHORT: usize = 3;
const LONG: usize = 6;

impl Grams {
    fn of(lower: &[u8]) -> Self {
        let mut short = Box::new([0_u64; GRAMS / 64]);
        let mut long = Box::new([0_u64; GRAMS / 64]);
        let mut last = 0;
        for byte in lower {
            last = last << 8 | u64::from(*byte);
            for (seen, count) in [(&mut short, SHORT), (&mut long, LONG)] {
                let at = hash(last, count);
                if let Some(word) = seen.get_mut(at / 64) {
                    *word |= 1 << (at % 64);
                }
            }
        }
        Self { short, long }
    }

    /// Whether all of a phrase in either case may be there. Of one or two bytes nothing is known.
    fn may_have(&self, phrase: &[u8]) -> bool {
        let all_in = |seen: &[u64; GRAMS / 64], count: usize| {
            phrase.windows(count).all(|row| {
                let lower = |all, byte: &u8| all << 8 | u64::from(byte.to_ascii_lowercase());
                let at = hash(row.iter().fold(0, lower), count);
                seen.get(at / 64).is_none_or(|word| word >> (at % 64) & 1 == 1)
            })
        };
        all_in(&self.long, LONG) && (phrase.len() >= LONG || all_in(&self.short, SHORT))
    }
}

/// A hash of so many of the last bytes of a number.
fn hash(last: u64, count: usize) -> usize {
    let bytes = last << (64 - 8 * count);
    (bytes.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 49) as usize
}

/// A phrase that is looked for in many texts.
pub(super) struct Phrase<'p>(&'p str, memmem::Finder<'p>);

impl<'p> Phrase<'p> {
    pub(super) fn new(phrase: &'p str) -> Self {
        Self(phrase, memmem::Finder::new(phrase))
    }

    /// Whether it stands in a text as whole words.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let Self(phrase, finder) = self;
        !phrase.is_empty()
            && !phrase.contains('\0')
            && finder.find_iter(text.as_bytes()).any(|at| is_word(text, at, phrase))
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
        assert_eq!(texts.holding("data").collect::<Vec<_>>(), [0, 2], "each once");
        let any = |phrases: &[&str]| {
            let phrases: Vec<String> = phrases.iter().map(|one| (*one).to_owned()).collect();
            texts.holding_any(&phrases).into_iter().collect::<Vec<_>>()
        };
        assert_eq!(
            (any(&[","]), any(&["w", "basis"]), any(&["\0"])),
            (vec![2], vec![0, 2], vec![])
        );
        assert!(texts.lacks("kota") && !texts.lacks("DATA w") && !texts.lacks("x"));
        assert_eq!(texts.places("").count() + texts.words("Warga\0").count(), 0);
    }
}
