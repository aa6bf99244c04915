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

pub use export::{Format, Standards, standards, typst_version};
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

/// Drops from the layout engine's memory what no document has asked for since the clearing before.
pub fn clear_memory() {
    comemo::evict(1);
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
    let files = data_files(images, &context);
    let document = worker.compile(catalog, draft.kind, source, files, &context);
    let document = document.map_err(|failure| images.named(failure))?;
    // Pictures hold no text that anybody reads back.
    let document = match options.format {
        Format::Pdf => reading_order::restore(document),
        Format::Png | Format::Svg => document,
    };
    worker.export(&document, draft, options)
}

/// The files that a document is laid out from, by path: the filled template (`/main.typ`), the
/// shared layout, pictures and rows. For authors of templates, and to measure against the `typst`
/// command line on the same pages.
///
/// # Errors
/// A fault in the template or the pictures.
pub fn sources(
    draft: &Draft<'_>,
    catalog: &Catalog,
    images: &Images,
    options: &Options,
) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let context = context::build(draft, images, options)?;
    let source = template::fill(catalog, draft.kind, &context)?;
    let mut files = data_files(images, &context);
    files.insert("/main.typ".to_owned(), source.into_bytes());
    let shared = catalog.files().filter(|(path, _)| path.ends_with(".typ"));
    files.extend(shared.map(|(path, text)| (format!("/{path}"), text.as_bytes().to_vec())));
    Ok(files)
}

/// Pictures, and long tables as data.
fn data_files(images: &Images, context: &context::Context) -> BTreeMap<String, Vec<u8>> {
    let rows =
        context.data.iter().map(|rows| ("/data.json".to_owned(), rows.to_string().into_bytes()));
    images.files().chain(rows).collect()
}
