//! What every drawing holds, in the procedures of the sources and in flows that nobody would draw.

use super::graph::Edge;
use super::page::{Page, Shape};
use super::{Ends, Flow, Form, Measures, Node, Plan};
use crate::procedure::Procedure;

/// A generator of numbers: the same from the same seed.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below.max(1)
    }
}

fn measures(lane: f64, lanes: usize) -> Measures {
    Measures {
        lanes: vec![lane; lanes],
        terminal: (44.0, 18.0),
        process: (44.0, 20.0),
        decision: (44.0, 26.0),
        gap: 4.0,
        arrow: 5.0,
        text: 6.5,
        connector: 11.0,
    }
}

fn random(dice: &mut Dice) -> (Flow, Vec<f64>, Vec<usize>) {
    let lanes = 1 + dice.next(8);
    let steps = 2 + dice.next(39);
    let mut flow = Flow { lanes, nodes: Vec::new(), edges: Vec::new() };
    let forms = [Form::Process, Form::Process, Form::Decision, Form::Terminal];
    let answers = ["Ya", "Tidak", "Tidak setuju", "Pindaan", "Dikembalikan"];
    for step in 0..steps {
        let form = forms[dice.next(4)];
        let mut acting: Vec<usize> = vec![dice.next(lanes)];
        while dice.next(4) == 0 {
            let more = dice.next(lanes);
            if !acting.contains(&more) {
                acting.push(more);
            }
        }
        flow.nodes.push(Node { form, lanes: acting });
        if step + 1 < steps {
            let label = (form == Form::Decision).then(|| "Ya".to_owned());
            flow.edges.push(Edge { from: step, to: step + 1, label });
        }
        let more = if form == Form::Decision { 1 + dice.next(3) } else { dice.next(8) / 7 };
        for _ in 0..more {
            let label = (form == Form::Decision).then(|| answers[dice.next(5)].to_owned());
            flow.edges.push(Edge { from: step, to: dice.next(steps), label });
        }
    }
    let mut heights = Vec::new();
    for _ in 0..steps {
        heights.push(20.0 + f64::from(u8::try_from(dice.next(90)).unwrap()));
    }
    let mut breaks = Vec::new();
    for _ in 0..dice.next(6) {
        breaks.push(dice.next(steps));
    }
    breaks.sort_unstable();
    (flow, heights, breaks)
}

/// A box by its sides.
#[derive(Clone, Copy, Debug)]
struct Area(f64, f64, f64, f64);

/// Less than this is nothing.
const NONE: f64 = 0.02;

type Point = (f64, f64);

fn segments(page: &Page) -> impl Iterator<Item = (Option<usize>, Point, Point)> {
    page.strokes.iter().flat_map(|stroke| {
        let pairs = stroke.points.iter().zip(stroke.points.iter().skip(1));
        pairs.map(|(one, other)| (stroke.line, *one, *other))
    })
}

fn through(one: Point, other: Point, area: Area) -> bool {
    let (left, right) = (one.0.min(other.0), one.0.max(other.0));
    let (top, foot) = (one.1.min(other.1), one.1.max(other.1));
    left < area.2 - NONE
        && area.0 + NONE < right.max(left + 2.0 * NONE)
        && top < area.3 - NONE
        && area.1 + NONE < foot.max(top + 2.0 * NONE)
        && right > area.0 + NONE
        && foot > area.1 + NONE
}

fn area(shape: &Shape) -> Area {
    let ((x, y), (width, height)) = (shape.at, shape.size);
    Area(x - width / 2.0, y - height / 2.0, x + width / 2.0, y + height / 2.0)
}

/// Whether a point is inside of a shape.
fn inside(point: Point, shape: &Shape) -> bool {
    let (across, down) = ((point.0 - shape.at.0).abs(), (point.1 - shape.at.1).abs());
    let figure = super::plan::Figure { form: shape.form, lane: 0, x: 0.0, size: shape.size };
    across < shape.size.0 / 2.0 - NONE && down < figure.half_height(across) - NONE
}

fn on_border(point: Point, shape: &Shape) -> bool {
    let figure = super::plan::Figure { form: shape.form, lane: 0, x: 0.0, size: shape.size };
    let (across, down) = ((point.0 - shape.at.0).abs(), (point.1 - shape.at.1).abs());
    let half = figure.half_height(across);
    let side = (across - shape.size.0 / 2.0).abs() < NONE && down <= half + NONE;
    side || (across < shape.size.0 / 2.0 + NONE && (down - half).abs() < NONE)
}

