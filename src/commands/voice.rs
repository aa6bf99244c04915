//! What is said to whoever runs the program, besides reports: on standard error, in their language.

use std::cell::Cell;
use std::io::Write;

use crate::error::Failure;
use crate::report::harmless;
use crate::session::Session;
use crate::words::{Language, run};

/// Speaks to whoever runs the program.
pub(super) struct Voice {
    /// The language that somebody chose, as far as that is known.
    chosen: Cell<Option<Language>>,
}

impl Voice {
    /// In a language that the arguments choose, if they do.
    pub(super) fn new(chosen: Option<Language>) -> Self {
        Self { chosen: Cell::new(chosen) }
    }

    /// Listens to what a session knows of the language that was chosen: its configuration may name
    /// one.
    pub(super) fn learn(&self, session: &Session) {
        self.chosen.set(session.language().or(self.chosen.get()));
    }

    /// The language that somebody chose.
    pub(super) fn chosen(&self) -> Option<Language> {
        self.chosen.get()
    }

    /// The language of what is said where no draft decides it.
    pub(super) fn language(&self) -> Language {
        self.chosen().unwrap_or_default()
    }

    /// Says that the system started fewer threads than were wanted.
    pub(super) fn note_workers(&self, wanted: usize, started: usize) {
        if started < wanted {
            say(&run::fewer_workers(started, wanted).text(self.language()));
        }
    }

    /// Says what stood in the way.
    pub(super) fn complain(&self, failure: &Failure) {
        say(&failure.text(self.language()));
    }
}

/// Says something on standard error.
pub(super) fn say(words: &str) {
    // When even standard error is closed there is nobody left to tell.
    let _ = writeln!(anstream::stderr(), "{}", harmless(words));
}
