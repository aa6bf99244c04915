//! Paragraphs, headings and lists of a text.

use serde::Serialize;

use super::Maker;
use super::run::Runs;
use super::words::Setting;
use crate::draft::body;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Block {
    /// A paragraph.
    #[serde(rename = "p")]
    Paragraph(Runs),
    /// A heading within the text.
    #[serde(rename = "h")]
    Heading(Runs),
    /// A list.
    #[serde(rename = "d")]
    List(Vec<Item>),
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Item {
    /// The marker that is printed: `(1)`, `a.`
    #[serde(rename = "m")]
    pub(crate) marker: String,
    /// What it holds.
    #[serde(rename = "n")]
    pub blocks: Vec<Block>,
}

impl Item {
    /// An item that is one paragraph.
    pub(super) fn of_runs(marker: String, runs: Runs) -> Self {
        Self { marker, blocks: vec![Block::Paragraph(runs)] }
    }
}

impl Maker<'_> {
    pub(super) fn blocks(&self, blocks: &[body::Block], setting: Setting) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block, setting)).collect()
    }

    pub(super) fn block(&self, block: &body::Block, setting: Setting) -> Block {
        match block {
            body::Block::Paragraph(text) => Block::Paragraph(self.runs(text, setting)),
            body::Block::Heading(text) => Block::Heading(self.runs(text, setting)),
            body::Block::List(list) => {
                Block::List(list.items.iter().map(|item| self.item(list, item, setting)).collect())
            }
        }
    }

    fn item(&self, list: &body::List, item: &body::Item, setting: Setting) -> Item {
        let marker = list.style.print(item.number);
        Item { marker, blocks: self.blocks(&item.blocks, setting) }
    }
}
