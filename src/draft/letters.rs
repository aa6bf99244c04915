//! Characters that can be printed and read back: those that an embedded font holds, without the
//! ones that nobody sees and that vanish from a PDF or change how a text reads.

use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation;

use crate::assets;
use crate::finding::Builtin;
use crate::source::Span;
use crate::text::pile::MOST;
use crate::text::script::{is_arabic, is_from_right, is_mark};

/// The code points of a font family, as ranges in order.
type Coverage = Vec<(u32, u32)>;

/// What the families at the end of every font chain hold.
static FAMILIES: LazyLock<Vec<Coverage>> = LazyLock::new(|| {
    let bytes = assets::templates_under("_bersama/huruf/cakupan.txt").map(|(_, bytes)| bytes);
    let text = bytes.filter_map(|bytes| std::str::from_utf8(bytes).ok()).collect::<String>();
    let parts = text.split('[').skip(1);
    parts.map(|part| part.lines().filter_map(range).collect()).collect()
});

fn range(line: &str) -> Option<(u32, u32)> {
    let (first, last) = line.split_once('-')?;
    let number = |hex: &str| u32::from_str_radix(hex.trim(), 16).ok();
    Some((number(first)?, number(last)?))
}

/// A character that cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong with it.
    pub defect: Builtin,
    /// Its bytes.
    pub span: Span,
    /// The character.
    pub character: char,
}

impl Fault {
    /// Whether it says and prints nothing wherever it stands: a mark for dividing words, a blank
    /// without width, a mark of the direction, a mark of the order of bytes.
    pub(crate) fn is_invisible(&self) -> bool {
        matches!(
            self.character,
            '\u{AD}' | '\u{200B}' | '\u{200E}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
        )
    }

    /// Its number: `U+1F600`.
    pub(crate) fn number(&self) -> String {
        format!("U+{:04X}", u32::from(self.character))
    }
}

/// Every fault of a text, in order.
pub fn faults(text: &str) -> Vec<Fault> {
    let mut found = Vec::new();
    // Looked through in pieces, which the compiler makes few steps of.
    let plain = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t');
    let all_plain = |piece: &[u8]| piece.iter().fold(true, |all, byte| all & plain(byte));
    if text.as_bytes().chunks(64).all(all_plain) {
        return found;
    }
    let mut before = ' ';
    let from_right = text.chars().any(is_from_right);
    for (at, cluster) in text.grapheme_indices(true) {
        let mut whole = true;
        for (inside, character) in cluster.char_indices() {
            let span = at + inside..at + inside + character.len_utf8();
            let after = text.get(span.end..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            if let Some(defect) = single(character, before, after) {
                whole = false;
                found.push(Fault { defect, span, character });
            }
            before = character;
        }
        if whole {
            let lone = || lone(cluster, at).filter(|_| from_right);
            found.extend(together(cluster, at).or_else(lone));
        }
    }
    found
}

/// The fault of a character by itself, given its neighbours.
fn single(c: char, before: char, after: char) -> Option<Builtin> {
    if is_hidden(c, before, after) {
        return Some(Builtin::ControlCharacter);
    }
    // Titles are printed in capitals, so a letter whose capital no font has cannot be set either.
    let held = matches!(c, '\n' | '\r' | '\t') || (covered(c) && c.to_uppercase().all(covered));
    (!held).then_some(Builtin::CharacterWithoutFont)
}

/// The fault of a letter with its marks: a cluster is drawn in one font or not at all.
fn together(cluster: &str, at: usize) -> Option<Fault> {
    let mut marks = cluster.char_indices();
    let (_, base) = marks.next()?;
    let last = marks.clone().last()?;
    if let Some((inside, character)) = cluster.char_indices().nth(MOST) {
        let span = at + inside..at + cluster.len();
        return Some(Fault { defect: Builtin::PiledMarks, span, character });
    }
    let foreign = |&(_, c): &(usize, char)| {
        base.is_alphabetic() && is_mark(c) && is_arabic(base) != is_arabic(c)
    };
    let (inside, character) = match marks.find(foreign) {
        Some(mark) => mark,
        None if in_one_family(cluster) && in_one_family(&cluster.to_uppercase()) => return None,
        None => last,
    };
    let span = at + inside..at + inside + character.len_utf8();
    Some(Fault { defect: Builtin::CharacterWithoutFont, span, character })
}

/// A mark without a letter of its script, in a text from the right: every font that has the sign
/// under it draws that sign, so that it is seen, and read, more than once.
fn lone(cluster: &str, at: usize) -> Option<Fault> {
    let base = cluster.chars().next()?;
    let (inside, character) = cluster.char_indices().find(|(_, c)| is_mark(*c))?;
    let alone = is_mark(base) || base.is_whitespace();
    let stray = is_from_right(character) && !is_from_right(base);
    let span = at + inside..at + inside + character.len_utf8();
    (alone || stray).then_some(Fault { defect: Builtin::CharacterWithoutFont, span, character })
}

fn in_one_family(cluster: &str) -> bool {
    let drawn = |c: &char| !matches!(c, '\r' | '\n' | '\u{200C}' | '\u{200D}');
    FAMILIES.iter().any(|family| cluster.chars().filter(drawn).all(|c| holds(family, c)))
}

/// Whether an embedded font holds a character.
pub(crate) fn covered(c: char) -> bool {
    FAMILIES.iter().any(|family| holds(family, c))
}

fn holds(family: &Coverage, c: char) -> bool {
    let code = u32::from(c);
    let after = family.partition_point(|(first, _)| *first <= code);
    after.checked_sub(1).and_then(|at| family.get(at)).is_some_and(|(_, last)| code <= *last)
}

/// Characters that print nothing: they vanish from the PDF, break words where none is seen, or turn
/// round what is read. Joiners stand between Arabic letters; elsewhere they are lost.
fn is_hidden(c: char, before: char, after: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        '\u{200C}' | '\u{200D}' => !is_arabic(before) || !is_arabic(after),
        _ => c.is_control() || is_ignorable(c) || is_unassigned(c),
    }
}

