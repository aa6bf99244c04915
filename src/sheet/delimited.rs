//! CSV and TSV, with the bytes of every cell.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};
use std::collections::BTreeSet;

use super::cell::{Cell, Content};
use super::fault::SheetFault;
use super::grid::{Grid, Row};
use crate::source::{SourceFile, Span};

/// Reads a text whose cells a sign divides: that of its name, else the one that its first line has most.
pub(super) fn read(name: &str, text: String, ending: &str) -> Result<Grid, SheetFault> {
    let sign = if matches!(ending, "tsv" | "tab") { b'\t' } else { sign(&text) };
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut reading = Reading {
        text: &text,
        reader: ReaderBuilder::new().delimiter(sign).build(),
        at: mark,
        number: 0,
        rows: Vec::new(),
    };
    reading.all();
    let rows = reading
        .rows
        .into_iter()
        .filter(|row| row.cells.iter().any(|cell| !cell.content.is_empty()));
    let rows = rows.collect();
    Ok(Grid {
        shown: SourceFile::new(name, text),
        rows,
        heads: None,
        tabular: true,
        sheet: None,
        hidden: BTreeSet::new(),
    })
}

/// The sign that divides the cells of the first line with any.
fn sign(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted && counts.iter().any(|(_, count)| *count > 0) => break,
            _ if !quoted => {
                let known = counts.iter_mut().find(|(sign, _)| *sign == byte);
                known.into_iter().for_each(|(_, count)| *count += 1);
            }
            _ => {}
        }
    }
    // Of equal counts the last stands: a comma also divides the words of a head.
    counts
        .iter()
        .max_by_key(|(_, count)| *count)
        .filter(|(_, count)| *count > 0)
        .map_or(b',', |one| one.0)
}

struct Reading<'t> {
    text: &'t str,
    reader: Reader,
    at: usize,
    number: usize,
    rows: Vec<Row>,
}

impl Reading<'_> {
    fn all(&mut self) {
        let mut cells = Vec::new();
        while let Some((cell, ends, blank)) = self.field() {
            if cells.is_empty() {
                self.number += 1 + blank;
            }
            cells.push(cell);
            if ends {
                let span = span_of(&cells);
                self.rows.push(Row {
                    cells: std::mem::take(&mut cells),
                    number: self.number,
                    span,
                });
            }
        }
    }

    /// The next cell, whether it ends its row, and how many empty lines stand before it.
    fn field(&mut self) -> Option<(Cell, bool, usize)> {
        let start = self.at;
        let mut words = vec![0; self.text.len().saturating_sub(start).min(1 << 10) + 8];
        let mut filled = 0;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let room = words.get_mut(filled..).unwrap_or_default();
            let (result, read, written) = self.reader.read_field(rest, room);
            (self.at, filled) = (self.at + read, filled + written);
            match result {
                // The end of the text is told by an empty one.
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => words.resize(words.len() * 2, 0),
                ReadFieldResult::End => return None,
                ReadFieldResult::Field { record_end } => {
                    words.truncate(filled);
                    let words = String::from_utf8_lossy(&words).into_owned();
                    let (span, blank) = self.place(start);
                    let cell = Cell { content: Content::of_words(&words), span };
                    return Some((cell, record_end, blank));
                }
            }
        }
    }

    /// Where the words of a cell stand in what was read for it.
    fn place(&self, start: usize) -> (Span, usize) {
        let raw = self.text.get(start..self.at).unwrap_or_default();
        let bare = raw.trim_start_matches(['\r', '\n']);
        let head = raw.get(..raw.len() - bare.len()).unwrap_or_default();
        let ended = self.text.get(..start).is_some_and(|before| before.ends_with('\r'));
        let lines = head.matches('\n').count();
        let blank = lines.saturating_sub(usize::from(ended && head.starts_with('\n')));
        let from = start + head.len();
        let body = bare.strip_suffix(['\r', '\n', ',', ';', '\t']).unwrap_or(bare);
        let inner = body.strip_prefix('"').and_then(|body| body.strip_suffix('"'));
        match inner {
            Some(inner) => (from + 1..from + 1 + inner.len(), blank),
            None => (from..from + body.len(), blank),
        }
    }
}

/// From the first cell of a row to the last.
pub(super) fn span_of(cells: &[Cell]) -> Span {
    let start = cells.first().map_or(0, |cell| cell.span.start);
    start..cells.last().map_or(start, |cell| cell.span.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Bahasa;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let grid = read("a.csv", text.to_owned(), "csv").unwrap();
        let shown = grid.shown.text().to_owned();
        let words = |cell: &Cell| {
            let words = cell.content.words(Bahasa::Indonesia);
            let there = shown.get(cell.span.clone()).unwrap().replace("\"\"", "\"");
            assert_eq!(there.trim().replace("\r\n", "\n"), words);
            words
        };
        grid.rows.iter().map(|row| (row.number, row.cells.iter().map(words).collect())).collect()
    }

    #[test]
    fn cells_stand_where_they_are_written() {
        let text =
            "\u{feff}Mitra;Urgensi\r\n\"PT \"\"A\"\"; Tbk\";\"baris\r\ndua\"\r\n\r\nB; x \n;\nC;d";
        let words = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let wanted = vec![
            (1, words(&["Mitra", "Urgensi"])),
            (2, words(&["PT \"A\"; Tbk", "baris\ndua"])),
            (4, words(&["B", "x"])),
            (6, words(&["C", "d"])),
        ];
        assert_eq!(rows(text), wanted);
        assert_eq!(
            rows("a,b\n\"1,5\",c"),
            vec![(1, words(&["a", "b"])), (2, words(&["1,5", "c"]))]
        );
        assert_eq!(rows("a\tb\n"), vec![(1, words(&["a", "b"]))]);
    }
}
