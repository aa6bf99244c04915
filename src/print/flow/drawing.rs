//! A flow chart as the templates see it: lengths in points, heights as distances from the middle or an
//! edge of a row, since only the layout knows how high the rows are.

use serde::{Serialize, Serializer};

use crate::procedure::flow::{Flow, Form, Height, Measures, Plan};

/// A flow chart whose rows may be of any height.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Drawing {
    /// The width of each column.
    #[serde(rename = "lajur")]
    lanes: Vec<Points>,
    #[serde(rename = "baris")]
    rows: Vec<Row>,
    #[serde(rename = "garis")]
    lines: Vec<Line>,
    #[serde(rename = "pita")]
    strips: Vec<Strip>,
}

/// A length in points, to a hundredth: the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Points(f64);

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64((self.0 * 100.0).round() / 100.0)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Row {
    /// What it needs above its shapes, for them, and below.
    #[serde(rename = "atas")]
    above: Points,
    #[serde(rename = "tinggi")]
    shape: Points,
    #[serde(rename = "bawah")]
    below: Points,
    #[serde(rename = "bentuk")]
    figures: Vec<Figure>,
    /// Left and right end of what links two shapes.
    #[serde(rename = "sambungan")]
    links: Vec<(Points, Points)>,
    #[serde(rename = "jawaban")]
    answers: Vec<Answer>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Figure {
    #[serde(rename = "rupa")]
    form: &'static str,
    #[serde(rename = "lajur")]
    lane: usize,
    x: Points,
    #[serde(rename = "ukuran")]
    size: (Points, Points),
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Answer {
    #[serde(rename = "lajur")]
    lane: usize,
    #[serde(rename = "teks")]
    text: Vec<String>,
    #[serde(rename = "huruf")]
    size: Points,
    #[serde(rename = "ruang")]
    room: (Points, Points),
    #[serde(rename = "rata_kanan")]
    flush_right: bool,
    /// From the middle of the row to its upper edge.
    y: Points,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Line {
    #[serde(rename = "dari")]
    from: usize,
    #[serde(rename = "ke")]
    to: usize,
    /// Each corner: x, from where its height is counted (`a` the upper edge of the row, `t` its middle,
    /// `b` its lower edge), the row, how far below that.
    #[serde(rename = "titik")]
    corners: Vec<(Points, &'static str, usize, Points)>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Strip {
    #[serde(rename = "tinggi")]
    height: Points,
    #[serde(rename = "sisi")]
    size: Points,
    #[serde(rename = "tanda")]
    marks: Vec<Mark>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Mark {
    #[serde(rename = "garis")]
    line: usize,
    x: Points,
    #[serde(rename = "ke")]
    at: Points,
    #[serde(rename = "dalam")]
    depth: Points,
}

/// The measures of a chart in as many columns: wide where they are few.
pub(super) fn columns(lanes: usize) -> Measures {
    let width = match lanes {
        0..=2 => 76.0,
        3 => 68.0,
        4 => 60.0,
        5 => 54.0,
        6 => 48.0,
        7 => 44.0,
        _ => 40.0,
    };
    measures(vec![width; lanes.max(1)], 0.62 * width)
}

/// The measures of a chart in one column.
pub(super) fn column() -> Measures {
    measures(vec![110.0], 60.0)
}

fn measures(lanes: Vec<f64>, shape: f64) -> Measures {
    Measures {
        lanes,
        terminal: (shape, 15.0),
        process: (shape, 17.0),
        decision: (shape, 24.0),
        gap: 4.0,
        arrow: 5.0,
        text: 6.5,
        connector: 11.0,
    }
}

impl Drawing {
    pub(super) fn of(plan: &Plan, flow: &Flow) -> Self {
        let lines = plan.lines.iter().zip(&flow.edges).map(|(line, edge)| Line {
            from: edge.from,
            to: edge.to,
            corners: line.points.iter().map(corner).collect(),
        });
        let lanes = plan.lanes.iter().map(|width| Points(*width));
        Self {
            lanes: lanes.collect(),
            rows: (0..plan.bands.len()).filter_map(|row| Row::of(plan, row)).collect(),
            lines: lines.collect(),
            strips: plan.strips.iter().map(Strip::of).collect(),
        }
    }
}

fn corner((x, height): &(f64, Height)) -> (Points, &'static str, usize, Points) {
    let (from, row, below) = match height {
        Height::Head(row, below) => ("a", *row, *below),
        Height::Middle(row, below) => ("t", *row, *below),
        Height::Foot(row, above) => ("b", *row, -above),
    };
    (Points(*x), from, row, Points(below))
}

impl Row {
    fn of(plan: &Plan, row: usize) -> Option<Self> {
        let band = plan.bands.get(row)?;
        let figures = plan.figures.get(row)?.iter().map(|figure| Figure {
            form: match figure.form {
                Form::Terminal => "ujung",
                Form::Process => "proses",
                Form::Decision => "putusan",
            },
            lane: figure.lane,
            x: Points(figure.x),
            size: (Points(figure.size.0), Points(figure.size.1)),
        });
        let labels = plan.labels.iter().filter(|label| label.row == row);
        let answers = labels.map(|label| {
            let up = label.offset + label.text.height();
            Answer {
                lane: label.lane,
                text: label.text.all.clone(),
                size: Points(label.text.size),
                room: (Points(label.room.0), Points(label.room.1)),
                flush_right: label.flush_right,
                y: Points(if label.above { -up } else { label.offset }),
            }
        });
        let links = plan.links(row).into_iter().map(|(left, right)| (Points(left), Points(right)));
        Some(Self {
            above: Points(band.above),
            shape: Points(band.shape),
            below: Points(band.below),
            figures: figures.collect(),
            links: links.collect(),
            answers: answers.collect(),
        })
    }
}

impl Strip {
    fn of(strip: &crate::procedure::flow::Strip) -> Self {
        let marks = strip.marks.iter().map(|mark| Mark {
            line: mark.line,
            x: Points(mark.x),
            at: Points(mark.at),
            depth: Points(mark.depth),
        });
        Self { height: Points(strip.height), size: Points(strip.size), marks: marks.collect() }
    }
}
