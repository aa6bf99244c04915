//! Clusters: letters with their marks, put together again from the pieces that Typst made of them.

use typst::layout::{Abs, Em, FrameItem, Point};
use typst::syntax::Span;
use typst::text::{Glyph, TextItem};
use unicode_bidi::{BidiClass, bidi_class};

use super::Spot;
use crate::text::script::{self, SOFT_HYPHEN};

/// The width in em below which a glyph is a mark. Marks have none, but a justified line gives them a
/// share of what it stretches its letters by.
const THIN: f64 = 0.05;

/// The longest text of an item: a glyph counts its place in sixteen bits.
const LONGEST: usize = 60_000;

/// One cluster as it is drawn: its glyphs with their own origins.
pub(super) struct Cluster<'a> {
    /// The text item that it begins in.
    pub(crate) item: &'a TextItem,
    /// Where it stands in that item's text.
    pub(crate) start: usize,
    /// Its characters.
    pub(crate) text: &'a str,
    /// The text of the document that it comes from, and its place there.
    pub(crate) origin: (Span, u16),
    /// Its glyphs; never none.
    glyphs: Vec<(Point, &'a Glyph)>,
}

/// Whether an item may have to change: it reads from the right, holds a soft hyphen, or is a mark
/// that was parted from its letter.
pub(super) fn concerned(item: &TextItem) -> bool {
    item.glyphs.first().is_some_and(is_thin)
        || item.text.chars().any(|c| c == SOFT_HYPHEN || (!c.is_ascii() && is_from_right(c)))
}

fn is_thin(glyph: &Glyph) -> bool {
    glyph.x_advance.get().abs() < THIN
}

/// Whether a character reads from the right by itself.
pub(super) fn is_from_right(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

/// The clusters of a run from left to right, and whether some mark was put back to its letter.
/// `None` for texts that are too long to be told apart.
pub(super) fn read<'a>(run: &[Spot<'a>]) -> Option<(Vec<Cluster<'a>>, bool)> {
    let mut clusters: Vec<Cluster<'a>> = Vec::new();
    let mut joined = false;
    for (pos, item) in run {
        let FrameItem::Text(item) = item else {
            continue;
        };
        let mut at = *pos;
        for (index, glyph) in item.glyphs.iter().enumerate() {
            let text = item.text.get(glyph.range())?;
            let start = glyph.range().start;
            let fresh =
                Cluster { item, start, text, origin: glyph.span, glyphs: vec![(at, glyph)] };
            match clusters.last_mut() {
                Some(last) if index > 0 && last.start == start => last.glyphs.push((at, glyph)),
                Some(last) if index == 0 && last.goes_on_with(&fresh) => {
                    joined = true;
                    last.glyphs.push((at, glyph));
                    (last.item, last.start) = (item, start);
                }
                _ => clusters.push(fresh),
            }
            at.x += glyph.x_advance.at(item.size);
        }
    }
    Some((clusters, joined))
}

