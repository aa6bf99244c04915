//! Rows that a workbook hides: they are taken like others, as a mail merge takes them, and are named,
//! since nobody sees them on the screen. A book whose parts cannot be read that way has none.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use zip::ZipArchive;

type Book = ZipArchive<Cursor<Vec<u8>>>;

/// The most bytes of a part that are looked at: rows of 50,000 lines and more.
const LIMIT: u64 = 256 * 1024 * 1024;

/// The numbers of hidden rows of a sheet, as a spreadsheet counts.
pub(super) fn rows(bytes: Vec<u8>, sheet: &str) -> BTreeSet<usize> {
    let Ok(mut book) = ZipArchive::new(Cursor::new(bytes)) else { return BTreeSet::new() };
    of_office(&mut book, sheet).or_else(|| of_document(&mut book, sheet)).unwrap_or_default()
}

fn part(book: &mut Book, name: &str) -> Option<String> {
    let mut text = String::new();
    book.by_name(name).ok()?.take(LIMIT).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Of Office Open XML (ECMA-376 part 1, 18.3.1.73): the attribute `hidden` of a row.
fn of_office(book: &mut Book, sheet: &str) -> Option<BTreeSet<usize>> {
    let (list, links) = (part(book, "xl/workbook.xml")?, part(book, "xl/_rels/workbook.xml.rels")?);
    let (list, links) = (Document::parse(&list).ok()?, Document::parse(&links).ok()?);
    let named = |node: &Node<'_, '_>| {
        node.tag_name().name() == "sheet" && node.attribute("name") == Some(sheet)
    };
    let found = list.descendants().find(named)?;
    let id = found.attributes().find(|one| one.name() == "id")?.value();
    let link = links.descendants().find(|node| node.attribute("Id") == Some(id))?;
    let target = link.attribute("Target")?;
    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
    let rows = part(book, &path)?;
    let mut hidden = BTreeSet::new();
    // The rows are read as they stand: a tree of a large sheet would take its memory many times over.
    for tag in rows.match_indices("<row ").filter_map(|(at, _)| rows.get(at..)?.split('>').next()) {
        let attribute = |name: &str| {
            let value = tag.split_once(&format!(" {name}="))?.1;
            let quote = value.chars().next()?;
            value.get(1..)?.split(quote).next()
        };
        if matches!(attribute("hidden"), Some("1" | "true")) {
            hidden.extend(attribute("r").and_then(|number| number.parse::<usize>().ok()));
        }
    }
    Some(hidden)
}

/// Of OpenDocument (part 3, 19.749): `table:visibility` of a row that stands for one or many.
fn of_document(book: &mut Book, sheet: &str) -> Option<BTreeSet<usize>> {
    let content = part(book, "content.xml")?;
    let content = Document::parse(&content).ok()?;
    let value = |node: &Node<'_, '_>, name: &str| {
        node.attributes().find(|one| one.name() == name).map(|one| one.value().to_owned())
    };
    let mut tables = content.descendants().filter(|node| node.tag_name().name() == "table");
    let table = tables.find(|node| value(node, "name").as_deref() == Some(sheet))?;
    let (mut hidden, mut number) = (BTreeSet::new(), 1_usize);
    for row in table.descendants().filter(|node| node.tag_name().name() == "table-row") {
        let repeated = value(&row, "number-rows-repeated");
        let count = repeated.and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
        if matches!(value(&row, "visibility").as_deref(), Some("collapse" | "filter")) {
            // What lies beyond the last row is repeated a million times.
            hidden.extend((number..number.saturating_add(count)).take(100_000));
        }
        number = number.saturating_add(count);
    }
    Some(hidden)
}
