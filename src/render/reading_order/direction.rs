//! Which clusters of a run read from the right, and the run in the order it is read in.
//!
//! A run from the right is drawn from its end. What it is made of tells where it reaches: letters
//! speak for themselves; for the blanks and signs beside them speak the order of their places in
//! the text, brackets that were turned round, and the neighbours of the run on the page.

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
        let (Some(first), Some(last)) = (extents.first(), extents.last()) else {
            return Self::default();
        };
        let meets = |a: Abs, b: Abs| (a - b).abs() < Abs::pt(HAIR);
        let level = |y: Abs| meets(y, first.2);
        Self {
            start: after
                .iter()
                .find_map(extent)
                .is_some_and(|(_, end, y)| level(y) && meets(end, first.0)),
            end: before
                .iter()
                .rev()
                .find_map(extent)
                .is_some_and(|(start, _, y)| level(y) && meets(start, last.1)),
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
pub(super) fn rewrite(run: &[Spot<'_>], around: &Around) -> Option<Vec<(Point, FrameItem)>> {
    let (clusters, joined) = cluster::read(run)?;
    let backwards = backwards(&clusters, *around);
    let hyphens = clusters.iter().any(Cluster::has_unseen_hyphen);
    if !joined && !hyphens && !backwards.contains(&true) {
        return None;
    }
    let mut order: Vec<&Cluster<'_>> = Vec::with_capacity(clusters.len());
    let mut stretch: Vec<&Cluster<'_>> = Vec::new();
    for (index, cluster) in clusters.iter().enumerate() {
        stretch.push(cluster);
        // A stretch from the right goes on as long as each cluster is read before its left one.
        if backwards.get(index) != Some(&true) {
            order.extend(stretch.drain(..).rev());
        }
    }
    Some(cluster::write(&order))
}

/// For each cluster but the last, whether the one to its right is read before it.
fn backwards(clusters: &[Cluster<'_>], around: Around) -> Vec<bool> {
    let sides: Vec<Side> = clusters.iter().map(Side::of).collect();
    if !sides.contains(&Side::Right) && sides.contains(&Side::Left) {
        return Vec::new();
    }
    let pairs = clusters.iter().zip(clusters.iter().skip(1)).enumerate();
    pairs
        .map(|(index, (left, right))| {
            known(left, right).unwrap_or_else(|| guessed(&sides, index, around))
        })
        .collect()
}

/// The direction that a cluster has by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    Open,
}

impl Side {
    fn of(cluster: &Cluster<'_>) -> Self {
        if cluster.from_right() || cluster.is_mirrored() {
            Self::Right
        } else if cluster.from_left() {
            Self::Left
        } else {
            Self::Open
        }
    }
}

/// Whether the right one of two neighbours is read before the left one, where they tell.
fn known(left: &Cluster<'_>, right: &Cluster<'_>) -> Option<bool> {
    if std::ptr::eq(left.item, right.item) {
        return Some(left.start > right.start);
    }
    match (Side::of(left), Side::of(right)) {
        (Side::Left, _) | (_, Side::Left) => return Some(false),
        (Side::Right, Side::Right) => return Some(true),
        _ => {}
    }
    let (span, place) = left.origin;
    let (other, there) = right.origin;
    let follows = |a: u16, b: u16, text: &str| usize::from(a) == usize::from(b) + text.len();
    if span != other {
        None
    } else if follows(place, there, right.text) {
        Some(true)
    } else if follows(there, place, left.text) {
        Some(false)
    } else {
        None
    }
}

/// The direction of a sign that tells nothing: that of what stands on both sides of it. At an end
/// of the run the neighbours on the page speak.
fn guessed(sides: &[Side], index: usize, around: Around) -> bool {
    let (before, after) = sides.split_at_checked(index + 1).unwrap_or((sides, &[]));
    let strong = |side: &&Side| **side != Side::Open;
    let edge = |touched: bool| if touched { Side::Right } else { Side::Open };
    let left = before.iter().rev().find(strong).copied().unwrap_or_else(|| edge(around.start));
    let right = after.iter().find(strong).copied().unwrap_or_else(|| edge(around.end));
    let open = sides.iter().all(|side| *side == Side::Open);
    match (left, right) {
        (Side::Right, Side::Right) => true,
        (Side::Right, Side::Open) | (Side::Open, Side::Right) => open,
        _ => false,
    }
}