/// Code points that fonts leave out on purpose, and those that steer the direction of the text.
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{200E}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFC}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Private use, and the code points that will never be characters.
fn is_unassigned(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{F0000}'..='\u{10FFFF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn defects(text: &str) -> Vec<Builtin> {
        faults(text).into_iter().map(|fault| fault.defect).collect()
    }

    #[test]
    fn what_can_be_printed() {
        for text in [
            "Attaché – “Café” § 5\n\r\n\tNoël",
            "ḥaḍramawt, Ṣāliḥ, m\u{304}\u{301}",
            "Ελλάδα, Москва, שָׁלוֹם",
            "مُحَمَّدٌ رَسُولُ اللّٰه ﷺ",
            "نامه\u{200C}ها",
            "ڤ ڠ چ ݢ ڽ ۏ",
            "x\u{A0}y\u{202F}z\u{2011}",
            "\u{301}a",
        ] {
            assert_eq!(defects(text), [], "{text}");
        }
    }

    #[test]
    fn what_nobody_sees() {
        for c in [
            '\u{0}',
            '\u{B}',
            '\u{C}',
            '\u{7F}',
            '\u{85}',
            '\u{9F}',
            '\u{AD}',
            '\u{34F}',
            '\u{61C}',
            '\u{115F}',
            '\u{17B4}',
            '\u{180E}',
            '\u{200B}',
            '\u{200C}',
            '\u{200D}',
            '\u{200E}',
            '\u{200F}',
            '\u{2028}',
            '\u{2029}',
            '\u{202E}',
            '\u{2060}',
            '\u{2066}',
            '\u{206F}',
            '\u{3164}',
            '\u{E000}',
            '\u{FDD0}',
            '\u{FE0F}',
            '\u{FEFF}',
            '\u{FFA0}',
            '\u{FFF9}',
            '\u{FFFC}',
            '\u{FFFE}',
            '\u{1FFFF}',
            '\u{E0041}',
            '\u{E0100}',
            '\u{10FFFF}',
        ] {
            let text = format!("a{c}b");
            let found = faults(&text);
            assert_eq!(found.len(), 1, "{found:?}");
            assert_eq!(
                (found[0].defect, &text[found[0].span.clone()]),
                (Builtin::ControlCharacter, &*c.to_string())
            );
        }
    }

    #[test]
    fn what_no_font_holds() {
        let found = faults("é😀 日");
        let places: Vec<_> =
            found.iter().map(|fault| (fault.span.clone(), fault.number())).collect();
        assert_eq!(places, [(2..6, "U+1F600".to_owned()), (7..10, "U+65E5".to_owned())]);
        assert!(found.iter().all(|fault| fault.defect == Builtin::CharacterWithoutFont));
        // In only some of the font chains, or without a capital.
        assert_eq!(defects("฿ ♇ ↄ"), [Builtin::CharacterWithoutFont; 3]);
    }

    #[test]
    fn a_letter_and_its_marks_are_of_one_script() {
        let found = faults("ab\u{64E}c د\u{302}");
        let places: Vec<_> =
            found.iter().map(|fault| (fault.span.clone(), fault.character)).collect();
        assert_eq!(places, [(2..4, '\u{64E}'), (8..10, '\u{302}')]);
        assert_eq!(defects("\u{64E}a -\u{64E} \u{5B0}"), [Builtin::CharacterWithoutFont; 3]);
        assert_eq!(defects("\u{301}a \u{301} ب \u{301}"), [Builtin::CharacterWithoutFont; 3]);
        assert_eq!(defects("\u{301}a \u{301} -\u{301}"), []);
    }

    #[test]
    fn marks_are_not_piled_up() {
        let pile = |count| format!("xa{}b", "\u{301}".repeat(count));
        assert_eq!(defects(&pile(30)), []);
        let found = faults(&pile(33));
        assert_eq!(
            (found.len(), found[0].defect, found[0].span.clone()),
            (1, Builtin::PiledMarks, 62..68)
        );
    }
}
