//! Judged, then printed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::apart::{Apart, ApartError, Helper};
use super::data::placed;
use super::ingredients::Hashed;
use super::name::name_of;
use super::particulars::Particulars;
use super::text::read_file;
use super::{OpenError, ReadError, Session, Settings, Text};
use crate::baseline::unread;
use crate::case::{Case, World};
use crate::draft::{self, Draft};
use crate::engine::Around;
use crate::finding::{Finding, Level};
use crate::render::{
    self, Format, Images, LayoutError, Pages, RenderError, Rendered, SigningRoom, Standards, Style,
    StyleError, Worker,
};
use crate::report::FileReport;
use crate::sink::folder_of;
use crate::words::Language;

/// How drafts are printed.
#[derive(Clone, Debug)]
pub struct Printing {
    /// The form of the output.
    pub format: Format,
    /// The standards that a PDF must keep.
    pub standards: Standards,
    /// Dots per inch of page images.
    pub ppi: u32,
    /// A house style, instead of the one that a configuration names.
    pub style: Option<PathBuf>,
    /// A folder of pictures besides that of the draft.
    pub images: Option<PathBuf>,
    /// Whether drafts with errors are printed too, and every page says that it is a draft.
    pub draft: bool,
    /// Whether each document is laid out in a process of its own, and how; `None` is here.
    pub apart: Option<Apart>,
}

/// A printed draft.
#[derive(Debug)]
pub struct Printed {
    /// The document: one file, or one a page.
    pub pages: Pages,
    /// Its name by the pattern of its kind, without an extension.
    pub name: String,
    /// What it is about.
    pub particulars: Particulars,
    /// Where it is signed.
    pub rooms: Vec<SigningRoom>,
    /// What was found in the draft all the same.
    pub report: FileReport,
    /// Every file on the disk that the pages come from: the draft, its pictures, the style, and what
    /// the settings were read from.
    pub files: Vec<PathBuf>,
}

/// Why a draft was not printed.
#[derive(Debug)]
pub enum Refusal {
    /// It has errors.
    Findings(Box<FileReport>),
    /// Something stood in the way.
    Failed {
        /// The name of the text.
        name: String,
        /// The language that its writer reads.
        language: Language,
        /// What it was.
        error: Box<PrintError>,
    },
    /// Its settings cannot be used.
    Unopened(Box<OpenError>),
}

/// What stands in the way of printing a draft.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The file of a style cannot be read.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// The document cannot be made.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// The process that should make it.
    #[error(transparent)]
    Apart(#[from] ApartError),
}

/// The styles that were read, by their files.
#[derive(Debug, Default)]
pub(super) struct Styles(Mutex<BTreeMap<PathBuf, Style>>);

/// Prints one draft after another. Each thread has its own.
#[derive(Debug)]
pub struct Printer<'s> {
    pub(super) session: &'s Session,
    pub(super) printing: &'s Printing,
    press: Option<Press>,
    helper: Option<Helper>,
    pub(super) hashed: Hashed,
}

/// What drafts of the same settings are printed with.
#[derive(Debug)]
struct Press {
    /// Which settings.
    number: usize,
    options: render::Options,
    worker: Worker,
}

impl Session {
    /// A printer for the drafts of this session.
    pub fn printer<'s>(&'s self, printing: &'s Printing) -> Printer<'s> {
        self.memory.printer_begins();
        Printer { session: self, printing, press: None, helper: None, hashed: Hashed::default() }
    }

    /// Reads the styles of all settings so far, before anything is printed.
    ///
    /// # Errors
    /// The first style that cannot be used.
    pub fn settle_styles(&self, printing: &Printing) -> Result<(), PrintError> {
        self.all_settings().iter().try_for_each(|settings| self.style(printing, settings).map(drop))
    }

    pub(super) fn style(
        &self,
        printing: &Printing,
        settings: &Settings,
    ) -> Result<Style, PrintError> {
        match style_file(printing, settings) {
            None => Ok(Style::default()),
            Some(file) => self.styles.get(&file),
        }
    }
}

fn style_file(printing: &Printing, settings: &Settings) -> Option<PathBuf> {
    printing.style.clone().or_else(|| settings.style())
}

impl Styles {
    fn get(&self, file: &Path) -> Result<Style, PrintError> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(style) = known.get(file) {
            return Ok(style.clone());
        }
        let style = match brought(file) {
            Some(style) => style.map_err(RenderError::from)?,
            None => own(file)?,
        };
        known.insert(file.to_owned(), style.clone());
        Ok(style)
    }
}

/// The style of the program's own that a name means: no file, and no path that could be one.
fn brought(file: &Path) -> Option<Result<Style, StyleError>> {
    let name = file.file_name()?.to_str().filter(|name| !name.contains('.'))?;
    if file.exists() { None } else { Style::named(name) }
}

