//! The flow as a picture: numbers and activities at the left, a lane for each actor beside them.

use std::fmt::Write as _;

use super::{Chart, words};
use crate::procedure::flow::{Form, Label, Lines, Measures, Page, Plan, Shape};

/// The measures of the drawing, in units of SVG.
const NUMBER: f64 = 44.0;
const ACTIVITY: f64 = 320.0;
const LANE: f64 = 132.0;
const TEXT: f64 = 12.0;
const SMALL: f64 = 11.0;
const TITLE: f64 = 16.0;
const MARGIN: f64 = 16.0;
const PADDING: f64 = 8.0;
const LINE: f64 = 1.3;

pub(super) fn picture(chart: &Chart) -> String {
    let lanes = chart.flow.lanes;
    let measures = Measures {
        lanes: vec![LANE; lanes],
        terminal: (84.0, 32.0),
        process: (84.0, 36.0),
        decision: (88.0, 50.0),
        gap: 8.0,
        arrow: 10.0,
        text: SMALL,
        connector: 20.0,
    };
    let plan = Plan::new(&chart.flow, &measures);
    let rows = 0..chart.flow.nodes.len();
    let heights: Vec<f64> =
        rows.map(|row| activity(chart, row).height(TEXT) + 2.0 * PADDING).collect();
    let page = plan.pages(&heights, &[]).into_iter().next().unwrap_or_default();
    let names = chart.procedure.actors.iter().map(|actor| Cell::of(&actor.name, LANE, true));
    let names: Vec<Cell> = names.collect();
    let head = names.iter().map(|name| name.height(TEXT)).fold(TEXT, f64::max) + 2.0 * PADDING;
    let title =
        Cell::of(&chart.procedure.name, (NUMBER + ACTIVITY + plan.width) * TEXT / TITLE, true);
    let top = MARGIN + title.height(TITLE) + PADDING;
    let body = page.rules.last().copied().unwrap_or_default();
    let size = (2.0 * MARGIN + NUMBER + ACTIVITY + plan.width, top + head + body + MARGIN);
    let mut out = start(chart, size);
    title.write(&mut out, (MARGIN, MARGIN), TITLE);
    grid(&mut out, &page, plan.width, lanes, (top, head));
    let number = Cell::of("No.", NUMBER, true);
    number.write(&mut out, (MARGIN + PADDING, top + PADDING), TEXT);
    let kind = Cell::of(&words::activity().text(chart.language), ACTIVITY, true);
    kind.write(&mut out, (MARGIN + NUMBER + PADDING, top + PADDING), TEXT);
    for (lane, name) in (0u32..).zip(&names) {
        let x = MARGIN + NUMBER + ACTIVITY + f64::from(lane) * LANE + PADDING;
        name.write(&mut out, (x, top + PADDING), TEXT);
    }
    for (row, upper) in page.rules.iter().enumerate().take(chart.flow.nodes.len()) {
        let y = top + head + upper + PADDING;
        activity(chart, row).write(&mut out, (MARGIN + NUMBER + PADDING, y), TEXT);
        if let Some(step) = chart.step(row) {
            Cell::of(&step.number, NUMBER, false).write(&mut out, (MARGIN + PADDING, y), TEXT);
        }
    }
    let _ = writeln!(
        out,
        "<g transform=\"translate({} {})\">",
        at(MARGIN + NUMBER + ACTIVITY),
        at(top + head)
    );
    drawing(&mut out, chart, &plan, &page);
    out + "</g>\n</svg>\n"
}

fn start(chart: &Chart, (width, height): (f64, f64)) -> String {
    let name = safe(&chart.procedure.name);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         font-family=\"Arial, 'Liberation Sans', sans-serif\">\n<title>{name}</title>\n\
         <desc>{}</desc>\n\
         <defs><marker id=\"panah\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" \
         markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0.5 8 4 0 7.5Z\"/></marker></defs>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"white\"/>\n",
        safe(&chart.procedure.source),
        width = at(width),
        height = at(height),
    )
}

/// A text in lines of a cell.
struct Cell {
    lines: Lines,
    bold: bool,
}

impl Cell {
    fn of(text: &str, width: f64, bold: bool) -> Self {
        // Bold letters are a little wider.
        let room = (width - 2.0 * PADDING) * if bold { 0.9 } else { 1.0 };
        Self { lines: Lines::of(text, TEXT, room), bold }
    }

    fn height(&self, size: f64) -> f64 {
        self.lines.all.iter().map(|_| LINE * size).sum()
    }

