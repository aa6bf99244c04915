//! How each line leaves its step, along which channel it goes, and where it arrives.

use super::graph::{Edge, Flow, Form};

/// A side of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// Where a line leaves its shape or arrives at one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Door {
    /// Leaving below, arriving above.
    Straight,
    /// At a side, half way up.
    Side(Side),
}

/// The way of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) leave: Door,
    pub(super) arrive: Door,
    /// The channel between lanes that it goes along: the one left of that lane. A line to the row below
    /// needs none.
    pub(super) channel: Option<usize>,
    /// Where it begins and ends along the channel, counted in thirds of rows: above the shapes, at
    /// their middle, below them.
    pub(super) span: (usize, usize),
    /// Whether it goes up.
    pub(super) back: bool,
}

/// What is taken already.
struct Taken {
    /// Sides of shapes, by row.
    sides: Vec<(usize, Side)>,
    /// The stretches of each channel.
    channels: Vec<Vec<(usize, usize)>>,
}

/// The ways of all lines, in their order.
pub(super) fn ways(flow: &Flow) -> Vec<Way> {
    let mut taken = Taken { sides: Vec::new(), channels: vec![Vec::new(); flow.lanes + 1] };
    let mut ways = vec![None; flow.edges.len()];
    let mut order: Vec<usize> = (0..flow.edges.len()).collect();
    let length = |at: &usize| flow.edges.get(*at).map_or(0, |edge| edge.from.abs_diff(edge.to));
    // Short lines first: they get the sides, and long ones go around them.
    order.sort_by_key(length);
    for at in order {
        let Some(edge) = flow.edges.get(at) else { continue };
        let way = taken.way(flow, at, edge);
        if let Some(given) = ways.get_mut(at) {
            *given = way;
        }
    }
    ways.into_iter().flatten().collect()
}

impl Taken {
    fn way(&mut self, flow: &Flow, at: usize, edge: &Edge) -> Option<Way> {
        let leaves = self.leaves(flow, edge, goes_below(flow, at, edge));
        if edge.to == edge.from + 1 && leaves.contains(&Door::Straight) {
            let span = (3 * edge.from + 2, 3 * edge.from + 2);
            let straight = Door::Straight;
            return Some(Way {
                leave: straight,
                arrive: straight,
                channel: None,
                span,
                back: false,
            });
        }
        let choices = leaves.into_iter().flat_map(|leave| self.choices(flow, edge, leave));
        let choices: Vec<(usize, Way)> = choices.collect();
        let (_, best) = choices.into_iter().min_by_key(|(cost, _)| *cost)?;
        for (row, door) in [(edge.from, best.leave), (edge.to, best.arrive)] {
            if let Door::Side(side) = door {
                self.sides.push((row, side));
            }
        }
        self.channels.get_mut(best.channel?)?.push(best.span);
        Some(best)
    }

    /// Where a line may leave: at a side of a decision that is free, else below.
    fn leaves(&self, flow: &Flow, edge: &Edge, goes_below: bool) -> Vec<Door> {
        let decides = flow.nodes.get(edge.from).is_some_and(|node| node.form == Form::Decision);
        let free: Vec<Door> = [Side::Left, Side::Right]
            .into_iter()
            .filter(|side| decides && !goes_below && self.is_free(flow, edge.from, *side))
            .map(Door::Side)
            .collect();
        if free.is_empty() { vec![Door::Straight] } else { free }
    }

    /// Whether nothing uses a side of the shape of a row, nor the link to another actor's.
    fn is_free(&self, flow: &Flow, row: usize, side: Side) -> bool {
        let outermost = flow.nodes.get(row).is_some_and(|node| match side {
            Side::Left => node.span().0 == node.lane(),
            Side::Right => node.span().1 == node.lane(),
        });
        outermost && !self.sides.contains(&(row, side))
    }

    /// The channels that a line may take, each with what it costs.
    fn choices(&self, flow: &Flow, edge: &Edge, leave: Door) -> Vec<(usize, Way)> {
        let lane = |row: usize| flow.nodes.get(row).map_or(0, super::Node::lane);
        let (from, to) = (lane(edge.from), lane(edge.to));
        let back = edge.to <= edge.from;
        let channels = match leave {
            Door::Side(Side::Left) => from..=from,
            Door::Side(Side::Right) => from + 1..=from + 1,
            Door::Straight => 0..=flow.lanes,
        };
        let choice = |channel: usize| {
            let arrive = self.arrival(flow, edge, channel, to, leave);
            let first = if leave == Door::Straight { 3 * edge.from + 2 } else { 3 * edge.from + 1 };
            let last = match (arrive, back) {
                (Door::Side(_), _) => 3 * edge.to + 1,
                (Door::Straight, true) => 3 * edge.to,
                (Door::Straight, false) => (3 * edge.to).saturating_sub(1),
            };
            let span = (first.min(last), first.max(last));
            let near = |lane: usize| (2 * channel).abs_diff(2 * lane + 1);
            let bends = usize::from(arrive == Door::Straight);
            // In the gutters at the sides a line disturbs nobody.
            let inner = usize::from(channel != 0 && channel != flow.lanes);
            let cost =
                6 * self.load(channel, span) + 2 * (near(from) + near(to)) + 3 * bends + inner;
            (cost, Way { leave, arrive, channel: Some(channel), span, back })
        };
        channels.map(choice).collect()
    }

    /// At the side where the channel goes by, else above. The sides of a decision are for its answers.
    fn arrival(&self, flow: &Flow, edge: &Edge, channel: usize, to: usize, leave: Door) -> Door {
        let side = match channel {
            at if at == to => Side::Left,
            at if at == to + 1 => Side::Right,
            _ => return Door::Straight,
        };
        let decides = flow.nodes.get(edge.to).is_some_and(|node| node.form == Form::Decision);
        let own = edge.from == edge.to && leave == Door::Side(side);
        let free = !decides && !own && self.is_free(flow, edge.to, side);
        if free { Door::Side(side) } else { Door::Straight }
    }

    /// How many lines lie beside a stretch of a channel.
    fn load(&self, channel: usize, span: (usize, usize)) -> usize {
        let all = self.channels.get(channel).map_or(&[][..], Vec::as_slice);
        all.iter().filter(|(low, high)| *low <= span.1 && span.0 <= *high).count()
    }
}

/// Whether a line leaves below: of a decision the first that goes on, of any other shape every one.
fn goes_below(flow: &Flow, at: usize, edge: &Edge) -> bool {
    let decides = flow.nodes.get(edge.from).is_some_and(|node| node.form == Form::Decision);
    let ahead = |(_, other): &(usize, &Edge)| other.from == edge.from && other.to > other.from;
    let nearest = flow.edges.iter().enumerate().filter(ahead).min_by_key(|(_, other)| other.to);
    !decides || nearest.is_some_and(|(first, _)| first == at)
}
