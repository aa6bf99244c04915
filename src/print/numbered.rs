//! The body of a memorandum: every paragraph carries the number of its part and its own.

use super::Maker;
use super::block::{Block, Item};
use super::words::Setting;
use crate::draft::{Section, body};

/// Numbered paragraphs in the making.
struct Numbered {
    part: usize,
    count: usize,
    blocks: Vec<Block>,
}

impl Numbered {
    /// `3.2` and the paragraph.
    fn paragraph(&mut self, block: Block) {
        self.count += 1;
        let marker = format!("{}.{}", self.part, self.count);
        self.blocks.push(Block::List(vec![Item { marker, blocks: vec![block] }]));
    }

    /// A list belongs to the paragraph that leads into it.
    fn list(&mut self, list: Block) {
        let lead = match self.blocks.last_mut() {
            Some(Block::List(items)) => items.first_mut(),
            _ => None,
        };
        match lead {
            Some(lead) => lead.blocks.push(list),
            None => self.blocks.push(list),
        }
    }
}

impl Maker<'_> {
    /// The text of a part with decimal numbers.
    pub(super) fn numbered(&self, section: &Section) -> Vec<Block> {
        let mut numbered = Numbered { part: section.number, count: 0, blocks: Vec::new() };
        for block in &section.body.blocks {
            let made = self.block(block, Setting::default());
            match block {
                body::Block::Paragraph(_) => numbered.paragraph(made),
                body::Block::List(_) => numbered.list(made),
                body::Block::Heading(_) => numbered.blocks.push(made),
            }
        }
        numbered.blocks
    }
}