/// A stretch of a segment, in small steps, is inside of a shape.
fn crosses(one: Point, other: Point, shape: &Shape) -> bool {
    (0..=40).map(|step| f64::from(step) / 40.0).any(|share| {
        let point = (one.0 + (other.0 - one.0) * share, one.1 + (other.1 - one.1) * share);
        inside(point, shape)
    })
}

/// How far two segments lie over each other.
fn shared(one: (Point, Point), other: (Point, Point)) -> f64 {
    let upright = |(a, b): (Point, Point)| (a.0 - b.0).abs() < NONE;
    let overlap = |a: (f64, f64), b: (f64, f64)| {
        a.0.max(a.1).min(b.0.max(b.1)) - a.0.min(a.1).max(b.0.min(b.1))
    };
    let level = |(a, b): (Point, Point)| (a.1 - b.1).abs() < NONE;
    if upright(one) && upright(other) && (one.0.0 - other.0.0).abs() < NONE {
        overlap((one.0.1, one.1.1), (other.0.1, other.1.1))
    } else if level(one) && level(other) && (one.0.1 - other.0.1).abs() < NONE {
        overlap((one.0.0, one.1.0), (other.0.0, other.1.0))
    } else {
        0.0
    }
}

fn overlap(one: Area, other: Area) -> bool {
    one.0 < other.2 - NONE
        && other.0 < one.2 - NONE
        && one.1 < other.3 - NONE
        && other.1 < one.3 - NONE
}

/// Everything that a drawing does not hold.
fn faults(flow: &Flow, plan: &Plan, pages: &[Page]) -> Vec<String> {
    let mut found = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let height = page.rules.last().copied().unwrap_or_default();
        let connectors = page.connectors.iter().map(|one| {
            let half = one.size / 2.0;
            Area(one.at.0 - half, one.at.1 - half, one.at.0 + half, one.at.1 + half)
        });
        let connectors: Vec<Area> = connectors.collect();
        let answers = page
            .answers
            .iter()
            .map(|one| Area(one.at.0, one.at.1, one.at.0 + one.size.0, one.at.1 + one.size.1));
        let texts: Vec<Area> = answers.chain(connectors.iter().copied()).collect();
        for (line, one, other) in segments(page) {
            let mut say = |what: &str| {
                found.push(format!("page {number}, line {line:?}: {what} {one:?} {other:?}"))
            };
            let straight = (one.0 - other.0).abs() < NONE || (one.1 - other.1).abs() < NONE;
            if !straight {
                say("aslant");
            }
            for point in [one, other] {
                if point.0 < 0.0
                    || point.0 > plan.width
                    || point.1 < -NONE
                    || point.1 > height + NONE
                {
                    say("off the drawing");
                }
            }
            if page.shapes.iter().any(|shape| crosses(one, other, shape)) {
                say("through a shape");
            }
            if texts.iter().any(|text| through(one, other, *text)) {
                say("through a text");
            }
        }
        let mut rule = 0.0;
        for width in &plan.lanes {
            for one in &page.connectors {
                if (one.at.0 - rule).abs() < one.size / 2.0 {
                    found.push(format!("page {number}: a rule through connector {}", one.number));
                }
            }
            rule += width;
        }
        let all: Vec<_> = segments(page).collect();
        for (at, (line, a, b)) in all.iter().enumerate() {
            for (other, c, d) in &all[at + 1..] {
                if (line != other || line.is_none()) && shared((*a, *b), (*c, *d)) > NONE {
                    found.push(format!(
                        "page {number}: {line:?} over {other:?} {a:?} {b:?} {c:?} {d:?}"
                    ));
                }
            }
        }
        let shapes = page.shapes.iter().map(area);
        let boxes: Vec<Area> = texts.iter().copied().chain(shapes).collect();
        for (at, one) in boxes.iter().enumerate() {
            if boxes[at + 1..].iter().any(|other| overlap(*one, *other)) {
                found.push(format!("page {number}: a box over another {one:?}"));
            }
        }
    }
    for (at, edge) in flow.edges.iter().enumerate() {
        let ends = |row: usize, first: bool| {
            pages.iter().any(|page| {
                let shape = page.shapes.iter().find(|shape| shape.row == row);
                let of_line = page.strokes.iter().filter(|stroke| stroke.line == Some(at));
                let points = of_line
                    .filter_map(|one| if first { one.points.first() } else { one.points.last() });
                shape.is_some_and(|shape| points.into_iter().any(|point| on_border(*point, shape)))
            })
        };
        if !ends(edge.from, true) || !ends(edge.to, false) {
            found.push(format!("line {at} does not arrive: {edge:?}"));
        }
        let page =
            |row: usize| pages.iter().position(|page| row < page.first).unwrap_or(pages.len());
        let own = |page: &Page| page.connectors.iter().filter(|one| one.line == at).count();
        let pairs: Vec<usize> = pages.iter().map(own).collect();
        let wanted = if page(edge.from) == page(edge.to) { 0 } else { 2 };
        if pairs.iter().sum::<usize>() != wanted || pairs.iter().any(|count| *count > 1) {
            found.push(format!("line {at} has connectors {pairs:?}"));
        }
    }
    let mut numbers: Vec<(usize, usize)> =
        pages.iter().flat_map(|page| &page.connectors).map(|one| (one.number, one.line)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.iter().enumerate().any(|(at, (number, _))| *number != at + 1) {
        found.push(format!("numbers {numbers:?}"));
    }
    found
}

