//! From a draft to a document: display values, a filled template, laid-out pages, bytes.
//!
//! Nothing here reads the clock, the environment or the machine's fonts; the same draft, style and
//! pictures give the same bytes.

pub mod context;
pub mod escape;
mod export;
mod fonts;
mod images;
mod marks;
mod reading_order;
mod style;
mod template;
mod world;

use std::collections::BTreeMap;

use crate::draft::Draft;
use crate::error::Failure;
use crate::kind::Catalog;

pub use export::{Format, Standards, standards};
pub use images::Images;
pub use style::Style;
pub use world::Worker;

/// What a draft is rendered with.
#[derive(Clone, Debug)]
pub struct Options {
    /// The form of the output.
    pub format: Format,
    /// The standards that a PDF must keep.
    pub standards: Standards,
    /// Dots per inch of page images.
    pub ppi: u32,
    /// The house style.
    pub style: Style,
    /// Whether every page says that it is a draft.
    pub watermark: bool,
}

/// A rendered document: one file, or one a page.
pub type Pages = Vec<Vec<u8>>;

/// Renders a draft.
///
/// # Errors
/// A fault in the template or the pictures, or a text that cannot be set in the embedded fonts.
pub fn render(
    draft: &Draft<'_>,
    catalog: &Catalog,
    images: &Images,
    options: &Options,
    worker: &mut Worker,
) -> Result<Pages, Failure> {
    let context = context::build(draft, images, options)?;
    let source = template::fill(catalog, draft.kind, &context)?;
    let mut files = BTreeMap::new();
    files.extend(images.files());
    if let Some(rows) = &context.data {
        files.insert("/data.json".to_owned(), rows.to_string().into_bytes());
    }
    let document = worker.compile(catalog, draft.kind, source, files, &context)?;
    let document = reading_order::restore(document);
    worker.export(&document, draft, options)
}
