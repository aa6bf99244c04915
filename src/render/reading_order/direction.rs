//! Which clusters of a run read from the right, and the run in the order it is read in.
//!
//! A run from the right is drawn from its end. Letters say where it reaches; for the blanks and signs
//! beside them speak brackets that were turned round, the order of the glyphs in one piece, the
//! places in the text, and the neighbours of the run on the page.

use typst::layout::{Abs, FrameItem, Point};

use super::cluster::{self, Cluster};
use super::{HAIR, Spot};

/// What stands beside a run, as far as it tells the direction.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// The text that is read next ends where the run begins.
    start: bool,
    /// The text that was read before begins where the run ends.
    end: bool,
}

impl Around {
    /// Looks at the items before and after a run.
    pub(super) fn of(before: &[Spot<'_>], run: &[Spot<'_>], after: &[Spot<'_>]) -> Self {
        let extents: Vec<_> = run.iter().filter_map(extent).collect();
        let (Some((start, _, y)), Some((_, end, _))) = (extents.first(), extents.last()) else {
            return Self::default();
        };
        let meets = |a: Abs, b: Abs| (a - b).abs() < Abs::pt(HAIR);
        let next = after.iter().find_map(extent);
        let last = before.iter().rev().find_map(extent);
        Self {
            start: next.is_some_and(|(_, edge, level)| meets(level, *y) && meets(edge, *start)),
            end: last.is_some_and(|(edge, _, level)| meets(level, *y) && meets(edge, *end)),
        }
    }
}

/// Where a text begins and ends, and its baseline.
fn extent(spot: &Spot<'_>) -> Option<(Abs, Abs, Abs)> {
    match spot.1 {
        FrameItem::Text(text) => Some((spot.0.x, spot.0.x + text.width(), spot.0.y)),
        _ => None,
    }
}

/// A run in reading order, with marks put back to their letters and without soft hyphens that
/// nobody sees; `None` when it is as it should be.
pub(super) fn rewrite(run: &[Spot<'_>], around: Around) -> Option<Vec<(Point, FrameItem)>> {
    let (clusters, joined) = cluster::read(run)?;
    let sides = sides(&clusters, around);
    let hyphens = clusters.iter().any(Cluster::has_unseen_hyphen);
    let reversed = sides.windows(2).any(|pair| matches!(pair, [Side::Right, Side::Right]));
    if !joined && !hyphens && !reversed {
        return None;
    }
    let mut order: Vec<&Cluster<'_>> = Vec::with_capacity(clusters.len());
    let mut stretch: Vec<&Cluster<'_>> = Vec::new();
    for (cluster, side) in clusters.iter().zip(&sides) {
        if *side == Side::Right {
            stretch.push(cluster);
        } else {
            order.extend(stretch.drain(..).rev());
            order.push(cluster);
        }
    }
    order.extend(stretch.drain(..).rev());
    Some(cluster::write(&order))
}

/// The direction that a cluster is read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    Open,
}

/// The directions of the clusters of a run; none stays open that tells.
fn sides(clusters: &[Cluster<'_>], around: Around) -> Vec<Side> {
    let neighbour = |index: usize, step: isize| clusters.get(index.checked_add_signed(step)?);
    let own = |(index, cluster): (usize, &Cluster<'_>)| {
        let beside = [neighbour(index, -1), neighbour(index, 1)];
        by_itself(cluster)
            .or_else(|| by_piece(cluster, beside))
            .or_else(|| by_place(cluster, beside))
    };
    let known: Vec<Side> =
        clusters.iter().enumerate().map(|found| own(found).unwrap_or(Side::Open)).collect();
    if !known.contains(&Side::Open) {
        return known;
    }
    (0..known.len()).map(|index| by_neighbours(&known, index, around)).collect()
}

/// Letters and numbers, and brackets, which are turned round in text from the right.
fn by_itself(cluster: &Cluster<'_>) -> Option<Side> {
    if cluster.from_right() {
        return Some(Side::Right);
    }
    let bracket = cluster.is_mirrored().map(|turned| if turned { Side::Right } else { Side::Left });
    bracket.or_else(|| cluster.from_left().then_some(Side::Left))
}

/// The order of the glyphs in a piece: a piece has one direction.
fn by_piece(cluster: &Cluster<'_>, [left, right]: [Option<&Cluster<'_>>; 2]) -> Option<Side> {
    let same = |other: &&Cluster<'_>| std::ptr::eq(other.item, cluster.item);
    let forwards = match (left.filter(same), right.filter(same)) {
        (Some(left), _) => left.start < cluster.start,
        (_, Some(right)) => cluster.start < right.start,
        _ => return None,
    };
    Some(if forwards { Side::Left } else { Side::Right })
}

/// The places in one text: what stands to the left comes just before, or just after.
fn by_place(cluster: &Cluster<'_>, [left, right]: [Option<&Cluster<'_>>; 2]) -> Option<Side> {
    let follows = |later: &Cluster<'_>, earlier: &Cluster<'_>| {
        let end = usize::from(earlier.origin.1) + earlier.text.len();
        later.origin.0 == earlier.origin.0 && usize::from(later.origin.1) == end
    };
    let before = |a: Option<&Cluster<'_>>, b: Option<&Cluster<'_>>| {
        a.zip(b).is_some_and(|(a, b)| follows(b, a))
    };
    if before(left, Some(cluster)) || before(Some(cluster), right) {
        Some(Side::Left)
    } else if before(Some(cluster), left) || before(right, Some(cluster)) {
        Some(Side::Right)
    } else {
        None
    }
}

/// What tells nothing goes with what stands on both sides of it. At an end of the run the
/// neighbours on the page speak.
fn by_neighbours(sides: &[Side], index: usize, around: Around) -> Side {
    let told = |side: &&Side| **side != Side::Open;
    let edge = |touched: bool| if touched { Side::Right } else { Side::Open };
    let (before, rest) = sides.split_at_checked(index).unwrap_or((sides, &[]));
    let Some((Side::Open, after)) = rest.split_first() else {
        return rest.first().copied().unwrap_or(Side::Left);
    };
    let left = before.iter().rev().find(told).copied().unwrap_or_else(|| edge(around.start));
    let right = after.iter().find(told).copied().unwrap_or_else(|| edge(around.end));
    let alone = sides.iter().all(|side| *side == Side::Open);
    match (left, right) {
        (Side::Right, Side::Right) => Side::Right,
        (Side::Right, Side::Open) | (Side::Open, Side::Right) if alone => Side::Right,
        _ => Side::Left,
    }
}