impl Cluster<'_> {
    /// Whether the next piece still belongs to this cluster: a mark without width, cut off because
    /// it stands higher or lower. In text from the right, marks are drawn before their letter.
    fn goes_on_with(&self, next: &Self) -> bool {
        let (Some((here, last)), Some((there, first))) = (self.glyphs.last(), next.glyphs.first())
        else {
            return false;
        };
        self.text == next.text
            && self.origin == next.origin
            && self.item.font == next.item.font
            && self.item.size == next.item.size
            && here.y != there.y
            && (is_thin(first) || (is_thin(last) && self.may_run_leftward()))
    }

    /// Whether it has a character of a script from the right, if only a mark.
    fn may_run_leftward(&self) -> bool {
        self.text.chars().any(script::is_from_right)
    }

    /// Whether it reads from the right.
    pub(super) fn runs_leftward(&self) -> bool {
        self.text.chars().any(is_from_right)
    }

    /// Whether it reads from the left: letters and numbers, also Arabic numbers.
    pub(super) fn runs_rightward(&self) -> bool {
        let strong = |c| matches!(bidi_class(c), BidiClass::L | BidiClass::EN | BidiClass::AN);
        self.text.chars().any(strong)
    }

    /// Whether a bracket was turned round, as it is in text from the right; `None` for what is none.
    pub(super) fn is_mirrored(&self) -> Option<bool> {
        let other = match self.text {
            "(" => ')',
            ")" => '(',
            "[" => ']',
            "]" => '[',
            "{" => '}',
            "}" => '{',
            _ => return None,
        };
        let drawn = self.glyphs.first().map(|(_, glyph)| glyph.id);
        Some(self.item.font.ttf().glyph_index(other).map(|id| id.0) == drawn)
    }

    /// Whether it carries soft hyphens that nobody sees; the one at the end of a line is drawn.
    pub(super) fn has_unseen_hyphen(&self) -> bool {
        self.text.contains(SOFT_HYPHEN) && !self.is_seen_hyphen()
    }

    fn is_seen_hyphen(&self) -> bool {
        let drawn = self.glyphs.iter().any(|(_, glyph)| !is_thin(glyph));
        drawn && self.text.chars().eq([SOFT_HYPHEN])
    }

    fn is_set_like(&self, other: &Self) -> bool {
        let (a, b) = (self.item, other.item);
        (a.font == b.font && a.size == b.size && a.fill == b.fill)
            && (a.stroke == b.stroke && a.lang == b.lang && a.region == b.region)
    }
}

/// Text items that show clusters in the order given, as few as can be.
pub(super) fn write(clusters: &[&Cluster<'_>]) -> Vec<(Point, FrameItem)> {
    let mut out = Vec::new();
    let mut line = Line::default();
    let mut previous: Option<&Cluster<'_>> = None;
    for cluster in clusters {
        let fits = line.text.len() + cluster.text.len() <= LONGEST;
        if !(fits && previous.is_some_and(|previous| previous.is_set_like(cluster))) {
            out.extend(previous.and_then(|previous| std::mem::take(&mut line).finish(previous)));
        }
        line.push(cluster);
        previous = Some(cluster);
    }
    out.extend(previous.and_then(|previous| line.finish(previous)));
    out
}

/// A text item in the making.
#[derive(Default)]
struct Line {
    text: String,
    glyphs: Vec<Glyph>,
    start: Point,
    pen: Point,
}

impl Line {
    fn push(&mut self, cluster: &Cluster<'_>) {
        let from = self.text.len();
        if cluster.has_unseen_hyphen() {
            self.text.extend(cluster.text.chars().filter(|c| *c != SOFT_HYPHEN));
        } else {
            self.text.push_str(cluster.text);
        }
        let narrow = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let range = narrow(from)..narrow(self.text.len());
        if range.is_empty() {
            return;
        }
        for (at, glyph) in &cluster.glyphs {
            self.push_glyph(
                *at,
                Glyph { range: range.clone(), ..(*glyph).clone() },
                cluster.item.size,
            );
        }
    }

    /// Adds a glyph where it stands on the page: the pen goes there, to the left as well.
    fn push_glyph(&mut self, at: Point, mut glyph: Glyph, size: Abs) {
        match self.glyphs.last_mut() {
            None => self.start = at,
            Some(last) => {
                let gap = at.x - self.pen.x;
                if gap.abs() > Abs::pt(1e-6) {
                    last.x_advance += Em::from_abs(gap, size);
                }
            }
        }
        // Offsets count upwards, positions downwards.
        glyph.y_offset += Em::from_abs(self.start.y - at.y, size);
        self.pen = Point::new(at.x + glyph.x_advance.at(size), at.y);
        self.glyphs.push(glyph);
    }

    fn finish(self, cluster: &Cluster<'_>) -> Option<(Point, FrameItem)> {
        if self.glyphs.is_empty() {
            return None;
        }
        let item = TextItem { text: self.text.into(), glyphs: self.glyphs, ..cluster.item.clone() };
        Some((self.start, FrameItem::Text(item)))
    }
}
