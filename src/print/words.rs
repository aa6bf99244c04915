//! From what people type to runs: inline syntax, references, capitals, hyphens, long words.

use unicode_segmentation::UnicodeSegmentation;

use super::Maker;
use super::bound::bound;
use super::hyphens::hyphenate;
use super::run::{Run, Runs};
use super::sentence::Sentence;
use crate::draft::body;
use crate::draft::inline::{self, Inline, Reference};
use crate::text::script;
use crate::wording::Bahasa;

/// How a text is set.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Setting {
    /// In capitals.
    pub(crate) capitals: bool,
    /// In a narrow column, where also shorter words may have to break.
    pub(crate) narrow: bool,
    /// Words may be hyphenated: prose in a narrow column, never names.
    pub(crate) hyphenate: bool,
}

impl Setting {
    /// A heading.
    pub(super) const CAPITALS: Self = Self { capitals: true, narrow: false, hyphenate: false };
    /// A cell of a table.
    pub(super) const NARROW: Self = Self { capitals: false, narrow: true, hyphenate: false };
}

/// From this length on a word may break anywhere: longer than any word of the language, shorter
/// than the narrowest text column.
const LONG: usize = 30;
/// The same in the columns of a table.
const LONG_IN_COLUMN: usize = 14;
/// A part of a long word breaks only from this length on, so that numbers, addresses and compounds go on
/// in the next line behind one of their own marks.
const LONG_PART: usize = 20;
const ENDS_A_PART: [&str; 8] = ["-", "/", ".", "@", "_", "?", "&", "="];
/// A word of more letters breaks only after every few of them, where there is room.
const ENDLESS: usize = 400;
const FEW: usize = 4;
/// Layout engines count places within a text in sixteen bits, so a long text goes in as several.
/// They are joined again before they are shaped.
const PART: usize = 32_000;

impl Maker<'_> {
    /// One paragraph: lines joined, inline syntax read.
    pub(super) fn runs(&self, text: &str, setting: Setting) -> Runs {
        self.pieces(&inline::parse(&body::squeeze(text)), setting)
    }

    /// A sentence put together from several fields.
    pub(super) fn sentence(&self, sentence: Sentence) -> Runs {
        self.pieces(&sentence.pieces(), Setting::default())
    }

    fn pieces(&self, pieces: &[Inline], setting: Setting) -> Runs {
        let mut runs = Vec::new();
        for piece in pieces {
            match piece {
                Inline::Text(text) => set(text, setting, &mut runs),
                Inline::Italic(inner) => runs.push(Run::Italic(self.pieces(inner, setting))),
                Inline::Bold(inner) => runs.push(Run::Bold(self.pieces(inner, setting))),
                Inline::Reference(mark) => set(&self.reference(mark), setting, &mut runs),
            }
        }
        Runs::new(runs)
    }

    /// `Pasal 7 ayat (2) huruf a`; dots for a reference that leads nowhere.
    fn reference(&self, mark: &Reference) -> String {
        let unit = match self.language {
            Bahasa::Melayu => "perenggan",
            Bahasa::Indonesia => self.unit(),
        };
        let Some(section) = self.draft.outline.find(&mark.name) else {
            return format!("{unit} ....");
        };
        let mut text = format!("{unit} {}", section.number);
        let ayat = section.body.ayat().next().is_some();
        for (depth, part) in mark.parts.iter().enumerate() {
            let digit = part.starts_with(|c: char| c.is_ascii_digit());
            text.push_str(&match (digit, depth == 0 && ayat) {
                (true, true) => format!(" ayat ({part})"),
                (true, false) => format!(" angka {part}"),
                (false, _) => format!(" huruf {part}"),
            });
        }
        text
    }

    /// What a unit of the body is called: `Pasal`.
    pub(super) fn unit(&self) -> &str {
        self.draft.facts().unit()
    }
}

/// Adds words to a paragraph.
fn set(text: &str, setting: Setting, runs: &mut Vec<Run>) {
    let text = if setting.capitals { text.to_uppercase() } else { text.to_owned() };
    let limit = if setting.narrow { LONG_IN_COLUMN } else { LONG };
    let mut plain = String::with_capacity(text.len());
    let words: Vec<&str> = text.split(' ').collect();
    // A narrow column may be narrower than what belongs together.
    let together = |rest: &[&str]| if setting.narrow { 1 } else { bound(rest) };
    let mut rest = words.as_slice();
    while let Some((group, after)) = rest.split_at_checked(together(rest)) {
        match group {
            [word] => single(word, setting, limit, &mut plain, runs),
            words => {
                push(&mut plain, runs);
                runs.push(Run::Whole(words.join(" ")));
            }
        }
        if after.is_empty() {
            break;
        }
        plain.push(' ');
        rest = after;
    }
    push(&mut plain, runs);
}

