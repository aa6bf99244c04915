//! Many files looked over on a day: found, read one by one, and where what was made of them goes.

use super::input::{Account, Input, with_text};
use super::options::{opened, options};
use super::print_bytes;
use super::voice::{Voice, say};
use crate::cli::OutlookArgs;
use crate::error::{ExitStatus, Failure};
use crate::session::{Named, OpenError, Options, Session, Text};
use crate::sink;
use crate::words::{Language, Phrase, outlook as words};

/// A file of which something was to be told and cannot be.
pub(super) struct Lost {
    /// Its name.
    pub file: String,
    /// Why.
    pub why: String,
}

/// What a look at a text gave.
pub(super) enum Look<T> {
    /// It is none of those that are looked for.
    Other,
    /// It is one.
    One(T),
    /// It may be one, and cannot be read as such.
    Faulty(Phrase),
}

/// All files that were looked over.
pub(super) struct Overview<T> {
    /// What was found, with the name of each file, in the order in which they were found.
    pub found: Vec<(String, T)>,
    /// What could not be read.
    pub lost: Vec<Lost>,
    /// The language in which it is told.
    pub language: Language,
}

impl<T> Overview<T> {
    /// The files that could not be read, for people.
    pub(super) fn told_lost(&self) -> String {
        if self.lost.is_empty() {
            return String::new();
        }
        let head = words::faulty(self.lost.len()).text(self.language);
        let files = self.lost.iter().map(|Lost { file, .. }| format!("  {file}\n"));
        format!("\n{head}\n") + &files.collect::<String>()
    }
}

/// Looks at every file that the arguments name.
pub(super) fn look_over<T>(
    args: &OutlookArgs,
    voice: &Voice,
    look: impl Fn(&Session, &Text) -> Result<Look<T>, OpenError>,
) -> Result<Overview<T>, Failure> {
    let (exclude, as_of) = (args.exclude.clone(), Some(args.as_of));
    let session = Session::new(Options { exclude, as_of, ..options(&args.settings, voice) });
    let files = session.find(args.files.iter().cloned().map(Named::Path).collect());
    let settled = session.settle(&files);
    voice.learn(&session);
    opened(settled, voice)?;
    let language = voice.language();
    let mut account = Account::new(Vec::new());
    let (mut found, mut lost) = (Vec::new(), Vec::new());
    for candidate in &files.candidates {
        let file = candidate.name();
        match with_text(&session, candidate, |text| look(&session, &text)) {
            Input::NoDraft => {}
            Input::Lost(error) => {
                account.found(candidate);
                let why = Failure::from(error).text(language);
                lost.push(Lost { file, why });
            }
            Input::Done(looked) => {
                account.found(candidate);
                match opened(looked, voice)? {
                    Look::Other => {}
                    Look::One(one) => found.push((file, one)),
                    Look::Faulty(why) => lost.push(Lost { file, why: why.text(language) }),
                }
            }
        }
    }
    Ok(Overview { found, lost, language })
}

impl<T> Overview<T> {
    /// Puts a text where the arguments want it, says what could not be read, and gives the status.
    ///
    /// # Errors
    /// Where it cannot be put there.
    pub(super) fn deliver(&self, text: &str, args: &OutlookArgs) -> Result<ExitStatus, Failure> {
        match args.output.as_deref().filter(|path| path.as_os_str() != "-") {
            Some(path) => sink::write_file(path, text.as_bytes(), args.force)?,
            None => print_bytes(text.as_bytes())?,
        }
        for Lost { file, why } in &self.lost {
            say(&words::lost(file, why).text(self.language));
        }
        Ok(if self.lost.is_empty() { ExitStatus::Clean } else { ExitStatus::Failed })
    }
}
