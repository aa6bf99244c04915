//! `isi`: text as people type it or paste it from Word, read into paragraphs and nested lists.
//!
//! A marker at the head of a line opens an item; a line without one goes on with the paragraph
//! above it; a blank line ends a paragraph. What the markers say is compared with the sequence; the
//! numbers printed are the program's.

mod pointed;
mod reader;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::marker::{self, Reading, Series, Style};
use crate::source::Span;
use crate::source::node::{Node, Value};
use crate::wording;

pub use crate::text::squeeze;

use reader::Reader;

/// A text as a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// Paragraphs and lists, in order.
    pub blocks: Vec<Block>,
    /// Markers that do not fit the sequence.
    pub faults: Vec<MarkerFault>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph, its lines joined.
    Paragraph(String),
    /// A line that begins with `##`.
    Heading(String),
    /// A list.
    List(List),
}

/// A list with one style of markers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// How its markers look.
    pub(crate) style: Style,
    /// Its items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number, as the program counts.
    pub number: usize,
    /// Where it begins in the decoded text.
    pub start: usize,
    /// Its lead sentence, lists and tail sentences.
    pub blocks: Vec<Block>,
}

/// A marker that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkerFault {
    /// Its bytes in the decoded text.
    pub span: Span,
    /// What stands there.
    pub written: String,
    /// What should.
    pub(crate) expected: String,
    /// The fault from which this one comes, by its place among all, where the items between them go on
    /// as they should: one item that is gone moves all after it.
    pub(crate) cause: Option<usize>,
}

impl Body {
    /// Reads the value of an `isi` field: a string, or a list of strings and lists.
    pub fn read(node: &Node) -> Self {
        match &node.value {
            Value::String(text) => Self::parse(text),
            Value::Array(list) => {
                Self { blocks: from_strings(list, 0).into_iter().collect(), faults: Vec::new() }
            }
            _ => Self::default(),
        }
    }

    /// Reads a text.
    pub fn parse(text: &str) -> Self {
        Reader::new(tight_lists(text)).read(text)
    }

    /// The ayat: items of the first level marked `(1)`.
    pub(crate) fn ayat(&self) -> impl Iterator<Item = &Item> {
        self.blocks.iter().filter_map(as_list).filter(|list| list.style.is_ayat()).flat_map(items)
    }

    /// Whether there is something at `2`, `2/a`, `a/1`.
    pub fn has(&self, parts: &[String]) -> bool {
        let mut blocks = &self.blocks;
        for part in parts {
            let Some(item) = find(blocks, part) else {
                return false;
            };
            blocks = &item.blocks;
        }
        true
    }

    /// The number of the ayat in which a byte of the decoded text stands.
    pub fn ayat_at(&self, offset: usize) -> Option<usize> {
        self.ayat().take_while(|item| item.start <= offset).last().map(|item| item.number)
    }
}

fn as_list(block: &Block) -> Option<&List> {
    match block {
        Block::List(list) => Some(list),
        _ => None,
    }
}

fn items(list: &List) -> &[Item] {
    &list.items
}

fn find<'a>(blocks: &'a [Block], part: &str) -> Option<&'a Item> {
    blocks.iter().filter_map(as_list).find_map(|list| marked(list, part))
}

/// The item with this marker. Its number says where it stands: hundreds of references to a list of
/// hundreds do not go through all of it.
fn marked<'a>(list: &'a List, part: &str) -> Option<&'a Item> {
    let first = list.items.first()?.number;
    let digits = part.rsplit('.').next().and_then(|number| number.parse().ok());
    let letters = wording::parse_letter(&part.to_ascii_lowercase());
    let roman = wording::parse_roman(part).and_then(|value| usize::try_from(value).ok());
    let numbers = [digits, letters, roman, Some(first)].into_iter().flatten();
    let mut items = numbers.filter_map(|number| list.items.get(number.checked_sub(first)?));
    items.find(|item| {
        let marker = list.style.print(item.number);
        let sign = marker.trim_matches(['(', ')', '.']);
        // "Pasal 3 ayat (2)" is the item 3.2 of an article that counts so.
        sign == part || sign.rsplit('.').next() == Some(part)
    })
}

/// A list of strings: each an item; a list inside belongs to the string before it.
fn from_strings(list: &[Node], level: usize) -> Option<Block> {
    let mut items: Vec<Item> = Vec::new();
    for node in list {
        match (&node.value, items.last_mut()) {
            (Value::String(text), _) => items.push(Item {
                number: items.len() + 1,
                start: 0,
                blocks: vec![Block::Paragraph(squeeze(text))],
            }),
            (Value::Array(inner), Some(item)) => item.blocks.extend(from_strings(inner, level + 1)),
            _ => {}
        }
    }
    match items.len() {
        0 => None,
        // One string alone is a paragraph, not "(1)".
        1 if level == 0 && items.first().is_some_and(|item| item.blocks.len() == 1) => {
            items.pop().and_then(|item| item.blocks.into_iter().next())
        }
        _ => Some(Block::List(List { style: Style::of_level(level), items })),
    }
}

/// The styles of lists in a text whose markers have no blank behind them: those of which the first and
/// the second marker stand at the heads of lines.
fn tight_lists(text: &str) -> BTreeSet<Style> {
    let lines = text.lines().filter_map(|line| marker::read_tight(line.trim_start()));
    let found: BTreeSet<(Style, usize)> = lines
        .flat_map(|(_, readings)| readings)
        .filter(|reading| reading.value <= 2)
        .map(|reading| (reading.style, reading.value))
        .collect();
    let firsts =
        found.iter().filter(|(style, value)| *value == 1 && found.contains(&(style.clone(), 2)));
    firsts.map(|(style, _)| style.clone()).collect()
}

/// Markers at the heads of lines that are not read as such for want of a blank behind them, where an
/// item may begin.
pub(super) fn unread_markers(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut before = "";
    let mut offset = 0;
    let tight = OnceCell::new();
    for line in text.split_inclusive('\n') {
        let head = line.trim_start();
        let start = offset + line.len() - head.len();
        offset += line.len();
        let begins = before.trim_end().ends_with([':', ';']) || before.trim().is_empty();
        before = line;
        let Some((length, readings)) = marker::read_tight(head).filter(|_| begins) else {
            continue;
        };
        let tight = tight.get_or_init(|| tight_lists(text));
        // "R.Sukarno" is a name, and "a.n." stands for a word.
        let is_word = |reading: &Reading| {
            let upper = matches!(reading.style.series, Series::Upper | Series::UpperRoman);
            upper || tight.contains(&reading.style)
        };
        let short = head.get(length..).unwrap_or_default().find('.').is_some_and(|at| at <= 2);
        if !short && !readings.iter().any(is_word) {
            found.push(start..start + length);
        }
    }
    found
}

/// Whether a character of Word's fonts of symbols stands at the head of a line, with a blank behind it:
/// there it is read as a bullet and never printed.
pub(super) fn is_marker_at(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    let mut rest = text.get(at..).unwrap_or_default().chars();
    rest.next().is_some_and(marker::is_private)
        && rest.next().is_some_and(char::is_whitespace)
        && before.trim().is_empty()
}

#[cfg(test)]
mod tests;