/// Adds a word that stands for itself.
fn single(word: &str, setting: Setting, limit: usize, plain: &mut String, runs: &mut Vec<Run>) {
    if let Some(parts) = setting.hyphenate.then(|| hyphenate(word)).flatten() {
        plain.push_str(&parts);
    } else if is_long(word, limit) {
        push(plain, runs);
        runs.push(Run::Long(breakable(word, setting)));
    } else {
        plain.push_str(word);
    }
}

/// Whether a word may have to break.
fn is_long(word: &str, limit: usize) -> bool {
    word.len() > limit && word.graphemes(true).count() > limit
}

/// The pieces that a long word may break between: its parts, where a mark ends them; of a part that
/// is long itself its letters, or a few of them in a word so long that it fills lines of its own,
/// since laying out a piece costs as much as a word.
fn breakable(word: &str, setting: Setting) -> Vec<String> {
    if word.chars().any(script::is_from_right) {
        return joined(word);
    }
    let letters: Vec<&str> = word.graphemes(true).collect();
    let few = if letters.len() > ENDLESS && !setting.narrow { FEW } else { 1 };
    let longest = if setting.narrow { LONG_IN_COLUMN } else { LONG_PART };
    let parts = letters.chunk_by(|letter, _| !ENDS_A_PART.contains(letter));
    let pieces = parts.flat_map(|part| {
        let few = if part.len() > longest { few } else { part.len() };
        part.chunks(few).map(<[&str]>::concat)
    });
    pieces.collect()
}

/// The pieces of a word from the right: its letters join, so it breaks only behind those that join
/// nothing behind them.
fn joined(word: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.graphemes(true) {
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(letter);
        }
        if letter.starts_with(script::joins_nothing_behind) {
            pieces.push(String::new());
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn push(plain: &mut String, runs: &mut Vec<Run>) {
    let mut rest = std::mem::take(plain);
    while rest.len() > PART {
        let tail = rest.split_off(rest.floor_char_boundary(PART));
        runs.push(Run::Words(std::mem::replace(&mut rest, tail)));
    }
    if !rest.is_empty() {
        runs.push(Run::Words(rest));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, setting: Setting) -> Vec<Run> {
        let mut runs = Vec::new();
        set(text, setting, &mut runs);
        runs
    }

    #[test]
    fn a_long_word_stands_by_itself_in_pieces() {
        let word = "x".repeat(31);
        let runs = shown(&format!("a {word} b"), Setting::default());
        let [Run::Words(before), Run::Long(pieces), Run::Words(after)] = runs.as_slice() else {
            panic!("{runs:?}");
        };
        assert_eq!((before.as_str(), pieces.len(), after.as_str()), ("a ", 31, " b"));
        assert!(matches!(shown("kementerian-lembaga", Setting::NARROW).as_slice(), [Run::Long(_)]));
        // An address or a number breaks behind its own marks.
        let pieces = |word: &str| breakable(word, Setting::NARROW);
        assert_eq!(pieces("perundang-undangan"), ["perundang-", "undangan"]);
        assert_eq!(pieces("Rp1.150.000.000,00"), ["Rp1.", "150.", "000.", "000,00"]);
        assert_eq!(pieces(&"x".repeat(15)).len(), 15);
        // Arabic letters join, but not behind every one; a cluster is one letter.
        let pieces = |word: &str| breakable(word, Setting::default()).len();
        assert_eq!((pieces(&"ب".repeat(40)), pieces(&"سلام".repeat(10))), (1, 11));
        let clusters = "e\u{301}".repeat(20);
        assert!(matches!(shown(&clusters, Setting::default()).as_slice(), [Run::Words(_)]));
    }

    #[test]
    fn what_belongs_together_is_one_run() {
        let runs = shown("dalam Pasal 3 ayat (2) berlaku", Setting::default());
        let whole = |text: &str| Run::Whole(text.to_owned());
        let words = |text: &str| Run::Words(text.to_owned());
        let expected =
            [words("dalam "), whole("Pasal 3"), words(" "), whole("ayat (2)"), words(" berlaku")];
        assert_eq!(runs, expected);
        assert_eq!(shown("Pasal 3", Setting::NARROW), [words("Pasal 3")]);
    }

    #[test]
    fn a_text_without_end_goes_in_as_several() {
        let runs = shown(&"é ".repeat(40_000), Setting::default());
        let parts = runs.iter().filter(|run| matches!(run, Run::Words(w) if w.len() <= PART));
        assert_eq!((runs.len(), parts.count()), (4, 4));
    }
}