/// The style of an office's own file.
fn own(file: &Path) -> Result<Style, PrintError> {
    let source = read_file(file)?;
    Ok(Style::with_file(source.name(), source.text()).map_err(RenderError::from)?)
}

impl Printer<'_> {
    /// Judges a text and prints it, if it may be printed.
    ///
    /// # Errors
    /// Findings that forbid it, or what stood in the way.
    pub fn print(&mut self, text: &Text) -> Result<Printed, Refusal> {
        let settings =
            self.session.settings(text).map_err(|error| Refusal::Unopened(Box::new(error)))?;
        // The pictures are read anyhow, and what is wrong with one is said then.
        let (mut checked, _) = {
            let neighbours = self.session.neighbours(text);
            let world = World { as_of: self.session.options().as_of, beside: &neighbours };
            settings.judge(text, Around { pictures: &|_| None, world })
        };
        let allowed = checked.whole && may_be_printed(&checked.findings, self.printing.draft);
        let draft = if allowed { checked.draft.take() } else { None };
        let mut report = self.session.report(text, checked);
        let Some(draft) = draft else {
            return Err(Refusal::Findings(Box::new(placed(text, report))));
        };
        report.kind = Some(draft.kind.id.clone());
        let printed = match &self.printing.apart {
            None => self.pages(text, &draft, &settings),
            Some(apart) => {
                let made = apart.lay_out(&mut self.helper, text, report.language);
                made.map_err(PrintError::from)
            }
        };
        self.session.memory.document_done();
        let (Rendered { pages, rooms }, images) = printed.map_err(|error| Refusal::Failed {
            name: text.source.name().to_owned(),
            language: report.language,
            error: Box::new(error),
        })?;
        let mut files: Vec<PathBuf> = text.file.iter().cloned().collect();
        files.extend(images);
        files.extend(style_file(self.printing, &settings));
        files.extend(settings.files().map(Path::to_owned));
        Ok(Printed {
            pages,
            name: name_of(&draft),
            particulars: Particulars::of(&draft),
            rooms,
            report: placed(text, report),
            files,
        })
    }

    /// The pages of a text that was judged by whoever asks, and the files of the pictures on them.
    ///
    /// # Errors
    /// What stood in the way; a text that is no draft, or that no settings hold for, has no pages.
    pub(crate) fn lay_out(&mut self, text: &Text) -> Result<(Rendered, Vec<PathBuf>), PrintError> {
        let no_pages = || RenderError::from(LayoutError::NoPages);
        let settings = self.session.settings(text).map_err(|_| no_pages())?;
        let draft =
            draft::read(text.source.text(), &settings.catalog).draft.ok_or_else(no_pages)?;
        let printed = self.pages(text, &draft, &settings);
        self.session.memory.document_done();
        printed
    }

    /// The pages, and the files of the pictures on them.
    fn pages(
        &mut self,
        text: &Text,
        draft: &Draft<'_>,
        settings: &Settings,
    ) -> Result<(Rendered, Vec<PathBuf>), PrintError> {
        let beside = text.file.as_deref().map(folder_of);
        let folders: Vec<&Path> =
            beside.into_iter().chain(self.printing.images.as_deref()).collect();
        let images = Images::load(draft, &folders).map_err(RenderError::from)?;
        let neighbours = self.session.neighbours(text);
        let world = World { as_of: None, beside: &neighbours };
        let images = images.of_case(Case::read(draft, world).and_then(Result::ok));
        let press = self.press(settings)?;
        let rendered =
            render::render(draft, &settings.catalog, &images, &press.options, &mut press.worker)?;
        Ok((rendered, images.read().to_vec()))
    }

    /// The press for some settings: that of the draft before, when they are the same.
    fn press(&mut self, settings: &Settings) -> Result<&mut Press, PrintError> {
        let kept = self.press.take().filter(|press| press.number == settings.number);
        let press = match kept {
            Some(press) => press,
            None => self.new_press(settings)?,
        };
        Ok(self.press.insert(press))
    }

    fn new_press(&self, settings: &Settings) -> Result<Press, PrintError> {
        let Printing { format, standards, ppi, draft, .. } = self.printing;
        let options = render::Options {
            format: *format,
            standards: standards.clone(),
            ppi: *ppi,
            style: self.session.style(self.printing, settings)?,
            watermark: *draft,
        };
        let worker = Worker::new(&settings.catalog);
        Ok(Press { number: settings.number, options, worker })
    }
}

impl Drop for Printer<'_> {
    fn drop(&mut self) {
        self.session.memory.printer_ends();
    }
}

/// Whether a draft that was read whole may be printed: one with errors only as a draft, and one whose
/// regulation nobody knows never.
fn may_be_printed(findings: &[Finding], as_draft: bool) -> bool {
    let errors = findings.iter().any(|finding| finding.level == Level::Error);
    !errors || (as_draft && !findings.iter().any(unread))
}
