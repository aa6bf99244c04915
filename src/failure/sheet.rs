//! What stands in the way of reading a sheet, in sentences.

use crate::error::Failure;
use crate::session::{CellFault, DataError, SheetFault};
use crate::words::{Argument, Phrase, command, sheet};

impl From<DataError> for Failure {
    fn from(error: DataError) -> Self {
        match error {
            DataError::Unreadable(error) => error.into(),
            DataError::Unopened(error) => error.into(),
            DataError::Sheet { file, source } => failure(&source, &file.display().to_string()),
        }
    }
}

/// The signs of the row and the kind in a pattern of names.
const SIGNS: [&str; 2] = ["{baris}", "{jenis}"];

/// What is wrong with a sheet of a name, or with one of its rows.
pub(super) fn failure(fault: &SheetFault, name: &str) -> Failure {
    let place = match fault {
        SheetFault::Broken { place, .. } | SheetFault::Base(place) => place.clone(),
        SheetFault::UnknownColumn { address, .. }
        | SheetFault::Cell { address, .. }
        | SheetFault::Differs { address, .. }
        | SheetFault::TwoColumns { second: address, .. } => within(name, address),
        SheetFault::Names { file, .. } => file.clone(),
        _ => name.to_owned(),
    };
    Failure::new(what(fault), place, remedy(fault))
}

/// A cell of a file; the name of a row says both already.
fn within(name: &str, address: &str) -> String {
    let file = name.rsplit_once(':').map_or(name, |(file, _)| file);
    if address.starts_with(file) { address.to_owned() } else { format!("{file}:{address}") }
}

fn what(fault: &SheetFault) -> Phrase {
    match fault {
        SheetFault::Form(_) => sheet::form(),
        SheetFault::Broken { what, .. } => sheet::broken(what.as_str()),
        SheetFault::NoSheet { wanted, .. } => sheet::no_sheet(wanted.as_str()),
        SheetFault::NoHeads { .. } => sheet::no_heads(),
        SheetFault::UnknownColumn { head, .. } if head.trim().is_empty() => sheet::unnamed_column(),
        SheetFault::UnknownColumn { head, .. } => sheet::unknown_column(head.as_str()),
        SheetFault::TwoColumns { first, field, .. } => {
            sheet::two_columns(first.as_str(), field.as_str())
        }
        SheetFault::NoColumn { wanted, .. } => sheet::no_column(wanted.as_str()),
        SheetFault::Condition(text) => sheet::condition(text.as_str()),
        SheetFault::Rows(text) => sheet::rows(text.as_str()),
        SheetFault::Names { name, .. } => sheet::names(name.as_str()),
        SheetFault::NoKind => sheet::no_kind(),
        SheetFault::UnknownKind { wanted, .. } => command::no_kind(wanted.as_str()),
        SheetFault::Base(_) => sheet::base(),
        SheetFault::Cell { fault: CellFault::LostFigures(said), .. } => {
            sheet::lost_figures(said.as_str())
        }
        SheetFault::Cell { fault: CellFault::NoValue(said), .. } => sheet::no_value(said.as_str()),
        SheetFault::Differs { field, .. } => sheet::differs(field.as_str()),
        SheetFault::NamePattern { field, .. } => sheet::name_pattern(field.as_str()),
        SheetFault::NoName => sheet::no_name(),
    }
}

fn remedy(fault: &SheetFault) -> Phrase {
    let listed = |names: &[String]| Argument::list(names, ", ");
    match fault {
        SheetFault::Form(_) => sheet::form_fix(),
        SheetFault::Broken { .. } => sheet::broken_fix(),
        SheetFault::NoSheet { known, .. } => sheet::no_sheet_fix(listed(known)),
        SheetFault::NoHeads { known } => sheet::no_heads_fix(listed(known)),
        SheetFault::UnknownColumn { meant: Some(meant), .. } => {
            sheet::meant_column_fix(meant.as_str())
        }
        SheetFault::UnknownColumn { .. } => sheet::unknown_column_fix(),
        SheetFault::TwoColumns { .. } => sheet::two_columns_fix(),
        SheetFault::NoColumn { known, .. } => sheet::no_column_fix(listed(known)),
        SheetFault::Condition(_) => sheet::condition_fix(),
        SheetFault::Rows(_) => sheet::rows_fix(),
        SheetFault::Names { .. } => sheet::names_fix(),
        SheetFault::NoKind => sheet::no_kind_fix(),
        SheetFault::UnknownKind { meant, known, .. } => match meant {
            Some(meant) => command::perhaps(meant.as_str()),
            None => command::known_kinds(listed(known)),
        },
        SheetFault::Base(_) => sheet::base_fix(),
        SheetFault::Cell { fault: CellFault::LostFigures(_), .. } => sheet::lost_figures_fix(),
        SheetFault::Cell { fault: CellFault::NoValue(_), .. } => sheet::no_value_fix(),
        SheetFault::Differs { .. } => sheet::differs_fix(),
        SheetFault::NamePattern { meant: Some(meant), .. } => command::perhaps(meant.as_str()),
        SheetFault::NamePattern { .. } => {
            let [row, kind] = SIGNS;
            sheet::name_pattern_fix(row, kind)
        }
        SheetFault::NoName => sheet::no_name_fix(),
    }
}