    fn write(&self, out: &mut String, (x, y): (f64, f64), size: f64) {
        let size = size * self.lines.size / TEXT;
        let weight = if self.bold { " font-weight=\"bold\"" } else { "" };
        for (row, line) in (0u32..).zip(&self.lines.all) {
            let y = y + size * (0.95 + LINE * f64::from(row));
            let _ = writeln!(
                out,
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}>{}</text>",
                at(x),
                at(y),
                at(size),
                safe(line)
            );
        }
    }
}

fn activity(chart: &Chart, row: usize) -> Cell {
    Cell::of(chart.step(row).map_or("", |step| step.activity.as_str()), ACTIVITY, false)
}

/// The rules of the table, lighter than the flow.
fn grid(out: &mut String, page: &Page, width: f64, lanes: usize, (top, head): (f64, f64)) {
    let body = top + head;
    let foot = body + page.rules.last().copied().unwrap_or_default();
    let right = MARGIN + NUMBER + ACTIVITY + width;
    let mut path = format!("M{} {}H{}", at(MARGIN), at(top), at(right));
    for rule in &page.rules {
        let _ = write!(path, "M{} {}H{}", at(MARGIN), at(body + rule), at(right));
    }
    let lane = |lane: u32| MARGIN + NUMBER + ACTIVITY + f64::from(lane) * LANE;
    let lanes = u32::try_from(lanes).unwrap_or_default();
    for x in [MARGIN, MARGIN + NUMBER].into_iter().chain((0..=lanes).map(lane)) {
        let _ = write!(path, "M{} {}V{}", at(x), at(top), at(foot));
    }
    let _ =
        writeln!(out, "<path d=\"{path}\" fill=\"none\" stroke=\"#999\" stroke-width=\"0.75\"/>");
}

fn drawing(out: &mut String, chart: &Chart, plan: &Plan, page: &Page) {
    for stroke in &page.strokes {
        let points: Vec<String> =
            stroke.points.iter().map(|(x, y)| format!("{},{}", at(*x), at(*y))).collect();
        let arrow = if stroke.arrow { " marker-end=\"url(#panah)\"" } else { "" };
        let _ = writeln!(
            out,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"black\" stroke-width=\"1.2\"{arrow}/>",
            points.join(" ")
        );
    }
    for shape in &page.shapes {
        figure(out, chart, shape);
    }
    for answer in &page.answers {
        if let Some(label) = plan.labels.get(answer.label) {
            written(out, label, answer.at);
        }
    }
}

fn figure(out: &mut String, chart: &Chart, shape: &Shape) {
    let ((x, y), (width, height)) = (shape.at, shape.size);
    let (left, top) = (x - width / 2.0, y - height / 2.0);
    let style = "fill=\"white\" stroke=\"black\" stroke-width=\"1.2\"";
    let rounded = |radius: f64| {
        format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" {style}/>",
            at(left),
            at(top),
            at(width),
            at(height),
            at(radius)
        )
    };
    let drawn = match shape.form {
        Form::Terminal => rounded(height / 2.0),
        Form::Process => rounded(0.0),
        Form::Decision => format!(
            "<polygon points=\"{},{} {},{} {},{} {},{}\" {style}/>",
            at(x),
            at(top),
            at(x + width / 2.0),
            at(y),
            at(x),
            at(top + height),
            at(left),
            at(y)
        ),
    };
    let said =
        chart.step(shape.row).map_or_else(|| chart.end(shape.row), |step| step.number.clone());
    let _ = writeln!(
        out,
        "{drawn}\n<text x=\"{}\" y=\"{}\" font-size=\"{SMALL}\" text-anchor=\"middle\">{}</text>",
        at(x),
        at(y + 0.35 * SMALL),
        safe(&said)
    );
}

fn written(out: &mut String, label: &Label, (x, y): (f64, f64)) {
    let size = label.text.size;
    for (row, line) in (0u32..).zip(&label.text.all) {
        let (x, anchor) = if label.flush_right { (label.room.1, "end") } else { (x, "start") };
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            at(x),
            at(y + size * (0.9 + 1.15 * f64::from(row))),
            at(size),
            safe(line)
        );
    }
}

/// A measure in hundredths, so that it is the same everywhere.
fn at(measure: f64) -> String {
    let text = format!("{measure:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn safe(text: &str) -> String {
    let kept = text.chars().filter(|sign| !sign.is_control());
    kept.collect::<String>().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
