//! Which column holds which field.

use std::collections::BTreeMap;

use super::fault::SheetFault;
use super::grid::Grid;
use crate::kind::{Field, Kind, Record};
use crate::source::path::FieldPath;
use crate::text::nearest;
use crate::wording::Bahasa;

/// A column with its field.
#[derive(Debug)]
pub(crate) struct Column {
    /// Its place in each row.
    pub(crate) at: usize,
    /// What its head says.
    pub(crate) head: String,
    /// Where its values go.
    pub(crate) home: Home,
}

/// Where the values of a column go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Home {
    /// To a field of the draft.
    Draft(FieldPath),
    /// To a field of a row of the table that the draft prints.
    Row(FieldPath),
}

/// The columns of a sheet, and the rows below their heads.
#[derive(Debug)]
pub(crate) struct Columns {
    /// Those that hold a field.
    pub(crate) all: Vec<Column>,
    /// The first row of values.
    pub(crate) first: usize,
}

/// How far down heads are looked for: above them stands a title at most.
const LOOKED: usize = 12;

/// Heads of columns that only count the rows.
const COUNTS: [&str; 6] = ["no", "nomor urut", "no urut", "bil", "bilangan", "nomor"];

/// The list of rows that a kind prints as its table.
pub(crate) fn table(kind: &Kind) -> Option<&Field> {
    kind.root_fields()
        .find(|field| field.columns.is_some() && field.field_type().record().is_some())
}

impl Columns {
    /// Finds the heads, and what each of them names. `names` says it of those that a sheet calls
    /// otherwise; one that it gives no field is passed over.
    pub(super) fn of(
        grid: &Grid,
        kind: &Kind,
        names: &BTreeMap<String, Option<String>>,
    ) -> Result<Self, SheetFault> {
        let lookup = Lookup { kind, names };
        let (heads, first) = match &grid.heads {
            Some(heads) => (heads.clone(), 0),
            None => heads(grid, &lookup)
                .ok_or_else(|| SheetFault::NoHeads { known: known_names(kind) })?,
        };
        let mut all: Vec<Column> = Vec::new();
        for (at, head) in heads.into_iter().enumerate() {
            let Some(home) = lookup.home(grid, first, at, &head)? else { continue };
            if let Some(twin) = all.iter().find(|one| one.home == home) {
                return Err(SheetFault::TwoColumns {
                    first: twin.head.clone(),
                    second: grid.address(first.saturating_sub(1), at),
                    field: head,
                });
            }
            all.push(Column { at, head, home });
        }
        Ok(Self { all, first })
    }

    /// The column of a name, as people write it.
    pub(super) fn named(&self, wanted: &str) -> Result<&Column, SheetFault> {
        let said = spelt(wanted);
        let is = |column: &&Column| {
            let (Home::Draft(path) | Home::Row(path)) = &column.home;
            spelt(&column.head) == said || spelt(&path.to_string()) == said
        };
        self.all.iter().find(is).ok_or_else(|| SheetFault::NoColumn {
            wanted: wanted.to_owned(),
            known: self.all.iter().map(|column| column.head.clone()).collect(),
        })
    }
}

/// The row of heads with what it says, and the row below.
fn heads(grid: &Grid, lookup: &Lookup<'_>) -> Option<(Vec<String>, usize)> {
    let words = |at: usize| -> Vec<String> {
        let cells = grid.rows.get(at).map_or(&[][..], |row| &row.cells).iter();
        cells.map(|cell| cell.content.words(Bahasa::Indonesia).replace('\n', " ")).collect()
    };
    let known = |heads: &[String]| heads.iter().filter(|head| lookup.is_known(head)).count();
    let rows = (0..grid.rows.len().min(LOOKED)).map(|at| (at, words(at)));
    let best = rows.map(|(at, heads)| (known(&heads), at, heads));
    let best = best.filter(|(count, ..)| *count > 0);
    let (_, at, heads) = best.max_by_key(|(count, at, _)| (*count, usize::MAX - at))?;
    // A row below that only counts the columns.
    let counts = words(at + 1);
    let counts = !counts.is_empty()
        && counts.iter().enumerate().all(|(at, word)| {
            let bare = word.trim_matches(['(', ')', ' ', '.']);
            bare.is_empty() && word.is_empty() || bare == (at + 1).to_string()
        });
    Some((heads, at + 1 + usize::from(counts)))
}

/// Where the values below a head go.
pub(super) fn home_of(kind: &Kind, head: &str) -> Option<Home> {
    Lookup { kind, names: &BTreeMap::new() }.find(head)
}

struct Lookup<'k> {
    kind: &'k Kind,
    names: &'k BTreeMap<String, Option<String>>,
}

