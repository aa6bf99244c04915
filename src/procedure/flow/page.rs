//! The drawing on its pages, for rows whose heights are known.

use super::graph::Form;
use super::plan::{Height, Line, Plan};
use super::strip::Strip;

/// A shape on a page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shape {
    /// What it is.
    pub form: Form,
    /// The row of its step.
    pub row: usize,
    /// Its middle.
    pub at: (f64, f64),
    /// Width and height.
    pub size: (f64, f64),
}

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stroke {
    /// Which line of the flow; `None` for what links the actors of one step.
    pub line: Option<usize>,
    /// Its corners.
    pub points: Vec<(f64, f64)>,
    /// Whether it ends in an arrow.
    pub arrow: bool,
}

/// An answer on a page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    /// Which of the plan's labels.
    pub label: usize,
    /// The left upper corner.
    pub at: (f64, f64),
    /// Width and height.
    pub size: (f64, f64),
}

/// Where a line goes on on another page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Connector {
    /// Which line.
    pub line: usize,
    /// What stands in both connectors of the line.
    pub number: usize,
    /// Its middle.
    pub at: (f64, f64),
    /// Its side.
    pub size: f64,
    /// Whether the line goes up.
    pub up: bool,
}

/// A page: what is drawn on it, from the upper edge of its first row on.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Page {
    /// The upper edges of its rows and the lower edge of the last, with the strips.
    pub rules: Vec<f64>,
    /// Which row is the first.
    pub first: usize,
    /// The shapes.
    pub shapes: Vec<Shape>,
    /// The lines.
    pub strokes: Vec<Stroke>,
    /// The answers.
    pub answers: Vec<Answer>,
    /// The connectors.
    pub connectors: Vec<Connector>,
}

/// The rows of a page.
struct Rows<'a> {
    plan: &'a Plan,
    first: usize,
    end: usize,
    rules: Vec<f64>,
    above: &'a Strip,
    below: &'a Strip,
}

impl Plan {
    /// The pages of the drawing: the height of each row, which is made no less than it needs, and the
    /// rows that begin a page after the first.
    pub(crate) fn pages(&self, heights: &[f64], breaks: &[usize]) -> Vec<Page> {
        let none = Strip::default();
        let count = self.bands.len();
        let mut starts = vec![0];
        starts.extend(breaks.iter().copied().filter(|row| 0 < *row && *row < count));
        starts.dedup();
        let mut rows = Vec::new();
        for (at, first) in starts.iter().enumerate() {
            let end = starts.get(at + 1).copied().unwrap_or(count);
            let strip = |row: usize| {
                self.strips.get(row).filter(|_| 0 < row && row < count).unwrap_or(&none)
            };
            rows.push(Rows::new(self, heights, (*first, end), (strip(*first), strip(end))));
        }
        let numbers = self.numbers(&starts);
        rows.iter().map(|page| page.draw(&numbers)).collect()
    }

    /// The lines that go on on another page, in the order of their numbers.
    fn numbers(&self, starts: &[usize]) -> Vec<usize> {
        let page = |height: &Height| starts.partition_point(|start| *start <= height.row());
        let parted = |line: &Line| {
            let ends = line.points.first().zip(line.points.last());
            ends.is_some_and(|((_, from), (_, to))| page(from) != page(to))
        };
        let lines = self.lines.iter().enumerate();
        lines.filter(|(_, line)| parted(line)).map(|(at, _)| at).collect()
    }
}

impl<'a> Rows<'a> {
    fn new(
        plan: &'a Plan,
        heights: &[f64],
        (first, end): (usize, usize),
        (above, below): (&'a Strip, &'a Strip),
    ) -> Self {
        let mut rules = vec![0.0];
        for row in first..end {
            let needs = plan.bands.get(row).map_or(0.0, super::plan::Band::height);
            let mut height = heights.get(row).copied().unwrap_or_default().max(needs);
            height += if row == first { above.height } else { 0.0 };
            height += if row + 1 == end { below.height } else { 0.0 };
            rules.push(rules.last().copied().unwrap_or_default() + height);
        }
        Self { plan, first, end, rules, above, below }
    }

    /// The upper and lower edge of a row, without the strips.
    fn edges(&self, row: usize) -> (f64, f64) {
        let rule = |row: usize| {
            row.checked_sub(self.first)
                .and_then(|at| self.rules.get(at))
                .copied()
                .unwrap_or_default()
        };
        let top = if row == self.first { self.above.height } else { 0.0 };
        let foot = if row + 1 == self.end { self.below.height } else { 0.0 };
        (rule(row) + top, rule(row + 1) - foot)
    }

