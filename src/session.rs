//! A session: what holds for a set of drafts, opened once and asked as often as one likes.
//!
//! It finds the drafts and the settings above each, judges texts, mends them and prints them, and
//! returns plain data. It reads files and nothing else: it prints nothing, asks no terminal, knows
//! neither arguments nor exit statuses, and may be used from several threads at once. So it serves
//! the command line, and as well an editor with a text that was never saved:
//!
//! ```
//! use naskah::session::{Options, Session, Text};
//!
//! let session = Session::new(Options::default());
//! let text = Text::unsaved("draf/surat.toml".as_ref(), "jenis = \"nota-dina\"\n");
//! let checked = session.check(&text)?;
//! let first = checked.report.findings.first().expect("the kind is misspelt");
//! assert_eq!(checked.report.source.line_column(first.span.start).line, 1);
//! // Settings, kinds and packs stay open: another check of the edited text reads no file.
//! let edited = text.with("jenis = \"nota-dinas\"\n");
//! assert!(session.check(&edited)?.report.kind.is_some());
//! # Ok::<(), naskah::session::OpenError>(())
//! ```

#[cfg(feature = "render")]
mod apart;
mod check;
mod configuration;
mod data;
mod fault;
mod find;
mod idle;
#[cfg(feature = "render")]
mod ingredients;
mod kinds;
mod known;
#[cfg(feature = "render")]
mod memory;
mod mend;
#[cfg(feature = "render")]
mod name;
mod neighbours;
mod outlook;
mod packs;
#[cfg(feature = "render")]
mod particulars;
mod place;
mod policy;
#[cfg(feature = "render")]
mod print;
mod selection;
mod settings;
mod store;
#[cfg(test)]
mod tests;
mod text;
mod walk;

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use store::Store;

#[cfg(feature = "render")]
pub(crate) use apart::serve;
#[cfg(feature = "render")]
pub use apart::{Apart, ApartError, Told};
pub use check::Checked;
pub use configuration::ConfigChoice;
pub use data::{Data, DataError};
pub use fault::{Fault, OpenError, Subject};
pub use find::{Candidate, Found, Named, PassedOver, Reason};
pub use idle::IdleException;
pub use known::{Known, KnownEnd, KnownError};
pub use mend::{Mended, Mending, Round, Rounds};
pub(crate) use outlook::{AgreementLook, CaseLook};
#[cfg(feature = "render")]
pub use particulars::Particulars;
pub use policy::{Selection, UsedException, UsedExceptions};
#[cfg(feature = "render")]
pub use print::{PrintError, Printed, Printer, Printing, Refusal};
pub use settings::Settings;
pub use text::{ReadError, Text};

pub use crate::sheet::{CellFault, SheetFault};
pub(crate) use place::real;

use crate::words::{Language, Phrase};

/// What a caller settles for all drafts of a session. The rest is found above each draft.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which configuration holds.
    pub config: ConfigChoice,
    /// The office's own packs, instead of those that a configuration names.
    pub packs: Option<PathBuf>,
    /// The office's own templates, instead of those that a configuration names.
    pub templates: Option<PathBuf>,
    /// Which rules take part.
    pub rules: Selection,
    /// Patterns of paths that no walk enters, counted from `folder`.
    pub exclude: Vec<String>,
    /// The user's own folder: outside of a repository no configuration above it holds.
    pub home: Option<PathBuf>,
    /// A folder of pictures besides that of each draft.
    pub images: Option<PathBuf>,
    /// Whether it is noted where rules decline to judge.
    pub unresolved: bool,
    /// The day that counts as today where case files are judged; there is no clock.
    pub as_of: Option<chrono::NaiveDate>,
    /// Where a text without a file counts as lying. Empty is the working folder.
    pub folder: PathBuf,
    /// The language to speak where no draft decides it, instead of the one that a configuration
    /// names.
    pub language: Option<Language>,
}

