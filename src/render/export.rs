//! From laid-out pages to bytes: PDF, page images, SVG.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::{Options, Pages};
use crate::print::Head;

/// The forms of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// PDF.
    Pdf,
    /// A PNG image a page.
    Png,
    /// An SVG image a page.
    Svg,
}

/// What sets one form apart from another.
struct Properties {
    extension: &'static str,
    paged: bool,
}

impl Format {
    fn properties(self) -> Properties {
        match self {
            Self::Pdf => Properties { extension: "pdf", paged: false },
            Self::Png => Properties { extension: "png", paged: true },
            Self::Svg => Properties { extension: "svg", paged: true },
        }
    }

    /// The extension of its files.
    pub(crate) fn extension(self) -> &'static str {
        self.properties().extension
    }

    /// Whether a document is a file for each page.
    pub(crate) fn is_paged(self) -> bool {
        self.properties().paged
    }
}

/// The version of the layout engine.
pub fn typst_version() -> &'static str {
    typst::utils::version().raw()
}

/// The names of standards that a PDF can keep.
pub(crate) const STANDARDS: &str = "1.4, 1.5, 1.6, 1.7, 2.0, a-1a, a-1b, a-2a, a-2b, a-2u, a-3a, a-3b, a-3u, a-4, a-4e, a-4f, ua-1";

/// Why no PDF can keep what is asked.
#[derive(Debug, thiserror::Error)]
pub enum StandardError {
    /// One of these names is no standard.
    #[error("unknown among {}", .0.join(","))]
    Unknown(Vec<String>),
    /// Standards that no file can keep at once.
    #[error("{} do not go together: {words}", names.join(","))]
    Apart {
        /// The standards.
        names: Vec<String>,
        /// What the layout engine says.
        words: String,
    },
}

/// The standards that a PDF must keep.
#[derive(Clone, Debug)]
pub struct Standards(Vec<PdfStandard>);

impl Default for Standards {
    /// PDF/A-2a with PDF/UA-1: to be kept, and to be heard.
    fn default() -> Self {
        Self(vec![PdfStandard::A_2a, PdfStandard::Ua_1])
    }
}

/// Reads names such as `a-2a`, `ua-1`, `1.7`; none means the default.
///
/// # Errors
/// An unknown name, or standards that no file can keep at once.
pub fn standards(names: &[String]) -> Result<Standards, StandardError> {
    if names.is_empty() {
        return Ok(Standards::default());
    }
    let parse = |name: &String| {
        let name: StrDeserializer<'_, ValueError> = name.trim().into_deserializer();
        PdfStandard::deserialize(name)
    };
    let list: Result<Vec<PdfStandard>, ValueError> = names.iter().map(parse).collect();
    let list = list.map_err(|_| StandardError::Unknown(names.to_vec()))?;
    PdfStandards::new(&list).map_err(|error| {
        let (names, words) = (names.to_vec(), error.message().to_string());
        StandardError::Apart { names, words }
    })?;
    Ok(Standards(list))
}

/// Turns pages into bytes.
pub(super) fn export(
    document: &PagedDocument,
    head: &Head,
    options: &Options,
) -> Result<Pages, Vec<SourceDiagnostic>> {
    match options.format {
        Format::Pdf => pdf(document, head, options).map(|bytes| vec![bytes]),
        Format::Png => Ok(document.pages().iter().map(|page| png(page, options.ppi)).collect()),
        Format::Svg => {
            let settings = typst_svg::SvgOptions { render_bleed: false, pretty: false };
            let pages = document.pages().iter();
            Ok(pages.map(|page| typst_svg::svg(page, &settings).into_bytes()).collect())
        }
    }
}

fn pdf(
    document: &PagedDocument,
    head: &Head,
    options: &Options,
) -> Result<Vec<u8>, Vec<SourceDiagnostic>> {
    let standards = PdfStandards::new(&options.standards.0).unwrap_or_default();
    let settings = PdfOptions {
        ident: Smart::Custom(head.identity.clone()),
        creator: Smart::Custom(Some(concat!("naskah ", env!("CARGO_PKG_VERSION")).to_owned())),
        timestamp: dated(head.date).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &settings).map_err(|faults| faults.into_iter().collect())
}

/// The document's own date at midnight. A draft without one gets the first day that a PDF of ours
/// could have, since PDF/A demands some date and the clock must not decide.
fn dated(date: Option<NaiveDate>) -> Option<Datetime> {
    date.and_then(|date| midnight(date.year(), date.month(), date.day()))
        .or_else(|| midnight(2025, 1, 1))
}

fn midnight(year: i32, month: u32, day: u32) -> Option<Datetime> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Datetime::from_ymd_hms(year, month, day, 0, 0, 0)
}

fn png(page: &typst_layout::Page, ppi: u32) -> Vec<u8> {
    let scale = f64::from(ppi.clamp(10, 1200)) / 72.0;
    let settings = typst_render::RenderOptions { pixel_per_pt: scale.into(), render_bleed: false };
    let pixmap = typst_render::render(page, &settings);
    encode(pixmap.width(), pixmap.height(), pixmap.data())
}

/// Pages are opaque, so the alpha is dropped; a page without colour takes one byte a dot.
fn encode(width: u32, height: u32, rgba: &[u8]) -> Vec<u8> {
    let (dots, _) = rgba.as_chunks::<4>();
    let grey = dots.iter().all(|[red, green, blue, _]| red == green && green == blue);
    let (color, data): (png::ColorType, Vec<u8>) = if grey {
        (png::ColorType::Grayscale, dots.iter().map(|[red, ..]| *red).collect())
    } else {
        let parts = dots.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]);
        (png::ColorType::Rgb, parts.collect())
    };
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(color);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    // Writing into memory fails only when there is none left.
    if let Ok(mut writer) = encoder.write_header() {
        let _ = writer.write_image_data(&data);
    }
    out
}
