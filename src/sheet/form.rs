//! An empty workbook for a kind: a column for each field, with its choices, its type and what to write
//! there. What is filled in comes back by the same heads.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties,
    ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Note, Workbook, Worksheet,
    XlsxError,
};

use super::columns::{Home, home_of, known_names, table};
use crate::kind::{Field, FieldType, Kind};
use crate::source::path::FieldPath;
use crate::wording::Bahasa;
use crate::words::{Language, Phrase, sheet};

/// The rows that have choices and types; whoever has more copies the last.
const ROWS: u32 = 5_000;

/// The longest list of choices that a spreadsheet takes as such.
const LIST: usize = 255;

/// Where long lists of choices begin on the second sheet: behind its own columns.
const LISTS: u16 = 8;

/// A column of the form.
struct Column<'k> {
    /// What its head says.
    head: String,
    field: &'k Field,
}

/// The workbook.
///
/// # Errors
/// What the writer refuses; a test holds that it takes every kind.
pub(crate) fn workbook(kind: &Kind) -> Result<Vec<u8>, XlsxError> {
    let language = Language::from(kind.language);
    let columns = columns(kind);
    let mut book = Workbook::new();
    // No clock: the same kind gives the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = DocProperties::new().set_title(&kind.name).set_creation_datetime(&made);
    book.set_properties(&title);
    let guide_name = said(sheet::form_guide(), language);
    let data = book.add_worksheet();
    data.set_name("Data")?;
    for (at, column) in columns.iter().enumerate() {
        fill_in(data, u16::try_from(at).unwrap_or(u16::MAX), column, kind.language, &guide_name)?;
    }
    data.set_freeze_panes(1, 0)?;
    let guide = book.add_worksheet();
    guide.set_name(&guide_name)?;
    explain(guide, kind, &columns, language)?;
    book.save_to_buffer()
}

fn said(phrase: Phrase, language: Language) -> String {
    phrase.text(language)
}

/// The columns: what is said of the whole draft, then the rows of its table under their printed heads.
fn columns(kind: &Kind) -> Vec<Column<'_>> {
    let rows = table(kind);
    let heads = rows.and_then(|table| table.columns.as_deref()).unwrap_or_default();
    let fields: Vec<&Field> =
        rows.map(|table| kind.record_fields(table).collect()).unwrap_or_default();
    let counted = heads.len().saturating_sub(fields.len());
    let mut plain = Vec::new();
    let mut own = Vec::new();
    let mut seen = BTreeSet::new();
    for name in known_names(kind) {
        // A name that a row has too means that of the row; the draft's own is written in a base.
        if !seen.insert(name.clone()) {
            continue;
        }
        let path = FieldPath::parse(&name.replace(".1.", "."));
        let keys: Vec<&str> = name.split('.').filter(|part| *part != "1").collect();
        let in_row = fields.iter().position(|field| field.key == name);
        let field = match in_row {
            Some(at) => fields.get(at).copied(),
            None => kind.find(&keys).or_else(|| kind.along(&path).last().copied()),
        };
        let Some(field) = field.filter(|field| field.field_type().record().is_none()) else {
            continue;
        };
        // The printed head, where it is read back as this field: some tables print other columns than
        // they are given.
        let own_home = Home::Row(FieldPath::root().key(field.key.as_str()));
        let printed = in_row.and_then(|at| heads.get(at + counted));
        let printed = printed.filter(|head| home_of(kind, head) == Some(own_home));
        let head = printed.cloned().unwrap_or(name);
        if in_row.is_some() {
            own.push(Column { head, field });
        } else {
            plain.push(Column { head, field });
        }
    }
    plain.into_iter().chain(own).collect()
}

/// What a cell of a column holds.
fn member(field: &Field) -> &FieldType {
    match field.field_type() {
        FieldType::Daftar(inner) => inner,
        other => other,
    }
}

fn fill_in(
    page: &mut Worksheet,
    at: u16,
    column: &Column<'_>,
    bahasa: Bahasa,
    guide: &str,
) -> Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_background_color(Color::RGB(0x00E7_E6E6))
        .set_align(FormatAlign::VerticalCenter);
    page.write_with_format(0, at, &column.head, &head)?;
    let note = Note::new(note(column.field, bahasa)).add_author_prefix(false).set_author("");
    page.insert_note(0, at, &note)?;
    page.set_column_width(at, width(column))?;
    page.set_column_format(at, &cells(column.field))?;
    if let Some(rule) = rule(at, column.field, bahasa.into(), guide)? {
        page.add_data_validation(1, at, ROWS, at, &rule)?;
    }
    Ok(())
}

