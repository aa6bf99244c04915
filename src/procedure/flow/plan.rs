//! The drawing before anybody knows how high its rows are.

use super::graph::{Flow, Form, Node};
use super::label::{Label, Lines};
use super::port::{Ports, Spread, count};
use super::strip::Strip;
use super::track::coloured;
use super::way::{Door, Side, Way, ways};

/// What a drawing is laid out by, in one unit.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Measures {
    /// The width of each lane.
    pub lanes: Vec<f64>,
    /// The width and height of a shape at the start or the end.
    pub terminal: (f64, f64),
    /// Of a process.
    pub process: (f64, f64),
    /// Of a decision.
    pub decision: (f64, f64),
    /// How far two lines of a channel are from each other.
    pub gap: f64,
    /// What an arrow needs before its shape.
    pub arrow: f64,
    /// The size of the answers.
    pub text: f64,
    /// The side of a connector.
    pub connector: f64,
}

/// A height in the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Height {
    /// So far below the upper edge of a row.
    Head(usize, f64),
    /// So far below the middle of the shapes of a row.
    Middle(usize, f64),
    /// So far above the lower edge of a row.
    Foot(usize, f64),
}

/// What a row needs around its shapes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Band {
    /// Above the shapes.
    pub above: f64,
    /// The highest shape.
    pub shape: f64,
    /// Below the shapes.
    pub below: f64,
}

/// A shape of a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// What it is.
    pub form: Form,
    /// Its lane.
    pub lane: usize,
    /// Its middle.
    pub x: f64,
    /// Width and height.
    pub size: (f64, f64),
}

/// A line from a step to a step.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// From the border of its first shape to that of its last, at right angles.
    pub points: Vec<(f64, Height)>,
}

/// A drawing whose rows may be of any height.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    /// The width of each lane.
    pub lanes: Vec<f64>,
    /// The width of all lanes.
    pub width: f64,
    /// A row each.
    pub bands: Vec<Band>,
    /// The shapes of each row.
    pub figures: Vec<Vec<Figure>>,
    /// The lines of the flow, in its order.
    pub lines: Vec<Line>,
    /// The answers.
    pub labels: Vec<Label>,
    /// Where a page may end: above each row.
    pub strips: Vec<Strip>,
}

impl Height {
    /// The row that it is in.
    pub(crate) fn row(self) -> usize {
        match self {
            Self::Head(row, _) | Self::Middle(row, _) | Self::Foot(row, _) => row,
        }
    }
}

impl Band {
    /// The least height of the row.
    pub(crate) fn height(&self) -> f64 {
        self.above + self.shape + self.below
    }
}

impl Figure {
    /// How far its border is above and below its middle, so far from its axis.
    pub(crate) fn half_height(&self, from_axis: f64) -> f64 {
        let (width, height) = self.size;
        let (half, beside) = (height / 2.0, from_axis.abs());
        match self.form {
            Form::Process => half,
            Form::Decision => half * (1.0 - 2.0 * beside / width).max(0.0),
            Form::Terminal => {
                let round = (beside - (width / 2.0 - half)).clamp(0.0, half);
                (half * half - round * round).sqrt()
            }
        }
    }
}

/// What is kept free between the edge of a row and its channels.
const EDGE: f64 = 1.5;

/// The lanes: where the channels are, and what they leave to shapes and answers.
struct Lanes {
    /// The left side of each and the right side of the last.
    rules: Vec<f64>,
    /// The gap between tracks along the lanes.
    gap: f64,
    /// Left and right side of what the channels leave, by lane.
    inner: Vec<(f64, f64)>,
    /// How many tracks each channel has.
    tracks: Vec<usize>,
}

impl Lanes {
    fn new(measures: &Measures, tracks: Vec<usize>) -> Self {
        let mut rules = vec![0.0];
        for width in &measures.lanes {
            rules.push(rules.last().copied().unwrap_or_default() + width);
        }
        let mut lanes = Self { rules, gap: measures.gap, inner: Vec::new(), tracks };
        for (lane, width) in measures.lanes.iter().enumerate() {
            let (left, right) = lanes.beside(lane);
            // However many lines there are, half of a lane is for its shapes.
            lanes.gap = lanes.gap.min(0.5 * width / (count(left + right) + 1.0));
        }
        let room = |tracks: usize| (count(tracks) + 0.25) * lanes.gap;
        let inner = |lane: usize| {
            let (left, right) = lanes.beside(lane);
            (lanes.rule(lane) + room(left), lanes.rule(lane + 1) - room(right))
        };
        lanes.inner = (0..measures.lanes.len()).map(inner).collect();
        lanes
    }

    fn rule(&self, channel: usize) -> f64 {
        self.rules.get(channel).copied().unwrap_or_default()
    }

