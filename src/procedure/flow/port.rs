//! Where lines leave and come to the lower and upper sides of shapes: each line beside the others, and
//! one that goes straight down at the same place of both shapes.

use std::collections::BTreeMap;

use super::graph::Flow;
use super::way::{Door, Way};

/// The places between two rows of a lane, as distances from its middle.
#[derive(Debug, Default)]
pub(super) struct Ports {
    /// By the row below and the lane: how far the outermost is from the middle.
    reach: BTreeMap<(usize, usize), f64>,
    /// By line, the row below and the lane.
    places: BTreeMap<(usize, usize, usize), f64>,
}

/// How near two lines come to a shape beside each other, and the share of its width they take.
pub(super) struct Spread {
    pub(super) near: f64,
    /// Where answers stand beside the lines.
    pub(super) near_labels: f64,
    pub(super) most: f64,
}

impl Ports {
    pub(super) fn of(flow: &Flow, ways: &[Way], spread: &Spread) -> Self {
        let lane = |row: usize| flow.nodes.get(row).map_or(0, super::Node::lane);
        let mut meeting: BTreeMap<(usize, usize), Vec<(f64, usize)>> = BTreeMap::new();
        for (line, (edge, way)) in flow.edges.iter().zip(ways).enumerate() {
            let mut add = |row: usize, at: usize, other: usize| {
                let toward = way.channel.map_or_else(|| center(other), rule);
                let all = meeting.entry((row, at)).or_default();
                if !all.iter().any(|(_, known)| *known == line) {
                    all.push((toward, line));
                }
            };
            if way.leave == Door::Straight {
                add(edge.from + 1, lane(edge.from), lane(edge.to));
            }
            if way.arrive == Door::Straight {
                add(edge.to, lane(edge.to), lane(edge.from));
            }
        }
        let mut ports = Self::default();
        for ((row, at), mut all) in meeting {
            all.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
            let labelled = [row.checked_sub(1), Some(row)].into_iter().flatten();
            let labelled = labelled.into_iter().any(|row| has_labels(flow, row));
            let near = if labelled { spread.near_labels } else { spread.near };
            let gaps = count(all.len().saturating_sub(1));
            let reach = (near * gaps / 2.0).min(spread.most);
            ports.reach.insert((row, at), reach);
            for (place, (_, line)) in all.iter().enumerate() {
                let share = if gaps > 0.0 { count(place) / gaps } else { 0.5 };
                ports.places.insert((*line, row, at), (2.0 * share - 1.0) * reach);
            }
        }
        ports
    }

    /// How far from the middle of its lane a line passes between a row and the one above.
    pub(super) fn place(&self, line: usize, row: usize, lane: usize) -> f64 {
        self.places.get(&(line, row, lane)).copied().unwrap_or_default()
    }

    /// How far from the middle of a lane the outermost passes.
    pub(super) fn reach(&self, row: usize, lane: usize) -> f64 {
        self.reach.get(&(row, lane)).copied().unwrap_or_default()
    }
}

fn has_labels(flow: &Flow, row: usize) -> bool {
    flow.edges.iter().any(|edge| edge.from == row && edge.label.is_some())
}

/// The middle of a lane, counted in lanes.
fn center(lane: usize) -> f64 {
    count(lane) + 0.5
}

/// The left side of a lane, counted in lanes.
fn rule(channel: usize) -> f64 {
    count(channel)
}

/// A number of things as a measure.
pub(super) fn count(things: usize) -> f64 {
    u32::try_from(things).map_or(f64::MAX, f64::from)
}
