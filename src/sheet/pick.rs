//! Which rows of a sheet are taken, and which of them are one document.

use std::ops::RangeInclusive;
use std::str::FromStr;

use super::columns::Columns;
use super::fault::SheetFault;
use super::grid::Grid;
use crate::wording::Bahasa;

/// Numbers of rows as a spreadsheet counts them: `3-8,12`.
#[derive(Clone, Debug)]
pub(crate) struct Rows(Vec<RangeInclusive<usize>>);

/// What a row must say: `satuan_kerja = "Kanwil A"`, `tahun != 2025`.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    column: String,
    value: String,
    equal: bool,
}

impl FromStr for Rows {
    type Err = SheetFault;

    fn from_str(text: &str) -> Result<Self, SheetFault> {
        let fault = || SheetFault::Rows(text.to_owned());
        let number = |part: &str| part.trim().parse::<usize>().ok().filter(|number| *number > 0);
        let range = |part: &str| {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let last = if last.trim().is_empty() { usize::MAX } else { number(last)? };
            Some(number(first)?..=last).filter(|range| !range.is_empty())
        };
        let ranges = text.split(',').map(|part| range(part).ok_or_else(fault));
        Ok(Self(ranges.collect::<Result<_, _>>()?))
    }
}

impl FromStr for Condition {
    type Err = SheetFault;

    fn from_str(text: &str) -> Result<Self, SheetFault> {
        let fault = || SheetFault::Condition(text.to_owned());
        let (column, value) = text.split_once('=').ok_or_else(fault)?;
        let (column, equal) = match column.strip_suffix('!') {
            Some(column) => (column, false),
            None => (column, true),
        };
        let value = value.trim_start_matches('=').trim();
        let bare = |sign: char| value.strip_prefix(sign).and_then(|rest| rest.strip_suffix(sign));
        let value = bare('"').or_else(|| bare('\'')).unwrap_or(value);
        let column = column.trim().to_owned();
        if column.is_empty() {
            return Err(fault());
        }
        Ok(Self { column, value: value.to_owned(), equal })
    }
}

impl Rows {
    pub(super) fn has(&self, number: usize) -> bool {
        self.0.iter().any(|range| range.contains(&number))
    }
}

/// The rows that are taken, put together to documents.
pub(super) fn documents(
    grid: &Grid,
    columns: &Columns,
    rows: Option<&Rows>,
    condition: Option<&Condition>,
    group: Option<&str>,
) -> Result<Vec<Vec<usize>>, SheetFault> {
    let filter = condition.map(|one| Ok((columns.named(&one.column)?.at, one))).transpose()?;
    let group = group.map(|name| Ok(columns.named(name)?.at)).transpose()?;
    let words = |row: usize, column: usize| {
        let cell = grid.cell(row, column);
        cell.map(|cell| cell.content.words(Bahasa::Indonesia)).unwrap_or_default()
    };
    let taken = (columns.first..grid.rows.len()).filter(|at| {
        let number = grid.rows.get(*at).map_or(0, |row| row.number);
        let holds =
            filter.is_none_or(|(column, one)| (words(*at, column) == one.value) == one.equal);
        holds && rows.is_none_or(|rows| rows.has(number))
    });
    let Some(group) = group else {
        return Ok(taken.map(|at| vec![at]).collect());
    };
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for at in taken {
        let name = words(at, group);
        match groups.iter_mut().find(|(one, _)| *one == name) {
            Some((_, rows)) => rows.push(at),
            None => groups.push((name, vec![at])),
        }
    }
    Ok(groups.into_iter().map(|(_, rows)| rows).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_chosen_by_number_and_by_what_they_say() {
        let rows: Rows = "3-8, 12,20-".parse().unwrap();
        let chosen: Vec<usize> = (1..25).filter(|number| rows.has(*number)).collect();
        assert_eq!(chosen, [3, 4, 5, 6, 7, 8, 12, 20, 21, 22, 23, 24]);
        for wrong in ["", "0", "8-3", "a", "1--2"] {
            assert!(wrong.parse::<Rows>().is_err(), "{wrong}");
        }
        let condition = |text: &str| {
            text.parse::<Condition>().ok().map(|one| (one.column, one.value, one.equal))
        };
        let told =
            |column: &str, value: &str, equal| Some((column.to_owned(), value.to_owned(), equal));
        assert_eq!(condition("unit = \"Kanwil A\""), told("unit", "Kanwil A", true));
        assert_eq!(condition("Batas Waktu!=2025"), told("Batas Waktu", "2025", false));
        assert!(condition("unit").is_none() && condition("= 3").is_none());
    }
}
