//! Reading number words.

use super::lexicon::{KUADRILIUN, Lexeme, Mark, lexemes, standard};
use super::token::{Kind, Token, span, tokens};
use super::{Bahasa, OldSpelling};

/// A number that was read from words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedNumber {
    /// The value.
    pub value: u64,
    /// Words that mean this value but are not written so any more ("milyar", "duapuluh").
    pub(crate) old: Vec<OldSpelling>,
}

/// The number that `text` spells out, from 0 to `u64::MAX`: the inverse of [`cardinal`].
///
/// Case, runs of white space and hyphens between the words do not matter. Both "seribu" and
/// "satu ribu", "sejuta" and "satu juta" are read, anywhere; spellings that are understood but
/// not standard are read and listed. `None` for anything else, also for words in a wrong order.
///
/// [`cardinal`]: super::cardinal()
pub fn parse_cardinal(text: &str, bahasa: Bahasa) -> Option<ParsedNumber> {
    read(&tokens(text), bahasa)
}

/// [`parse_cardinal`] over tokens; places are those of the tokens.
pub(super) fn read(tokens: &[Token<'_>], bahasa: Bahasa) -> Option<ParsedNumber> {
    let is_word = |token: Option<&Token<'_>>| token.is_some_and(|token| token.kind == Kind::Word);
    if !is_word(tokens.first()) || !is_word(tokens.last()) {
        return None;
    }
    let (mut marks, mut old) = (Vec::new(), Vec::new());
    for token in tokens.iter().filter(|token| !is_hyphen(token)) {
        let parts = lexemes(token.text, bahasa)?;
        old.extend(old_word(token, &parts));
        marks.extend(parts.iter().map(|part| part.mark));
    }
    let value = evaluate(&marks)?;
    old.extend(tokens.windows(2).filter_map(|pair| loose_one(pair, bahasa)));
    old.sort_by_key(|old| old.span.start);
    Some(ParsedNumber { value, old })
}

fn is_hyphen(token: &Token<'_>) -> bool {
    token.is_any(&["-", "\u{2010}", "\u{2011}"])
}

/// The note on one word that is spelt otherwise than the standard has it.
fn old_word(token: &Token<'_>, parts: &[&Lexeme]) -> Option<OldSpelling> {
    let standard = standard(parts);
    let written = token.text.to_owned();
    (written.to_lowercase() != standard).then(|| OldSpelling {
        written,
        standard,
        span: span(&[*token]),
    })
}

/// "satu puluh" for "sepuluh". Malay cheques do say "satu ratus", so that is Indonesian only.
fn loose_one(pair: &[Token<'_>], bahasa: Bahasa) -> Option<OldSpelling> {
    let [one, many] = pair else { return None };
    let fused: &[&str] = match bahasa {
        Bahasa::Indonesia => &["belas", "puluh", "ratus"],
        Bahasa::Melayu => &["belas", "puluh"],
    };
    (one.is("satu") && many.is_any(fused)).then(|| OldSpelling {
        written: format!("{} {}", one.text, many.text),
        standard: format!("se{}", many.text.to_lowercase()),
        span: span(pair),
    })
}

/// The value of a whole number of at least one word.
fn evaluate(marks: &[Mark]) -> Option<u64> {
    if marks == [Mark::Zero] {
        return Some(0);
    }
    let Some(at) = marks.iter().position(|mark| *mark == Mark::Scale(KUADRILIUN)) else {
        return series(marks);
    };
    // The highest scale takes thousands of itself, as there is no agreed name above it.
    let (head, tail) = marks.split_at(at);
    let count = match head {
        [] => return None,
        [Mark::Se] => 1,
        head => series(head)?,
    };
    let (_, tail) = tail.split_first()?;
    count.checked_mul(KUADRILIUN)?.checked_add(series(tail)?)
}

/// Groups below a thousand, each with its scale, the scales falling. Less than 10^15.
fn series(mut rest: &[Mark]) -> Option<u64> {
    let (mut total, mut ceiling) = (0, KUADRILIUN);
    while !rest.is_empty() {
        let (group, after) = group(rest)?;
        match after {
            [] => return Some(total + group),
            [Mark::Scale(scale), tail @ ..] if *scale < ceiling => {
                total += group * scale;
                (ceiling, rest) = (*scale, tail);
            }
            _ => return None,
        }
    }
    Some(total)
}

/// What stands before a scale or at the end: 1 to 999.
fn group(marks: &[Mark]) -> Option<(u64, &[Mark])> {
    match marks {
        [Mark::Se, rest @ ..] if matches!(rest, [Mark::Scale(_), ..]) => Some((1, rest)),
        [Mark::Se, Mark::Ratus, rest @ ..] => Some(hundreds(1, rest)),
        [Mark::Unit(n), Mark::Ratus, rest @ ..] => Some(hundreds(*n, rest)),
        marks => below_hundred(marks),
    }
}

fn hundreds(count: u64, rest: &[Mark]) -> (u64, &[Mark]) {
    let (value, rest) = below_hundred(rest).unwrap_or((0, rest));
    (count * 100 + value, rest)
}

fn below_hundred(marks: &[Mark]) -> Option<(u64, &[Mark])> {
    match marks {
        [Mark::Se | Mark::Unit(1), Mark::Puluh, rest @ ..] => Some((10, rest)),
        [Mark::Se, Mark::Belas, rest @ ..] => Some((11, rest)),
        [Mark::Unit(n), Mark::Belas, rest @ ..] => Some((10 + n, rest)),
        [Mark::Unit(n), Mark::Puluh, Mark::Unit(unit), rest @ ..] => Some((n * 10 + unit, rest)),
        [Mark::Unit(n), Mark::Puluh, rest @ ..] => Some((n * 10, rest)),
        [Mark::Unit(n), rest @ ..] => Some((*n, rest)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> Option<u64> {
        parse_cardinal(text, Bahasa::Indonesia).map(|number| number.value)
    }

    fn standards(text: &str, bahasa: Bahasa) -> Vec<String> {
        let number = parse_cardinal(text, bahasa).expect("a number");
        number.old.into_iter().map(|old| old.standard).collect()
    }

    #[test]
    fn tolerates_case_space_and_hyphens() {
        assert_eq!(id("  DUA\n Puluh-Lima\u{a0}"), Some(25));
        assert_eq!(id("Seribu"), Some(1_000));
        assert_eq!(id("satu ribu"), Some(1_000));
        assert_eq!(id("sejuta"), Some(1_000_000));
        assert_eq!(id("satu juta satu ribu"), id("satu juta seribu"));
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in [
            "",
            " ",
            "-",
            "-lima",
            "lima-",
            "se",
            "se ratus",
            "puluh",
            "ratus ribu",
            "nol satu",
            "dua nol dua enam",
            "lima lima",
            "dua ribu tiga ribu",
            "seribu juta",
            "sepuluh satu",
            "dua puluh seribu",
            "seratus seribu",
            "dua puluh sepuluh",
            "lima koma dua",
            "5",
            "lima5",
            "kuadriliun",
            "lima juta kuadriliun",
            "limaa",
            "s\u{301}atu",
            "\u{1F600}",
            "satu biliun",
            "delapan belas ribu lima ratus kuadriliun",
        ] {
            assert_eq!(id(text), None, "{text:?}");
        }
    }

    #[test]
    fn names_the_standard_spelling() {
        let id = Bahasa::Indonesia;
        assert_eq!(standards("lapan Milyar duapuluh", id), ["delapan", "miliar", "dua puluh"]);
        assert_eq!(standards("satu ratus satu puluh", id), ["seratus", "sepuluh"]);
        assert_eq!(standards("seribu seratus sebelas", id), [""; 0]);
        assert_eq!(standards("delapan billion", Bahasa::Melayu), ["lapan", "bilion"]);
        assert_eq!(standards("satu juta satu ratus", Bahasa::Melayu), [""; 0]);
    }

    #[test]
    fn old_spellings_point_at_their_place() {
        let number = parse_cardinal(" dua  MILYAR", Bahasa::Indonesia).expect("a number");
        assert_eq!(number.old[0].span, 6..12);
        assert_eq!(number.old[0].written, "MILYAR");
    }
}
