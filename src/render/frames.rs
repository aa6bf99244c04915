//! Where the layout engine put texts and rules, for the tests of this repository: what stands on the
//! pages, before any export.

use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::visualize::Geometry;

use super::{Images, Options, RenderError, Worker, lay_out};
use crate::draft::Draft;
use crate::kind::Catalog;

/// A box on a page, in points from the upper left corner.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// The left side.
    pub left: f64,
    /// The upper side.
    pub top: f64,
    /// The right side.
    pub right: f64,
    /// The lower side.
    pub bottom: f64,
}

/// A page: its size, its texts and its rules in the order in which they are drawn.
#[derive(Debug)]
pub struct Sheet {
    /// Width and height in points.
    pub size: (f64, f64),
    /// Each piece of text with the box of its lower-case letters: from the baseline up to half of its
    /// size, which the boxes of two lines never share. Blanks and what stands aslant, as the draft
    /// mark does, are left out.
    pub texts: Vec<(Area, String)>,
    /// The upright rules, such as those between the columns of a table.
    pub upright: Vec<Area>,
    /// The level rules.
    pub level: Vec<Area>,
    /// The boxes of shapes that are no lines: those of a flow chart, and what is filled.
    pub shapes: Vec<Area>,
}

/// The pages of a draft as they are laid out.
///
/// # Errors
/// As [`super::render`].
pub fn sheets(
    draft: &Draft<'_>,
    catalog: &Catalog,
    images: &Images,
    options: &Options,
    worker: &mut Worker,
) -> Result<Vec<Sheet>, RenderError> {
    let (document, _) = lay_out(draft, catalog, images, options, worker)?;
    let sheets = document.pages().iter().map(|page| {
        let size = page.frame.size();
        let size = (size.x.to_pt(), size.y.to_pt());
        let mut sheet = Sheet {
            size,
            texts: Vec::new(),
            upright: Vec::new(),
            level: Vec::new(),
            shapes: Vec::new(),
        };
        sheet.collect(&page.frame, Point::zero());
        sheet
    });
    Ok(sheets.collect())
}

impl Sheet {
    fn collect(&mut self, frame: &Frame, origin: Point) {
        for (at, item) in frame.items() {
            let at = origin + *at;
            match item {
                FrameItem::Group(group) => {
                    // Everything but a shift stands aslant.
                    let shift = Point::new(group.transform.tx, group.transform.ty);
                    if group.transform.is_only_translate() {
                        self.collect(&group.frame, at + shift);
                    }
                }
                FrameItem::Text(text) if !text.text.trim().is_empty() => {
                    let area = area(at, Point::new(text.width(), text.size * -0.5));
                    self.texts.push((area, text.text.to_string()));
                }
                FrameItem::Shape(shape, _) => match shape.geometry {
                    Geometry::Line(to) if to.x.abs() < Abs::pt(0.1) => {
                        self.upright.push(area(at, to));
                    }
                    Geometry::Line(to) if to.y.abs() < Abs::pt(0.1) => {
                        self.level.push(area(at, to));
                    }
                    Geometry::Line(_) => {}
                    Geometry::Rect(_) | Geometry::Curve(_) => {
                        let bounds = shape.geometry.bbox(None);
                        self.shapes.push(area(at + bounds.min, bounds.max - bounds.min));
                    }
                },
                _ => {}
            }
        }
    }
}

/// The box between a point and what lies so far from it.
fn area(from: Point, extent: Point) -> Area {
    let to = from + extent;
    Area {
        left: from.x.min(to.x).to_pt(),
        top: from.y.min(to.y).to_pt(),
        right: from.x.max(to.x).to_pt(),
        bottom: from.y.max(to.y).to_pt(),
    }
}
