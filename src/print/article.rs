//! The articles of a document in print order.

use serde::Serialize;

use super::Maker;
use super::block::{Block, Item};
use super::details::{Account, Contact};
use super::keys::article as key;
use super::run::Runs;
use super::sentence::Sentence;
use super::table::Table;
use super::words::Setting;
use crate::draft::Section;
use crate::draft::body::Body;
use crate::source::node::Node;
use crate::wording::{self, Bahasa};

/// An article with its number, heading and contents; `None` is what it does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Article {
    /// Its name in references.
    #[serde(rename = "nama")]
    pub(crate) name: String,
    /// Its place, from 1.
    #[serde(rename = "nomor")]
    pub(crate) number: usize,
    /// `Pasal 3`; in a memorandum `3.`
    #[serde(rename = "sebutan")]
    pub(crate) label: Runs,
    /// The group that it stands in.
    #[serde(rename = "bab")]
    pub(crate) group: Option<Group>,
    /// Its heading.
    #[serde(rename = "judul")]
    pub(crate) heading: Option<Runs>,
    /// Its text.
    #[serde(rename = "nodes")]
    pub(crate) body: Option<Vec<Block>>,
    /// Its heading in the second language.
    #[serde(rename = "judul_kedua")]
    pub(crate) second_heading: Option<Runs>,
    /// Its text in the second language.
    #[serde(rename = "nodes_kedua")]
    pub(crate) second_body: Option<Vec<Block>>,
    /// The terms that it defines, as a list.
    #[serde(rename = "definisi")]
    pub(crate) definitions: Option<Vec<Block>>,
    /// Its tables.
    #[serde(rename = "tabel")]
    pub(crate) tables: Vec<Table>,
    /// The addresses of the parties.
    #[serde(rename = "kontak")]
    pub(crate) contacts: Option<Vec<Contact>>,
    /// Bank accounts.
    #[serde(rename = "rekening")]
    pub(crate) accounts: Option<Vec<Account>>,
    /// The units that carry out.
    #[serde(rename = "pelaksana")]
    pub(crate) units: Option<Table>,
}

/// A group of articles (BAB).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Group {
    /// `IV`
    #[serde(rename = "nomor")]
    pub(crate) numeral: String,
    /// Its title.
    #[serde(rename = "judul")]
    pub(crate) title: Runs,
}

impl Maker<'_> {
    pub(super) fn articles(&self) -> Vec<Article> {
        self.draft.outline.sections.iter().map(|section| self.article(section)).collect()
    }

    fn article(&self, section: &Section) -> Article {
        let node = self.draft.at(&section.path);
        let inside = |key: &str| node.and_then(|node| node.get(key));
        let second = inside(key::SECOND_TEXT).map(Body::read).unwrap_or_default();
        Article {
            name: section.name.clone(),
            number: section.number,
            label: self.runs(&self.label(section), Setting::default()),
            group: section.group.map(|index| self.group(index)),
            heading: section.heading.as_deref().map(|text| self.runs(text, Setting::CAPITALS)),
            body: some(self.text(section)),
            second_heading: given(inside(key::SECOND_HEADING))
                .map(|text| self.runs(text, Setting::CAPITALS)),
            second_body: some(self.blocks(&second.blocks, Setting::default())),
            definitions: inside(key::DEFINITIONS)
                .filter(|list| !list.is_empty())
                .map(|list| vec![self.definitions(list)]),
            tables: self.tables(inside(key::TABLES)),
            contacts: some(self.contacts(section)),
            accounts: some(self.accounts(section, inside(key::ACCOUNTS))),
            units: inside(key::UNITS).filter(|list| !list.is_empty()).map(|list| self.units(list)),
        }
    }

    fn label(&self, section: &Section) -> String {
        match self.language {
            Bahasa::Melayu => format!("{}.", section.number),
            Bahasa::Indonesia => format!("{} {}", self.unit(), section.number),
        }
    }

    fn group(&self, index: usize) -> Group {
        let title = self.draft.outline.groups.get(index).map_or("", String::as_str);
        let numeral = u32::try_from(index + 1).ok().and_then(wording::roman).unwrap_or_default();
        Group { numeral, title: self.runs(title, Setting::CAPITALS) }
    }

    /// The text; in a memorandum its paragraphs are numbered.
    fn text(&self, section: &Section) -> Vec<Block> {
        match self.language {
            Bahasa::Melayu => self.numbered(section),
            Bahasa::Indonesia => self.blocks(&section.body.blocks, Setting::default()),
        }
    }

    /// `1. Istilah adalah …;`
    fn definitions(&self, list: &Node) -> Block {
        let entries = (1..).zip(list.members());
        let item =
            |(number, entry)| Item::of_runs(format!("{number}."), self.sentence(definition(entry)));
        Block::List(entries.map(item).collect())
    }

    /// The units that carry out, as a table.
    fn units(&self, list: &Node) -> Table {
        let columns = [("PIHAK", 3), ("UNIT PELAKSANA", 4), ("TUGAS", 5)];
        let cells = |unit: &Node| key::UNIT_COLUMNS.map(|key| self.shown_text(unit.get(key)));
        Table::with_columns(
            &columns,
            list.members().iter().map(|unit| cells(unit).to_vec()).collect(),
        )
    }

    /// A text of the draft, if it says something.
    pub(super) fn shown_text(&self, node: Option<&Node>) -> Option<Runs> {
        given(node).map(|text| self.runs(text, Setting::default()))
    }
}

fn definition(entry: &Node) -> Sentence {
    let meaning = joined(entry.get(key::MEANING));
    let end = if meaning.ends_with(['.', ';']) { "" } else { "." };
    Sentence::of(&joined(entry.get(key::TERM))).say(" adalah ").value(&meaning).say(end)
}

/// The texts of a list as one.
fn joined(node: Option<&Node>) -> String {
    let texts = node.map_or(&[][..], Node::members).iter().filter_map(Node::str);
    texts.collect::<Vec<_>>().join(" ").trim().to_owned()
}

fn given(node: Option<&Node>) -> Option<&str> {
    node.and_then(Node::str).filter(|text| !text.trim().is_empty())
}

fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}
