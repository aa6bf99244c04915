//! Puts the text of laid-out pages into reading order before export, so that what people typed
//! reads back from a PDF exactly.
//!
//! Typst cuts a run of text wherever the font or the height changes, and pushes the pieces from
//! left to right. So a mark that the font lifts above its letter becomes a piece of its own that
//! repeats the whole cluster ("m̄" reads back as "m̄m̄"), and Arabic words come out in the order
//! they are drawn in. It also leaves a soft hyphen wherever a word might have been divided, and two
//! where it was. Positions are absolute: putting the pieces in order changes nothing on the page.

mod cluster;
mod direction;

use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point};
use typst::model::Document as _;
use typst::visualize::Geometry;
use typst_layout::{Page, PagedDocument};

use direction::Around;

/// An item of a frame and where it stands.
type Spot<'a> = (Point, &'a FrameItem);

/// What rounding may shift, and the hair's breadth that parts the pieces of a long word.
const HAIR: f64 = 0.01;

/// The document with its text in reading order; itself when nothing has to change.
pub(super) fn restore(document: PagedDocument) -> PagedDocument {
    let frames: Vec<Option<Frame>> =
        document.pages().iter().map(|page| ordered(&page.frame)).collect();
    if frames.iter().all(Option::is_none) {
        return document;
    }
    let pages = document.pages().iter().zip(frames).map(|(page, frame)| match frame {
        Some(frame) => Page { frame, ..page.clone() },
        None => page.clone(),
    });
    PagedDocument::new(pages.collect(), document.info().clone())
}

/// The frame in reading order; `None` when it already is, as nearly every frame.
fn ordered(frame: &Frame) -> Option<Frame> {
    if !concerned(frame) {
        return None;
    }
    let mut spots = Vec::new();
    flatten(frame, Point::zero(), &mut spots);
    let mut out = Vec::with_capacity(spots.len());
    let mut changed = false;
    let mut from = 0;
    while let Some((before, rest)) =
        spots.split_at_checked(from).filter(|(_, rest)| !rest.is_empty())
    {
        let (run, after) = rest.split_at(run_length(rest));
        let texts = direction::rewrite(run, &Around::of(before, run, after));
        changed |= texts.is_some();
        match texts {
            Some(texts) => {
                out.extend(texts);
                out.extend(run.iter().filter(|(_, item)| is_line(item)).map(owned));
            }
            None => out.extend(run.iter().map(|spot| inner(spot, &mut changed))),
        }
        from += run.len();
    }
    changed.then(|| rebuilt(frame, out))
}

fn rebuilt(frame: &Frame, items: Vec<(Point, FrameItem)>) -> Frame {
    let mut new = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        new.set_baseline(frame.baseline());
    }
    new.push_multiple(items);
    new
}

/// Whether some text of a frame may have to change; most frames are done with here.
fn concerned(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => concerned(&group.frame),
        FrameItem::Text(text) => cluster::concerned(text),
        _ => false,
    })
}

/// The items of a frame, with those of plain groups in their place. Typst groups the pieces of a run
/// when they are more than five; what stands beside them must be seen all the same.
fn flatten<'a>(frame: &'a Frame, origin: Point, out: &mut Vec<Spot<'a>>) {
    for (pos, item) in frame.items() {
        match item {
            FrameItem::Group(group) if is_plain(group) && concerned(&group.frame) => {
                flatten(&group.frame, origin + *pos, out);
            }
            _ => out.push((origin + *pos, item)),
        }
    }
}

fn is_plain(group: &GroupItem) -> bool {
    group.frame.kind().is_soft()
        && group.transform.is_identity()
        && group.clip.is_none()
        && group.label.is_none()
        && group.parent.is_none()
}

fn owned(spot: &Spot<'_>) -> (Point, FrameItem) {
    (spot.0, spot.1.clone())
}

/// An item as it was, or a group with the text inside it in order.
fn inner(spot: &Spot<'_>, changed: &mut bool) -> (Point, FrameItem) {
    if let FrameItem::Group(group) = spot.1
        && let Some(frame) = ordered(&group.frame)
    {
        *changed = true;
        return (spot.0, FrameItem::Group(GroupItem { frame, ..group.clone() }));
    }
    owned(spot)
}

/// How many items from here on are pieces of text that touch one another from left to right, with
/// the lines under them. Anything else is one item; no run reaches across a tag.
fn run_length(items: &[Spot<'_>]) -> usize {
    let Some((first, FrameItem::Text(text))) = items.first() else {
        return 1;
    };
    let near = text.size * 0.8;
    let mut pen = first.x;
    let mut length = 0;
    for (at, item) in items {
        match item {
            FrameItem::Text(text) => {
                let level = (at.y - first.y).abs() < near;
                if !level || (at.x - pen).abs() > Abs::pt(HAIR) {
                    break;
                }
                pen = at.x + text.width();
            }
            item if is_line(item) => {}
            _ => break,
        }
        length += 1;
    }
    length
}

/// A line under, over or through a text, which may be drawn after the whole of it.
fn is_line(item: &FrameItem) -> bool {
    matches!(item, FrameItem::Shape(shape, _) if matches!(shape.geometry, Geometry::Line(_)))
}

#[cfg(test)]
mod tests;