    fn last(&self) -> usize {
        self.rules.len() - 1
    }

    /// How many tracks lie in a lane at its left and at its right. The channel between two lanes has
    /// them at both sides of the rule, in turn; those at the outer sides have only one.
    fn beside(&self, lane: usize) -> (usize, usize) {
        let tracks = |channel: usize| self.tracks.get(channel).copied().unwrap_or_default();
        let left = if lane == 0 { tracks(0) } else { tracks(lane) / 2 };
        let next = lane + 1;
        let right = if next == self.last() { tracks(next) } else { tracks(next).div_ceil(2) };
        (left, right)
    }

    /// Where a track of a channel lies.
    fn x(&self, channel: usize, track: usize) -> f64 {
        let tracks = self.tracks.get(channel).copied().unwrap_or_default();
        let from_outside = (count(tracks.saturating_sub(track)) - 0.5) * self.gap;
        let from_rule = (count(track / 2) + 0.5) * self.gap;
        match channel {
            0 => from_outside,
            last if last == self.last() => self.rule(last) - from_outside,
            inner if track.is_multiple_of(2) => self.rule(inner) - from_rule,
            inner => self.rule(inner) + from_rule,
        }
    }

    fn center(&self, lane: usize) -> f64 {
        let (left, right) = self.inner(lane);
        f64::midpoint(left, right)
    }

    fn inner(&self, lane: usize) -> (f64, f64) {
        self.inner.get(lane).copied().unwrap_or_default()
    }
}

/// What is worked out one after the other.
struct Router<'a> {
    flow: &'a Flow,
    measures: &'a Measures,
    ways: Vec<Way>,
    lanes: Lanes,
    /// Where each line goes along its channel.
    along: Vec<f64>,
    ports: Ports,
    figures: Vec<Vec<Figure>>,
}

impl Plan {
    /// Routes the lines of a flow.
    pub(crate) fn new(flow: &Flow, measures: &Measures) -> Self {
        let router = Router::new(flow, measures);
        let labels = router.labels();
        let across = router.across();
        let bands = router.bands(&labels, &across);
        let lines: Vec<Line> =
            (0..flow.edges.len()).map(|line| router.line(line, &across)).collect();
        let width = measures.lanes.iter().sum();
        let strip = |row: usize| Strip::above(row, &lines, measures);
        let strips = (0..flow.nodes.len()).map(strip).collect();
        Self {
            lanes: measures.lanes.clone(),
            width,
            bands,
            figures: router.figures,
            lines,
            labels,
            strips,
        }
    }

    /// Left and right end of what links the shapes of a row.
    pub(crate) fn links(&self, row: usize) -> Vec<(f64, f64)> {
        let figures = self.figures.get(row).map_or(&[][..], Vec::as_slice);
        let side =
            |figure: &Figure| (figure.x - figure.size.0 / 2.0, figure.x + figure.size.0 / 2.0);
        let mut sides: Vec<(f64, f64)> = figures.iter().map(side).collect();
        sides.sort_by(|one, other| one.0.total_cmp(&other.0));
        sides.iter().zip(sides.iter().skip(1)).map(|(one, other)| (one.1, other.0)).collect()
    }
}

/// A stretch across, in the channel above or below the shapes of a row.
struct Across {
    line: usize,
    row: usize,
    above: bool,
    ends: (f64, f64),
    /// How far it is from the edge of the row.
    depth: f64,
}

impl<'a> Router<'a> {
    fn new(flow: &'a Flow, measures: &'a Measures) -> Self {
        let ways = ways(flow);
        let mut tracks = Vec::new();
        let mut given = vec![0; ways.len()];
        for channel in 0..=flow.lanes {
            let of_channel = |way: &&(usize, &Way)| way.1.channel == Some(channel);
            let all: Vec<(usize, &Way)> = ways.iter().enumerate().collect();
            let used: Vec<&(usize, &Way)> = all.iter().filter(of_channel).collect();
            let span = |way: &Way| (count(way.span.0), count(way.span.1));
            let spans: Vec<(f64, f64)> = used.iter().map(|(_, way)| span(way)).collect();
            let (coloured, many) = coloured(&spans);
            for ((at, _), track) in used.into_iter().zip(coloured) {
                if let Some(given) = given.get_mut(*at) {
                    *given = track;
                }
            }
            tracks.push(many);
        }
        let lanes = Lanes::new(measures, tracks);
        let along = ways.iter().zip(given);
        let along = along.map(|(way, track)| lanes.x(way.channel.unwrap_or_default(), track));
        let along = along.collect();
        let figures: Vec<Vec<Figure>> =
            flow.nodes.iter().map(|node| figures(node, measures, &lanes)).collect();
        let narrowest =
            figures.iter().flatten().map(|figure| figure.size.0).fold(f64::MAX, f64::min);
        let spread = Spread {
            near: 1.6 * measures.gap,
            near_labels: 1.5 * measures.gap,
            most: 0.25 * narrowest,
        };
        let ports = Ports::of(flow, &ways, &spread);
        Self { flow, measures, ways, lanes, along, ports, figures }
    }

