//! Where a page may end: the lines that cross there, each led to a connector of its own.
//!
//! Both pages have such a strip, the upper below its last row, the lower above its first; the one is
//! the other upside down.

use super::plan::{Height, Line, Measures};
use super::port::count;

/// The strip between a row and the one above.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Strip {
    /// How high it is; without lines that cross nothing.
    pub height: f64,
    /// The side of a connector.
    pub size: f64,
    /// The lines that cross, from the left to the right.
    pub marks: Vec<Mark>,
}

/// A line that crosses.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mark {
    /// Which line.
    pub line: usize,
    /// Where it crosses.
    pub x: f64,
    /// The middle of its connector.
    pub at: f64,
    /// How far from the row it goes over to its connector, where that is not straight below.
    pub depth: f64,
}

/// What is kept free at both sides of a strip.
const EDGE: f64 = 2.0;

impl Strip {
    /// The strip above a row.
    pub(super) fn above(row: usize, lines: &[Line], measures: &Measures) -> Self {
        let crosses = |(line, one): (usize, &Line)| Some((crossing(one, row)?, line));
        let mut crossing: Vec<(f64, usize)> =
            lines.iter().enumerate().filter_map(crosses).collect();
        if crossing.is_empty() {
            return Self::default();
        }
        crossing.sort_by(|one, other| one.0.total_cmp(&other.0));
        let size = fitting(crossing.len(), measures);
        let places = Places::new(size, &measures.lanes).of(&crossing);
        let (tracks, used) = tracks(&crossing, &places);
        let depth = |track: usize| EDGE + (count(track) + 0.5) * measures.gap;
        let marks = crossing.iter().zip(&places).zip(tracks).map(|(((x, line), at), track)| Mark {
            line: *line,
            x: *x,
            at: *at,
            depth: depth(track),
        });
        let height = 2.0 * EDGE + count(used) * measures.gap + size;
        Self { height, size, marks: marks.collect() }
    }

    /// The mark of a line.
    pub(crate) fn mark(&self, line: usize) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.line == line)
    }
}

/// Where a line crosses from a row to the one above.
fn crossing(line: &Line, row: usize) -> Option<f64> {
    let rows = |(_, height): &(f64, Height)| height.row();
    let mut pairs = line.points.iter().zip(line.points.iter().skip(1));
    let over = |one: usize, other: usize| one.min(other) < row && row <= one.max(other);
    pairs.find(|(one, other)| over(rows(one), rows(other))).map(|((x, _), _)| *x)
}

/// The side of a connector, so that all find room in the lanes.
fn fitting(many: usize, measures: &Measures) -> f64 {
    let mut size = measures.connector;
    let room = |size: f64| -> f64 {
        measures.lanes.iter().map(|width| (width / (APART * size)).floor()).sum()
    };
    while room(size) < count(many) && size > 0.1 {
        size *= 0.9;
    }
    size
}

/// How far connectors are from each other, and twice how far from the rules, by their side.
const APART: f64 = 1.15;

/// Where connectors may stand: within the lanes, since no rule may go through their numbers.
struct Places {
    apart: f64,
    /// The sides of the lanes.
    rules: Vec<f64>,
}

impl Places {
    fn new(size: f64, lanes: &[f64]) -> Self {
        let mut rules = vec![0.0];
        for width in lanes {
            rules.push(rules.last().copied().unwrap_or_default() + width);
        }
        Self { apart: APART * size, rules }
    }

    /// The place nearest to one at its left or at its right.
    fn beside(&self, place: f64, right: bool) -> f64 {
        let half = self.apart / 2.0;
        let rule = self.rules.iter().find(|rule| (place - **rule).abs() < half - 1e-6);
        rule.map_or(place, |rule| if right { rule + half } else { rule - half })
    }

    /// Places in their order, as near to where they belong as may be.
    fn of(&self, wanted: &[(f64, usize)]) -> Vec<f64> {
        let half = self.apart / 2.0;
        let mut places: Vec<f64> = Vec::new();
        for (x, _) in wanted {
            let least = places.last().map_or(half, |last| last + self.apart);
            let (left, right) = (self.beside(*x, false), self.beside(x.max(least), true));
            let nearer = left >= least && x - left <= right - x;
            places.push(if nearer { left } else { right });
        }
        let mut most = self.rules.last().copied().unwrap_or_default() - half;
        for place in places.iter_mut().rev() {
            *place = self.beside(place.min(most), false);
            most = *place - self.apart;
        }
        places
    }
}

/// A track for each line that goes over to its connector. One that begins where another comes down must
/// stay above it: so those that go right are taken from the right, those that go left from the left.
fn tracks(crossing: &[(f64, usize)], places: &[f64]) -> (Vec<usize>, usize) {
    let mut tracks = vec![0; crossing.len()];
    let mut known: Vec<(f64, f64, usize)> = Vec::new();
    let moves = |at: &usize| match (crossing.get(*at), places.get(*at)) {
        (Some((x, _)), Some(place)) => place - x,
        _ => 0.0,
    };
    let all = 0..crossing.len();
    let right = all.clone().rev().filter(|at| moves(at) > 0.01);
    let left = all.clone().filter(|at| moves(at) < -0.01);
    for at in right.chain(left) {
        let (Some((x, _)), Some(place)) = (crossing.get(at), places.get(at)) else { continue };
        let (low, high) = (x.min(*place) - 0.5, x.max(*place) + 0.5);
        let beside = known.iter().filter(|(from, to, _)| *from <= high && low <= *to);
        let track = beside.map(|(.., track)| track + 1).max().unwrap_or(0);
        known.push((low, high, track));
        if let Some(given) = tracks.get_mut(at) {
            *given = track;
        }
    }
    (tracks, known.iter().map(|(.., track)| track + 1).max().unwrap_or(0))
}
