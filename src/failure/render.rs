//! Errors of printing as sentences.

use crate::error::{Failure, system};
use crate::render::{
    LayoutError, Misuse, PictureError, RenderError, STANDARDS, StandardError, Style, StyleError,
    TemplateError,
};
use crate::session::{ApartError, PrintError};
use crate::source::syntax;
use crate::words::{Argument, Phrase, picture, render};

impl From<PrintError> for Failure {
    fn from(error: PrintError) -> Self {
        match error {
            PrintError::Unreadable(error) => {
                let remedy = render::style_unread_fix(Style::names().join(", "));
                Self { remedy, ..error.into() }
            }
            PrintError::Render(error) => error.into(),
            PrintError::Apart(error) => error.into(),
        }
    }
}

impl From<ApartError> for Failure {
    fn from(error: ApartError) -> Self {
        match error {
            ApartError::NoProcess(error) => {
                Self::general(render::no_process(system(&error)), render::no_process_fix())
            }
            ApartError::TooLong(time) => {
                Self::general(render::too_long(time.as_secs()), render::too_long_fix())
            }
            ApartError::TooLarge(most) => {
                Self::general(render::too_large(most), render::too_large_fix())
            }
            ApartError::Ended => {
                Self::general(render::process_ended(), render::process_ended_fix())
            }
            ApartError::Told(told) => {
                let (what, remedy) = (Phrase::verbatim(told.what), Phrase::verbatim(told.remedy));
                match told.place {
                    Some(place) => Self::new(what, place, remedy),
                    None => Self::general(what, remedy),
                }
            }
        }
    }
}

impl From<RenderError> for Failure {
    fn from(error: RenderError) -> Self {
        match error {
            RenderError::Picture(error) => error.into(),
            RenderError::Template(error) => error.into(),
            RenderError::Layout(error) => error.into(),
            RenderError::Style(error) => error.into(),
            RenderError::Standard { words, field } => {
                let what = render::unprintable(words);
                match field {
                    Some(field) => Self::new(what, field, render::unprintable_letter_fix()),
                    None => Self::general(what, render::unprintable_fix()),
                }
            }
        }
    }
}

impl From<TemplateError> for Failure {
    fn from(error: TemplateError) -> Self {
        let what = match error.misuse() {
            Some(Misuse::NoWord) => render::template_no_word(),
            Some(Misuse::NoLiteral(kind)) => render::template_no_literal(kind),
            None => render::template_fill(error.words()),
        };
        Self::new(what, &error.place, render::template_fix())
    }
}

impl From<LayoutError> for Failure {
    fn from(error: LayoutError) -> Self {
        match error {
            LayoutError::TooDeep => Self::general(render::too_deep(), render::too_deep_fix()),
            LayoutError::NoThread => Self::general(render::no_thread(), render::no_thread_fix()),
            LayoutError::NoPages => Self::general(render::no_pages(), render::report_it()),
            LayoutError::Template { place, words, .. } => {
                Self::new(render::template_layout(words), place, render::template_fix())
            }
        }
    }
}

impl From<PictureError> for Failure {
    fn from(error: PictureError) -> Self {
        match error {
            PictureError::Faulty { name, fault } => Self::new(fault.fact(), name, fault.remedy()),
            PictureError::Refused { name, words } => {
                let what = picture::unusable(render::picture_refused(words));
                Self::new(what, name, picture::fix::save_again())
            }
        }
    }
}

impl From<StyleError> for Failure {
    fn from(error: StyleError) -> Self {
        match error {
            StyleError::Syntax { place, source } => {
                let fault = syntax::shape(source.message());
                Self::new(render::style_syntax(fault), place, render::style_syntax_fix())
            }
            StyleError::Faulty { name, faults } => {
                let lines = faults
                    .into_iter()
                    .map(|fault| render::style_fault(fault.key, fault.message).into());
                let lines = std::iter::once(Argument::from(name)).chain(lines);
                let lines = Argument::list(lines, Self::NEXT);
                Self::listing(render::style_faulty(), lines, render::style_faulty_fix())
            }
        }
    }
}

impl From<StandardError> for Failure {
    fn from(error: StandardError) -> Self {
        match error {
            StandardError::Unknown(names) => Self::general(
                render::standard_unknown(names.join(",")),
                render::standard_choices(STANDARDS),
            ),
            StandardError::Apart { names, words } => Self::general(
                render::standards_apart(names.join(","), words),
                render::standards_apart_fix(),
            ),
        }
    }
}
