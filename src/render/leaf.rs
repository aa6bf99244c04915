//! A leaf (*lembar*): pages of what the program itself has worked out, for which there is no draft.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use super::fault::LayoutError;
use super::{Format, Options, RenderError, Standards, Style, Worker, data, reading_order};
use crate::kind::Catalog;
use crate::print::Head;

/// What a leaf is laid out of.
#[derive(Debug)]
pub(crate) struct Leaf<T> {
    /// What it is: its title, its language, its day.
    pub head: Head,
    /// The function of the shared layout that draws it: file and name.
    pub drawn_by: (&'static str, &'static str),
    /// What that function reads, beside the style and the head.
    pub content: T,
}

/// The leaf as a PDF that keeps the same standards as every document (PDF/A-2a, PDF/UA-1).
///
/// # Errors
/// A text that no embedded font can set, or one nested too deep.
pub(crate) fn leaf<T: Serialize>(leaf: &Leaf<T>) -> Result<Vec<u8>, RenderError> {
    let catalog = Catalog::embedded();
    let options = Options {
        format: Format::Pdf,
        standards: Standards::default(),
        ppi: 72,
        style: Style::default(),
        watermark: false,
    };
    let all = json!({ "gaya": options.style, "naskah": leaf.head, "isi": leaf.content });
    let bytes = serde_json::to_vec(&all).unwrap_or_default();
    let (file, function) = leaf.drawn_by;
    let source = format!(
        "#import \"/_bersama/{file}\": {function}\n#{function}(json(\"{}\"))\n",
        data::PATH
    );
    let files = BTreeMap::from([(data::PATH.to_owned(), bytes)]);
    let mut worker = Worker::new(&catalog);
    let document = worker.lay_out(source, files, |fault, _| {
        let words = fault.message.to_string();
        LayoutError::Template { file: None, place: format!("templates/_bersama/{file}"), words }
    })?;
    let document = reading_order::restore(document);
    let pages = worker.export(&document, &leaf.head, &options).map_err(|faults| {
        let words = faults.first().map(|fault| fault.message.to_string()).unwrap_or_default();
        RenderError::Standard { field: None, words }
    })?;
    Ok(pages.into_iter().next().unwrap_or_default())
}
