//! Why a document cannot be made, as types; what people read of it is made where they are told.

use std::error::Error;
use std::sync::Arc;

use minijinja::ErrorKind;
use minijinja::value::ValueKind;

use super::fault::LayoutError;
use super::images::PictureError;
use super::style::StyleError;
use crate::source::path::FieldPath;

/// Why a document cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A picture of the draft.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// A template that cannot be filled.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// A filled template that cannot be laid out.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// Pages that keep none of the standards asked for.
    #[error("no PDF of the standard asked for: {words}")]
    Standard {
        /// What the layout engine says.
        words: String,
        /// The field that holds the text it speaks of, as far as that is known.
        field: Option<FieldPath>,
    },
    /// A house style.
    #[error(transparent)]
    Style(#[from] StyleError),
}

/// A fault of a template, at its own line.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{place}")]
pub struct TemplateError {
    /// The template and its line.
    pub(crate) place: String,
    source: Arc<minijinja::Error>,
}

impl TemplateError {
    /// An error of the template engine; `name` is for one that knows no template.
    pub(super) fn of(error: minijinja::Error, name: &str) -> Self {
        let inner = innermost(&error);
        let name = inner.name().unwrap_or(name);
        let line = inner.line().map_or_else(String::new, |line| format!(":{line}"));
        Self { place: format!("templates/{name}{line}"), source: Arc::new(error) }
    }

    /// What the template engine says.
    pub(crate) fn words(&self) -> String {
        let inner = innermost(&self.source);
        inner.detail().map_or_else(|| inner.kind().to_string(), str::to_owned)
    }

    /// The value that has no place there, where our own part of the template engine found one.
    pub(crate) fn misuse(&self) -> Option<&Misuse> {
        innermost(&self.source).source()?.downcast_ref()
    }
}

/// A value that has no place where a template puts it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Misuse {
    /// It is printed, and is no word.
    #[error("not a word")]
    NoWord,
    /// It is written as code, and nothing of this type can be.
    #[error("no literal of {0}")]
    NoLiteral(ValueKind),
}

impl From<Misuse> for minijinja::Error {
    fn from(misuse: Misuse) -> Self {
        Self::new(ErrorKind::InvalidOperation, "").with_source(misuse)
    }
}

/// The fault itself: an include wraps what failed inside it, once for every template on the way.
fn innermost(mut error: &minijinja::Error) -> &minijinja::Error {
    while let Some(inner) = error.source().and_then(|e| e.downcast_ref()) {
        error = inner;
    }
    error
}
