//! Source texts, places in them, and the tree that one parse of a TOML text gives.

pub mod decode;
pub mod node;
pub mod path;
pub mod read;
mod repair;
pub(crate) mod syntax;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A range of bytes in a source text.
pub type Span = Range<usize>;

/// A line and a column, both counted from 1; the column counts characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

/// A named text with its line starts. A copy shares them: every fault of a pack has one.
#[derive(Clone, Debug)]
pub struct SourceFile(Arc<Whole>);

#[derive(Debug)]
struct Whole {
    name: String,
    text: String,
    line_starts: Vec<usize>,
    /// How many characters stand before every so many bytes.
    characters: OnceLock<Vec<usize>>,
}

const MARK: char = '\u{feff}';

/// The bytes from one counted place to the next: columns of a line without end are asked for by
/// every one of its findings.
const BLOCK: usize = 1_024;

impl SourceFile {
    /// Takes a text under the name that reports show.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let line_starts = std::iter::once(0)
            .chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1))
            .collect();
        let characters = OnceLock::new();
        Self(Arc::new(Whole { name: name.into(), text, line_starts, characters }))
    }

    /// The name that reports show: the path as the user gave it.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The line and column of a byte; a byte past the end counts as the end.
    pub fn line_column(&self, byte: usize) -> LineColumn {
        let byte = self.floor(byte);
        let (line, start) = self.line_of(byte);
        // The byte order mark of some editors stands before the text, not in it.
        let marked = byte > start && self.text().get(start..).is_some_and(|l| l.starts_with(MARK));
        let column = self.characters_before(byte) - self.characters_before(start) + 1;
        LineColumn { line, column: column - usize::from(marked) }
    }

    /// The span moved onto character boundaries inside the text.
    pub(crate) fn clamp(&self, span: &Span) -> Span {
        let start = self.floor(span.start);
        let end = self.floor(span.end).max(start);
        start..end
    }

    /// The text of one line, from 1, without its end.
    #[cfg(test)]
    pub(crate) fn line(&self, line: usize) -> &str {
        let starts = &self.0.line_starts;
        let start = starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let end = starts.get(line).copied().unwrap_or(self.text().len());
        self.text().get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r'])
    }

    /// The line of a byte, and its column in bytes of UTF-8, both from 1; a byte order mark counts.
    pub(crate) fn line_byte_column(&self, byte: usize) -> LineColumn {
        let byte = self.floor(byte);
        let (line, start) = self.line_of(byte);
        LineColumn { line, column: byte - start + 1 }
    }

    /// The whole lines that a span touches, without the end of the last.
    pub(crate) fn lines_around(&self, span: &Span) -> Span {
        let span = self.clamp(span);
        let (last, _) = self.line_of(span.end);
        let end = self.0.line_starts.get(last).map_or(self.text().len(), |next| next - 1);
        self.line_of(span.start).1..end
    }

    fn floor(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text().len());
        while !self.text().is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    }

    /// The line that a byte stands in, from 1, and where it begins.
    fn line_of(&self, byte: usize) -> (usize, usize) {
        let starts = &self.0.line_starts;
        let line = starts.partition_point(|&start| start <= byte);
        (line, starts.get(line.saturating_sub(1)).copied().unwrap_or(0))
    }

    /// How many characters begin before a byte.
    fn characters_before(&self, byte: usize) -> usize {
        let begins = |byte: &&u8| **byte & 0xC0 != 0x80;
        let count = |bytes: &[u8]| bytes.iter().filter(begins).count();
        let bytes = self.text().as_bytes();
        let blocks = self.0.characters.get_or_init(|| {
            let sum = |before: &mut usize, block: &[u8]| {
                let here = *before;
                *before += count(block);
                Some(here)
            };
            bytes.chunks(BLOCK).scan(0, sum).collect()
        });
        let block = byte / BLOCK;
        let rest = bytes.get(block * BLOCK..byte).unwrap_or_default();
        blocks.get(block).map_or_else(|| count(bytes), |before| before + count(rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let file = SourceFile::new("x", "é = 1\nkedua = \"é\"");
        assert_eq!(file.line_column(3), LineColumn { line: 1, column: 3 });
        assert_eq!(file.line_column(7), LineColumn { line: 2, column: 1 });
        assert_eq!(file.line_column(999).line, 2);
        assert_eq!(file.line(2), "kedua = \"é\"");
    }

    #[test]
    fn bytes_and_lines_of_a_place() {
        let file = SourceFile::new("x", "é = 1\nkedua = \"é\"\n");
        assert_eq!(file.line_byte_column(3), LineColumn { line: 1, column: 4 });
        assert_eq!(file.lines_around(&(2..3)), 0..6);
        assert_eq!(file.lines_around(&(9..10)), 7..19);
    }

    #[test]
    fn spans_are_moved_onto_characters() {
        let file = SourceFile::new("x", "é");
        assert_eq!(file.clamp(&(1..9)), 0..2);
    }
}
