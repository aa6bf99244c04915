//! Workbooks of spreadsheet programs. What is shown of one is a line for each row.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{
    Data, Dimensions, Range, Reader as _, SheetVisible, Sheets, open_workbook_auto_from_rs,
};

use super::cell::{Cell, Content};
use super::delimited::span_of;
use super::fault::{CellFault, SheetFault};
use super::grid::{Grid, Row};
use super::hidden;
use crate::source::SourceFile;

type Book = Sheets<Cursor<Vec<u8>>>;

/// What stands between two cells of a line.
const BETWEEN: &str = " | ";

/// Reads a sheet of a workbook: the one that is named, else the first that is seen and holds anything.
pub(super) fn read(name: &str, bytes: Vec<u8>, sheet: Option<&str>) -> Result<Grid, SheetFault> {
    let broken = |error: calamine::Error| SheetFault::Broken {
        place: name.to_owned(),
        what: error.to_string(),
    };
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes.clone())).map_err(broken)?;
    let (sheet, range) = match sheet {
        Some(wanted) => (named(&book, wanted)?, None),
        None => first(&mut book).map_err(broken)?,
    };
    let range = match range {
        Some(range) => range,
        None => book.worksheet_range(&sheet).map_err(broken)?,
    };
    let mut grid = grid(name, sheet.clone(), &range, &merged(&mut book, &sheet));
    grid.hidden = hidden::rows(bytes, &sheet);
    Ok(grid)
}

fn named(book: &Book, wanted: &str) -> Result<String, SheetFault> {
    let known = book.sheet_names();
    let found = known.iter().find(|name| name.to_lowercase() == wanted.trim().to_lowercase());
    found.cloned().ok_or_else(|| SheetFault::NoSheet { wanted: wanted.to_owned(), known })
}

fn first(book: &mut Book) -> Result<(String, Option<Range<Data>>), calamine::Error> {
    let seen = book.sheets_metadata().iter().filter(|one| one.visible == SheetVisible::Visible);
    let seen: Vec<String> = seen.map(|one| one.name.clone()).collect();
    for name in &seen {
        let range = book.worksheet_range(name)?;
        if !range.is_empty() {
            return Ok((name.clone(), Some(range)));
        }
    }
    Ok((seen.into_iter().next().unwrap_or_default(), Some(Range::empty())))
}

/// Cells that are one: what stands in the first holds for each row of them.
fn merged(book: &mut Book, sheet: &str) -> Vec<Dimensions> {
    let Sheets::Xlsx(book) = book else { return Vec::new() };
    book.merge_cells_by_sheet_name(sheet).unwrap_or_default()
}

fn grid(name: &str, sheet: String, range: &Range<Data>, merged: &[Dimensions]) -> Grid {
    let last = range.end().map_or((0, 0), |(row, column)| (row + 1, column + 1));
    let (mut shown, mut rows) = (String::new(), Vec::new());
    for row in 0..last.0 {
        let mut cells = Vec::new();
        for column in 0..last.1 {
            if column > 0 {
                shown.push_str(BETWEEN);
            }
            let (content, said) = content(range.get_value(home(merged, row, column)));
            let start = shown.len();
            shown.push_str(&said.replace('\r', "").replace('\n', " ⏎ "));
            cells.push(Cell { content, span: start..shown.len() });
        }
        let span = span_of(&cells);
        if cells.iter().any(|cell| !cell.content.is_empty()) {
            rows.push(Row { cells, number: row as usize + 1, span });
        }
        shown.push('\n');
    }
    let shown = SourceFile::new(name, shown);
    Grid { shown, rows, heads: None, tabular: true, sheet: Some(sheet), hidden: BTreeSet::new() }
}

/// The cell whose value a cell has.
fn home(merged: &[Dimensions], row: u32, column: u32) -> (u32, u32) {
    // Side by side they are a title across the columns, and no value of each.
    let holds = |one: &&Dimensions| {
        one.start.1 == column && (one.start.0..=one.end.0).contains(&row) && one.start.0 != row
    };
    merged.iter().find(holds).map_or((row, column), |one| one.start)
}

/// What a cell holds, and what is shown of it.
fn content(data: Option<&Data>) -> (Content, String) {
    let content = match data {
        None | Some(Data::Empty) => Content::Empty,
        Some(Data::String(words) | Data::DurationIso(words)) => Content::of_words(words),
        Some(Data::Float(number)) => Content::of_number(*number),
        Some(Data::Int(number)) => Content::of_words(&number.to_string()),
        Some(Data::Bool(truth)) => Content::Truth(*truth),
        Some(Data::DateTime(moment)) => match moment.as_datetime() {
            Some(date) if moment.is_datetime() => Content::Date(date),
            _ => Content::of_number(moment.as_f64()),
        },
        Some(Data::DateTimeIso(words)) => match iso(words) {
            Some(date) => Content::Date(date),
            None => Content::of_words(words),
        },
        Some(Data::Error(error)) => Content::Faulty(CellFault::NoValue(error.to_string())),
        #[allow(unreachable_patterns, reason = "a later reader may know more sorts of cells")]
        Some(other) => Content::of_words(&other.to_string()),
    };
    let said = content.words(crate::wording::Bahasa::Indonesia);
    (content, said)
}

fn iso(words: &str) -> Option<chrono::NaiveDateTime> {
    let day = chrono::NaiveDate::parse_from_str(words.get(..10)?, "%Y-%m-%d").ok()?;
    day.and_hms_opt(0, 0, 0)
}
