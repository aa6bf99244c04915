//! Lines of a text read one by one into paragraphs and lists.

use std::collections::{BTreeMap, BTreeSet};

use super::pointed::is_pointed_at;
use super::{Block, Body, Item, List, MarkerFault};
use crate::draft::marker::{self, Reading, Series, Shape, Style};
use crate::source::Span;
use crate::text::{squeeze, squeeze_onto};

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

/// Reads a text line by line.
#[derive(Default)]
pub(super) struct Reader {
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
    /// One for a text with lists of these styles that have no blank behind their markers.
    pub(super) fn new(tight: BTreeSet<Style>) -> Self {
        Self { tight, ..Self::default() }
    }

    /// Reads the text.
    pub(super) fn read(mut self, text: &str) -> Body {
        let mut offset = 0;
        for line in text.split_inclusive('\n') {
            self.line(line, offset);
            offset += line.len();
        }
        self.close_to(0);
        self.end_paragraph();
        Body { blocks: self.root, faults: self.faults }
    }

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
        if is_pointed_at(&self.paragraph, readings.first()?) {
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
        let goes_on = self.closed.contains_key(&(depth, reading.style.clone(), last));
        if goes_on { last } else { 0 }
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