impl Lookup<'_> {
    fn home(
        &self,
        grid: &Grid,
        first: usize,
        at: usize,
        head: &str,
    ) -> Result<Option<Home>, SheetFault> {
        let given = self.names.get(&spelt(head));
        let name = match given {
            Some(None) => return Ok(None),
            Some(Some(name)) => name.as_str(),
            None => head,
        };
        let found = self.find(name);
        let below = || grid.rows.iter().skip(first).filter_map(|row| row.cells.get(at));
        let empty = below().all(|cell| cell.content.is_empty());
        if found.is_some()
            || (empty && head.trim().is_empty())
            || COUNTS.contains(&spelt(head).as_str())
        {
            return Ok(found);
        }
        let known = known_names(self.kind);
        let meant = nearest(&spelt(head).replace(' ', "_"), known.iter().map(String::as_str));
        Err(SheetFault::UnknownColumn {
            address: grid.address(first.saturating_sub(1), at),
            head: head.to_owned(),
            meant: meant.map(str::to_owned),
        })
    }

    fn is_known(&self, head: &str) -> bool {
        self.names.contains_key(&spelt(head)) || self.find(head).is_some()
    }

    fn find(&self, name: &str) -> Option<Home> {
        let table = table(self.kind);
        let row = |field: &Field| Home::Row(FieldPath::root().key(field.key.as_str()));
        let printed = table.and_then(|table| self.printed(table, name)).map(row);
        let inside = || table.and_then(|table| self.path(self.kind.record_fields(table), name));
        printed
            .or_else(|| self.path(self.kind.root_fields(), name).map(Home::Draft))
            .or_else(|| inside().map(Home::Row))
    }

    /// The field whose column has this head on the page.
    fn printed<'k>(&self, table: &'k Field, name: &str) -> Option<&'k Field>
    where
        Self: 'k,
    {
        let heads = table.columns.as_deref()?;
        let fields: Vec<&Field> = self.kind.record_fields(table).collect();
        let counted = heads.len().checked_sub(fields.len())?;
        let at = heads.iter().position(|head| spelt(head) == spelt(name))?;
        let key = &fields.get(at.checked_sub(counted)?)?.key;
        table_field(self.kind, table, key)
    }

    /// `nomor`, `pejabat.nama`, `pihak.2.nama`.
    fn path<'f>(&self, fields: impl Iterator<Item = &'f Field>, name: &str) -> Option<FieldPath> {
        let mut parts = name.split('.').map(str::trim).filter(|part| !part.is_empty()).peekable();
        let mut path = FieldPath::root();
        let mut field = named(fields, parts.next()?)?;
        loop {
            path = path.key(field.key.as_str());
            let record = field.field_type().record().filter(|record| **record != Record::Article);
            let many = matches!(field.field_type(), crate::kind::FieldType::Daftar(_));
            if record.is_some() && many {
                let number = parts.next_if(|part| part.parse::<usize>().is_ok());
                let number = number.and_then(|part| part.parse::<usize>().ok()).unwrap_or(1);
                path = path.index(number.checked_sub(1)?);
            }
            let Some(part) = parts.next() else {
                // A table has no one value; an article may be its text alone.
                return record.is_none().then_some(path);
            };
            field = named(self.kind.record_fields(field), part)?;
        }
    }
}

fn table_field<'k>(kind: &'k Kind, table: &Field, key: &str) -> Option<&'k Field> {
    kind.find(&[table.key.as_str(), key])
}

fn named<'f>(mut fields: impl Iterator<Item = &'f Field>, name: &str) -> Option<&'f Field> {
    let said = spelt(name);
    fields.find(|field| spelt(&field.key) == said)
}

/// A name as it is compared: letters and digits in small letters, single blanks between.
pub(crate) fn spelt(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect::<String>()
        .to_lowercase();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names that columns of a kind may have: those of its table, then those of the draft.
pub(crate) fn known_names(kind: &Kind) -> Vec<String> {
    let rows = table(kind).into_iter().flat_map(|table| kind.record_fields(table));
    let plain = kind.root_fields().filter(|field| field.field_type().record().is_none());
    let nested = kind.root_fields().filter(|field| {
        field.columns.is_none()
            && field.field_type().record().is_some_and(|record| *record != Record::Article)
    });
    let nested = nested.flat_map(|field| {
        let many = matches!(field.field_type(), crate::kind::FieldType::Daftar(_));
        let head = if many { format!("{}.1", field.key) } else { field.key.clone() };
        let inner = kind.record_fields(field).filter(|inner| inner.field_type().record().is_none());
        inner.map(move |inner| format!("{head}.{}", inner.key)).collect::<Vec<_>>()
    });
    rows.chain(plain).map(|field| field.key.clone()).chain(nested).collect()
}
