//! Reports: one format, one file. Reporters know findings and source texts, nothing of rules or pages.

mod concise;
mod human;
mod json;

use std::io::{self, Write};

use crate::finding::{Finding, Level};
use crate::source::SourceFile;

/// What is reported of one file.
#[derive(Debug)]
pub struct FileReport {
    /// The text.
    pub source: SourceFile,
    /// The kind, as far as it is known.
    pub kind: Option<String>,
    /// The findings in the order of the text.
    pub findings: Vec<Finding>,
    /// Findings that the draft excepts, with its reason.
    pub excepted: Vec<(Finding, String)>,
}

/// Counts over all files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files checked.
    pub files: usize,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub infos: usize,
    /// Findings that drafts except.
    pub excepted: usize,
}

impl Summary {
    /// Counts one more file.
    pub fn add(&mut self, report: &FileReport) {
        self.files += 1;
        self.excepted += report.excepted.len();
        for finding in &report.findings {
            match finding.level {
                Level::Error => self.errors += 1,
                Level::Warning => self.warnings += 1,
                Level::Info => self.infos += 1,
            }
        }
    }

    /// How many findings there are at a level or above it.
    pub fn at_least(&self, level: Level) -> usize {
        match level {
            Level::Error => self.errors,
            Level::Warning => self.errors + self.warnings,
            Level::Info => self.errors + self.warnings + self.infos,
        }
    }

    /// One line for people.
    pub fn line(&self) -> String {
        let counts =
            [(self.errors, "galat"), (self.warnings, "peringatan"), (self.infos, "catatan")];
        let said: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        let found = if said.is_empty() { "tidak ada temuan".to_owned() } else { said.join(", ") };
        let excepted = match self.excepted {
            0 => String::new(),
            count => format!(" ({count} dikecualikan)"),
        };
        format!("{} naskah diperiksa: {found}{excepted}", self.files)
    }
}

/// A form of report.
pub trait Reporter {
    /// Reports one file.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn file(&mut self, report: &FileReport, out: &mut dyn Write) -> io::Result<()>;

    /// Ends the report.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn finish(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()>;
}

macro_rules! formats {
    ($($(#[$doc:meta])* $variant:ident => $reporter:expr,)*) => {
        /// The forms of report.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
        pub enum Format { $($(#[$doc])* $variant,)* }

        impl Format {
            /// A reporter of this form.
            pub fn reporter(self) -> Box<dyn Reporter> {
                match self { $(Self::$variant => Box::new($reporter),)* }
            }
        }
    };
}

formats! {
    /// Kutipan naskah dengan penunjuk, dasar, dan saran.
    Human => human::Human,
    /// Satu baris untuk tiap temuan.
    Concise => concise::Concise,
    /// JSON berversi untuk program lain.
    Json => json::Json::default(),
}

/// Text made harmless: its control characters are shown, and none of its lines is a command to a CI
/// runner (`::error::`, also after blanks), so that no draft can steer a terminal or a log.
pub(crate) fn harmless(text: &str) -> String {
    let line = |line: &str| match line.trim_start().starts_with("::") {
        true => visible(&line.replacen("::", ": :", 1)),
        false => visible(line),
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The same as a single line.
fn one_line(text: &str) -> String {
    harmless(&text.replace(['\n', '\t'], " "))
}

fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
            '\u{7f}' => '\u{2421}',
            c if c.is_control() => '\u{fffd}',
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' => {
                '\u{fffd}'
            }
            c => c,
        })
        .collect()
}