    /// The shape that lines come to and leave.
    fn figure(&self, row: usize) -> Option<&Figure> {
        self.figures.get(row)?.first()
    }

    /// Where a line passes between a row and the one above, at the shape of a lane.
    fn port(&self, line: usize, below: usize, shape: usize) -> f64 {
        let lane = self.flow.nodes.get(shape).map_or(0, Node::lane);
        self.lanes.center(lane) + self.ports.place(line, below, lane)
    }

    /// The stretches across, each on a track of its own.
    fn across(&self) -> Vec<Across> {
        let mut all = Vec::new();
        for (line, (edge, way)) in self.flow.edges.iter().zip(&self.ways).enumerate() {
            let leaves = self.port(line, edge.from + 1, edge.from);
            let arrives = self.port(line, edge.to, edge.to);
            let along = self.along.get(line).copied().unwrap_or_default();
            let mut add = |row: usize, above: bool, from: f64, to: f64| {
                let ends = (from.min(to), from.max(to));
                if ends.1 - ends.0 > 0.01 {
                    all.push(Across { line, row, above, ends, depth: 0.0 });
                }
            };
            if way.channel.is_none() {
                add(edge.from, false, leaves, arrives);
                continue;
            }
            if way.leave == Door::Straight {
                add(edge.from, false, leaves, along);
            }
            match (way.arrive, way.back) {
                (Door::Straight, true) => add(edge.to, true, along, arrives),
                (Door::Straight, false) => add(edge.to.saturating_sub(1), false, along, arrives),
                (Door::Side(_), _) => {}
            }
        }
        for row in 0..self.flow.nodes.len() {
            for above in [false, true] {
                let mut here: Vec<&mut Across> =
                    all.iter_mut().filter(|one| one.row == row && one.above == above).collect();
                let ends: Vec<(f64, f64)> =
                    here.iter().map(|one| (one.ends.0 - 1.0, one.ends.1 + 1.0)).collect();
                let (tracks, _) = coloured(&ends);
                for (one, track) in here.iter_mut().zip(tracks) {
                    one.depth = EDGE + (count(track) + 0.5) * self.measures.gap;
                }
            }
        }
        all
    }

    fn bands(&self, labels: &[Label], across: &[Across]) -> Vec<Band> {
        let most = |values: &mut dyn Iterator<Item = f64>| values.fold(0.0, f64::max);
        let band = |(row, figures): (usize, &Vec<Figure>)| {
            let written = |above: bool| {
                let here = labels.iter().filter(|label| label.row == row && label.above == above);
                most(&mut here.map(|label| label.text.height()))
            };
            let channel = |above: bool| {
                let here = across.iter().filter(|one| one.row == row && one.above == above);
                most(&mut here.map(|one| one.depth + 0.5 * self.measures.gap)).max(EDGE)
            };
            let shape = most(&mut figures.iter().map(|figure| figure.size.1));
            Band {
                above: channel(true) + written(true) + self.measures.arrow,
                shape,
                below: channel(false) + written(false) + 0.5 * self.measures.arrow,
            }
        };
        self.figures.iter().enumerate().map(band).collect()
    }

    /// A line from border to border.
    fn line(&self, line: usize, across: &[Across]) -> Line {
        let (Some(edge), Some(way)) = (self.flow.edges.get(line), self.ways.get(line)) else {
            return Line { points: Vec::new() };
        };
        let depth = |row: usize, above: bool| {
            let one =
                across.iter().find(|one| one.line == line && one.row == row && one.above == above);
            one.map(|one| one.depth)
        };
        let leaves = self.port(line, edge.from + 1, edge.from);
        let arrives = self.port(line, edge.to, edge.to);
        let along = self.along.get(line).copied().unwrap_or_default();
        let mut points = vec![self.border(edge.from, way.leave, leaves, 1.0)];
        match (way.channel, way.leave) {
            (None, _) => {
                if let Some(depth) = depth(edge.from, false) {
                    let height = Height::Foot(edge.from, depth);
                    points.extend([(leaves, height), (arrives, height)]);
                }
            }
            (Some(_), Door::Straight) => {
                let height = Height::Foot(edge.from, depth(edge.from, false).unwrap_or_default());
                points.extend([(leaves, height), (along, height)]);
            }
            (Some(_), Door::Side(_)) => points.push((along, Height::Middle(edge.from, 0.0))),
        }
        if way.channel.is_some() {
            let above = edge.to.saturating_sub(1);
            let height = match (way.arrive, way.back) {
                (Door::Side(_), _) => Height::Middle(edge.to, 0.0),
                (Door::Straight, true) => {
                    Height::Head(edge.to, depth(edge.to, true).unwrap_or_default())
                }
                (Door::Straight, false) => {
                    Height::Foot(above, depth(above, false).unwrap_or_default())
                }
            };
            points.push((along, height));
            if way.arrive == Door::Straight {
                points.push((arrives, height));
            }
        }
        points.push(self.border(edge.to, way.arrive, arrives, -1.0));
        Line { points }
    }