    fn y(&self, height: Height) -> f64 {
        let (top, foot) = self.edges(height.row());
        match height {
            Height::Head(_, offset) => top + offset,
            Height::Foot(_, offset) => foot - offset,
            Height::Middle(row, offset) => {
                let band = self.plan.bands.get(row);
                let (above, below) = band.map_or((0.0, 0.0), |band| (band.above, band.below));
                f64::midpoint(top + above, foot - below) + offset
            }
        }
    }

    fn holds(&self, height: Height) -> bool {
        (self.first..self.end).contains(&height.row())
    }

    fn draw(&self, numbers: &[usize]) -> Page {
        let mut page = Page { rules: self.rules.clone(), first: self.first, ..Page::default() };
        for row in self.first..self.end {
            self.shapes(row, &mut page);
        }
        for (at, label) in self.plan.labels.iter().enumerate() {
            if (self.first..self.end).contains(&label.row) {
                let (width, height) = (label.text.width(), label.text.height());
                let x = if label.flush_right { label.room.1 - width } else { label.room.0 };
                let middle = self.y(Height::Middle(label.row, 0.0));
                let y = if label.above {
                    middle - label.offset - height
                } else {
                    middle + label.offset
                };
                page.answers.push(Answer { label: at, at: (x, y), size: (width, height) });
            }
        }
        for (at, line) in self.plan.lines.iter().enumerate() {
            match numbers.iter().position(|number| *number == at) {
                None => self.whole(at, line, &mut page),
                Some(number) => self.parted(at, line, number + 1, &mut page),
            }
        }
        page
    }

    /// The shapes of a row and what links them.
    fn shapes(&self, row: usize, page: &mut Page) {
        let Some(figures) = self.plan.figures.get(row) else { return };
        let y = self.y(Height::Middle(row, 0.0));
        page.shapes.extend(figures.iter().map(|figure| Shape {
            form: figure.form,
            row,
            at: (figure.x, y),
            size: figure.size,
        }));
        for (left, right) in self.plan.links(row) {
            let points = vec![(left, y), (right, y)];
            page.strokes.push(Stroke { line: None, points, arrow: false });
        }
    }

    /// A line that stays on its page.
    fn whole(&self, at: usize, line: &Line, page: &mut Page) {
        if line.points.first().is_some_and(|(_, height)| self.holds(*height)) {
            let points = line.points.iter().map(|(x, height)| (*x, self.y(*height))).collect();
            page.strokes.push(Stroke { line: Some(at), points, arrow: true });
        }
    }

    /// The part of a line that goes on on another page: its beginning or its end. On the pages between
    /// there is nothing of it.
    fn parted(&self, at: usize, line: &Line, number: usize, page: &mut Page) {
        let Some(((_, from), (_, to))) = line.points.first().zip(line.points.last()) else {
            return;
        };
        let up = to.row() < from.row();
        let begins = self.holds(*from);
        if !begins && !self.holds(*to) {
            return;
        }
        let here = line.points.iter().filter(|(_, height)| self.holds(*height));
        let mut points: Vec<(f64, f64)> = here.map(|(x, height)| (*x, self.y(*height))).collect();
        // A line that begins here and goes up leaves above, and one that ends here and comes from above too.
        let above = begins == up;
        let strip = if above { self.above } else { self.below };
        let Some(mark) = strip.mark(at) else { return };
        let (edge, sign) =
            if above { (self.above.height, -1.0) } else { (self.edges(self.end - 1).1, 1.0) };
        let near = edge + sign * (strip.height - 2.0 - strip.size);
        let mut tail = Vec::new();
        if (mark.at - mark.x).abs() > 0.01 {
            let over = edge + sign * mark.depth;
            tail.extend([(mark.x, over), (mark.at, over)]);
        }
        tail.push((mark.at, near));
        if begins {
            points.extend(tail);
        } else {
            points = tail.into_iter().rev().chain(points).collect();
        }
        page.strokes.push(Stroke { line: Some(at), points, arrow: !begins });
        let middle = near + sign * strip.size / 2.0;
        page.connectors.push(Connector {
            line: at,
            number,
            at: (mark.at, middle),
            size: strip.size,
            up,
        });
    }
}
