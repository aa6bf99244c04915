//! What a template is filled with: the print tree and the style, as a data file of the world and,
//! for the tags of the template itself, as values.

use std::sync::Arc;

use minijinja::value::{Object, Serde, Value};
use serde::Serialize;

use super::{Images, Options, PictureError, Style};
use crate::draft::Draft;
use crate::print::Document;
use crate::text::pile;

/// Where the data lies in the world.
pub(super) const PATH: &str = "/data.json";

/// The print tree with the style that it is laid out in.
#[derive(Debug, Serialize)]
pub(super) struct Data {
    #[serde(flatten)]
    document: Document,
    #[serde(rename = "gaya")]
    style: Style,
}

impl Data {
    /// Builds the tree of a draft.
    ///
    /// # Errors
    /// A picture that was not loaded.
    pub(super) fn new(
        draft: &Draft<'_>,
        images: &Images,
        options: &Options,
    ) -> Result<Arc<Self>, PictureError> {
        let (paths, case) = (images.paths(draft)?, images.case(draft));
        let document = Document::build(draft, &paths, case.as_deref(), options.watermark);
        Ok(Arc::new(Self { document, style: options.style.clone() }))
    }

    /// The data file.
    pub(super) fn json(&self) -> Vec<u8> {
        // Every key is a string, so that nothing can fail; the layout would refuse an empty file.
        let json = serde_json::to_string(self).unwrap_or_default();
        pile::cut(&json).into_owned().into_bytes()
    }

    /// The tree.
    pub(super) fn document(&self) -> &Document {
        &self.document
    }

    fn value(&self, key: &str) -> Option<Value> {
        let Document { fields, rows, flow, parts, articles, head } = &self.document;
        let rows = rows.as_ref();
        let derived = match key {
            "gaya" => Some(shown(&self.style)),
            "naskah" => Some(shown(head)),
            "alir" => flow.as_ref().map(shown),
            "rangkaian" => Some(shown(parts)),
            "pasal" => articles.as_ref().map(shown),
            "kolom" => rows.map(|rows| shown(&rows.heads)),
            "lebar" => rows.map(|rows| shown(&rows.widths)),
            "baris" => rows.map(|rows| shown(&rows.rows)),
            _ => None,
        };
        derived.or_else(|| fields.get(key).map(shown))
    }
}

/// A template asks for few of the values, so each is made when it is asked for.
impl Object for Data {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.value(key.as_str()?)
    }
}

fn shown(part: &impl Serialize) -> Value {
    Value::from(Serde(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft;
    use crate::kind::Catalog;
    use crate::render::{Format, Standards};

    #[test]
    fn a_template_sees_by_key_what_the_data_file_holds() {
        let catalog = Catalog::embedded();
        let options = Options {
            format: Format::Pdf,
            standards: Standards::default(),
            ppi: 72,
            style: Style::default(),
            watermark: true,
        };
        let mut count = 0;
        for id in catalog.ids() {
            let text = catalog.file(&format!("{id}/contoh.toml")).unwrap();
            let draft = draft::read(text, &catalog).draft.unwrap();
            let data = Data::new(&draft, &Images::default(), &options).unwrap();
            let file: serde_json::Value = serde_json::from_slice(&data.json()).unwrap();
            for (key, part) in file.as_object().unwrap() {
                let seen = serde_json::to_value(data.value(key).unwrap()).unwrap();
                assert_eq!(seen, *part, "{id}: {key}");
                count += 1;
            }
        }
        assert!(count > 100, "{count}");
    }
}
