//! Where the rooms for signatures lie on the pages, for whoever signs electronically.

use serde::{Deserialize, Serialize};
use typst::foundations::{Dict, Label, Selector, Str, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::layout::Abs;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// The mark that the shared layout sets in every room (`templates/_bersama/tanda_tangan.typ`).
const MARK: &str = "ruang-tanda-tangan";

/// The room in which somebody signs. Lengths are points, from the lower left corner of the page, as
/// PDF counts them (ISO 32000-1, 8.3.2.3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SigningRoom {
    /// Who signs; nothing where the draft leaves it open.
    pub(crate) name: String,
    /// The office.
    pub(crate) office: String,
    /// The page, counted from 1 over the whole file, whatever number is printed on it.
    pub(crate) page: usize,
    /// The left side.
    pub(crate) left: f64,
    /// The lower side.
    pub(crate) bottom: f64,
    /// How wide it is.
    pub(crate) width: f64,
    /// How high it is.
    pub(crate) height: f64,
}

/// The rooms of a document, in the order in which they stand.
pub(super) fn rooms(document: &PagedDocument) -> Vec<SigningRoom> {
    let Some(label) = Label::new(PicoStr::intern(MARK)) else { return Vec::new() };
    let introspector = document.introspector();
    let marks = introspector.query(&Selector::Label(label));
    let room = |mark: &typst::foundations::Content| {
        let position = introspector.position(mark.location()?)?;
        let page = position.page.get();
        let Value::Dict(said) = &mark.to_packed::<MetadataElem>()?.value else { return None };
        let height = number(said, "tinggi");
        let paper = document.pages().get(page - 1)?.frame.height();
        Some(SigningRoom {
            name: text(said, "nama"),
            office: text(said, "jabatan"),
            page,
            left: hundredths(position.point.x.to_pt()),
            bottom: hundredths((paper - position.point.y - Abs::pt(height)).to_pt()),
            width: hundredths(number(said, "lebar")),
            height: hundredths(height),
        })
    };
    marks.iter().filter_map(room).collect()
}

fn text(said: &Dict, key: &str) -> String {
    let text = said.get(key).ok().and_then(|value| value.clone().cast::<Str>().ok());
    // Where a long word may be parted is no part of it.
    text.map_or_else(String::new, |text| text.as_str().replace('\u{ad}', ""))
}

fn number(said: &Dict, key: &str) -> f64 {
    said.get(key).ok().and_then(|value| value.clone().cast::<f64>().ok()).unwrap_or_default()
}

/// Nobody places a signature more exactly.
fn hundredths(points: f64) -> f64 {
    (points * 100.0).round() / 100.0
}
