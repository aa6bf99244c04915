//! Why a picture is not drawn, and what people can do about it.

use std::io;

use crate::words::{Phrase, picture as say};

/// Why a picture is not drawn.
#[derive(Debug)]
pub enum Fault {
    /// Its name leads out of the folder.
    Elsewhere,
    /// Its name has a backslash, which only one system reads as a folder.
    Backslash,
    /// There is no file of its name.
    Missing,
    /// A link leads out of the folder.
    Linked,
    /// The file cannot be read.
    Unreadable(io::Error),
    /// The file is larger than any that is read.
    TooLarge,
    /// It is of no form that can be drawn.
    NoPicture,
    /// It says that it is of a form, and is broken.
    Broken(&'static str),
    /// Its colours are made of printing inks, for which a PDF to be kept has no profile.
    Cmyk,
    /// It has so many dots, more than can be drawn.
    TooManyDots(u64),
    /// It is many times as long as it is wide, or the other way round.
    TooLong,
    /// An SVG that is no UTF-8.
    SvgNoText,
    /// An SVG that is no XML, or has no size.
    SvgBroken,
    /// An SVG that refers to another file.
    SvgRefers,
    /// An SVG with something that takes any time to draw, or is not drawn at all.
    SvgElement(&'static str),
    /// An SVG that comes to more elements than can be drawn.
    SvgTooManyElements,
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error)
    }
}

impl Fault {
    /// What is wrong with it.
    pub(crate) fn fact(&self) -> Phrase {
        match self {
            Self::Elsewhere => say::elsewhere(),
            Self::Backslash => say::backslash(),
            Self::Missing => say::missing(),
            Self::Linked => say::linked(),
            Self::Unreadable(error) => say::unreadable(crate::error::system(error)),
            Self::TooLarge => say::too_large(),
            Self::NoPicture => say::unusable(say::no_picture()),
            Self::Broken(form) => say::unusable(say::broken(form)),
            Self::Cmyk => say::cmyk(),
            Self::TooManyDots(dots) => say::too_many_dots(dots / 1_000_000),
            Self::TooLong => say::too_long(),
            Self::SvgNoText => say::unusable(say::svg_no_text()),
            Self::SvgBroken => say::unusable(say::svg_broken()),
            Self::SvgRefers => say::unusable(say::svg_refers()),
            Self::SvgElement(name) => say::unusable(say::svg_element(name)),
            Self::SvgTooManyElements => say::unusable(say::svg_too_many()),
        }
    }

    /// How to mend it.
    pub(crate) fn remedy(&self) -> Phrase {
        match self {
            Self::Elsewhere | Self::Linked => say::fix::beside(),
            Self::Backslash => say::fix::slash(),
            Self::Missing => say::fix::put_it_there(),
            Self::Unreadable(_) => say::fix::rights(),
            Self::TooLarge | Self::TooManyDots(_) => say::fix::smaller(),
            Self::Cmyk => say::fix::rgb(),
            Self::TooLong => say::fix::crop(),
            Self::SvgElement(_) | Self::SvgTooManyElements => say::fix::as_png(),
            Self::NoPicture | Self::Broken(_) | Self::SvgNoText => say::fix::save_again(),
            Self::SvgBroken | Self::SvgRefers => say::fix::save_again(),
        }
    }
}