    /// Where the border of a shape is met: below (1) or above (-1), or at a side.
    fn border(&self, row: usize, door: Door, x: f64, down: f64) -> (f64, Height) {
        let Some(figure) = self.figure(row) else { return (x, Height::Middle(row, 0.0)) };
        match door {
            Door::Straight => (x, Height::Middle(row, down * figure.half_height(x - figure.x))),
            Door::Side(Side::Left) => (figure.x - figure.size.0 / 2.0, Height::Middle(row, 0.0)),
            Door::Side(Side::Right) => (figure.x + figure.size.0 / 2.0, Height::Middle(row, 0.0)),
        }
    }

    /// The answers, those of lines that leave at a side first, since they need its corners.
    fn labels(&self) -> Vec<Label> {
        let mut labels: Vec<Label> = Vec::new();
        let mut taken: Vec<(usize, bool, bool)> = Vec::new();
        let straight =
            |line: &usize| self.ways.get(*line).is_some_and(|way| way.leave == Door::Straight);
        let mut lines: Vec<usize> = (0..self.flow.edges.len()).collect();
        lines.sort_by_key(straight);
        for line in lines {
            let (Some(edge), Some(way)) = (self.flow.edges.get(line), self.ways.get(line)) else {
                continue;
            };
            let Some(text) = edge.label.as_deref().filter(|text| !text.trim().is_empty()) else {
                continue;
            };
            let row = edge.from;
            let lane = self.flow.nodes.get(row).map_or(0, Node::lane);
            let right = match way.leave {
                Door::Side(side) => side == Side::Right,
                Door::Straight => self.ports.place(line, row + 1, lane) >= 0.0,
            };
            let above = way.back && way.leave != Door::Straight;
            let corners = [(above, right), (!above, right), (above, !right), (!above, !right)];
            let free = |(above, right): &(bool, bool)| !taken.contains(&(row, *above, *right));
            if let Some((above, right)) = corners.into_iter().find(free) {
                taken.push((row, above, right));
                // At its line: the side of the shape's room, or the middle.
                let flush_right = right != (way.leave == Door::Straight);
                labels.extend(self.label((row, lane), text, (above, right), flush_right));
            } else if let Some(last) = labels.iter_mut().rfind(|label| label.row == row) {
                // A fifth answer has no corner of its own.
                let both = format!("{} / {text}", last.text.all.join(" "));
                last.text = Lines::of(&both, self.measures.text, last.room.1 - last.room.0);
            }
        }
        labels
    }

    /// An answer in a corner beside a shape.
    fn label(
        &self,
        (row, lane): (usize, usize),
        text: &str,
        (above, right): (bool, bool),
        flush_right: bool,
    ) -> Option<Label> {
        let figure = self.figure(row)?;
        let (left_edge, right_edge) = self.lanes.inner(lane);
        let reach = self.ports.reach(if above { row } else { row + 1 }, lane);
        let reach = reach + 0.35 * self.measures.text;
        let room =
            if right { (figure.x + reach, right_edge) } else { (left_edge, figure.x - reach) };
        let text = Lines::of(text, self.measures.text, (room.1 - room.0).max(1.0));
        let offset = figure.size.1 / 2.0;
        Some(Label { row, lane, text, room, flush_right, above, offset })
    }
}

fn figures(node: &Node, measures: &Measures, lanes: &Lanes) -> Vec<Figure> {
    let figure = |(place, lane): (usize, &usize)| {
        // Who only takes part decides nothing.
        let form = if place > 0 && node.form == Form::Decision { Form::Process } else { node.form };
        let (width, height) = match form {
            Form::Terminal => measures.terminal,
            Form::Process => measures.process,
            Form::Decision => measures.decision,
        };
        let (left, right) = lanes.inner(*lane);
        let width = width.min(right - left - 2.0 * measures.arrow).max(0.3 * (right - left));
        Figure { form, lane: *lane, x: lanes.center(*lane), size: (width, height) }
    };
    node.lanes.iter().enumerate().map(figure).collect()
}