#[test]
fn generated_flows_hold() {
    let mut dice = Dice(20_261_127);
    let (mut lines, mut connectors) = (0, 0);
    for round in 0..600 {
        let (flow, heights, breaks) = random(&mut dice);
        let lane = [46.0, 60.0, 90.0][dice.next(3)];
        let plan = Plan::new(&flow, &measures(lane, flow.lanes));
        let pages = plan.pages(&heights, &breaks);
        let found = faults(&flow, &plan, &pages);
        assert!(
            found.is_empty(),
            "round {round}: {} faults\n{}\n{flow:?} {breaks:?}",
            found.len(),
            found[..found.len().min(8)].join("\n")
        );
        lines += flow.edges.len();
        connectors += pages.iter().map(|page| page.connectors.len()).sum::<usize>();
    }
    assert!(lines > 10_000 && connectors > 2_000, "{lines} {connectors}");
}

#[test]
fn the_procedures_of_the_sources_hold() {
    for name in Procedure::names() {
        let procedure = Procedure::embedded(name).unwrap();
        for ends in [Ends::Own, Ends::Steps] {
            let flow = Flow::of(&procedure, ends);
            let plan = Plan::new(&flow, &measures(56.0, flow.lanes));
            let count = flow.nodes.len();
            for at in 1..count {
                let pages = plan.pages(&vec![40.0; count], &[at]);
                let found = faults(&flow, &plan, &pages);
                assert!(found.is_empty(), "{name}: {found:?}");
            }
        }
    }
}

#[test]
fn faults_of_a_drawing_are_seen() {
    let procedure = Procedure::embedded("sop-polhukam-053").unwrap();
    let flow = Flow::of(&procedure, Ends::Steps);
    let plan = Plan::new(&flow, &measures(56.0, flow.lanes));
    let pages = plan.pages(&[40.0; 9], &[5]);
    let broken = |change: &dyn Fn(&mut Vec<Page>)| {
        let mut pages = pages.clone();
        change(&mut pages);
        !faults(&flow, &plan, &pages).is_empty()
    };
    assert!(!broken(&|_| {}));
    assert!(broken(&|pages| pages[0].shapes[2].at.0 += 60.0), "a shape elsewhere");
    assert!(broken(&|pages| pages[0].answers[0].at.0 -= 20.0), "an answer over a shape");
    assert!(broken(&|pages| pages[1].connectors.clear()), "a connector without its pair");
    assert!(broken(&|pages| pages[0].strokes[1] = pages[0].strokes[0].clone()), "a line twice");
}

#[test]
fn a_decision_goes_on_below_and_back_beside() {
    let procedure = Procedure::embedded("sop-polhukam-053").unwrap();
    let flow = Flow::of(&procedure, Ends::Steps);
    assert_eq!(flow.nodes[2].form, Form::Decision);
    assert_eq!((flow.nodes[0].form, flow.nodes[8].form), (Form::Terminal, Form::Terminal));
    let answers: Vec<_> =
        flow.edges.iter().filter(|edge| edge.from == 2).map(|edge| edge.to).collect();
    assert_eq!(answers, [3, 1]);
    let own = Flow::of(&procedure, Ends::Own);
    assert_eq!((own.nodes.len(), own.edges.len()), (11, flow.edges.len() + 2));
}