/// Text stays text, so that no number loses its zeros; dates are seen with their month.
fn cells(field: &Field) -> Format {
    let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    match member(field) {
        FieldType::Tanggal | FieldType::Waktu => format.set_num_format("d mmmm yyyy"),
        FieldType::Bilangan | FieldType::Ukuran | FieldType::Uang => format,
        _ => format.set_num_format("@"),
    }
}

fn width(column: &Column<'_>) -> f64 {
    match member(column.field) {
        FieldType::Paragraf | FieldType::Isi => 45.0,
        FieldType::Bilangan | FieldType::YaTidak => 12.0,
        _ => 24.0,
    }
}

/// What a spreadsheet lets into a column. A list of several members takes any text.
fn rule(
    at: u16,
    field: &Field,
    language: Language,
    guide: &str,
) -> Result<Option<DataValidation>, XlsxError> {
    if matches!(field.field_type(), FieldType::Daftar(_)) {
        return Ok(None);
    }
    let yes_no = ["ya", "tidak"].map(str::to_owned);
    let options = match field.field_type() {
        FieldType::YaTidak => Some(yes_no.as_slice()),
        _ => field.options.as_deref(),
    };
    let rule = match (options, field.field_type()) {
        (Some(options), _)
            if options.iter().map(|one| one.chars().count() + 1).sum::<usize>() > LIST =>
        {
            let column = rust_xlsxwriter::utility::column_number_to_name(LISTS + at);
            let last = options.len() + 1;
            let list = format!("='{guide}'!${column}$2:${column}${last}");
            DataValidation::new().allow_list_formula(Formula::new(list))
        }
        (Some(options), _) => DataValidation::new().allow_list_strings(options)?,
        (None, FieldType::Bilangan) => {
            DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0))
        }
        _ => return Ok(None),
    };
    let message = said(field.field_type().home().expectation(), language);
    let message: String = message.chars().take(200).collect();
    Ok(Some(rule.set_error_style(DataValidationErrorStyle::Stop).set_error_message(message)?))
}

/// What to write in a column.
fn note(field: &Field, bahasa: Bahasa) -> String {
    let language = Language::from(bahasa);
    let expected = said(field.field_type().home().expectation(), language);
    let parts = [
        field.help_in(bahasa).map(str::to_owned),
        Some(expected),
        field.example.as_ref().map(|example| said(sheet::form_example(example), language)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// The second sheet: every column with what to write, and long lists of choices.
fn explain(
    page: &mut Worksheet,
    kind: &Kind,
    columns: &[Column<'_>],
    language: Language,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let heads = [
        sheet::form_column(),
        sheet::form_needed(),
        sheet::form_expected(),
        sheet::form_help(),
        sheet::form_choices(),
        sheet::form_example_head(),
    ];
    for (at, head) in (0u16..).zip(heads) {
        page.write_with_format(0, at, said(head, language), &bold)?;
        page.set_column_width(at, if at == 3 { 60.0 } else { 26.0 })?;
    }
    for (row, column) in (1u32..).zip(columns) {
        let Column { head, field } = column;
        let needed = if field.needed == Some(true) { sheet::form_yes() } else { sheet::form_no() };
        let options = field.options.as_deref().unwrap_or_default().join("; ");
        let cells = [
            head.clone(),
            said(needed, language),
            said(field.field_type().home().expectation(), language),
            field.help_in(kind.language).unwrap_or_default().to_owned(),
            options,
            field.example.clone().unwrap_or_default(),
        ];
        for (at, cell) in (0u16..).zip(cells) {
            page.write_string_with_format(row, at, cell, &wrap)?;
        }
    }
    for (at, column) in (0u16..).zip(columns) {
        let options = column.field.options.as_deref().unwrap_or_default();
        if options.iter().map(|one| one.chars().count() + 1).sum::<usize>() > LIST {
            page.write_string(0, LISTS + at, &column.head)?;
            for (row, option) in (1u32..).zip(options) {
                page.write_string(row, LISTS + at, option)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::kind::Catalog;
    use crate::sheet::Grid;
    use crate::sheet::columns::Columns;

    #[test]
    fn every_column_of_every_kind_is_read_back_as_its_field() {
        for kind in Catalog::embedded().iter() {
            let bytes = workbook(kind).unwrap();
            assert_eq!(bytes, workbook(kind).unwrap(), "{}: the same bytes", kind.id);
            let grid = Grid::read("a.xlsx", bytes, None).unwrap();
            let read = Columns::of(&grid, kind, &BTreeMap::new());
            let read = read.unwrap_or_else(|fault| panic!("{}: {fault:?}", kind.id));
            assert_eq!(read.all.len(), columns(kind).len(), "{}", kind.id);
        }
    }
}
