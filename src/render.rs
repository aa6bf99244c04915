//! From a draft to a document: its print tree, a filled template, laid-out pages, bytes.
//!
//! Nothing here reads the clock, the environment or the machine's fonts; the same draft, style and
//! pictures give the same bytes.

mod combine;
mod data;
mod error;
mod escape;
mod export;
mod fault;
mod fonts;
#[cfg(any(test, feature = "inside"))]
pub mod frames;
mod images;
mod leaf;
mod marks;
mod reading_order;
mod rooms;
pub mod style;
mod template;
mod worker;
mod world;

use std::collections::BTreeMap;
use std::sync::Arc;

use typst_layout::PagedDocument;

use crate::draft::Draft;
use crate::kind::Catalog;

pub(crate) use combine::{CombineError, Combined};
pub(crate) use error::Misuse;
pub(crate) use error::{RenderError, TemplateError};
pub use export::{Format, StandardError, Standards, standards, typst_version};
pub(crate) use fault::LayoutError;
pub use images::{Images, PictureError};
pub(crate) use leaf::{Leaf, leaf};
pub use rooms::SigningRoom;
pub use style::{Style, StyleError};
pub use worker::Worker;

pub(crate) use export::STANDARDS;

use data::Data;
use template::Templates;
use worker::Task;

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
pub(crate) fn clear_memory() {
    comemo::evict(1);
}

/// A rendered document: one file, or one a page.
pub(crate) type Pages = Vec<Vec<u8>>;

/// What a draft is printed as.
#[derive(Debug)]
pub struct Rendered {
    /// The document: one file, or one a page.
    pub pages: Pages,
    /// Where it is signed.
    pub(crate) rooms: Vec<SigningRoom>,
}

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
) -> Result<Rendered, RenderError> {
    let (document, data) = lay_out(draft, catalog, images, options, worker)?;
    let rooms = rooms::rooms(&document);
    // Pictures hold no text that anybody reads back.
    let document = match options.format {
        Format::Pdf => reading_order::restore(document),
        Format::Png | Format::Svg => document,
    };
    let pages = worker.export(&document, &data.document().head, options);
    let pages = pages.map_err(|faults| fault::unprintable(&faults, draft))?;
    Ok(Rendered { pages, rooms })
}

fn lay_out(
    draft: &Draft<'_>,
    catalog: &Catalog,
    images: &Images,
    options: &Options,
    worker: &mut Worker,
) -> Result<(PagedDocument, Arc<Data>), RenderError> {
    let data = Data::new(draft, images, options)?;
    let files = data_files(images, &data);
    let task = Task { catalog, kind: draft.kind, data };
    let document = worker.compile(&task, files).map_err(|error| images.named(error))?;
    Ok((document, task.data))
}

/// The files that a document is laid out from, by path: the filled template (`/main.typ`), the
/// print tree (`/data.json`), the shared layout and the pictures. For authors of templates, and to measure against the `typst`
/// command line on the same pages.
///
/// # Errors
/// A fault in the template or the pictures.
#[cfg(any(test, feature = "inside"))]
pub fn sources(
    draft: &Draft<'_>,
    catalog: &Catalog,
    images: &Images,
    options: &Options,
) -> Result<BTreeMap<String, Vec<u8>>, RenderError> {
    let data = Data::new(draft, images, options)?;
    let source = Templates::read(catalog).fill(draft.kind, &data)?;
    let mut files = data_files(images, &data);
    files.insert(world::MAIN.to_owned(), source.into_bytes());
    files.extend(world::shared_files(catalog).map(|(path, text)| (path, text.into_bytes())));
    Ok(files)
}

/// Pictures and the print tree.
fn data_files(images: &Images, data: &Data) -> BTreeMap<String, Vec<u8>> {
    images.files().chain([(data::PATH.to_owned(), data.json())]).collect()
}
