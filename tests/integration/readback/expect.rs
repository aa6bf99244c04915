//! The blocks of a document as patterns: what the program says, and where the fields stand in it.

use super::reader::Block;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The program's own words.
    Fixed(String),
    /// A field, in capitals or as it is.
    Field { number: usize, capitals: bool },
}

/// The blocks of a document.
#[derive(Debug)]
pub struct Pattern {
    pub blocks: Vec<(String, Vec<Piece>)>,
}

impl Pattern {
    pub fn of(blocks: &[Block]) -> Self {
        let blocks = blocks.iter().map(|block| (block.kind.clone(), pieces(&block.text)));
        Self { blocks: blocks.collect() }
    }

    /// The fields that are printed.
    pub fn fields(&self) -> Vec<usize> {
        let pieces = self.blocks.iter().flat_map(|(_, pieces)| pieces);
        let mut found: Vec<usize> = pieces
            .filter_map(|piece| match piece {
                Piece::Field { number, .. } => Some(*number),
                Piece::Fixed(_) => None,
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Cuts a text at the plain words that stand for fields.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut fixed = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        match field(rest) {
            Some((piece, length)) => {
                if !fixed.is_empty() {
                    pieces.push(Piece::Fixed(std::mem::take(&mut fixed)));
                }
                pieces.push(piece);
                rest = &rest[length..];
            }
            None => {
                fixed.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    if !fixed.is_empty() {
        pieces.push(Piece::Fixed(fixed));
    }
    pieces
}

fn field(text: &str) -> Option<(Piece, usize)> {
    let word = text.get(..8)?;
    for (capitals, head, tail) in [(false, "qzx", "w"), (true, "QZX", "W")] {
        let digits = word.strip_prefix(head).and_then(|rest| rest.strip_suffix(tail));
        if let Some(number) = digits.and_then(|digits| digits.parse().ok()) {
            return Some((Piece::Field { number, capitals }, 8));
        }
    }
    None
}

/// Each piece with the one that follows it.
pub fn pairs(pieces: &[Piece]) -> impl Iterator<Item = (&Piece, Option<&Piece>)> {
    pieces.iter().enumerate().map(|(at, piece)| (piece, pieces.get(at + 1)))
}

/// Whether a text is the pattern with the fields replaced; `wording` gives what may stand for one.
pub fn matches(pieces: &[Piece], text: &str, wording: &dyn Fn(usize, bool) -> Vec<String>) -> bool {
    let Some((first, rest)) = pieces.split_first() else {
        return text.is_empty();
    };
    match first {
        Piece::Fixed(fixed) => {
            text.strip_prefix(fixed.as_str()).is_some_and(|tail| matches(rest, tail, wording))
        }
        Piece::Field { number, capitals } => wording(*number, *capitals).iter().any(|word| {
            text.strip_prefix(word.as_str()).is_some_and(|tail| matches(rest, tail, wording))
        }),
    }
}
