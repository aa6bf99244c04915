//! The print tree: what stands on the pages of a document, decided once, by type.
//!
//! It is built from a draft in one go and never changed afterwards: sentences are put together,
//! references have their numbers, long words their places to break, tables their widths. Whoever
//! makes pages of it reads it and decides nothing about the text. It knows no layout engine; as data
//! (serde) it is what templates see.

mod annex;
mod article;
mod basis;
mod block;
mod bound;
mod date;
mod details;
mod flow;
mod head;
mod hyphens;
mod keys;
mod numbered;
mod paragraphs;
mod party;
mod picture;
mod plan;
mod rows;
mod run;
mod sentence;
mod steps;
mod table;
mod value;
mod words;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::case::Case;
use crate::draft::Draft;
use crate::wording::Bahasa;

pub(crate) use article::Article;
pub(crate) use flow::{Part, Sheet};
pub use head::{Head, title};
pub(crate) use picture::pictures;
pub(crate) use rows::Rows;
pub(crate) use value::Record;

/// Where the pictures of a draft lie for whoever makes the pages, by the name that the draft gives.
pub(crate) type Pictures = BTreeMap<String, String>;

/// A document as it is printed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Document {
    /// The fields of the kind under their own keys, without its articles and its long table.
    #[serde(flatten)]
    pub(crate) fields: Record,
    /// The long table of a kind that is one.
    #[serde(flatten)]
    pub(crate) rows: Option<Rows>,
    /// The steps of a kind that is a procedure, with their flow chart.
    #[serde(rename = "alir", skip_serializing_if = "Option::is_none")]
    pub(crate) flow: Option<Sheet>,
    /// The procedures of a sheet that has several, each with its flow chart.
    #[serde(rename = "rangkaian", skip_serializing_if = "Vec::is_empty")]
    pub(crate) parts: Vec<Part>,
    /// The articles in print order; `None` for kinds that are not made of articles.
    #[serde(rename = "pasal", skip_serializing_if = "Option::is_none")]
    pub(crate) articles: Option<Vec<Article>>,
    /// What the document is.
    #[serde(rename = "naskah")]
    pub(crate) head: Head,
}

impl Document {
    /// Builds the tree of a draft. A picture without an address gets the room it would take; a case
    /// file whose procedure nobody has read has no rows.
    pub(crate) fn build(
        draft: &Draft<'_>,
        pictures: &Pictures,
        case: Option<&Case>,
        watermark: bool,
    ) -> Self {
        let maker = Maker { draft, language: draft.language(), pictures, case };
        Self {
            fields: maker.fields(),
            rows: maker.rows(),
            flow: maker.flow(),
            parts: maker.flows(),
            articles: draft.outline_kind().then(|| maker.articles()),
            head: Head::new(draft, watermark),
        }
    }
}

/// Builds the parts of a tree.
struct Maker<'a> {
    draft: &'a Draft<'a>,
    language: Bahasa,
    pictures: &'a Pictures,
    case: Option<&'a Case>,
}

#[cfg(test)]
mod tests;
