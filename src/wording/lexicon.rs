//! The words that numbers are made of, one table per language.

use super::Bahasa;

/// The highest scale that has a name of its own here; see `cardinal` for the reason.
pub(super) const KUADRILIUN: u64 = 1_000_000_000_000_000;

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Zero,
    /// The prefix "se-": one of what follows.
    Se,
    Unit(u64),
    Belas,
    Puluh,
    Ratus,
    Scale(u64),
}

impl Mark {
    /// Whether "se-" can stand before it.
    fn is_multiplier(self) -> bool {
        matches!(self, Self::Belas | Self::Puluh | Self::Ratus | Self::Scale(_))
    }
}

/// A word of a number, and how the standard language writes it.
#[derive(Debug)]
pub(super) struct Lexeme {
    pub(super) word: &'static str,
    pub(super) standard: &'static str,
    pub(super) mark: Mark,
}

const fn good(word: &'static str, mark: Mark) -> Lexeme {
    old(word, word, mark)
}

const fn old(word: &'static str, standard: &'static str, mark: Mark) -> Lexeme {
    Lexeme { word, standard, mark }
}

/// Words of both languages; "tudjuh" and "djuta" are the spelling before 1972.
static COMMON: [Lexeme; 16] = [
    good("se", Mark::Se),
    good("satu", Mark::Unit(1)),
    good("dua", Mark::Unit(2)),
    good("tiga", Mark::Unit(3)),
    good("empat", Mark::Unit(4)),
    good("lima", Mark::Unit(5)),
    good("enam", Mark::Unit(6)),
    good("tujuh", Mark::Unit(7)),
    old("tudjuh", "tujuh", Mark::Unit(7)),
    good("sembilan", Mark::Unit(9)),
    good("belas", Mark::Belas),
    good("puluh", Mark::Puluh),
    good("ratus", Mark::Ratus),
    good("ribu", Mark::Scale(1_000)),
    good("juta", Mark::Scale(1_000_000)),
    old("djuta", "juta", Mark::Scale(1_000_000)),
];

/// "biliun" is left out on purpose: it has meant 10^12 as well as 10^9.
static INDONESIA: [Lexeme; 11] = [
    good("nol", Mark::Zero),
    old("kosong", "nol", Mark::Zero),
    good("delapan", Mark::Unit(8)),
    old("lapan", "delapan", Mark::Unit(8)),
    good("miliar", Mark::Scale(1_000_000_000)),
    old("milyar", "miliar", Mark::Scale(1_000_000_000)),
    good("triliun", Mark::Scale(1_000_000_000_000)),
    old("trilyun", "triliun", Mark::Scale(1_000_000_000_000)),
    old("triliyun", "triliun", Mark::Scale(1_000_000_000_000)),
    good("kuadriliun", Mark::Scale(KUADRILIUN)),
    old("kuadrilyun", "kuadriliun", Mark::Scale(KUADRILIUN)),
];

/// "sifar" is as good as "kosong"; the doubled l is English.
static MELAYU: [Lexeme; 9] = [
    good("kosong", Mark::Zero),
    good("sifar", Mark::Zero),
    good("lapan", Mark::Unit(8)),
    old("delapan", "lapan", Mark::Unit(8)),
    good("bilion", Mark::Scale(1_000_000_000)),
    old("billion", "bilion", Mark::Scale(1_000_000_000)),
    good("trilion", Mark::Scale(1_000_000_000_000)),
    old("trillion", "trilion", Mark::Scale(1_000_000_000_000)),
    good("kuadrilion", Mark::Scale(KUADRILIUN)),
];

/// The longest word of the language that `text` (in lower case) begins with.
fn longest_prefix(text: &str, bahasa: Bahasa) -> Option<&'static Lexeme> {
    let own: &[Lexeme] = match bahasa {
        Bahasa::Indonesia => &INDONESIA,
        Bahasa::Melayu => &MELAYU,
    };
    let candidates = COMMON.iter().chain(own);
    candidates.filter(|lexeme| text.starts_with(lexeme.word)).max_by_key(|lexeme| lexeme.word.len())
}

/// The parts of one written word, which may have swallowed its spaces ("duapuluh"), or `None`
/// when it is no word of a number.
pub(super) fn lexemes(word: &str, bahasa: Bahasa) -> Option<Vec<&'static Lexeme>> {
    let lower = word.to_lowercase();
    let (mut rest, mut parts) = (lower.as_str(), Vec::new());
    while !rest.is_empty() {
        let lexeme = longest_prefix(rest, bahasa)?;
        rest = rest.strip_prefix(lexeme.word)?;
        parts.push(lexeme);
    }
    let bound = |pair: &[&Lexeme]| match pair {
        [first, second] => first.mark != Mark::Se || second.mark.is_multiplier(),
        _ => true,
    };
    let open = parts.last().is_none_or(|last| last.mark == Mark::Se);
    (!open && parts.windows(2).all(bound)).then_some(parts)
}

/// Whether a word can be part of a number.
pub(super) fn is_numeral(word: &str, bahasa: Bahasa) -> bool {
    lexemes(word, bahasa).is_some()
}

/// Whether a word can be part of a number in any language.
pub(super) fn is_numeral_anywhere(word: &str) -> bool {
    Bahasa::ALL.into_iter().any(|bahasa| is_numeral(word, bahasa))
}

/// How the standard language writes these parts.
pub(super) fn standard(parts: &[&Lexeme]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part.standard);
        if part.mark != Mark::Se {
            text.push(' ');
        }
    }
    text.trim_end().to_owned()
}
