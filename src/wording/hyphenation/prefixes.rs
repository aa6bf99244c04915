//! What may stand before a base.

use super::endings::Ending;
use super::syllables::is_vowel;

/// What a prefix asks of the letters that follow it.
#[derive(Clone, Copy, Debug)]
enum Next {
    Any,
    /// One of these letters.
    One(&'static str),
    /// Any letter but r.
    NotR,
    /// r, or a first syllable that ends in "er": "be-rencana", "be-kerja".
    LosesR,
    /// A single syllable: "menge-sah-kan".
    Syllable,
}

/// What words a prefix makes, which decides what may stand before it and at the word's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Makes {
    /// "ber-dasar-kan", "per-usaha-an", "se-bagi-an"
    Words,
    /// "di-laksana-kan": before no other prefix, and never with "-an".
    Verbs,
    /// "ter-laksana"; with "-an" only behind another, "ke-ter-batas-an".
    Results,
    /// "pe-laksana-an"; with "-kan" and "-i" only behind another, "mem-pe-kerja-kan".
    Nouns,
    /// "ke-adil-an"; with "-kan" and "-i" behind another, "di-ke-muka-kan".
    Abstracts,
}

use Makes::{Abstracts, Nouns, Results, Verbs, Words};
use Next::{Any, LosesR, NotR, One, Syllable};

/// The prefixes that leave the base as it is, and the "tidak" of "ke-tidak-pasti-an".
const PLAIN: [(&str, Next, Makes); 19] = [
    ("be", LosesR, Words),
    ("ber", NotR, Words),
    ("di", Any, Verbs),
    ("ke", Any, Abstracts),
    ("me", One("lmnrwy"), Verbs),
    ("mem", One("bfpv"), Verbs),
    ("men", One("cdjstz"), Verbs),
    ("meng", One("aeghikoqu"), Verbs),
    ("menge", Syllable, Verbs),
    ("pe", One("bcdfghjklmnprstvwyz"), Nouns),
    ("pem", One("bfpv"), Nouns),
    ("pen", One("cdjstz"), Nouns),
    ("peng", One("aeghikoqu"), Nouns),
    ("penge", Syllable, Nouns),
    ("per", NotR, Words),
    ("se", Any, Words),
    ("te", LosesR, Results),
    ("ter", NotR, Results),
    ("tidak", Any, Abstracts),
];

/// Words that only stand before others (EYD V "Kata Berimbuhan" 2): they are parts of their own.
const BOUND: [&str; 19] = [
    "antar", "anti", "dwi", "eka", "kontra", "maha", "makro", "mikro", "multi", "nir", "non",
    "pasca", "pra", "purna", "semi", "sub", "supra", "swa", "trans",
];

/// Where in the word a prefix stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// Whether no prefix stands before it.
    pub(super) outermost: bool,
    /// What the word ends with.
    pub(super) ending: Ending,
}

/// The prefixes and bound words that a text may begin with.
pub(super) fn plain(text: &str, context: Context) -> impl Iterator<Item = &'static str> {
    let prefixes = PLAIN.into_iter().filter(move |(prefix, next, makes)| {
        let rest = text.strip_prefix(prefix);
        makes.fits(context) && rest.is_some_and(|rest| next.admits(rest))
    });
    let bound = BOUND.into_iter().filter(move |form| text.starts_with(form));
    prefixes.map(|(prefix, ..)| prefix).chain(bound)
}

impl Makes {
    fn fits(self, Context { outermost, ending }: Context) -> bool {
        match self {
            Words => true,
            Verbs => outermost && ending != Ending::An,
            Results => !outermost || ending != Ending::An,
            Nouns => !outermost || matches!(ending, Ending::None | Ending::An),
            Abstracts if outermost => ending == Ending::An,
            Abstracts => ending != Ending::None,
        }
    }
}

impl Next {
    fn admits(self, rest: &str) -> bool {
        match self {
            Any => true,
            One(letters) => rest.starts_with(|letter| letters.contains(letter)),
            NotR => !rest.starts_with('r'),
            LosesR => rest.starts_with('r') || first_ends_in_er(rest),
            Syllable => rest.bytes().filter(|b| is_vowel(*b)).count() == 1,
        }
    }
}

fn first_ends_in_er(base: &str) -> bool {
    let mut letters = base.bytes().skip(1);
    letters.next() == Some(b'e')
        && letters.next() == Some(b'r')
        && letters.next().is_some_and(|next| !is_vowel(next))
}

/// A base whose first letter the nasal of "me-" or "pe-" has taken: "menutup" from "tutup".
#[derive(Debug)]
pub(super) struct Merged {
    pub(super) base: String,
    /// Where its second letter stands.
    pub(super) start: usize,
}

impl Merged {
    /// The letters before the nasal, after which the word may be divided: "me-nutup" (EYD V
    /// "Pemenggalan Kata" 2.b).
    pub(super) const PREFIX: usize = 2;
}

/// The nasals with the letter that each takes the place of.
const NASALS: [(&str, char); 4] = [("m", 'p'), ("n", 't'), ("ng", 'k'), ("ny", 's')];

/// The bases that a text may hide.
pub(super) fn merged(text: &str, context: Context) -> impl Iterator<Item = Merged> {
    let mut prefixes = [("me", Verbs), ("pe", Nouns)].into_iter();
    let rest = prefixes
        .find_map(|(prefix, makes)| text.strip_prefix(prefix).filter(|_| makes.fits(context)));
    NASALS.into_iter().filter_map(move |(nasal, lost)| {
        let tail = rest?.strip_prefix(nasal)?;
        let vowel = tail.bytes().next().is_some_and(is_vowel);
        vowel.then(|| Merged { base: format!("{lost}{tail}"), start: Merged::PREFIX + nasal.len() })
    })
}
