//! A sheet as rows of cells, whatever file it comes from.

use std::collections::BTreeSet;

use super::cell::Cell;
use super::fault::SheetFault;
use super::{delimited, records, workbook};
use crate::source::{SourceFile, Span};

/// The rows of a sheet, with the text that is shown of them.
#[derive(Debug)]
pub(crate) struct Grid {
    /// The file itself where that is a text; else a line for each row.
    pub(crate) shown: SourceFile,
    /// The rows in order; those without anything are left out.
    pub(crate) rows: Vec<Row>,
    /// The names of the columns, where they are no row of their own.
    pub(crate) heads: Option<Vec<String>>,
    /// Where cells have no address that people know, a row is named by its line.
    pub(crate) tabular: bool,
    /// The name of the sheet in its book.
    pub(crate) sheet: Option<String>,
    /// The numbers of rows that the book hides.
    pub(crate) hidden: BTreeSet<usize>,
}

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Its cells from the first column on.
    pub(crate) cells: Vec<Cell>,
    /// Its number as a spreadsheet counts, from 1.
    pub(crate) number: usize,
    /// Where it stands in the text that is shown.
    pub(crate) span: Span,
}

impl Grid {
    /// Reads a file by the ending of its name.
    ///
    /// # Errors
    /// A file of another form, or that is not what it says it is.
    pub(crate) fn read(
        name: &str,
        bytes: Vec<u8>,
        sheet: Option<&str>,
    ) -> Result<Self, SheetFault> {
        let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        match ending.as_str() {
            "csv" | "tsv" | "tab" | "txt" => delimited::read(name, text(name, bytes)?, &ending),
            "jsonl" | "ndjson" => records::of_lines(name, text(name, bytes)?),
            "toml" => records::of_tables(name, text(name, bytes)?),
            "xlsx" | "xlsm" | "xls" | "xlsb" | "ods" => workbook::read(name, bytes, sheet),
            _ => Err(SheetFault::Form(name.to_owned())),
        }
    }

    /// How people call a cell: `Data!C7`; that of a text without columns by its line.
    pub(crate) fn address(&self, row: usize, column: usize) -> String {
        let Some(row) = self.rows.get(row) else { return self.shown.name().to_owned() };
        if !self.tabular {
            return format!("{}:{}", self.shown.name(), row.number);
        }
        let cell = format!("{}{}", letters(column), row.number);
        match &self.sheet {
            Some(sheet) => format!("{sheet}!{cell}"),
            None => cell,
        }
    }

    /// A cell.
    pub(crate) fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(row)?.cells.get(column)
    }
}

fn text(name: &str, bytes: Vec<u8>) -> Result<String, SheetFault> {
    String::from_utf8(bytes).map_err(|error| {
        let bytes = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
        SheetFault::Broken { place: format!("{name}:{line}"), what: "UTF-8".to_owned() }
    })
}

/// The letters of a column: A, B, …, Z, AA.
fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let at = (rest - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(at).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_called_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
