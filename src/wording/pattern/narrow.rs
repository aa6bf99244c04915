//! A pattern without what a sort of texts cannot match.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{
    Capture, Class, ClassBytes, ClassBytesRange, ClassUnicode, ClassUnicodeRange, Hir, HirKind,
    Look, Repetition,
};

/// What characters a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// ASCII alone.
    Ascii,
    /// ASCII, and the signs of print that stand among Latin letters and are part of no word.
    Printed,
    /// Any others.
    Any,
}

/// Signs beyond ASCII: none of them is part of a word, a digit or a letter of either case. Quotation
/// marks, dashes, the ellipsis, bullets, the space that does not break.
const SIGNS: [(char, char); 9] = [
    ('\u{a0}', '\u{a9}'),
    ('\u{ab}', '\u{b1}'),
    ('\u{b4}', '\u{b4}'),
    ('\u{b6}', '\u{b8}'),
    ('\u{bb}', '\u{bb}'),
    ('\u{bf}', '\u{bf}'),
    ('\u{d7}', '\u{d7}'),
    ('\u{2010}', '\u{2027}'),
    ('\u{2030}', '\u{203e}'),
];

fn is_sign(c: char) -> bool {
    SIGNS.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

impl Sort {
    pub(super) fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::Ascii;
        }
        let printed = text.chars().all(|c| c.is_ascii() || is_sign(c));
        if printed { Self::Printed } else { Self::Any }
    }

    fn has(self, c: char) -> bool {
        c.is_ascii() || self == Self::Printed && is_sign(c)
    }

    fn characters(self) -> ClassUnicode {
        let signs = SIGNS.iter().filter(|_| self == Self::Printed).copied();
        let ranges = std::iter::once(('\0', '\x7f')).chain(signs);
        ClassUnicode::new(ranges.map(|(first, last)| ClassUnicodeRange::new(first, last)))
    }
}

/// The pattern that finds in texts of a sort what another finds; `None` where that is the same, or
/// cannot be told.
pub(super) fn narrowed(pattern: &str, sort: Sort) -> Option<Hir> {
    let hir = match sort {
        Sort::Any => return None,
        // Classes of ASCII are read much faster; those that only Unicode has are refused. What bytes
        // beyond ASCII they have does no harm.
        Sort::Ascii => match read(pattern, false) {
            Some(hir) => return Some(hir),
            None => read(pattern, true)?,
        },
        Sort::Printed => read(pattern, true)?,
    };
    Narrow { sort, all: sort.characters() }.of(&hir)
}

fn read(pattern: &str, unicode: bool) -> Option<Hir> {
    ParserBuilder::new().unicode(unicode).utf8(unicode).build().parse(pattern).ok()
}

struct Narrow {
    sort: Sort,
    all: ClassUnicode,
}

impl Narrow {
    fn of(&self, hir: &Hir) -> Option<Hir> {
        let each = |list: &[Hir]| list.iter().map(|one| self.of(one)).collect::<Option<Vec<Hir>>>();
        Some(match hir.kind() {
            HirKind::Empty => Hir::empty(),
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).ok()?;
                if text.chars().all(|c| self.sort.has(c)) {
                    Hir::literal(literal.0.clone())
                } else {
                    Hir::fail()
                }
            }
            HirKind::Class(class) => Hir::class(Class::Unicode(self.class(class))),
            HirKind::Look(look) => Hir::look(within_ascii(*look)),
            HirKind::Repetition(repetition) => Hir::repetition(Repetition {
                sub: Box::new(self.of(&repetition.sub)?),
                ..repetition.clone()
            }),
            HirKind::Capture(capture) => Hir::capture(Capture {
                index: capture.index,
                name: capture.name.clone(),
                sub: Box::new(self.of(&capture.sub)?),
            }),
            HirKind::Concat(list) => Hir::concat(each(list)?),
            HirKind::Alternation(list) => Hir::alternation(each(list)?),
        })
    }

    fn class(&self, class: &Class) -> ClassUnicode {
        let mut class = match class {
            Class::Unicode(class) => class.clone(),
            Class::Bytes(class) => characters(class),
        };
        class.intersect(&self.all);
        class
    }
}

/// The ASCII of a class of bytes.
fn characters(class: &ClassBytes) -> ClassUnicode {
    let ascii = |range: &ClassBytesRange| {
        let last = range.end().min(0x7f);
        (range.start() <= last)
            .then(|| ClassUnicodeRange::new(char::from(range.start()), char::from(last)))
    };
    ClassUnicode::new(class.iter().filter_map(ascii))
}

/// A place in texts in which only ASCII makes words.
fn within_ascii(look: Look) -> Look {
    match look {
        Look::WordUnicode => Look::WordAscii,
        Look::WordStartUnicode => Look::WordStartAscii,
        Look::WordEndUnicode => Look::WordEndAscii,
        Look::WordStartHalfUnicode => Look::WordStartHalfAscii,
        Look::WordEndHalfUnicode => Look::WordEndHalfAscii,
        Look::WordUnicodeNegate => Look::WordAsciiNegate,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_is_part_of_a_word() {
        let word = regex::Regex::new(r"\w|\d|\p{L}|\p{M}|\p{N}|(?i)[a-z]").unwrap();
        let signs = SIGNS.iter().flat_map(|(first, last)| *first..=*last);
        let signs: Vec<char> = signs.collect();
        assert!(signs.len() > 60);
        for sign in signs {
            assert!(!word.is_match(&sign.to_string()), "{sign:?}");
            assert!(!sign.is_alphanumeric(), "{sign:?}");
        }
    }

    #[test]
    fn a_pattern_keeps_what_a_sort_of_texts_can_match() {
        assert_eq!(Sort::of("a"), Sort::Ascii);
        assert_eq!(Sort::of("“a” – b…"), Sort::Printed);
        assert_eq!(Sort::of("é"), Sort::Any);
        let narrow = |pattern, sort| narrowed(pattern, sort).unwrap().to_string();
        let plain = narrow(r"\bé?\p{L}", Sort::Ascii);
        assert!(!plain.contains('é') && !plain.contains("xC3") && plain.contains("(?-u:\\b)"));
        assert!(narrow(r"[^a]", Sort::Printed).contains('\u{2027}'));
        assert!(narrow(r"\p{Lu}", Sort::Ascii).contains("A-Z"));
        assert!(narrowed("a", Sort::Any).is_none());
    }
}
