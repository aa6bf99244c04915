//! `isi`: text as people type it or paste it from Word, read into paragraphs and nested lists.
//!
//! A marker at the head of a line opens an item; a line without one goes on with the paragraph
//! above it; a blank line ends a paragraph. What the markers say is compared with the sequence; the
//! numbers printed are the program's.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::marker::{self, Reading, Series, Shape, Style};
use crate::source::Span;
use crate::source::node::{Node, Value};
use crate::text::squeeze_onto;
use crate::wording::{self, Bahasa, fixed_patterns};

pub use crate::text::squeeze;

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
        let mut reader = Reader { tight: tight_lists(text), ..Reader::default() };
        let mut offset = 0;
        for line in text.split_inclusive('\n') {
            reader.line(line, offset);
            offset += line.len();
        }
        reader.close_to(0);
        reader.end_paragraph();
        Self { blocks: reader.root, faults: reader.faults }
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

fixed_patterns! {
    /// "ayat (1), (2), dan": what stands next is another of them.
    ONE_OF_SEVERAL = r"(?i-u)\b(?:ayat|huruf|angka|butir|nomor|pasal|poin)\s+\(?[0-9a-z]{1,3}\)?(?:\s*,\s*\(?[0-9a-z]{1,3}\)?)*(?:\s*,|\s*,?\s+(?:dan|atau|dan/atau|serta|hingga|s\.d\.|sampai\s+dengan))\s*$";
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

/// Two letters that head a line are a word ("up. Kepala Bagian") unless they double ("aa.").
fn is_word(reading: &Reading) -> bool {
    let letters = matches!(reading.style.series, Series::Lower | Series::Upper);
    letters && reading.value > 26
}

/// The levels of lists that are read; printers, too, go down into every one of them.
const DEEPEST: usize = 12;

/// A list that is still open, with where its markers stand.
struct Open {
    list: List,
    indent: usize,
    /// The number that its last item bears, and the first of the faults that led to it.
    written: (usize, Option<usize>),
}

#[derive(Default)]
struct Reader {
    root: Vec<Block>,
    open: Vec<Open>,
    paragraph: String,
    /// The lists closed before, by level, style and last number, each with how many were closed
    /// before it last was. A later one may go on from there.
    closed: BTreeMap<(usize, Style, usize), usize>,
    /// The last number of the list of each style that was closed last.
    latest: BTreeMap<Style, usize>,
    /// How many were closed.
    count: usize,
    faults: Vec<MarkerFault>,
    blank: bool,
    /// The styles whose markers have no blank behind them in this text.
    tight: BTreeSet<Style>,
}

impl Reader {
    fn line(&mut self, line: &str, offset: usize) {
        let trimmed = line.trim_start();
        let lead = line.get(..line.len() - trimmed.len()).unwrap_or_default();
        let indent = lead.chars().count();
        let content = trimmed.trim_end();
        if content.is_empty() {
            self.end_paragraph();
            self.blank = true;
            return;
        }
        if let Some(heading) = content.strip_prefix("## ") {
            self.close_to(0);
            self.end_paragraph();
            self.root.push(Block::Heading(squeeze(heading)));
            self.blank = true;
        } else if let Some((length, reading)) =
            self.marker(content, indent).filter(|(_, one)| self.depth_of(one, indent) < DEEPEST)
        {
            let start = offset + lead.len();
            self.item(reading, indent, start..start + length, content);
            self.continue_paragraph(content.get(length..).unwrap_or_default().trim_start());
        } else {
            if self.blank || self.leads_anew(content) {
                self.leave(indent);
            }
            self.continue_paragraph(content);
        }
        self.blank = false;
    }

    fn continue_paragraph(&mut self, text: &str) {
        if !self.paragraph.is_empty() {
            self.paragraph.push(' ');
        }
        squeeze_onto(&mut self.paragraph, text);
    }

    /// Whether a line without a marker leads into a list of its own, as in "PIHAK KEDUA berhak:" after
    /// the items of the other party: what stood before it is complete, and more is to come.
    fn leads_anew(&self, line: &str) -> bool {
        !self.open.is_empty()
            && self.paragraph.ends_with(['.', ';'])
            && line.ends_with(':')
            && line.starts_with(char::is_uppercase)
    }

    /// A paragraph after a blank line belongs to the item that it is set in further than.
    fn leave(&mut self, indent: usize) {
        let depth = self.open.iter().take_while(|open| open.indent < indent).count();
        self.close_to(depth);
    }

    /// The reading of a marker that fits best: the next of an open list, else a first one.
    fn marker(&self, line: &str, indent: usize) -> Option<(usize, Reading)> {
        let (length, readings) = marker::read(line).or_else(|| self.tight_marker(line))?;
        let next = |reading: &&Reading| {
            self.open.iter().any(|open| {
                open.list.style == reading.style && self.last(open) + 1 == reading.value
            })
        };
        let resumes = |reading: &&Reading| {
            self.latest.get(&reading.style).is_some_and(|last| last + 1 == reading.value)
        };
        // "versi⏎2.1 tahun 2025" is a line that was broken in the middle of a sentence.
        let broken_number = |reading: &Reading| {
            matches!(reading.style.shape, Shape::Decimal(_)) && !self.may_begin()
        };
        let first = |reading: &&Reading| reading.value == 1 && !broken_number(reading);
        let known = |reading: &&Reading| {
            self.open.iter().any(|open| open.list.style == reading.style)
                || self.latest.contains_key(&reading.style)
        };
        if self.is_pointed_at(readings.first()?) {
            return None;
        }
        // Something that does not fit is a marker all the same where an item may begin; in the middle
        // of a sentence it is a line that was broken there.
        let may_begin = self.may_begin();
        let near = |reading: &&Reading| {
            let mut open = self.open.iter().filter(|open| open.list.style == reading.style);
            open.any(|open| reading.value <= self.last(open) + 3)
        };
        let gap = |reading: &&Reading| {
            !is_word(reading) && known(reading) && (may_begin || near(reading))
        };
        let number = |reading: &&Reading| {
            let decimal = matches!(reading.style.shape, Shape::Decimal(_));
            may_begin && reading.style.series == Series::Digit && !decimal
        };
        let chosen = readings
            .iter()
            .find(next)
            .or_else(|| readings.iter().find(first))
            .or_else(|| readings.iter().find(resumes))
            .or_else(|| readings.iter().find(gap))
            .or_else(|| readings.first().filter(number))?;
        // A capital or a roman letter that opens nothing is a name: "R. Sukarno".
        let loose = matches!(chosen.style.series, Series::Upper | Series::UpperRoman);
        let free = self.paragraph.is_empty() || self.paragraph.ends_with(':');
        let opens = chosen.value == 1 && indent == 0 && free;
        (!loose || next(&chosen) || opens).then(|| (length, chosen.clone()))
    }

    /// A marker without a blank behind it, where the text has a list of such.
    fn tight_marker(&self, line: &str) -> Option<(usize, Vec<Reading>)> {
        if self.tight.is_empty() {
            return None;
        }
        let (length, mut readings) = marker::read_tight(line)?;
        readings.retain(|reading| self.tight.contains(&reading.style));
        (!readings.is_empty()).then_some((length, readings))
    }

    /// Whether the words before a marker say what it is: "ayat (2)", "ayat (1) dan⏎(2)", "huruf a.",
    /// "dua (2)".
    fn is_pointed_at(&self, reading: &Reading) -> bool {
        let tail = self.paragraph.char_indices().rev().nth(80).map_or(0, |(at, _)| at);
        let tail = self.paragraph.get(tail..).unwrap_or_default();
        let listed = ONE_OF_SEVERAL.find(tail).is_some();
        if listed && (reading.style.is_ayat() || !tail.ends_with(',')) {
            return true;
        }
        const PARTS: [&str; 7] = ["ayat", "huruf", "angka", "butir", "nomor", "pasal", "no."];
        let word = self.paragraph.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let spelt =
            || Bahasa::ALL.iter().any(|bahasa| wording::parse_cardinal(&word, *bahasa).is_some());
        PARTS.contains(&word.as_str()) || (reading.style.is_ayat() && spelt())
    }

    /// Whether the text before has come to where an item may begin.
    fn may_begin(&self) -> bool {
        let text = self.paragraph.trim_end();
        let word = text.rsplit(' ').next().unwrap_or_default();
        text.is_empty()
            || text.ends_with(['.', ';', ':', ','])
            || matches!(word, "dan" | "atau" | "dan/atau" | "serta")
    }

    fn last(&self, open: &Open) -> usize {
        open.list.items.last().map_or(0, |item| item.number)
    }

    fn item(&mut self, reading: Reading, indent: usize, span: Span, line: &str) {
        self.end_paragraph();
        let depth = self.depth_of(&reading, indent);
        self.close_to(depth + 1);
        let resumed = self.resumed(depth, &reading);
        let resumed = if self.goes_on(depth, &reading) { 1 } else { resumed };
        if self.open.len() == depth {
            let list = List { style: reading.style.clone(), items: Vec::new() };
            self.open.push(Open { list, indent, written: (0, None) });
        }
        let Some(open) = self.open.get_mut(depth) else {
            return;
        };
        let number = open.list.items.last().map_or(resumed, |item| item.number) + 1;
        let mut fault = None;
        if number != reading.value && reading.style.series != Series::Bullet {
            let (before, cause) = open.written;
            let cause = cause.filter(|_| before + 1 == reading.value);
            fault = cause.or(Some(self.faults.len()));
            self.faults.push(MarkerFault {
                written: line.get(..span.len()).unwrap_or_default().to_owned(),
                expected: reading.style.print(number),
                span: span.clone(),
                cause,
            });
        }
        open.written = (reading.value, fault);
        open.list.items.push(Item { number, start: span.start, blocks: Vec::new() });
    }

    /// The level of a marker: that of the open list it goes on with, or one below the innermost.
    fn depth_of(&self, reading: &Reading, indent: usize) -> usize {
        let same = self.open.iter().rposition(|open| {
            let deeper = reading.value == 1 && indent > open.indent && self.last(open) >= 1;
            open.list.style == reading.style && !deeper
        });
        // "(2)" goes on with the "(1)" that a lead sentence closed, not below what stands open.
        let earlier = || {
            let last = reading.value.checked_sub(1).filter(|last| *last > 0)?;
            let closed = |at: usize| self.closed.get(&(at, reading.style.clone(), last));
            let levels = (0..self.open.len()).filter_map(|at| Some((closed(at)?, at)));
            levels.max().map(|(_, at)| at)
        };
        same.or_else(earlier).unwrap_or_else(|| {
            // A new list that stands left of an open one closes it, unless nothing is indented.
            let left = self.open.iter().position(|open| indent < open.indent);
            left.unwrap_or(self.open.len())
        })
    }

    /// The number after which a list goes on when it resumes one that was closed before it.
    fn resumed(&self, depth: usize, reading: &Reading) -> usize {
        let last = reading.value.saturating_sub(1);
        match self.closed.contains_key(&(depth, reading.style.clone(), last)) {
            true => last,
            false => 0,
        }
    }

    /// Whether "2." goes on after a first paragraph that has no number, as letters do in Malaysia.
    fn goes_on(&self, depth: usize, reading: &Reading) -> bool {
        let dotted = reading.style.series == Series::Digit && reading.style.shape == Shape::Dot;
        let alone = match self.root.as_slice() {
            [Block::Paragraph(text)] => !text.ends_with(':'),
            _ => false,
        };
        dotted && depth == 0 && self.open.is_empty() && reading.value == 2 && alone
    }

    fn end_paragraph(&mut self) {
        if self.paragraph.is_empty() {
            return;
        }
        let paragraph = Block::Paragraph(std::mem::take(&mut self.paragraph));
        self.blocks().push(paragraph);
    }

    /// The blocks of the innermost open item, or of the text.
    fn blocks(&mut self) -> &mut Vec<Block> {
        match self.open.last_mut().and_then(|open| open.list.items.last_mut()) {
            Some(item) => &mut item.blocks,
            None => &mut self.root,
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.end_paragraph();
            if let Some(open) = self.open.pop() {
                let style = open.list.style.clone();
                let last = self.last(&open);
                self.count += 1;
                self.latest.insert(style.clone(), last);
                self.closed.insert((self.open.len(), style, last), self.count);
                self.blocks().push(Block::List(open.list));
            }
        }
    }
}

#[cfg(test)]
mod tests;