impl Options {
    fn folder(&self) -> &Path {
        if self.folder.as_os_str().is_empty() { Path::new(".") } else { &self.folder }
    }
}

/// What holds for a set of drafts. See the module.
#[derive(Debug)]
pub struct Session {
    store: Arc<Store>,
    /// The folder that paths in reports start from, once somebody asked.
    root: OnceLock<Option<PathBuf>>,
    #[cfg(feature = "render")]
    styles: print::Styles,
    #[cfg(feature = "render")]
    memory: memory::Memory,
}

/// A word that should choose rules and chooses none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSelector {
    /// The word.
    pub word: String,
    /// Whether the rules were to be ignored rather than selected.
    pub ignored: bool,
    /// What it may have meant.
    pub meant: Phrase,
}

impl Session {
    /// Opens a session. Settings are read when they are first asked for, and then kept.
    pub fn new(options: Options) -> Self {
        Self {
            store: Arc::new(Store::new(options)),
            root: OnceLock::new(),
            #[cfg(feature = "render")]
            styles: print::Styles::default(),
            #[cfg(feature = "render")]
            memory: memory::Memory::default(),
        }
    }

    /// What the caller settled.
    pub fn options(&self) -> &Options {
        &self.store.options
    }

    /// Reads the settings of everything that was found, before any of it is judged: a configuration
    /// that cannot be used stops a run, rather than some drafts of it. Where nothing was found, those
    /// of the session's own folder.
    ///
    /// # Errors
    /// The first settings that cannot be used.
    pub fn settle(&self, found: &Found) -> Result<(), OpenError> {
        for folder in found.homes() {
            self.settings_of(folder)?.prove()?;
        }
        if self.store.all().is_empty() {
            self.here()?.prove()?;
        }
        Ok(())
    }

    /// The settings of the session's own folder.
    ///
    /// # Errors
    /// Settings that cannot be used.
    pub fn here(&self) -> Result<Arc<Settings>, OpenError> {
        self.settings_of(None)
    }

    /// The settings that hold for a text.
    ///
    /// # Errors
    /// Settings that cannot be used.
    pub fn settings(&self, text: &Text) -> Result<Arc<Settings>, OpenError> {
        let settings = self.settings_of(text.folder())?;
        settings.prove()?;
        Ok(settings)
    }

    fn settings_of(&self, folder: Option<&Path>) -> Result<Arc<Settings>, OpenError> {
        self.store.settings(folder.unwrap_or_else(|| self.options().folder()))
    }

    /// The language that the caller chose, or the first configuration that names one.
    pub fn language(&self) -> Option<Language> {
        self.options().language.or_else(|| self.store.language())
    }

    /// All settings that were read, in the order in which they were first asked for.
    pub fn all_settings(&self) -> Vec<Arc<Settings>> {
        self.store.all()
    }

    /// The first word of the selection that no settings know a rule for, of those that were read.
    pub fn unknown_selector(&self) -> Option<UnknownSelector> {
        let all = self.all_settings();
        let unknown = |word: &str| !all.iter().any(|settings| settings.selectable(word));
        let (word, ignored) = self.options().rules.words().find(|(word, _)| unknown(word))?;
        let meant = all.first()?.meant(word);
        Some(UnknownSelector { word: word.to_owned(), ignored, meant })
    }

    /// The exceptions of the configurations that no draft needed, after a run over everything that
    /// was named. Of a configuration that governs more than that, none is told.
    pub fn idle_exceptions(&self, used: &UsedExceptions, named: &[PathBuf]) -> Vec<IdleException> {
        let of = |settings: Arc<Settings>| settings.idle(used, named, self.options());
        self.all_settings().into_iter().flat_map(of).collect()
    }

    /// The folder that paths in reports start from.
    fn root(&self) -> Option<&Path> {
        self.root.get_or_init(|| place::root(self.options().folder())).as_deref()
    }
}
